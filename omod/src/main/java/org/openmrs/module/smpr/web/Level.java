/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

/** How much of a thing is shown; each level has everything that those before it have. */
enum Level {
    REF,
    DEFAULT,
    FULL
}
