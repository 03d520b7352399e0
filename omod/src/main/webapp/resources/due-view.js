/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { duePart } from "./due-part.js";
import { arrive, element, entitle } from "./dom.js";
import { personHead, wayToSearch } from "./person-head.js";
import { episodes, wholeTrajectory } from "./person-api.js";
import { may } from "./privileges.js";
import { t } from "./strings.js";

/** What is due of one person, for a page that shows other things of him. Needs `person` and `session`. */
class DueView extends HTMLElement {
  connectedCallback() {
    this.replaceChildren(element("p", {}, t("loading")));
    this.translate().then(() => arrive(this));
  }

  async translate() {
    try {
      const [patient, trajectory, ofPathway] = await Promise.all([
        api.person(this.person),
        may(this.session, "Get SMPR Assessments") ? wholeTrajectory(this.person) : null,
        may(this.session, "Get SMPR Pathway") ? episodes(this.person) : null,
      ]);
      entitle(this, t("dueHeading"));
      this.replaceChildren(
        wayToSearch(this),
        personHead(patient, t("dueHeading")),
        trajectory || ofPathway ? duePart(this, trajectory, ofPathway) : element("p", {}, t("notVisible")),
      );
    } catch (refusal) {
      this.replaceChildren(wayToSearch(this), element("p", { class: "fault", role: "alert" }, refusal.message));
    }
  }
}

customElements.define("smpr-due-view", DueView);
