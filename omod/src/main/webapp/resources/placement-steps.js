/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import "./board-texts.js";
import { choices } from "./codes.js";
import { today } from "./days.js";
import { capitalized, element } from "./dom.js";
import { askFor, askReason } from "./form-dialog.js";
import { personField } from "./person-field.js";
import * as service from "./service-api.js";
import { t } from "./strings.js";

/** What can be asked at a step of a placement, by the server's names. */
const ASKED = {
  from: () => ({ field: "from", kind: "DATE", display: t("stayFrom"), required: true, usual: today() }),
  plannedEnd: () => ({ field: "plannedEnd", kind: "DATE", display: t("stayUntil"), hint: t("stayUntilHint") }),
  enteredOn: () => ({ field: "enteredOn", kind: "DATE", display: t("placeEnteredOn"), required: true, usual: today() }),
  leftOn: () => ({ field: "leftOn", kind: "DATE", display: t("placeLeftOn"), required: true, usual: today() }),
  leftBecause: () => ({
    field: "leftBecause",
    kind: "CODED",
    display: t("placeLeftBecause"),
    required: true,
    choices: named("leftBecause"),
  }),
  priority: () => ({
    field: "priority",
    kind: "CODED",
    display: t("placePriority"),
    required: true,
    usual: "NORMAL",
    choices: named("priority"),
  }),
  priorityReason: () => ({
    field: "priorityReason",
    kind: "TEXT",
    display: t("priorityReason"),
    required: true,
    notAskedWhere: { priority: ["NORMAL"] },
  }),
  requestedOn: () => ({
    field: "requestedOn",
    kind: "DATE",
    display: t("requestedDay"),
    hint: t("todayElse"),
    more: true,
  }),
  offeredOn: () => ({ field: "offeredOn", kind: "DATE", display: t("offeredDay"), hint: t("todayElse"), more: true }),
  reservedOn: () => ({
    field: "reservedOn",
    kind: "DATE",
    display: t("reservedDay"),
    hint: t("todayElse"),
    more: true,
  }),
  endedOn: () => ({ field: "endedOn", kind: "DATE", display: t("endedDay"), hint: t("todayElse"), more: true }),
  reason: () => ({ field: "reason", kind: "TEXT", display: t("placeWhy"), required: true }),
  remark: () => ({ field: "reason", kind: "TEXT", display: t("placeWhy") }),
};

/** The steps that each status is followed by: what is asked, and which status follows. The first ones are taken most often. */
const STEPS = {
  WAITING: [
    { step: "offer", status: "OFFERED", asks: ["from", "plannedEnd", "offeredOn"], first: true },
    { step: "prioritize", asks: ["priority", "priorityReason"], keeps: ["priority", "priorityReason"] },
    { step: "refuse", status: "REFUSED", asks: ["reason", "endedOn"] },
    { step: "withdraw", status: "WITHDRAWN", asks: ["reason", "endedOn"] },
  ],
  OFFERED: [
    {
      step: "reserve",
      status: "RESERVED",
      asks: ["from", "plannedEnd", "reservedOn"],
      keeps: ["from", "plannedEnd"],
      first: true,
    },
    { step: "decline", status: "DECLINED", asks: ["reason", "endedOn"], first: true },
    { step: "changeOffer", asks: ["from", "plannedEnd"], keeps: ["from", "plannedEnd"] },
    { step: "waitAgain", status: "WAITING", asks: [] },
    { step: "refuse", status: "REFUSED", asks: ["reason", "endedOn"] },
    { step: "withdraw", status: "WITHDRAWN", asks: ["reason", "endedOn"] },
  ],
  RESERVED: [
    { step: "enter", status: "ENTERED", asks: ["enteredOn", "plannedEnd"], keeps: ["plannedEnd"], first: true },
    { step: "changeDays", asks: ["from", "plannedEnd"], keeps: ["from", "plannedEnd"] },
    { step: "decline", status: "DECLINED", asks: ["reason", "endedOn"] },
    { step: "refuse", status: "REFUSED", asks: ["reason", "endedOn"] },
    { step: "withdraw", status: "WITHDRAWN", asks: ["reason", "endedOn"] },
  ],
  ENTERED: [
    { step: "leave", status: "LEFT", asks: ["leftOn", "leftBecause", "remark"], first: true },
    { step: "extend", asks: ["plannedEnd"], keeps: ["plannedEnd"], first: true },
  ],
};

