/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { href, personAddress } from "./address.js";
import { element } from "./dom.js";
import { may } from "./privileges.js";
import { readableDay, t, today } from "./strings.js";
import "./due-texts.js";

/** How a wave of the plan stands, in the order of what is to be done first; what is done, or not asked of him, is not told here. */
const STANDINGS = ["OVERDUE", "DUE", "NOT_YET", "NOT_DATED", "MISSED"];

/**
 * What is due and overdue of one person, and what is not known of him.
 *
 * @param {Object} view `person`, `session`
 * @param {Object|null} trajectory null where the user may not see it
 * @param {Array|null} episodes null where the user may not see them
 */
export function duePart(view, trajectory, episodes) {
  const episode = episodes?.at(-1) ?? null;
  const due = [
    ...contact(episode),
    ...stay(episode),
    ...plan(view, episode),
    ...reviews(trajectory),
    ...gaps(view, trajectory, episode),
  ].sort((one, other) => one.place - other.place);
  return element(
    "section",
    { class: "due" },
    element("h2", {}, t("dueHeading")),
    episodes === null ? element("p", { class: "hint" }, t("duePathwayNotVisible")) : "",
    trajectory === null ? element("p", { class: "hint" }, t("dueAssessmentsNotVisible")) : "",
    episodes?.length === 0 ? element("p", {}, t("dueNoEpisode")) : "",
    trajectory?.withheld ? element("p", { class: "warning" }, t("dueWithheld")) : "",
    due.length === 0
      ? element("p", {}, t(trajectory && episodes && !trajectory.withheld ? "dueNothing" : "dueNothingSeen"))
      : element(
          "ul",
          { class: "due-list" },
          due.map(({ kind, what, when, act }) =>
            element(
              "li",
              {},
              element("span", { class: `badge ${kind}` }, t("dueKinds")[kind]),
              element("span", { class: "what" }, what, when ? element("span", { class: "second" }, when) : ""),
              act ?? "",
            ),
          ),
        ),
  );
}

/** @param {string} kind `overdue`, `due`, `ahead` or `unknown` */
const line = (kind, what, when = null, act = null) => ({
  place: ["overdue", "due", "unknown", "ahead"].indexOf(kind),
  kind,
  what,
  when,
  act,
});

/** For how long nobody has seen him. Only what the site calls a break in care is one. */
function contact(episode) {
  const { lastKept, daysSince, broken, brokenSince } = episode?.care ?? {};
  if (!episode || episode.ended) {
    return [];
  }
  if (broken) {
    return [
      line(
        "overdue",
        t("dueBroken"),
        [t("dueBrokenSince", readableDay(brokenSince)), lastContact(lastKept, daysSince)].join(" "),
      ),
    ];
  }
  return [];
}

const lastContact = (lastKept, daysSince) =>
  lastKept ? t("dueLastContact", readableDay(lastKept), daysSince) : t("dueNoContact");

/** The release or the end of care that is planned, or past and not charted. */
function stay(episode) {
  if (!episode || episode.ended) {
    return [];
  }
  const { released, plannedRelease, plannedEnd } = episode;
  const planned = (day, ahead, past) =>
    day ? [day < today() ? line("overdue", t(past), readableDay(day)) : line("ahead", t(ahead), readableDay(day))] : [];
  return released
    ? planned(plannedEnd, "dueEndOfCare", "dueEndOfCarePast")
    : planned(plannedRelease, "dueRelease", "dueReleasePast");
}

/** The waves of the plan, the instruments of one that stand alike together; of those to come the next alone. */
function plan(view, episode) {
  const groups = new Map();
  for (const due of episode?.waves ?? []) {
    if (STANDINGS.includes(due.status.code)) {
      const key = [due.wave.code, due.status.code, due.due, due.overdueSince, due.secondRating].join();
      groups.set(key, [...(groups.get(key) ?? []), due]);
    }
  }
  const all = [...groups.values()];
  const next = all
    .filter(([due]) => due.status.code === "NOT_YET")
    .sort(([one], [other]) => (one.due ?? "").localeCompare(other.due ?? ""))[0];
  return all.filter((group) => group === next || group[0].status.code !== "NOT_YET").map((group) => wave(view, group));
}

function wave(view, group) {
  const [due] = group;
  const names = group.map(({ instrument }) => instrument.display).join(", ");
  const what = [
    element("strong", {}, names),
    t("colon"),
    due.wave.display,
    due.secondRating ? t("dueSecondRating") : "",
  ];
  switch (due.status.code) {
    case "OVERDUE":
      return line("overdue", what, when(due, "dueOverdueSince", due.overdueSince), chart(view, group));
    case "DUE":
      return line("due", what, when(due, "dueUntil", due.due, due.to), chart(view, group));
    case "NOT_YET":
      return line("ahead", what, when(due, "dueFrom", due.due, due.from));
    case "MISSED":
      return line("unknown", what, when(due, "dueMissed", due.due));
    default:
      return line("unknown", what, when(due, null, null));
  }
}

/** The days, as far as all of them are known; else the day alone, and why no more is. */
const when = ({ due, reason, status }, name, ...days) =>
  days.every(Boolean)
    ? t(name, ...days.map((day) => readableDay(day)))
    : [due ? t("dueOn", readableDay(due)) : null, reason?.display].filter(Boolean).join(", ") || status.display;

/** The way to charting what is due, for those who may. */
const chart = (view, group) =>
  may(view.session, "Manage SMPR Assessments")
    ? element(
        "span",
        { class: "acts" },
        group.map(({ instrument }) =>
          element(
            "a",
            { href: href(personAddress(view.person, instrument.code, "new")) },
            t("dueChart", instrument.display),
          ),
        ),
      )
    : null;

const reviews = (trajectory) =>
  (trajectory?.reviews ?? [])
    .filter(({ date }) => date)
    .map(({ instrument, date, overdue }) =>
      line(
        overdue ? "overdue" : "ahead",
        [element("strong", {}, instrument.display), t("colon"), t("dueReview")],
        readableDay(date),
      ),
    );

/** What is missing or not known. What the plan says already is not said twice. */
const gaps = (view, trajectory, episode) =>
  (trajectory?.gaps ?? [])
    .filter((gap) => !(gap.wave && episode))
    .map((gap) => {
      const draft = gap.kind.code === "DRAFT" && gap.assessment;
      return line(
        draft ? "due" : "unknown",
        [element("strong", {}, gap.instrument.display), t("colon"), gap.kind.display],
        [gap.assessment ? readableDay(gap.assessment.date) : null, items(gap)].filter(Boolean).join(" · "),
        draft && may(view.session, "Manage SMPR Assessments")
          ? element(
              "span",
              { class: "acts" },
              element(
                "a",
                { href: href(personAddress(view.person, gap.instrument.code, "amend", gap.assessment.assessment)) },
                t("continueOf", readableDay(gap.assessment.date)),
              ),
            )
          : null,
      );
    });

const items = ({ items: named = [] }) =>
  named.map((item) => [item.code, item.display].filter(Boolean).join(" ")).join(", ");
