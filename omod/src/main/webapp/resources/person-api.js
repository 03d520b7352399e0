/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { all, json, query } from "./api.js";

/** @returns the whole trajectory of a person */
export const wholeTrajectory = (patient) => json("GET", `smpr/trajectory/${patient}`);

/** @returns {Promise<Array>} by instrument, what changed between two assessments of one of them */
export const comparisons = async (patient, from, to) =>
  (
    await json(
      "GET",
      `smpr/trajectory/${patient}?${query({ compare: `${from},${to}`, v: "custom:(instruments:(code,comparisons))" })}`,
    )
  ).instruments;

/** @returns {Promise<Array>} the episodes of care, in order of their beginning */
export const episodes = (patient) => all("smpr/episode", { patient, v: "default" });

/** @param uuid of the episode to change; null to begin one */
export const saveEpisode = (uuid, body) => json("POST", uuid ? `smpr/episode/${uuid}` : "smpr/episode", { body });

export const voidEpisode = (uuid, reason) => json("DELETE", `smpr/episode/${uuid}?${query({ reason })}`);

/** What is charted of the care delivered: where it stands in REST, and the code of its questions. */
export const CARE = { contact: "CONTACT", action: "ACTION", relay: "RELAY" };

/** @param {string} kind one of {@link CARE}; @returns {Promise<Array>} in order of their days */
export const records = (kind, patient) => all(`smpr/${kind}`, { patient, v: "default" });

/** @returns what is asked of a record, in the language of the session */
export const recordType = (code) => json("GET", `smpr/recordtype/${code}`);

/** @param uuid of the record to change; null for a new one */
export const saveRecord = (kind, uuid, body) => json("POST", uuid ? `smpr/${kind}/${uuid}` : `smpr/${kind}`, { body });

export const voidRecord = (kind, uuid, reason) => json("DELETE", `smpr/${kind}/${uuid}?${query({ reason })}`);

export const fileSummary = (body) => json("POST", "smpr/summary", { body });
