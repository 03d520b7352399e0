/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.StableUuid;

/** On which days some people were assessed, and completely, with an instrument: asked of the record once an instrument, and only if anybody wants to know. */
final class CompleteDays {

    private static final String STATUS = CommonQuestions.NAMESPACE + "." + CommonQuestions.STATUS;

    private final AssessmentDao dao;

    private final Dictionary dictionary;

    private final ZoneId zone;

    private final Collection<String> patients;

    private final Map<String, Map<String, List<Date>>> byInstrument = new HashMap<>();

    /** @param patients uuids of the people */
    CompleteDays(AssessmentDao dao, Dictionary dictionary, ZoneId zone, Collection<String> patients) {
        this.dao = dao;
        this.dictionary = dictionary;
        this.zone = zone;
        this.patients = patients;
    }

    Set<LocalDate> of(String patient, String instrument) {
        return byInstrument
                .computeIfAbsent(instrument, this::read)
                .getOrDefault(patient, Collections.emptyList())
                .stream()
                .map(date -> Times.day(date, zone))
                .collect(Collectors.toSet());
    }

    private Map<String, List<Date>> read(String instrument) {
        Set<Integer> status = dictionary.ids(STATUS);
        Set<Integer> complete = dictionary.ids(STATUS + "." + CommonQuestions.COMPLETE);
        return status.isEmpty() || complete.isEmpty()
                ? Collections.emptyMap()
                : dao.completeDates(patients, StableUuid.ofEncounterType(instrument), status, complete);
    }
}
