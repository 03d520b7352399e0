/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import "./board-texts.js";
import { today } from "./days.js";
import { element, unseen } from "./dom.js";
import * as service from "./service-api.js";
import { readableDay, t } from "./strings.js";

/**
 * "Can he come on the 14th?": asks for days; the answer is yes, or no and from when on.
 *
 * @param {Object} unit
 * @param {Array} waiting who waits, in the order of the list
 * @param {Function} nameOf gives the name of one of them
 * @param {Object} chart null where the user may chart nothing
 * @param {Function} chart.anew opens the form of a new placement, with the days that are known
 * @param {Function} chart.offerTo opens the form of an offer to one who waits, with the same
 */
export function askForDays(unit, waiting, nameOf, chart) {
  const answer = element("div", { class: "answer", role: "status" });
  const from = element("input", { id: "ask-from", type: "date", required: true, value: today() });
  const to = element("input", { id: "ask-to", type: "date", "aria-describedby": "ask-hint" });
  const ask = async (event) => {
    event.preventDefault();
    answer.replaceChildren(t("loading"));
    try {
      const { stay, today: tonight } = await service.unit(unit.uuid, { from: from.value || today(), to: to.value || null });
      const day = stay.free ? stay.from : stay.freeFrom;
      const known = { ...(day && { from: day }), ...(stay.free && to.value && { plannedEnd: to.value }) };
      answer.replaceChildren(...told(stay, tonight.overstaying), before(waiting, nameOf, known, chart), act(known, chart));
    } catch (refusal) {
      const faults = Object.values(refusal.faults ?? {}).flat();
      answer.replaceChildren(element("p", { class: "fault" }, faults.length ? faults.join(" ") : refusal.message));
    }
  };
  return [
    element("h2", {}, t("askHeading")),
    element(
      "form",
      { class: "row ask", onsubmit: ask },
      element("div", {}, element("label", { for: "ask-from" }, t("askFrom")), from),
      element("div", {}, element("label", { for: "ask-to" }, t("askTo")), to),
      element("button", { class: "first" }, t("askDays")),
    ),
    element("p", { class: "hint", id: "ask-hint" }, t("askHint")),
    answer,
  ];
}

function told({ from, to, free, freeFrom }, overstaying) {
  const [day, until] = [readableDay(from), readableDay(to)];
  return [
    element("p", { class: "verdict" }, free ? t("askYes", day, until) : t("askNo", day, until)),
    free ? "" : element("p", {}, freeFrom ? t("askFreeFrom", readableDay(freeFrom)) : t("askFreeNever")),
    overstaying > 0 ? element("p", { class: "warning" }, t("overstayingFree", overstaying)) : "",
  ].filter(Boolean);
}

/** Whoever waits already comes first, unless somebody decides otherwise and says so. */
function before(waiting, nameOf, known, chart) {
  if (!waiting.length) {
    return element("p", {}, t("nobodyBefore"));
  }
  return element(
    "div",
    {},
    element("p", {}, t("beforeHim", waiting.length)),
    element(
      "ol",
      {},
      waiting.map((placement) =>
        element(
          "li",
          {},
          element("b", {}, nameOf(placement)),
          ", ",
          t("waitsSince", readableDay(placement.requestedOn)),
          ", ",
          t("priorityIs", placement.priority.display, placement.priorityReason),
          chart && known.from
            ? [
                " ",
                element(
                  "button",
                  { type: "button", class: "quiet", onclick: () => chart.offerTo(placement, known) },
                  t("askOffer", readableDay(known.from)),
                  unseen(t("colon"), nameOf(placement)),
                ),
              ]
            : "",
        ),
      ),
    ),
  );
}

/** Somebody who does not wait yet. */
const act = (known, chart) =>
  chart
    ? element(
        "p",
        {},
        element(
          "button",
          { type: "button", onclick: () => chart.anew(known) },
          known.from ? t("askChart", readableDay(known.from)) : t("placeRequest"),
        ),
      )
    : "";
