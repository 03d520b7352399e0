/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.Module;
import org.openmrs.module.ModuleFactory;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentProjection;
import org.openmrs.module.smpr.assessment.BlindRatings;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.outcome.OutcomeReading;
import org.openmrs.module.smpr.pathway.EpisodeReading;
import org.openmrs.module.smpr.pathway.place.Stays;
import org.openmrs.module.smpr.pathway.plan.PlanSource;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.RecordReading;
import org.openmrs.module.smpr.pathway.record.RecordSearch;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.pathway.training.RaterTraining;
import org.openmrs.module.smpr.pathway.training.TrainingLevel;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteInForce;
import org.openmrs.module.smpr.study.measure.Measures;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.study.participant.ParticipantReading;
import org.openmrs.module.smpr.study.plan.Plans;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reads the participants from the record, whoever asks: what a user may see is asked before. They are read in {@value #PARTS} parts, so
 * that the number of statements does not depend on how many there are; in fewer where a part would have less than {@value #AT_ONCE}. Each
 * part is read in a transaction of its own, and of it only what is measured and counted is kept: some kilobytes a participant.
 */
public class StudyReader {

    static final int AT_ONCE = 60;

    static final int PARTS = 16;

    private static final String MODULE = "smpr";

    private static final Set<String> CARE = Collections.unmodifiableSet(
            new LinkedHashSet<>(Arrays.asList(Records.CONTACT, Records.ACTION, Records.RELAY)));

    private final ParticipantReading participants;

    private final Plans plans;

    private final EpisodeReading episodes;

    private final AssessmentProjection projection;

    private final BlindRatings blindRatings;

    private final RecordReading records;

    private final PlanSource planSource;

    private final Stays stays;

    private final OutcomeReading outcomes;

    private final StudyDao dao;

    private final SiteInForce siteInForce;

    private final TransactionTemplate transaction;

    private final Clock clock;

    public StudyReader(
            ParticipantReading participants,
            Plans plans,
            EpisodeReading episodes,
            AssessmentProjection projection,
            BlindRatings blindRatings,
            RecordReading records,
            PlanSource planSource,
            Stays stays,
            OutcomeReading outcomes,
            StudyDao dao,
            SiteInForce siteInForce,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.participants = participants;
        this.plans = plans;
        this.episodes = episodes;
        this.projection = projection;
        this.blindRatings = blindRatings;
        this.records = records;
        this.planSource = planSource;
        this.stays = stays;
        this.outcomes = outcomes;
        this.dao = dao;
        this.siteInForce = siteInForce;
        this.transaction = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /**
     * Works in transactions of its own, and is not for a caller that has one.
     *
     * @param progress told now and then how many participants have been read
     */
    public StudyData read(LongConsumer progress) {
        projection.bringUpToDate();
        Site site = transaction.execute(status -> siteInForce.get());
        Measures measures = new Measures(site.getInstruments());
        StudyData.StudyDataBuilder data = StudyData.builder()
                .asOf(clock.instant())
                .today(LocalDate.now(clock))
                .softwareVersion(softwareVersion())
                .site(site)
                .measures(measures)
                .plan(transaction.execute(status -> plans.inForce().orElse(null)));
        List<Participant> all = transaction.execute(status -> participants.all());
        List<Participant> analysed = all.stream()
                .filter(participant -> participant.isAnalysed() && participant.getEpisode() != null)
                .sorted(Comparator.comparing(Participant::getStudyCode))
                .collect(Collectors.toList());
        data.population(population(all, analysed.size()));
        List<RaterTraining> trainings = transaction.execute(status -> dao.trainings());
        Interned interned = new Interned();
        List<Subject> subjects = new ArrayList<>();
        int atOnce = atOnce(analysed.size());
        for (int i = 0; i < analysed.size(); i += atOnce) {
            List<Participant> part = analysed.subList(i, Math.min(analysed.size(), i + atOnce));
            subjects.addAll(subjects(part, site, measures, trainings, interned));
            progress.accept(subjects.size());
        }
        return data.trainings(trained(trainings))
                .subjects(Collections.unmodifiableList(subjects))
                .build();
    }

    static int atOnce(int participants) {
        return Math.max(AT_ONCE, (int) Math.ceil(participants / (double) PARTS));
    }

    /** @return by instrument, then by level, how many raters have been trained so far at the most */
    private static Map<String, Map<TrainingLevel, Long>> trained(List<RaterTraining> trainings) {
        Map<String, Map<String, TrainingLevel>> best = new TreeMap<>();
        trainings.forEach(training -> best.computeIfAbsent(training.getInstrument(), code -> new HashMap<>())
                .merge(
                        training.getProvider(),
                        training.getTrainingLevel(),
                        (one, other) -> one.compareTo(other) > 0 ? one : other));
        Map<String, Map<TrainingLevel, Long>> trained = new TreeMap<>();
        best.forEach((instrument, raters) -> {
            Map<TrainingLevel, Long> levels = new EnumMap<>(TrainingLevel.class);
            raters.values().forEach(level -> levels.merge(level, 1L, Long::sum));
            trained.put(instrument, levels);
        });
        return Collections.unmodifiableMap(trained);
    }

    /** Where the module runs without a file of its own there is no version. */
    private static String softwareVersion() {
        Module module = ModuleFactory.getModuleById(MODULE);
        return module == null ? "0" : module.getVersion();
    }

    private Population population(List<Participant> all, int analysed) {
        Set<String> notConsidered = new HashSet<>(transaction.execute(status -> episodes.patients()));
        all.forEach(participant -> notConsidered.remove(participant.getPatient()));
        return new Population(
                notConsidered.size(),
                all.stream()
                        .map(participant -> new Population.Considered(
                                participant.getState(), participant.getEligible(), participant.getInformed() != null))
                        .collect(Collectors.toList()),
                all.stream().filter(Participant::isAnalysed).count() - analysed);
    }

    private List<Subject> subjects(
            List<Participant> part, Site site, Measures measures, List<RaterTraining> trainings, Interned interned) {
        List<String> patients = part.stream().map(Participant::getPatient).collect(Collectors.toList());
        List<Assessment> projected = projection.asProjected(patients);
        Map<String, List<Assessment>> assessments = byPatient(projected);
        return transaction.execute(status -> {
            SubjectComposer composer = SubjectComposer.builder()
                    .site(site)
                    .measures(measures)
                    .today(LocalDate.now(clock))
                    .zone(clock.getZone())
                    .births(dao.births(patients))
                    .raters(dao.raters(patients, encounterTypes(site)))
                    .trainings(trainings)
                    .interned(interned)
                    .lastCharted(dao.lastCharted(patients, withCare(encounterTypes(site))))
                    .care(records
                            .read(RecordSearch.builder()
                                    .patients(patients)
                                    .types(CARE)
                                    .build())
                            .stream()
                            .collect(Collectors.groupingBy(PathwayRecord::getPatient)))
                    .plans(planSource.read(patients))
                    .stays(stays.of(patients))
                    .placeRequests(dao.placeRequests(patients))
                    .outcomes(
                            site.getSettings().getOutcomeRegister().isOn(LocalDate.now(clock))
                                    ? outcomes.read(patients)
                                    : Collections.emptyMap())
                    .blind(blindRatings.wereBlind(
                            projected.stream().filter(Assessment::isIndependent).collect(Collectors.toList())))
                    .build();
            return part.stream()
                    .map(participant -> composer.compose(
                            participant, assessments.getOrDefault(participant.getPatient(), Collections.emptyList())))
                    .collect(Collectors.toList());
        });
    }

    private static Map<String, List<Assessment>> byPatient(Collection<Assessment> assessments) {
        return assessments.stream().collect(Collectors.groupingBy(Assessment::getPatient));
    }

    private static List<String> withCare(List<String> encounterTypes) {
        return Stream.concat(encounterTypes.stream(), CARE.stream().map(StableUuid::ofEncounterType))
                .collect(Collectors.toList());
    }

    private static List<String> encounterTypes(Site site) {
        return site.getInstruments().stream()
                .map(Instrument::getCode)
                .map(StableUuid::ofEncounterType)
                .collect(Collectors.toList());
    }
}
