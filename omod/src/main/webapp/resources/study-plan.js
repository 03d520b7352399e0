/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { editorOf } from "./document-editor.js";
import { element } from "./dom.js";
import * as study from "./study-api.js";
import "./study-texts.js";
import { readableDay, t } from "./strings.js";
import { headings, wide } from "./tables.js";

/**
 * @param {Array} plans every version, the newest first
 * @param {Object|null} editor where the user may have another one frozen
 * @returns {Array} the plan in force, and those before it
 */
export function planPart(plans, editor) {
  const [newest, ...older] = plans;
  return [
    element("h2", {}, t("studyPlan")),
    ...(newest ? inForce(newest) : [element("p", { class: "note" }, t("studyNoPlan"))]),
    newest ? folded(t("studyPlanText"), written(newest.text)) : "",
    older.length ? folded(t("studyPlansBefore", older.length), before(older)) : "",
    editor
      ? element(
          "p",
          {},
          element(
            "button",
            { type: "button", onclick: () => editor.element.querySelector("h2").focus() },
            t("studyPlanToEditor"),
          ),
        )
      : "",
  ].filter(Boolean);
}

/** Its text as it is, which can be moved by keyboard too. */
const written = (text) =>
  element(
    "pre",
    { class: "document", tabindex: "0", role: "region", "aria-label": t("studyPlanText") },
    element("code", {}, text),
  );

const folded = (title, ...content) => element("details", {}, element("summary", {}, title), content);

function inForce(plan) {
  return [
    element("p", {}, t("studyPlanAccepted", plan.version, readableDay(plan.dateAccepted), plan.acceptedBy.display)),
    plan.title ? about(plan) : element("p", { class: "warning" }, t("studyPlanUnreadable")),
  ];
}

function about({ title, date, protocol, sha256, eligibility, definitions, analyses, names }) {
  const name = (code) => names[code] ?? code;
  return element(
    "dl",
    { class: "facts study-plan" },
    fact(t("studyPlanTitle"), title),
    fact(t("studyPlanDate"), readableDay(date)),
    fact(t("studyPlanProtocol"), protocol),
    fact(t("studyPlanSha"), element("code", {}, sha256)),
    listed(t("studyPlanWho"), who(eligibility)),
    listed(t("studyPlanWords"), meanings(definitions, name)),
    listed(t("studyPlanAnalyses"), sentences(analyses, name)),
  );
}

const fact = (name, value, style = null) =>
  element("div", { class: style }, element("dt", {}, name), element("dd", {}, value));

const listed = (name, items) => fact(name, list(items), "listed");

const list = (items) =>
  element(
    "ul",
    {},
    items.map((item) => element("li", {}, item)),
  );

const who = ({ releasedFrom, releasedUntil, minimumAge, criteria }) =>
  [
    releasedFrom && t("studyPlanFrom", readableDay(releasedFrom)),
    releasedUntil && t("studyPlanUntil", readableDay(releasedUntil)),
    minimumAge !== null && t("studyPlanAge", minimumAge),
    ...criteria.map(({ kind, display }) =>
      t(kind === "INCLUSION" ? "studyPlanIncludes" : "studyPlanExcludes", display),
    ),
  ].filter(Boolean);

/** A name can have a comma in it. */
const parted = (names) => names.join(t("studyPlanParted"));

const meanings = ({ origin, sufficientSources, violentDefinition, convictionLagYears, horizons, waves }, name) => [
  t("studyPlanOrigin", origin.display),
  t("studyPlanSources", sufficientSources.map(({ display }) => display).join(", ") || t("studyPlanNone")),
  t("studyPlanViolent", violentDefinition ?? t("studyPlanNone")),
  t("studyPlanLag", convictionLagYears ?? t("studyPlanNone")),
  t("studyPlanHorizons", horizons.join(", ")),
  t("studyPlanWaves", parted(waves.map(name))),
];

const sentences = ({ survival, change, validity, addedValue, reliability, implementation, uctiEffect }, name) => [
  ...survival.map(({ counted, horizons, primary }) =>
    t("studyPlanSurvival", counted.display, horizons.map(horizonName).join(", "), primary),
  ),
  ...change.map(({ from, to, measures, judgements }) =>
    t("studyPlanChange", name(from), name(to), parted(measures.map(name)), judgements),
  ),
  ...validity.map(({ measure, higher, wave, counted, horizons }) =>
    t("studyPlanValidity", name(measure), name(wave), counted.display, horizons.join(", "), higher),
  ),
  ...addedValue.map(({ base, added, wave, counted, horizon }) =>
    t("studyPlanAdded", name(added), name(base), name(wave), counted.display, horizon),
  ),
  ...(reliability ? [t("studyPlanReliability", parted(reliability.measures.map(name)))] : []),
  ...(implementation ? [t("studyAnalyses").implementation] : []),
  ...(uctiEffect
    ? [
        t(
          "studyPlanUcti",
          uctiEffect.landmarkDays,
          parted(uctiEffect.covariates.map(name)),
          uctiEffect.counted.display,
          uctiEffect.horizon,
        ),
      ]
    : []),
];

const horizonName = (horizon) => (horizon === "END_OF_CARE" ? t("studyEndOfCare") : horizon);

function before(plans) {
  return wide(
    t("studyPlansBefore", plans.length),
    element(
      "table",
      {},
      headings([t("studyPlanVersion"), t("studyPlanSince"), t("studyPlanBy"), t("studyPlanSha"), t("studyPlanText")]),
      element(
        "tbody",
        {},
        plans.map(({ version, dateAccepted, acceptedBy, sha256, text }) =>
          element(
            "tr",
            {},
            element("th", { scope: "row" }, version),
            element("td", {}, readableDay(dateAccepted)),
            element("td", {}, acceptedBy.display),
            element("td", {}, element("code", {}, `${sha256.slice(0, 12)}…`)),
            element("td", {}, folded(t("studyPlanShow"), written(text))),
          ),
        ),
      ),
    ),
  );
}

/**
 * The editor by which another plan is checked and frozen.
 *
 * @param {Object} of `accepted`, `outdated` and `entered`, as {@link editorOf} takes them
 */
export const planEditor = (of) =>
  editorOf({
    words: {
      title: t("studyPlanNew"),
      explained: t("studyPlanNewExplained"),
      begin: t("studyPlanBegin"),
      accept: t("studyPlanAccept"),
      acceptHint: t("studyPlanAcceptHint"),
    },
    kinds: { PLAN: "" },
    begin: async () => {
      const [plan] = await study.plans();
      return { text: plan?.text, version: plan?.version ?? null };
    },
    check: ({ document }) => study.postPlan({ document, check: true }),
    good: () => [element("h3", {}, t("studyPlanGood"))],
    accept: async ({ document }, inPlaceOf) => {
      const { plan } = await study.postPlan({ document, inPlaceOf });
      return { version: plan.version, sentence: t("studyPlanFrozen", plan.version) };
    },
    ...of,
  });
