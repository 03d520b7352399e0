/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { element } from "./dom.js";
import { fileSummary } from "./person-api.js";
import { language, LANGUAGES, readableDay, readableTime, t } from "./strings.js";
import "./summary-texts.js";

/**
 * The trajectory in words: what a clinician has validated, and what the module writes, which is nobody's statement until one files it.
 * Needs `person`, `trajectory` and `mayFile`; tells with `smpr-filed` that one was filed. `writing` goes from one that is drawn over to the
 * next: what is being written, in which language, and what it was written over, which alone it can be filed for.
 */
class Summary extends HTMLElement {
  connectedCallback() {
    this.#draw();
  }

  /** Whether words are being written that nobody has filed. */
  get unsaved() {
    return this.writing !== null && this.writing.text !== this.writing.began;
  }

  #automatic() {
    return this.trajectory.summary.sentences.map(({ text }) => text).join("\n\n");
  }

  #draw() {
    const { filedSummary, filedNotIntact, summary, withheld } = this.trajectory;
    this.fault = element("p", { class: "fault", role: "alert" });
    this.automatic = element("div", { class: "automatic" });
    this.replaceChildren(
      element("h2", {}, t("summaryHeading")),
      filedNotIntact ? element("p", { class: "warning" }, filedNotIntact.display, ". ", t("summaryNotIntact")) : "",
      filedSummary ? this.#filed(filedSummary) : element("p", {}, t("summaryNoneFiled")),
      ...(this.writing || (!withheld && summary?.sentences?.length) ? [this.automatic] : []),
    );
    if (this.writing) {
      this.#write();
    } else {
      this.#show();
    }
  }

  /** What somebody has validated, when, in which words, and what has changed in the record since. */
  #filed({ date, validator, language: spoken, text, edited, changedSince }) {
    return element(
      "div",
      { class: "filed" },
      element(
        "p",
        { class: "particulars" },
        t("summaryFiled", readableDay(date), readableTime(date), validator?.display ?? t("notStated")),
        " ",
        t(edited ? "summaryEdited" : "summaryAsWritten"),
        spoken === language() ? "" : ` ${t("summaryLanguage", LANGUAGES[spoken] ?? spoken)}`,
      ),
      changedSince?.length
        ? element(
            "div",
            { class: "warning" },
            element("p", {}, t("summaryChanged")),
            element(
              "ul",
              {},
              changedSince.map((change) => element("li", {}, change.display)),
            ),
          )
        : "",
      element(
        "blockquote",
        { lang: spoken },
        (text ?? []).map((sentence) => element("p", {}, sentence)),
      ),
    );
  }

  /** As it is written automatically, with what can be done with it. */
  #show() {
    const { summary, part } = this.trajectory;
    const written = element(
      "blockquote",
      { lang: summary.language },
      summary.sentences.map(({ text }) => element("p", {}, text)),
    );
    const shown = [element("h3", {}, t("summaryAutomatic"), t("colon"), summary.notice), written];
    this.writing = null;
    this.automatic.replaceChildren(
      this.trajectory.filedSummary
        ? element("details", {}, element("summary", {}, t("summaryAutomatic"), t("colon"), summary.notice), written)
        : element("div", {}, shown),
      this.mayFile && !part
        ? element(
            "p",
            { class: "row" },
            element(
              "button",
              { type: "button", class: "first", onclick: () => this.#fileAsIs() },
              t("summaryFileAsIs"),
            ),
            element("button", { type: "button", onclick: () => this.#edit() }, t("summaryEdit")),
          )
        : "",
      this.fault,
    );
  }

  #edit() {
    const { summary, version } = this.trajectory;
    const began = this.#automatic();
    this.writing = { text: began, began, language: summary.language, version };
    this.#write().focus();
  }

  /** @returns {Element} where it is written */
  #write() {
    const { writing } = this;
    const text = element("textarea", {
      id: "summary-text",
      rows: "14",
      lang: writing.language,
      class: "summary-text",
      oninput: () => (writing.text = text.value),
    });
    text.value = writing.text;
    this.automatic.replaceChildren(
      element(
        "form",
        {
          onsubmit: (event) => {
            event.preventDefault();
            const sentences = writing.text.split("\n").map((sentence) => sentence.trim());
            this.#file({ ...writing, text: sentences.filter(Boolean) });
          },
        },
        element("label", { for: "summary-text" }, t("summaryEditHint")),
        text,
        element(
          "p",
          { class: "row" },
          element("button", { class: "first" }, t("summaryFile")),
          element("button", { type: "button", onclick: () => this.#show() }, t("cancel")),
        ),
      ),
      this.fault,
    );
    return text;
  }

  #fileAsIs() {
    const { summary, version } = this.trajectory;
    return this.#file({ language: summary.language, version, text: summary.sentences.map(({ text }) => text) });
  }

  async #file({ language: spoken, version, text }) {
    this.fault.textContent = "";
    try {
      await fileSummary({ patient: this.person, language: spoken, text, version });
    } catch (refusal) {
      const said = [...Object.values(refusal.faults ?? {}).flat(), ...(refusal.globalFaults ?? [])];
      this.fault.textContent =
        refusal.status === 409 ? t("summaryMeanwhile") : t("notSaved", said.join(" ") || refusal.message);
      return;
    }
    this.writing = null;
    this.dispatchEvent(new CustomEvent("smpr-filed"));
  }
}

customElements.define("smpr-summary", Summary);

/** @returns {Element} the trajectory in words */
export const summaryPart = (given) => Object.assign(element("smpr-summary"), given);
