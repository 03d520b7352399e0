/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { contexts, isAnswered, ratedContexts, values } from "./answers.js";
import { capitalized, element } from "./dom.js";
import { checkboxField } from "./fields.js";
import { t } from "./strings.js";

/** The field in which the rater says which contexts he rates. It is the form's own: the record has it in what was answered. */
const FIELD = "contexts";

/**
 * Which contexts the rater rates (in an institution, in the community), and the parts of the form that belong to each. A context is
 * rated whole or not at all: nothing is saved of one that is not rated.
 */
export class RatedContexts {
  #form;
  #all;

  /** By the code of a context, the parts of the form that are its own. */
  #parts = new Map();

  constructor(form) {
    this.#form = form;
    this.#all = contexts(form.asked);
    if (this.#all.length) {
      this.field = checkboxField(FIELD, t("contextsRated"), this.#all, t("contextsHint"), (assessment) => [
        ...ratedContexts(form.asked, assessment),
      ]);
      this.field.local = true;
      this.said = element("div", { class: "taken", role: "status" });
      this.field.element.append(this.said);
    }
  }

  has(code) {
    return values(this.field?.read()).includes(code);
  }

  /**
   * @param {Function} content makes what a part holds, of the context's code
   * @returns {Element[]} a part for each context, shown while it is rated
   */
  parts(content) {
    return this.#all.map(({ code, display }) => {
      const part = element("div", { class: "context" }, element("h3", {}, capitalized(display)), content(code));
      this.#parts.set(code, [...(this.#parts.get(code) ?? []), part]);
      return part;
    });
  }

  /** Shows the parts of the contexts that are rated, and says what becomes of the answers in the others. */
  changed() {
    for (const [code, parts] of this.#parts) {
      parts.forEach((part) => (part.hidden = !this.has(code)));
    }
    const lost = this.#all.filter(({ code }) => !this.has(code)).map((context) => this.#lost(context));
    this.said?.replaceChildren(...lost.filter(Boolean).map((sentence) => element("p", { class: "note" }, sentence)));
  }

  #lost({ code, display }) {
    const { recorded } = this.#form;
    const asked = this.#questions(code);
    const stored = recorded ? asked.filter((candidate) => isAnswered(recorded, candidate)).length : 0;
    const entered = asked.filter((candidate) => this.#isEntered(candidate)).length;
    if (stored) {
      return t("contextTaken", display, stored);
    }
    return entered ? t("contextUnsaved", display, entered) : null;
  }

  #questions(code) {
    return this.#form.asked.questions.filter((asked) => asked.context === code);
  }

  #isEntered(asked) {
    return values(this.#form.field(asked.field)?.read()).length > 0;
  }

  /** @returns {Object} a fault where the rater says of a context that he rates it, and answers nothing in it */
  faults() {
    const empty = this.#all.filter(
      ({ code }) => this.has(code) && !this.#questions(code).some((asked) => this.#isEntered(asked)),
    );
    return empty.length ? { [FIELD]: empty.map(({ display }) => t("contextEmpty", display)) } : {};
  }

  /** @returns {Object} the faults with those in contexts that are not rated made one: that a context has to be */
  folded(faults) {
    const hidden = new Set(
      this.#all.flatMap(({ code }) => (this.has(code) ? [] : this.#questions(code).map((asked) => asked.field))),
    );
    const shown = Object.entries(faults).filter(([field]) => !hidden.has(field));
    return Object.fromEntries(
      shown.length < Object.keys(faults).length ? [...shown, [FIELD, [t("contextNone")]]] : shown,
    );
  }
}
