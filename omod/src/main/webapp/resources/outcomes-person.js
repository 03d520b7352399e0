/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { capitalized, element, unseen } from "./dom.js";
import { askReason } from "./form-dialog.js";
import { amendCheck, amendEvent, checkFields, eventFields, recordCheck, recordEvent } from "./outcomes-entries.js";
import "./outcomes-texts.js";
import * as service from "./service-api.js";
import { day, readableDay, t } from "./strings.js";
import { headings, wide } from "./tables.js";

/**
 * What is known of a person since his index release: first on what it rests, since each of these definitions changes every result.
 *
 * @param {Element} over where windows are opened from
 * @param {Object} followUp as the server gives it
 * @param {boolean} manages whether the user may record and amend
 * @param {Function} recorded called with a sentence once something was recorded
 * @returns {Array} of elements
 */
export function followUpOf(over, followUp, manages, name, recorded) {
  const buttons = manages
    ? element(
        "p",
        { class: "row" },
        element(
          "button",
          {
            type: "button",
            class: "first",
            onclick: () => recordCheck(over, followUp, name, () => recorded(t("checkRecorded"))),
          },
          t("checkRecord"),
        ),
        element(
          "button",
          { type: "button", onclick: () => recordEvent(over, followUp, name, () => recorded(t("eventRecorded"))) },
          t("eventRecord"),
        ),
      )
    : "";
  return [
    buttons,
    definitions(followUp),
    followUp.noIndex
      ? element("p", { class: "note" }, t("noIndexBecause", followUp.noIndex.display))
      : [now(followUp), horizons(followUp)],
    checksDue(followUp),
    entries(over, "events", followUp, manages, recorded),
    entries(over, "checks", followUp, manages, recorded),
  ].flat();
}

function definitions({ definitions: settled, indexDay, indexRelease, asOf }) {
  const row = (words, ...said) => [
    element("dt", {}, words),
    element("dd", {}, said.some(Boolean) ? said : t("notDecided")),
  ];
  const { legalBasis, violentDefinition } = settled;
  return element(
    "section",
    { class: "written" },
    element("h2", {}, t("outcomeDefinitions", readableDay(asOf))),
    element(
      "dl",
      {},
      row(t("indexDayIs"), indexDay ? readableDay(indexDay) : t("none")),
      row(t("indexReleaseWhich"), settled.indexRelease?.display),
      row(t("indexClock"), settled.clock?.display),
      indexRelease
        ? row(
            t("releaseDays"),
            ...["leftBuilding", "ecrouLifted", "endOfCare"].map((field) =>
              element(
                "span",
                { class: "second" },
                `${t("releaseDay")[field]}${t("colon")}${indexRelease[field] ? readableDay(indexRelease[field]) : t("notStated")}`,
              ),
            ),
          )
        : "",
      row(
        t("violentBy"),
        violentDefinition ? `${violentDefinition.name}${t("colon")}${violentDefinition.text}` : t("violentByNone"),
      ),
      row(
        t("sufficientSources"),
        settled.sufficientSources.map(({ display }) => display).join(", ") || t("sufficientSourcesNone"),
      ),
      row(
        t("convictionLag"),
        settled.convictionLagYears === null ? t("convictionLagNone") : t("lagYears", settled.convictionLagYears),
      ),
      row(
        t("legalBasis"),
        legalBasis ? `${legalBasis.text} (${readableDay(legalBasis.date)}, ${legalBasis.who})` : null,
      ),
    ),
  );
}

function now({ now: status }) {
  return status
    ? element(
        "section",
        {},
        element("h2", {}, t("statusNow")),
        element("p", {}, capitalized(status.counted.display), t("colon"), element("b", {}, words(status)), ". "),
        element(
          "ul",
          {},
          particulars(status).map((line) => element("li", {}, line)),
        ),
      )
    : "";
}

