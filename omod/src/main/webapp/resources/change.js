/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { contextName } from "./answers.js";
import { capitalized, element } from "./dom.js";
import { number } from "./fields.js";
import { comparisons } from "./person-api.js";
import { readableDay, readableNumber, t } from "./strings.js";
import { headings, wide } from "./tables.js";
import "./change-texts.js";

/**
 * What changed between two assessments with one instrument, item by item: those that a team compares as a rule, or any two that the reader
 * chooses. Needs `person`, `instrument` (its questions) and `shown` (its part of the trajectory).
 */
class Change extends HTMLElement {
  connectedCallback() {
    this.#draw();
  }

  get #counted() {
    return this.shown.assessments.filter((assessment) => assessment.counted);
  }

  #draw() {
    if (this.#counted.length < 2) {
      this.replaceChildren(element("p", {}, element("strong", {}, this.shown.display), t("colon"), t("changeTooFew")));
      return;
    }
    this.result = element("div", { class: "compared", "aria-live": "polite" });
    this.replaceChildren(
      element(
        "details",
        { ontoggle: ({ target }) => target.open && !this.result.hasChildNodes() && this.#begin() },
        element("summary", {}, this.#atOnce(this.shown.comparisons[0])),
        this.#choice(),
        this.result,
      ),
    );
  }

  /** With the first of the usual comparisons; where there is none, with the first and the latest. */
  #begin() {
    const counted = this.#counted;
    const [usual] = this.shown.comparisons;
    this.#compare(usual?.from.assessment ?? counted[0].uuid, usual?.to.assessment ?? counted.at(-1).uuid);
  }

  /** What the first of the usual comparisons finds, in one line: how many items moved in which way, and what stands in the way of comparing. */
  #atOnce(comparison) {
    return [
      element("span", { class: "name" }, this.shown.display),
      comparison ? element("span", { class: "second" }, this.#counts(comparison)) : "",
    ];
  }

  #counts({ from, to, ratings, same, reasons }) {
    const moved = new Map();
    ratings.forEach(({ movement }) => moved.set(movement.display, (moved.get(movement.display) ?? 0) + 1));
    const counted = [...moved].map(([display, n]) => t("changeCount", display, n));
    return [
      t("changeBetween", this.#point(from), this.#point(to)),
      ". ",
      capitalized([...counted, t("changeCountSame", same)].join(", ")),
      ".",
      // Also where nobody unfolds it, it is not read as like with like.
      reasons.map((reason) => element("span", { class: "reason" }, capitalized(reason.display), ".")),
    ];
  }

  /** The comparisons that are made as a rule, a button each, and two lists for any other two. */
  #choice() {
    const points = this.#counted.map((assessment) =>
      element("option", { value: assessment.uuid }, this.#point(assessment)),
    );
    const list = (name, label) => {
      const select = element(
        "select",
        { id: `${name}-${this.shown.code}`, onchange: () => this.#compare(this.from.value, this.to.value) },
        points.map((point) => point.cloneNode(true)),
      );
      this[name] = select;
      return element("span", { class: "row" }, element("label", { for: select.id }, label), select);
    };
    this.usual = this.shown.comparisons.map((comparison) =>
      element(
        "button",
        {
          type: "button",
          onclick: () => this.#compare(comparison.from.assessment, comparison.to.assessment),
        },
        comparison.kinds.map((kind) => capitalized(kind.display)).join(" ; "),
      ),
    );
    this.fault = element("p", { class: "fault", role: "alert" });
    return element(
      "div",
      { class: "comparing" },
      element("div", { class: "row", role: "group", "aria-label": t("changeUsual") }, this.usual),
      element(
        "div",
        { class: "row", role: "group", "aria-label": t("changeChoose") },
        list("from", t("changeFrom")),
        list("to", t("changeTo")),
      ),
      this.fault,
    );
  }

  /** Reads what changed between two, with every rating, and shows it. */
  async #compare(from, to) {
    Object.assign(this.from, { value: from });
    Object.assign(this.to, { value: to });
    this.usual.forEach((button, i) => {
      const usual = this.shown.comparisons[i];
      button.setAttribute("aria-pressed", String(usual.from.assessment === from && usual.to.assessment === to));
    });
    this.fault.textContent = from === to ? t("changeSame") : "";
    if (from === to) {
      this.result.replaceChildren();
      return;
    }
    try {
      const all = await comparisons(this.person, from, to);
      const [found] = all.find(({ code }) => code === this.shown.code)?.comparisons ?? [];
      // The reader may have chosen others meanwhile.
      if (found && this.from.value === from && this.to.value === to) {
        this.#show(found);
      }
    } catch (refusal) {
      this.result.replaceChildren();
      this.fault.textContent = [refusal.message, ...Object.values(refusal.faults ?? {}).flat()].join(" ");
    }
  }

  #show(comparison) {
    this.result.replaceChildren(
      element(
        "p",
        {},
        element("strong", {}, t("changeBetween", this.#point(comparison.from), this.#point(comparison.to))),
      ),
      ...comparison.reasons.map((reason) => element("p", { class: "warning" }, capitalized(reason.display), ".")),
      this.#items(comparison),
      this.#scales(comparison),
    );
  }

  /** A name that no table of another instrument has. */
  #of(name) {
    return `${t(name)}, ${this.shown.display}`;
  }

  #point({ date, context, amended }) {
    return [readableDay(date) + (amended ? ` (${t("amended")})` : ""), contextName(this.instrument, context)]
      .filter(Boolean)
      .join(", ");
  }

  /** What is rated otherwise, its relevance too; what is rated alike below it, folded. */
  #items({ ratings }) {
    const alike = (rating) => rating.movement.code === "SAME" && !this.#relevanceDiffers(rating);
    const [otherwise, same] = [ratings.filter((rating) => !alike(rating)), ratings.filter(alike)];
    return element(
      "div",
      {},
      otherwise.length ? this.#table("changeItems", otherwise) : element("p", {}, t("changeNone")),
      same.length
        ? element(
            "details",
            {},
            element("summary", {}, t("changeSameItems", same.length)),
            this.#table("changeAlike", same),
          )
        : "",
    );
  }

  #relevanceDiffers = ({ relevanceFrom, relevanceTo }) =>
    Boolean(relevanceFrom && relevanceTo && relevanceFrom.code !== relevanceTo.code);

  #table(name, ratings) {
    const words = (rating, relevance) => [
      rating?.display ?? t("changeNotRated"),
      relevance ? element("span", { class: "second" }, t("changeRelevance", relevance.display)) : "",
    ];
    const item = (rating) => [
      number(rating.item.code),
      rating.item.display,
      rating.context ? element("span", { class: "detail" }, " ", contextName(this.instrument, rating.context)) : "",
    ];
    const movement = (rating) => [
      element("span", { class: `movement ${rating.movement.code}` }, capitalized(rating.movement.display)),
      this.#relevanceDiffers(rating) ? element("span", { class: "second" }, t("changeRelevanceDiffers")) : "",
      rating.expected.map((expected) => element("span", { class: "second" }, t("changeExpected", expected.display))),
    ];
    return wide(
      this.#of(name),
      element(
        "table",
        {},
        element("caption", { class: "unseen" }, this.#of(name)),
        headings([t("item"), t("changeThen"), t("changeNow"), t("changeMovement")]),
        element(
          "tbody",
          {},
          ratings.map((rating) =>
            element(
              "tr",
              {},
              element("th", { scope: "row" }, item(rating)),
              element("td", {}, words(rating.from, rating.relevanceFrom)),
              element("td", {}, words(rating.to, rating.relevanceTo)),
              element("td", {}, movement(rating)),
            ),
          ),
        ),
      ),
    );
  }

  /** What can be said of each scale, in words; the sums beside it only where the answer has them. */
  #scales({ scales }) {
    const withSums = scales.some((scale) => scale.from || scale.to);
    return element(
      "details",
      {},
      element("summary", {}, t("changeScales")),
      wide(
        this.#of("changeScales"),
        element(
          "table",
          {},
          headings([
            t("changeScale"),
            t("changeVerdict"),
            t("changeWhy"),
            withSums ? element("th", { scope: "col", class: "sums" }, t("changeSums")) : null,
          ]),
          element(
            "tbody",
            {},
            scales.map((scale) =>
              element(
                "tr",
                {},
                element("th", { scope: "row" }, capitalized(scale.display), this.#context(scale)),
                element("td", {}, capitalized(scale.verdict.display)),
                element("td", {}, this.#why(scale)),
                withSums ? element("td", { class: "sums" }, this.#sums(scale)) : "",
              ),
            ),
          ),
        ),
      ),
      element("p", { class: "hint" }, t("changeNoDetectable"), withSums ? ` ${t("changeResearch")}` : ""),
    );
  }

  #context({ context }) {
    return context ? element("span", { class: "detail" }, contextName(this.instrument, context)) : "";
  }

  /** What stands in the way of a test, what is to be expected by construction, and what a test rests on. */
  #why({ reasons, expected, reliability }) {
    return [
      ...reasons.map((reason) => capitalized(reason.display)),
      ...expected.map((each) => t("changeExpected", each.display)),
      ...(reliability?.source ? [t("changeReliability", reliability.source)] : []),
    ].map((sentence) => element("p", {}, sentence));
  }

  #sums({ from, to, difference }) {
    const value = (score) =>
      typeof score?.value === "number" ? readableNumber(score.value) : (score?.noValueDisplay ?? t("noValue"));
    return typeof difference === "number"
      ? t("changeDifference", value(from), value(to), (difference > 0 ? "+" : "") + readableNumber(difference))
      : t("changeFromTo", value(from), value(to));
  }
}

customElements.define("smpr-change", Change);

/** @returns {Element} what changed, of an instrument of the trajectory */
export const change = (person, instrument, shown) =>
  Object.assign(element("smpr-change"), { person, instrument, shown });
