/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { foldedUntilRead } from "./dialogs.js";
import { arrive, element, entitle, say } from "./dom.js";
import { may } from "./privileges.js";
import * as service from "./service-api.js";
import { settingsEditor } from "./settings-editor.js";
import "./settings-texts.js";
import { readableDay, readableTime, t } from "./strings.js";
import { groupHeading, headings, wide } from "./tables.js";

/** What a site has set: each value with where it comes from; and a new document, checked before it holds. */
class Settings extends HTMLElement {
  #editor = null;

  async connectedCallback() {
    this.#draw();
    await this.#read();
    arrive(this);
  }

  async translate() {
    const entered = this.#editor?.entered;
    this.#draw(entered);
    await this.#read();
  }

  get unsaved() {
    return Boolean(this.#editor?.unsaved);
  }

  #draw(entered) {
    entitle(this, t("settings"));
    this.content = element("div", {}, element("p", {}, t("loading")));
    this.editor = element("div", {});
    this.replaceChildren(element("h1", { tabindex: "-1" }, t("settings")), this.content, this.editor);
    if (may(this.session, "Manage SMPR Settings")) {
      const accepted = (sentence) => this.#accepted(sentence);
      this.#editor = settingsEditor({ accepted, outdated: () => this.#read(), entered });
      this.editor.replaceChildren(this.#editor.element);
    }
  }

  async #accepted(sentence) {
    say(this, sentence);
    await this.#read();
    this.querySelector("h1").focus();
  }

  /** @returns {Promise<string>} the version that is shown now */
  async #read() {
    try {
      const site = await service.site();
      this.#editor?.follows(site.version);
      // Servers of before have one file alone, and tell their settings to programs.
      this.editor.hidden = !site.values;
      this.content.replaceChildren(
        inForce(site),
        this.#toEditor(site),
        ...(site.values
          ? [values(site.values), this.#documents()]
          : [element("p", { class: "note" }, t("settingsOlder"))]),
      );
      return site.version;
    } catch (refusal) {
      this.content.replaceChildren(element("p", { class: "fault", role: "alert" }, refusal.message));
      return null;
    }
  }

  /** The table is long, and the editor below it. */
  #toEditor(site) {
    const go = () => this.editor.querySelector("h2").focus();
    return this.#editor && site.values
      ? element("p", {}, element("button", { type: "button", onclick: go }, t("settingsToEditor")))
      : "";
  }

  /** Every document that was ever accepted. */
  #documents() {
    return foldedUntilRead(t("settingsDocuments"), async () => {
      const { documents = [], version } = await service.site(true);
      return [
        documents.length
          ? wide(t("settingsDocuments"), this.#documentTable(documents, version))
          : element("p", {}, t("settingsNone")),
      ];
    });
  }

  #documentTable(documents, version) {
    return element(
      "table",
      {},
      headings([
        t("settingsSince"),
        t("settingsWhat"),
        t("settingsSource"),
        t("settingsBy"),
        this.#editor ? t("actions") : null,
      ]),
      element(
        "tbody",
        {},
        documents.map((document) =>
          element(
            "tr",
            {},
            element(
              "th",
              { scope: "row" },
              moment(document.dateAccepted),
              document.inForce ? element("span", { class: "mark" }, t("settingsInForce")) : "",
            ),
            element(
              "td",
              {},
              document.kind === "INSTRUMENT" ? t("settingsOfInstrument", document.instrument) : t("settingsOfSite"),
            ),
            element("td", {}, document.source),
            element("td", {}, document.acceptedBy?.display ?? t("settingsByServer")),
            this.#editor
              ? element(
                  "td",
                  {},
                  element(
                    "button",
                    { type: "button", class: "quiet", onclick: () => this.#editor.take(document, version) },
                    t("settingsTake"),
                  ),
                )
              : "",
          ),
        ),
      ),
    );
  }
}

const moment = (date) => t("settingsMoment", readableDay(date), readableTime(date));

function inForce({ source, dateAccepted, acceptedBy }) {
  return element(
    "p",
    {},
    dateAccepted
      ? t("settingsAccepted", moment(dateAccepted), acceptedBy?.display ?? t("settingsByServer"), source)
      : t("settingsNone"),
  );
}

/** A table in which nothing that holds is left out, and what is not set says so. */
function values(rows) {
  const sections = [];
  for (const row of rows) {
    if (sections[sections.length - 1]?.[0].section !== row.section) {
      sections.push([]);
    }
    sections[sections.length - 1].push(row);
  }
  return element(
    "section",
    {},
    element("h2", {}, t("settingsValues")),
    element("p", { class: "hint" }, t("settingsExplained")),
    wide(
      t("settingsValues"),
      element(
        "table",
        { class: "settings" },
        headings([t("settingsWhat"), t("settingsValue"), t("settingsOrigin"), t("settingsSince")]),
        sections.map((section) =>
          element(
            "tbody",
            {},
            groupHeading(section[0].sectionLabel, 4),
            section.map(({ label, value, origin, originLabel, since, by, source }) =>
              element(
                "tr",
                {},
                element("th", { scope: "row" }, label),
                element("td", { class: origin === "NOT_SET" ? "soft value" : "value" }, value ?? "–"),
                element("td", {}, originLabel, source ? element("span", { class: "second" }, source) : ""),
                element(
                  "td",
                  {},
                  since ? readableDay(since, "short") : "–",
                  since
                    ? element("span", { class: "second" }, t("settingsByWhom", by?.display ?? t("settingsByServer")))
                    : "",
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

customElements.define("smpr-settings-view", Settings);
