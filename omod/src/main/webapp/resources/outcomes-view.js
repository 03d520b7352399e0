/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { href } from "./address.js";
import { arrive, element, entitle } from "./dom.js";
import { Names } from "./names.js";
import "./outcomes-texts.js";
import { followUpOf } from "./outcomes-person.js";
import { pager } from "./pager.js";
import { personField } from "./person-field.js";
import { may } from "./privileges.js";
import * as service from "./service-api.js";
import { readableDay, t } from "./strings.js";
import { headings, wide } from "./tables.js";

/**
 * The outcome register, apart from everybody's care: nothing here leads to a chart, and no chart leads here. Without a person it lists those
 * of whom a check is due; with one (`rest`) it tells what is known of him since his release.
 */
class Outcomes extends HTMLElement {
  #startIndex = 0;
  #names = new Names();

  async connectedCallback() {
    await this.#begin();
    arrive(this);
  }

  translate() {
    return this.#begin();
  }

  #begin() {
    entitle(this, t("outcomes"));
    this.said = element("p", { role: "status", class: "recorded" });
    this.content = element("div", {}, element("p", {}, t("loading")));
    return this.#read();
  }

  get #patient() {
    return this.rest?.[0] || null;
  }

  async #read() {
    this.replaceChildren(...this.#head(), this.said, this.content);
    try {
      await (this.#patient ? this.#readPerson() : this.#readDue());
    } catch (refusal) {
      // Where a site keeps no register the server says so, and why.
      this.content.replaceChildren(
        element(
          "p",
          { class: "note register-off", role: "alert" },
          refusal.status === 409 ? refusal.said : refusal.message,
        ),
        refusal.status === 409 ? element("p", { class: "hint" }, t("outcomesOff")) : "",
      );
    }
  }

  #head() {
    const title = (words) => element("h1", { tabindex: "-1" }, words);
    return this.#patient
      ? [
          element("p", { class: "way" }, element("a", { href: href("#/outcomes") }, t("outcomesBack"))),
          title(t("outcomes")),
        ]
      : [title(t("outcomes")), element("p", { class: "hint" }, t("outcomesExplained"))];
  }

  async #readPerson() {
    const patient = this.#patient;
    const [followUp] = await Promise.all([service.followUp(patient), this.#names.read([patient])]);
    const { name, identifier } = this.#names.of(patient);
    this.querySelector("h1").textContent = `${t("outcomes")}${t("colon")}${name}`;
    const reread = async (sentence) => {
      this.said.textContent = sentence;
      await this.#readPerson();
      this.querySelector("h1").focus();
    };
    this.content.replaceChildren(
      element("p", { class: "identifier" }, identifier),
      ...followUpOf(this, followUp, may(this.session, "Manage SMPR Outcomes"), name, reread),
    );
  }

  async #readDue() {
    const list = await service.followUpsDue(this.#startIndex);
    await this.#names.read(list.results.map(({ patient }) => patient.uuid));
    this.content.replaceChildren(
      this.#find(),
      element(
        "section",
        {},
        element("h2", {}, t("checksDue")),
        element("p", { class: "hint" }, t("checksDueExplained")),
        list.results.length ? this.#due(list) : element("p", {}, t("checksDueNone")),
        pager(list, this.#startIndex, undefined, async (startIndex) => {
          this.#startIndex = startIndex;
          await this.#read();
          this.querySelector("h1").focus();
        }),
      ),
    );
  }

  #due(list) {
    return wide(
      t("checksDue"),
      element(
        "table",
        {},
        headings([t("personWhich"), t("checkOf"), t("checkDueOn"), t("indexDayIs")]),
        element(
          "tbody",
          {},
          list.results.map(({ patient, nextCheck, indexDay }) => {
            const { name, identifier } = this.#names.of(patient.uuid);
            return element(
              "tr",
              {},
              element(
                "th",
                { scope: "row" },
                element("a", { href: href(`#/outcomes/${patient.uuid}`) }, name),
                " ",
                element("span", { class: "identifier soft" }, identifier),
              ),
              element("td", {}, nextCheck.kind.display),
              element(
                "td",
                {},
                readableDay(nextCheck.day),
                nextCheck.overdue ? element("span", { class: "second" }, t("checkOverdue")) : "",
              ),
              element("td", {}, indexDay ? readableDay(indexDay) : t("notStated")),
            );
          }),
        ),
      ),
    );
  }

  /** Whoever is not due a check is found by name. */
  #find() {
    const field = personField("find-person");
    const open = (event) => {
      event.preventDefault();
      if (!field.read()) {
        field.blame([t("personChoose")]);
        field.focus();
        return;
      }
      this.dispatchEvent(new CustomEvent("smpr-done", { detail: { goTo: `#/outcomes/${field.read()}`, say: "" } }));
    };
    return element(
      "details",
      {},
      element("summary", {}, t("outcomesFind")),
      element(
        "form",
        { class: "find-person", onsubmit: open },
        field.element,
        element("button", { class: "first" }, t("outcomesOpen")),
      ),
    );
  }
}

customElements.define("smpr-outcomes-view", Outcomes);
