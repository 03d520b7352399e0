/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { isExcluded, values } from "./answers.js";
import { open } from "./dialogs.js";
import { capitalized, element } from "./dom.js";
import { checkboxField, detail, offerOthers, questionField } from "./fields.js";
import { t } from "./strings.js";
import "./record-texts.js";

/** With more items of an instrument than this, only those that concern the person are shown at first. */
const MANY = 10;

/** Questions of a record in a window over the page, with what is wrong shown at its field. */
export class RecordForm {
  #over;
  #title;
  #save;
  #busy = false;
  #listeners = [];

  /** What the button said that was pressed last: an answer too, where one saves with an answer. */
  pressed = null;

  /**
   * @param {Element} over where it is opened from
   * @param {Function} save saves what is given, and resolves once that is done; throws a refusal
   */
  constructor(over, title, save) {
    this.#over = over;
    this.#title = title;
    this.#save = save;
  }

  /**
   * @param {Field[]} fields
   * @param {Element[]} buttons those that save are plain ones, with the answer as their value where they give one
   */
  open(fields, buttons) {
    this.fields = fields;
    this.message = element("p", { class: "fault", role: "alert" });
    const form = element(
      "form",
      { class: "record", novalidate: true, onsubmit: (event) => this.#submit(event), onchange: () => this.#changed() },
      fields.map((field) => field.element),
      this.message,
      element(
        "div",
        { class: "row" },
        buttons,
        element("button", { type: "button", onclick: () => this.close() }, t("cancel")),
      ),
    );
    this.dialog = open(this.#over, this.#title, form);
    this.#changed();
    fields.find((field) => field.name !== "date")?.focus();
  }

  close() {
    this.dialog.close();
  }

  /** @param {Function} listener called whenever an answer changes */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** @returns the answer in the field of that name; null where there is none */
  given(name) {
    return this.fields?.find((field) => field.name === name)?.given() ?? null;
  }

  #changed() {
    this.#listeners.forEach((listener) => listener());
    this.fields.forEach((field) => (field.element.hidden = !field.isAsked() && !field.faulty));
  }

  async #submit(event) {
    event.preventDefault();
    if (this.#busy) {
      return;
    }
    this.pressed = event.submitter?.value || null;
    await this.attempt(this.#save);
  }

  /** Does what the server may refuse, and shows what it says against it. */
  async attempt(act) {
    this.#busy = true;
    try {
      await act();
    } catch (refusal) {
      this.#blame(refusal);
    } finally {
      this.#busy = false;
    }
  }

  #blame(refusal) {
    const faults = refusal.faults ?? {};
    const placed = this.fields.filter((field) => faults[field.name]);
    this.fields.forEach((field) => field.blame(faults[field.name] ?? []));
    const elsewhere = Object.entries(faults)
      .filter(([name]) => !placed.some((field) => field.name === name))
      .flatMap(([, said]) => said);
    const said = [...elsewhere, ...(refusal.globalFaults ?? [])];
    this.message.textContent = placed.length || said.length ? said.join(" ") : t("notSaved", refusal.message);
    this.#changed();
    placed[0]?.focus();
  }
}

/**
 * @param {RecordForm} form whose other answers say whether this is asked
 * @param {Object} asked the question
 * @param {*} held the answer that is shown at first
 * @param {Object} beside
 * @param {Array} [beside.near] of a question that takes items, those that concern the person most, as `{code}`
 * @param {Function} [beside.given] gives the answer to another question, by its field
 * @returns {Field} the control for it, with the answer in it
 */
export function recordField(form, asked, held, { near = [], given = (name) => form.given(name) } = {}) {
  const tooMany = asked.itemsOf && asked.choices.length > MANY;
  const field = tooMany ? few(asked, held, near) : questionField(asked, { held });
  field.asked = asked;
  field.isAsked = () => !isExcluded(asked, given);
  field.write(held);
  return field;
}

/** The choices that concern the person, and a list to add others from. */
function few(asked, held, near) {
  const shown = asked.choices.filter(
    ({ code }) => near.some((choice) => choice.code === code) || values(held).includes(code),
  );
  const label = element("span", {}, capitalized(asked.display), detail(t("optional")));
  const field = checkboxField(asked.field, label, shown);
  offerOthers(
    field,
    asked.choices.filter((choice) => !shown.includes(choice)),
    t("recordOther"),
  );
  return field;
}

/** @returns {Element} the button that saves */
export const saveButton = (words = t("recordSave"), value = null, first = true) =>
  element("button", { class: first ? "first" : null, value }, words);
