/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

/** How far a request for a place in the flat-share came; one that was entered was requested and offered too. */
public enum PlaceStep {
    REQUESTED,
    OFFERED,
    DECLINED,
    /** The service or the unit did not take him. */
    REFUSED,
    WITHDRAWN,
    ENTERED
}
