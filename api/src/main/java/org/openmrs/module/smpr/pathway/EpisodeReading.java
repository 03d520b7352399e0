/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.RecordReading;
import org.openmrs.module.smpr.pathway.record.RecordSearch;

/** Reads episodes in a number of statements that does not depend on how many there are, whoever asks: what a user may see is asked before. */
public class EpisodeReading {

    private final EpisodeDao dao;

    private final RecordReading records;

    private final Clock clock;

    public EpisodeReading(EpisodeDao dao, RecordReading records, Clock clock) {
        this.dao = dao;
        this.records = records;
        this.clock = clock;
    }

    /** @return the uuids of the patients, none voided, who have an episode that is not voided */
    public List<String> patients() {
        return dao.patients();
    }

    /** @return the episodes of those patients, person by person in order of their beginning */
    public List<Episode> read(Collection<String> patients, boolean includeVoided) {
        return read(
                patients,
                includeVoided,
                () -> records.read(RecordSearch.builder()
                        .patients(patients)
                        .types(EpisodeReader.RECORDS)
                        .build()));
    }

    /**
     * @param charted gives the records of those patients that are to be looked at, in order, voided ones left out
     * @return the same, resting on those records
     */
    public List<Episode> read(
            Collection<String> patients, boolean includeVoided, Supplier<List<PathwayRecord>> charted) {
        List<ProgramRow> programs = dao.programs(patients, includeVoided);
        if (programs.isEmpty()) {
            return Collections.emptyList();
        }
        Map<Integer, List<StateRow>> states =
                dao.states(programs.stream().map(ProgramRow::getId).collect(Collectors.toList()));
        Map<String, List<PathwayRecord>> byPatient =
                charted.get().stream().collect(Collectors.groupingBy(PathwayRecord::getPatient));
        EpisodeReader reader = new EpisodeReader(clock.getZone());
        return programs.stream().collect(Collectors.groupingBy(ProgramRow::getPatient)).entrySet().stream()
                .flatMap(person -> reader
                        .read(
                                person.getValue(),
                                states,
                                byPatient.getOrDefault(person.getKey(), Collections.emptyList()))
                        .stream())
                .collect(Collectors.toList());
    }
}
