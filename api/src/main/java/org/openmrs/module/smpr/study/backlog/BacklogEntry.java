/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.time.LocalDate;
import java.util.Date;
import lombok.Value;
import org.openmrs.module.smpr.assessment.AssessmentInput;

/** What a row is to become. */
@Value
class BacklogEntry {

    int line;

    AssessmentInput input;

    /** When it was made; null where the row does not say, or cannot be read in it. */
    Date date;

    /** The same as a day at the site. */
    LocalDate day;

    /** Whether the row says the time of day too. */
    boolean timed;

    /** The rater's role; empty where the row has none. */
    String role;

    /** @return whether it is known what it is an assessment of: whom, and when */
    boolean isOfSomebody() {
        return input.getPatient() != null && date != null;
    }

    /** @return the uuid that it gets in the record: the same for the same patient, instrument, moment and role, whatever the file */
    String getUuid() {
        return input.getNewUuid();
    }
}
