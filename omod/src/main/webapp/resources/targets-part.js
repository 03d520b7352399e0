/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { contextName } from "./answers.js";
import { number } from "./fields.js";
import { element } from "./dom.js";
import { readableDay, t } from "./strings.js";
import { headings, wide } from "./tables.js";
import "./targets-texts.js";

/**
 * What to work on now, with what protects in the same field of life and the care given beside it; then what to keep and what to build.
 *
 * @param {Object} view `session`
 * @param {Object} trajectory
 * @param {Object} words `instruments` by their codes, `results` of actions by their codes
 * @param {Function} offer makes the control by which care is charted of an item; null where the user may not
 */
export function targetsPart(view, { targets, withheld }, words, offer) {
  if (withheld) {
    return "";
  }
  const protectors = [...targets.risk.flatMap((target) => target.protectors), ...targets.keep, ...targets.build];
  const said = { ...words, reservations: shared(protectors) };
  return element(
    "section",
    { class: "targets" },
    element("h2", {}, t("targetsHeading")),
    basis([...targets.risk, ...protectors]),
    said.reservations.length
      ? element("p", { class: "warning" }, t("targetsReserved", said.reservations.join(", ")))
      : "",
    targets.risk.length
      ? [
          wide(t("targetsHeading"), riskTable(targets.risk, said, offer)),
          element("p", { class: "hint" }, targets.notice),
        ]
      : element("p", {}, t("targetsNone")),
    notRated(targets.notRatedNow, said),
    element(
      "div",
      { class: "side-by-side" },
      protectorList("targetsKeep", targets.keep, said, offer),
      protectorList("targetsBuild", targets.build, said, offer),
    ),
  );
}

/** From which assessments it is: what is to be worked on now may have been rated long ago. */
function basis(rated) {
  const named = rated
    .filter(({ ratedBy }) => ratedBy)
    .map(({ instrument, ratedBy }) => t("targetsRatedBy", instrument.display, readableDay(ratedBy.date)));
  return named.length
    ? element("p", { class: "hint" }, t("targetsBasis"), t("colon"), [...new Set(named)].join(", "), ".")
    : "";
}

/** @returns {string[]} what stands in the way of comparing any protective item with the one before, in words: said once for all */
function shared(protectors) {
  const compared = protectors.filter(({ sinceLast }) => sinceLast);
  const [first = [], ...others] = compared.map(({ sinceLastReasons: reasons = [] }) =>
    reasons.map(({ display }) => display),
  );
  return first.filter((reason) => others.every((reasons) => reasons.includes(reason)));
}

function riskTable(risk, words, offer) {
  return element(
    "table",
    { class: "targets-table" },
    headings([t("targetsItem"), t("targetsProtects"), t("targetsCare")]),
    element(
      "tbody",
      {},
      risk.map((target) =>
        element(
          "tr",
          {},
          element(
            "th",
            { scope: "row" },
            named(target, words),
            element("span", { class: "rated" }, rated(target)),
            element("span", { class: "second" }, standing(target)),
            moved(target, []),
          ),
          element(
            "td",
            {},
            target.protectors.length
              ? element(
                  "ul",
                  { class: "plain" },
                  target.protectors.map((protector) => element("li", {}, protectorWords(protector, words))),
                )
              : element("span", { class: "soft" }, t("targetsNoneBeside")),
          ),
          element("td", {}, care(target, words), offer ? offer(target, target.protectors) : ""),
        ),
      ),
    ),
  );
}

/** The item, with the context that it is rated for. */
const named = ({ item, context, instrument }, words) => [
  number(item.code),
  item.display,
  context ? element("span", { class: "detail" }, contextName(words.instruments.get(instrument.code), context)) : "",
];

const rated = ({ rating, relevance }) =>
  [rating.display, relevance ? t("targetsRelevance", relevance.display) : null].filter(Boolean).join(", ");

/** Since when it stands, and how often it was not rated in between: not rated is not absent. */
const standing = ({ standingSince, ratedSo, notRated }) =>
  [t("targetsSince", readableDay(standingSince.date), ratedSo), notRated ? t("targetsNotRated", notRated) : null]
    .filter(Boolean)
    .join(" ");

/**
 * What has moved since the assessment before, and what stands in the way of saying so.
 *
 * @param {string[]} reservations what is said above for all
 */
function moved({ sinceLast, sinceLastReasons: reasons = [] }, reservations) {
  if (!sinceLast) {
    return "";
  }
  const own = reasons.map(({ display }) => display).filter((reason) => !reservations.includes(reason));
  return element(
    "span",
    { class: "second" },
    t("targetsSinceLast", sinceLast.display),
    own.length ? ` ${t("targetsBut", own.join(", "))}` : "",
  );
}

const protectorWords = ({ item, rating, marks = [], carriedBySupport, ...movement }, { reservations }) => [
  number(item.code),
  item.display,
  element("span", { class: "rated" }, rating ? rating.display : t("notStated")),
  marks.map((mark) => element("span", { class: "mark" }, t("singular")[mark.code] ?? mark.display)),
  carriedBySupport ? element("span", { class: "second" }, t("targetsCarried")) : "",
  moved(movement, reservations),
];

/** The care given about an item: what, by whom, since when, and with what result. */
export function care({ care: actions }, { results }) {
  return actions?.length
    ? element(
        "ul",
        { class: "plain" },
        actions.map((action) =>
          element(
            "li",
            {},
            action.what,
            element(
              "span",
              { class: "second" },
              [
                action.who,
                t("targetsFrom", readableDay(action.from)),
                results?.get(action.result) ?? null,
                (action.providers ?? []).map((provider) => provider.display).join(", "),
              ]
                .filter(Boolean)
                .join(" · "),
            ),
          ),
        ),
      )
    : element("p", { class: "soft" }, t("targetsNoCare"));
}

/** Items that were there when last rated and that the latest does not rate: not known now, and not absent. */
const notRated = (items, words) =>
  items.length
    ? [
        element("h3", {}, t("targetsNotRatedNow")),
        element(
          "ul",
          {},
          items.map((target) =>
            element(
              "li",
              {},
              named(target, words),
              t("colon"),
              t(
                "targetsLastRated",
                rated({ rating: target.lastRating, relevance: target.lastRelevance }),
                readableDay(target.lastRatedBy.date),
              ),
            ),
          ),
        ),
      ]
    : "";

const protectorList = (heading, protectors, words, offer) =>
  element(
    "div",
    {},
    element("h3", {}, t(heading)),
    protectors.length
      ? element(
          "ul",
          { class: "plain ruled" },
          protectors.map((protector) =>
            element(
              "li",
              {},
              protectorWords(protector, words),
              care(protector, words),
              offer ? offer(protector, []) : "",
            ),
          ),
        )
      : element("p", {}, t("none")),
  );
