/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { href, personAddress } from "./address.js";
import { answer, isAnswered, putAnswer, values } from "./answers.js";
import { Autosave } from "./autosave.js";
import { arrive, element, entitle } from "./dom.js";
import { questionField, reasonField, same } from "./fields.js";
import { aboutPart } from "./form-about.js";
import { RatedContexts } from "./form-contexts.js";
import { ItemsPart } from "./form-items.js";
import { PreviousRatings } from "./form-previous.js";
import { judgementsPart, textsPart } from "./form-opinions.js";
import { identifier } from "./person-search.js";
import { day, readableDay, readableTime, t } from "./strings.js";

/**
 * Charts an assessment, or amends one. Everything it asks follows from the instrument's questions. Needs `instrument`, `person` and `session`;
 * `assessment` is the uuid of the one to amend, which says itself what instrument it is of.
 */
class AssessmentForm extends HTMLElement {
  /** What the record holds, and what is changed by saving: the assessment as last read; null for a new one. */
  recorded = null;
  #clean = null;

  /** What the record held of this person with this instrument when the form was opened, by uuid. */
  #before = null;

  /** The day of a first save whose answer did not come, so that nobody knows whether the record has it; null where there is none. */
  #unanswered = null;

  /** The save that is under way. */
  #saving = null;

  #autosave = new Autosave(() => this.#saveDraft());

  /** Whether the last word is of a draft that could not be saved as one goes: it is taken back once it can. */
  #failed = false;

  /** What a refused save named that belongs to no field; null where the last word is not of a refused save. */
  #unplaced = null;

  async connectedCallback() {
    this.replaceChildren(element("p", {}, t("loading")));
    this.#autosave.start();
    await this.#read();
    arrive(this);
  }

  disconnectedCallback() {
    this.#autosave.stop();
  }

  /** In the other language with every answer as it was. */
  async translate() {
    const entered = this.fields && new Map(this.fields.map((field) => [field.name, field.read()]));
    const clean = this.#clean;
    await this.#read(entered);
    this.#clean = clean ?? this.#clean;
  }

  get unsaved() {
    return (
      this.fields !== undefined && (this.#entered() !== this.#clean || this.fields.some((field) => field.incomplete()))
    );
  }

  #entered() {
    return JSON.stringify(this.fields.map((field) => [field.name, field.given()]));
  }

  async #read(entered) {
    try {
      this.recorded ??= this.assessment ? await api.assessment(this.assessment) : null;
      if (this.recorded?.voided) {
        throw new Error(t("notFound"));
      }
      this.instrument = this.recorded?.instrument.code ?? this.instrument;
      const [patient, own, places, providers] = await Promise.all([
        api.person(this.person),
        this.#charted(this.instrument),
        api.locations(),
        api.providers(),
      ]);
      this.#before ??= new Set((own.assessments ?? []).map(({ uuid }) => uuid));
      Object.assign(this, { patient, asked: own.instrument, places, providers });
      this.earlierVisible = own.assessments !== null;
      this.earlier = (own.assessments ?? []).filter((earlier) => earlier.counted && earlier.uuid !== this.assessment);
      this.others = await this.#others();
      this.#draw();
      this.#fill(entered);
    } catch (refusal) {
      this.replaceChildren(this.#wayBack(), element("p", { class: "fault", role: "alert" }, refusal.message));
    }
  }

