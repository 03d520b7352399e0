/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { isExcluded, values } from "./answers.js";
import { askReason } from "./dialogs.js";
import { element } from "./dom.js";
import { dateField, same } from "./fields.js";
import { saveRecord, voidRecord } from "./person-api.js";
import { recordField, RecordForm, saveButton } from "./record-form.js";
import { day, t, today } from "./strings.js";

/** The question whose answer saves: what became of a contact is the last thing that is said of it. */
const SAVES = { contact: "outcome" };

/** What is answered unless somebody says otherwise: what is begun goes on, and who was asked today has not answered yet. */
const PRESETS = { action: { result: "ONGOING" }, relay: { answer: "WAITING" } };

/**
 * Charts a contact, an action or a relay, or changes one: with every question of the record and the fewest steps.
 *
 * @param {Element} over where it is opened from
 * @param {Object} of
 * @param {string} of.kind `contact`, `action` or `relay`
 * @param {Object} of.type what is asked of it
 * @param {string} of.person
 * @param {Object} [of.record] the one to change
 * @param {Object} [of.preset] answers by their field
 * @param {Object} [of.near] by field, the choices that concern the person, as `{code, display}`
 * @param {Function} after called with the record once it is saved, and with what to undo it by; with null once it is voided
 */
export function chartRecord(over, { kind, type, person, record = null, preset = {}, near = {} }, after) {
  // Only of a new record: of one that is changed what became of it is an answer like others.
  const saving = record ? null : type.questions.find(({ field }) => field === SAVES[kind]);
  const form = new RecordForm(over, t(record ? "recordChange" : "recordNew")[kind], async () => {
    const saved = await saveRecord(kind, record?.uuid ?? null, body(form, person, record, saving));
    form.close();
    await after(saved, record ? null : () => voidRecord(kind, saved.uuid, t("recordByMistake")));
  });
  const given = (name) => (name === saving?.field ? form.pressed : form.given(name));
  const first = { ...PRESETS[kind], ...preset };
  const fields = type.questions
    .filter((asked) => asked !== saving)
    .map((asked) => {
      const held = (record ? record[asked.field] : first[asked.field]) ?? null;
      const field = recordField(form, asked, held, { near: near[asked.field], given });
      // What depends on what saves is asked only once that is known.
      const waits = saving && saving.field in (asked.notAskedWhere ?? {});
      field.isAsked = () => !(waits && form.pressed === null) && !isExcluded(asked, given);
      return field;
    });
  form.open(
    [dayField(record), ...fields],
    [
      saving
        ? saving.choices.map(({ code, display }, i) => saveButton(t("recordSaveAs", display), code, i === 0))
        : saveButton(),
      record ? voidButton(form, kind, record, after) : "",
    ],
  );
}

function dayField(record) {
  const field = dateField("date", t("date"), (held) => day(held.date), today());
  field.write(record ? day(record.date) : today());
  return field;
}

function body(form, person, record, saving) {
  const sent = record ? { version: record.version } : { patient: person };
  if (saving && form.pressed) {
    sent[saving.field] = form.pressed;
  }
  for (const field of form.fields) {
    const answer = field.given();
    if (field.name === "date") {
      // Today is a moment, so that two contacts of a day keep their order.
      if (answer !== (record ? day(record.date) : today())) {
        sent.date = answer;
      }
    } else if (record ? !same(answer, record[field.name]) : values(answer).length) {
      sent[field.name] = values(answer).length ? answer : null;
    }
  }
  return sent;
}

const voidButton = (form, kind, record, after) =>
  element(
    "button",
    {
      type: "button",
      class: "quiet",
      onclick: () =>
        askReason(
          form.dialog,
          {
            title: t("recordVoid")[kind],
            explained: t("recordVoidExplained"),
            confirm: t("recordVoidConfirm"),
            act: (reason) => voidRecord(kind, record.uuid, reason),
          },
          () => {
            form.close();
            return after(null);
          },
        ),
    },
    t("void"),
  );
