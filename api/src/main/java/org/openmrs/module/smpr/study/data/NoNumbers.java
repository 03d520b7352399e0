/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.util.Collections;
import java.util.Optional;
import org.openmrs.module.smpr.study.plan.PlannedAnalysis;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.Term;

/** Finds why an analysis of what became of people can have no numbers, and says so in the place of them. */
public final class NoNumbers {

    private NoNumbers() {}

    /** @return the code of the note that says why; empty where there can be numbers */
    public static Optional<String> why(StudyData data, PlannedAnalysis asked) {
        if (!data.isRegisterOn()) {
            return Optional.of("registerOff");
        }
        if (!data.isDefined(asked.getCounted())) {
            return Optional.of("violenceNotDefined");
        }
        if (!asked.onMeasures().stream()
                .allMatch(code -> data.getMeasures().find(code).isPresent())) {
            return Optional.of("measureNotKnown");
        }
        return asked.onWaves().stream().allMatch(code -> data.wave(code).isPresent())
                ? Optional.empty()
                : Optional.of("waveNotKnown");
    }

    /** @param why the code of a note */
    public static Finding finding(Finding.FindingBuilder finding, StudyData data, String why) {
        return finding.missing(
                        Cell.count(Quantities.ANALYSED, data.getSubjects().size()))
                .notes(Collections.singletonList(Term.of("note", why)))
                .build();
    }
}
