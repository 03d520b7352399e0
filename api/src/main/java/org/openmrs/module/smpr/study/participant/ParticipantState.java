/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

/** How far somebody has come in the study. It follows from what is recorded, and is stored nowhere. */
public enum ParticipantState {
    /** Whether he can take part is not known yet. */
    CONSIDERED,
    /** A criterion speaks against it, or a bound of the plan. */
    NOT_ELIGIBLE,
    /** Every criterion is answered and met. */
    ELIGIBLE,
    /** He was told of the study, and is not included. */
    INFORMED,
    /** He said no. */
    OPPOSED_BEFORE_INCLUSION,
    INCLUDED,
    /** He was included, and nothing is collected from the day on which he opposed; what was until then is analysed. */
    STOPPED_COLLECTING,
    /** He was included, and is in no analysis and no export from the day on which he opposed. */
    STOPPED_USING
}
