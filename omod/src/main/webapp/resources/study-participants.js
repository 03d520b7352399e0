/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { href, personAddress } from "./address.js";
import { element } from "./dom.js";
import { Names } from "./names.js";
import { pager } from "./pager.js";
import * as study from "./study-api.js";
import "./study-texts.js";
import { readableDay, t } from "./strings.js";
import { headings, wide } from "./tables.js";

/** In the order in which somebody goes through them. */
const STATES = [
  "CONSIDERED",
  "NOT_ELIGIBLE",
  "ELIGIBLE",
  "INFORMED",
  "OPPOSED_BEFORE_INCLUSION",
  "INCLUDED",
  "STOPPED_COLLECTING",
  "STOPPED_USING",
];

/** Who is considered for the study, by how far he has come. */
export class ParticipantsPart {
  #names = new Names();
  #startIndex = 0;

  constructor() {
    this.state = element(
      "select",
      { id: "participant-state", onchange: () => this.#turn(0) },
      element("option", { value: "" }, t("participantAll")),
      STATES.map((state) => element("option", { value: state }, t("participantStates")[state])),
    );
    this.content = element("div", {}, element("p", {}, t("loading")));
    this.element = element(
      "section",
      {},
      element("h2", { tabindex: "-1" }, t("participants")),
      element("p", { class: "hint" }, t("participantsExplained")),
      element("p", { class: "row" }, element("label", { for: "participant-state" }, t("participantShow")), this.state),
      this.content,
    );
  }

  async #turn(startIndex) {
    this.#startIndex = startIndex;
    await this.read();
  }

  async read() {
    try {
      const list = await study.participants(this.state.value, this.#startIndex);
      await this.#names.read(list.results.map(({ patient }) => patient.uuid));
      this.content.replaceChildren(
        element("p", { role: "status", class: "count" }, t("participantCount", list.totalCount)),
        list.results.length ? this.#table(list.results) : "",
        pager(list, this.#startIndex, list.totalCount, async (startIndex) => {
          await this.#turn(startIndex);
          this.element.querySelector("h2").focus();
        }),
      );
    } catch (refusal) {
      this.content.replaceChildren(element("p", { class: "fault", role: "alert" }, refusal.message));
    }
  }

  #table(participants) {
    return wide(
      t("participants"),
      element(
        "table",
        {},
        headings([
          t("personWhich"),
          t("participantCode"),
          t("participantState"),
          t("participantInformed"),
          t("participantIncluded"),
          t("participantOpposed"),
        ]),
        element(
          "tbody",
          {},
          participants.map(({ patient, studyCode, state, dateInformed, dateIncluded, dateOpposed, faults }) => {
            const { name, identifier } = this.#names.of(patient.uuid);
            return element(
              "tr",
              {},
              element(
                "th",
                { scope: "row" },
                element("a", { href: href(personAddress(patient.uuid)) }, name),
                " ",
                element("span", { class: "identifier soft" }, identifier),
              ),
              element("td", {}, element("code", {}, studyCode)),
              element(
                "td",
                {},
                state.display,
                faults.map(({ message }) => element("span", { class: "second warning" }, message)),
              ),
              [dateInformed, dateIncluded, dateOpposed].map((day) => element("td", {}, day ? readableDay(day) : "–")),
            );
          }),
        ),
      ),
    );
  }
}
