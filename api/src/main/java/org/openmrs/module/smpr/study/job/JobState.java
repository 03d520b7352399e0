/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

/** How far a job is. */
public enum JobState {
    /** Asked for, and taken up by no node yet. */
    WAITING,
    RUNNING,
    DONE,
    /** It came to no good end, or was given up: {@link Job#getReason()} says why. */
    FAILED,
    /** Given up because somebody asked for that, or withdrawn, also after it was done: then {@link Job#getReason()} says why. */
    CANCELLED;

    /** @return whether nothing more becomes of it */
    public boolean isEnded() {
        return this != WAITING && this != RUNNING;
    }
}
