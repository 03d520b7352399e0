/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { choices, words } from "./codes.js";
import { plusDays, shortDay, today } from "./days.js";
import { capitalized, element } from "./dom.js";
import { askFor } from "./form-dialog.js";
import * as service from "./service-api.js";
import { readableDay, t } from "./strings.js";
import "./worklist-texts.js";

/** So many days back a contact's day is a tap away. */
const DAYS_NEAR = 7;

const OTHER_DAY = "OTHER";

/**
 * Charts that a contact was kept, missed or cancelled: opened with one tap, answered with a second, saved with a third.
 *
 * @param {Element} over where it is opened from
 * @param {Object} whom
 * @param {string} whom.patient
 * @param {string} whom.name
 * @param {string} [whom.provider] who records it
 * @param {Element} whom.said where it is told that it is recorded
 */
export function recordContact(over, { patient, name, provider, said }) {
  const dialog = askFor(over, {
    title: t("contactWith", name),
    questions: [
      {
        field: "kind",
        kind: "CODED",
        display: t("contactKind"),
        required: true,
        choices: named(choices("contactKind")),
      },
      { field: "day", kind: "CODED", display: t("contactDay"), required: true, usual: today(), choices: days() },
      {
        field: "date",
        kind: "DATE",
        display: t("contactDate"),
        required: true,
        notAskedWhere: {
          day: days()
            .slice(0, -1)
            .map(({ code }) => code),
        },
      },
      {
        field: "cancelledBy",
        kind: "CODED",
        display: t("contactCancelledBy"),
        required: true,
        choices: named(choices("cancelledBy")),
      },
      { field: "note", kind: "TEXT", display: t("contactNote"), hint: t("contactNoteHint"), more: true },
    ],
    buttons: ["KEPT", "MISSED", "CANCELLED"].map((outcome) => ({
      words: t("contactTo")[outcome],
      answers: { outcome },
      ...(outcome === "CANCELLED" && { asks: "cancelledBy" }),
    })),
    send: ({ day, date, cancelledBy, ...answers }) =>
      service.saveContact({
        patient,
        ...(provider && { providers: [provider] }),
        date: day === OTHER_DAY ? date : day,
        // Somebody may have pressed "cancelled" first.
        ...(answers.outcome === "CANCELLED" && { cancelledBy }),
        ...answers,
      }),
    after: ({ outcome, date }) =>
      said.replaceChildren(
        t("contactRecorded", words("contactOutcome", outcome), readableDay(date)),
        " ",
        element(
          "button",
          { type: "button", class: "quiet", onclick: () => recordAction(over, { patient, name, said }) },
          t("actionAdd"),
        ),
      ),
  });
  return dialog;
}

const named = (offered) => offered.map((choice) => ({ ...choice, display: capitalized(choice.display) }));

function days() {
  const day = today();
  const near = Array.from({ length: DAYS_NEAR }, (_, back) => plusDays(day, -back)).map((code, back) => ({
    code,
    display: capitalized([t("dayToday"), t("dayYesterday")][back] ?? shortDay(code, "short")),
    offered: true,
  }));
  return [...near, { code: OTHER_DAY, display: capitalized(t("contactDayOther")), offered: true }];
}

/** Charts what was done about a risk item or towards a protective one, from today on. */
async function recordAction(over, { patient, name, said }) {
  let items;
  try {
    items = await dynamicItems("RISK", "PROTECTION");
  } catch (refusal) {
    said.textContent = refusal.message;
    return;
  }
  askFor(over, {
    title: t("actionWith", name),
    lead: [element("p", { class: "hint" }, t("actionHint"))],
    questions: [
      { field: "what", kind: "TEXT", display: t("actionWhat"), required: true },
      { field: "risk", kind: "CODED", multiple: true, display: t("actionRisk"), required: true, choices: items[0] },
      { field: "goal", kind: "CODED", multiple: true, display: t("actionGoal"), required: true, choices: items[1] },
      {
        field: "result",
        kind: "CODED",
        display: t("actionResult"),
        required: true,
        usual: "ONGOING",
        choices: named(choices("actionResult")),
      },
    ],
    buttons: [{ words: t("actionSave") }],
    send: (answers) => service.saveAction({ patient, ...answers }),
    after: () => (said.textContent = t("actionRecorded")),
  });
}

/** @returns {Promise<Array>} for each of the directions the items that can change of the instrument in which more is more of that, as choices */
async function dynamicItems(...directions) {
  const known = await Promise.all((await api.instruments()).map(({ code }) => api.instrument(code)));
  return directions.map((direction) => {
    const found = known.find(({ dimensions }) => dimensions.some(({ higher }) => higher === direction));
    return (found?.items ?? [])
      .filter((item) => !item.static)
      .map((item) => ({ code: item.code, display: `${item.code} ${item.display}`, offered: true }));
  });
}
