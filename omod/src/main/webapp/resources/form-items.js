/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { dimensionName, isExcluded, itemsByScale, itemsHeading, ratingsOf, singular, values } from "./answers.js";
import { capitalized, element, unseen } from "./dom.js";
import { detail, keyOf, markField, number } from "./fields.js";
import { t } from "./strings.js";

/** The items to be rated: by scale, in each dimension, with their sub-items folded under them, and per context where they are rated so. */
export class ItemsPart {
  #form;
  #contexts;
  #previous;
  #marks;

  /** What has to be looked at whenever an answer changes: fields that another answer excludes, and folded parts. */
  #excludable = [];
  #folded = [];

  /** Fields of which it was said that they are still to be rated. */
  #reminded = new Set();

  /** @param {Object} parts of the form that the items lean on: `contexts`, `previous` */
  constructor(form, { contexts, previous }) {
    this.#form = form;
    this.#contexts = contexts;
    this.#previous = previous;
    this.progress = element("span", { class: "progress" });
    this.#marks = form.asked.questions
      .filter((asked) => asked.part === "MARK")
      .map((asked) => markField(asked, singular(asked)));
    this.elements = [
      element(
        "div",
        { class: "guide" },
        element("p", { class: "hint" }, t("formKeys"), " ", this.#keys()),
        previous.said,
        this.#marks.map((mark) => form.add(mark)),
      ),
      itemsByScale(form.asked).map((group) => form.section(itemsHeading(group), this.#items(group.items))),
    ];
  }

  /** Which key chooses which rating, for those that are no number. */
  #keys() {
    const named = this.#form.asked.dimensions.map((dimension) => {
      const { choices } = this.#form.asked.questions.find((asked) => asked.dimension === dimension.code);
      const keys = choices
        .filter((choice) => choice.offered && !/^\d$/.test(choice.code))
        .map((choice) => t("keyFor", keyOf(choice), choice.display));
      const several = this.#form.asked.dimensions.length > 1;
      return keys.length ? (several ? dimension.display + t("colon") : "") + keys.join(", ") : "";
    });
    return capitalized(named.filter(Boolean).join(" ; ")) + ".";
  }

  #items(items) {
    const shared = items.filter((item) => !item.perContext);
    const apart = items.filter((item) => item.perContext);
    return [
      shared.map((item) => this.#item(item, null)),
      apart.length ? [this.#choiceOfContexts(), this.#perContext(apart)] : "",
    ];
  }

  #perContext(items) {
    return this.#contexts.parts((context) => items.map((item) => this.#item(item, context)));
  }

