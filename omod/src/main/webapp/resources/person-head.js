/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { href, personAddress } from "./address.js";
import { element } from "./dom.js";
import { identifier, particulars } from "./person-search.js";
import { t } from "./strings.js";

/**
 * Who it is about, at the head of each of his pages, with what can be done there.
 *
 * @param {string|null} page what it is a page of, said to those who hear it
 */
export const personHead = (patient, page, ...acts) =>
  element(
    "div",
    { class: "head" },
    element(
      "div",
      {},
      element(
        "h1",
        { tabindex: "-1" },
        patient.person.display,
        page ? element("span", { class: "unseen" }, `, ${page}`) : "",
      ),
      element("p", { class: "particulars" }, [identifier(patient), particulars(patient)].filter(Boolean).join(" · ")),
    ),
    acts.length ? element("div", { class: "row" }, acts) : "",
  );

/** The way back to the search; there is none in the page of an EHR, which has its own. */
export const wayToSearch = (view) =>
  view.embedded ? "" : element("p", { class: "way" }, element("a", { href: href("#/") }, t("toSearch")));

/**
 * A link a page of the person: everything, and each instrument.
 *
 * @param {string|null} present the code of the instrument that is shown; null for everything
 */
export const personPages = (person, instruments, present) =>
  element(
    "nav",
    { class: "instruments", "aria-label": t("personPages") },
    element(
      "ul",
      {},
      [{ code: null, display: t("everything") }, ...instruments].map(({ code, display }) =>
        element(
          "li",
          {},
          element(
            "a",
            {
              href: href(code ? personAddress(person, code) : personAddress(person)),
              "aria-current": code === present ? "page" : null,
            },
            display,
          ),
        ),
      ),
    ),
  );
