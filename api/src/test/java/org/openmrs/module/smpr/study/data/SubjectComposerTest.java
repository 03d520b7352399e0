/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertSame;

import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.Outcomes;
import org.openmrs.module.smpr.outcome.RegisterAudit;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.study.data.RatingPair.Blind;
import org.openmrs.module.smpr.study.measure.NoValue;
import org.openmrs.module.smpr.study.participant.Opposition;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.trajectory.TestSeries;

/** What follows from what the record has of a participant. */
public class SubjectComposerTest {

    private final TestSeries record = new TestSeries();

    @Test
    public void shouldSayOfEachPairWhetherItWasMadeBlindAndByWhom() {
        String first = record.saprof("2020-01-20").uuid();
        String blind = second("2020-01-22");
        String seen = second("2020-01-24");
        String unknown = second("2020-01-26");

        List<RatingPair> pairs = subject(
                        Map.of(blind, true, seen, false), Map.of(first, Set.of("one"), blind, Set.of("other")))
                .getRatingPairs();

        assertEquals(
                List.of(Blind.YES, Blind.NO, Blind.NOT_KNOWN),
                pairs.stream().map(RatingPair::getBlind).collect(Collectors.toList()));
        assertEquals(
                List.of(blind, seen, unknown),
                pairs.stream().map(pair -> pair.getSecond().getUuid()).collect(Collectors.toList()));
        assertEquals(first, pairs.get(2).getFirst().getUuid());
        assertEquals(Set.of("one"), pairs.get(0).getFirstRaters());
        assertEquals(Set.of("other"), pairs.get(0).getSecondRaters());
        assertEquals(Set.of(), pairs.get(1).getSecondRaters());
    }

    @Test
    public void shouldKeepOnceWhatMeasurementsHaveInCommon() {
        record.saprof("2020-01-20").rated("13", "OMIT");
        record.saprof("2020-04-20").rated("13", "OMIT");

        List<Measurement> measurements = subject(Map.of(), Map.of()).getMeasurements();

        assertEquals(2, measurements.size());
        assertEquals(Set.of("13"), measurements.get(0).getOmitted());
        assertSame(measurements.get(0).getOmitted(), measurements.get(1).getOmitted());
        assertSame(measurements.get(0).getCircumstances(), measurements.get(1).getCircumstances());
    }

    @Test
    public void shouldSayWhyAMeasureHasNoValue() {
        record.saprof("2020-01-20").rated("12", "NA").rated("13", "OMIT").without("FPJ");
        record.hcr20("2020-01-20").without("C1.presence");

        Subject subject = subject(Map.of(), Map.of());

        Measurement saprof = subject.getMeasurements().stream()
                .filter(measurement -> measurement.getInstrument().equals("SAPROF"))
                .findFirst()
                .get();
        assertEquals(NoValue.NOT_APPLICABLE, noValue(saprof, "SAPROF.scale.motivational"));
        assertEquals(NoValue.OMITTED, noValue(saprof, "SAPROF.scale.external"));
        assertEquals(NoValue.UNANSWERED, noValue(saprof, "SAPROF.FPJ"));
        assertEquals(NoValue.NO_COUNTERPART, noValue(saprof, "SAPROF.index.hcr20-saprof.IN"));
        assertEquals(NoValue.CONTEXT_NOT_RATED, noValue(saprof, "SAPROF.index.hcr20-saprof.OUT"));
        assertNull(noValue(saprof, "SAPROF.scale.internal"));
        assertEquals(5, Subject.value(saprof, TestStudy.measure("SAPROF.scale.internal"), TestStudy.MEASURES), 0);
        Measurement hcr = subject.getMeasurements().stream()
                .filter(measurement -> measurement.getInstrument().equals("HCR20V3"))
                .findFirst()
                .get();
        assertEquals(NoValue.UNANSWERED, noValue(hcr, "HCR20V3.scale.C"));
        assertEquals(NoValue.CONTEXT_NOT_RATED, noValue(hcr, "HCR20V3.scale.R.OUT"));
        assertEquals(NoValue.CONTEXT_NOT_RATED, noValue(hcr, "HCR20V3.CP.OUT"));
        assertNull(noValue(hcr, "HCR20V3.CP.IN"));
    }

    private static NoValue noValue(Measurement measurement, String measure) {
        return measurement.noValue(TestStudy.measure(measure));
    }

    /** @return its uuid */
    private String second(String day) {
        return record.saprof(day).with("raterRole", "INDEPENDENT").uuid();
    }

    @Test
    public void shouldLeaveOutWhatWasChartedOrAmendedAfterHeSaidNoToMore() {
        String before = record.saprof("2020-01-20").uuid();
        String after = record.hcr20("2020-01-20").uuid();
        String unknown = record.hcr20("2020-01-10").uuid();

        Subject subject = composer(Map.of(), Map.of())
                .lastCharted(Map.of(before, LocalDate.parse("2020-04-30"), after, LocalDate.parse("2020-05-01")))
                .build()
                .compose(opposed("2020-05-01"), record.assessments());

        assertEquals(
                before + " alone, and neither " + after + " nor " + unknown,
                List.of("SAPROF"),
                subject.getMeasurements().stream()
                        .map(Measurement::getInstrument)
                        .collect(Collectors.toList()));
        assertEquals(Set.of(before), subject.getAssessments());
    }

