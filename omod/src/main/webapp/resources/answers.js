/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { capitalized } from "./dom.js";
import { readableDay, readableNumber, t } from "./strings.js";

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
export const values = (held) => (held === null ? [] : [held].flat());

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
