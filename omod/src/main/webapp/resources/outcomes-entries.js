/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { choices } from "./codes.js";
import { today } from "./days.js";
import { capitalized, element } from "./dom.js";
import { askFor } from "./form-dialog.js";
import "./outcomes-texts.js";
import * as service from "./service-api.js";
import { t } from "./strings.js";

/** Kinds of events that last from a day to another. */
const LASTING = ["HOSPITALIZATION", "DETENTION_ON_OLDER_SENTENCE", "LOSS"];

const KINDS = choices("eventKind").map(({ code }) => code);

const OF_AN_OFFENCE = { kind: KINDS.filter((kind) => kind !== "NEW_OFFENCE") };

const coded = (field, list, more) => ({
  field,
  kind: "CODED",
  display: t("entryField")[field],
  choices: choices(list).map((choice) => ({ ...choice, display: capitalized(choice.display) })),
  ...more,
});

const dated = (field, more) => ({ field, kind: "DATE", display: t("entryField")[field], ...more });

/** @returns {Array} what an event is asked: what is not said of an offence is recorded as not known */
export const eventFields = ({ definitions }) => [
  coded("kind", "eventKind", { required: true }),
  {
    field: "date",
    kind: "LINE",
    display: t("entryField").date,
    hint: t("dateHint"),
    notAskedWhere: { kind: LASTING },
  },
  dated("from", { required: true, notAskedWhere: { kind: KINDS.filter((kind) => !LASTING.includes(kind)) } }),
  dated("to", { hint: t("toHint"), notAskedWhere: { kind: KINDS.filter((kind) => !LASTING.includes(kind)) } }),
  coded("source", "source", { required: true }),
  coded("certainty", "certainty", { required: true }),
  dated("informed"),
  coded("cause", "cause", { notAskedWhere: { kind: KINDS.filter((kind) => kind !== "DEATH") } }),
  coded("conviction", "conviction", { notAskedWhere: OF_AN_OFFENCE }),
  dated("convicted", {
    notAskedWhere: { ...OF_AN_OFFENCE, conviction: ["NOT_YET", "NONE", "NOT_KNOWN"] },
  }),
  ...(definitions.violentDefinition
    ? [
        coded("violent", "violent", {
          notAskedWhere: OF_AN_OFFENCE,
          hint: `${definitions.violentDefinition.name}${t("colon")}${definitions.violentDefinition.text}`,
        }),
      ]
    : []),
  coded("severity", "severity", { notAskedWhere: OF_AN_OFFENCE }),
  coded("victim", "victim", { notAskedWhere: OF_AN_OFFENCE }),
  coded("qualification", "qualification", { notAskedWhere: OF_AN_OFFENCE, hint: t("qualificationHint") }),
];

/** @returns {Array} what a check is asked */
export const checkFields = () => [
  dated("day", { required: true, usual: today() }),
  coded("kind", "checkKind", { required: true }),
  coded("source", "source", { required: true }),
  coded("result", "result", { required: true }),
  dated("coversUntil", { required: true, hint: t("coversUntilHint"), notAskedWhere: { result: ["NOT_FOUND"] } }),
  ...["housing", "work", "ties", "substanceUse", "careContact"].map((field) => coded(field, field, { more: true })),
  { field: "note", kind: "TEXT", display: t("entryField").note, more: true },
];

const LEAD = { outcomeevent: "eventLead", followupcheck: "checkLead" };

const record = (sort, title, questions) => (over, followUp, name, after) =>
  askFor(over, {
    title: t(title, name),
    lead: [element("p", { class: "hint" }, t(LEAD[sort]))],
    questions: questions(followUp),
    buttons: [{ words: t("entrySave"), answers: { patient: followUp.patient.uuid } }],
    send: (body) => service.saveEntry(sort, null, body),
    after,
  });

/** Whether an offence was violent is answered by a definition; by another one it is not answered yet, and asked anew. */
const heldOf = (entry, questions, { violentDefinition }) => ({
  ...Object.fromEntries(questions.map(({ field }) => [field, entry[field]?.code ?? entry[field] ?? null])),
  ...(violentDefinition && entry.violentBy !== violentDefinition.name && { violent: null }),
});

/** What kind it is stays: another is voided, and recorded anew. */
const amend = (sort, questions) => (over, followUp, entry, after) => {
  const asked = questions(followUp);
  askFor(over, {
    title: t("entryAmendOf", entry.display),
    lead: [element("p", { class: "hint" }, t("entryAmendExplained"))],
    questions: asked.map((question) =>
      sort === "outcomeevent" && question.field === "kind"
        ? { ...question, choices: question.choices.filter(({ code }) => code === entry.kind.code) }
        : question,
    ),
    held: heldOf(entry, asked, followUp.definitions),
    buttons: [{ words: t("entrySave"), answers: { version: entry.version } }],
    send: (body) => service.saveEntry(sort, entry.uuid, body),
    after,
  });
};

export const recordEvent = record("outcomeevent", "eventOf", eventFields);

export const recordCheck = record("followupcheck", "checkFor", checkFields);

export const amendEvent = amend("outcomeevent", eventFields);

export const amendCheck = amend("followupcheck", checkFields);
