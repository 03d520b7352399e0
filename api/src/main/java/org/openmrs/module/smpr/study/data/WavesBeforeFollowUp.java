/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.site.CountedFrom;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.Wave;

/** Which waves are made before follow-up begins, and so can tell something of all of it. */
public final class WavesBeforeFollowUp {

    private static final LocalDate ANY_DAY = LocalDate.of(2001, 1, 1);

    private WavesBeforeFollowUp() {}

    /**
     * @return whether it is due by the day that follow-up runs from, as far as the plan of waves says: some may have made it later all the
     *     same
     */
    public static boolean contains(StudyData data, Wave wave) {
        boolean afterCare = data.getRegister().getClock() == ClockStart.END_OF_CARE;
        if (!afterCare && wave.getPhases().equals(Collections.singleton(CommonQuestions.APC))) {
            return false;
        }
        CountedFrom origin = afterCare ? CountedFrom.END_OF_CARE : CountedFrom.RELEASE;
        return wave.getCountedFrom() == origin
                ? !wave.due(ANY_DAY).isAfter(ANY_DAY)
                : wave.getCountedFrom().compareTo(origin) < 0;
    }

    /**
     * @param instruments codes
     * @return the last of them with all these instruments; where there is none, the first wave that has them; empty where none has
     */
    public static Optional<Wave> last(StudyData data, Collection<String> instruments) {
        Wave last = null;
        Wave first = null;
        for (Wave wave : data.getWaves()) {
            if (wave.getInstruments().containsAll(instruments)) {
                first = first == null ? wave : first;
                last = contains(data, wave) ? wave : last;
            }
        }
        return Optional.ofNullable(last == null ? first : last);
    }
}
