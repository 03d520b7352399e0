/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.AnswerReader;
import org.openmrs.module.smpr.assessment.EncounterRow;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.ObsRow;
import org.openmrs.module.smpr.assessment.RaterRow;
import org.openmrs.module.smpr.assessment.Reference;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.metadata.Dictionary;

/** Reads records of the pathway as they are, whoever wrote them: what does not fit is kept as a fault and breaks nothing else. */
final class RecordReader {

    private final Dictionary dictionary;

    private final Clock clock;

    private final Map<RecordType, AnswerReader> readers = new HashMap<>();

    RecordReader(Dictionary dictionary, Clock clock) {
        this.dictionary = dictionary;
        this.clock = clock;
    }

    /** @param rows the obs, voided ones too, and the providers of this encounter, in the order of their ids */
    PathwayRecord read(RecordType type, EncounterRow encounter, List<ObsRow> rows, List<RaterRow> providers) {
        List<ObsRow> live = rows.stream().filter(encounter::has).collect(Collectors.toList());
        List<Fault> faults = new ArrayList<>();
        Map<String, List<Object>> answers = readers.computeIfAbsent(
                        type, t -> new AnswerReader(t, dictionary, clock.getZone()))
                .answers(live, faults);
        LocalDate day = Times.day(encounter.getDate(), clock.getZone());
        faults.addAll(RecordRules.faults(type, answers, day, LocalDate.now(clock)));
        return PathwayRecord.builder()
                .uuid(encounter.getUuid())
                .type(type)
                .patient(encounter.getPatient())
                .date(encounter.getDate())
                .day(day)
                .location(
                        encounter.getLocationUuid() == null
                                ? null
                                : new Reference(encounter.getLocationUuid(), encounter.getLocationName()))
                .providers(RaterRow.references(providers))
                .answers(answers)
                .faults(Collections.unmodifiableList(faults))
                .version(encounter.version(live, providers))
                .voided(encounter.isVoided())
                .creator(encounter.getCreator())
                .dateCreated(encounter.getDateCreated())
                .voidedBy(encounter.getVoidedBy())
                .dateVoided(encounter.getDateVoided())
                .voidReason(encounter.getVoidReason())
                .build();
    }
}
