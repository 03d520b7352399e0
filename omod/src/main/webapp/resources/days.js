/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { language } from "./strings.js";

/** Days of the calendar, written as the server does (`2026-12-14`), without a time of day. */

const MILLISECONDS = 24 * 60 * 60 * 1000;

const text = (moment) => moment.toISOString().slice(0, 10);

/** @returns {string} today where the page is looked at */
export function today() {
  const now = new Date();
  return text(new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate())));
}

export const plusDays = (day, days) => text(new Date(Date.parse(`${day}T00:00:00Z`) + days * MILLISECONDS));

/** @returns {number} of days from one to the other; negative where it lies before */
export const daysBetween = (from, to) => Math.round((Date.parse(to) - Date.parse(from)) / MILLISECONDS);

/** @returns {string} the Monday of the week */
export const monday = (day) => plusDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));

/** @returns {string} the day without its year, as the head of a narrow column; with `weekday`, its name before it */
export const shortDay = (day, weekday) =>
  new Intl.DateTimeFormat(language() === "en" ? "en-GB" : "fr-FR", {
    day: "numeric",
    month: "short",
    weekday,
    timeZone: "UTC",
  }).format(new Date(`${day}T00:00:00Z`));
