/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Builder;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.IndexScoring;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.assessment.StandingAssessments;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.outcome.EpisodeReleases;
import org.openmrs.module.smpr.outcome.Outcomes;
import org.openmrs.module.smpr.outcome.RegisterEntry;
import org.openmrs.module.smpr.outcome.StatusAtHorizon;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.place.Stay;
import org.openmrs.module.smpr.pathway.plan.EpisodePlan;
import org.openmrs.module.smpr.pathway.plan.PlanOfCare;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.pathway.training.RaterTraining;
import org.openmrs.module.smpr.pathway.training.TrainingLevel;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.study.data.RatingPair.Blind;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.measure.Measured;
import org.openmrs.module.smpr.study.measure.Measures;
import org.openmrs.module.smpr.study.measure.NoValue;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.trajectory.Circumstances;

/** Makes subjects out of what the record has of participants: everything that follows from it, and nothing that reads it. */
@Builder
final class SubjectComposer {

    /** By code of the record, the question that says of what kind it is, and the one that says what came of it. */
    private static final Map<String, String> KINDS = new HashMap<>();

    private static final Map<String, String> RESULTS = new HashMap<>();

    static {
        KINDS.put(Records.CONTACT, "kind");
        KINDS.put(Records.RELAY, Records.TO);
        RESULTS.put(Records.CONTACT, Records.OUTCOME);
        RESULTS.put(Records.ACTION, "result");
        RESULTS.put(Records.RELAY, "answer");
    }

    private final Site site;

    private final Measures measures;

    private final LocalDate today;

    private final ZoneId zone;

    private final List<RaterTraining> trainings;

    private final Interned interned;

    /** The rest by uuid of the patient, but for these two by that of the encounter. */
    private final Map<String, LocalDate> lastCharted;

    private final Map<String, Set<String>> raters;

    private final Map<String, LocalDate> births;

    private final Map<String, List<PathwayRecord>> care;

    private final Map<String, PlanOfCare> plans;

    private final Map<String, List<Stay>> stays;

    private final Map<String, List<StudyDao.PlaceRequest>> placeRequests;

    private final Map<String, Outcomes> outcomes;

    /** By uuid of the second rating, whether it was made blind; those of which it is not known are not in it. */
    private final Map<String, Boolean> blind;

    /** @param assessments the person's complete ones, second ratings too, in order of their dates */
    Subject compose(Participant participant, List<Assessment> assessments) {
        String patient = participant.getPatient();
        Episode episode = participant.getEpisode();
        LocalDate lastDay = participant
                .stoppedCollecting()
                .map(day -> day.minusDays(1))
                .filter(day -> day.isBefore(today))
                .orElse(today);
        LocalDate indexDay = indexDay(episode, lastDay);
        List<Assessment> used = assessments.stream()
                .filter(assessment ->
                        !day(assessment.getDate()).isAfter(lastDay) && isChartedUntil(lastDay, assessment.getUuid()))
                .collect(Collectors.toList());
        Set<String> usable = used.stream().map(Assessment::getUuid).collect(Collectors.toSet());
        List<PathwayRecord> usedCare = care.getOrDefault(patient, Collections.emptyList()).stream()
                .filter(record -> !record.getDay().isAfter(lastDay) && isChartedUntil(lastDay, record.getUuid()))
                .collect(Collectors.toList());
        Optional<EpisodePlan> plan = plan(
                patient,
                episode,
                lastDay,
                Stream.concat(usable.stream(), usedCare.stream().map(PathwayRecord::getUuid))
                        .collect(Collectors.toSet()));
        return Subject.builder()
                .code(participant.getStudyCode())
                .lastDay(lastDay)
                .stopped(participant.stoppedCollecting().isPresent())
                .episode(episode)
                .indexDay(indexDay)
                .age(age(births.get(patient), indexDay, episode))
                .waves(plan.map(known ->
                                known.getWaves().stream().map(WaveState::of).collect(Collectors.toList()))
                        .orElse(Collections.emptyList()))
                .assessments(Collections.unmodifiableSet(usable))
                .measurements(measurements(
                        used, plan.map(SubjectComposer::wavesByAssessment).orElse(Collections.emptyMap())))
                .care(care(episode, usedCare))
                .careGiven(plan.map(EpisodePlan::getCare).orElse(null))
                .stays(stays(episode, stays.getOrDefault(patient, Collections.emptyList()), lastDay))
                .placeSteps(placeSteps(episode, placeRequests.getOrDefault(patient, Collections.emptyList()), lastDay))
                .ratingPairs(ratingPairs(used))
                .status(status(outcomes.get(patient), indexDay, lastDay))
                .build();
    }

    private LocalDate day(Date date) {
        return Times.day(date, zone);
    }

