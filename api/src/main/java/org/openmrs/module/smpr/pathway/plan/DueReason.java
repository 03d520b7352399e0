/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

/** Why an assessment that the plan wants is not due, or can be made no more. */
public enum DueReason {
    DIED,

    /** The episode had ended. */
    ENDED,

    /** The phase of care in which it is made was over. */
    PHASE_OVER,

    /** The window of the next wave with the same instrument had opened. */
    NEXT_WAVE,

    /** A second rating can no longer be near enough to the first. */
    TOO_FAR_APART,

    /** The episode ended in custody. */
    NEVER_RELEASED,

    /** The episode ended without the phase of care in which it is made. */
    NEVER_IN_PHASE,

    /** The person is not in the phase of care in which it is made. */
    NOT_IN_PHASE,

    NO_RELEASE_DAY,

    NO_END_DAY
}
