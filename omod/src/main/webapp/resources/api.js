/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import { language, t } from "./strings.js";

/** The REST API of the OpenMRS that served this file, whatever its context path, and whoever's page it is used on. */
const REST = new URL("../../ws/rest/v1/", import.meta.url).pathname;

/** What the server did not do, and why. */
export class Refusal extends Error {
  /**
   * @param {number} status the HTTP status; 0 where the server was not reached
   * @param {Object} error the REST module's `error`, where there is one
   */
  constructor(status, error = {}) {
    super(sentence(status, error));
    this.status = status;
    /** Sentences by field: `{"ratings.05": ["…"]}`. */
    this.faults = Object.fromEntries(
      Object.entries(error.fieldErrors ?? {}).map(([field, faults]) => [field, faults.map((fault) => fault.message)]),
    );
    /** Sentences that belong to no field. */
    this.globalFaults = (error.globalErrors ?? []).map((fault) => fault.message);
    /** What the server itself says, in the session's language; of a unit that is full, the day from which a place is free. */
    this.said = error.message ?? this.message;
    this.freeFrom = error.freeFrom ?? null;
  }
}

/** Only of a 400 does the server's own sentence help; the others' can be technical. */
function sentence(status, error) {
  const known = { 0: "unreachable", 401: "signedOut", 403: "notAllowed", 404: "notFound", 409: "changedMeanwhile" };
  return status === 400 ? error.message : t(known[status] ?? "serverFailed");
}

async function request(method, path, { body, headers } = {}) {
  let answer;
  try {
    answer = await fetch(REST + path, {
      method,
      cache: "no-store",
      headers: {
        Accept: "application/json",
        "Accept-Language": language(),
        // Keeps the browser from opening its own sign-in window over the page.
        "Disable-WWW-Authenticate": "true",
        ...(body && { "Content-Type": "application/json" }),
        ...headers,
      },
      body: body && JSON.stringify(body),
    });
  } catch {
    throw new Refusal(0);
  }
  if (!answer.ok) {
    if (answer.status === 401) {
      document.dispatchEvent(new Event("smpr-signed-out"));
    }
    throw new Refusal(answer.status, (await answer.json().catch(() => ({}))).error);
  }
  return answer;
}

/** @returns what the server answers, as an object; null where it answers nothing. Throws a {@link Refusal}. */
export async function json(method, path, options) {
  const answer = await request(method, path, options);
  return answer.status === 204 ? null : answer.json();
}

/** @returns {URLSearchParams} the parameters of a request, without those that are null or undefined */
export const query = (parameters) =>
  new URLSearchParams(Object.entries(parameters).filter(([, value]) => value !== null && value !== undefined));

/** @returns the session: `authenticated`, and when it is, `user`, `locale`, `currentProvider`, `sessionLocation` */
export const session = () => json("GET", "session");

/** @returns the session; a wrong name or password is no error, but leaves it not authenticated */
export function signIn(username, password) {
  const bytes = new TextEncoder().encode(`${username}:${password}`);
  return json("GET", "session", { headers: { Authorization: `Basic ${btoa(String.fromCharCode(...bytes))}` } });
}

export const signOut = () => request("DELETE", "session");

/** The server's labels and sentences follow the session, not the request. */
export const speak = (locale) => json("POST", "session", { body: { locale } });

const PERSON = "uuid,identifiers:(identifier,preferred),person:(display,gender,age,birthdate,dead)";

export const people = async (words, limit) =>
  (await json("GET", `patient?${query({ q: words, v: `custom:(${PERSON})`, limit })}`)).results;

export const person = (uuid) => json("GET", `patient/${uuid}?v=custom:(${PERSON})`);

/** @returns the instruments of this site, in the order in which they are shown: `code`, `display` */
export const instruments = async () => (await json("GET", "smpr/instrument?v=custom:(code,display)")).results;

export const instrument = (code) => json("GET", `smpr/instrument/${code}`);

export const trajectory = (patient, code) => json("GET", `smpr/trajectory/${patient}?${query({ instrument: code })}`);

/** Where the report to be printed stands: a document of its own, which the session's cookie opens. */
export const report = (patient) => `${REST}smpr/trajectory/${encodeURIComponent(patient)}/report`;

/** @returns {Promise<string>} the drawing of one instrument, of everything where `code` is null: an SVG document */
export const chart = async (patient, code, width) =>
  (
    await request("GET", `smpr/trajectory/${patient}/chart?${query({ instrument: code, width })}`, {
      headers: { Accept: "image/svg+xml, application/json" },
    })
  ).text();

/** @returns {Promise<string>} a document of the server's, as it is */
export const text = async (path, type) =>
  (await request("GET", path, { headers: { Accept: `${type}, application/json` } })).text();

/** @returns {Promise<ArrayBuffer>} */
export const bytes = async (path) =>
  (await request("GET", path, { headers: { Accept: "application/octet-stream, application/json" } })).arrayBuffer();

/** Where a document of the server's stands, which the session's cookie opens. */
export const addressOf = (path) => REST + path;

export const assessment = (uuid) => json("GET", `smpr/assessment/${uuid}`);

/** @returns the assessment with who charted it and when: `auditInfo` */
export const assessmentInFull = (uuid) => json("GET", `smpr/assessment/${uuid}?v=full`);

/** @returns every change of an assessment after it was first charted, in order of time */
export const history = async (uuid) => (await json("GET", `smpr/assessment/${uuid}?v=custom:(history)`)).history;

/** @param uuid of the assessment to amend; null for a new one */
export const save = (uuid, body) => json("POST", uuid ? `smpr/assessment/${uuid}` : "smpr/assessment", { body });

export const voidAssessment = (uuid, reason) => request("DELETE", `smpr/assessment/${uuid}?${query({ reason })}`);

/** The REST module takes this `false` as a text alone. */
export const unvoidAssessment = (uuid) => json("POST", `smpr/assessment/${uuid}`, { body: { deleted: "false" } });

/** As many pages as are read of a list, at most. */
const MOST_PAGES = 20;

/** @returns {Promise<Array>} everything in a list of the server, page after page */
export async function all(resource, parameters) {
  const found = [];
  let page = `?${query({ ...parameters, limit: 100 })}`;
  for (let read = 0; page && read < MOST_PAGES; read++) {
    const { results, links } = await json("GET", resource + page);
    found.push(...results);
    // Only its parameters: it can name a host by which the server knows itself and the browser does not.
    const next = links?.find((link) => link.rel === "next")?.uri;
    page = next && new URL(next, location.href).search;
  }
  return found;
}

/** What a page can do without: an empty list where the user may not see them. */
async function optional(resource, parameters) {
  try {
    return await all(resource, parameters);
  } catch (refusal) {
    if (refusal.status === 403) {
      return [];
    }
    throw refusal;
  }
}

export const locations = () => optional("location", { v: "custom:(uuid,display)" });

export const providers = () => optional("provider", { v: "custom:(uuid,display,person:(display))" });
