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
  #chosen = null;

  connectedCallback() {
    this.#draw();
  }

  get #counted() {
    return this.shown.assessments.filter((assessment) => assessment.counted);
  }

  #draw() {
    const [first] = this.shown.comparisons;
    this.#chosen ??= first ?? null;
    this.result = element("div", { class: "compared", "aria-live": "polite" });
    this.replaceChildren(
      ...(this.#counted.length < 2 ? [element("p", {}, t("changeTooFew"))] : [this.#choice(), this.result]),
    );
    this.#show();
  }

  /** The comparisons that are made as a rule, a button each, and two lists for any other two. */
  #choice() {
    const points = this.#counted.map((assessment) =>
      element("option", { value: assessment.uuid }, this.#point(assessment)),
    );
    const list = (name, label) => {
      const select = element(
        "select",
        { id: `${name}-${this.shown.code}`, onchange: () => this.#choose() },
        points.map((point) => point.cloneNode(true)),
      );
      this[name] = select;
      return element("span", { class: "row" }, element("label", { for: select.id }, label), select);
    };
    this.usual = this.shown.comparisons.map((comparison) =>
      element(
        "button",
        { type: "button", onclick: () => this.#take(comparison) },
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

  #take(comparison) {
    this.#chosen = comparison;
    this.fault.textContent = "";
    this.#show();
  }

  async #choose() {
    const [from, to] = [this.from.value, this.to.value];
    this.fault.textContent = "";
    if (from === to) {
      this.fault.textContent = t("changeSame");
      return;
    }
    try {
      const all = await comparisons(this.person, from, to);
      const [found] = all.find(({ code }) => code === this.shown.code)?.comparisons ?? [];
      // The reader may have chosen others meanwhile.
      if (this.from.value === from && this.to.value === to && found) {
        this.#take(found);
      }
    } catch (refusal) {
      this.fault.textContent = [refusal.message, ...Object.values(refusal.faults ?? {}).flat()].join(" ");
    }
  }

  #show() {
    const comparison = this.#chosen;
    if (!comparison || !this.from) {
      return;
    }
    this.from.value = comparison.from.assessment;
    this.to.value = comparison.to.assessment;
    this.usual.forEach((button, i) =>
      button.setAttribute("aria-pressed", String(this.shown.comparisons[i] === comparison)),
    );
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

  #point({ date, context, amended }) {
    return [readableDay(date) + (amended ? ` (${t("amended")})` : ""), contextName(this.instrument, context)]
      .filter(Boolean)
      .join(", ");
  }

  #items({ ratings, same }) {
    const words = (rating, relevance) => [
      rating?.display ?? t("changeNotRated"),
      relevance ? element("span", { class: "second" }, t("changeRelevance", relevance.display)) : "",
    ];
    return element(
      "div",
      {},
      ratings.length
        ? wide(
            t("changeItems"),
            element(
              "table",
              {},
              element("caption", { class: "unseen" }, t("changeItems")),
              headings([t("item"), t("changeThen"), t("changeNow"), t("changeMovement")]),
              element(
                "tbody",
                {},
                ratings.map((rating) =>
                  element(
                    "tr",
                    {},
                    element(
                      "th",
                      { scope: "row" },
                      number(rating.item.code),
                      rating.item.display,
                      rating.context
                        ? element("span", { class: "detail" }, contextName(this.instrument, rating.context))
                        : "",
                    ),
                    element("td", {}, words(rating.from, rating.relevanceFrom)),
                    element("td", {}, words(rating.to, rating.relevanceTo)),
                    element(
                      "td",
                      {},
                      element(
                        "span",
                        { class: `movement ${rating.movement.code}` },
                        capitalized(rating.movement.display),
                      ),
                      rating.expected.map((expected) =>
                        element("span", { class: "second" }, t("changeExpected", expected.display)),
                      ),
                    ),
                  ),
                ),
              ),
            ),
          )
        : element("p", {}, t("changeNone")),
      element("p", { class: "hint" }, t("changeSameItems", same)),
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
        t("changeScales"),
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
