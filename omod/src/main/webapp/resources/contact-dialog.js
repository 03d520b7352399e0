/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { plusDays, shortDay, today } from "./days.js";
import { capitalized, element } from "./dom.js";
import { askFor } from "./form-dialog.js";
import { recordType, saveRecord } from "./person-api.js";
import { readableDay, t } from "./strings.js";
import "./worklist-texts.js";

/** So many days back a contact's day is a tap away. */
const DAYS_NEAR = 7;

const OTHER_DAY = "OTHER";

/** The question of a contact that its buttons answer. */
const OUTCOME = "outcome";

/**
 * Charts that a contact was kept, missed or cancelled: opened with one tap, answered with a second, saved with a third.
 *
 * @param {Element} over where it is opened from
 * @param {Object} whom
 * @param {string} whom.patient
 * @param {string} whom.name
 * @param {string} [whom.provider] who records it
 * @param {Element} whom.said where it is told that what is asked cannot be read
 * @param {Function} whom.recorded called once it is recorded; gives the element in which that is told
 */
export async function recordContact(over, { patient, name, provider, said, recorded }) {
  const type = await typeOf("CONTACT", said);
  if (!type) {
    return;
  }
  const { [OUTCOME]: outcome, ...others } = Object.fromEntries(type.questions.map((asked) => [asked.field, asked]));
  // What is asked of one outcome alone is asked once that is said.
  const awaits = (choice) =>
    Object.values(others).find(
      ({ notAskedWhere = {} }) => notAskedWhere[OUTCOME] && !notAskedWhere[OUTCOME].includes(choice.code),
    )?.field;
  askFor(over, {
    title: t("contactWith", name),
    questions: [
      named(others.kind),
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
      { ...named(others.cancelledBy), notAskedWhere: null },
      { ...others.note, hint: t("contactNoteHint"), more: true },
    ],
    buttons: outcome.choices.map((choice) => ({
      words: capitalized(choice.display),
      answers: { [OUTCOME]: choice.code },
      asks: awaits(choice),
    })),
    send: ({ day, date, cancelledBy, ...answers }) => {
      const on = day === OTHER_DAY ? date : day;
      return saveRecord("contact", null, {
        patient,
        ...(provider && { providers: [provider] }),
        // Today is a moment, so that two contacts of a day keep their order; a day that is not said is not today.
        ...(on !== today() && { date: on ?? "" }),
        // Somebody may have pressed "cancelled" first.
        ...(answers[OUTCOME] === "CANCELLED" && { cancelledBy }),
        ...answers,
      });
    },
    after: async (saved) => {
      const told = await recorded();
      told.replaceChildren(
        t(
          "contactRecorded",
          outcome.choices.find(({ code }) => code === saved[OUTCOME])?.display,
          readableDay(saved.date),
        ),
        " ",
        element(
          "button",
          { type: "button", class: "quiet", onclick: () => recordAction(over, { patient, name, said: told }) },
          t("actionAdd"),
        ),
      );
    },
  });
}

/** @returns {Promise<Object>} what is asked of such a record; null where it cannot be read, which is told */
async function typeOf(code, said) {
  try {
    return await recordType(code);
  } catch (refusal) {
    said.textContent = refusal.message;
    return null;
  }
}

const named = (asked) => ({
  ...asked,
  choices: asked.choices.map((choice) => ({ ...choice, display: capitalized(choice.display) })),
});

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
  const type = await typeOf("ACTION", said);
  if (!type) {
    return;
  }
  const asked = Object.fromEntries(type.questions.map((question) => [question.field, question]));
  askFor(over, {
    title: t("actionWith", name),
    lead: [element("p", { class: "hint" }, t("actionHint"))],
    questions: [
      asked.what,
      items(asked.risk),
      items(asked.goal),
      { ...named(asked.result), usual: "ONGOING" },
      ...[asked.who, asked.to, asked.note].map((question) => ({ ...question, more: true })),
    ],
    buttons: [{ words: t("actionSave") }],
    send: (answers) => saveRecord("action", null, { patient, ...answers }),
    after: () => (said.textContent = t("actionRecorded")),
  });
}

/** The items of a question with their codes, since two can be called the same. Of the two questions one at least is answered. */
const items = (question) => ({
  ...question,
  required: true,
  choices: question.choices.map((choice) => ({ ...choice, display: `${choice.code} ${choice.display}` })),
});
