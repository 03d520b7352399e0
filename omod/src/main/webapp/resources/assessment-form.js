/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { answer, itemsByScale, itemsHeading, putAnswer, question, readable, values } from "./answers.js";
import { element } from "./dom.js";
import { checkboxField, dateField, markField, questionField, same, selectField } from "./fields.js";
import { identifier } from "./person-search.js";
import { day, readableDay, readableTime, t } from "./strings.js";
import { singular } from "./trajectory-view.js";

/** How many earlier ratings of an item stand beside it. */
const EARLIER = 3;

/**
 * Charts an assessment, or amends one. Everything it asks follows from the instrument's questions. Needs `instrument`, `person` and `session`;
 * `assessment` is the uuid of the one to amend.
 */
class AssessmentForm extends HTMLElement {
  /** What the record holds, and what is changed by saving: the assessment as last read; null for a new one. */
  #recorded = null;
  #clean = null;

  /** What a refused save named that belongs to no field; null where the last word is not of a refused save. */
  #unplaced = null;

  async connectedCallback() {
    this.replaceChildren(element("p", {}, t("loading")));
    await this.#read();
    this.querySelector("h1")?.focus();
  }

  /** In the other language with every answer as it was. */
  async translate() {
    const entered = this.fields && new Map(this.fields.map((field) => [field.name, field.read()]));
    const clean = this.#clean;
    await this.#read(entered);
    this.#clean = clean ?? this.#clean;
  }

  get unsaved() {
    return this.fields !== undefined && this.#entered() !== this.#clean;
  }

