/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { element } from "./dom.js";
import { readableDay, t } from "./strings.js";

/**
 * A window over the page, which Escape closes and which gives the focus back to where it was.
 *
 * @param {Element} over where it is opened from
 * @returns {HTMLDialogElement} opened
 */
export function open(over, title, ...content) {
  // One can be opened over another.
  const id = `dialog-title-${over.querySelectorAll("dialog").length}`;
  const dialog = element(
    "dialog",
    { "aria-labelledby": id, onclose: () => dialog.remove() },
    element("h2", { id }, title),
    content,
  );
  over.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Asks for the reason of something that takes a record away, and does it.
 *
 * @param {Object} of
 * @param {string} of.title
 * @param {string} of.explained what it does
 * @param {string} of.confirm what the button says that does it
 * @param {Function} of.act does it, with the reason
 * @param {Function} after called once it is done
 */
export function askReason(over, { title, explained, confirm, act }, after) {
  const fault = element("p", { class: "fault", role: "alert" });
  const reason = element("input", { id: "void-reason", required: true, maxlength: "230", autocomplete: "off" });
  const submit = async (event) => {
    event.preventDefault();
    try {
      await act(reason.value);
    } catch (refusal) {
      fault.textContent = [refusal.message, ...Object.values(refusal.faults).flat()].join(" ");
      reason.focus();
      return;
    }
    dialog.close();
    await after();
  };
  const dialog = open(
    over,
    title,
    element(
      "form",
      { onsubmit: submit },
      element("p", {}, explained),
      element("label", { for: "void-reason" }, t("voidReason")),
      reason,
      fault,
      element(
        "p",
        { class: "row" },
        element("button", { class: "first" }, confirm),
        element("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
      ),
    ),
  );
  reason.focus();
}

/**
 * Asks for the reason and voids the assessment.
 *
 * @param {Function} after called once it is voided
 */
export const askToVoid = (over, assessment, after) =>
  askReason(
    over,
    {
      title: t("voidOf", readableDay(assessment.date)),
      explained: t("voidExplained"),
      confirm: t("voidConfirm"),
      act: (reason) => api.voidAssessment(assessment.uuid, reason),
    },
    after,
  );

/** Puts into an element what is read, or why it cannot be. */
async function fill(content, read, fault) {
  try {
    content.replaceChildren(...(await read()));
  } catch (refusal) {
    content.replaceChildren(element("p", fault, refusal.message));
  }
}

/**
 * Something folded that is read once it is asked for.
 *
 * @param {Function} read gives what is then shown
 * @returns {Element}
 */
export function foldedUntilRead(title, read) {
  const content = element("div", {});
  const unfold = ({ target }) => {
    if (target.open && !content.childElementCount) {
      content.replaceChildren(element("p", {}, t("loading")));
      fill(content, read, { class: "fault" });
    }
  };
  return element("details", { ontoggle: unfold }, element("summary", {}, title), content);
}

/** Shows what somebody asked for, or why it cannot be. */
export async function show(over, title, read) {
  const content = element("div", { class: "scrolled", tabindex: "0" }, element("p", {}, t("loading")));
  const dialog = open(
    over,
    title,
    content,
    element("p", { class: "row" }, element("button", { type: "button", onclick: () => dialog.close() }, t("close"))),
  );
  await fill(content, read, { class: "fault", role: "alert" });
}
