/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { ANSWERED_BY_SAVING } from "./answers.js";
import { element } from "./dom.js";
import { checkboxField, dateField, detail, offerOthers, selectField } from "./fields.js";
import { day, t } from "./strings.js";

/** What the form asks of every assessment: when, where, by whom, from what. */
export function aboutPart(form) {
  const first = ["raterRole", "context", "phase"];
  const place = (asked) => first.indexOf(asked.code) + 1 || first.length + 1;
  const common = form.asked.questions
    .filter((asked) => asked.part === "COMMON" && !ANSWERED_BY_SAVING.includes(asked.code))
    .sort((one, other) => place(one) - place(other));
  const isCoded = (asked) => asked.kind === "CODED";
  return form.section(t("about"), [
    element("div", { class: "pair" }, form.add(date()), form.add(location(form))),
    form.add(raters(form)),
    common.filter(isCoded).map((asked) => form.ask(asked)),
    element(
      "div",
      { class: "pair" },
      common
        .filter((asked) => !isCoded(asked))
        .map((asked) => form.ask(asked, { hint: hint(form.asked.window, asked) })),
    ),
  ]);
}

/** What the instrument's publications name as usual: shown, not enforced. */
function hint(window, asked) {
  const { pastMonths: past, horizonFromMonths: from, horizonToMonths: to } = window ?? {};
  if (asked.code === "horizon" && from) {
    return t("horizonHint", from, to);
  }
  return asked.code === "windowStart" && past ? t("windowHint", past) : null;
}

function date() {
  const now = new Date();
  const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
  const field = dateField("date", t("date"), (assessment) => day(assessment.date), today);
  field.preset = today;
  return field;
}

function location(form) {
  const held = form.recorded?.location;
  const places = form.places.map((known) => ({ code: known.uuid, display: known.display }));
  if (held && !places.some((known) => known.code === held.uuid)) {
    places.push({ code: held.uuid, display: held.display });
  }
  const field = selectField("location", [t("location"), detail(t("optional"))], places, {
    recorded: (assessment) => assessment.location?.uuid ?? null,
    blank: !held,
  });
  field.preset = form.session.sessionLocation?.uuid;
  return field;
}

/** Whoever has rated this person is at hand, and whoever is signed in; anybody else can be added. */
function raters(form) {
  const own = form.session.currentProvider;
  const known = new Map();
  const name = (rater) => raterName(form.providers, rater);
  [own, ...(form.recorded?.raters ?? []), ...form.earlier.flatMap((earlier) => earlier.raters ?? [])]
    .filter(Boolean)
    .forEach((rater) => known.set(rater.uuid, name(rater)));
  const field = checkboxField(
    "raters",
    [t("raters"), detail(t("optional"))],
    [...known].map(([code, display]) => ({ code, display })),
    null,
    (assessment) => (assessment.raters ?? []).map((rater) => rater.uuid),
  );
  field.preset = own ? [own.uuid] : null;
  const others = form.providers.filter((other) => !known.has(other.uuid));
  if (others.length) {
    offerOthers(
      field,
      others.map((other) => ({ code: other.uuid, display: name(other) })),
      t("otherRater"),
    );
  }
  return field;
}

const raterName = (providers, rater) =>
  rater.person?.display ?? providers.find((known) => known.uuid === rater.uuid)?.person?.display ?? rater.display;
