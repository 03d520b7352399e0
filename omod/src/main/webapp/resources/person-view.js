/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { drawChart, NARROWEST } from "./chart.js";
import { arrive, element, entitle } from "./dom.js";
import { personHead, personPages, wayToSearch } from "./person-head.js";
import { t } from "./strings.js";

/** One person at a glance, for a few minutes in a team meeting. Needs `person` and `session`. */
class PersonView extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(element("p", {}, t("loading")));
    this.#read().then(() => arrive(this));
  }

  translate() {
    return this.#read();
  }

  async #read() {
    try {
      const [patient, instruments] = await Promise.all([api.person(this.person), api.instruments()]);
      this.#draw(patient, instruments);
    } catch (refusal) {
      this.replaceChildren(wayToSearch(this), element("p", { class: "fault", role: "alert" }, refusal.message));
      return;
    }
    await drawChart(this.overview, { person: this.person }, NARROWEST, t("overview"));
  }

  #draw(patient, instruments) {
    entitle(this, t("everything"));
    this.overview = element("figure", { class: "chart" });
    this.replaceChildren(
      wayToSearch(this),
      personHead(
        patient,
        null,
        element("a", { href: api.report(this.person), target: "_blank", rel: "noopener" }, t("report")),
      ),
      personPages(this.person, instruments, null),
      this.overview,
    );
  }
}

customElements.define("smpr-person-view", PersonView);
