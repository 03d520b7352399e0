/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.pathway.place.CareOnDay;
import org.openmrs.module.smpr.pathway.place.PathwayDays;

/** Where in his care somebody was on a day, as his episodes have it. */
public class EpisodeDays implements PathwayDays {

    private final EpisodePhases phases;

    public EpisodeDays(EpisodePhases phases) {
        this.phases = phases;
    }

    @Override
    public CareOnDay on(String patient, LocalDate day) {
        List<PhaseSpan> spans =
                phases.ofEpisodes(Collections.singleton(patient)).getOrDefault(patient, Collections.emptyList());
        return spans.stream()
                .filter(span -> span.contains(day))
                .reduce((earlier, later) -> later)
                .map(PhaseSpan::getPhase)
                .map(EpisodeDays::care)
                .orElse(CareOnDay.NOT_IN_CARE);
    }

    private static CareOnDay care(String phase) {
        switch (phase) {
            case CommonQuestions.APC:
                return CareOnDay.IN_APC;
            case CommonQuestions.AFTER_CARE:
                return CareOnDay.AFTER_CARE;
            default:
                return CareOnDay.BEFORE_RELEASE;
        }
    }
}
