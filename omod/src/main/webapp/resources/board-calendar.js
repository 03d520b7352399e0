/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import "./board-texts.js";
import { plusDays, shortDay, today } from "./days.js";
import { element, unseen } from "./dom.js";
import { readableDay, t } from "./strings.js";
import { wide } from "./tables.js";

/**
 * The weeks to come, a row a stay: a place is a number and no room, so nobody has a row of his own by right. Each cell says in words what it
 * draws. Below it the places that are free, of each week those of its fullest night.
 *
 * @param {Array} occupancy how many places are free, night by night
 * @param {string} from a Monday
 * @param {number} weeks
 * @param {Array} stays those that lie in these weeks
 * @param {number} overstaying how many stay on beyond their planned end: their places are free from tomorrow by the plan alone
 * @param {Function} person gives what tells who it is
 */
export function calendar(occupancy, from, weeks, stays, overstaying, person) {
  const mondays = Array.from({ length: weeks }, (_, week) => plusDays(from, 7 * week));
  const days = mondays.map((day) => Array.from({ length: 7 }, (_, i) => plusDays(day, i)));
  const nights = new Map(occupancy.map((night) => [night.night, night]));
  return wide(
    t("boardCalendar"),
    element(
      "table",
      { class: "calendar" },
      element("caption", { class: "unseen" }, t("calendarCaption", readableDay(from), weeks)),
      element(
        "thead",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "col" }, t("boardStay")),
          mondays.map((day) =>
            element(
              "th",
              { scope: "col", class: isNow(day) ? "now" : null },
              unseen(t("weekFrom"), " "),
              shortDay(day),
              isNow(day) ? element("span", { class: "second" }, t("thisWeekShort")) : "",
            ),
          ),
        ),
      ),
      element(
        "tbody",
        {},
        stays.map((stay) => row(stay, days, person)),
        stays.length ? "" : element("tr", {}, element("td", { colspan: weeks + 1 }, t("staysNone"))),
      ),
      element(
        "tfoot",
        {},
        element(
          "tr",
          {},
          element("th", { scope: "row" }, t("freeEachWeek")),
          days.map((week) => {
            const known = week.map((day) => nights.get(day)).filter(Boolean);
            const free = known.length ? Math.min(...known.map((night) => night.free)) : null;
            return element("td", { class: free === 0 ? "full" : null }, free === null ? "–" : freeIn(free));
          }),
        ),
        overstaying > 0
          ? element(
              "tr",
              {},
              element(
                "td",
                { colspan: weeks + 1, class: "told" },
                element("span", { class: "warning" }, t("overstayingFree", overstaying)),
              ),
            )
          : "",
      ),
    ),
  );
}

const freeIn = (free) => (free === 0 ? element("b", {}, "0") : String(free));

const isNow = (day) => day <= today() && today() < plusDays(day, 7);

/** @returns {Array} of the placements, the stays of which a night lies between the days, in order: who lived there, lives there, or is to come */
export const staysIn = (placements, from, end) =>
  placements
    .filter(({ status }) => status.code !== "WAITING")
    .map(stayOf)
    .filter((stay) => stay.first < end && stay.end > from)
    .sort((one, other) => one.first.localeCompare(other.first));

/**
 * @returns {Object} the nights of a placement: its `first`; `due`, the day on which they end as planned; and `end`, the day after its last: one
 *     who stays too long is there until tonight
 */
function stayOf(placement) {
  const { status, enteredOn, leftOn, from, plannedEnd, overstaying } = placement;
  return {
    placement,
    kind: status.code.toLowerCase(),
    first: enteredOn ?? from,
    due: plannedEnd,
    end: leftOn ?? (overstaying ? plusDays(today(), 1) : plannedEnd),
  };
}

function row({ placement, kind, first, due, end }, days, person) {
  return element(
    "tr",
    {},
    element(
      "th",
      { scope: "row" },
      person(placement),
      element(
        "span",
        { class: "second" },
        placement.overstaying
          ? t("calendarOver", readableDay(placement.plannedEnd, "short"))
          : t("calendarUntil", placement.status.display, readableDay(first, "short"), readableDay(end, "short")),
      ),
    ),
    days.map((week) => {
      const taken = week.filter((day) => first <= day && day < end);
      const over = placement.overstaying ? taken.filter((day) => day >= due) : [];
      return element(
        "td",
        {},
        taken.length
          ? [
              element(
                "span",
                { class: "track", "aria-hidden": "true" },
                bar(kind, week, taken.slice(0, taken.length - over.length)),
                bar("over", week, over),
              ),
              unseen(t("boardNights", taken.length, over.length)),
            ]
          : "",
      );
    }),
  );
}

/** The nights in a week, as far as they reach in its column. */
function bar(kind, week, nights) {
  if (!nights.length) {
    return null;
  }
  const drawn = element("span", { class: `stay ${kind}` });
  // The page allows no style in attributes; where the nights lie is all there is to set.
  drawn.style.insetInlineStart = `${(week.indexOf(nights[0]) / 7) * 100}%`;
  drawn.style.width = `${(nights.length / 7) * 100}%`;
  return drawn;
}
