/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { today } from "./days.js";
import { element } from "./dom.js";
import { askFor, askReason } from "./form-dialog.js";
import { may } from "./privileges.js";
import * as study from "./study-api.js";
import "./study-texts.js";
import { readableDay, t } from "./strings.js";

/** Whether somebody can take part is answered; what is not known is no answer. */
const ANSWERS = ["YES", "NO", "NOT_KNOWN"];

/** In these it is still open whether he takes part. */
const OPEN = ["CONSIDERED", "NOT_ELIGIBLE", "ELIGIBLE"];

const INCLUDED = ["INCLUDED", "STOPPED_COLLECTING", "STOPPED_USING"];

/**
 * How far a person has come in the study, and the next step, for those alone who may know it.
 *
 * @param {Element} view the person's page: `person`, `session`
 * @param {Array} episodes his episodes of care
 * @param {Function} after called with a sentence once something is recorded
 */
export async function studyPart(view, episodes, after) {
  const [participant, plans] = await Promise.all([
    study.participantOf(view.person),
    may(view.session, "Get SMPR Study") ? study.plans() : [],
  ]);
  const steps = may(view.session, "Manage SMPR Study Participants")
    ? new Steps(view, participant, plans[0]?.eligibility?.criteria ?? [], episodes, after)
    : null;
  return element(
    "section",
    { class: "study-part" },
    element("h2", {}, t("participant")),
    participant ? told(participant) : element("p", {}, t("participantNone")),
    steps ? element("div", { class: "row" }, steps.buttons()) : "",
  );
}

function told(participant) {
  const { studyCode, state, dateInformed, informedBy, dateNotOpposed, dateIncluded, opposition, dateOpposed } =
    participant;
  const facts = [
    [t("participantState"), state.display],
    [t("participantCode"), element("code", {}, studyCode)],
    [t("participantMissing"), missing(participant)],
    [t("participantInformed"), dateInformed && t("participantBy", readableDay(dateInformed), informedBy.display)],
    [t("participantNotOpposed"), dateNotOpposed && readableDay(dateNotOpposed)],
    [t("participantIncluded"), dateIncluded && readableDay(dateIncluded)],
    [t("participantOpposed"), opposition && t("participantOpposition", readableDay(dateOpposed), opposition.display)],
  ];
  return [
    element(
      "dl",
      { class: "facts" },
      facts
        .filter(([, value]) => value)
        .map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value))),
    ),
    participant.faults.map(({ message }) => element("p", { class: "warning" }, message)),
  ];
}

/** @returns {string|null} what stands between him and being included; null where nothing does, or it is over */
function missing({ state, eligible, dateInformed, dateNotOpposed, dateIncluded }) {
  if (INCLUDED.includes(state.code) || state.code === "OPPOSED_BEFORE_INCLUSION" || state.code === "NOT_ELIGIBLE") {
    return null;
  }
  return [
    eligible?.code !== "YES" && t("participantMissingCriteria"),
    !dateInformed && t("participantMissingInformation"),
    !dateNotOpposed && t("participantMissingNonOpposition"),
    !dateIncluded && t("participantMissingInclusion"),
  ]
    .filter(Boolean)
    .join(", ");
}

/** What can be recorded next. */
class Steps {
  constructor(view, participant, criteria, episodes, after) {
    Object.assign(this, { view, participant, criteria, episodes, after });
  }

  buttons() {
    if (!this.participant) {
      return this.episodes.length
        ? [this.#button("participantConsider", () => this.#consider(), true)]
        : [element("p", { class: "hint" }, t("participantNoEpisode"))];
    }
    const { state, dateInformed, dateNotOpposed, opposition } = this.participant;
    const open = OPEN.includes(state.code);
    return [
      open && this.#button("participantCriteria", () => this.#consider(), state.code !== "ELIGIBLE"),
      open &&
        state.code !== "NOT_ELIGIBLE" &&
        this.#button("participantInform", () => this.#inform(), state.code === "ELIGIBLE"),
      state.code === "INFORMED" &&
        !dateNotOpposed &&
        this.#button(
          "participantRecordNonOpposition",
          () => this.#day("participantRecordNonOpposition", "dateNotOpposed"),
          true,
        ),
      state.code === "INFORMED" &&
        dateNotOpposed &&
        this.#button("participantInclude", () => this.#day("participantInclude", "dateIncluded"), true),
      dateInformed && opposition?.code !== "STOP_USING" && this.#button("participantOppose", () => this.#oppose()),
      opposition && this.#button("participantTakeBack", () => this.#takeBack()),
    ].filter(Boolean);
  }

