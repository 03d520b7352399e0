/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.record;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

/** Reads records of the pathway through projections, whoever asks: what he may see is for the caller to know. */
public class RecordSource {

    private final AssessmentDao dao;

    private final DictionaryDao dictionaryDao;

    private final Clock clock;

    public RecordSource(AssessmentDao dao, DictionaryDao dictionaryDao, Clock clock) {
        this.dao = dao;
        this.dictionaryDao = dictionaryDao;
        this.clock = clock;
    }

    /** @return the records of those types of those patients, in order of their dates, then of their charting, voided ones left out */
    public List<PathwayRecord> read(Collection<String> patients, Collection<String> codes) {
        Map<String, RecordType> types = ofCodes(codes);
        return patients.isEmpty()
                ? Collections.emptyList()
                : read(
                        dao.encounters(
                                AssessmentSearch.builder().patients(patients).build(),
                                PhaseRestriction.NONE,
                                types.keySet()),
                        types);
    }

    /** @return the records of those encounters, in their order */
    List<PathwayRecord> read(List<EncounterRow> encounters, Map<String, RecordType> types) {
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

    /** @return the records of those codes, by uuid of their encounter type; all where the codes are null */
    static Map<String, RecordType> ofCodes(Collection<String> codes) {
        Map<String, RecordType> types = new LinkedHashMap<>(Records.byEncounterTypes());
        types.values().removeIf(type -> codes != null && !codes.contains(type.getCode()));
        return types;
    }
}
