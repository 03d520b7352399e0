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

/** Reads the episodes of people through projections, whoever asks: which records he may see is for the caller to know. */
public class EpisodeSource {

    private final EpisodeDao dao;

    private final Clock clock;

    public EpisodeSource(EpisodeDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    /**
     * @param patients their uuids
     * @param records of these patients, in order, voided ones left out
     * @return of each patient in order of their beginning
     */
    public List<Episode> read(
            Collection<String> patients, boolean includeVoided, Supplier<List<PathwayRecord>> records) {
        List<ProgramRow> programs = dao.programs(patients, includeVoided);
        if (programs.isEmpty()) {
            return Collections.emptyList();
        }
        Map<Integer, List<StateRow>> states =
                dao.states(programs.stream().map(ProgramRow::getId).collect(Collectors.toList()));
        Map<String, List<PathwayRecord>> byPatient =
                records.get().stream().collect(Collectors.groupingBy(PathwayRecord::getPatient));
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
