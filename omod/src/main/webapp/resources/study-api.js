/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { addressOf, all, bytes, json, query, text } from "./api.js";
import { PAGE } from "./service-api.js";

/** What the pages of the study ask of the REST API. */

/** @returns {Promise<Array>} every version of the plan of analysis, the newest first, each with its text */
export const plans = () => all("smpr/study/plan", { v: "full" });

/** @param {Object} body `document`, with `check` where nothing is to be frozen, else `inPlaceOf` */
export const postPlan = (body) => json("POST", "smpr/study/plan", { body });

/** @returns {Promise<string>} what an analysis finds, as the server writes it: an HTML document */
export const findings = (analysis) => text(`smpr/study/${analysis}?v=html`, "text/html");

const reportPath = (leave) => `smpr/study/report${leave ? "?leave=true" : ""}`;

/** Where the report stands, with small numbers or fit to leave the service. */
export const report = (leave) => addressOf(reportPath(leave));

/** Reads the report, and throws where it is refused: an address alone cannot say why. */
export const tryReport = (leave) => text(reportPath(leave), "text/html");

/** @returns {Promise<Object>} `results`, `totalCount`, and `links` to what lies before and after */
export const participants = (state, startIndex) =>
  json(
    "GET",
    `smpr/study/participant?${query({ state: state || null, v: "default", limit: PAGE, startIndex, totalCount: true })}`,
  );

/** @returns {Promise<Object|null>} what is recorded of the person for the study */
export const participantOf = async (patient) =>
  (await json("GET", `smpr/study/participant?${query({ patient, v: "default" })}`)).results[0] ?? null;

export const saveParticipant = (uuid, body) =>
  json("POST", uuid ? `smpr/study/participant/${uuid}` : "smpr/study/participant", { body });

/** @returns {Promise<Array>} the newest jobs of the user */
export const jobs = async () => (await json("GET", `smpr/study/job?${query({ v: "default", limit: 10 })}`)).results;

export const job = (uuid) => json("GET", `smpr/study/job/${uuid}`);

export const cancelJob = (uuid) => json("DELETE", `smpr/study/job/${uuid}`);

/** @returns {Promise<Object>} the job that makes it */
export const askExport = (texts) => json("POST", "smpr/study/export", { body: { texts } });

/** @param {Object} body `instrument`, `file` (its text), `dryRun` */
export const askImport = (body) => json("POST", "smpr/study/import", { body });

/** @returns {string} where an empty file of an instrument stands */
export const importTemplate = (instrument) => addressOf(`smpr/study/import/template?${query({ instrument })}`);

/** @returns {Promise<Blob>} the file that a job has made, part after part */
export async function jobFile({ uuid, file }, progress) {
  const parts = [];
  for (let number = 1; number <= file.parts; number++) {
    parts.push(await bytes(`smpr/study/job/${uuid}/part/${number}`));
    progress(number, file.parts);
  }
  return new Blob(parts, { type: file.mediaType });
}
