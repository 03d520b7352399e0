/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Collections;
import java.util.Date;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.HiddenRating;
import org.openmrs.module.smpr.site.AboutPerson;

/** What of a person's trajectory is asked for; what is null does not restrict. */
@Value
@Builder
public class TrajectorySearch implements AboutPerson {

    /** The uuid of the patient; required. */
    String patient;

    /** The code of an instrument. */
    String instrument;

    /** The code of a phase of care, as the assessments themselves say; one that does not say is in none. */
    String phase;

    /** First and last moment of the assessments' dates, inclusive. */
    Date from;

    Date to;

    /** The uuids of the assessments to be held side by side, two of an instrument; empty to compare with the latest. */
    @Builder.Default
    List<String> compare = Collections.emptyList();

    /** @return whether less than everything is asked for */
    boolean isPart() {
        return instrument != null || phase != null || from != null || to != null;
    }

    /** @return whether assessments are left out by their dates or phase, so that what is asked for need not end in the present */
    boolean isPartOfTime() {
        return phase != null || from != null || to != null;
    }

    boolean asksFor(Assessment assessment) {
        return (instrument == null
                        || instrument.equals(assessment.getInstrument().getCode()))
                && (phase == null || assessment.isInPhase(phase))
                && isWithin(assessment.getDate());
    }

    /** @return whether it may be one of those asked for: in which phase it was made is not known */
    boolean mayAskFor(HiddenRating hidden) {
        return (instrument == null || hidden.isOf(instrument)) && isWithin(hidden.getDate());
    }

    private boolean isWithin(Date date) {
        return (from == null || !date.before(from)) && (to == null || !date.after(to));
    }
}
