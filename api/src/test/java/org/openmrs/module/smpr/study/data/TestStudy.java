/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.outcome.FollowUpCheck;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.StatusAtHorizon;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.measure.Measures;
import org.openmrs.module.smpr.study.measure.NoValue;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.study.participant.ParticipantState;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.trajectory.Circumstances;
import org.openmrs.module.smpr.trajectory.Setting;

/** Invented participants, without a record behind them: of men who left on 10 March 2020, seen from 1 June 2026, unless a test says otherwise. */
public final class TestStudy {

    public static final LocalDate INDEX = LocalDate.parse("2020-03-10");

    public static final LocalDate TODAY = LocalDate.parse("2026-06-01");

    public static final Measures MEASURES = new Measures(Definitions.shipped());

    private static final List<Object> STATED = Collections.singletonList("V3");

    private TestStudy() {}

    /** A site that has decided everything, and no plan. */
    public static StudyData data(Subject... subjects) {
        return data(TestOutcomes.settings().build(), Arrays.asList(subjects));
    }

    public static StudyData data(OutcomeRegisterSettings register, List<Subject> subjects) {
        return data(SiteSettings.builder().outcomeRegister(register).build(), null, subjects);
    }

    /** @param plan null for none */
    public static StudyData data(SiteSettings settings, FrozenPlan plan, List<Subject> subjects) {
        return StudyData.builder()
                .asOf(Instant.parse("2026-06-01T10:00:00Z"))
                .today(TODAY)
                .softwareVersion("1.0.0")
                .site(Site.builder()
                        .defined(Definitions.shipped())
                        .instruments(Definitions.shipped())
                        .settings(settings)
                        .definitions(Collections.emptyMap())
                        .build())
                .measures(MEASURES)
                .plan(plan)
                .population(new Population(
                        0,
                        Collections.nCopies(
                                subjects.size(),
                                new Population.Considered(ParticipantState.INCLUDED, Participant.Answer.YES, true)),
                        0))
                .subjects(new ArrayList<>(subjects))
                .build();
    }

    /** One who was in custody for two months, in post-prison care for six, and of whom nothing else is known. */
    public static Subject.SubjectBuilder subject(String code) {
        return Subject.builder()
                .code(code)
                .lastDay(TODAY)
                .episode(episode("2020-01-10", "2020-09-10").build())
                .indexDay(INDEX)
                .age(35)
                .waves(Collections.emptyList())
                .assessments(Collections.emptySet())
                .measurements(Collections.emptyList())
                .care(Collections.emptyList())
                .stays(Collections.emptyList())
                .placeSteps(Collections.emptySet())
                .ratingPairs(Collections.emptyList())
                .status(status(Collections.emptyList(), Collections.emptyList()));
    }

    /** In custody until 10 March 2020, in post-prison care from then on. */
    public static Episode.EpisodeBuilder episode(String begun, String ended) {
        return Episode.builder()
                .uuid("episode")
                .patient("patient")
                .begun(LocalDate.parse(begun))
                .ended(ended == null ? null : LocalDate.parse(ended))
                .phases(Arrays.asList(
                        new PhaseSpan(CommonQuestions.CUSTODY, LocalDate.parse(begun), INDEX),
                        new PhaseSpan(
                                CommonQuestions.APC,
                                INDEX,
                                ended == null ? null : LocalDate.parse(ended).plusDays(1))))
                .faults(Collections.emptyList());
    }

    /** What became of one, as a site that has decided everything tells it: {@link TestOutcomes} makes the entries. */
    public static StatusAtHorizon status(List<OutcomeEvent> events, List<FollowUpCheck> checks) {
        return new StatusAtHorizon(
                INDEX, events, checks, TestOutcomes.settings().build(), TODAY);
    }

    /** One with what is recorded of him. */
    public static Subject subject(String code, List<OutcomeEvent> events, List<FollowUpCheck> checks) {
        return subject(code).status(status(events, checks)).build();
    }

    /** One who is known to the judicial register to be free of an event until that day. */
    public static Subject free(String code, String until) {
        return subject(
                code,
                Collections.emptyList(),
                Collections.singletonList(TestOutcomes.registerFreeUntil(until).build()));
    }

    /** One who has offended on that day. */
    public static Subject offended(String code, String on) {
        return subject(code, Collections.singletonList(TestOutcomes.offence(on).build()), Collections.emptyList());
    }

    /** One who died on that day, and is known to the judicial register to have been free of an event until then. */
    public static Subject died(String code, String on) {
        return died(code, on, on);
    }

    /** One who died on that day, and whom no sufficient source covers. */
    public static Subject diedUnseen(String code, String on) {
        return subject(code, Collections.singletonList(TestOutcomes.death(on).build()), Collections.emptyList());
    }

    /** One who died on that day, and was known to the judicial register to be free of an event until another. */
    public static Subject died(String code, String on, String freeUntil) {
        return subject(
                code,
                Collections.singletonList(TestOutcomes.death(on).build()),
                Collections.singletonList(
                        TestOutcomes.registerFreeUntil(freeUntil).build()));
    }

    public static Measure measure(String code) {
        return MEASURES.find(code).get();
    }

    /**
     * An assessment in custody, or in the community from the index day on, that says all that comparing needs.
     *
     * @param values by code of the measure; what is not named has no value
     */
    public static Measurement measurement(String wave, String instrument, String day, Map<String, Double> values) {
        return measurement(wave, instrument, day, setting(LocalDate.parse(day)), values)
                .build();
    }

    public static Setting setting(LocalDate day) {
        boolean custody = day.isBefore(INDEX);
        String context = custody ? CommonQuestions.INSTITUTION : CommonQuestions.COMMUNITY;
        return new Setting(context, false, custody ? CommonQuestions.CUSTODY : CommonQuestions.APC, context);
    }

    public static Measurement.MeasurementBuilder measurement(
            String wave, String instrument, String day, Setting setting, Map<String, Double> values) {
        return Measurement.builder()
                .instrument(instrument)
                .day(LocalDate.parse(day))
                .wave(wave)
                .phase(setting.getPhase())
                .circumstances(new Circumstances(STATED, STATED, STATED, false, false, false, setting))
                .lastCharted(LocalDate.parse(day))
                .omitted(Collections.emptySet())
                .values(MEASURES.of(instrument).stream()
                        .mapToDouble(measure -> values.getOrDefault(measure.getCode(), Double.NaN))
                        .toArray())
                .noValues(MEASURES.of(instrument).stream()
                        .map(Measure::getCode)
                        .filter(code -> !values.containsKey(code))
                        .collect(Collectors.toMap(Function.identity(), code -> NoValue.UNANSWERED)));
    }
}