  #entered() {
    return JSON.stringify(this.fields.map((field) => [field.name, field.read()]));
  }

  async #read(entered) {
    try {
      const [patient, instrument, trajectory, recorded, locations, providers] = await Promise.all([
        api.person(this.person),
        api.instrument(this.instrument),
        api.trajectory(this.person, this.instrument),
        this.#recorded ?? (this.assessment ? api.assessment(this.assessment) : null),
        api.locations(),
        api.providers(),
      ]);
      if (recorded?.voided) {
        throw new Error(t("notFound"));
      }
      Object.assign(this, { patient, asked: instrument, places: locations, providers });
      const shown = trajectory.instruments.find((candidate) => candidate.code === this.instrument);
      this.earlierVisible = shown !== undefined;
      this.earlier = (shown?.assessments ?? []).filter(
        (earlier) => earlier.counted && earlier.uuid !== this.assessment,
      );
      this.#recorded = recorded;
      this.#draw();
      this.#fill(entered);
    } catch (refusal) {
      this.replaceChildren(this.#wayBack(), element("p", { class: "fault", role: "alert" }, refusal.message));
    }
  }

  #fill(entered) {
    for (const field of this.fields) {
      if (entered?.has(field.name)) {
        field.write(entered.get(field.name));
      } else if (this.#recorded) {
        field.write(field.recorded(this.#recorded));
      } else if (field.preset) {
        field.write(field.preset);
      }
    }
    // What another route has put wrong into the record is to be seen before it is saved anew.
    for (const { field, message } of this.#recorded?.faults ?? []) {
      this.#field(field)?.blame([message]);
    }
    this.#clean = this.#entered();
    this.#changed();
  }

  // The form

  #draw() {
    this.fields = [];
    this.previous = new Map();
    this.#unplaced = null;
    const heading = this.#recorded
      ? t("formAmend", this.asked.display, readableDay(this.#recorded.date))
      : t("formNew", this.asked.display);
    this.message = element("div", { class: "message", role: "alert" });
    this.progress = element("span", { class: "progress" });
    this.form = element(
      "form",
      {
        class: "assessment",
        novalidate: true,
        onsubmit: (event) => this.#submit(event),
        onchange: (event) => {
          this.#absolve(event.target);
          this.#changed();
        },
      },
      this.#about(),
      this.#items(),
      this.#part("JUDGEMENT", "judgements", "judgementsHint"),
      this.#part("FIELD", "fields"),
      element("div", { class: "bar" }, this.message, element("div", { class: "row" }, this.progress, this.#buttons())),
    );
    this.replaceChildren(
      this.#wayBack(),
      element("h1", { tabindex: "-1" }, heading),
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

  #wayBack() {
    return element("p", { class: "way" }, element("a", { href: `#/person/${this.person}` }, t("back")));
  }

  #add(field) {
    this.fields.push(field);
    return field.element;
  }

  #about() {
    const first = ["raterRole", "context"];
    const place = (asked) => first.indexOf(asked.code) + 1 || first.length + 1;
    // Whether it is a draft is said by the button that saves it.
    const common = this.asked.questions
      .filter((asked) => asked.part === "COMMON" && asked.code !== "status")
      .sort((one, other) => place(one) - place(other));
    return this.#section(t("about"), [
      element("div", { class: "pair" }, this.#add(this.#date()), this.#add(this.#location())),
      this.#add(this.#raters()),
      common.filter(isCoded).map((asked) => this.#add(this.#question(asked))),
      element(
        "div",
        { class: "pair" },
        common
          .filter((asked) => !isCoded(asked))
          .map((asked) => this.#add(this.#question(asked, { hint: this.#hint(asked) }))),
      ),
    ]);
  }

  #hint(asked) {
    const { horizonFromMonths: from, horizonToMonths: to } = this.asked.window ?? {};
    return asked.code === "horizon" && from ? t("horizonHint", from, to) : null;
  }

  #question(asked, beside) {
    return questionField(asked, { held: this.#recorded && answer(this.#recorded, asked.field), ...beside });
  }

  #date() {
    const now = new Date();
    const today = new Date(now - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
    const field = dateField("date", t("date"), (assessment) => day(assessment.date), today);
    field.preset = today;
    return field;
  }

  #location() {
    const held = this.#recorded?.location;
    const places = this.places.map((known) => ({ code: known.uuid, display: known.display }));
    if (held && !places.some((known) => known.code === held.uuid)) {
      places.push({ code: held.uuid, display: held.display });
    }
    const field = selectField(
      "location",
      [t("location"), element("span", { class: "detail" }, t("optional"))],
      places,
      {
        recorded: (assessment) => assessment.location?.uuid ?? null,
        blank: !held,
      },
    );
    field.preset = this.session.sessionLocation?.uuid;
    return field;
  }

  /** Whoever has rated this person is at hand, and whoever is signed in; anybody else can be added. */
  #raters() {
    const own = this.session.currentProvider;
    const known = new Map();
    [own, ...(this.#recorded?.raters ?? []), ...this.earlier.flatMap((earlier) => earlier.raters ?? [])]
      .filter(Boolean)
      .forEach((rater) => known.set(rater.uuid, this.#raterName(rater)));
    const field = checkboxField(
      "raters",
      [t("raters"), element("span", { class: "detail" }, t("optional"))],
      [...known].map(([code, display]) => ({ code, display })),
      null,
      (assessment) => (assessment.raters ?? []).map((rater) => rater.uuid),
    );
    field.preset = own ? [own.uuid] : null;
    const others = this.providers.filter((other) => !known.has(other.uuid));
    if (others.length) {
      const select = element(
        "select",
        // Only what is added is an answer.
        { id: "other-raters", onchange: (event) => event.stopPropagation() },
        element("option", { value: "" }, t("choose")),
        others.map((other) => element("option", { value: other.uuid }, this.#raterName(other))),
      );
      const add = () => {
        const option = select.selectedOptions[0];
        if (option.value) {
          const box = field.offer({ code: option.value, display: option.textContent });
          box.checked = true;
          option.remove();
          box.dispatchEvent(new Event("change", { bubbles: true }));
        }
      };
      field.element.append(
        element(
          "div",
          { class: "row" },
          element("label", { for: "other-raters" }, t("otherRater")),
          select,
          element("button", { type: "button", onclick: add }, t("add")),
        ),
      );
      const write = field.write;
      field.write = (value) => {
        others
          .filter(
            (other) => values(value).includes(other.uuid) && select.querySelector(`option[value="${other.uuid}"]`),
          )
          .forEach((other) => {
            field.offer({ code: other.uuid, display: this.#raterName(other) });
            select.querySelector(`option[value="${other.uuid}"]`).remove();
          });
        write(value);
      };
    }
    return field;
  }

  #raterName(rater) {
    return (
      rater.person?.display ??
      this.providers.find((known) => known.uuid === rater.uuid)?.person?.display ??
      rater.display
    );
  }

  #items() {
    const marks = this.asked.questions
      .filter((asked) => asked.part === "MARK")
      .map((asked) => markField(asked, singular(asked)));
    this.previousSaid = element("p", { class: "hint" });
    return [
      element(
        "div",
        { class: "guide" },
        element("p", { class: "hint" }, t("formKeys")),
        this.previousSaid,
        marks.map((mark) => this.#add(mark)),
      ),
      itemsByScale(this.asked).map((group) =>
        this.#section(
          itemsHeading(group),
          group.items.map((item) => this.#item(item, marks)),
        ),
      ),
    ];
  }

  #item(item, marks) {
    const ratings = this.asked.questions.filter((asked) => asked.item === item.code);
    const beside = marks.map((mark) => mark.beside(item)).filter(Boolean);
    return element(
      "div",
      { class: "item" },
      element(
        "div",
        { class: "ratings" },
        ratings.map((asked) => {
          const lead = element("div", { class: "previous", id: `previous-${asked.field}` });
          this.previous.set(asked, lead);
          return this.#add(this.#question(asked, { detail: item.static ? t("static") : null, lead }));
        }),
      ),
      beside.length ? element("div", { class: "marks", role: "group", "aria-label": item.display }, beside) : "",
    );
  }

  #part(part, heading, hint) {
    const asked = this.asked.questions.filter((candidate) => candidate.part === part);
    return asked.length
      ? this.#section(t(heading), [
          hint ? element("p", { class: "hint" }, t(hint)) : "",
          asked.map((candidate) => this.#add(this.#question(candidate))),
        ])
      : "";
  }

  #section(heading, ...content) {
    return element("section", {}, element("h2", {}, heading), ...content);
  }

  #buttons() {
    // Enter in a field saves by the first button: a draft, which commits to nothing.
    return this.#recorded?.status === "COMPLETE"
      ? element("button", { class: "first", value: "COMPLETE" }, t("saveAmendment"))
      : [
          element("button", { value: "DRAFT" }, t("saveDraft")),
          element("button", { class: "first", value: "COMPLETE" }, t("saveComplete")),
        ];
  }

  // While it is filled in

  #changed() {
    const items = new Set(this.asked.items.map((item) => item.code));
    const open = new Set(
      this.asked.questions
        .filter((asked) => asked.item && asked.required && !values(this.#field(asked.field).read()).length)
        .map((asked) => asked.item),
    );
    this.progress.textContent = t("rated", items.size - open.size, items.size);
    this.#showPrevious();
  }

  #field(name) {
    return this.fields.find((field) => field.name === name);
  }

  /** A second rating is independent only if it is made without reading the first. */
  #showPrevious() {
    const role = this.#field("raterRole")?.read();
    const date = this.#field("date").read() ?? "9999";
    const earlier = this.earlier
      .filter((before) => day(before.date) <= date)
      .slice(-EARLIER)
      .reverse();
    const shown = role && role !== "INDEPENDENT" && earlier.length > 0;
    const said = !role ? "previousOnceRole" : shown ? "previousShown" : "previousHidden";
    this.previousSaid.textContent = !this.earlierVisible ? t("notVisible") : earlier.length === 0 ? "" : t(said);
    const context = this.#field("context")?.read();
    for (const [asked, slot] of this.previous) {
      slot.replaceChildren(
        ...(shown ? earlier : []).map((before) =>
          element(
            "p",
            {},
            element("span", {}, readableDay(before.date, "short")),
            " ",
            element(
              "span",
              {},
              element("b", {}, readable(asked, answer(before, asked.field)) ?? t("notStated")),
              before.context === context
                ? ""
                : ` (${readable(question(this.asked, "context"), answer(before, "context")) ?? t("notStated")})`,
            ),
          ),
        ),
        shown && this.#differsThoughStatic(asked, earlier)
          ? element("p", { class: "differs" }, t("staticDiffers"))
          : "",
      );
    }
  }

  /** Whether a static item is rated otherwise than when it was last rated. */
  #differsThoughStatic(asked, earlier) {
    const rating = this.#field(asked.field).read();
    const before = earlier.map((assessment) => answer(assessment, asked.field)).find((held) => held !== null);
    const item = this.asked.items.find((candidate) => candidate.code === asked.item);
    return item.static && rating !== null && before !== undefined && !same(rating, before);
  }

  // Saving

  async #submit(event) {
    event.preventDefault();
    const status = event.submitter?.value ?? this.#recorded?.status ?? "DRAFT";
    if (this.saving || this.#blame(this.#incomplete())) {
      return;
    }
    this.saving = true;
    this.#tell(t("saving"));
    try {
      await this.#save(status);
    } catch (refusal) {
      await this.#refused(refusal);
    } finally {
      this.saving = false;
    }
  }

  async #save(status) {
    const body = this.#changes();
    if (this.#recorded && Object.keys(body).length === 0 && status === this.#recorded.status) {
      this.#tell(t("nothingChanged"));
      return;
    }
    body.status = status;
    if (this.#recorded) {
      body.version = this.#recorded.version;
    } else {
      Object.assign(body, { patient: this.person, instrument: this.instrument });
    }
    this.#recorded = await api.save(this.assessment ?? null, body);
    this.assessment = this.#recorded.uuid;
    this.#clean = this.#entered();
    this.#blame({});
    const back = `#/person/${this.person}`;
    if (status === "COMPLETE") {
      this.dispatchEvent(new CustomEvent("smpr-done", { detail: { goTo: back, say: t("saved") } }));
    } else {
      this.dispatchEvent(new CustomEvent("smpr-moved", { detail: `${back}/amend/${this.assessment}` }));
      this.#tell(t("draftSaved", readableTime()));
    }
  }

  /** What differs from the record; null takes an answer away. */
  #changes() {
    const body = {};
    for (const field of this.fields) {
      const held = this.#recorded && field.recorded(this.#recorded);
      const entered = field.read();
      // Several answers in a faulty record stay until one is chosen.
      const leftOpen = entered === null && values(held).length > 1;
      if (!same(entered, held) && !leftOpen) {
        putAnswer(body, field.name, values(entered).length ? entered : field.name === "raters" ? [] : null);
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
    } else if (!this.#blame(refusal.faults ?? {}, refusal.globalFaults)) {
      this.#tell(t("notSaved", refusal.message));
    }
  }

  /** Shows what somebody else has changed, and goes on from there. */
  async #compare() {
    const before = this.#recorded;
    const now = await api.assessment(this.assessment);
    for (const field of this.fields) {
      const theirs = field.recorded(now);
      const changed = !same(theirs, field.recorded(before)) && !same(theirs, field.read());
      field.note(changed ? t("meanwhile", field.words(theirs) || t("notStated")) : null);
    }
    this.#recorded = now;
  }

  /**
   * Shows what is wrong where it is wrong, and goes to the first.
   *
   * @returns {boolean} whether anything is wrong
   */
  #blame(faults, general = []) {
    const placed = this.fields.filter((field) => faults[field.name]);
    this.fields.forEach((field) => field.blame(faults[field.name] ?? []));
    const names = new Set(placed.map((field) => field.name));
    const elsewhere = Object.entries(faults).filter(([name]) => !names.has(name));
    const sentences = [...elsewhere.flatMap(([, said]) => said), ...general];
    const refused = placed.length + sentences.length > 0;
    if (refused) {
      this.#tellRefused(sentences);
      placed[0]?.focus();
    }
    return refused;
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

  #tell(sentence) {
    this.message.textContent = sentence;
    this.#unplaced = null;
  }
}

const isCoded = (asked) => asked.kind === "CODED";

customElements.define("smpr-assessment-form", AssessmentForm);
