/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { answer, readable } from "./answers.js";
import { capitalized, element, unseen } from "./dom.js";
import { PARTS, stepsOf } from "./episode-dialog.js";
import { readableDay, t } from "./strings.js";
import { headings, wide } from "./tables.js";
import "./pathway-texts.js";
import "./episode-texts.js";

/** As many records of a kind as are shown at once, the latest first. */
const AT_ONCE = 5;

/**
 * The episode of care with its phases, and the care delivered, the latest first.
 *
 * @param {Object} pathway `episodes`, `records` by their kind, null where they are not visible; `types` (what is asked) by their kind, and by
 *     the part of an episode
 * @param {Object|null} chart what opens a `record` to be changed, and a `step` of the episode; null where the user may not
 */
export function pathwayPart({ episodes, records, types }, chart) {
  const heading = element("h2", {}, t("pathwayHeading"));
  if (episodes === null) {
    return element("section", {}, heading, element("p", {}, t("pathwayNotVisible")));
  }
  return element(
    "section",
    { class: "pathway" },
    heading,
    episodes.length ? episode(episodes.at(-1), types) : element("p", {}, t("pathwayNone")),
    chart ? steps(episodes.at(-1), chart.step) : "",
    episodes.length > 1 ? earlier(episodes.slice(0, -1), types) : "",
    Object.entries(records).map(([kind, all]) => (all === null ? "" : care(kind, all, types[kind], chart?.record))),
  );
}

/** What can be charted of the latest episode. */
const steps = (latest, chart) =>
  element(
    "div",
    { class: "row steps", role: "group", "aria-label": t("episodeStepsGroup") },
    stepsOf(latest).map((step) =>
      element("button", { type: "button", onclick: () => chart(step) }, t("episodeSteps")[step], "…"),
    ),
  );

function episode(shown, types) {
  const open = !shown.ended;
  return element(
    "div",
    {},
    shown.faults?.length
      ? element(
          "div",
          { class: "fault" },
          shown.faults.map((fault) => element("p", {}, fault.message)),
        )
      : "",
    phases(shown, open),
    facts(shown, open),
    charted(shown, types),
  );
}

const phases = ({ phases: spans, ended, endReason }, open) =>
  element(
    "ol",
    { class: "phases" },
    spans.map(({ phase, from, to }) =>
      element(
        "li",
        { "aria-current": open && !to ? "step" : null },
        element("strong", {}, capitalized(phase.display)),
        element(
          "span",
          { class: "second" },
          to
            ? t("fromTo", readableDay(from, "short"), readableDay(to, "short"))
            : t("pathwaySince", readableDay(from, "short")),
        ),
      ),
    ),
    ended
      ? element(
          "li",
          {},
          element("strong", {}, capitalized(endReason?.display ?? t("pathwayEnded"))),
          element("span", { class: "second" }, readableDay(ended, "short")),
        )
      : "",
  );

function facts({ begun, plannedRelease, released, plannedEnd, inCharge, care: contacts }, open) {
  const fact = (name, words) => (words ? element("div", {}, element("dt", {}, name), element("dd", {}, words)) : "");
  return element(
    "dl",
    { class: "facts" },
    fact(t("pathwayBegun"), readableDay(begun)),
    released
      ? fact(t("pathwayReleased"), readableDay(released))
      : fact(
          t("pathwayPlannedRelease"),
          plannedRelease ? readableDay(plannedRelease) : open ? t("pathwayNotDated") : null,
        ),
    open && released ? fact(t("pathwayPlannedEnd"), plannedEnd ? readableDay(plannedEnd) : t("pathwayNotDated")) : "",
    fact(t("pathwayInCharge"), inCharge?.display ?? t("pathwayNobody")),
    fact(
      t("pathwayLastContact"),
      contacts?.lastKept
        ? [readableDay(contacts.lastKept), open ? t("pathwayDaysAgo", contacts.daysSince) : ""]
            .filter(Boolean)
            .join(" ")
        : t("pathwayNoContact"),
    ),
  );
}

/** Every answer that is charted of the entry, the release, an extension and the end. */
function charted(shown, types) {
  const parts = Object.keys(PARTS)
    .map((part) => ({
      part,
      answers: types[part].questions
        .map((asked) => ({ asked, words: readable(asked, answer(shown, `${part}.${asked.field}`)) }))
        .filter(({ words }) => words !== null),
    }))
    .filter(({ answers }) => answers.length);
  return parts.length
    ? element(
        "details",
        {},
        element("summary", {}, t("episodeCharted")),
        parts.map(({ part, answers }) =>
          element(
            "div",
            {},
            element("h3", {}, t("episodeParts")[part]),
            element(
              "dl",
              { class: "facts" },
              answers.map(({ asked, words }) =>
                element(
                  "div",
                  {},
                  element("dt", {}, capitalized(asked.display)),
                  element("dd", {}, capitalized(words)),
                ),
              ),
            ),
          ),
        ),
      )
    : "";
}

const earlier = (episodes, types) =>
  element(
    "details",
    {},
    element("summary", {}, t("pathwayEarlier", episodes.length)),
    [...episodes].reverse().map((each) => episode(each, types)),
  );

/** Contacts, actions or relays, in words. */
function care(kind, all, type, edit) {
  const latest = [...all].reverse();
  return element(
    "div",
    { class: "care" },
    element("h3", {}, t("pathwayKinds")[kind], t("pathwayCount", all.length)),
    latest.length
      ? table(t("pathwayKinds")[kind], kind, latest.slice(0, AT_ONCE), type, edit)
      : element("p", { class: "soft" }, t("pathwayNoneOfKind")),
    latest.length > AT_ONCE
      ? element(
          "details",
          {},
          element("summary", {}, t("pathwayMore", latest.length - AT_ONCE)),
          table(
            [t("pathwayKinds")[kind], t("pathwayMore", latest.length - AT_ONCE)].join(", "),
            kind,
            latest.slice(AT_ONCE),
            type,
            edit,
          ),
        )
      : "",
  );
}

const table = (label, kind, records, type, edit) =>
  wide(
    label,
    element(
      "table",
      { class: "dated" },
      headings([
        t("date"),
        t("pathwayWhat"),
        t("pathwayBy"),
        edit ? element("th", { scope: "col", class: "actions" }, t("actions")) : null,
      ]),
      element(
        "tbody",
        {},
        records.map((record) => line(kind, record, type, edit)),
      ),
    ),
  );

function line(kind, record, type, edit) {
  const answered = type.questions.filter(
    (asked) => record[asked.field] !== null && record[asked.field] !== undefined && String(record[asked.field]) !== "",
  );
  const [first, ...others] = answered;
  return element(
    "tr",
    {},
    element("th", { scope: "row" }, readableDay(record.date, "short")),
    element(
      "td",
      {},
      first ? capitalized(readable(first, record[first.field])) : t("notStated"),
      others.map((asked) =>
        element(
          "span",
          { class: "second" },
          capitalized(asked.display),
          t("colon"),
          readable(asked, record[asked.field]),
        ),
      ),
      (record.faults ?? []).map((fault) => element("span", { class: "fault second" }, fault.message)),
    ),
    element("td", {}, (record.providers ?? []).map(({ display }) => display).join(", ") || t("notStated")),
    edit
      ? element(
          "td",
          { class: "actions" },
          element(
            "button",
            { type: "button", class: "quiet", onclick: () => edit(kind, record) },
            t("pathwayChange"),
            unseen(t("colon"), t("pathwayOf", readableDay(record.date))),
          ),
        )
      : "",
  );
}
