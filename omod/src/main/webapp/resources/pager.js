/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { element } from "./dom.js";
import { goesOn, PAGE } from "./service-api.js";
import "./service-texts.js";
import { t } from "./strings.js";

/**
 * @param {Object} list a page of a list, as the server gives it
 * @param {number} startIndex of its first line
 * @param {number} [total] of all lines, where it is known
 * @param {Function} turn called with the start of another page
 * @returns {Element|string} the way to the pages before and after; nothing where there is one page alone
 */
export function pager(list, startIndex, total, turn) {
  if (startIndex === 0 && !goesOn(list)) {
    return "";
  }
  const last = startIndex + list.results.length;
  const button = (words, to, possible) =>
    element("button", { type: "button", disabled: !possible, onclick: () => turn(to) }, words);
  return element(
    "nav",
    { class: "row pager", "aria-label": t("pagesOfList") },
    button(t("pageEarlier"), Math.max(0, startIndex - PAGE), startIndex > 0),
    element(
      "span",
      {},
      total === undefined ? t("pageFromOpen", startIndex + 1, last) : t("pageFrom", startIndex + 1, last, total),
    ),
    button(t("pageLater"), last, goesOn(list)),
  );
}
