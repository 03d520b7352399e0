/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.Wave;

/** How it stands with one instrument of one wave in one episode, on the day on which it was asked. */
@Value
@Builder(toBuilder = true)
public class WaveDue {

    Wave wave;

    /** The code of the instrument. */
    String instrument;

    /** Whether it is the independent second rating. */
    boolean second;

    DueStatus status;

    /** Null where the status says it all. */
    DueReason reason;

    /** The day on which it is due; null where that is not known. */
    LocalDate due;

    /** First and last day of the window; null where they are not known. */
    LocalDate from;

    LocalDate to;

    /** The first day on which it is overdue; null where it is not. */
    LocalDate overdueSince;

    /** The one that was made; null where none was. */
    MadeAssessment assessment;

    /** Whether that was made within the window. */
    boolean inWindow;

    WaveDue hiding(Set<String> hidden) {
        return assessment == null
                ? this
                : toBuilder().assessment(assessment.hiding(hidden)).build();
    }
}
