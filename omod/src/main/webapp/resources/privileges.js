/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */

/** Who has this role may everything. */
const SUPER_USER = "System Developer";

/** @returns {boolean} whether the user of a session has the privilege; the server decides in any case */
export function may(session, privilege) {
  const { privileges = [], roles = [] } = session?.user ?? {};
  return privileges.some(({ name }) => name === privilege) || roles.some(({ name }) => name === SUPER_USER);
}