  /** Once, where the first items rated per context stand. */
  #choiceOfContexts() {
    return this.#form.field(this.#contexts.field.name) ? "" : this.#form.add(this.#contexts.field);
  }

  #item(item, context) {
    const ratings = ratingsOf(this.#form.asked, item, context).filter((asked) => this.#form.isShown(asked));
    const marks = this.#marks.map((mark) => mark.beside(item)).filter(Boolean);
    const alone = ratings.length === 1 && !item.subItems.length;
    const name = [number(item.code), item.display, item.static ? detail(t("static")) : ""];
    if (alone) {
      return element(
        "div",
        { class: "item" },
        element("div", { class: "ratings" }, this.#rating(ratings[0], name)),
        marks.length ? element("div", { class: "marks", role: "group", "aria-label": item.display }, marks) : "",
      );
    }
    const id = `item-${[item.code, context].filter(Boolean).join("-")}`;
    return element(
      "div",
      {
        class: "item several",
        role: "group",
        "aria-labelledby": id,
        onfocusout: ({ currentTarget, relatedTarget }) =>
          currentTarget.contains(relatedTarget) || this.#remind(ratings),
      },
      element(context ? "h4" : "h3", { id }, name),
      element("div", { class: "dimensions" }, this.#dimensions(ratings, `${item.code} ${item.display}`)),
      marks.length ? element("div", { class: "marks", role: "group", "aria-label": item.display }, marks) : "",
      item.subItems.length ? this.#subItems(item, context) : "",
    );
  }

  /** @param {string} of what is rated, said to those who hear the page */
  #dimensions(ratings, of) {
    return ratings.map((asked) =>
      this.#rating(asked, [
        unseen(of, t("colon")),
        capitalized(dimensionName(this.#form.asked, asked) ?? asked.display),
      ]),
    );
  }

  #rating(asked, label) {
    const lead = this.#previous.slot(asked);
    const made = this.#form.ask(asked, { label, lead });
    const field = this.#form.field(asked.field);
    const excluded = () => isExcluded(asked, (name) => this.#form.field(name)?.given() ?? null);
    field.isAsked = () => (!asked.context || this.#contexts.has(asked.context)) && !excluded();
    if (Object.keys(asked.notAskedWhere ?? {}).length) {
      const why = element("p", { class: "hint" });
      lead.before(why);
      this.#excludable.push({ field, excluded, why });
    }
    return made;
  }

  #subItems(item, context) {
    const asked = item.subItems.map((subItem) => ({
      subItem,
      ratings: ratingsOf(this.#form.asked, item, context, subItem).filter((each) => this.#form.isShown(each)),
    }));
    const count = element("span", { class: "detail" });
    const folded = element(
      "details",
      { class: "sub-items" },
      element("summary", {}, t("subItems"), count),
      asked.map(({ subItem, ratings }) =>
        element(
          "div",
          { class: "dimensions" },
          ratings.map((rating) =>
            this.#rating(rating, [
              unseen(item.code, " "),
              number(subItem.code),
              capitalized(subItem.display),
              detail(dimensionName(this.#form.asked, rating) ?? ""),
            ]),
          ),
        ),
      ),
    );
    this.#folded.push({ folded, count, names: asked.map(({ ratings }) => ratings.map((rating) => rating.field)) });
    return folded;
  }

  /** Says at once, to whoever goes on to the next item, that one of its dimensions was forgotten. */
  #remind(ratings) {
    const fields = ratings.map((asked) => this.#form.field(asked.field));
    const begun = fields.some((field) => field.given() !== null);
    fields
      .filter((field, i) => begun && this.#isMissing(ratings[i], field))
      .forEach((field) => {
        field.note(t("stillToRate"));
        this.#reminded.add(field);
      });
  }

  #isMissing(asked, field) {
    return asked.required && field.isAsked() && field.given() === null && !field.faulty;
  }

  /** Unfolds what holds answers. */
  unfold() {
    this.#folded.forEach(({ folded, names }) => {
      folded.open = names.flat().some((name) => values(this.#form.field(name).read()).length > 0);
    });
  }

  changed() {
    for (const field of this.#reminded) {
      if (field.given() !== null || !field.isAsked()) {
        field.note(null);
        this.#reminded.delete(field);
      }
    }
    for (const { field, excluded, why } of this.#excludable) {
      const not = excluded();
      const kept = field.words(field.read());
      field.element.classList.toggle("unasked", not);
      why.textContent = !not ? "" : kept ? t("notAskedKept", kept) : t("notAskedHere");
    }
    for (const { count, names } of this.#folded) {
      const rated = names.filter((of) => of.some((name) => values(this.#form.field(name).read()).length)).length;
      count.textContent = t("subItemsRated", rated, names.length);
    }
    const { items } = this.#form.asked;
    this.progress.textContent = t("rated", items.filter((item) => this.#isRated(item)).length, items.length);
  }

  #isRated(item) {
    const required = this.#form.asked.questions.filter(
      (asked) => asked.item === item.code && asked.required && (!asked.context || this.#contexts.has(asked.context)),
    );
    return (
      required.length > 0 &&
      required.every((asked) => {
        const field = this.#form.field(asked.field);
        return !field.isAsked() || values(field.read()).length > 0;
      })
    );
  }
}
