/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { isExcluded, values } from "./answers.js";
import { open } from "./dialogs.js";
import { element } from "./dom.js";
import { checkboxField, dateField, offerOthers, questionField, same } from "./fields.js";
import { saveRecord, voidRecord } from "./person-api.js";
import { day, t } from "./strings.js";
import "./record-texts.js";

/** With more choices than this, only those that concern the person are shown at first. */
const MANY = 10;

/** The question whose answer saves: what became of a contact is the last thing that is said of it. */
const SAVES = { contact: "outcome" };

/** What is answered unless somebody says otherwise: what is begun goes on, and who was asked today has not answered yet. */
const PRESETS = { action: { result: "ONGOING" }, relay: { answer: "WAITING" } };

/**
 * Charts a contact, an action or a relay, or changes one: in a window over the page, with every question of the record and the fewest steps.
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
  const dialog = new RecordDialog(
    over,
    { kind, type, person, record, preset: { ...PRESETS[kind], ...preset }, near },
    after,
  );
  dialog.open();
}

class RecordDialog {
  #over;
  #of;
  #after;

  constructor(over, of, after) {
    this.#over = over;
    this.#of = of;
    this.#after = after;
  }

  open() {
    const { kind, record } = this.#of;
    this.message = element("p", { class: "fault", role: "alert" });
    this.fields = this.#fields();
    this.form = element(
      "form",
      { class: "record", novalidate: true, onsubmit: (event) => this.#submit(event), onchange: () => this.#changed() },
      this.fields.map((field) => field.element),
      this.message,
      element("div", { class: "row" }, this.#buttons()),
    );
    this.dialog = open(this.#over, t(record ? "recordChange" : "recordNew")[kind], this.form);
    this.#changed();
    this.fields.find((field) => field.name !== "date")?.focus();
  }

  #fields() {
    const { record } = this.#of;
    const today = new Date().toLocaleDateString("sv");
    const date = dateField("date", t("date"), (held) => day(held.date), today);
    date.write(record ? day(record.date) : today);
    return [date, ...this.#questions().map((asked) => this.#field(asked))];
  }

  /** Every question but the one whose answer saves, which has buttons. */
  #questions() {
    return this.#of.type.questions.filter((asked) => asked.field !== this.#saving);
  }

  /** Only of a new record: of one that is changed what became of it is an answer like others. */
  get #saving() {
    return this.#of.record ? null : SAVES[this.#of.kind];
  }

  #field(asked) {
    const held = this.#of.record?.[asked.field] ?? this.#of.preset[asked.field] ?? null;
    const field =
      asked.multiple && asked.choices.length > MANY ? this.#few(asked, held) : questionField(asked, { held });
    field.asked = asked;
    field.isAsked = () => !isExcluded(asked, (name) => this.#given(name));
    field.write(held);
    return field;
  }

  /** The choices that concern the person, and a list to add others from. */
  #few(asked, held) {
    const near = this.#of.near[asked.field] ?? [];
    const shown = asked.choices.filter(
      ({ code }) => near.some((choice) => choice.code === code) || values(held).includes(code),
    );
    const name = ({ code, display }) => ({ code, display: `${code} ${display}` });
    const label = element(
      "span",
      {},
      asked.display[0].toUpperCase() + asked.display.slice(1),
      " ",
      element("span", { class: "detail" }, t("optional")),
    );
    const field = checkboxField(asked.field, label, shown.map(name));
    offerOthers(field, asked.choices.filter((choice) => !shown.includes(choice)).map(name), t("recordOther"));
    return field;
  }

  #given(name) {
    return name === this.#saving ? this.outcome : (this.fields?.find((field) => field.name === name)?.given() ?? null);
  }

  #buttons() {
    const { record, kind, type } = this.#of;
    const saving = type.questions.find((asked) => asked.field === this.#saving);
    return [
      saving
        ? saving.choices.map((choice, i) =>
            element("button", { class: i ? null : "first", value: choice.code }, t("recordSaveAs", choice.display)),
          )
        : element("button", { class: "first" }, t("recordSave")),
      element("button", { type: "button", onclick: () => this.dialog.close() }, t("cancel")),
      record
        ? element("button", { type: "button", class: "quiet", onclick: () => this.#void(kind, record) }, t("void"))
        : "",
    ];
  }

  #changed() {
    this.fields.forEach((field) => (field.element.hidden = !field.isAsked()));
  }

  async #submit(event) {
    event.preventDefault();
    if (this.saving) {
      return;
    }
    this.outcome = event.submitter?.value || null;
    this.#changed();
    const { kind, record } = this.#of;
    this.saving = true;
    try {
      const saved = await saveRecord(kind, record?.uuid ?? null, this.#body());
      this.dialog.close();
      await this.#after(saved, record ? null : () => voidRecord(kind, saved.uuid, t("recordByMistake")));
    } catch (refusal) {
      this.#blame(refusal);
    } finally {
      this.saving = false;
    }
  }

  #body() {
    const { person, record } = this.#of;
    const body = record ? { version: record.version } : { patient: person };
    if (this.#saving && this.outcome) {
      body[this.#saving] = this.outcome;
    }
    for (const field of this.fields) {
      const given = field.given();
      const held = record && field.asked ? (record[field.name] ?? null) : null;
      if (field.name === "date") {
        // Today is a moment, so that two contacts of a day keep their order.
        const today = new Date().toLocaleDateString("sv");
        if (record ? given !== day(record.date) : given !== today) {
          body.date = given;
        }
      } else if (record ? !same(given, held) : values(given).length) {
        body[field.name] = values(given).length ? given : null;
      }
    }
    return body;
  }

  /** Shows what is wrong where it is wrong. */
  #blame(refusal) {
    const faults = refusal.faults ?? {};
    const placed = this.fields.filter((field) => faults[field.name]);
    this.fields.forEach((field) => field.blame(faults[field.name] ?? []));
    const elsewhere = Object.entries(faults)
      .filter(([name]) => !placed.some((field) => field.name === name))
      .flatMap(([, said]) => said);
    const said = [...elsewhere, ...(refusal.globalFaults ?? [])];
    this.message.textContent = placed.length || said.length ? said.join(" ") : t("notSaved", refusal.message);
    placed.forEach((field) => (field.element.hidden = false));
    placed[0]?.focus();
  }

  async #void(kind, record) {
    const reason = prompt(t("voidReason"));
    if (!reason?.trim()) {
      return;
    }
    try {
      await voidRecord(kind, record.uuid, reason);
      this.dialog.close();
      await this.#after(null);
    } catch (refusal) {
      this.#blame(refusal);
    }
  }
}
