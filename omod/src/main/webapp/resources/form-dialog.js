/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { isExcluded } from "./answers.js";
import { open } from "./dialogs.js";
import { element } from "./dom.js";
import { questionField, same } from "./fields.js";
import "./service-texts.js";
import { readableDay, t } from "./strings.js";

/** Of a stay: where no place is free from then on, the server says from when. */
const FIRST_DAY = "from";

/**
 * Asks for some answers in a window over the page and sends them; what is refused is told at its field, and nothing entered is lost.
 *
 * @param {Element} over where it is opened from
 * @param {Object} form
 * @param {string} form.title
 * @param {Array} [form.lead] what is to be known before answering
 * @param {Array} form.questions as those of an instrument; `more` for what is folded away, `hint`, `control` for a field of its own
 * @param {Object} [form.held] the answers in the record; only what differs from them is sent
 * @param {Array} form.buttons of `{words, answers, asks}`: what each adds to the answers; `asks` names a question that it asks first
 * @param {Function} form.send takes the body, and gives what the server answers
 * @param {Function} form.after called with that once the window is closed
 * @param {Function} [form.refused] called with what the server refuses, beside what is told here
 */
export function askFor(over, { title, lead = [], questions, held = {}, buttons, send, after, refused = () => {} }) {
  const fields = new Map(
    questions.map((question) => [
      question.field,
      question.control ?? questionField(question, { held: held[question.field] ?? null, hint: question.hint }),
    ]),
  );
  const given = (name) => fields.get(name)?.given() ?? null;
  const fault = element("p", { class: "fault", role: "alert" });
  /** Questions that are asked once their button was pressed. */
  const awaited = new Set(buttons.map((button) => button.asks).filter(Boolean));
  let sending = false;

  const drawAsked = () => {
    for (const question of questions) {
      fields.get(question.field).element.hidden = !fields.get(question.field).isAsked();
    }
  };

  for (const question of questions) {
    const field = fields.get(question.field);
    field.isAsked = () => !awaited.has(question.field) && !isExcluded(question, given);
    field.write(held[question.field] ?? question.usual ?? null);
  }

  const body = () => {
    const answers = {};
    for (const [name, field] of fields) {
      const answer = field.given();
      const isNew = !(name in held);
      if (isNew ? answer !== null && answer.length !== 0 : !same(answer, held[name])) {
        answers[name] = answer;
      }
    }
    return answers;
  };

  const blame = (refusal) => {
    const told = new Set();
    for (const [name, field] of fields) {
      const sentences = field.element.hidden ? [] : (refusal?.faults[name] ?? []);
      field.blame(sentences);
      if (sentences.length) {
        told.add(name);
        field.element.closest("details")?.setAttribute("open", "");
      }
    }
    const elsewhere = Object.entries(refusal?.faults ?? {}).filter(([name]) => !told.has(name));
    fault.textContent = !refusal
      ? ""
      : [
          told.size ? t("notDone", told.size) : refusal.status === 409 ? refusal.said : "",
          ...elsewhere.flatMap(([name, sentences]) =>
            sentences.map((sentence) => `${t("fieldNamed", name)} ${sentence}`),
          ),
          ...refusal.globalFaults,
          !told.size && !elsewhere.length && refusal.status !== 409 ? refusal.message : "",
        ]
          .filter(Boolean)
          .join(" ");
    const first = [...fields].find(([name]) => told.has(name));
    first?.[1].focus();
    const from = fields.get(FIRST_DAY);
    if (refusal?.freeFrom && from?.isAsked()) {
      const take = () => {
        from.write(refusal.freeFrom);
        from.focus();
      };
      fault.append(
        " ",
        element("button", { type: "button", onclick: take }, t("takeDay", readableDay(refusal.freeFrom))),
      );
    }
  };

  const submit = async (event) => {
    event.preventDefault();
    const button = buttons[Number(event.submitter?.dataset.button ?? 0)];
    if (button.asks && awaited.delete(button.asks)) {
      drawAsked();
      fields.get(button.asks).focus();
      return;
    }
    const incomplete = [...fields.values()].find((field) => field.isAsked() && field.incomplete());
    if (incomplete) {
      incomplete.blame([t("dateIncomplete")]);
      incomplete.focus();
      return;
    }
    if (sending) {
      return;
    }
    sending = true;
    fault.textContent = "";
    let answer;
    try {
      answer = await send({ ...body(), ...button.answers });
    } catch (refusal) {
      if (!("faults" in refusal)) {
        throw refusal;
      }
      blame(refusal);
      refused(refusal);
      return;
    } finally {
      sending = false;
    }
    dialog.close();
    await after(answer);
  };

  /** With several buttons Enter would press the first of them, whatever was meant. */
  const enter = (event) => {
    if (event.key === "Enter" && buttons.length > 1 && event.target.tagName === "INPUT") {
      event.preventDefault();
    }
  };

  const elements = (more) =>
    questions.filter((question) => Boolean(question.more) === more).map(({ field }) => fields.get(field).element);
  const folded = elements(true);
  const dialog = open(
    over,
    title,
    element(
      "form",
      { class: "asked", novalidate: true, onsubmit: submit, onchange: drawAsked, onkeydown: enter },
      lead,
      elements(false),
      folded.length ? element("details", {}, element("summary", {}, t("moreOptional")), folded) : "",
      fault,
      element(
        "p",
        { class: "row ends" },
        buttons.map(({ words }, i) => element("button", { class: i === 0 ? "first" : null, "data-button": i }, words)),
        element("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
      ),
    ),
  );
  dialog.classList.add("wide");
  drawAsked();
  fields.values().next().value?.focus();
  return dialog;
}

/** Asks for nothing but a reason, which stays in the record. */
export const askReason = (over, { title, lead, confirm, send, after }) =>
  askFor(over, {
    title,
    lead: lead ? [element("p", {}, lead)] : [],
    questions: [{ field: "reason", kind: "TEXT", display: t("voidReason"), required: true }],
    buttons: [{ words: confirm }],
    send: ({ reason }) => send(reason ?? ""),
    after,
  });
