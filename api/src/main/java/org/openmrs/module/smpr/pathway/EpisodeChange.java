/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.LocalDate;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.Patient;
import org.openmrs.module.smpr.assessment.EncounterInput;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;

/** What is to be written of an episode, found valid. */
@Value
@Builder
class EpisodeChange {

    Patient patient;

    /** The first day; null to leave it as it is. */
    LocalDate begun;

    /** The phase that it begins with or moves on to, or whose first day is another; null for none. */
    String phase;

    LocalDate phaseFrom;

    /** The code of the reason, where it ends. */
    String endReason;

    LocalDate ended;

    boolean reopened;

    /** Those that are taken away; null for none. */
    List<PathwayRecord> withdrawn;

    List<Charted> records;

    /** A record that is to be charted. */
    @Value
    static class Charted {

        EncounterInput input;

        /** The one that it changes; null for a new one. */
        PathwayRecord changed;
    }
}
