/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { href } from "./address.js";
import { answer, contextName, fieldName, question, ratedContexts, ratingWindow, readable } from "./answers.js";
import { askToVoid } from "./dialogs.js";
import { capitalized, element, unseen } from "./dom.js";
import { showHistory } from "./history.js";
import { readableDay, t } from "./strings.js";
import { headings, wide } from "./tables.js";

const COMMON = ["context", "raterRole", "status"];

/**
 * The assessments in order of date, with what can be done with each.
 *
 * @param {Object} view the trajectory's: `asked`, `shown`, `person`, `mayChart`, and `after`, which reads all anew
 */
export function assessmentsTable(view) {
  const { assessments } = view.shown;
  const judgements = judgementColumns(view.asked);
  const dated = view.asked.questions.some((asked) => asked.code === "windowStart" && asked.required);
  const columns = [
    ...COMMON.map((field) => question(view.asked, field)).map((asked) => ({
      name: asked.display,
      words: (assessment) => [
        readable(asked, answer(assessment, asked.field)) ?? t("notStated"),
        asked.code === "status" ? standing(view, assessment) : "",
      ],
    })),
    ...(dated ? [{ name: t("window"), words: (assessment) => ratingWindow(assessment) ?? t("notStated") }] : []),
    ...judgements.map((column) => ({
      name: column.name,
      words: (assessment) => column.words(view, assessment),
    })),
  ];
  // Ratings of two editions are not of one series; where there is but one it need not be said each time.
  const editionsDiffer = new Set(assessments.map((assessment) => answer(assessment, "edition"))).size > 1;
  return element(
    "section",
    {},
    element("h2", { id: "assessments" }, t("assessments")),
    assessments.length === 0
      ? element("p", {}, t("assessmentsNone"))
      : wide(
          t("assessments"),
          element(
            "table",
            { class: "dated" },
            headings([
              t("date"),
              ...columns.map(({ name }) => capitalized(name)),
              view.mayChart ? element("th", { scope: "col", class: "actions" }, t("actions")) : null,
            ]),
            element(
              "tbody",
              {},
              assessments.flatMap((assessment) => [
                element(
                  "tr",
                  { class: assessment.counted ? null : "uncounted" },
                  element(
                    "th",
                    { scope: "row" },
                    readableDay(assessment.date, "short"),
                    phase(view, assessment),
                    editionsDiffer
                      ? element("span", { class: "second" }, words(view, assessment, "edition") ?? t("notStated"))
                      : "",
                  ),
                  columns.map(({ words }) => element("td", {}, words(assessment))),
                  view.mayChart ? element("td", { class: "actions" }, actions(view, assessment)) : "",
                ),
                remarks(view.asked, assessment, columns.length + (view.mayChart ? 2 : 1)),
              ]),
            ),
          ),
        ),
  );
}

const words = (view, assessment, field) =>
  readable(
    view.asked.questions.find((asked) => asked.field === field),
    answer(assessment, field),
  );

/** In which phase of care, where the assessment says. */
function phase(view, assessment) {
  const charted = words(view, assessment, "phase");
  return charted === null ? "" : element("span", { class: "second" }, charted);
}

/** A column an opinion, whatever the number of contexts in which it is given. */
function judgementColumns(instrument) {
  const columns = new Map();
  for (const asked of instrument.questions.filter((candidate) => candidate.part === "JUDGEMENT")) {
    const name = asked.display;
    columns.set(name, [...(columns.get(name) ?? []), asked]);
  }
  return [...columns].map(([name, asked]) => ({
    name,
    words: (view, assessment) => {
      const rated = ratedContexts(view.asked, assessment);
      const given = asked.filter((candidate) => !candidate.context || rated.has(candidate.context));
      return given.length ? given.map((candidate) => opinion(view, assessment, candidate)) : t("notStated");
    },
  }));
}

/** In its context where it is given per context, and with the assessment that it is based on where it names one. */
function opinion({ asked: instrument, names }, assessment, asked) {
  const words = readable(asked, answer(assessment, asked.field)) ?? t("notStated");
  const bases = instrument.questions.filter(
    (other) => other.requiredWith === asked.field && other.assessmentOf && answer(assessment, other.field),
  );
  return element(
    "p",
    {},
    asked.context ? element("span", { class: "soft" }, contextName(instrument, asked.context), t("colon")) : "",
    words,
    bases.map((basis) =>
      element(
        "span",
        { class: "second" },
        t("basedOn", names.get(basis.assessmentOf), readableDay(answer(assessment, basis.field), "short")),
      ),
    ),
  );
}

/** What there is to know of a record beside its status. */
function standing(view, assessment) {
  return [
    assessment.counted ? "" : element("p", {}, t("notCounted")),
    assessment.amended
      ? element(
          "p",
          {},
          element(
            "button",
            { type: "button", class: "quiet", onclick: () => showHistory(view, view.asked, assessment) },
            t("amended"),
            unseen(" ", t("historyOf", readableDay(assessment.date))),
          ),
        )
      : "",
  ];
}

/** What is wrong with the record, and what is no fault and to be known, in lines of their own below it. */
function remarks(instrument, assessment, width) {
  const sentences = (faults) => faults.map(({ field, message }) => fieldName(instrument, field) + t("colon") + message);
  const line = (kind, heading, faults) =>
    element(
      "tr",
      { class: "faults" },
      element(
        "td",
        { colspan: width },
        element("p", { class: kind }, heading),
        element(
          "ul",
          {},
          sentences(faults).map((sentence) => element("li", {}, sentence)),
        ),
      ),
    );
  const date = readableDay(assessment.date);
  return [
    assessment.faults?.length ? line("fault", t("toCorrect", date), assessment.faults) : "",
    assessment.warnings?.length ? line("warning", t("toKnow", date), assessment.warnings) : "",
  ].filter(Boolean);
}

function actions(view, assessment) {
  const date = readableDay(assessment.date);
  const draft = assessment.status === "DRAFT";
  return [
    element(
      "a",
      {
        href: href(`${view.path}/amend/${assessment.uuid}`),
        "aria-label": t(draft ? "continueOf" : "amendOf", date),
      },
      t(draft ? "continueDraft" : "amend"),
    ),
    " ",
    element(
      "button",
      {
        type: "button",
        class: "quiet",
        "aria-label": t("voidOf", date),
        onclick: () => askToVoid(view, assessment, () => voided(view, assessment)),
      },
      t("void"),
    ),
  ];
}

const voided = (view, assessment) =>
  view.after(t("voided"), element("button", { type: "button", onclick: () => undo(view, assessment) }, t("undo")));

async function undo(view, assessment) {
  try {
    await api.unvoidAssessment(assessment.uuid);
  } catch (refusal) {
    view.say(refusal.message);
    return;
  }
  await view.after(t("unvoided"));
}
