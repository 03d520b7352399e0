/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { may } from "./privileges.js";
import "./person-search.js";
import "./person-view.js";
import "./instrument-view.js";
import "./assessment-form.js";
import "./due-view.js";
import "./worklist-view.js";
import "./board-view.js";
import "./outcomes-view.js";
import "./study-view.js";
import "./settings-view.js";

/**
 * The places that the header leads to: `path` in the address (`#/worklist`), the name of the `text` that they are called by, the element
 * that is shown there, the privilege that it `needs`, and the `notice` at its foot where it is no document of care.
 */
const PLACES = [
  { path: "", text: "placeSearch", view: "smpr-person-search", needs: "Get Patients" },
  { path: "worklist", text: "placeWorklist", view: "smpr-worklist-view", needs: "Get SMPR Worklist" },
  { path: "board", text: "placeBoard", view: "smpr-board-view", needs: "Get SMPR Places" },
  { path: "outcomes", text: "placeOutcomes", view: "smpr-outcomes-view", needs: "Get SMPR Outcomes" },
  { path: "study", text: "placeStudy", view: "smpr-study-view", needs: "Get SMPR Study", notice: "noticeStudy" },
  { path: "settings", text: "placeSettings", view: "smpr-settings-view", needs: "Get SMPR Settings" },
];

/** @returns {Array} the places that the user may go to: `path`, `text` */
export const placesOf = (session) => PLACES.filter(({ needs }) => may(session, needs));

/** What is not an instrument where one can stand in the address. */
const ACTS = ["new", "amend"];

/**
 * @param {string} address `#/`, `#/worklist`, `#/due/{uuid}`, `#/person/{uuid}`, `#/person/{uuid}/{instrument}`, `…/{instrument}/new`,
 *     `…/{instrument}/amend/{assessment}`
 * @returns {Object} the `view` there (an element's name), `given` (what is set on it), and which `path` and privilege (`needs`) it belongs to, and its `notice`
 */
export function placeAt(address) {
  const [, path = "", ...rest] = address.split("/").map(decodeURIComponent);
  if (path === "person" && rest[0]) {
    return personPlace(rest);
  }
  if (path === "due" && rest[0]) {
    return { view: "smpr-due-view", path, given: { person: rest[0] } };
  }
  const place = PLACES.find((candidate) => candidate.path === path) ?? PLACES[0];
  return { ...place, given: { rest } };
}

function personPlace([person, ...rest]) {
  const instrument = ACTS.includes(rest[0]) ? undefined : rest.shift();
  const [act, assessment] = rest;
  const charts = act === "new" ? instrument : act === "amend" && assessment;
  const view = charts ? "smpr-assessment-form" : instrument ? "smpr-instrument-view" : "smpr-person-view";
  return { view, path: "person", given: { person, instrument, assessment } };
}
