/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { answer, contextName, ratedContexts, said } from "./answers.js";
import { element } from "./dom.js";
import { same } from "./fields.js";
import { day, readableDay, t } from "./strings.js";

/** How many earlier ratings of an item stand beside it. */
const EARLIER = 3;

/** The last ratings, each beside the item it is of; none is copied. A second rating is independent only if it is made without reading the first. */
export class PreviousRatings {
  #form;
  #slots = new Map();

  constructor(form) {
    this.#form = form;
    /** Whether they are shown, and why not. */
    this.said = element("p", { class: "hint" });
  }

  /** @returns {Element} where the earlier answers to a question are shown */
  slot(asked) {
    const slot = element("div", { class: "previous", id: `previous-${asked.field}` });
    this.#slots.set(asked, slot);
    return slot;
  }

  changed() {
    const role = this.#form.field("raterRole")?.read();
    const date = this.#form.field("date").read() ?? "9999";
    const earlier = this.#form.earlier.filter((before) => day(before.date) <= date).reverse();
    const shown = role && role !== "INDEPENDENT" && earlier.length > 0;
    const words = !role ? "previousOnceRole" : shown ? "previousShown" : "previousHidden";
    this.said.textContent = !this.#form.earlierVisible ? t("notVisible") : earlier.length === 0 ? "" : t(words);
    for (const [asked, slot] of this.#slots) {
      slot.replaceChildren(...(shown ? this.#lines(asked, this.#last(asked, earlier)) : []));
    }
  }

  /** The last assessments that rated what the question is about. */
  #last(asked, earlier) {
    const rates = (before) => !asked.context || ratedContexts(this.#form.asked, before).has(asked.context);
    return earlier.filter(rates).slice(0, EARLIER);
  }

  #lines(asked, earlier) {
    return [
      ...earlier.map((before) =>
        element(
          "p",
          {},
          element("span", {}, readableDay(before.date, "short")),
          " ",
          element("span", {}, element("b", {}, said(this.#form.asked, before, asked)), this.#setting(asked, before)),
        ),
      ),
      ...(this.#differsThoughStatic(asked, earlier) ? [element("p", { class: "differs" }, t("staticDiffers"))] : []),
    ];
  }

  /** The context in which it was rated, where that is another one; what is rated per context says so itself. */
  #setting(asked, before) {
    if (asked.context || before.context === this.#form.field("context")?.read()) {
      return "";
    }
    return ` (${contextName(this.#form.asked, before.context) ?? t("notStated")})`;
  }

  /** Whether a static item is rated otherwise than when it was last rated. */
  #differsThoughStatic(asked, earlier) {
    const rating = this.#form.field(asked.field).given();
    const before = earlier.map((assessment) => answer(assessment, asked.field)).find((held) => held !== null);
    const item = this.#form.asked.items.find((candidate) => candidate.code === asked.item);
    return item.static && rating !== null && before !== undefined && !same(rating, before);
  }
}
