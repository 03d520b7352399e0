/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

/** How it stands with an assessment that the plan wants. */
public enum DueStatus {
    DONE,

    /** Its window is open. */
    DUE,

    /** Its window has closed, and it can still be made. */
    OVERDUE,

    /** It was due, and can be made no more. */
    MISSED,

    /** Its window will open, or the phase of care is still to come. */
    NOT_YET,

    /** It never came to be due, and can be made no more. */
    NOT_APPLICABLE,

    /** The day that it is counted from is not known. */
    NOT_DATED
}
