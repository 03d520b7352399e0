/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { contextName } from "./answers.js";
import { capitalized, element } from "./dom.js";
import { day, readableDay, t } from "./strings.js";
import { groupHeading, headings, wide } from "./tables.js";
import "./overview-texts.js";

/**
 * What the drawing of everything shows, as tables: final opinions, settings and phases, and which assessments there are.
 *
 * @param {Map} instruments their questions, by code
 */
export const overviewTables = ({ instruments: shown, timeline }, instruments) =>
  element(
    "details",
    { class: "as-tables" },
    element("summary", {}, t("overviewTables")),
    opinions(shown, instruments),
    phases(timeline),
    changes(timeline),
    assessments(timeline, instruments),
  );

/** A line an opinion and context, a column a day on which one was given: as charted, with nothing computed. */
function opinions(shown, instruments) {
  const given = shown
    .map((instrument) => ({
      ...instrument,
      judgements: instrument.judgements.filter(({ points }) => points.some(({ level }) => level)),
    }))
    .filter(({ judgements }) => judgements.length);
  if (!given.length) {
    return element("p", {}, t("overviewNoOpinions"));
  }
  const days = [
    ...new Set(
      given.flatMap(({ judgements }) =>
        judgements.flatMap(({ points }) => points.filter(({ level }) => level).map(({ date }) => day(date))),
      ),
    ),
  ].sort();
  return element(
    "div",
    {},
    element("h2", {}, t("overviewOpinions")),
    wide(
      t("overviewOpinions"),
      element(
        "table",
        { class: "items" },
        headings([t("overviewOpinion"), ...days.map((each) => readableDay(each, "short"))]),
        given.map(({ code, display, judgements }) =>
          element(
            "tbody",
            {},
            groupHeading(display, days.length + 1),
            judgements.map((judgement) =>
              element(
                "tr",
                {},
                element(
                  "th",
                  { scope: "row" },
                  capitalized(judgement.display),
                  judgement.context
                    ? element("span", { class: "detail" }, contextName(instruments.get(code), judgement.context))
                    : "",
                ),
                days.map((each) => element("td", {}, words(judgement.points, each))),
              ),
            ),
          ),
        ),
      ),
    ),
  );
}

/** Of several on one day, each. */
const words = (points, each) =>
  points
    .filter(({ date, level }) => level && day(date) === each)
    .map(({ display, amended }) =>
      element("p", {}, display, amended ? element("span", { class: "detail" }, t("amended")) : ""),
    );

function phases({ phases: spans, breaks }) {
  const line = (name, { from, to }) =>
    element(
      "tr",
      {},
      element("th", { scope: "row" }, name),
      element("td", {}, readableDay(from)),
      element("td", {}, to ? readableDay(to) : t("overviewLasting")),
    );
  return spans?.length
    ? element(
        "div",
        {},
        element("h2", {}, t("overviewPhases")),
        wide(
          t("overviewPhases"),
          element(
            "table",
            {},
            headings([t("overviewPhase"), t("overviewFrom"), t("overviewTo")]),
            element(
              "tbody",
              {},
              spans.map((span) => line(capitalized(span.phase.display), span)),
              (breaks ?? []).map((broken) => line(t("overviewBreak"), broken)),
            ),
          ),
        ),
      )
    : "";
}

/** Between two assessments that state where he was: when it changed is known only where the episode of care says the day. */
const changes = ({ changes: found }) =>
  found?.length
    ? element(
        "div",
        {},
        element("h2", {}, t("overviewChanges")),
        element(
          "ul",
          {},
          found.map(({ last, first, from, to, day: on }) =>
            element(
              "li",
              {},
              on
                ? t("overviewChangedOn", readableDay(on), setting(from), setting(to))
                : t(
                    "overviewChangedBetween",
                    readableDay(last.date),
                    readableDay(first.date),
                    setting(from),
                    setting(to),
                  ),
            ),
          ),
        ),
      )
    : "";

const setting = ({ context, phase }) =>
  [context, phase]
    .filter(Boolean)
    .map(({ display }) => display)
    .join(", ");

const assessments = ({ assessments: all }, instruments) =>
  element(
    "div",
    {},
    element("h2", {}, t("assessments")),
    wide(
      t("assessments"),
      element(
        "table",
        {},
        headings([t("date"), t("overviewInstrument"), t("overviewSetting"), t("overviewStanding")]),
        element(
          "tbody",
          {},
          all.map(({ date, instrument, context, status, raterRole, counted, amended }) => {
            const asked = instruments.get(instrument.code);
            const said = (field, code) =>
              asked?.questions
                .find((question) => question.field === field)
                ?.choices.find((choice) => choice.code === code)?.display;
            return element(
              "tr",
              { class: counted ? null : "uncounted" },
              element("th", { scope: "row" }, readableDay(date)),
              element("td", {}, instrument.display),
              element("td", {}, contextName(asked, context) ?? t("notStated")),
              element(
                "td",
                {},
                [
                  said("status", status),
                  said("raterRole", raterRole),
                  counted ? null : t("notCounted"),
                  amended ? t("amended") : null,
                ]
                  .filter(Boolean)
                  .join(", "),
              ),
            );
          }),
        ),
      ),
    ),
  );