/** One column a way of counting, one row a horizon: nothing of one is told by another. */
function horizons({ horizons: all }) {
  const counted = all[0]?.statuses.map((status) => status.counted) ?? [];
  return element(
    "section",
    {},
    element("h2", {}, t("horizons")),
    element("p", { class: "hint" }, t("horizonsExplained")),
    wide(
      t("horizons"),
      element(
        "table",
        { class: "horizons" },
        headings([t("horizon"), ...counted.map(({ display }) => capitalized(display))]),
        element(
          "tbody",
          {},
          all.map((horizon) =>
            element(
              "tr",
              {},
              element(
                "th",
                { scope: "row" },
                horizon.endOfCare ? t("horizonEndOfCare") : t("horizonMonths", horizon.months),
                element("span", { class: "second" }, readableDay(horizon.day, "short")),
              ),
              horizon.statuses.map((status) =>
                element(
                  "td",
                  {},
                  element("b", {}, words(status)),
                  status.status.code === "NOT_YET_REACHED"
                    ? ""
                    : particulars(status).map((line) => element("span", { class: "second" }, line)),
                ),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** The status with its day; a day that is not known exactly lies between two. */
function words({ status, day: first, latestDay }) {
  if (status.code === "NOT_YET_REACHED") {
    return status.display;
  }
  return first === latestDay
    ? t("statusDay", status.display, readableDay(first, "short"), status.code)
    : t("statusBetween", status.display, readableDay(first, "short"), readableDay(latestDay, "short"));
}

function particulars(status) {
  return [
    status.provisional ? t("statusProvisional") : t("statusFinal"),
    status.knownFreeUntil && t("knownFreeUntil", readableDay(status.knownFreeUntil, "short")),
    status.noEventKnownUntil && t("noEventKnownUntil", readableDay(status.noEventKnownUntil, "short")),
    status.lostSince && t("lostSince", readableDay(status.lostSince, "short")),
    status.daysNotAtRisk > 0 &&
      t(
        "notAtRisk",
        status.daysNotAtRisk,
        status.notAtRisk.map(({ from, to }) => t("fromTo", readableDay(from, "short"), readableDay(to, "short"))),
      ),
    ...status.notes.map(({ display }) => capitalized(display)),
  ].filter(Boolean);
}

function checksDue({ checksDue: due }) {
  return due.length
    ? element(
        "section",
        {},
        element("h2", {}, t("checksPlanned")),
        wide(
          t("checksPlanned"),
          element(
            "table",
            {},
            headings([t("checkDueOn"), t("checkOf"), t("checkState")]),
            element(
              "tbody",
              {},
              due.map(({ kind, day: on, doneBy, overdue }) =>
                element(
                  "tr",
                  {},
                  element("th", { scope: "row" }, readableDay(on)),
                  element("td", {}, kind.display),
                  element(
                    "td",
                    {},
                    doneBy ? t("checkDone") : overdue ? element("b", {}, t("checkOverdue")) : t("checkToCome"),
                  ),
                ),
              ),
            ),
          ),
        ),
      )
    : "";
}

/** Of each sort how it is told, amended and voided. */
const SORTS = {
  events: {
    heading: "outcomeEvents",
    path: "outcomeevent",
    fields: eventFields,
    amend: amendEvent,
    when: ({ date, from, to }) => (from ? t("entrySpan", partDay(from), to && partDay(to)) : date && partDay(date)),
  },
  checks: {
    heading: "outcomeChecks",
    path: "followupcheck",
    fields: checkFields,
    amend: amendCheck,
    when: ({ day: on }) => partDay(on),
  },
};

function entries(over, sort, followUp, manages, recorded) {
  const { path, fields, amend, when } = SORTS[sort];
  const takeAway = (entry) =>
    askReason(over, {
      title: t("entryVoidOf", entry.display),
      lead: t("entryVoidExplained"),
      confirm: t("entryVoidConfirm"),
      send: (reason) => service.voidEntry(path, entry.uuid, reason),
      after: () => recorded(t("entryVoided")),
    });
  return element(
    "section",
    {},
    element("h2", {}, t(SORTS[sort].heading)),
    followUp[sort].length
      ? element(
          "ul",
          { class: "lines entries" },
          followUp[sort].map((entry) =>
            element(
              "li",
              {},
              element(
                "div",
                { class: "whom" },
                element("b", {}, capitalized(entry.kind.display)),
                element("span", { class: "second" }, when(entry) || t("notDated")),
              ),
              element("dl", {}, told(entry, fields(followUp))),
              manages
                ? element(
                    "div",
                    { class: "steps" },
                    element(
                      "button",
                      {
                        type: "button",
                        onclick: () => amend(over, followUp, entry, () => recorded(t("entryAmended"))),
                      },
                      t("entryAmend"),
                      unseen(t("colon"), entry.display),
                    ),
                    element(
                      "button",
                      { type: "button", class: "quiet", onclick: () => takeAway(entry) },
                      t("entryVoid"),
                      unseen(t("colon"), entry.display),
                    ),
                  )
                : "",
            ),
          ),
        )
      : element("p", {}, t("entriesNone")[sort]),
  );
}

/** @returns {string} a date that is known to the day, to the month or to the year */
const partDay = (date) =>
  date.length === 10 ? readableDay(day(date)) : date.length === 7 ? readableMonth(date) : date;

const readableMonth = (month) => readableDay(`${month}-01`).replace(/^\S+ /, "");

function told(entry, questions) {
  const rows = questions
    .filter(({ field }) => !["kind", "date", "from", "to", "day"].includes(field) && entry[field])
    .map(({ field, kind, display }) => [
      display,
      entry[field].display ?? (kind === "DATE" ? readableDay(entry[field]) : entry[field]),
    ]);
  if (entry.violentBy) {
    rows.push([t("violentByWhich"), entry.violentBy]);
  }
  return rows.map(([words, answer]) => element("div", {}, element("dt", {}, words), element("dd", {}, answer)));
}
