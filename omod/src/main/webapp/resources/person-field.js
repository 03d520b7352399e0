/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { element } from "./dom.js";
import { Field } from "./fields.js";
import { identifier, particulars } from "./person-search.js";
import "./service-texts.js";
import { t } from "./strings.js";

/** As many characters as the platform's own search asks for at least. */
const SHORTEST = 3;

const MOST = 10;

/** @returns {Field} asks which person it is: finds by name or identifier, and lets one be chosen */
export function personField(name) {
  const input = element("input", { id: name, type: "search", autocomplete: "off", spellcheck: "false" });
  const count = element("p", { role: "status", class: "count" });
  const list = element("div", { class: "choices people-found" });
  const chosen = () => list.querySelector("input:checked");
  const field = new Field(name, {
    read: () => chosen()?.value ?? null,
    write: () => {},
    focus: () => (list.querySelector("input") ?? input).focus(),
  });
  const find = async () => {
    const words = input.value.trim();
    list.replaceChildren();
    if (words.length < SHORTEST) {
      count.textContent = t("tooShort");
      return;
    }
    count.textContent = t("loading");
    try {
      const people = await api.people(words, MOST + 1);
      count.textContent = people.length > MOST ? t("foundSome", MOST) : t("found", people.length);
      list.replaceChildren(
        ...people
          .slice(0, MOST)
          .map((patient) =>
            element(
              "label",
              { class: "choice" },
              element("input", { type: "radio", name, value: patient.uuid, checked: people.length === 1 }),
              element(
                "span",
                {},
                [patient.person.display, identifier(patient), particulars(patient)].filter(Boolean).join(", "),
              ),
            ),
          ),
      );
    } catch (refusal) {
      count.textContent = refusal.message;
    }
  };
  // Enter finds, instead of sending a form that is not answered yet.
  input.addEventListener("keydown", (event) => {
    if (event.key === "Enter") {
      event.preventDefault();
      find();
    }
  });
  field.element = element(
    "fieldset",
    { class: "person", "aria-describedby": field.describedBy },
    element("legend", {}, t("personWhich")),
    element("label", { for: name }, t("personHint")),
    element("div", { class: "row" }, input, element("button", { type: "button", onclick: find }, t("find"))),
    count,
    list,
    field.slots,
  );
  return field;
}
