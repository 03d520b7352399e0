/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { href, personAddress } from "./address.js";
import { calendar, staysIn } from "./board-calendar.js";
import { askForDays } from "./board-ask.js";
import "./board-texts.js";
import { monday, plusDays, today } from "./days.js";
import { foldedUntilRead } from "./dialogs.js";
import { arrive, element, entitle, unseen } from "./dom.js";
import { askReason } from "./form-dialog.js";
import { Names } from "./names.js";
import { newPlacement, offerTo, stepsOf } from "./placement-steps.js";
import { may } from "./privileges.js";
import * as service from "./service-api.js";
import { readableDay, t } from "./strings.js";
import { editUnit } from "./unit-dialog.js";

const OPEN = ["WAITING", "OFFERED", "RESERVED", "ENTERED"];

const ENDED = ["LEFT", "DECLINED", "REFUSED", "WITHDRAWN"];

/** So many weeks are drawn where nothing else is chosen. */
const WEEKS = 12;

/** So many weeks further with one press. */
const STEP = 4;

/** The unit last looked at. Kept in memory alone. */
let last = null;

/** A flat-share: who lives there, who is to come, who waits; and whether somebody can come on a day. */
class Board extends HTMLElement {
  #names = new Names();
  #from = monday(today());
  #weeks = WEEKS;

  /** The unit and the placements that are shown. */
  #shown = null;

  async connectedCallback() {
    last = this.rest?.[0] || last;
    await this.#begin();
    arrive(this);
  }

  translate() {
    return this.#begin();
  }

