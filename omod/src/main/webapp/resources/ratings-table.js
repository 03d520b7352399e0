/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import {
  answer,
  contextName,
  contextsInUse,
  isAnswered,
  itemsByScale,
  itemsHeading,
  ratingsOf,
  dimensionName,
  said,
  singular,
  question,
  readable,
  values,
} from "./answers.js";
import { capitalized, element } from "./dom.js";
import { number } from "./fields.js";
import { readableDay, t } from "./strings.js";
import { groupHeading, headings, wide } from "./tables.js";

/** Every rating in words: an item a line, an assessment a column. */
export function ratingsTable({ asked: instrument, shown: { assessments } }) {
  if (!assessments.length) {
    return "";
  }
  const table = new RatingsTable(instrument, assessments);
  const several = instrument.dimensions.length > 1;
  return element(
    "details",
    { class: "ratings" },
    element("summary", {}, t("itemByItem")),
    several
      ? element("p", { class: "hint" }, t("cellOf", ...instrument.dimensions.map((dimension) => dimension.display)))
      : "",
    wide(t("itemByItem"), table.element()),
  );
}

class RatingsTable {
  #instrument;
  #assessments;
  #marks;

  constructor(instrument, assessments) {
    this.#instrument = instrument;
    this.#assessments = assessments;
    this.#marks = instrument.questions.filter((asked) => asked.part === "MARK");
  }

  element() {
    return element(
      "table",
      { class: "items" },
      headings([t("item"), ...this.#assessments.map((assessment) => head(this.#instrument, assessment))]),
      itemsByScale(this.#instrument).flatMap((group) => this.#group(group)),
    );
  }

  /** The items of a scale, those rated per context once for each that was ever rated. */
  #group(group) {
    const shared = group.items.filter((item) => !item.perContext);
    const apart = group.items.filter((item) => item.perContext);
    const body = (heading, items, context) =>
      element(
        "tbody",
        {},
        groupHeading(heading, this.#assessments.length + 1),
        items.flatMap((item) => this.#item(item, context)),
      );
    return [
      ...(shared.length ? [body(itemsHeading(group), shared, null)] : []),
      ...(apart.length
        ? contextsInUse(this.#instrument, this.#assessments).map((context) =>
            body(`${itemsHeading(group)}${t("colon")}${context.display}`, apart, context.code),
          )
        : []),
    ];
  }

  #item(item, context) {
    const subItems = item.subItems
      .map((subItem) => ({ subItem, asked: ratingsOf(this.#instrument, item, context, subItem) }))
      .filter(({ asked }) => asked.some((rating) => this.#isEverAnswered(rating)));
    return [
      this.#row([number(item.code), item.display], ratingsOf(this.#instrument, item, context), item),
      ...subItems.map(({ subItem, asked }) =>
        this.#row([number(subItem.code), subItem.display], asked, null, "sub-item"),
      ),
    ];
  }

  #isEverAnswered(asked) {
    return this.#assessments.some((assessment) => isAnswered(assessment, asked));
  }

  #row(name, ratings, item, style = null) {
    const shown = ratings.filter((asked) => asked.offered || this.#isEverAnswered(asked));
    return element(
      "tr",
      { class: style },
      element("th", { scope: "row" }, name),
      this.#assessments.map((assessment) => element("td", {}, this.#cell(assessment, shown, item))),
    );
  }

  /** The rating in the first dimension, and below it, by their names, those in others as far as they are asked. */
  #cell(assessment, [first, ...others], item) {
    const words = (asked) => said(this.#instrument, assessment, asked);
    return [
      isAnswered(assessment, first) ? words(first) : element("span", { class: "soft" }, words(first)),
      others
        .filter(
          (asked) => isAnswered(assessment, asked) || (isAnswered(assessment, first) && words(asked) !== t("notAsked")),
        )
        .map((asked) =>
          element("span", { class: "second" }, dimensionName(this.#instrument, asked), t("colon"), words(asked)),
        ),
      this.#marks
        .filter((mark) => item && values(answer(assessment, mark.field)).includes(item.code))
        .map((mark) => element("span", { class: "mark" }, singular(mark))),
    ];
  }
}

/** The day of an assessment, its context, and what keeps it out of the series. */
function head(instrument, assessment) {
  const words = (field) => readable(question(instrument, field), answer(assessment, field));
  const kept = assessment.counted ? null : words(assessment.status === "COMPLETE" ? "raterRole" : "status");
  return [
    readableDay(assessment.date, "short"),
    element(
      "span",
      { class: "detail" },
      [contextName(instrument, assessment.context), kept].filter(Boolean).join(", "),
    ),
  ];
}

/** What was written beside the ratings, the latest first. */
export function texts({ asked: instrument, shown: { assessments } }) {
  const fields = instrument.questions.filter((asked) => asked.part === "FIELD");
  const isText = (asked) => asked.kind === "TEXT";
  const written = assessments.filter((assessment) =>
    fields.some((asked) => isText(asked) && isAnswered(assessment, asked)),
  );
  if (!written.length) {
    return "";
  }
  return element(
    "details",
    { class: "written" },
    element("summary", {}, t("texts")),
    [...written].reverse().map((assessment) =>
      element(
        "section",
        {},
        element("h3", {}, head(instrument, assessment)),
        element(
          "dl",
          {},
          fields
            .filter((asked) => isAnswered(assessment, asked))
            .map((asked) => [
              element("dt", {}, capitalized([asked.qualifier, asked.display].filter(Boolean).join(t("colon")))),
              element("dd", {}, readable(asked, answer(assessment, asked.field))),
            ]),
        ),
      ),
    ),
  );
}
