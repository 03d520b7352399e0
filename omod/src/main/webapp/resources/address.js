/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

/** Where the page stands on this server, whoever shows this part of it. */
const PAGE = new URL("index.html", import.meta.url).href;

/** @returns {string} what a link to a place of the page has as its target: `#/person/…` */
export const href = (address) => PAGE + address;

/** @returns {string} the address of a place in the page that a link leads to; null where it leads elsewhere */
export const addressOf = (target) => (target?.startsWith(`${PAGE}#/`) ? target.slice(PAGE.length) : null);

/** @returns {string} the address of a person's page, and of what stands below it */
export const personAddress = (person, ...below) => ["#/person", person, ...below].join("/");