  async #begin() {
    entitle(this, t("board"));
    this.title1 = element("h1", { tabindex: "-1" }, t("board"));
    if (!may(this.session, "Get SMPR Places")) {
      this.replaceChildren(this.title1, element("p", {}, t("noPrivilege")));
      return;
    }
    this.said = element("p", { role: "status", class: "recorded" });
    this.content = element("div", {}, element("p", {}, t("loading")));
    this.replaceChildren(this.title1, this.said, this.content);
    await this.#read();
  }

  get #manages() {
    return may(this.session, "Manage SMPR Places");
  }

  async #read() {
    try {
      const units = await service.units();
      const chosen = units.find(({ uuid }) => uuid === last) ?? units[0];
      last = chosen?.uuid ?? null;
      if (!chosen) {
        this.content.replaceChildren(element("p", {}, t("unitNone")), this.#setUp());
        return;
      }
      const placements = await service.placements(chosen.uuid, ...OPEN, "LEFT");
      await this.#names.read(
        placements.filter(({ status }) => OPEN.includes(status.code)).map(({ patient }) => patient.uuid),
      );
      this.#draw(units, chosen, placements);
      await this.#drawWeeks();
    } catch (refusal) {
      this.content.replaceChildren(element("p", { class: "fault", role: "alert" }, refusal.message));
    }
  }

  /** Reads anew after something was recorded; what there is to say of it stays. */
  async #recorded(sentence) {
    this.said.textContent = sentence;
    await this.#read();
    this.title1.focus();
  }

  #draw(units, unit, placements) {
    this.weeks = element("div", {}, element("p", {}, t("loading")));
    this.#shown = { unit, placements };
    const of = (...statuses) => placements.filter(({ status }) => statuses.includes(status.code));
    const waiting = of("WAITING");
    this.content.replaceChildren(
      this.#units(units, unit),
      this.#tonight(unit),
      element("section", { class: "asking" }, askForDays(unit, waiting, this.#nameOf, this.#chart(unit))),
      element("section", {}, element("h2", {}, t("boardCalendar")), this.#turn(), this.weeks),
      this.#section("waitingHeading", unit, waiting, "waitingNone", true),
      this.#section("toComeHeading", unit, of("RESERVED", "OFFERED"), "toComeNone"),
      this.#section("livingHeading", unit, of("ENTERED"), "livingNone"),
      this.#ended(unit),
    );
  }

  /** The weeks are turned by themselves: what else is asked on the board stays as it is. */
  async #drawWeeks() {
    const { unit, placements } = this.#shown;
    const [from, weeks] = [this.#from, this.#weeks];
    const end = plusDays(from, 7 * weeks);
    const stays = staysIn(placements, from, end);
    try {
      const [{ occupancy }] = await Promise.all([
        service.unit(unit.uuid, { from, to: end, nights: true }),
        this.#names.read(stays.map(({ placement }) => placement.patient.uuid)),
      ]);
      if (from === this.#from && weeks === this.#weeks) {
        this.weeks.replaceChildren(
          calendar(occupancy, from, weeks, stays, unit.today.overstaying, (placement) => this.#person(placement)),
        );
      }
    } catch (refusal) {
      this.weeks.replaceChildren(element("p", { class: "fault", role: "alert" }, refusal.message));
    }
  }

  #units(units, unit) {
    const choose = async (event) => {
      last = event.target.value;
      this.dispatchEvent(new CustomEvent("smpr-moved", { detail: `#/board/${last}` }));
      await this.#read();
      this.querySelector("#unit")?.focus();
    };
    return element(
      "div",
      { class: "row" },
      units.length > 1
        ? [
            element("label", { for: "unit" }, t("boardUnit")),
            element(
              "select",
              { id: "unit", onchange: choose },
              units.map(({ uuid, display }) =>
                element("option", { value: uuid, selected: uuid === unit.uuid }, display),
              ),
            ),
          ]
        : element("b", {}, unit.display),
      element("span", { class: "second" }, t("capacityIs", unit.capacity), " · ", unit.location?.display ?? ""),
      this.#setUp(unit),
    );
  }

  #setUp(unit) {
    if (!may(this.session, "Manage SMPR Settings")) {
      return "";
    }
    const after = () => this.#recorded(t("unitSaved"));
    const button = (words, act) => element("button", { type: "button", onclick: act }, words);
    return [
      unit ? button(t("unitChange"), () => editUnit(this, unit, after)) : "",
      button(t("unitAdd"), () => editUnit(this, null, after)),
      unit
        ? button(t("unitRetire"), () =>
            askReason(this, {
              title: t("unitRetireOf", unit.display),
              lead: t("unitRetireExplained"),
              confirm: t("unitRetireConfirm"),
              send: (reason) => service.retireUnit(unit.uuid, reason),
              after: () => this.#recorded(t("unitRetired")),
            }),
          )
        : "",
    ];
  }

  #tonight({ today: night, nextFreeDay, capacity }) {
    const over = night.living + night.overstaying + night.reserved - capacity;
    const number = (words, n) => element("div", {}, element("dt", {}, words), element("dd", {}, String(n)));
    return element(
      "section",
      { class: "latest tonight" },
      element("h2", {}, t("boardTonight", readableDay(night.night))),
      element(
        "dl",
        {},
        number(t("boardPlaces"), capacity),
        number(t("boardLiving"), night.living + night.overstaying),
        number(t("overstayingOfThem"), night.overstaying),
        number(t("reservedTonight"), night.reserved),
        number(t("boardFree"), night.free),
        element(
          "div",
          {},
          element("dt", {}, t("nextFree")),
          element("dd", {}, nextFreeDay ? readableDay(nextFreeDay) : t("nextFreeNone")),
        ),
      ),
      over > 0 ? element("p", { class: "warning" }, t("boardOver", over)) : "",
    );
  }

  #turn() {
    const go = (weeks) => () => {
      this.#from = plusDays(this.#from, 7 * weeks);
      this.#drawWeeks();
    };
    const now = () => {
      this.#from = monday(today());
      this.#drawWeeks();
    };
    const lengthen = (event) => {
      this.#weeks = Number(event.target.value);
      this.#drawWeeks();
    };
    return element(
      "div",
      { class: "row turn" },
      element("button", { type: "button", onclick: go(-STEP) }, t("weeksBack", STEP)),
      element("button", { type: "button", onclick: now }, t("weekThis")),
      element("button", { type: "button", onclick: go(STEP) }, t("weeksOn", STEP)),
      element("label", { for: "weeks" }, t("weeksShown")),
      element(
        "select",
        { id: "weeks", onchange: lengthen },
        [4, WEEKS, 26].map((n) => element("option", { value: n, selected: n === this.#weeks }, t("boardWeeks", n))),
      ),
    );
  }

  #nameOf = ({ patient }) => this.#names.of(patient.uuid).name;

  #person(placement) {
    const { name, identifier } = this.#names.of(placement.patient.uuid);
    const readsPerson = may(this.session, "Get SMPR Assessments") || may(this.session, "Get SMPR Pathway");
    return [
      readsPerson
        ? element("a", { href: href(personAddress(placement.patient.uuid)), class: "name" }, name)
        : element("b", { class: "name" }, name),
      " ",
      element("span", { class: "identifier" }, identifier),
      placement.patientVoided ? element("span", { class: "second" }, t("patientVoided")) : "",
    ];
  }

  #section(heading, unit, placements, none, requests = false) {
    return element(
      "section",
      {},
      element("h2", {}, t(heading, placements.length)),
      requests ? element("p", { class: "hint" }, t("waitingExplained")) : "",
      requests && this.#manages
        ? element(
            "p",
            {},
            element(
              "button",
              { type: "button", class: "first", onclick: () => this.#chart(unit).anew({}) },
              t("placeRequest"),
            ),
          )
        : "",
      placements.length
        ? element(
            requests ? "ol" : "ul",
            { class: "lines" },
            placements.map((placement) => this.#line(placement)),
          )
        : element("p", {}, t(none)),
    );
  }

  /** @returns {Object} opens the forms of new steps, with what is known of them; null where the user may take none */
  #chart(unit) {
    return this.#manages
      ? {
          anew: (known) => newPlacement(this, unit, known, (placement) => this.#recorded(placement.display)),
          offerTo: (placement, known) =>
            offerTo(this, placement, this.#nameOf(placement), known, this.#after(placement), this.#refused),
        }
      : null;
  }

  #after = (placement) => (saved) =>
    this.#recorded(saved ? `${this.#nameOf(placement)}${t("colon")}${saved.display}` : t("placeVoided"));

  /** What somebody else did meanwhile is shown behind the window that says so. */
  #refused = (refusal) => refusal.status === 409 && this.#read();

  #line(placement) {
    return element(
      "li",
      {},
      element("div", { class: "whom" }, this.#person(placement)),
      element("div", {}, facts(placement)),
      this.#manages
        ? element(
            "div",
            { class: "steps" },
            stepsOf(this, placement, this.#nameOf(placement), this.#after(placement), this.#refused).map(
              ({ words, act, first }) =>
                element(
                  "button",
                  { type: "button", class: first ? null : "quiet", onclick: act },
                  words,
                  unseen(t("colon"), this.#nameOf(placement)),
                ),
            ),
          )
        : "",
    );
  }

  /** Those of whom it is over. */
  #ended(unit) {
    return foldedUntilRead(t("endedHeading"), async () => {
      const placements = await service.placements(unit.uuid, ...ENDED);
      await this.#names.read(placements.map(({ patient }) => patient.uuid));
      return [
        placements.length
          ? element(
              "ul",
              { class: "lines" },
              placements.map((placement) => this.#line(placement)),
            )
          : element("p", {}, t("endedNone")),
      ];
    });
  }
}

/** @returns {Array} what is known of a placement, in words */
function facts(placement) {
  const { status, priority, priorityReason, from, plannedEnd, enteredOn, leftOn, leftBecause, endedOn, reason } =
    placement;
  const line = (words) => (words ? element("span", { class: "second" }, words) : "");
  const waits = status.code === "WAITING";
  const day = { OFFERED: from, RESERVED: from, ENTERED: enteredOn, LEFT: leftOn }[status.code] ?? endedOn;
  return [
    element(
      "b",
      {},
      waits
        ? t("waitsSince", readableDay(placement.requestedOn))
        : t("statusOn", status.display, readableDay(day), status.code),
    ),
    waits || priority.code !== "NORMAL" ? line(t("priorityIs", priority.display, priorityReason)) : "",
    ["OFFERED", "RESERVED", "ENTERED"].includes(status.code) && plannedEnd
      ? line(t("plannedUntil", readableDay(plannedEnd)))
      : "",
    placement.overstaying ? element("span", { class: "warning" }, t("placeOverstaying")) : "",
    waits ? "" : line(t("placeRequestedOn", readableDay(placement.requestedOn))),
    leftOn ? line(t("placeEntered", readableDay(enteredOn))) : "",
    leftBecause ? line(leftBecause.display) : "",
    reason ? line(t("placeBecause", reason)) : "",
  ];
}

customElements.define("smpr-board-view", Board);
