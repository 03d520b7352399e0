/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { capitalized } from "./dom.js";
import { readableDay, readableNumber, t } from "./strings.js";

/** Questions that nobody answers as such: whether it is a draft is said by saving it, and the reason goes with an amendment. */
export const ANSWERED_BY_SAVING = ["status", "amendment"];

/** @returns {Object} the question of that field (`context`, `ratings.05`) */
export const question = (instrument, field) => instrument.questions.find((asked) => asked.field === field);

/** @returns what the assessment answers there: a code, number, day or text, a list of them, or null */
export function answer(assessment, field) {
  const [group, ...rest] = field.split(".");
  const held = rest.length ? assessment[group]?.[rest.join(".")] : assessment[group];
  return held ?? null;
}

/** Puts an answer where the server looks for it. */
export function putAnswer(body, field, value) {
  const [group, ...rest] = field.split(".");
  if (rest.length) {
    (body[group] ??= {})[rest.join(".")] = value;
  } else {
    body[group] = value;
  }
}

/** @returns {Array} the answer as a list: empty, of one, or of several */
export const values = (held) => (held === null || held === undefined ? [] : [held].flat());

/** @returns {boolean} whether the assessment answers the question */
export const isAnswered = (assessment, asked) => values(answer(assessment, asked.field)).length > 0;

/** @returns {string} the answer in words; null where there is none */
export function readable(asked, held) {
  const words = values(held).map((value) => {
    if (asked.kind === "DATE") {
      return readableDay(value);
    }
    if (asked.kind === "NUMBER") {
      return readableNumber(value);
    }
    return asked.choices?.find((choice) => choice.code === value)?.display ?? String(value);
  });
  return words.length ? words.join(", ") : null;
}

/** @returns {string} the answer in words, and where there is none, what is known of that */
export function said(instrument, assessment, asked) {
  const words = readable(asked, answer(assessment, asked.field));
  if (words !== null) {
    return words;
  }
  if (asked.context && !ratedContexts(instrument, assessment).has(asked.context)) {
    return t("contextNotRated");
  }
  return isExcluded(asked, (field) => answer(assessment, field)) ? t("notAsked") : t("notStated");
}

/**
 * @param {Function} held gives the answer in a field
 * @returns {boolean} whether another answer says that this is not asked
 */
export const isExcluded = (asked, held) =>
  Object.entries(asked.notAskedWhere ?? {}).some(([field, answers]) =>
    values(held(field)).some((value) => answers.includes(value)),
  );

/** @returns {Array} the contexts that the instrument rates apart, as choices; none where it rates no item or opinion so */
export const contexts = (instrument) =>
  (question(instrument, "context")?.choices ?? []).filter((context) =>
    instrument.questions.some((asked) => asked.context === context.code),
  );

/** @returns {Set} the codes of the contexts in which the assessment answers anything */
export const ratedContexts = (instrument, assessment) =>
  new Set(
    instrument.questions
      .filter((asked) => asked.context && isAnswered(assessment, asked))
      .map((asked) => asked.context),
  );

/** @returns {Array} the contexts that any of the assessments has rated, as choices; all of them where none has */
export function contextsInUse(instrument, assessments) {
  const all = contexts(instrument);
  const rated = all.filter((context) =>
    assessments.some((assessment) => ratedContexts(instrument, assessment).has(context.code)),
  );
  return rated.length ? rated : all;
}

/** @returns {string} a context's name; null where there is none of that code */
export const contextName = (instrument, code) =>
  question(instrument, "context")?.choices.find((context) => context.code === code)?.display ?? null;

/** @returns {string} the days that the ratings look at; null where the assessment does not say */
export function ratingWindow(assessment) {
  const [from, to] = ["windowStart", "windowEnd"].map((field) => answer(assessment, field));
  const words = (held) => (held ? readableDay(held, "short") : "…");
  return from || to ? t("fromTo", words(from), words(to)) : null;
}

/** @returns {Array} the questions that rate an item in a context, or one of its sub-items: one a dimension */
export const ratingsOf = (instrument, item, context = null, subItem = null) =>
  instrument.questions.filter(
    (asked) =>
      asked.part === "RATING" &&
      asked.item === item.code &&
      (asked.context ?? null) === (item.perContext ? context : null) &&
      (asked.subItem ?? null) === (subItem?.code ?? null),
  );

/** @returns {string} the name of the question's dimension, where there are several; null where there is nothing to tell apart */
export const dimensionName = (instrument, asked) =>
  instrument.dimensions.length > 1
    ? instrument.dimensions.find((dimension) => dimension.code === asked.dimension)?.display
    : null;

/**
 * The items by the scales that part them: a scale that holds the items of others, such as a total, parts nothing.
 *
 * @returns {Array} of `{scale, items}`; a last one without a scale for items of none
 */
export function itemsByScale(instrument) {
  const holds = (scale, other) => other !== scale && other.items.every((item) => scale.items.includes(item));
  const parting = instrument.scales.filter((scale) => !instrument.scales.some((other) => holds(scale, other)));
  const placed = new Set();
  const groups = parting.map((scale) => ({
    scale,
    items: instrument.items.filter(
      (item) => scale.items.includes(item.code) && !placed.has(item.code) && placed.add(item.code),
    ),
  }));
  const rest = instrument.items.filter((item) => !placed.has(item.code));
  return [...groups, { scale: null, items: rest }].filter((group) => group.items.length);
}

/** @returns {string} a heading for the items of a scale */
export const itemsHeading = ({ scale, items }) =>
  scale ? t("itemsOfScale", capitalized(scale.display), items[0].code, items[items.length - 1].code) : t("item");

/** @returns {string} what the field is called where it stands alone: in a fault, in the history */
export function fieldName(instrument, field) {
  const asked = question(instrument, field);
  if (!asked) {
    return t("fieldNames")[field] ?? field;
  }
  const name = [asked.item, asked.subItem, asked.display].filter(Boolean).join(" ");
  return asked.qualifier ? `${name} (${asked.qualifier})` : name;
}

/** @returns {string} the name of one of a mark's items; the mark's own where the page does not know better */
export const singular = (mark) => t("singular")[mark.code] ?? mark.display;