    private LocalDate indexDay(Episode episode, LocalDate lastDay) {
        OutcomeRegisterSettings register = site.getSettings().getOutcomeRegister();
        LocalDate day =
                register.getClock() == null ? null : EpisodeReleases.of(episode).start(register.getClock());
        return day == null || day.isAfter(lastDay) ? null : day;
    }

    private static Integer age(LocalDate birth, LocalDate indexDay, Episode episode) {
        LocalDate on = indexDay == null ? episode.released().orElse(episode.getBegun()) : indexDay;
        return birth == null || birth.isAfter(on) ? null : (int) ChronoUnit.YEARS.between(birth, on);
    }

    /** Of one who said no to more, what was charted or amended later is not used, whatever day it tells of. */
    private boolean isChartedUntil(LocalDate lastDay, String encounter) {
        LocalDate charted = lastCharted.get(encounter);
        return !lastDay.isBefore(today) || charted != null && !charted.isAfter(lastDay);
    }

    private Optional<EpisodePlan> plan(String patient, Episode episode, LocalDate lastDay, Set<String> usable) {
        PlanOfCare plan = plans.get(patient);
        if (plan == null) {
            return Optional.empty();
        }
        PlanOfCare asUsed = lastDay.isBefore(today) ? plan.withOnly(usable) : plan;
        return asUsed.on(lastDay).stream()
                .filter(of -> of.getUuid().equals(episode.getUuid()))
                .findFirst();
    }

    private static Map<String, String> wavesByAssessment(EpisodePlan plan) {
        Map<String, String> waves = new HashMap<>();
        plan.getWaves().stream()
                .filter(due -> due.getAssessment() != null)
                .forEach(due ->
                        waves.put(due.getAssessment().getUuid(), due.getWave().getCode()));
        return waves;
    }

    /** @param waves the code of the wave by the uuid of the assessment that was made for it */
    private List<Measurement> measurements(List<Assessment> assessments, Map<String, String> waves) {
        List<Assessment> series = assessments.stream()
                .filter(assessment -> !assessment.isIndependent())
                .collect(Collectors.toList());
        IndexScoring indices = new IndexScoring(series, zone);
        Map<String, List<Assessment>> byInstrument = series.stream()
                .collect(Collectors.groupingBy(
                        assessment -> assessment.getInstrument().getCode(), LinkedHashMap::new, Collectors.toList()));
        return byInstrument.values().stream()
                .flatMap(ofInstrument -> StandingAssessments.of(ofInstrument, zone).stream())
                .map(assessment -> measurement(assessment, waves, indices))
                .sorted(Comparator.comparing(Measurement::getDay))
                .collect(Collectors.toList());
    }

    private Measurement measurement(Assessment assessment, Map<String, String> waves, IndexScoring indices) {
        String instrument = assessment.getInstrument().getCode();
        List<Measured> measured = measures.measure(assessment, indices);
        return Measurement.builder()
                .instrument(instrument)
                .day(day(assessment.getDate()))
                .wave(waves.get(assessment.getUuid()))
                .phase(assessment.phase().orElse(null))
                .circumstances(interned.of(Circumstances.of(assessment)))
                .lastCharted(lastCharted.get(assessment.getUuid()))
                .training(training(assessment))
                .omitted(interned.of(omitted(assessment)))
                .faulty(!assessment.getFaults().isEmpty())
                .values(measured.stream().mapToDouble(Measured::getValue).toArray())
                .noValues(interned.of(noValues(measures.of(instrument), measured)))
                .build();
    }

    private static Map<String, NoValue> noValues(List<Measure> measures, List<Measured> measured) {
        Map<String, NoValue> noValues = new HashMap<>();
        for (int i = 0; i < measured.size(); i++) {
            if (measured.get(i).getNoValue() != null) {
                noValues.put(measures.get(i).getCode(), measured.get(i).getNoValue());
            }
        }
        return Collections.unmodifiableMap(noValues);
    }

