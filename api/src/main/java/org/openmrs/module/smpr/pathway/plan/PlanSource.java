/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.Clock;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.metadata.Dictionary;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeReading;
import org.openmrs.module.smpr.pathway.record.RecordReading;
import org.openmrs.module.smpr.pathway.record.RecordSearch;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.site.SiteSettings;

/** Puts the plan of waves beside what is known of people, whoever asks: what he may see is for the caller to know. */
public class PlanSource {

    /** The records on which the days of an episode rest, and who is in charge of it. */
    private static final Set<String> RECORDS = Collections.unmodifiableSet(
            new LinkedHashSet<>(Arrays.asList(Records.RELEASE, Records.EXTENSION, Records.IN_CHARGE)));

    private final PlanDao dao;

    private final EpisodeReading episodes;

    private final RecordReading records;

    private final DictionaryDao dictionaryDao;

    private final SiteService siteService;

    private final Clock clock;

    public PlanSource(
            PlanDao dao,
            EpisodeReading episodes,
            RecordReading records,
            DictionaryDao dictionaryDao,
            SiteService siteService,
            Clock clock) {
        this.dao = dao;
        this.episodes = episodes;
        this.records = records;
        this.dictionaryDao = dictionaryDao;
        this.siteService = siteService;
        this.clock = clock;
    }

    /** @return the plan of each of those patients who has an episode that is not voided, by his uuid */
    Map<String, PlanOfCare> read(Collection<String> patients) {
        Dictionary dictionary = dictionaryDao.getDictionary();
        CourseReader reader = reader(dictionary);
        SiteSettings settings = siteService.getSettings();
        List<Episode> own = episodes.read(
                patients,
                false,
                () -> records.read(
                        RecordSearch.builder().patients(patients).types(RECORDS).build()));
        Map<String, Course> courses = reader.read(own, dao.made(patients, reader.types(), reader.concepts()));
        return courses.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        course -> new PlanOfCare(
                                course.getValue(), settings.getWaves().getWaves(), settings.getCareGap())));
    }

    /** @return what reads the record with that dictionary and with the settings in force */
    CourseReader reader(Dictionary dictionary) {
        return new CourseReader(
                siteService.getInstruments().stream().map(Instrument::getCode).collect(Collectors.toList()),
                dictionary,
                clock.getZone());
    }
}
