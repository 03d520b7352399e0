/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { contextName, question, values } from "./answers.js";
import { capitalized, element } from "./dom.js";
import { detail, selectField } from "./fields.js";
import { day, readableDay, t } from "./strings.js";

/** The free fields of the instrument: texts in their groups, each under the group's name. A field that goes with a judgement stands there. */
export function textsPart(form) {
  const asked = form.asked.questions.filter(
    (candidate) => candidate.part === "FIELD" && !goesWithJudgement(form, candidate),
  );
  if (!asked.length) {
    return "";
  }
  const required = asked.some((candidate) => candidate.required);
  return form.section(t("fields"), [
    required ? "" : element("p", { class: "hint" }, t("allOptional")),
    groups(asked).map(({ name, questions }) =>
      name
        ? element(
            "fieldset",
            { class: "group" },
            element("legend", {}, capitalized(name)),
            element(
              "div",
              { class: "texts" },
              questions.map((candidate) => text(form, candidate, required)),
            ),
          )
        : questions.map((candidate) => text(form, candidate, required)),
    ),
  ]);
}

const text = (form, asked, marked) =>
  form.ask(asked, {
    label: [capitalized(asked.display), marked && !asked.required ? detail(t("optional")) : ""],
  });

/** The questions in their order, those of one group that follow each other together. */
function groups(asked) {
  const found = [];
  for (const candidate of asked) {
    const last = found.at(-1);
    if (last && last.name && last.name === candidate.qualifier) {
      last.questions.push(candidate);
    } else {
      found.push({ name: candidate.qualifier, questions: [candidate] });
    }
  }
  return found;
}

const goesWithJudgement = (form, asked) =>
  asked.requiredWith && question(form.asked, asked.requiredWith)?.part === "JUDGEMENT";

/** The final opinions, in each context that is rated where they are given so, with what an opinion has to be based on. */
export function judgementsPart(form, contexts) {
  const asked = form.asked.questions.filter((candidate) => candidate.part === "JUDGEMENT");
  if (!asked.length) {
    return "";
  }
  const ask = (candidate) => [
    form.ask(candidate, {
      label: [capitalized(candidate.display), candidate.required ? "" : detail(t("optional"))],
    }),
    form.asked.questions
      .filter((other) => other.requiredWith === candidate.field)
      .map((other) => based(form, other, candidate)),
  ];
  const perContext = (context) =>
    asked
      .filter((candidate) => candidate.context === context)
      .map((candidate) => {
        const made = ask(candidate);
        form.field(candidate.field).isAsked = () => contexts.has(context);
        return made;
      });
  return form.section(t("judgements"), [
    element("p", { class: "hint" }, t("judgementsHint")),
    asked.filter((candidate) => !candidate.context).map(ask),
    asked.some((candidate) => candidate.context)
      ? [element("p", { class: "hint" }, t("judgementsContexts")), contexts.parts(perContext)]
      : "",
  ]);
}

/** What is required with an opinion: a day that names another assessment is chosen from those there are. */
function based(form, asked, judgement) {
  const label = [capitalized(asked.display), detail(t("requiredWith", judgement.display))];
  const known = form.others.get(asked.assessmentOf);
  return known ? form.add(dayOfAnother(form, asked, label, known)) : form.ask(asked, { label });
}

function dayOfAnother(form, asked, label, { instrument, assessments }) {
  const complete = assessments.filter((other) => other.status === "COMPLETE");
  const days = new Map(
    complete.map((other) => [
      day(other.date),
      [readableDay(other.date), contextName(instrument, other.context)].filter(Boolean).join(", "),
    ]),
  );
  // What the record says stays to be seen, though there may be no such assessment any more.
  values(form.recorded?.fields?.[asked.code])
    .filter((held) => !days.has(held))
    .forEach((held) => days.set(held, readableDay(held)));
  const choices = [...days].reverse().map(([code, display]) => ({ code, display }));
  const hint = complete.length ? null : t("noneOf", instrument.display);
  return selectField(asked.field, label, choices, { hint });
}
