/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { answer, readable, values } from "./answers.js";
import { capitalized, element, unseen } from "./dom.js";
import { readableDay, t } from "./strings.js";

/** With more choices than this a list is chosen from instead of buttons. */
const MOST_BUTTONS = 9;

/** As many characters as the server takes of a reason. */
const LONGEST_REASON = 230;

/** One thing the form asks: its control, its answer, and what there is to say about it. */
export class Field {
  /**
   * @param {string} name the server's name of it: `context`, `ratings.05`
   * @param {Object} control
   * @param {Function} control.read gives the answer: a value, a list where several can be given, null for none
   * @param {Function} control.write shows an answer
   * @param {Function} control.focus goes to where an answer is given
   * @param {Function} [control.recorded] gives the answer that an assessment holds; by default the one of that name
   * @param {Function} [control.words] gives an answer as people read it
   * @param {Function} [control.incomplete] whether something is typed that is no answer yet
   * @param {Function} [control.holds] whether an element is part of the control
   * @param {boolean} [control.local] whether it is the form's own, and nothing of the record
   */
  constructor(name, control) {
    Object.assign(this, {
      name,
      recorded: (assessment) => answer(assessment, name),
      words: (held) => values(held).join(", "),
      incomplete: () => false,
      holds: (part) => this.element.contains(part),
      isAsked: () => true,
      ...control,
    });
    this.noteSlot = element("p", { class: "note", id: `note-${name}` });
    this.warningSlot = element("p", { class: "warning", id: `warning-${name}` });
    this.faultSlot = element("p", { class: "fault", id: `fault-${name}` });
    this.slots = [this.noteSlot, this.warningSlot, this.faultSlot];
    /** Ids of what describes the control, for `aria-describedby`. */
    this.describedBy = this.slots.map((slot) => slot.id).join(" ");
  }

  /** @returns the answer as it is to be saved: none where it is not asked, though what was chosen stays in the control */
  given() {
    return this.isAsked() ? this.read() : null;
  }

  note(sentence) {
    this.noteSlot.textContent = sentence ?? "";
  }

  /** @param {string[]} sentences what is no fault, but has to be known */
  warn(sentences) {
    this.warningSlot.textContent = sentences.join(" ");
  }

  /** @param {string[]} sentences none where nothing is wrong */
  blame(sentences) {
    this.faulty = sentences.length > 0;
    this.faultSlot.textContent = sentences.join(" ");
    this.element?.classList.toggle("faulty", this.faulty);
    const invalid = this.element?.querySelector("input:not([type=radio]), select, textarea") ?? null;
    const marked = this.element?.getAttribute("role") === "radiogroup" ? this.element : invalid;
    marked?.setAttribute("aria-invalid", String(this.faulty));
  }
}

/** @returns {boolean} whether two answers are the same, whatever the order of their values */
export const same = (one, other) =>
  JSON.stringify(
    values(one ?? null)
      .map(String)
      .sort(),
  ) ===
  JSON.stringify(
    values(other ?? null)
      .map(String)
      .sort(),
  );

/**
 * @param {Object} question of the instrument
 * @param {Object} beside
 * @param {*} [beside.held] the answer in the record: a choice no longer offered is shown only where it is held
 * @param {Array} [beside.label] what it is called, where the question's own name is not enough or too much
 * @param {string} [beside.hint]
 * @param {Element} [beside.lead] what stands beside a rating and describes it
 * @returns {Field} the control for it
 */
export function questionField(question, { held = null, label = null, hint = null, lead = null } = {}) {
  const choices = (question.choices ?? []).filter((choice) => choice.offered || values(held).includes(choice.code));
  const called = label ?? name(question);
  if (question.kind !== "CODED") {
    return inputField(question, called, hint);
  }
  if (question.multiple) {
    return checkboxField(question.field, called, choices, hint);
  }
  return choices.length > MOST_BUTTONS
    ? selectField(question.field, called, choices)
    : radioField(question, called, choices, { hint, lead });
}

const name = (question) => [
  question.item ? number(question.item) : "",
  capitalized(question.display),
  question.qualifier ? detail(question.qualifier) : "",
  question.required || question.part === "RATING" ? "" : detail(t("optional")),
];

/** The code of an item, before its name. */
export const number = (code) => element("span", { class: "number" }, code);

/** What is said more softly after a name, and apart from it. */
export const detail = (words) => [" ", element("span", { class: "detail" }, words)];

