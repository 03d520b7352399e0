/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { readable } from "./answers.js";
import { capitalized, element, unseen } from "./dom.js";
import { readableDay, t } from "./strings.js";
import { headings, wide } from "./tables.js";
import "./pathway-texts.js";

/** As many records of a kind as are shown at once, the latest first. */
const AT_ONCE = 5;

/**
 * The episode of care with its phases, and the care delivered, the latest first.
 *
 * @param {Object} pathway `episodes`, `records` by their kind, `types` (what is asked) by their kind; null where they are not visible
 * @param {Function|null} edit opens a record to be changed; null where the user may not
 */
export function pathwayPart({ episodes, records, types }, edit) {
  const heading = element("h2", {}, t("pathwayHeading"));
  if (episodes === null) {
    return element("section", {}, heading, element("p", {}, t("pathwayNotVisible")));
  }
  return element(
    "section",
    { class: "pathway" },
    heading,
    episodes.length ? episode(episodes.at(-1)) : element("p", {}, t("pathwayNone")),
    episodes.length > 1 ? earlier(episodes.slice(0, -1)) : "",
    Object.entries(records).map(([kind, all]) => (all === null ? "" : care(kind, all, types[kind], edit))),
  );
}

function episode({
  begun,
  ended,
  endReason,
  phases,
  plannedRelease,
  released,
  plannedEnd,
  inCharge,
  care: contacts,
  faults,
}) {
  const fact = (name, words) => (words ? element("div", {}, element("dt", {}, name), element("dd", {}, words)) : "");
  const open = !ended;
  return element(
    "div",
    {},
    faults?.length
      ? element(
          "div",
          { class: "fault" },
          faults.map((fault) => element("p", {}, fault.message)),
        )
      : "",
    element(
      "ol",
      { class: "phases" },
      phases.map(({ phase, from, to }) =>
        element(
          "li",
          { "aria-current": open && !to ? "step" : null },
          element("strong", {}, capitalized(phase.display)),
          element(
            "span",
            { class: "second" },
            to
              ? t("fromTo", readableDay(from, "short"), readableDay(to, "short"))
              : t("pathwaySince", readableDay(from, "short")),
          ),
        ),
      ),
      ended
        ? element(
            "li",
            {},
            element("strong", {}, capitalized(endReason?.display ?? t("pathwayEnded"))),
            element("span", { class: "second" }, readableDay(ended, "short")),
          )
        : "",
    ),
    element(
      "dl",
      { class: "facts" },
      fact(t("pathwayBegun"), readableDay(begun)),
      released
        ? fact(t("pathwayReleased"), readableDay(released))
        : fact(
            t("pathwayPlannedRelease"),
            plannedRelease ? readableDay(plannedRelease) : open ? t("pathwayNotDated") : null,
          ),
      open && released ? fact(t("pathwayPlannedEnd"), plannedEnd ? readableDay(plannedEnd) : t("pathwayNotDated")) : "",
      fact(t("pathwayInCharge"), inCharge?.display ?? t("pathwayNobody")),
      fact(
        t("pathwayLastContact"),
        contacts?.lastKept
          ? `${readableDay(contacts.lastKept)} ${t("pathwayDaysAgo", contacts.daysSince)}`
          : t("pathwayNoContact"),
      ),
    ),
  );
}

const earlier = (episodes) =>
  element(
    "details",
    {},
    element("summary", {}, t("pathwayEarlier", episodes.length)),
    [...episodes].reverse().map(episode),
  );

/** Contacts, actions or relays, in words. */
function care(kind, all, type, edit) {
  const latest = [...all].reverse();
  return element(
    "div",
    { class: "care" },
    element("h3", {}, t("pathwayKinds")[kind], t("pathwayCount", all.length)),
    latest.length
      ? table(kind, latest.slice(0, AT_ONCE), type, edit)
      : element("p", { class: "soft" }, t("pathwayNoneOfKind")),
    latest.length > AT_ONCE
      ? element(
          "details",
          {},
          element("summary", {}, t("pathwayMore", latest.length - AT_ONCE)),
          table(kind, latest.slice(AT_ONCE), type, edit),
        )
      : "",
  );
}

const table = (kind, records, type, edit) =>
  wide(
    t("pathwayKinds")[kind],
    element(
      "table",
      { class: "dated" },
      headings([
        t("date"),
        t("pathwayWhat"),
        t("pathwayBy"),
        edit ? element("th", { scope: "col", class: "actions" }, t("actions")) : null,
      ]),
      element(
        "tbody",
        {},
        records.map((record) => line(kind, record, type, edit)),
      ),
    ),
  );

function line(kind, record, type, edit) {
  const answered = type.questions.filter(
    (asked) => record[asked.field] !== null && record[asked.field] !== undefined && String(record[asked.field]) !== "",
  );
  const [first, ...others] = answered;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, readableDay(record.date, "short")),
    element(
      "td",
      {},
      first ? capitalized(readable(first, record[first.field])) : t("notStated"),
      others.map((asked) =>
        element(
          "span",
          { class: "second" },
          capitalized(asked.display),
          t("colon"),
          readable(asked, record[asked.field]),
        ),
      ),
      (record.faults ?? []).map((fault) => element("span", { class: "fault second" }, fault.message)),
    ),
    element("td", {}, (record.providers ?? []).map(({ display }) => display).join(", ") || t("notStated")),
    edit
      ? element(
          "td",
          { class: "actions" },
          element(
            "button",
            { type: "button", class: "quiet", onclick: () => edit(kind, record) },
            t("pathwayChange"),
            unseen(t("colon"), t("pathwayOf", readableDay(record.date))),
          ),
        )
      : "",
  );
}
