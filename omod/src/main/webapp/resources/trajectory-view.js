/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { answer, itemsByScale, itemsHeading, question, readable, values } from "./answers.js";
import { capitalized, element, say } from "./dom.js";
import { identifier, particulars } from "./person-search.js";
import { readableDay, readableNumber, t } from "./strings.js";

/** As narrow and as wide as the server draws, in pixels, and what it takes to be read: the labels, and a column an assessment. */
const NARROWEST = 560;
const WIDEST = 2400;
const LABELS = 300;
const COLUMN = 72;

const COMMON = ["context", "raterRole", "status"];

/** One person over time: the drawing, and the same in tables. Needs `instrument`, `person` and `session`. */
class TrajectoryView extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(element("p", {}, t("loading")));
    this.#read().then(() => this.querySelector("h1")?.focus());
  }

  translate() {
    return this.#read();
  }

  get #path() {
    return `#/person/${this.person}`;
  }

  /** Whether this user may chart; the server decides in any case. */
  get #mayChart() {
    const { privileges = [], roles = [] } = this.session.user;
    return (
      privileges.some((held) => held.name === "Manage SMPR Assessments") ||
      roles.some((held) => held.name === "System Developer")
    );
  }

  async #read() {
    try {
      const [patient, instrument, trajectory] = await Promise.all([
        api.person(this.person),
        api.instrument(this.instrument),
        api.trajectory(this.person, this.instrument),
      ]);
      this.asked = instrument;
      this.shown = trajectory.instruments.find((shown) => shown.code === this.instrument);
      this.#draw(patient);
    } catch (refusal) {
      this.replaceChildren(this.#wayBack(), this.#sorry(refusal));
      return;
    }
    if (this.shown) {
      await this.#drawChart().catch((refusal) => this.figure.replaceChildren(this.#sorry(refusal)));
    }
  }

  #sorry(refusal) {
    return element("p", { class: "fault", role: "alert" }, refusal.message);
  }

  #wayBack() {
    return element("p", { class: "way" }, element("a", { href: "#/" }, t("toSearch")));
  }

  #draw(patient) {
    this.figure = element("figure", { class: "chart" });
    this.replaceChildren(
      this.#wayBack(),
      element(
        "div",
        { class: "head" },
        element(
          "div",
          {},
          element("h1", { tabindex: "-1" }, patient.person.display),
          element(
            "p",
            { class: "particulars" },
            [identifier(patient), particulars(patient)].filter(Boolean).join(" · "),
          ),
        ),
        this.#mayChart
          ? element("a", { class: "button first", href: `${this.#path}/new` }, t("newAssessment", this.asked.display))
          : "",
      ),
      ...(this.shown
        ? [this.figure, this.#latest(), this.#assessments(), ...this.#itemByItem(), ...this.#sums()]
        : [element("p", {}, t("notVisible"))]),
    );
  }

  async #drawChart() {
    const needed = LABELS + COLUMN * this.#counted().length;
    const width = Math.min(WIDEST, Math.max(NARROWEST, needed, Math.round(this.figure.clientWidth)));
    const svg = await api.chart(this.person, this.instrument, width);
    const said = new DOMParser().parseFromString(svg, "image/svg+xml").querySelectorAll("svg > title, svg > desc");
    const image = element("img", { alt: [...said].map((words) => words.textContent).join(". "), width });
    image.addEventListener("load", () => URL.revokeObjectURL(image.src), { once: true });
    image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    // Where it is wider than the window it can be moved by keyboard too.
    this.figure.replaceChildren(
      element("div", { class: "scroll", tabindex: "0", role: "group", "aria-label": t("trajectory") }, image),
      new Set(this.#counted().map((assessment) => assessment.context)).size > 1
        ? element("figcaption", {}, t("contextChanges"))
        : "",
    );
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
    const said = this.asked.questions.filter((asked) => asked.part === "JUDGEMENT" || asked.part === "MARK");
    return element(
      "section",
      { class: "latest" },
      element(
        "h2",
        {},
        t("latest"),
        t("colon"),
        [readableDay(latest.date), this.#words(latest, "context")].filter(Boolean).join(", "),
      ),
      latest.faults?.length ? element("p", { class: "fault" }, t("toCheck", t("assessments"))) : "",
      element(
        "dl",
        {},
        said.map((asked) => {
          const held = values(answer(latest, asked.field));
          const words = held.map((value) => readable(asked, value));
          return element(
            "div",
            {},
            element("dt", {}, capitalized(asked.display)),
            words.length
              ? words.map((word) => element("dd", {}, word))
              : element("dd", { class: "none" }, t(asked.part === "MARK" ? "none" : "notStated")),
          );
        }),
      ),
    );
  }

  #words(assessment, field) {
    return readable(question(this.asked, field), answer(assessment, field));
  }

  #assessments() {
    const { assessments } = this.shown;
    const judgements = this.asked.questions.filter((asked) => asked.part === "JUDGEMENT");
    const columns = [...COMMON.map((field) => question(this.asked, field)), ...judgements];
    return element(
      "section",
      {},
      element("h2", { id: "assessments" }, t("assessments")),
      assessments.length === 0
        ? element("p", {}, t("assessmentsNone"))
        : wide(
            t("assessments"),
            element(
              "table",
              { class: "dated" },
              headings([
                t("date"),
                ...columns.map((asked) => capitalized(asked.display)),
                this.#mayChart ? element("th", { scope: "col", class: "actions" }, t("actions")) : null,
              ]),
              element(
                "tbody",
                {},
                assessments.flatMap((assessment) => [
                  element(
                    "tr",
                    { class: assessment.counted ? null : "uncounted" },
                    element("th", { scope: "row" }, readableDay(assessment.date, "short")),
                    columns.map((asked) =>
                      element(
                        "td",
                        {},
                        readable(asked, answer(assessment, asked.field)) ?? t("notStated"),
                        asked.code === "status" && !assessment.counted ? element("p", {}, t("notCounted")) : "",
                      ),
                    ),
                    this.#mayChart ? element("td", { class: "actions" }, this.#actions(assessment)) : "",
                  ),
                  assessment.faults?.length ? this.#faults(assessment, columns.length + (this.#mayChart ? 2 : 1)) : "",
                ]),
              ),
            ),
          ),
    );
  }

  /** What is wrong with the record, in a line of its own below it. */
  #faults(assessment, width) {
    const sentences = assessment.faults.map((fault) => `${this.#fieldName(fault.field)}${t("colon")}${fault.message}`);
    return element(
      "tr",
      { class: "faults" },
      element(
        "td",
        { colspan: width },
        element("p", { class: "fault" }, t("toCorrect", readableDay(assessment.date))),
        element(
          "ul",
          {},
          sentences.map((sentence) => element("li", {}, sentence)),
        ),
      ),
    );
  }

  #fieldName(field) {
    const asked = question(this.asked, field);
    return asked ? [asked.item, asked.display].filter(Boolean).join(" ") : field;
  }

  #actions(assessment) {
    const date = readableDay(assessment.date);
    const draft = assessment.status === "DRAFT";
    return [
      element(
        "a",
        { href: `${this.#path}/amend/${assessment.uuid}`, "aria-label": t(draft ? "continueOf" : "amendOf", date) },
        t(draft ? "continueDraft" : "amend"),
      ),
      " ",
      element(
        "button",
        { type: "button", class: "quiet", "aria-label": t("voidOf", date), onclick: () => this.#askToVoid(assessment) },
        t("void"),
      ),
    ];
  }

  #askToVoid(assessment) {
    const fault = element("p", { class: "fault", role: "alert" });
    const reason = element("input", { id: "void-reason", required: true, maxlength: "255", autocomplete: "off" });
    const dialog = element(
      "dialog",
      { "aria-labelledby": "void-title", onclose: () => dialog.remove() },
      element(
        "form",
        {
          onsubmit: async (event) => {
            event.preventDefault();
            try {
              await api.voidAssessment(assessment.uuid, reason.value);
            } catch (refusal) {
              fault.textContent = [refusal.message, ...Object.values(refusal.faults).flat()].join(" ");
              reason.focus();
              return;
            }
            dialog.close();
            await this.#after(
              t("voided"),
              element("button", { type: "button", onclick: () => this.#undo(assessment) }, t("undo")),
            );
          },
        },
        element("h2", { id: "void-title" }, t("voidOf", readableDay(assessment.date))),
        element("p", {}, t("voidExplained")),
        element("label", { for: "void-reason" }, t("voidReason")),
        reason,
        fault,
        element(
          "p",
          { class: "row" },
          element("button", { class: "first" }, t("voidConfirm")),
          element("button", { type: "button", onclick: () => dialog.close() }, t("cancel")),
        ),
      ),
    );
    this.append(dialog);
    dialog.showModal();
  }

  async #undo(assessment) {
    try {
      await api.unvoidAssessment(assessment.uuid);
    } catch (refusal) {
      say(this, refusal.message);
      return;
    }
    await this.#after(t("unvoided"));
  }

  async #after(sentence, ...control) {
    await this.#read();
    say(this, [sentence, " ", ...control]);
    this.querySelector("h1")?.focus();
  }

  /** Every rating in words, an item a line, an assessment a column. */
  #itemByItem() {
    const { assessments } = this.shown;
    if (!assessments.length) {
      return [];
    }
    const marks = this.asked.questions.filter((asked) => asked.part === "MARK");
    const cell = (assessment, asked) => {
      const marked = marks
        .filter((mark) => values(answer(assessment, mark.field)).includes(asked.item))
        .map((mark) => singular(mark));
      return element(
        "td",
        {},
        readable(asked, answer(assessment, asked.field)) ?? t("notStated"),
        marked.map((label) => element("span", { class: "mark" }, label)),
      );
    };
    const head = assessments.map((assessment) => [
      readableDay(assessment.date, "short"),
      element(
        "span",
        { class: "detail" },
        [
          this.#words(assessment, "context"),
          assessment.counted
            ? null
            : this.#words(assessment, assessment.status === "COMPLETE" ? "raterRole" : "status"),
        ]
          .filter(Boolean)
          .join(", "),
      ),
    ]);
    return [
      element(
        "details",
        {},
        element("summary", {}, t("itemByItem")),
        wide(
          t("itemByItem"),
          element(
            "table",
            { class: "items" },
            headings([t("item"), ...head]),
            itemsByScale(this.asked).map((group) =>
              element(
                "tbody",
                {},
                element(
                  "tr",
                  { class: "group" },
                  element("th", { scope: "rowgroup", colspan: assessments.length + 1 }, itemsHeading(group)),
                ),
                group.items.flatMap((item) =>
                  this.asked.questions
                    .filter((asked) => asked.item === item.code)
                    .map((asked) =>
                      element(
                        "tr",
                        {},
                        element("th", { scope: "row" }, this.#fieldName(asked.field)),
                        assessments.map((assessment) => cell(assessment, asked)),
                      ),
                    ),
                ),
              ),
            ),
          ),
        ),
      ),
    ];
  }

  /** Only where the answer has them, which it has for researchers alone. */
  #sums() {
    const { scales, researchNotice } = this.shown;
    if (!scales?.length) {
      return [];
    }
    const dates = this.#counted();
    return [
      element(
        "details",
        { class: "sums" },
        element("summary", {}, t("sums")),
        element("p", {}, researchNotice ?? ""),
        wide(
          t("sums"),
          element(
            "table",
            {},
            headings(["", ...dates.map((assessment) => readableDay(assessment.date, "short"))]),
            element(
              "tbody",
              {},
              scales.map((scale) =>
                element(
                  "tr",
                  {},
                  element("th", { scope: "row" }, capitalized(scale.display)),
                  dates.map((assessment) => {
                    const point = scale.points.find((candidate) => candidate.assessment === assessment.uuid);
                    return element("td", {}, point ? sum(point, scale) : "–");
                  }),
                ),
              ),
            ),
          ),
        ),
      ),
    ];
  }
}