    private TrainingLevel training(Assessment assessment) {
        Set<String> by = raters.getOrDefault(assessment.getUuid(), Collections.emptySet());
        LocalDate day = day(assessment.getDate());
        return trainings.stream()
                .filter(training -> training.getInstrument()
                                .equals(assessment.getInstrument().getCode())
                        && by.contains(training.getProvider())
                        && !training.getDay().isAfter(day))
                .map(RaterTraining::getTrainingLevel)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    private static Set<String> omitted(Assessment assessment) {
        return assessment.getInstrument().getQuestions().stream()
                .filter(Question::isOfItem)
                .filter(question -> assessment
                        .rated(question)
                        .filter(choice -> choice.getKind() == Choice.Kind.OMITTED)
                        .isPresent())
                .map(Question::getCode)
                .collect(Collectors.collectingAndThen(Collectors.toSet(), Collections::unmodifiableSet));
    }

    private List<CareEvent> care(Episode episode, List<PathwayRecord> records) {
        return records.stream()
                .filter(record -> episode.contains(record.getDay()))
                .map(record -> CareEvent.builder()
                        .record(record.getType().getCode())
                        .day(record.getDay())
                        .phase(phase(episode, record.getDay()))
                        .kind(answer(record, KINDS))
                        .result(answer(record, RESULTS))
                        .targets(Stream.of(Records.RISK, Records.GOAL)
                                .flatMap(question -> record.values(question).stream()
                                        .map(item -> item(record, question, (String) item)))
                                .collect(Collectors.toList()))
                        .build())
                .collect(Collectors.toList());
    }

    /** @return the item's code with that of its instrument before it */
    private static String item(PathwayRecord record, String question, String code) {
        return record.getType()
                .known(question)
                .choice(code)
                .map(Choice::getConceptCode)
                .orElse(code);
    }

    private static String answer(PathwayRecord record, Map<String, String> questions) {
        return Optional.ofNullable(questions.get(record.getType().getCode()))
                .flatMap(record::choice)
                .orElse(null);
    }

    private static String phase(Episode episode, LocalDate day) {
        return episode.getPhases().stream()
                .filter(span -> span.contains(day))
                .reduce((earlier, later) -> later)
                .map(PhaseSpan::getPhase)
                .orElse(null);
    }

    private static List<Stay> stays(Episode episode, List<Stay> all, LocalDate lastDay) {
        return all.stream()
                .filter(stay -> episode.contains(stay.getEnteredOn())
                        && !stay.getEnteredOn().isAfter(lastDay))
                .collect(Collectors.toList());
    }

    /** Each by its own day, whenever he was asked for; one of which the day is not known is not used of one who said no to more. */
    private Set<PlaceStep> placeSteps(Episode episode, List<StudyDao.PlaceRequest> requests, LocalDate lastDay) {
        Set<PlaceStep> steps = EnumSet.noneOf(PlaceStep.class);
        requests.stream()
                .filter(request -> episode.contains(request.requested()))
                .flatMap(request -> request.steps.entrySet().stream())
                .filter(step -> step.getValue() == null
                        ? !lastDay.isBefore(today)
                        : !step.getValue().isAfter(lastDay))
                .forEach(step -> steps.add(step.getKey()));
        return Collections.unmodifiableSet(steps);
    }

    /** Each independent rating with the nearest other of its instrument that the site's days allow. */
    private List<RatingPair> ratingPairs(List<Assessment> assessments) {
        Integer within = site.getSettings().getDoubleRatingWithinDays();
        List<RatingPair> pairs = new ArrayList<>();
        for (Assessment second : assessments) {
            if (second.isIndependent()) {
                assessments.stream()
                        .filter(first -> !first.isIndependent()
                                && first.getInstrument()
                                        .getCode()
                                        .equals(second.getInstrument().getCode())
                                && (within == null || apart(first, second) <= within))
                        .min(Comparator.comparing((Assessment first) -> apart(first, second))
                                .thenComparing(Assessment::isConsensus)
                                .thenComparing(Assessment::getDate))
                        .ifPresent(first -> pairs.add(pair(first, second)));
            }
        }
        return Collections.unmodifiableList(pairs);
    }

    private RatingPair pair(Assessment first, Assessment second) {
        Boolean made = blind.get(second.getUuid());
        return RatingPair.builder()
                .first(first)
                .second(second)
                .blind(made == null ? Blind.NOT_KNOWN : made ? Blind.YES : Blind.NO)
                .firstRaters(raters.getOrDefault(first.getUuid(), Collections.emptySet()))
                .secondRaters(raters.getOrDefault(second.getUuid(), Collections.emptySet()))
                .build();
    }

    private long apart(Assessment one, Assessment other) {
        return Math.abs(ChronoUnit.DAYS.between(day(one.getDate()), day(other.getDate())));
    }

    /** What was recorded, or amended, after somebody had said no to more is not used, whatever day it tells of. */
    private StatusAtHorizon status(Outcomes known, LocalDate indexDay, LocalDate lastDay) {
        return known == null || indexDay == null
                ? null
                : new StatusAtHorizon(
                        indexDay,
                        recordedUntil(lastDay, known.getEvents()),
                        recordedUntil(lastDay, known.getChecks()),
                        site.getSettings().getOutcomeRegister(),
                        lastDay,
                        today);
    }

    private <T extends RegisterEntry> List<T> recordedUntil(LocalDate lastDay, List<T> entries) {
        return entries.stream()
                .filter(entry -> !day(entry.getAudit().getDateCreated()).isAfter(lastDay)
                        && (entry.getAudit().getDateChanged() == null
                                || !day(entry.getAudit().getDateChanged()).isAfter(lastDay)))
                .collect(Collectors.toList());
    }
}
