/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { element } from "./dom.js";

/** @param {Array} contents of the headings: text, or a heading as it is; an empty text is no heading, null no column */
export function headings(contents) {
  return element(
    "thead",
    {},
    element(
      "tr",
      {},
      contents.map((content) =>
        content === ""
          ? element("td")
          : content?.tagName
            ? content
            : content && element("th", { scope: "col" }, content),
      ),
    ),
  );
}

/** Lets a table that is wider than the window be moved, by keyboard too. */
export const wide = (label, table) =>
  element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, table);

/** @returns {Element} a heading over a group of lines, as wide as the table */
export const groupHeading = (words, width, style = "group") =>
  element("tr", { class: style }, element("th", { scope: "rowgroup", colspan: width }, words));
