/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.AssessmentDao;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.EncounterRow;
import org.openmrs.module.smpr.assessment.ObsRow;
import org.openmrs.module.smpr.assessment.PhaseRestriction;
import org.openmrs.module.smpr.assessment.RaterRow;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.DictionaryDao;

/** Reads records of the pathway by projection, whoever asks: what a user may see is asked before. */
public class RecordReading {

    private final AssessmentDao dao;

    private final DictionaryDao dictionaryDao;

    private final Clock clock;

    public RecordReading(AssessmentDao dao, DictionaryDao dictionaryDao, Clock clock) {
        this.dao = dao;
        this.dictionaryDao = dictionaryDao;
        this.clock = clock;
    }

    /** @return the records asked for, of whatever type, in order of their dates, then of their charting */
    public List<PathwayRecord> read(RecordSearch search) {
        return read(search, Records.byEncounterTypes(search.getTypes()));
    }

    /** @param types those that can be read, by uuid of their encounter type */
    Optional<PathwayRecord> read(String uuid, Map<String, RecordType> types) {
        EncounterRow encounter = types.isEmpty() ? null : dao.encounter(uuid, types.keySet());
        return encounter == null
                ? Optional.empty()
                : Optional.of(read(Collections.singletonList(encounter), types).get(0));
    }

    List<PathwayRecord> read(RecordSearch search, Map<String, RecordType> types) {
        return types.isEmpty() || isOfNobody(search)
                ? Collections.emptyList()
                : read(dao.encounters(encounters(search), PhaseRestriction.NONE, types.keySet()), types);
    }

    long count(RecordSearch search, Map<String, RecordType> types) {
        return types.isEmpty() || isOfNobody(search)
                ? 0
                : dao.count(encounters(search), PhaseRestriction.NONE, types.keySet());
    }

    private static boolean isOfNobody(RecordSearch search) {
        return search.getPatients() != null && search.getPatients().isEmpty();
    }

    private static AssessmentSearch encounters(RecordSearch search) {
        return AssessmentSearch.builder()
                .patient(search.getPatient())
                .patients(search.getPatients())
                .from(search.getFrom())
                .to(search.getTo())
                .includeVoided(search.isIncludeVoided())
                .startIndex(search.getStartIndex())
                .limit(search.getLimit())
                .build();
    }

    private List<PathwayRecord> read(List<EncounterRow> encounters, Map<String, RecordType> types) {
        List<Integer> ids = encounters.stream().map(EncounterRow::getId).collect(Collectors.toList());
        Dictionary dictionary = dictionaryDao.getDictionary();
        Map<Integer, List<ObsRow>> obs = dao.obs(ids, dictionary);
        Map<Integer, List<RaterRow>> providers = dao.raters(ids);
        RecordReader reader = new RecordReader(dictionary, clock);
        return encounters.stream()
                .map(encounter -> reader.read(
                        types.get(encounter.getType()),
                        encounter,
                        obs.getOrDefault(encounter.getId(), Collections.emptyList()),
                        providers.getOrDefault(encounter.getId(), Collections.emptyList())))
                .collect(Collectors.toList());
    }
}