  #button(words, act, first = false) {
    return element("button", { type: "button", class: first ? "first" : null, onclick: act }, t(words));
  }

  #ask(title, questions, more = {}) {
    askFor(this.view, {
      title: t(title),
      questions,
      buttons: [
        {
          words: t("entrySave"),
          answers: this.participant ? { version: this.participant.version } : { patient: this.view.person },
        },
      ],
      send: (body) => study.saveParticipant(this.participant?.uuid ?? null, withCriteria(body)),
      after: (saved) => this.after(t("participantSaved", saved.state.display)),
      ...more,
    });
  }

  /** Of several episodes the release out of one counts for the study. */
  #consider() {
    const held = this.participant
      ? {
          indexEpisode: this.participant.indexEpisode.uuid,
          ...Object.fromEntries(
            this.criteria.map(({ code }) => [`criteria.${code}`, this.participant.criteria[code]?.code ?? null]),
          ),
        }
      : {};
    this.#ask(
      this.participant ? "participantCriteria" : "participantConsider",
      [
        {
          field: "indexEpisode",
          kind: "CODED",
          required: true,
          display: t("participantEpisode"),
          hint: t("participantEpisodeHint"),
          usual: this.episodes.at(-1).uuid,
          choices: this.episodes.map((episode) => ({ code: episode.uuid, display: spoken(episode), offered: true })),
        },
        ...this.criteria.map(({ code, display, kind }) => ({
          field: `criteria.${code}`,
          kind: "CODED",
          display: t(kind === "INCLUSION" ? "participantIncludes" : "participantExcludes", display),
          choices: ANSWERS.map((answer) => ({
            code: answer,
            display: t("participantAnswers")[answer],
            offered: true,
          })),
        })),
      ],
      {
        held,
        lead: this.criteria.length ? [] : [element("p", { class: "hint" }, t("participantNoPlan"))],
      },
    );
  }

  #inform() {
    this.#day("participantInform", "dateInformed", [element("p", { class: "hint" }, t("participantInformHint"))]);
  }

  #day(title, field, lead = []) {
    this.#ask(title, [day(field, t("participantDay"))], { lead });
  }

  #oppose() {
    const { opposition } = this.participant;
    const kinds = opposition ? ["STOP_USING"] : ["STOP_COLLECTING", "STOP_USING"];
    this.#ask(
      "participantOppose",
      [
        {
          field: "opposition",
          kind: "CODED",
          required: true,
          display: t("participantOpposeKind"),
          choices: kinds.map((kind) => ({ code: kind, display: t("participantOppositions")[kind], offered: true })),
        },
        day("dateOpposed", t("participantDay")),
      ],
      { lead: [element("p", { class: "hint" }, t("participantOpposeHint"))] },
    );
  }

  #takeBack() {
    askReason(this.view, {
      title: t("participantTakeBack"),
      lead: t("participantTakeBackExplained"),
      confirm: t("participantTakeBack"),
      send: (reason) =>
        study.saveParticipant(this.participant.uuid, {
          version: this.participant.version,
          opposition: null,
          reason,
        }),
      after: () => this.after(t("participantTakenBack")),
    });
  }
}

const day = (field, display) => ({ field, kind: "DATE", required: true, display, usual: today() });

const spoken = ({ begun, ended, released }) =>
  t(
    "participantEpisodeOf",
    readableDay(begun),
    released ? readableDay(released) : null,
    ended ? readableDay(ended) : null,
  );

/** Answers to criteria are sent together. */
function withCriteria(body) {
  const sent = {};
  const criteria = {};
  for (const [name, value] of Object.entries(body)) {
    if (name.startsWith("criteria.")) {
      criteria[name.slice("criteria.".length)] = value;
    } else {
      sent[name] = value;
    }
  }
  return Object.keys(criteria).length ? { ...sent, criteria } : sent;
}
