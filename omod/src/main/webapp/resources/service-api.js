/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { all, json, query } from "./api.js";

/** What the pages of the service ask of the REST API: worklist, places, outcome register, settings. */

/** As many lines as a list shows at once. */
export const PAGE = 25;

const page = (path, parameters) => json("GET", `${path}?${query({ limit: PAGE, ...parameters })}`);

/** @returns {Promise<Object>} `results`, `counts`, and `links` to what lies before and after */
export const worklist = (filters, startIndex) => page("smpr/worklist", { ...filters, startIndex });

/** @returns {Promise<Array>} units, with how many places are free today */
export const units = async () => (await json("GET", "smpr/unit?v=default&limit=100")).results;

/** @returns {Promise<Object>} a unit over those days; with every night of them where `nights` says so */
export const unit = (uuid, { from, to, nights = false }) =>
  json("GET", `smpr/unit/${uuid}?${query({ from, to, v: nights ? "full" : null })}`);

export const saveUnit = (uuid, body) => json("POST", uuid ? `smpr/unit/${uuid}` : "smpr/unit", { body });

export const retireUnit = (uuid, reason) => json("DELETE", `smpr/unit/${uuid}?${query({ reason })}`);

/** What is open of a unit: it has at most some more than its places, and its waiting list. */
export const placements = (unitUuid, ...statuses) =>
  all("smpr/placement", { unit: unitUuid, status: statuses.join(","), v: "default" });

export const savePlacement = (uuid, body) => json("POST", uuid ? `smpr/placement/${uuid}` : "smpr/placement", { body });

export const voidPlacement = (uuid, reason) => json("DELETE", `smpr/placement/${uuid}?${query({ reason })}`);

export const followUpsDue = (startIndex) => page("smpr/followup", { v: "default", startIndex });

export const followUp = (patient) => json("GET", `smpr/followup/${patient}?v=full`);

/** @param {string} sort `outcomeevent` or `followupcheck` */
export const saveEntry = (sort, uuid, body) => json("POST", uuid ? `smpr/${sort}/${uuid}` : `smpr/${sort}`, { body });

export const voidEntry = (sort, uuid, reason) => json("DELETE", `smpr/${sort}/${uuid}?${query({ reason })}`);

/** @returns {Promise<Object>} the settings in force; with `whole`, also the document as it was written, and every one before it */
export const site = async (whole = false) =>
  (await json("GET", `smpr/site?v=${whole ? "full" : "default"}`)).results[0] ?? {};

/** @param {Object} body `document`, `kind`, and `check` where nothing is to be changed yet */
export const postSite = (body) => json("POST", "smpr/site", { body });

/** @returns {boolean} whether a list goes on after this page of it */
export const goesOn = (list) => Boolean(list.links?.some((link) => link.rel === "next"));
