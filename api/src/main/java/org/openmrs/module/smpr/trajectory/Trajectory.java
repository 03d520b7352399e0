/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Date;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import lombok.With;
import org.openmrs.module.smpr.pathway.PersonPathway;
import org.openmrs.module.smpr.site.AboutPerson;

/** One person over time, as the record has it at the moment of reading. */
@Value
@Builder
public class Trajectory implements AboutPerson {

    /** The uuid of the patient. */
    String patient;

    /**
     * One for each instrument asked for, in the order in which instruments are shown, also where nothing was charted;
     * none for an instrument whose assessments the reader may not see.
     */
    List<InstrumentTrajectory> instruments;

    /** The moment of reading. */
    Date asOf;

    /** Whether the reader has asked for a part only, by instrument, dates or phase. */
    boolean part;

    Timeline timeline;

    /** The person's way through care; {@link PersonPathway#NONE} where a part of the time only was asked for. */
    @Builder.Default
    PersonPathway pathway = PersonPathway.NONE;

    Targets targets;

    /** When instruments are to be rated again, as set; one for each that asks for such a day and has been rated. */
    List<Review> reviews;

    List<Gap> gaps;

    /** What a summary of it rests on; null where a part only was asked for, or what counts is hidden from the reader. */
    Basis basis;

    /** The newest intact summary that a clinician has validated; null for none, and where {@link #getBasis} is null. */
    @With
    FiledSummary filed;

    /**
     * The newest summary of all, where its record is not intact: whoever reads an older one instead of it, or none, has to
     * know; null where it is intact.
     */
    @With
    FiledSummary filedNotIntact;

    /** @return whether a blind rating hides from the reader an assessment that counts: then nothing is said of the whole */
    public boolean isWithheld() {
        return instruments.stream().anyMatch(InstrumentTrajectory::isWithheld);
    }
}
