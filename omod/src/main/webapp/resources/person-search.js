/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { href, personAddress } from "./address.js";
import { element, entitle } from "./dom.js";
import { readableDay, t } from "./strings.js";

/** As many characters as the platform's own search asks for at least. */
const SHORTEST = 3;

/** As many people as are shown; whoever finds more has to say more. */
const MOST = 20;

/** What was last looked for, so that the way back from a person leads to the same list. Kept in memory alone. */
let last = "";

/** @returns {string} the identifier by which the person is known here */
export const identifier = (patient) =>
  (patient.identifiers.find((known) => known.preferred) ?? patient.identifiers[0])?.identifier ?? "";

/** @returns {string} what tells two people of the same name apart */
export const particulars = ({ person }) =>
  [person.birthdate && `${readableDay(person.birthdate)} (${t("age", person.age)})`, person.dead && t("deceased")]
    .filter(Boolean)
    .join(", ");

/** Finds a person by name or identifier. */
class PersonSearch extends HTMLElement {
  connectedCallback() {
    this.translate();
    this.input.focus();
  }

  translate() {
    last = this.input?.value ?? last;
    this.input = element("input", {
      id: "words",
      type: "search",
      autocomplete: "off",
      spellcheck: "false",
      value: last,
    });
    this.count = element("p", { role: "status", class: "count" });
    this.list = element("ul", { class: "people" });
    entitle(this, t("findPerson"));
    this.replaceChildren(
      element("h1", {}, t("findPerson")),
      element(
        "form",
        { role: "search", class: "search", onsubmit: (event) => this.#submit(event) },
        element("label", { for: "words" }, t("findHint")),
        element("div", { class: "row" }, this.input, element("button", { class: "first" }, t("find"))),
      ),
      this.count,
      this.list,
    );
    return last.length >= SHORTEST ? this.#find() : null;
  }

  #submit(event) {
    event.preventDefault();
    last = this.input.value.trim();
    this.list.replaceChildren();
    if (last.length < SHORTEST) {
      this.count.textContent = t("tooShort");
      return;
    }
    this.#find();
  }

  async #find() {
    const words = last;
    this.count.textContent = t("loading");
    try {
      const people = await api.people(words, MOST + 1);
      if (words !== last) {
        return;
      }
      this.count.textContent = people.length > MOST ? t("foundMany") : t("found", people.length);
      this.list.replaceChildren(...people.slice(0, MOST).map((patient) => this.#person(patient)));
    } catch (refusal) {
      this.count.textContent = refusal.message;
    }
  }

  #person(patient) {
    return element(
      "li",
      {},
      element(
        "a",
        { href: href(personAddress(patient.uuid)) },
        element("span", { class: "name" }, patient.person.display),
        element("span", { class: "identifier" }, identifier(patient)),
        element("span", { class: "particulars" }, particulars(patient)),
      ),
    );
  }
}

customElements.define("smpr-person-search", PersonSearch);
