/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.LocalDate;
import lombok.Value;
import org.openmrs.module.smpr.pathway.plan.DueReason;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.pathway.plan.WaveDue;

/** How it stands with one instrument of one wave of a participant. */
@Value
public class WaveState {

    /** The codes of what is made within the window, and out of it. */
    public static final String DONE = "DONE";

    public static final String DONE_OUTSIDE = "DONE_OUTSIDE";

    /** The code of the wave. */
    String wave;

    /** The code of the instrument. */
    String instrument;

    /** Whether it is the independent second rating. */
    boolean second;

    DueStatus status;

    /** Why it is not made; null where the status says it all. */
    DueReason reason;

    /** Null where it is not known. */
    LocalDate due;

    /** The day on which it was made; null where it was not. */
    LocalDate made;

    /** Whether that was within the window. */
    boolean inWindow;

    public boolean isDone() {
        return status == DueStatus.DONE;
    }

    static WaveState of(WaveDue due) {
        return new WaveState(
                due.getWave().getCode(),
                due.getInstrument(),
                due.isSecond(),
                due.getStatus(),
                due.getReason(),
                due.getDue(),
                due.getAssessment() == null ? null : due.getAssessment().getDay(),
                due.isInWindow());
    }
}
