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
  const dialog = element(
    "dialog",
    { "aria-labelledby": "dialog-title", onclose: () => dialog.remove() },
    element("h2", { id: "dialog-title" }, title),
    content,
  );
  over.append(dialog);
  dialog.showModal();
  return dialog;
}

/**
 * Asks for the reason and voids the assessment.
 *
 * @param {Function} after called once it is voided
 */
export function askToVoid(over, assessment, after) {
  const fault = element("p", { class: "fault", role: "alert" });
  const reason = element("input", { id: "void-reason", required: true, maxlength: "230", autocomplete: "off" });
  const submit = async (event) => {
    event.preventDefault();
    try {
      await api.voidAssessment(assessment.uuid, reason.value);
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
    t("voidOf", readableDay(assessment.date)),
    element(
      "form",
      { onsubmit: submit },
      element("p", {}, t("voidExplained")),
      element("label", { for: "void-reason" }, t("voidReason")),
      reason,
      fault,
      element(
        "p",
        { class: "row" },
        element("button", { class: "first" }, t("voidConfirm")),
        element("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
      ),
    ),
  );
  reason.focus();
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
  try {
    content.replaceChildren(...(await read()));
  } catch (refusal) {
    content.replaceChildren(element("p", { class: "fault", role: "alert" }, refusal.message));
  }
}
