/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

/** What became of a request for a place in the flat-share. */
public enum PlaceOffer {
    /** Nobody asked for one. */
    NEVER_REQUESTED,
    /** One was asked for, and none offered: he waits, or the request was withdrawn or refused. */
    NOT_OFFERED,
    /** One was offered, and not entered: he declined, or it is still open. */
    NOT_ENTERED,
    DECLINED,
    ENTERED
}