    @Test
    public void shouldNameTheAssessmentsOfOneWhoSaidNoToNothing_WheneverTheyWereCharted() {
        String first = record.saprof("2020-01-20").uuid();
        String second = second("2020-01-22");

        assertEquals(Set.of(first, second), subject(Map.of(), Map.of()).getAssessments());
    }

    @Test
    public void shouldTakeEachStepTowardsAPlaceByItsOwnDay() {
        Map<PlaceStep, LocalDate> steps = new EnumMap<>(PlaceStep.class);
        steps.put(PlaceStep.REQUESTED, LocalDate.parse("2020-03-15"));
        steps.put(PlaceStep.OFFERED, LocalDate.parse("2020-04-30"));
        steps.put(PlaceStep.ENTERED, LocalDate.parse("2020-05-01"));
        steps.put(PlaceStep.WITHDRAWN, null);
        SubjectComposer composer = composer(Map.of(), Map.of())
                .placeRequests(Map.of("patient", List.of(new StudyDao.PlaceRequest(steps))))
                .build();

        Subject stopped = composer.compose(opposed("2020-05-01"), List.of());
        Subject other = composer.compose(participant().build(), List.of());

        assertEquals(EnumSet.of(PlaceStep.REQUESTED, PlaceStep.OFFERED), stopped.getPlaceSteps());
        assertEquals(steps.keySet(), other.getPlaceSteps());
    }

    @Test
    public void shouldUseNoEntryOfTheRegisterThatWasAmendedAfterHeSaidNoToMore() {
        for (String amended : List.of("2020-07-31", "2020-08-01")) {
            OutcomeEvent offence = TestOutcomes.offence("2020-06-18")
                    .audit(RegisterAudit.builder()
                            .dateCreated(date("2020-06-20"))
                            .dateChanged(date(amended))
                            .build())
                    .build();

            HorizonStatus status = composer(Map.of(), Map.of())
                    .site(site(SiteSettings.builder()
                            .outcomeRegister(TestOutcomes.settings().build())
                            .build()))
                    .outcomes(Map.of("patient", new Outcomes(List.of(offence), List.of())))
                    .build()
                    .compose(opposed("2020-08-01"), List.of())
                    .at(LocalDate.parse("2020-07-01"), Counted.ANY_BY_FACTS)
                    .get();

            assertEquals(
                    amended, amended.equals("2020-07-31") ? Status.EVENT : Status.NOT_KNOWN_SINCE, status.getStatus());
        }
    }

    private static Date date(String day) {
        return Date.from(
                LocalDate.parse(day).atTime(12, 0).atZone(TestSeries.ZONE).toInstant());
    }

    private static Participant opposed(String day) {
        return participant()
                .oppositions(List.of(Opposition.builder()
                        .kind(Opposition.Kind.STOP_COLLECTING)
                        .day(LocalDate.parse(day))
                        .build()))
                .build();
    }

    private Subject subject(Map<String, Boolean> blind, Map<String, Set<String>> raters) {
        return composer(blind, raters).build().compose(participant().build(), record.assessments());
    }

    private static Participant.ParticipantBuilder participant() {
        return Participant.builder()
                .patient("patient")
                .studyCode("code")
                .episode(TestStudy.episode("2020-01-10", "2020-09-10")
                        .release(PathwayRecord.builder()
                                .uuid("release")
                                .type(Records.find(Records.RELEASE).get())
                                .day(TestStudy.INDEX)
                                .answers(Map.of(Records.LEFT_BUILDING, List.of(TestStudy.INDEX)))
                                .build())
                        .build());
    }

    private static Site site(SiteSettings settings) {
        return Site.builder()
                .defined(Definitions.shipped())
                .instruments(Definitions.shipped())
                .settings(settings)
                .definitions(Collections.emptyMap())
                .build();
    }

    private static SubjectComposer.SubjectComposerBuilder composer(
            Map<String, Boolean> blind, Map<String, Set<String>> raters) {
        return SubjectComposer.builder()
                .interned(new Interned())
                .site(site(SiteSettings.builder().build()))
                .measures(TestStudy.MEASURES)
                .today(TestStudy.TODAY)
                .zone(TestSeries.ZONE)
                .lastCharted(Collections.emptyMap())
                .births(Map.of("patient", LocalDate.parse("1985-01-01")))
                .care(Collections.emptyMap())
                .plans(Collections.emptyMap())
                .stays(Collections.emptyMap())
                .placeRequests(Collections.emptyMap())
                .outcomes(Collections.emptyMap())
                .blind(blind)
                .raters(raters)
                .trainings(Collections.emptyList());
    }
}
