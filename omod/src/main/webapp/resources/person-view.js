/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { question } from "./answers.js";
import { change } from "./change.js";
import { drawChart, NARROWEST } from "./chart.js";
import { arrive, element, entitle, say, unseen } from "./dom.js";
import { duePart } from "./due-part.js";
import { chartStep, PARTS } from "./episode-dialog.js";
import { overviewTables } from "./overview-tables.js";
import { pathwayPart } from "./pathway-part.js";
import { CARE, episodes, records, recordType, wholeTrajectory } from "./person-api.js";
import { personHead, personPages, wayToSearch } from "./person-head.js";
import { may } from "./privileges.js";
import { chartRecord } from "./record-dialog.js";
import { t } from "./strings.js";
import { studyPart } from "./study-part.js";
import { summaryPart } from "./summary-part.js";
import { targetsPart } from "./targets-part.js";

/**
 * One person, for a few minutes in a team meeting: where he was and is, what is due, what to work on and what protects him, what moved, his
 * way through care, and all of it in words. Needs `person` and `session`; shows what its privileges allow.
 */
class PersonView extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(element("p", {}, t("loading")));
    this.#show(() => arrive(this));
  }

  get unsaved() {
    return Boolean(this.summary?.unsaved);
  }

  get #mayRead() {
    return may(this.session, "Get SMPR Assessments");
  }

  translate() {
    return this.#show();
  }

  /** @param {Function} drawn called as soon as there is something to read: the server's drawing can come long after */
  async #show(drawn = () => {}) {
    try {
      await this.#read();
      drawn();
    } catch (refusal) {
      if (this.unsaved) {
        say(this, refusal.message);
        return;
      }
      this.replaceChildren(wayToSearch(this), element("p", { class: "fault", role: "alert" }, refusal.message));
      return;
    }
    if (this.overview) {
      await drawChart(this.overview, { person: this.person }, NARROWEST, t("overview"));
    }
  }

  async #read() {
    const kinds = Object.keys(CARE);
    const asked = { ...CARE, ...PARTS };
    const ofPathway = may(this.session, "Get SMPR Pathway");
    const [patient, instruments, trajectory, stays, delivered, types] = await Promise.all([
      api.person(this.person),
      api.instruments().then((all) => Promise.all(all.map(({ code }) => api.instrument(code)))),
      this.#mayRead ? wholeTrajectory(this.person) : null,
      ofPathway && episodes(this.person),
      Promise.all(kinds.map((kind) => ofPathway && records(kind, this.person))),
      Promise.all(Object.values(asked).map(recordType)),
    ]);
    this.instruments = new Map(instruments.map((instrument) => [instrument.code, instrument]));
    const by = (names, all) => Object.fromEntries(names.map((name, i) => [name, all[i] || null]));
    this.trajectory = trajectory;
    this.pathway = {
      episodes: stays || null,
      records: by(kinds, delivered),
      types: by(
        Object.keys(asked),
        types.map((type) => this.#withCodes(type)),
      ),
    };
    this.#draw(patient, instruments);
  }

  #draw(patient, instruments) {
    entitle(this, t("everything"));
    this.overview = this.trajectory && element("figure", { class: "chart" });
    const head = personHead(patient, null, this.#acts());
    this.replaceChildren(
      wayToSearch(this),
      head,
      ...(this.trajectory
        ? [
            personPages(this.person, instruments, null),
            this.overview,
            overviewTables(this.trajectory, this.instruments),
          ]
        : []),
      ...(this.trajectory || this.pathway.episodes ? [duePart(this, this.trajectory, this.pathway.episodes)] : []),
      ...(this.trajectory ? this.#ofTrajectory() : []),
      ...(this.trajectory || this.pathway.episodes ? [pathwayPart(this.pathway, this.#editor())] : []),
      ...(this.trajectory ? [this.#words()] : []),
      ...(may(this.session, "Get SMPR Study Participants") ? [this.#study()] : []),
      ...(this.trajectory || this.pathway.episodes ? [] : [element("p", {}, t("notVisible"))]),
    );
  }

  /** What can be done at once: chart care, print. */
  #acts() {
    return [
      this.#editor()
        ? element(
            "div",
            { class: "row", role: "group", "aria-label": t("recordChartGroup") },
            Object.keys(CARE).map((kind, i) =>
              element(
                "button",
                { type: "button", class: i ? null : "first", onclick: () => this.#chart(kind) },
                "+ ",
                t("recordChart")[kind],
              ),
            ),
          )
        : "",
      this.trajectory && !this.trajectory.withheld
        ? element(
            "a",
            { class: "button", href: api.report(this.person), target: "_blank", rel: "noopener" },
            t("report"),
          )
        : "",
    ];
  }

  #ofTrajectory() {
    const result = this.pathway.types.action.questions.find(({ field }) => field === "result");
    const words = {
      instruments: this.instruments,
      results: new Map(result.choices.map(({ code, display }) => [code, display])),
    };
    const offer = this.#editor() && ((target, protectors) => this.#offer(target, protectors));
    return [
      targetsPart(this, this.trajectory, words, offer),
      element(
        "section",
        { class: "changes" },
        element("h2", {}, t("changeHeading")),
        this.trajectory.instruments.map((shown) => change(this.person, this.instruments.get(shown.code), shown)),
      ),
    ];
  }

  #words() {
    this.summary = summaryPart({
      person: this.person,
      trajectory: this.trajectory,
      mayFile: may(this.session, "Manage SMPR Assessments"),
      writing: this.summary?.writing ?? null,
    });
    this.summary.addEventListener("smpr-filed", () => this.#after(t("summaryIsFiled")));
    return this.summary;
  }

  /** Read by itself: of everything else here nothing waits for it. */
  #study() {
    const place = element("div", {}, element("p", {}, t("loading")));
    studyPart(this, this.pathway.episodes ?? [], (sentence) => this.#after(sentence)).then(
      (part) => place.replaceChildren(part),
      (refusal) => place.replaceChildren(element("p", { class: "fault", role: "alert" }, refusal.message)),
    );
    return place;
  }

  // Charting care

  /** @returns {Object|null} what opens a record to be changed, and a step of the episode; null where the user may not */
  #editor() {
    return may(this.session, "Manage SMPR Pathway") && this.pathway.episodes !== null
      ? { record: (kind, record) => this.#chart(kind, { record }), step: (step) => this.#step(step) }
      : null;
  }

  /** The control by which care is charted about an item that is worked on, or towards one that protects. */
  #offer({ item, instrument }, protectors) {
    const taking = this.#taking(instrument.code);
    if (!taking) {
      return "";
    }
    const preset = { [taking.field]: [item.code] };
    protectors
      .filter((protector) => protector.marks?.length && this.#taking(protector.instrument.code))
      .forEach((protector) => (preset[this.#taking(protector.instrument.code).field] ??= []).push(protector.item.code));
    return element(
      "button",
      {
        type: "button",
        class: "quiet",
        onclick: () => this.#chart("action", { preset }),
      },
      element("span", { "aria-hidden": "true" }, t("recordAboutShort")),
      unseen(t("recordAbout", `${item.code} ${item.display}`)),
    );
  }

  /** Names the items of an instrument with their codes, since two can be called the same, and notes at a question whose items it takes. */
  #withCodes(type) {
    const holder = ({ choices = [], multiple }) =>
      multiple &&
      [...this.instruments.values()].find(({ items }) =>
        choices.every(({ code }) => items.some((item) => item.code === code)),
      );
    const named = (asked) => ({
      ...asked,
      choices: asked.choices.map((choice) => ({ ...choice, display: `${choice.code} ${choice.display}` })),
    });
    return {
      ...type,
      questions: type.questions.map((asked) =>
        holder(asked) ? { ...named(asked), itemsOf: holder(asked).code } : asked,
      ),
    };
  }

  /** @returns the question of an action that takes the items of an instrument; none where they are of no action */
  #taking(code) {
    return this.pathway.types.action.questions.find(({ itemsOf }) => itemsOf === code);
  }

  /** The items that an action is most likely about, by the question that takes them. */
  #near() {
    const { risk = [], keep = [], build = [], notRatedNow = [] } = this.trajectory?.targets ?? {};
    const near = {};
    [...risk, ...notRatedNow, ...keep, ...build, ...risk.flatMap(({ protectors }) => protectors)].forEach(
      ({ item, instrument }) => {
        const taking = this.#taking(instrument.code);
        if (taking) {
          (near[taking.field] ??= []).push(item);
        }
      },
    );
    return near;
  }

  #chart(kind, beside = {}) {
    const of = { kind, type: this.pathway.types[kind], person: this.person, near: this.#near(), ...beside };
    chartRecord(this, of, (saved, undo) =>
      saved ? this.#after(t("recordSaved")[kind], ...(undo ? [this.#undo(undo)] : [])) : this.#after(t("recordVoided")),
    );
  }

  async #step(step) {
    const { episodes: all, types } = this.pathway;
    const [instrument] = this.instruments.values();
    const { choices: phases } = question(instrument, "phase");
    const of = { person: this.person, episode: all.at(-1) ?? null, types, phases, session: this.session };
    try {
      await chartStep(this, step, of, (undo) =>
        this.#after(t("episodeSaved")[step], ...(undo ? [this.#undo(undo)] : [])),
      );
    } catch (refusal) {
      say(this, refusal.message);
    }
  }

  #undo(undo) {
    return element(
      "button",
      {
        type: "button",
        onclick: async () => {
          try {
            await undo();
            await this.#after(t("recordUndone"));
          } catch (refusal) {
            say(this, refusal.message);
          }
        },
      },
      t("recordUndo"),
    );
  }

  /** Says what was done, and reads all anew. */
  async #after(sentence, ...control) {
    say(this, [sentence, " ", ...control]);
    await this.#show(() => this.querySelector("h1").focus());
  }
}

customElements.define("smpr-person-view", PersonView);