/** @returns {string} the key that chooses an answer: its code where that is one character, − for "omitted", else its first letter */
export function keyOf(choice) {
  if (choice.code.length === 1) {
    return choice.code;
  }
  return choice.kind === "OMITTED" ? "-" : plain(choice.display)[0].toUpperCase();
}

/** Without accents, as keys are typed. */
const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "");

function radioField(question, label, choices, { hint, lead }) {
  const radios = choices.map((choice) => element("input", { type: "radio", name: question.field, value: choice.code }));
  const chosen = () => radios.find((radio) => radio.checked);
  const changed = (from) => from.dispatchEvent(new Event("change", { bubbles: true }));
  const field = new Field(question.field, {
    read: () => chosen()?.value ?? null,
    write: (value) => {
      // Of several answers in a faulty record none is the right one.
      const only = values(value).length === 1 ? values(value)[0] : null;
      radios.forEach((radio) => (radio.checked = radio.value === only));
      field.note(values(value).length > 1 ? t("several", readable(question, value)) : null);
    },
    words: (held) => readable(question, held),
    focus: () => (chosen() ?? radios[0]).focus(),
  });
  const clear = (from) => {
    radios.forEach((radio) => (radio.checked = false));
    changed(from);
  };
  const press = (event) => {
    // Of several with one key the next: pressed again, it goes on.
    const meant = radios.filter((_, i) => keyOf(choices[i]) === event.key.toUpperCase());
    const typed = meant[(meant.indexOf(chosen()) + 1) % meant.length];
    if (event.ctrlKey || event.altKey || event.metaKey) {
      return;
    }
    if (typed) {
      typed.checked = true;
      typed.focus();
      changed(typed);
    } else if (event.key === "Delete" || event.key === "Backspace") {
      clear(event.target);
    } else {
      return;
    }
    event.preventDefault();
  };
  field.choices = element(
    "div",
    { class: "choices" },
    choices.map((choice, i) => element("label", { class: "choice" }, radios[i], element("span", {}, choice.display))),
    // By keyboard the Delete key does the same.
    element(
      "button",
      { type: "button", class: "clear", tabindex: "-1", onclick: () => clear(radios[0]) },
      t("clear"),
      unseen(t("colon"), question.display),
    ),
  );
  field.element = element(
    "fieldset",
    {
      role: "radiogroup",
      class: "radios",
      "aria-required": question.required ? "true" : null,
      "aria-describedby": [lead?.id, field.describedBy].filter(Boolean).join(" "),
      onkeydown: (event) => event.target.type === "radio" && press(event),
    },
    element("legend", {}, label),
    field.choices,
    hint ? element("p", { class: "hint" }, hint) : "",
    lead ?? "",
    field.slots,
  );
  return field;
}

/** @param {Array} choices of `{code, display}` */
export function checkboxField(fieldName, label, choices, hint, recorded) {
  const boxes = [];
  const list = element("div", { class: "choices" });
  const field = new Field(fieldName, {
    read: () => boxes.filter((box) => box.checked).map((box) => box.value),
    write: (value) => boxes.forEach((box) => (box.checked = values(value).includes(box.value))),
    words: (held) =>
      boxes
        .filter((box) => values(held).includes(box.value))
        .map((box) => box.parentElement.textContent)
        .join(", "),
    focus: () => (boxes[0] ?? field.element.querySelector("select"))?.focus(),
    ...(recorded && { recorded }),
  });
  /** Offers one more; @returns {Element} its checkbox */
  field.offer = (choice) => {
    const box = element("input", { type: "checkbox", name: fieldName, value: choice.code });
    boxes.push(box);
    list.append(element("label", { class: "choice" }, box, element("span", {}, choice.display)));
    return box;
  };
  choices.forEach(field.offer);
  field.element = element(
    "fieldset",
    { "aria-describedby": field.describedBy },
    element("legend", {}, label),
    list,
    hint ? element("p", { class: "hint" }, hint) : "",
    field.slots,
  );
  return field;
}

/**
 * A list from which more choices are added to checkboxes.
 *
 * @param {Field} field the checkboxes
 * @param {Array} others of `{code, display}`
 */
export function offerOthers(field, others, label) {
  const select = element(
    "select",
    // Only what is added is an answer.
    { id: `other-${field.name}`, onchange: (event) => event.stopPropagation() },
    element("option", { value: "" }, t("choose")),
    others.map((other) => element("option", { value: other.code }, other.display)),
  );
  const option = (code) => [...select.options].find((candidate) => candidate.value === code);
  const offer = (other) => {
    option(other.code).remove();
    return field.offer(other);
  };
  const add = () => {
    const chosen = others.find((other) => other.code === select.value);
    if (chosen) {
      const box = offer(chosen);
      box.checked = true;
      box.dispatchEvent(new Event("change", { bubbles: true }));
    }
  };
  field.element.append(
    element(
      "div",
      { class: "row" },
      element("label", { for: select.id }, label),
      select,
      element("button", { type: "button", onclick: add }, t("add")),
    ),
  );
  const write = field.write;
  field.write = (value) => {
    others.filter((other) => values(value).includes(other.code) && option(other.code)).forEach(offer);
    write(value);
  };
}

