/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { answer, contextName, contexts, contextsInUse, question, ratingWindow, readable, values } from "./answers.js";
import { assessmentsTable } from "./assessments-table.js";
import { capitalized, element, entitle, say } from "./dom.js";
import { identifier, particulars } from "./person-search.js";
import { ratingsTable, texts } from "./ratings-table.js";
import { readableDay, t } from "./strings.js";
import { sumsTable } from "./sums-table.js";

/** As narrow and as wide as the server draws, in pixels, and what it takes to be read: the labels, and a column an assessment. */
const NARROWEST = 560;
const WIDEST = 2400;
const LABELS = 340;
const COLUMN = 72;

/** One person over time: everything at a glance, then one instrument, as a drawing and the same in tables. Needs `person` and `session`; without `instrument`, the first. */
class TrajectoryView extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(element("p", {}, t("loading")));
    this.#read().then(() => this.querySelector("h1")?.focus());
  }

  translate() {
    return this.#read();
  }

  get path() {
    return `#/person/${this.person}/${this.instrument}`;
  }

  /** Whether this user may chart; the server decides in any case. */
  get mayChart() {
    const { privileges = [], roles = [] } = this.session.user;
    return (
      privileges.some((held) => held.name === "Manage SMPR Assessments") ||
      roles.some((held) => held.name === "System Developer")
    );
  }

  async #read() {
    try {
      const [patient, instruments] = await Promise.all([api.person(this.person), api.instruments()]);
      this.instrument ??= instruments[0].code;
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
    } catch (refusal) {
      this.replaceChildren(this.#wayBack(), this.#sorry(refusal));
      return;
    }
    await Promise.all([
      this.#drawChart(this.overview, null, NARROWEST, t("overview")),
      this.shown && this.#drawChart(this.figure, this.instrument, this.#needed(), t("trajectory")),
    ]);
    if (this.shown && this.#changesContext()) {
      this.figure.append(element("figcaption", {}, this.#onContexts()));
    }
  }

  #sorry(refusal) {
    return element("p", { class: "fault", role: "alert" }, refusal.message);
  }

  #wayBack() {
    return element("p", { class: "way" }, element("a", { href: "#/" }, t("toSearch")));
  }

  #draw(patient, instruments) {
    entitle(this, this.asked.display);
    this.overview = element("figure", { class: "chart" });
    this.figure = element("figure", { class: "chart" });
    this.replaceChildren(
      this.#wayBack(),
      element(
        "div",
        { class: "head" },
        element(
          "div",
          {},
          element(
            "h1",
            { tabindex: "-1" },
            patient.person.display,
            element("span", { class: "unseen" }, `, ${this.asked.display}`),
          ),
          element(
            "p",
            { class: "particulars" },
            [identifier(patient), particulars(patient)].filter(Boolean).join(" · "),
          ),
        ),
        this.mayChart
          ? element("a", { class: "button first", href: `${this.path}/new` }, t("newAssessment", this.asked.display))
          : "",
      ),
      this.overview,
      element(
        "p",
        { class: "report" },
        element("a", { href: api.report(this.person), target: "_blank", rel: "noopener" }, t("report")),
      ),
      this.#choice(instruments),
      ...(this.shown
        ? [
            this.figure,
            this.#latest(),
            assessmentsTable(this),
            ratingsTable(this),
            texts(this),
            sumsTable(this),
          ].filter(Boolean)
        : [element("p", {}, t("notVisible"))]),
    );
  }

  /** A link an instrument: each has its own trajectory. */
  #choice(instruments) {
    return element(
      "nav",
      { class: "instruments", "aria-label": t("instruments") },
      element(
        "ul",
        {},
        instruments.map(({ code, display }) =>
          element(
            "li",
            {},
            element(
              "a",
              { href: `#/person/${this.person}/${code}`, "aria-current": code === this.instrument ? "page" : null },
              display,
            ),
          ),
        ),
      ),
    );
  }

  /** What the drawing of the instrument takes to be read, in pixels. */
  #needed() {
    return LABELS + COLUMN * this.#counted().length;
  }

  async #drawChart(figure, code, needed, label) {
    const width = Math.min(WIDEST, Math.max(NARROWEST, needed, Math.round(figure.clientWidth)));
    let svg;
    try {
      svg = await api.chart(this.person, code, width);
    } catch (refusal) {
      figure.replaceChildren(this.#sorry(refusal));
      return;
    }
    const said = new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("svg > title, svg > desc");
    const image = element("img", { alt: [...said].map((words) => words.textContent).join(". "), width });
    image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
    image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    // Where it is wider than the window it can be moved by keyboard too.
    figure.replaceChildren(
      element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": label }, image),
    );
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

  /** Reads all anew and says what was done. */
  async after(sentence, ...control) {
    await this.#read();
    this.say(sentence, " ", ...control);
    this.querySelector("h1")?.focus();
  }
}

customElements.define("smpr-trajectory", TrajectoryView);
