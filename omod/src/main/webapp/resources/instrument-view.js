/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { href, personAddress } from "./address.js";
import { answer, contextName, contexts, contextsInUse, question, ratingWindow, readable, values } from "./answers.js";
import { assessmentsTable } from "./assessments-table.js";
import { drawChart } from "./chart.js";
import { arrive, capitalized, element, entitle, say } from "./dom.js";
import { personHead, personPages, wayToSearch } from "./person-head.js";
import { may } from "./privileges.js";
import { ratingsTable, texts } from "./ratings-table.js";
import { readableDay, t } from "./strings.js";
import { sumsTable } from "./sums-table.js";

/** What the drawing takes to be read, in pixels: the labels, and a column an assessment. */
const LABELS = 340;
const COLUMN = 72;

/**
 * One instrument of a person over time, as a drawing and the same in tables. Needs `person`, `instrument` and `session`. A drawing that holds
 * sums is not printed: the tables of what was charted are, unfolded.
 */
class InstrumentView extends HTMLElement {
  /** Ends with its life what it listens to. */
  #listening = null;

  connectedCallback() {
    this.#listening = new AbortController();
    const { signal } = this.#listening;
    addEventListener("beforeprint", () => this.#unfold(), { signal });
    addEventListener("afterprint", () => this.#fold(), { signal });
    this.replaceChildren(element("p", {}, t("loading")));
    this.#read(() => arrive(this));
  }

  disconnectedCallback() {
    this.#listening.abort();
  }

  /** What is unfolded for the print alone. */
  #unfolded = [];

  #unfold() {
    this.#unfolded = this.sums ? [...this.querySelectorAll("details.ratings:not([open])")] : [];
    this.#unfolded.forEach((folded) => (folded.open = true));
  }

  #fold() {
    this.#unfolded.forEach((folded) => (folded.open = false));
  }

  translate() {
    return this.#read();
  }

  get path() {
    return personAddress(this.person, this.instrument);
  }

  /** Whether this user may chart; the server decides in any case. */
  get mayChart() {
    return may(this.session, "Manage SMPR Assessments");
  }

  /** @param {Function} drawn called as soon as there is something to read: the server's drawing can come long after */
  async #read(drawn = () => {}) {
    try {
      const [patient, instruments] = await Promise.all([api.person(this.person), api.instruments()]);
      if (!instruments.some(({ code }) => code === this.instrument)) {
        throw new Error(t("notFound"));
      }
      const [asked, trajectory] = await Promise.all([
        api.instrument(this.instrument),
        api.trajectory(this.person, this.instrument),
      ]);
      this.asked = asked;
      this.names = new Map(instruments.map(({ code, display }) => [code, display]));
      this.shown = trajectory.instruments.find((shown) => shown.code === this.instrument);
      this.#draw(patient, instruments);
      drawn();
    } catch (refusal) {
      this.replaceChildren(wayToSearch(this), element("p", { class: "fault", role: "alert" }, refusal.message));
      return;
    }
    if (this.shown) {
      await drawChart(this.figure, { person: this.person, code: this.instrument }, this.#needed(), t("trajectory"));
      if (this.#changesContext()) {
        this.figure.append(element("figcaption", {}, this.#onContexts()));
      }
    }
  }

  #draw(patient, instruments) {
    entitle(this, this.asked.display);
    this.figure = element("figure", { class: "chart" });
    this.sums = this.shown && sumsTable(this);
    this.classList.toggle("with-sums", Boolean(this.sums));
    this.replaceChildren(
      wayToSearch(this),
      personHead(
        patient,
        this.asked.display,
        this.mayChart
          ? element(
              "a",
              { class: "button first", href: href(`${this.path}/new`) },
              t("newAssessment", this.asked.display),
            )
          : "",
      ),
      personPages(this.person, instruments, this.instrument),
      ...(this.shown
        ? [
            this.figure,
            this.sums && element("p", { class: "printed" }, t("sumsNotPrinted")),
            this.#latest(),
            assessmentsTable(this),
            ratingsTable(this),
            texts(this),
            this.sums,
          ].filter(Boolean)
        : [element("p", {}, t("notVisible"))]),
    );
  }

  /** What the drawing of the instrument takes to be read, in pixels. */
  #needed() {
    return LABELS + COLUMN * this.#counted().length;
  }

  #changesContext() {
    return new Set(this.#counted().map((assessment) => assessment.context)).size > 1;
  }

  /** Comparing like with like; of protective factors, also what a change of setting does to them. */
  #onContexts() {
    const protective = this.asked.questions.some((asked) => asked.part === "MARK");
    return protective ? t("contextChangesProtection") : t("contextChanges");
  }

  #counted() {
    return this.shown.assessments.filter((assessment) => assessment.counted);
  }

  /** Where he stands: the judgements, and what carries and what is worked on. */
  #latest() {
    const latest = this.#counted().at(-1);
    if (!latest) {
      return element("section", { class: "latest" }, element("h2", {}, t("latest")), element("p", {}, t("latestNone")));
    }
    const asked = this.asked.questions.filter(({ part }) => part === "JUDGEMENT" || part === "MARK");
    const dates = this.asked.questions.filter(
      ({ part, kind, field }) => part === "FIELD" && kind === "DATE" && answer(latest, field) !== null,
    );
    const apart = contexts(this.asked).length ? contextsInUse(this.asked, [latest]) : [];
    return element(
      "section",
      { class: "latest" },
      element(
        "h2",
        {},
        t("latest"),
        t("colon"),
        [readableDay(latest.date), contextName(this.asked, latest.context)].filter(Boolean).join(", "),
      ),
      element("p", { class: "particulars" }, this.#made(latest)),
      latest.faults?.length ? element("p", { class: "fault" }, t("toCheck", t("assessments"))) : "",
      (latest.warnings ?? []).map((warning) => element("p", { class: "warning" }, warning.message)),
      apart.map((context) => [
        element("h3", {}, t("judgementsFor", context.display)),
        this.#given(
          latest,
          asked.filter((candidate) => candidate.context === context.code),
        ),
      ]),
      this.#given(latest, [...asked.filter((candidate) => !candidate.context), ...dates]),
    );
  }

  /** With which edition, and on which days it looks. */
  #made(latest) {
    const edition = question(this.asked, "edition");
    const days = ratingWindow(latest);
    return [edition && readable(edition, answer(latest, "edition")), days && t("window") + t("colon") + days]
      .filter(Boolean)
      .join(" · ");
  }

  #given(latest, asked) {
    return asked.length
      ? element(
          "dl",
          {},
          asked.map((candidate) => {
            const words = values(answer(latest, candidate.field)).map((value) => readable(candidate, value));
            return element(
              "div",
              {},
              element("dt", {}, capitalized(candidate.display)),
              words.length
                ? words.map((word) => element("dd", {}, word))
                : element("dd", { class: "none" }, t(candidate.part === "MARK" ? "none" : "notStated")),
            );
          }),
        )
      : "";
  }

  say(...said) {
    say(this, said);
  }

  /** Says what was done, and reads all anew. */
  async after(sentence, ...control) {
    this.say(sentence, " ", ...control);
    await this.#read(() => this.querySelector("h1").focus());
  }
}

customElements.define("smpr-instrument-view", InstrumentView);