/** @param {Array} choices of `{code, display}` */
export function selectField(fieldName, label, choices, { recorded, hint, blank = true } = {}) {
  const select = element(
    "select",
    { id: fieldName, name: fieldName },
    blank ? element("option", { value: "" }, t("choose")) : "",
    choices.map((choice) => element("option", { value: choice.code }, choice.display)),
  );
  return inLine(
    fieldName,
    label,
    select,
    {
      read: () => select.value || null,
      write: (value) => (select.value = value ?? ""),
      words: (held) => [...select.options].find((option) => option.value === held)?.textContent,
      ...(recorded && { recorded }),
    },
    hint,
  );
}

/** A number, a day or a text. What is typed and is no number goes to the server as it is, which says so. */
function inputField(question, label, hint) {
  const isDay = question.kind === "DATE";
  const input =
    question.kind === "TEXT"
      ? element("textarea", { id: question.field, rows: "2" })
      : element("input", {
          id: question.field,
          type: isDay ? "date" : "text",
          inputmode: question.kind === "NUMBER" ? "numeric" : null,
          autocomplete: "off",
        });
  const number = (text) => (/^-?\d+([.,]\d+)?$/.test(text) ? Number(text.replace(",", ".")) : text);
  return inLine(
    question.field,
    label,
    input,
    {
      read: () => (question.kind === "NUMBER" ? number(input.value.trim()) : input.value) || null,
      write: (value) => (input.value = values(value).length > 1 ? "" : (value ?? "")),
      words: (held) => readable(question, held),
      incomplete: () => input.validity.badInput,
    },
    hint,
  );
}

/** The day of the assessment. A moment in the record stays as exact as it is while its day stays the same. */
export function dateField(fieldName, label, recorded, latest) {
  const input = element("input", { id: fieldName, type: "date", max: latest });
  return inLine(fieldName, label, input, {
    read: () => input.value || null,
    write: (value) => (input.value = value ?? ""),
    words: (held) => readableDay(held),
    incomplete: () => input.validity.badInput,
    recorded,
  });
}

/** Why a complete assessment is amended: told with the amendment, and kept in the record. */
export function reasonField() {
  const text = element("textarea", { id: "reason", rows: "2", maxlength: LONGEST_REASON, required: true });
  return inLine(
    "reason",
    t("reason"),
    text,
    { read: () => text.value.trim() || null, write: (value) => (text.value = value ?? ""), recorded: () => null },
    t("reasonHint", LONGEST_REASON),
  );
}

function inLine(fieldName, label, control, behaviour, hint) {
  const field = new Field(fieldName, { ...behaviour, focus: () => control.focus() });
  control.setAttribute("aria-describedby", [hint ? `hint-${fieldName}` : "", field.describedBy].join(" ").trim());
  field.element = element(
    "div",
    { class: "field" },
    element("label", { for: fieldName }, label),
    control,
    hint ? element("p", { class: "hint", id: `hint-${fieldName}` }, hint) : "",
    field.slots,
  );
  return field;
}

/** A mark that is set beside each item: its answer is the list of the items marked. */
export function markField(question, label) {
  const boxes = new Map();
  const field = new Field(question.field, {
    read: () => [...boxes.keys()].filter((item) => boxes.get(item).checked),
    write: (value) => boxes.forEach((box, item) => (box.checked = values(value).includes(item))),
    words: (held) => readable(question, held),
    focus: () => boxes.values().next().value.focus(),
    holds: (part) => [...boxes.values()].includes(part),
  });
  field.element = element("div", { class: "field" }, field.slots);
  /** @returns {Element} the checkbox for an item; null where the item cannot be marked so */
  field.beside = (item) => {
    if (!question.choices.some((choice) => choice.code === item.code)) {
      return null;
    }
    const box = element("input", {
      type: "checkbox",
      "aria-label": `${label}${t("colon")}${item.display}`,
      "aria-describedby": field.faultSlot.id,
    });
    boxes.set(item.code, box);
    return element("label", { class: "choice" }, box, element("span", {}, label));
  };
  return field;
}