/** @returns {string} what the sum is, how it came about, or why there is none */
function sum(point, scale) {
  const { raw, prorated, omitted, noValueDisplay } = point;
  if (point.value === null || point.value === undefined) {
    return noValueDisplay ?? t("noValue");
  }
  return [
    t("sumOf", readableNumber(raw ?? point.value), readableNumber(scale.max)),
    omitted ? t("omitted", omitted) : null,
    omitted && prorated !== null && prorated !== undefined ? t("prorated", readableNumber(prorated)) : null,
  ]
    .filter(Boolean)
    .join(", ");
}

/** @returns {string} the name of one of a mark's items; the mark's own where the page does not know better */
export const singular = (mark) => t("singular")[mark.code] ?? mark.display;

/** @param {Array} contents of the headings: text, or a heading as it is; an empty text is no heading, null no column */
function headings(contents) {
  return element(
    "thead",
    {},
    element(
      "tr",
      {},
      contents.map((content) =>
        content === ""
          ? element("td")
          : content?.tagName
            ? content
            : content && element("th", { scope: "col" }, content),
      ),
    ),
  );
}

/** Lets a table that is wider than the window be moved, by keyboard too. */
const wide = (label, table) =>
  element("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": label }, table);

customElements.define("smpr-trajectory", TrajectoryView);
