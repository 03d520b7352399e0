/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { arrive, element, entitle, say } from "./dom.js";
import { may } from "./privileges.js";
import * as study from "./study-api.js";
import { findingsPart } from "./study-findings.js";
import { JobsPart } from "./study-jobs.js";
import { ParticipantsPart } from "./study-participants.js";
import { planEditor, planPart } from "./study-plan.js";
import "./study-texts.js";
import { t } from "./strings.js";

/** The study: its plan of analysis, who takes part, what is found, and what is made of it to be taken along. */
class Study extends HTMLElement {
  #editor = null;
  #jobs = null;
  #participants = null;

  async connectedCallback() {
    await this.#begin();
    arrive(this);
  }

  disconnectedCallback() {
    this.#jobs?.stop();
  }

  translate() {
    return this.#begin(this.#editor?.entered);
  }

  get unsaved() {
    return Boolean(this.#editor?.unsaved);
  }

  async #begin(entered) {
    entitle(this, t("study"));
    this.plan = element("section", {}, element("p", {}, t("loading")));
    this.#jobs?.stop();
    this.#participants = may(this.session, "Get SMPR Study Participants") ? new ParticipantsPart(this) : null;
    this.#jobs = JobsPart.for(this);
    this.#editor = may(this.session, "Manage SMPR Study")
      ? planEditor({
          accepted: (sentence) => this.#accepted(sentence),
          outdated: () => this.#readPlan(),
          entered,
        })
      : null;
    this.replaceChildren(
      element("h1", { tabindex: "-1" }, t("study")),
      element("p", { class: "hint" }, t("studyExplained")),
      this.plan,
      this.#participants?.element ?? "",
      findingsPart(),
      this.#jobs?.element ?? "",
      this.#editor?.element ?? "",
    );
    await Promise.all([this.#readPlan(), this.#participants?.read(), this.#jobs?.read()]);
  }

  async #accepted(sentence) {
    say(this, sentence);
    await this.#readPlan();
    this.querySelector("h1").focus();
  }

  /** @returns {Promise<number|null>} the version of the plan that is shown now; null for none */
  async #readPlan() {
    try {
      const plans = await study.plans();
      const version = plans[0]?.version ?? null;
      this.#editor?.follows(version);
      this.plan.replaceChildren(...planPart(plans, this.#editor));
      return version;
    } catch (refusal) {
      this.plan.replaceChildren(element("p", { class: "fault", role: "alert" }, refusal.message));
      return null;
    }
  }
}

customElements.define("smpr-study-view", Study);
