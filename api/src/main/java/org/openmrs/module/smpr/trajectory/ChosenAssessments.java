/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.instrument.Instrument;

/** The points that the reader has chosen to compare, two of an instrument. */
final class ChosenAssessments {

    private final Map<String, List<Assessment>> byInstrument = new LinkedHashMap<>();

    /**
     * @param uuids of the assessments chosen
     * @param counted the assessments that make the series
     * @throws FaultsException where one is not in a series, or there are not two of an instrument
     */
    ChosenAssessments(List<String> uuids, List<Assessment> counted) {
        List<Fault> faults = new ArrayList<>();
        for (String uuid : uuids) {
            Assessment chosen = counted.stream()
                    .filter(assessment -> assessment.getUuid().equals(uuid))
                    .findFirst()
                    .orElse(null);
            if (chosen == null) {
                faults.add(Fault.of("compare", "notInSeries"));
            } else {
                byInstrument
                        .computeIfAbsent(chosen.getInstrument().getCode(), code -> new ArrayList<>())
                        .add(chosen);
            }
        }
        byInstrument.forEach((code, chosen) -> {
            if (chosen.stream().distinct().count() != 2 || chosen.size() != 2) {
                faults.add(Fault.of("compare", "notTwo", code));
            }
        });
        if (!faults.isEmpty()) {
            throw new FaultsException(faults);
        }
    }

    /**
     * @param counted the instrument's series
     * @param standing of these the one that stands for each day
     * @return the pair chosen of the series, else those with the latest
     */
    ComparedPairs pairs(Instrument instrument, List<Assessment> counted, List<Assessment> standing) {
        List<Assessment> chosen = byInstrument.get(instrument.getCode());
        return chosen == null ? new ComparedPairs(standing) : new ComparedPairs(counted, standing, chosen);
    }
}
