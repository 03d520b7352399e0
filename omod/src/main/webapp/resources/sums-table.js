/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { contextName } from "./answers.js";
import { capitalized, element } from "./dom.js";
import { readableDay, readableNumber, t } from "./strings.js";
import { groupHeading, headings, wide } from "./tables.js";

/**
 * Sums, means and indices: only where the answer has them, which it has for researchers alone.
 *
 * @param {Object} view the trajectory's: `asked`, `shown`, and `names` of all instruments by their codes
 */
export function sumsTable({ asked: instrument, shown, names }) {
  const { scales, indices = [], researchNotice } = shown;
  if (!scales?.length) {
    return "";
  }
  const dates = shown.assessments.filter((assessment) => assessment.counted);
  const rows = (series, said, none) =>
    series.map((each) =>
      element(
        "tr",
        {},
        element("th", { scope: "row" }, name(instrument, each)),
        dates.map((assessment) => {
          const point = each.points.find((candidate) => candidate.assessment === assessment.uuid);
          return element("td", {}, point ? said(point, each) : element("span", { class: "soft" }, none));
        }),
      ),
    );
  return element(
    "details",
    { class: "sums" },
    element("summary", {}, t("sums")),
    element("p", {}, researchNotice ?? ""),
    wide(
      t("sums"),
      element(
        "table",
        { class: "items" },
        headings(["", ...dates.map((assessment) => readableDay(assessment.date, "short"))]),
        element(
          "tbody",
          {},
          rows(scales, (point, scale) => sum(point, scale, instrument), t("contextNotRated")),
        ),
        indices.length
          ? element(
              "tbody",
              {},
              groupHeading(t("indices"), dates.length + 1),
              rows(
                indices,
                (point, index) => difference(point, instrument, names.get(minuend(instrument, index))),
                t("otherContext"),
              ),
            )
          : "",
      ),
    ),
    [...new Set(indices.map((index) => index.notice).filter(Boolean))].map((notice) => element("p", {}, notice)),
  );
}

const name = (instrument, { display, context }) =>
  [capitalized(display), contextName(instrument, context)].filter(Boolean).join(", ");

/** @returns what the sum is, how it came about, or why there is none; of a scale whose mean is usual, that first */
function sum(point, scale, instrument) {
  const { raw, prorated, mean, omitted, noValueDisplay } = point;
  if (raw === null || raw === undefined) {
    return noValueDisplay ?? t("noValue");
  }
  // Without a value too: what was rated, apart and marked.
  const none = point.value === null || point.value === undefined ? (noValueDisplay ?? t("noValue")) : null;
  const summed = [
    t("sumOf", readableNumber(raw ?? point.value), readableNumber(scale.max)),
    omitted ? t("omitted", omitted) : null,
    omitted && prorated !== null && prorated !== undefined ? t("prorated", readableNumber(prorated)) : null,
  ]
    .filter(Boolean)
    .join(", ");
  if (none) {
    return [none, element("span", { class: "second" }, summed)];
  }
  if (mean === null || mean === undefined) {
    return summed;
  }
  const { items } = instrument.scales.find((candidate) => candidate.code === scale.code);
  return [
    t("meanOf", readableNumber(mean, 2), readableNumber(scale.max / items.length)),
    element("span", { class: "second" }, t("sum"), t("colon"), summed),
  ];
}

/** @returns {string} the code of the instrument whose sum an index is taken from */
const minuend = (instrument, index) =>
  instrument.indices.find((candidate) => candidate.code === index.code).of.instrument;

/** @returns what the index is and of which two assessments, or why there is none */
function difference({ value, date, counterpartDate, from, subtracted, noValueDisplay }, instrument, other) {
  const parts = [
    counterpartDate && t("partOf", other, readableDay(counterpartDate, "short"), number(from)),
    t("partOf", instrument.display, readableDay(date, "short"), number(subtracted)),
  ].filter(Boolean);
  return [
    value === null ? (noValueDisplay ?? t("noValue")) : readableNumber(value),
    parts.map((part, i) => element("span", { class: "second" }, i ? "− " : "", part)),
  ];
}

/** @returns {string} a sum that an index is made of, and how many items of it were omitted */
const number = (score) =>
  score?.value === null || score?.value === undefined
    ? t("noValue")
    : [readableNumber(score.value), score.omitted ? t("omitted", score.omitted) : null].filter(Boolean).join(", ");
