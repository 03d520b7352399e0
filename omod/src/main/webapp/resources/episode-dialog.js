/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { providers } from "./api.js";
import { answer, putAnswer, values } from "./answers.js";
import { element } from "./dom.js";
import { dateField, detail, same, selectField } from "./fields.js";
import { saveEpisode, voidEpisode } from "./person-api.js";
import { recordField, RecordForm, saveButton } from "./record-form.js";
import { day, t, today } from "./strings.js";
import "./episode-texts.js";

/** The phases that an episode is moved through, in their order. */
const PHASES = ["CUSTODY", "PRE-RELEASE", "APC"];

/** What each step charts: a part of the episode, days and choices of its own, what can be taken away again. */
const STEPS = {
  begin: { part: "entry", lead: [begun, inCharge] },
  entry: { part: "entry", lead: [begun] },
  release: {
    part: "release",
    tail: [phase, phaseFrom],
    withdraws: (episode) => episode.release && !isOutside(episode),
  },
  extension: { part: "extension", withdraws: (episode) => episode.extension },
  inCharge: { lead: [inCharge, inChargeFrom] },
  end: { part: "end", lead: [ended] },
};

/** The parts of an episode that are charted with questions of their own: by their name in REST, the code of the questions. */
export const PARTS = { entry: "ENTRY", release: "RELEASE", extension: "EXTENSION", end: "END" };

/** @returns {string[]} what can be done with the latest episode, null where there is none */
export function stepsOf(episode) {
  if (!episode) {
    return ["begin"];
  }
  if (episode.ended) {
    return ["begin", "entry", "release", "reopen"];
  }
  return ["entry", "release", ...(isOutside(episode) ? ["extension"] : []), "inCharge", "end"];
}

/** Post-prison care has begun. */
const isOutside = ({ phases }) => phases.some((span) => span.phase.code === "APC");

/**
 * Charts a step of an episode of care.
 *
 * @param {Element} over where it is opened from
 * @param {string} step one of {@link stepsOf}
 * @param {Object} of
 * @param {string} of.person
 * @param {Object|null} of.episode the latest
 * @param {Object} of.types what is asked of each part, by its name
 * @param {Array} of.phases every phase, as `{code, display}`
 * @param {Object} of.session
 * @param {Function} after called once it is saved, with what to undo it by, null where it is put right by charting again
 */
export async function chartStep(over, step, of, after) {
  const present = step === "begin" ? null : of.episode;
  if (step === "reopen") {
    reopen(over, present, after);
    return;
  }
  const { part, lead = [], tail = [], withdraws } = STEPS[step];
  const named = lead.includes(inCharge) ? await inChargeChoices(of) : [];
  const form = new RecordForm(over, t("episodeSteps")[step], async () => {
    const changes = changed(form, present);
    // What has to be answered is then missed at its field.
    if (part && !present?.[part] && of.types[part].questions.some(({ required }) => required)) {
      changes[part] ??= {};
    }
    if (Object.keys(changes).length === 0) {
      form.close();
      return;
    }
    const sent = present ? { ...changes, version: present.version } : { ...changes, patient: of.person };
    const saved = await saveEpisode(present?.uuid ?? null, sent);
    form.close();
    await after(undo(step, saved));
  });
  const own = (make) => make(form, { ...of, present, providers: named });
  const questions = part
    ? of.types[part].questions.map((asked) => {
        const field = `${part}.${asked.field}`;
        return recordField(form, { ...asked, field }, present ? answer(present, field) : null);
      })
    : [];
  form.open(
    [...lead.map(own), ...questions, ...tail.map(own)],
    [saveButton(), present && withdraws?.(present) ? withdrawButton(form, part, present, after) : ""],
  );
}