const named = (list) => choices(list).map((choice) => ({ ...choice, display: capitalized(choice.display) }));

/**
 * @param {Element} over where the windows are opened from
 * @param {Function} after called with the placement as it is then; with nothing where it was voided
 * @param {Function} refused called with what the server refuses
 * @returns {Array} what can be done with a placement: `{words, act, first}`
 */
export function stepsOf(over, placement, name, after, refused) {
  const steps = (STEPS[placement.status.code] ?? []).map((step) => ({
    words: t("placeStep")[step.step],
    first: step.first,
    act: () => take(over, placement, name, step, {}, after, refused),
  }));
  const takeAway = () =>
    askReason(over, {
      title: t("placeStepOf", t("placeStep").void, name),
      lead: t("placeStepExplained").void,
      confirm: t("placeStep").voidConfirm,
      send: (reason) => service.voidPlacement(placement.uuid, reason),
      after: () => after(),
    });
  return [...steps, { words: t("placeStep").void, act: takeAway, first: false }];
}

/** Offers a place to one who waits. @param {Object} known the first day, and the planned end, where they are known */
export const offerTo = (over, placement, name, known, after, refused) =>
  take(over, placement, name, STEPS.WAITING[0], known, after, refused);

/** Asks what a step takes, with what is known of it, and takes it. */
function take(over, placement, name, { step, status, asks, keeps = [] }, known, after, refused) {
  const explained = t("placeStepExplained")[step];
  askFor(over, {
    title: t("placeStepOf", t("placeStep")[step], name),
    lead: explained ? [element("p", { class: "hint" }, explained)] : [],
    questions: asks.map((asked) => ({ ...ASKED[asked](), ...(known[asked] && { usual: known[asked] }) })),
    held: Object.fromEntries(keeps.map((field) => [field, placement[field]?.code ?? placement[field] ?? null])),
    buttons: [{ words: t("recordIt"), answers: { ...(status && { status }), version: placement.version } }],
    send: (body) => service.savePlacement(placement.uuid, body),
    after,
    refused,
  });
}

/**
 * Asks for a place for somebody: to wait for one, to have it offered or reserved, or one who lives there already.
 *
 * @param {Object} known the first day, and the planned end, where they are known
 */
export function newPlacement(over, unit, known, after) {
  const status = known.from ? "OFFERED" : "WAITING";
  askFor(over, {
    title: t("placeRequestIn", unit.display),
    questions: [
      { field: "patient", control: personField("patient") },
      {
        field: "status",
        kind: "CODED",
        display: t("placeBegins"),
        required: true,
        usual: status,
        choices: ["WAITING", "OFFERED", "RESERVED", "ENTERED"].map((code) => ({
          code,
          display: t("placeBeginsWith")[code],
          offered: true,
        })),
      },
      { ...ASKED.priority() },
      { ...ASKED.priorityReason() },
      { ...ASKED.from(), usual: known.from, notAskedWhere: { status: ["WAITING", "ENTERED"] } },
      { ...ASKED.enteredOn(), notAskedWhere: { status: ["WAITING", "OFFERED", "RESERVED"] } },
      { ...ASKED.plannedEnd(), usual: known.plannedEnd, notAskedWhere: { status: ["WAITING"] } },
      { ...ASKED.requestedOn() },
    ],
    buttons: [{ words: t("recordIt"), answers: { unit: unit.uuid } }],
    send: (body) => service.savePlacement(null, body),
    after,
  });
}
