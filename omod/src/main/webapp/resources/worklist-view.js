/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { href, personAddress } from "./address.js";
import * as api from "./api.js";
import { choices, words } from "./codes.js";
import { recordContact } from "./contact-dialog.js";
import { daysBetween, plusDays, today } from "./days.js";
import { arrive, capitalized, element, entitle, unseen } from "./dom.js";
import { detail } from "./fields.js";
import { Names } from "./names.js";
import { pager } from "./pager.js";
import { may } from "./privileges.js";
import * as service from "./service-api.js";
import { readableDay, t } from "./strings.js";
import "./worklist-texts.js";

/** What was last asked for, so that the way back from a person leads to the same list. Kept in memory alone. */
let last = {};

/** What is due and overdue in the whole service, by urgency; each person's lines lead to his page, for whoever may read it. */
class Worklist extends HTMLElement {
  #startIndex = 0;
  #names = new Names();
  #providers = [];

  async connectedCallback() {
    await this.#begin();
    arrive(this);
  }

  translate() {
    return this.#begin();
  }

  async #begin() {
    entitle(this, t("worklist"));
    this.title1 = element("h1", { tabindex: "-1" }, t("worklist"));
    if (!may(this.session, "Get SMPR Worklist")) {
      this.replaceChildren(this.title1, element("p", {}, t("noPrivilege")));
      return;
    }
    this.#providers = await api.providers().catch(() => []);
    this.#draw();
    await this.#read();
  }

  #draw() {
    this.quick = element("div", { class: "row quick", role: "group", "aria-label": t("worklistQuick") });
    this.counts = element("p", { class: "counts", role: "status" });
    this.said = element("p", { role: "status", class: "recorded" });
    this.list = element("div", { class: "worklist" });
    this.form = element(
      "form",
      { class: "filters", onsubmit: (event) => event.preventDefault(), onchange: () => this.#filter() },
      this.#select("kind", choices("dueKind")),
      this.#select("status", [
        { code: "OVERDUE", display: t("worklistOverdue") },
        { code: "DUE", display: t("worklistDue") },
      ]),
      this.#select("phase", choices("phase")),
      this.#providers.length
        ? this.#select(
            "inCharge",
            this.#providers.map(({ uuid, display, person }) => ({ code: uuid, display: person?.display ?? display })),
          )
        : "",
      this.#dayInput("from"),
      this.#dayInput("to"),
    );
    const opened = Object.keys(last).some((name) => !["kind", "status"].includes(name));
    this.replaceChildren(
      this.title1,
      element("p", { class: "hint" }, t("worklistExplained", readableDay(today()))),
      this.quick,
      element("details", { class: "filter", open: opened }, element("summary", {}, t("worklistFilters")), this.form),
      this.counts,
      this.said,
      this.list,
    );
  }

  #select(name, offered) {
    return element(
      "div",
      { class: "field" },
      element("label", { for: `filter-${name}` }, t("worklistFilter")[name]),
      element(
        "select",
        { id: `filter-${name}`, name },
        element("option", { value: "" }, t("worklistAny")),
        offered.map(({ code, display }) =>
          element("option", { value: code, selected: last[name] === code }, capitalized(display)),
        ),
      ),
    );
  }

  #dayInput(name) {
    return element(
      "div",
      { class: "field" },
      element("label", { for: `filter-${name}` }, t("worklistFilter")[name]),
      element("input", { id: `filter-${name}`, name, type: "date", value: last[name] ?? "" }),
    );
  }

  /** The ways in which the list is read most often, each a tap. */
  #drawQuick() {
    const day = today();
    const me = this.session.currentProvider?.uuid;
    const ways = [
      [t("quickAll"), {}],
      [t("worklistOverdue"), { status: "OVERDUE" }],
      [t("quickLeaving"), { kind: "RELEASE", from: day, to: plusDays(day, 7) }],
      [t("quickUnseen"), { kind: "CONTACT" }],
      ...(me ? [[t("quickMine"), { inCharge: me }]] : []),
    ];
    this.quick.replaceChildren(
      ...ways.map(([name, filters]) =>
        element(
          "button",
          {
            type: "button",
            "aria-pressed": String(JSON.stringify(filters) === JSON.stringify(last)),
            onclick: () => this.#show(filters),
          },
          name,
        ),
      ),
    );
  }

  #show(filters) {
    last = filters;
    const pressed = [...this.quick.children].indexOf(this.getRootNode().activeElement);
    for (const control of this.form.elements) {
      control.value = filters[control.name] ?? "";
    }
    this.#startIndex = 0;
    const read = this.#read();
    this.quick.children[pressed]?.focus();
    return read;
  }

  #filter() {
    last = Object.fromEntries(
      [...this.form.elements].filter(({ name, value }) => name && value).map(({ name, value }) => [name, value]),
    );
    this.#startIndex = 0;
    this.#read();
  }

  async #read() {
    const asked = last;
    this.#drawQuick();
    this.counts.textContent = t("loading");
    this.said.replaceChildren();
    let read;
    try {
      read = await service.worklist(asked, this.#startIndex);
      await this.#names.read(read.results.map((row) => row.patient.uuid));
    } catch (refusal) {
      this.counts.textContent = [refusal.message, ...Object.values(refusal.faults ?? {}).flat()].join(" ");
      this.list.replaceChildren();
      return;
    }
    if (asked !== last) {
      return;
    }
    this.#drawCounts(read.counts);
    this.list.replaceChildren(
      ...this.#groups(read.results),
      pager(read, this.#startIndex, read.counts.total, async (startIndex) => {
        this.#startIndex = startIndex;
        await this.#read();
        this.title1.focus();
      }),
    );
  }

  /**
   * What was due of him may be done, and is read anew.
   *
   * @returns {Promise<Element>} where it is told that a contact is recorded: at his line, or above where he has none any more
   */
  async #recorded(patient, name) {
    await this.#read();
    const line = this.list.querySelector(`[data-patient="${patient}"]`);
    if (line) {
      line.querySelector("button").focus();
      return line.querySelector(".recorded");
    }
    const told = element("span", {});
    this.said.replaceChildren(element("b", {}, name), t("colon"), told);
    this.title1.focus();
    return told;
  }

  #drawCounts({ total, byStatus, byKind, byPhase }) {
    const each = (counts, name) =>
      Object.entries(counts)
        .map(([code, n]) => `${name(code)}${t("colon")}${n}`)
        .join(" · ");
    this.counts.replaceChildren(
      ...(total === 0
        ? [last.kind === "CONTACT" ? t("nobodyUnseen") : t("nothingDue")]
        : [
            element("b", {}, t("countsOf", byStatus.OVERDUE ?? 0, byStatus.DUE ?? 0)),
            element(
              "span",
              { class: "second" },
              each(byKind, (code) => capitalized(words("dueKind", code))),
            ),
            element(
              "span",
              { class: "second" },
              each(byPhase, (code) => capitalized(code ? words("phase", code) : t("phaseNone"))),
            ),
          ]),
    );
  }

  /** Overdue first, as the server gives them; lines of one person that follow each other are told of him once. */
  #groups(rows) {
    return ["OVERDUE", "DUE"].map((status) => {
      const people = [];
      for (const row of rows.filter((each) => each.status.code === status)) {
        const before = people[people.length - 1];
        if (before?.[0].patient.uuid === row.patient.uuid) {
          before.push(row);
        } else {
          people.push([row]);
        }
      }
      return people.length
        ? element(
            "section",
            { class: status === "OVERDUE" ? "overdue" : null },
            element("h2", {}, status === "OVERDUE" ? t("worklistOverdue") : t("worklistDue")),
            element(
              "ul",
              { class: "lines" },
              people.map((theirs) => this.#person(theirs)),
            ),
          )
        : "";
    });
  }

  #person(rows) {
    const [{ patient, phase, inCharge }] = rows;
    const { name, identifier } = this.#names.of(patient.uuid);
    const said = element("p", { role: "status", class: "recorded" });
    const readsPerson = may(this.session, "Get SMPR Assessments") || may(this.session, "Get SMPR Pathway");
    const charts = may(this.session, "Manage SMPR Pathway") && may(this.session, "Get SMPR Pathway");
    return element(
      "li",
      { "data-patient": patient.uuid },
      element(
        "div",
        { class: "whom" },
        readsPerson
          ? element("a", { href: href(personAddress(patient.uuid)), class: "name" }, name)
          : element("b", { class: "name" }, name),
        element("span", { class: "identifier" }, identifier),
        element("span", { class: "second" }, phase?.display ?? t("phaseNone")),
        element("span", { class: "second" }, inCharge ? t("inChargeIs", inCharge.display) : t("inChargeNone")),
      ),
      element(
        "ul",
        { class: "things" },
        things(rows).map((same) => element("li", {}, this.#thing(same))),
      ),
      charts
        ? element(
            "button",
            {
              type: "button",
              onclick: () =>
                recordContact(this, {
                  patient: patient.uuid,
                  name,
                  provider: this.session.currentProvider?.uuid,
                  said,
                  recorded: () => this.#recorded(patient.uuid, name),
                }),
            },
            t("contactRecord"),
            unseen(t("colon"), name),
          )
        : "",
      said,
    );
  }

  /** @param {Array} rows one, or those of several instruments of a wave that are due on the same day */
  #thing(rows) {
    const [{ kind, wave, from, to }] = rows;
    const instruments = rows.map(({ instrument }) => instrument?.display).filter(Boolean);
    return [
      element(
        "b",
        {},
        instruments.length ? `${instruments.join(", ")}${t("colon")}${wave.display}` : capitalized(kind.display),
      ),
      kind.code === "SECOND_RATING" ? detail(kind.display) : "",
      element("span", { class: "when" }, when(rows[0])),
      instruments.length && from !== to
        ? element("span", { class: "second" }, t("windowOf", readableDay(from, "short"), readableDay(to, "short")))
        : "",
    ];
  }
}

/** @returns {Array} the lines of a person, those of one wave that differ in their instrument alone together */
function things(rows) {
  const together = new Map();
  for (const row of rows) {
    const key = row.wave ? JSON.stringify([row.kind.code, row.wave.code, row.due, row.overdueSince]) : row.uuid;
    together.set(key, [...(together.get(key) ?? []), row]);
  }
  return [...together.values()];
}

/** @returns {string} when it is due, and how late that is, by what it is */
function when({ kind, status, due, to, overdueSince }) {
  const day = today();
  const late = overdueSince && daysBetween(overdueSince, day) + 1;
  if (kind.code === "CONTACT") {
    return t("brokenSince", readableDay(overdueSince ?? due), late ?? 0);
  }
  if (kind.code === "RELEASE" || kind.code === "END_OF_CARE") {
    return late ? t("plannedPast", readableDay(due), late) : t("plannedOn", readableDay(due), daysBetween(day, due));
  }
  if (status.code === "OVERDUE") {
    return t("overdueFor", readableDay(due), late);
  }
  return due < day
    ? t("dueSince", readableDay(due), readableDay(to))
    : t("dueIn", readableDay(due), daysBetween(day, due));
}

customElements.define("smpr-worklist-view", Worklist);