  /** @returns an instrument and the person's assessments with it, which are null where they are not visible */
  async #charted(code) {
    // First, so that of one that is unknown the plainer answer is shown.
    const instrument = await api.instrument(code);
    const trajectory = await api.trajectory(this.person, code);
    const shown = trajectory.instruments.find((candidate) => candidate.code === code);
    return { instrument, assessments: shown?.assessments ?? null };
  }

  /** @returns {Map} by its code, what is charted with another instrument whose assessments a question names; none where it is not visible */
  async #others() {
    const codes = [...new Set(this.asked.questions.map((asked) => asked.assessmentOf).filter(Boolean))];
    const charted = await Promise.all(codes.map((code) => this.#charted(code)));
    return new Map(codes.map((code, i) => [code, charted[i]]).filter(([, { assessments }]) => assessments));
  }

  #fill(entered) {
    for (const field of this.fields) {
      if (entered?.has(field.name)) {
        field.write(entered.get(field.name));
      } else if (this.recorded) {
        field.write(field.recorded(this.recorded));
      } else if (field.preset) {
        field.write(field.preset);
      }
    }
    this.#warn();
    this.items.unfold();
    // What another route has put wrong into the record is to be seen before it is saved anew.
    for (const { field, message } of this.recorded?.faults ?? []) {
      this.field(field)?.blame([message]);
      this.#reveal(this.field(field));
    }
    this.#changed();
    this.#clean = this.#entered();
  }

  // The form

  #draw() {
    this.fields = [];
    this.#unplaced = null;
    this.message = element("div", { class: "message", role: "alert" });
    // Not read aloud: it changes with every answer.
    this.kept = element("span", { class: "kept" });
    this.previous = new PreviousRatings(this);
    this.contexts = new RatedContexts(this);
    this.form = element(
      "form",
      {
        class: "assessment",
        novalidate: true,
        onsubmit: (event) => this.#submit(event),
        oninput: () => this.#autosave.changed(),
        onchange: (event) => {
          this.#absolve(event.target);
          if (this.message.textContent === t("nothingChanged")) {
            this.#tell("");
          }
          this.#changed();
          this.#autosave.changed();
        },
      },
      aboutPart(this),
      (this.items = new ItemsPart(this, this)).elements,
      textsPart(this),
      judgementsPart(this, this.contexts),
      this.#isLocked ? this.section(t("amendment"), this.add(reasonField())) : "",
      element(
        "div",
        { class: "bar" },
        this.message,
        element(
          "div",
          { class: "row" },
          element("p", { class: "progress" }, this.items.progress, this.kept),
          this.#buttons(),
        ),
      ),
    );
    entitle(this, this.#heading());
    this.replaceChildren(
      this.#wayBack(),
      element("h1", { tabindex: "-1" }, this.#heading()),
      element(
        "p",
        { class: "particulars" },
        [this.patient.person.display, identifier(this.patient)].filter(Boolean).join(" · "),
      ),
      element("p", { class: "instrument" }, element("strong", {}, this.asked.title), " ", this.asked.source),
      element("p", { class: "caution" }, this.asked.notice),
      this.form,
      element("p", { class: "printed" }, t("notPrinted")),
    );
  }

  #heading() {
    if (!this.recorded) {
      return t("formNew", this.asked.display);
    }
    return t(this.#isLocked ? "formAmend" : "formDraft", this.asked.display, readableDay(this.recorded.date));
  }

  /** What is complete stays so, and takes a reason to be changed. */
  get #isLocked() {
    return this.recorded?.status === "COMPLETE";
  }

  get #back() {
    return this.instrument ? personAddress(this.person, this.instrument) : personAddress(this.person);
  }

  #wayBack() {
    return element("p", { class: "way" }, element("a", { href: href(this.#back) }, t("back")));
  }

  // What its parts build it with

  /** @returns {Element} the field's, which is now the form's */
  add(field) {
    this.fields.push(field);
    return field.element;
  }

  /** @returns {Element} the control for a question of the instrument */
  ask(asked, beside) {
    return this.add(questionField(asked, { held: this.recorded && answer(this.recorded, asked.field), ...beside }));
  }

  /** @returns {boolean} whether the site asks the question, or the record answers it nevertheless */
  isShown(asked) {
    return asked.offered || (this.recorded !== null && isAnswered(this.recorded, asked));
  }

  /** @returns {Field} the form's field of that name, where it has one */
  field(name) {
    return this.fields.find((field) => field.name === name);
  }

  section(heading, ...content) {
    return element("section", {}, element("h2", {}, heading), ...content);
  }

  #buttons() {
    // Enter in a field saves by the first button: a draft, which commits to nothing.
    return this.#isLocked
      ? element("button", { class: "first", value: "COMPLETE" }, t("saveAmendment"))
      : [
          element("button", { value: "DRAFT" }, t("saveDraft")),
          element("button", { class: "first", value: "COMPLETE" }, t("saveComplete")),
        ];
  }

  // While it is filled in

  #changed() {
    this.contexts.changed();
    this.items.changed();
    this.previous.changed();
  }

  // Saving

  async #submit(event) {
    event.preventDefault();
    const status = event.submitter?.value ?? this.recorded?.status ?? "DRAFT";
    // What is saved as one goes is not in the way of what the user saves.
    await this.#saving?.catch(() => {});
    this.#failed = false;
    const known = { ...this.#incomplete(), ...(status === "COMPLETE" ? this.contexts.faults() : {}) };
    if (this.#saving || this.#blame(known)) {
      return;
    }
    this.#tell(t("saving"));
    try {
      this.#saving = this.#save(status);
      await this.#saving;
      this.#autosave.release();
    } catch (refusal) {
      await this.#refused(refusal);
    } finally {
      this.#saving = null;
    }
  }

  async #save(status) {
    if (this.recorded && !this.#differs() && status === this.recorded.status) {
      this.#blame({});
      this.#tell(t("nothingChanged"));
      return;
    }
    await this.#send(status);
    this.#blame({});
    if (this.#isLocked) {
      this.#done();
    } else {
      this.#tell([t("draftSaved", readableTime()), ...this.#warnings()].join(" "));
    }
  }

  #warnings() {
    return (this.recorded.warnings ?? []).map((warning) => warning.message);
  }

  #done() {
    const say = [t("saved"), ...this.#warnings()].join(" ");
    this.dispatchEvent(new CustomEvent("smpr-done", { detail: { goTo: this.#back, say } }));
  }

  /** Sends what differs from the record, which is then as the server has it. */
  async #send(status) {
    if (await this.#isKept(status)) {
      return;
    }
    const body = { ...this.#changes(), status };
    if (this.recorded) {
      body.version = this.recorded.version;
    } else {
      Object.assign(body, { patient: this.person, instrument: this.instrument });
    }
    // What is entered meanwhile is not saved yet.
    const entered = this.#entered();
    try {
      this.recorded = await api.save(this.assessment ?? null, body);
    } catch (refusal) {
      if (!this.recorded && (refusal.status === 0 || refusal.status >= 500)) {
        this.#unanswered = body.date;
      }
      throw refusal;
    }
    this.#saved(entered);
  }

  #saved(entered) {
    this.#clean = entered;
    this.#warn();
    this.#changed();
    if (!this.#isLocked) {
      this.#isDraft();
    }
  }

  /**
   * Before a first save is sent once more: where only its answer was lost, the record has it, and it goes on from there.
   *
   * @returns {Promise<boolean>} whether the record has all of it, so that there is nothing to send
   */
  async #isKept(status) {
    const kept = this.#unanswered && (await this.#firstSave());
    this.#unanswered = null;
    if (!kept) {
      return false;
    }
    this.recorded = kept;
    if ((this.#isLocked || status === "DRAFT") && !this.#differs()) {
      this.#saved(this.#entered());
      return true;
    }
    this.#moved();
    if (this.#isLocked) {
      await this.translate();
      throw new Error(t("completeMeanwhile"));
    }
    return false;
  }

  /** @returns what this user has charted since the form was opened, of this person and day; undefined where there is none */
  async #firstSave() {
    const { username, systemId } = this.session.user;
    const { assessments } = await this.#charted(this.instrument);
    const since = (assessments ?? []).filter(
      ({ uuid, date }) => !this.#before.has(uuid) && day(date) === this.#unanswered,
    );
    const charted = await Promise.all(since.map(({ uuid }) => api.assessmentInFull(uuid)));
    return charted.find(({ auditInfo }) => [username, systemId].includes(auditInfo.creator));
  }

  #isDraft() {
    this.#moved();
    this.querySelector("h1").textContent = this.#heading();
    entitle(this, this.#heading());
    const partly = this.fields.some((field) => field.incomplete());
    this.kept.textContent = t(partly ? "draftKeptPartly" : "draftKept", readableTime());
  }

  /** What is charted has an address of its own, to which whoever loads the page anew comes back. */
  #moved() {
    if (this.assessment !== this.recorded.uuid) {
      this.assessment = this.recorded.uuid;
      this.dispatchEvent(new CustomEvent("smpr-moved", { detail: `${this.#back}/amend/${this.assessment}` }));
    }
  }

  #differs() {
    return Object.keys(this.#changes()).some((name) => name !== "reason");
  }

  /**
   * Saves a draft as one goes, without a word but the time; never what is complete. What is wrong is shown at its field, and nobody is taken
   * there from where he is.
   *
   * @returns {Promise<boolean>} whether to try again later
   */
  async #saveDraft() {
    const idle = !this.unsaved || this.#isLocked || !this.#differs();
    if (this.#saving || idle || !this.isConnected) {
      return Boolean(this.#saving);
    }
    this.kept.textContent = t("saving");
    try {
      this.#saving = this.#send("DRAFT");
      await this.#saving;
      if (this.#failed) {
        this.#tell("");
      }
      this.#failed = false;
      if (this.#isLocked) {
        this.#done();
      }
      return false;
    } catch (refusal) {
      return this.#draftRefused(refusal);
    } finally {
      this.#saving = null;
    }
  }

  async #draftRefused(refusal) {
    this.kept.textContent = t("draftNotKept");
    if (refusal.status === 409) {
      this.#autosave.hold();
      await this.#refused(refusal);
    } else {
      const faults = refusal.status === 400 ? this.contexts.folded(refusal.faults) : {};
      if (!this.#point(faults, refusal.globalFaults)) {
        this.#tell(t("notSaved", refusal.message));
      }
      this.#failed = true;
    }
    return refusal.status === 0 || refusal.status === 401 || refusal.status >= 500;
  }

  /** What differs from the record; null takes an answer away. Of what is half typed nothing is said: the record keeps what it has. */
  #changes() {
    const body = {};
    for (const field of this.fields.filter((candidate) => !candidate.local && !candidate.incomplete())) {
      const held = this.recorded && field.recorded(this.recorded);
      const given = field.given();
      // Several answers in a faulty record stay until one is chosen.
      const leftOpen = given === null && field.isAsked() && values(held).length > 1;
      if (!same(given, held) && !leftOpen) {
        putAnswer(body, field.name, values(given).length ? given : field.name === "raters" ? [] : null);
      }
    }
    return body;
  }

  #incomplete() {
    return Object.fromEntries(
      this.fields.filter((field) => field.incomplete()).map((field) => [field.name, [t("dateIncomplete")]]),
    );
  }

  async #refused(refusal) {
    if (refusal.status === 409) {
      this.#blame({});
      await this.#compare();
      this.#tell(refusal.message);
    } else if (!this.#blame(this.contexts.folded(refusal.faults ?? {}), refusal.globalFaults)) {
      this.#tell(t("notSaved", refusal.message));
    }
  }

  /** Shows what somebody else has changed, and goes on from there. */
  async #compare() {
    const before = this.recorded;
    const now = await api.assessment(this.assessment);
    for (const field of this.fields) {
      const theirs = field.recorded(now);
      const touched = !same(field.given(), field.recorded(before));
      if (!touched && !same(theirs, field.given())) {
        // Else saving again would take back what somebody else has entered.
        field.write(theirs);
      }
      const changed = touched && !same(theirs, field.recorded(before)) && !same(theirs, field.given());
      field.note(changed ? t("meanwhile", field.words(theirs) || t("notStated")) : null);
      if (changed) {
        this.#reveal(field);
      }
    }
    this.recorded = now;
    this.#changed();
  }

  /** Says at its field what is no fault, and to be known by whoever reads the ratings. */
  #warn() {
    for (const field of this.fields) {
      const warnings = (this.recorded?.warnings ?? []).filter((warning) => warning.field === field.name);
      field.warn(warnings.map((warning) => warning.message));
    }
  }

  /**
   * Shows what is wrong where it is wrong, and goes to the first.
   *
   * @returns {boolean} whether anything is wrong
   */
  #blame(faults, general = []) {
    this.fields.forEach((field) => field.blame([]));
    const placed = this.#point(faults, general);
    placed?.[0]?.focus();
    return placed !== null;
  }

  /**
   * Shows what is wrong where it is wrong, says what belongs to no field, and leaves everybody where he is.
   *
   * @returns {Field[]} what is wrong, as it stands on the page; null where nothing is, there or elsewhere
   */
  #point(faults, general = []) {
    const placed = this.#inOrder(this.fields.filter((field) => faults[field.name]));
    const names = new Set(placed.map((field) => field.name));
    const elsewhere = Object.entries(faults).filter(([name]) => !names.has(name));
    const sentences = [...elsewhere.flatMap(([, said]) => said), ...general];
    if (placed.length + sentences.length === 0) {
      return null;
    }
    placed.forEach((field) => {
      field.blame(faults[field.name]);
      this.#reveal(field);
    });
    this.#tellRefused(sentences);
    return placed;
  }

  /** As they stand on the page, whatever the order in which they were made. */
  #inOrder(fields) {
    const follows = Node.DOCUMENT_POSITION_FOLLOWING;
    return fields.sort((one, other) => (one.element.compareDocumentPosition(other.element) & follows ? -1 : 1));
  }

  /** Opens the folded parts that a field stands in. */
  #reveal(field) {
    for (let part = field?.element.closest("details"); part; part = part.parentElement.closest("details")) {
      part.open = true;
    }
  }

  /** What was wrong is no longer known to be once the answer is another. */
  #absolve(part) {
    const field = this.fields.find((candidate) => candidate.faulty && candidate.holds(part));
    field?.blame([]);
    if (field && this.#unplaced) {
      this.#tellRefused(this.#unplaced);
    }
  }

  #tellRefused(sentences) {
    const count = this.fields.filter((field) => field.faulty).length + sentences.length;
    this.#tell(count ? [t("refused", count), ...sentences].join(" ") : "");
    this.#unplaced = sentences;
  }

  /** Says it, and says the same not twice to those who hear it. */
  #tell(sentence) {
    if (this.message.textContent !== sentence) {
      this.message.textContent = sentence;
    }
    this.#unplaced = null;
  }
}

customElements.define("smpr-assessment-form", AssessmentForm);
