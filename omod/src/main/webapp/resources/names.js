/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

import * as api from "./api.js";
import { identifier } from "./person-search.js";
import { t } from "./strings.js";

/** The names of people of whom a list has uuids alone; kept no longer than the page that shows them. */
export class Names {
  #known = new Map();

  /** Reads those that are not known yet; one that the user may not see is no failure. */
  async read(uuids) {
    await Promise.all(
      [...new Set(uuids)]
        .filter((uuid) => !this.#known.has(uuid))
        .map(async (uuid) => {
          try {
            const person = await api.person(uuid);
            this.#known.set(uuid, { name: person.person.display, identifier: identifier(person) });
          } catch (refusal) {
            if (![403, 404].includes(refusal.status)) {
              throw refusal;
            }
          }
        }),
    );
  }

  /** @returns {Object} `name` and `identifier` */
  of(uuid) {
    return this.#known.get(uuid) ?? { name: t("nameNotVisible"), identifier: "" };
  }
}
