/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.Wave;

/** One thing that is due of a person, and nothing of what was charted of him. */
@Value
@Builder
public class WorklistRow {

    /** The same as long as the same thing is due. */
    String uuid;

    /** The uuid of the patient. */
    String patient;

    /** The uuid of the episode. */
    String episode;

    /** The code of the phase that the episode is in; null where no state says. */
    String phase;

    /** Null where nobody said. */
    Reference inCharge;

    DueKind kind;

    /** Null where it is no rating. */
    Wave wave;

    Instrument instrument;

    /** {@link DueStatus#DUE} or {@link DueStatus#OVERDUE}. */
    DueStatus status;

    LocalDate due;

    /** First and last day of its window. */
    LocalDate from;

    LocalDate to;

    /** The first day on which it is overdue; null where it is not. */
    LocalDate overdueSince;
}