/** What differs from the episode as it is; null takes an answer away. */
function changed(form, present) {
  const sent = {};
  for (const field of form.fields) {
    const given = field.given();
    const held = present ? (field.held ? field.held(present) : answer(present, field.name)) : null;
    if (!same(given, held) && (present || values(given).length)) {
      putAnswer(sent, field.name, values(given).length ? given : null);
    }
  }
  // The day from which something holds says nothing without it.
  if (!("phase" in sent) && "phaseFrom" in sent) {
    sent.phase = form.given("phase");
  }
  if (!("inCharge" in sent)) {
    delete sent.inChargeFrom;
  }
  return sent;
}

function undo(step, saved) {
  const byStep = {
    begin: () => voidEpisode(saved.uuid, t("recordByMistake")),
    end: () => saveEpisode(saved.uuid, { version: saved.version, reopened: true }),
  };
  return byStep[step] ?? null;
}

// The days and choices that are no question of a record

const dayOf = (name, label, shown, held) => {
  const field = dateField(name, label, held, today());
  field.held = held;
  field.write(shown);
  return field;
};

function begun(form, { present }) {
  return dayOf("begun", t("episodeBegun"), present ? day(present.begun) : today(), (episode) => day(episode.begun));
}

function ended() {
  return dayOf("ended", t("episodeEnded"), today(), () => null);
}

/** Null where the record does not say. */
const phaseOf = ({ phases }) => phases.at(-1)?.phase.code ?? null;

/** Where he is from that day on. What is past cannot come again. */
function phase(form, { present, phases }) {
  const now = phaseOf(present);
  const open = phases.filter(({ code }) => PHASES.includes(code) && PHASES.indexOf(code) >= PHASES.indexOf(now));
  const field = selectField("phase", t("episodePhase"), open, { blank: false });
  field.held = () => now;
  field.isAsked = () => !present.ended;
  field.write(now);
  return field;
}

/** Post-prison care begins on the day of leaving the building, unless somebody says otherwise. */
function phaseFrom(form, { present }) {
  const begins = present.phases.at(-1)?.from ?? null;
  const field = dayOf("phaseFrom", t("episodePhaseFrom"), begins, () => begins);
  const moves = () => form.given("phase") !== phaseOf(present);
  let shown = begins;
  form.onChange(() => {
    // Only as long as nobody has typed another day.
    if (field.read() === shown) {
      const left = form.given("phase") === "APC" ? form.given("release.leftBuilding") : null;
      shown = moves() ? (left ?? today()) : begins;
      field.write(shown);
    }
  });
  field.isAsked = () => !present.ended;
  return field;
}

function inCharge(form, { present, providers: named }) {
  const field = selectField("inCharge", [t("episodeInCharge"), present ? "" : detail(t("optional"))], named);
  field.held = (episode) => episode.inCharge?.uuid ?? null;
  field.write(present?.inCharge?.uuid ?? null);
  return field;
}

function inChargeFrom() {
  return dayOf("inChargeFrom", t("episodeInChargeFrom"), today(), () => null);
}

/** Everybody of the service; where the user may not see them, himself and whoever it is now. */
async function inChargeChoices({ session, episode }) {
  const all = await providers();
  const named = all.map(({ uuid, display, person }) => ({ code: uuid, display: person?.display ?? display }));
  const known = [session.currentProvider, episode?.inCharge].filter(
    (provider) => provider && !named.some(({ code }) => code === provider.uuid),
  );
  const himself = ({ uuid, display, person }) => ({
    code: uuid,
    display: uuid === session.currentProvider?.uuid ? session.user.person?.display : (person?.display ?? display),
  });
  return [...named, ...known.map(himself)];
}

// What is taken away again

const withdrawButton = (form, part, present, after) =>
  element(
    "button",
    {
      type: "button",
      class: "quiet",
      onclick: () =>
        form.attempt(async () => {
          await saveEpisode(present.uuid, { version: present.version, withdrawn: [part] });
          form.close();
          await after(null);
        }),
    },
    t("episodeWithdraw")[part],
  );

function reopen(over, present, after) {
  const form = new RecordForm(over, t("episodeSteps").reopen, async () => {
    await saveEpisode(present.uuid, { version: present.version, reopened: true });
    form.close();
    await after(null);
  });
  form.open([], [saveButton(t("episodeReopen"))]);
}
