/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.Set;
import lombok.Value;
import org.openmrs.module.smpr.outcome.HorizonStatus.Note;

/** Something that is an event since the index day, or may be one. */
@Value
class PossibleEvent {

    /** The first day since the index day that it can have been. */
    LocalDate earliest;

    LocalDate latest;

    /** Whether it was finally convicted. */
    boolean convicted;

    /** Why it may be none; empty where it is one. */
    Set<Note> doubts;

    /** @return whether it happened, until that day */
    boolean isSureUntil(LocalDate day) {
        return doubts.isEmpty() && !latest.isAfter(day);
    }

    /** @return whether it may have happened, until that day */
    boolean mayBeUntil(LocalDate day) {
        return !earliest.isAfter(day);
    }
}
