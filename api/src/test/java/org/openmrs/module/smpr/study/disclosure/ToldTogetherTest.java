/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.FollowUpCheck;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.place.Stay;
import org.openmrs.module.smpr.pathway.plan.BreakInCare;
import org.openmrs.module.smpr.pathway.plan.CareGiven;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.CareGap;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.StudyFindings;
import org.openmrs.module.smpr.study.change.ChangeAnalysis;
import org.openmrs.module.smpr.study.data.CareEvent;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.OutcomeTerms;
import org.openmrs.module.smpr.study.data.PlaceStep;
import org.openmrs.module.smpr.study.data.Population;
import org.openmrs.module.smpr.study.data.RatingPair;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.data.WaveState;
import org.openmrs.module.smpr.study.flow.BaselineAnalysis;
import org.openmrs.module.smpr.study.flow.FlowAnalysis;
import org.openmrs.module.smpr.study.implementation.ImplementationAnalysis;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.participant.Participant.Answer;
import org.openmrs.module.smpr.study.participant.ParticipantState;
import org.openmrs.module.smpr.study.plan.PlannedAddedValue;
import org.openmrs.module.smpr.study.plan.PlannedChange;
import org.openmrs.module.smpr.study.plan.PlannedSurvival;
import org.openmrs.module.smpr.study.plan.PlannedValidity;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.reliability.ReliabilityAnalysis;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.survival.SurvivalAnalysis;
import org.openmrs.module.smpr.study.ucti.UctiEffectAnalysis;
import org.openmrs.module.smpr.study.validity.ValidityAnalysis;
import org.openmrs.module.smpr.trajectory.Circumstances;
import org.openmrs.module.smpr.trajectory.Setting;
import org.openmrs.module.smpr.trajectory.TestSeries;

/** All that leaves the service is read together, and no small count can be computed from it. */
public class ToldTogetherTest {

    private static final int LEAST = 5;

    /** {@code .ci/run} looks at eight. */
    private static final int COHORTS = Integer.getInteger("disclosure.cohorts", 2);

    /** A reliability is stated of one scale: pairs of it are tested where nothing stands in the way. */
    private static final SiteSettings SETTINGS = SiteSettings.builder()
            .outcomeRegister(TestOutcomes.settings().build())
            .careGap(new CareGap(21, Collections.emptySet()))
            .instruments(Map.of(
                    "HCR20V3",
                    InstrumentSettings.builder()
                            .reliability(Map.of("C", new Reliability(3, 0.84, "an illustration")))
                            .build()))
            .build();

    private static final StudyFindings STUDY = new StudyFindings(Arrays.asList(
            new FlowAnalysis(),
            new BaselineAnalysis(),
            new SurvivalAnalysis(),
            new ChangeAnalysis(),
            new ValidityAnalysis(),
            new ReliabilityAnalysis(),
            new ImplementationAnalysis(),
            new UctiEffectAnalysis()));

    /** 60 men, 10 known to have offended within a year, 2 more within two, and 2 of whom nothing is known: each of them would follow from how many were told under another name. */
    @Test
    public void shouldNotTellUnderOneNameWhatItHidesUnderAnother() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            if (i < 10) {
                subjects.add(TestStudy.offended("s" + i, "2020-08-01"));
            } else if (i < 12) {
                subjects.add(TestStudy.offended("s" + i, "2021-08-01"));
            } else {
                subjects.add(
                        i < 58
                                ? TestStudy.free("s" + i, "2026-01-01")
                                : TestStudy.subject("s" + i).build());
            }
        }
        StudyData data = TestStudy.data(subjects.toArray(new Subject[0]));
        List<Finding> whole = new ArrayList<>(new FlowAnalysis().usual(data));
        whole.addAll(new SurvivalAnalysis()
                .of(
                        data,
                        new PlannedSurvival(
                                Counted.ANY_BY_FACTS,
                                new LinkedHashSet<>(
                                        Arrays.asList(StudyHorizon.ofMonths(12), StudyHorizon.ofMonths(24))))));

        List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

        assertEquals(Collections.emptySet(), Recomputed.smallCounts(whole, told, LEAST));
        Finding survival = told.get(1);
        for (String months : Arrays.asList("12", "24")) {
            boolean hidden = cell(survival, "incidence", "events", months).isSuppressed();
            assertEquals(hidden, cell(survival, "knownAt", "events", months).isSuppressed());
        }
        assertTrue(cell(survival, "incidence", "events", "12").isSuppressed()
                || cell(survival, "incidence", "events", "24").isSuppressed());
        // The 2 who offended in the second year, whom nobody looked after, are known of by its end alone.
        assertTrue(cell(survival, "incidence", "n", "12").isSuppressed()
                || cell(survival, "incidence", "n", "24").isSuppressed());
        for (Figure figure : survival.getFigures()) {
            for (Curve curve : figure.getCurves()) {
                assertEquals(Collections.emptyList(), curve.getAtRisk());
                assertEquals(Collections.emptyList(), curve.getEvents());
            }
        }
    }

    private static Cell cell(Finding finding, String table, String column, String horizon) {
        return finding.getTables().stream()
                .filter(one -> one.getCode().equals(table))
                .findFirst()
                .flatMap(one -> one.cell(
                        column, StudyHorizon.ofMonths(Integer.parseInt(horizon)).getCode()))
                .get();
    }

    /** 18 of 20 were rated, 16 of them in the window: by what the flow does not tell the coverage must not be told either. */
    @Test
    public void shouldHideOfTheUseOfTheToolWhatTheFlowHides() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            boolean made = i < 18;
            subjects.add(TestStudy.subject("s" + i)
                    .waves(Collections.singletonList(new WaveState(
                            "T0",
                            "HCR20V3",
                            false,
                            made ? DueStatus.DONE : DueStatus.MISSED,
                            null,
                            TestStudy.INDEX,
                            made ? TestStudy.INDEX : null,
                            i < 16)))
                    .build());
        }
        StudyData data = TestStudy.data(subjects.toArray(new Subject[0]));
        List<Finding> whole = new ArrayList<>(new FlowAnalysis().usual(data));
        whole.addAll(new ImplementationAnalysis().usual(data));

        List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

        assertEquals(Collections.emptySet(), Recomputed.smallCounts(whole, told, LEAST));
        ResultTable coverage = table(told.get(1), "coverage");
        assertTrue(coverage.cell("made", "T0", "HCR20V3").get().isSuppressed()
                || coverage.cell("inWindow", "T0", "HCR20V3").get().isSuppressed());
        assertTrue(coverage.cell("notMade", "T0", "HCR20V3").get().isSuppressed());
        assertEquals(
                table(told.get(0), "waves")
                        .cell("n", "T0", "HCR20V3", "DONE")
                        .get()
                        .isSuppressed(),
                coverage.cell("inWindow", "T0", "HCR20V3").get().isSuppressed());
        assertTrue(told.get(1).getTables().stream()
                .noneMatch(table -> table.getCode().equals("months")));
    }

    /** 58 of 60 were rated, each once, all by somebody without training: 2 were not, under whatever name. */
    @Test
    public void shouldNotTellHowManyWereRatedWhereThatTellsHowFewWereNot() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            boolean made = i < 58;
            subjects.add(TestStudy.subject("s" + i)
                    .measurements(made ? Collections.singletonList(rated("2020-03-10")) : Collections.emptyList())
                    .waves(Collections.singletonList(new WaveState(
                            "T0",
                            "HCR20V3",
                            false,
                            made ? DueStatus.DONE : DueStatus.MISSED,
                            null,
                            TestStudy.INDEX,
                            made ? TestStudy.INDEX : null,
                            made)))
                    .build());
        }

        Finding told = toldOfUse(subjects);

        ResultTable completeness = table(told, "completeness");
        for (String column : Arrays.asList("assessments", "people", "withoutOmission", "share")) {
            assertTrue(column, completeness.cell(column, "HCR20V3").get().isSuppressed());
        }
        assertTrue(
                table(told, "training").cell("ofAll", "HCR20V3", "NONE").get().isSuppressed());
    }

    /** 7 assessments of one man, 5 with an omission, 37 contacts, 8 actions, 6 relays: none of them is a count of enough people. */
    @Test
    public void shouldTellNoCountOfRecordsThatAreOneMans() {
        List<Subject> subjects = new ArrayList<>();
        List<Measurement> made = new ArrayList<>();
        for (int i = 0; i < 7; i++) {
            made.add(i < 5 ? omitted("2020-0" + (i + 1) + "-10") : rated("2020-0" + (i + 1) + "-10"));
        }
        List<CareEvent> care = new ArrayList<>();
        care.addAll(Collections.nCopies(37, careEvent(Records.CONTACT, null)));
        care.addAll(Collections.nCopies(8, careEvent(Records.ACTION, null)));
        care.addAll(Collections.nCopies(6, careEvent(Records.RELAY, null)));
        subjects.add(TestStudy.subject("s0").measurements(made).care(care).build());
        for (int i = 1; i < 20; i++) {
            subjects.add(TestStudy.subject("s" + i).build());
        }

        Finding told = toldOfUse(subjects);

        for (String table : Arrays.asList("contacts", "actions", "relays")) {
            List<Cell> row = table(told, table).getRows().get(0);
            assertTrue(table, row.get(row.size() - 1).isSuppressed());
            assertTrue(table, row.get(row.size() - 2).isSuppressed());
        }
        for (String table : Arrays.asList("completeness", "omissions", "training")) {
            assertTrue(table, !table(told, table).getRows().isEmpty());
            table(told, table).getRows().stream()
                    .flatMap(List::stream)
                    .forEach(cell -> assertTrue(table + " " + cell, cell.getCount() == null || cell.getCount() == 0));
        }
    }

    /** Of 20 men 18 have a contact, each one: 2 have none. */
    @Test
    public void shouldNotTellHowManyHaveARecordWhereThatTellsHowFewHaveNone() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            subjects.add(TestStudy.subject("s" + i)
                    .care(Collections.nCopies(i < 18 ? 1 : 0, careEvent(Records.CONTACT, null)))
                    .build());
        }

        List<Cell> row = table(toldOfUse(subjects), "contacts").getRows().get(0);

        assertTrue(row.get(row.size() - 1).isSuppressed());
        assertTrue(row.get(row.size() - 2).isSuppressed());
    }

    /** 10 men have an action each, and one of them 6 more: of 16 records these 6 are his. */
    @Test
    public void shouldNotTellOfHowManyTheRecordsAreWhereThatTellsHowManyMoreOneHas() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            subjects.add(TestStudy.subject("s" + i)
                    .care(Collections.nCopies(i == 0 ? 7 : i < 10 ? 1 : 0, careEvent(Records.ACTION, null)))
                    .build());
        }

        List<Cell> row = table(toldOfUse(subjects), "actions").getRows().get(0);

        assertTrue(row.get(row.size() - 1).isSuppressed()
                || row.get(row.size() - 2).isSuppressed());
    }

    /** Of 40 men 20 came into post-prison care, and 18 of these have a contact there: 2 have none. */
    @Test
    public void shouldNotTellHowManyHaveARecordInAPhaseWhereThatTellsHowFewOfThoseInItHaveNone() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Subject.SubjectBuilder subject = TestStudy.subject("s" + i);
            if (i >= 20) {
                subject.episode(Episode.builder()
                        .uuid("episode")
                        .patient("patient")
                        .begun(LocalDate.parse("2020-01-10"))
                        .phases(Collections.singletonList(
                                new PhaseSpan(CommonQuestions.CUSTODY, LocalDate.parse("2020-01-10"), null)))
                        .faults(Collections.emptyList())
                        .build());
            } else if (i < 18) {
                subject.care(Collections.singletonList(careEvent(Records.CONTACT, CommonQuestions.APC)));
            }
            subjects.add(subject.build());
        }

        List<Finding> told = toldOfFlowAndUse(subjects);

        List<Cell> row = table(told.get(1), "contacts").getRows().get(0);
        assertTrue(row.get(row.size() - 1).isSuppressed()
                || table(told.get(0), "flow").cell("n", "careAfter").get().isSuppressed());
    }

    /** 30 have been rated, one of them 5 times more, with an omission each time: 30 without one are told of 35 no more than the 5. */
    @Test
    public void shouldTellNoCountOfRecordsWhereTheOthersAreOneMans() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<Measurement> made = new ArrayList<>(Collections.singletonList(rated("2020-02-10")));
            for (int month = 3; i == 0 && month < 8; month++) {
                made.add(omitted("2020-0" + month + "-10"));
            }
            subjects.add(TestStudy.subject("s" + i).measurements(made).build());
        }

        Finding told = toldOfUse(subjects);

        ResultTable completeness = table(told, "completeness");
        assertTrue(completeness.cell("share", "HCR20V3").get().isSuppressed());
        assertTrue(completeness.cell("assessments", "HCR20V3").get().isSuppressed()
                || completeness.cell("withoutOmission", "HCR20V3").get().isSuppressed());
        assertTrue(table(told, "omissions").getRows().get(0).get(2).isSuppressed());
    }

    private static Finding toldOfUse(List<Subject> subjects) {
        return toldOfFlowAndUse(subjects).get(1);
    }

    private static List<Finding> toldOfFlowAndUse(List<Subject> subjects) {
        StudyData data = TestStudy.data(subjects.toArray(new Subject[0]));
        List<Finding> whole = new ArrayList<>(new FlowAnalysis().usual(data));
        whole.addAll(new ImplementationAnalysis().usual(data));

        List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

        assertEquals(Collections.emptySet(), Recomputed.smallCounts(whole, told, LEAST));
        assertEquals(Collections.emptySet(), Recomputed.unnamed(told));
        return told;
    }

    private static Measurement rated(String day) {
        return TestStudy.measurement("T0", "HCR20V3", day, Collections.emptyMap());
    }

    private static Measurement omitted(String day) {
        return TestStudy.measurement(
                        "T0", "HCR20V3", day, TestStudy.setting(LocalDate.parse(day)), Collections.emptyMap())
                .omitted(Collections.singleton(TestStudy.data().getSite().getInstruments().stream()
                        .filter(instrument -> instrument.getCode().equals("HCR20V3"))
                        .findFirst()
                        .get()
                        .getQuestions()
                        .get(0)
                        .getCode()))
                .build();
    }

    private static CareEvent careEvent(String record, String phase) {
        return CareEvent.builder()
                .record(record)
                .day(TestStudy.INDEX.plusMonths(1))
                .phase(phase)
                .targets(Collections.emptyList())
                .build();
    }

    /** 12 of 60 have offended, 9 of them violently: 3 have not, and 48 are free of any event, 51 of a violent one. */
    @Test
    public void shouldNotTellHowFewEventsAreOfAnotherKind() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            OutcomeEvent offence = TestOutcomes.offence("2020-08-01")
                    .violent(i < 9 ? OutcomeEvent.Answer.YES : OutcomeEvent.Answer.NO)
                    .violentBy(TestOutcomes.DEFINITION)
                    .build();
            subjects.add(TestStudy.subject(
                    "s" + i,
                    i < 12 ? Collections.singletonList(offence) : Collections.emptyList(),
                    Collections.singletonList(
                            TestOutcomes.registerFreeUntil("2026-05-01").build())));
        }
        List<Finding> whole = new FlowAnalysis().usual(TestStudy.data(subjects.toArray(new Subject[0])));

        List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

        assertEquals(Collections.emptySet(), Recomputed.smallCounts(whole, told, LEAST));
        for (String status : Arrays.asList("EVENT", "FREE_KNOWN")) {
            assertTrue(
                    status,
                    known(whole, Counted.ANY_BY_FACTS, status).getCount()
                            != known(whole, Counted.VIOLENT_BY_FACTS, status)
                                    .getCount()
                                    .longValue());
            assertTrue(
                    status,
                    known(told, Counted.ANY_BY_FACTS, status).isSuppressed()
                            || known(told, Counted.VIOLENT_BY_FACTS, status).isSuppressed());
        }
    }

    /** @return of how many that is known at 12 months */
    private static Cell known(List<Finding> findings, Counted counted, String status) {
        return findings.get(0).getTables().stream()
                .filter(table -> table.getCode().equals("horizons")
                        && table.getAbout().equals(Collections.singletonList(OutcomeTerms.of(counted))))
                .findFirst()
                .flatMap(table -> table.cell("n", StudyHorizon.ofMonths(12).getCode(), status))
                .get();
    }

    /** 9 of 18 are half, and of 20 the other 2 are not known: the share would tell. */
    @Test
    public void shouldTellNoShareOfWhatIsNotTold() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            subjects.add(TestStudy.subject("s" + i)
                    .measurements(
                            i < 18
                                    ? Collections.singletonList(TestStudy.measurement(
                                            "T0", "HCR20V3", "2020-01-20", Map.of("HCR20V3.CP.IN", i % 2.0)))
                                    : Collections.emptyList())
                    .build());
        }

        ResultTable levels = table(
                new SmallNumbers(LEAST)
                        .suppress(new BaselineAnalysis().usual(TestStudy.data(subjects.toArray(new Subject[0]))))
                        .get(0),
                "baselineLevels");

        for (String level : Arrays.asList("LOW", "MODERATE")) {
            assertTrue(levels.cell("stated", "HCR20V3.CP.IN", level).get().isSuppressed());
            assertTrue(levels.cell("share", "HCR20V3.CP.IN", level).get().isSuppressed());
        }
    }

    /** Of one the sources are too weak: by the worst case he would be found out. */
    @Test
    public void shouldTellTheWorstCaseOnlyWithThoseOfWeakSources() {
        ResultTable known = table(
                new SurvivalAnalysis()
                        .usual(TestStudy.data(TestStudy.free("a", "2026-01-01")))
                        .get(0),
                "knownAt");

        assertTrue(known.getColumns()
                .get(known.indexOf("worst"))
                .getRestsOn()
                .containsAll(Arrays.asList("notKnown", "weakOnly")));
    }

    /** 18 rated twice, the age of 16 of them known; 18 with a value at any wave, of 20. */
    @Test
    public void shouldTellNoTwoCountsThatDifferByAFew() {
        String measure = "HCR20V3.scale.C";
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 30; i++) {
            List<Measurement> made = new ArrayList<>();
            if (i < 28) {
                made.add(TestStudy.measurement("T0", "HCR20V3", "2020-01-20", Map.of(measure, i % 7.0)));
            }
            if (i < 18) {
                made.add(TestStudy.measurement("T3", "HCR20V3", "2020-09-01", Map.of(measure, i % 5.0)));
            }
            subjects.add(TestStudy.subject("s" + i)
                    .age(i < 2 || i > 23 ? null : 30 + i)
                    .measurements(made)
                    .build());
        }
        StudyData data = TestStudy.data(subjects.toArray(new Subject[0]));
        List<Finding> whole = new ArrayList<>(new FlowAnalysis().usual(data));
        whole.addAll(
                new ChangeAnalysis().of(data, new PlannedChange("T0", "T3", Collections.singleton(measure), false)));

        Finding told = new SmallNumbers(LEAST).suppress(whole).get(1);

        ResultTable unpaired = table(told, "changeUnpaired");
        assertTrue(unpaired.cell("nTwice", "participants").get().isSuppressed()
                || unpaired.cell("nTwice", "age").get().isSuppressed());
        assertTrue(table(told, "changeModel").cell("people", measure).get().isSuppressed());
    }

    /** 20 were rated twice with the one instrument, 19 of them with the other too: the ages of both would tell that of the twentieth. */
    @Test
    public void shouldNotTellWhatOneManIsLikeByThoseRatedWithTheOtherInstrument() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            List<Measurement> made = new ArrayList<>();
            for (String day : Arrays.asList("2020-01-20", "2020-09-01")) {
                String wave = made.isEmpty() ? "T0" : "T3";
                if (i < 20) {
                    made.add(TestStudy.measurement(wave, "HCR20V3", day, Map.of("HCR20V3.scale.C", i % 7.0)));
                }
                if (i < 19) {
                    made.add(TestStudy.measurement(wave, "SAPROF", day, Map.of("SAPROF.scale.total", i % 9.0)));
                }
            }
            subjects.add(
                    TestStudy.subject("s" + i).age(20 + i).measurements(made).build());
        }
        StudyData data = TestStudy.data(subjects.toArray(new Subject[0]));
        List<Finding> whole = new ChangeAnalysis()
                .of(
                        data,
                        new PlannedChange(
                                "T0",
                                "T3",
                                new LinkedHashSet<>(Arrays.asList("HCR20V3.scale.C", "SAPROF.scale.total")),
                                false));

        List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

        assertEquals(Collections.singleton("age"), Recomputed.fewDescribed(whole, LEAST));
        assertEquals(Collections.emptySet(), Recomputed.fewDescribed(told, LEAST));
        List<Cell> ages = told.get(0).getTables().stream()
                .filter(table -> table.getCode().equals("changeUnpaired"))
                .map(table -> table.cell("meanTwice", "age").get())
                .collect(Collectors.toList());
        assertEquals(2, ages.size());
        assertEquals(1, ages.stream().filter(Cell::isSuppressed).count());
    }

    private static ResultTable table(Finding finding, String code) {
        return finding.getTables().stream()
                .filter(table -> table.getCode().equals(code))
                .findFirst()
                .get();
    }

    @Test
    public void shouldGiveNoSmallCountBackWhateverTheCohort() {
        int describing = 0;
        for (int seed = 0; seed < COHORTS; seed++) {
            StudyData data = cohort(new Random(seed));
            List<Finding> whole = STUDY.all(data).getFindings();

            List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

            assertEquals(
                    "seed " + seed + ", " + data.getSubjects().size() + " people",
                    Collections.emptySet(),
                    Recomputed.smallCounts(whole, told, LEAST));
            assertEquals("seed " + seed, Collections.emptySet(), Recomputed.unnamed(told));
            assertEquals("seed " + seed, Collections.emptySet(), Recomputed.sharesOfFew(told, LEAST));
            assertEquals("seed " + seed, Collections.emptySet(), Recomputed.fewDescribed(told, LEAST));
            describing += Recomputed.fewDescribed(whole, LEAST).size();
            for (Finding finding : told) {
                for (ResultTable table : finding.getTables()) {
                    table.getRows().stream()
                            .flatMap(List::stream)
                            .forEach(cell -> assertTrue(
                                    seedOf(table, cell),
                                    cell.getCount() == null || cell.getCount() == 0 || cell.getCount() >= LEAST));
                }
            }
            assertTrue("something is told", told(told) > 20);
        }
        assertTrue("without looking, few would be described", describing > 0);
    }

    /** Where nearly nothing may be told. */
    @Test
    public void shouldGiveNothingBackOfACohortOfAFew() {
        for (int people : new int[] {0, 1, 3, 5, 9}) {
            StudyData data = cohort(new Random(people), people);
            List<Finding> whole = STUDY.all(data).getFindings();

            List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

            assertEquals(people + " people", Collections.emptySet(), Recomputed.smallCounts(whole, told, LEAST));
            assertEquals(people + " people", Collections.emptySet(), Recomputed.unnamed(told));
            assertEquals(people + " people", Collections.emptySet(), Recomputed.sharesOfFew(told, LEAST));
            assertEquals(people + " people", Collections.emptySet(), Recomputed.fewDescribed(told, LEAST));
        }
    }

    /** Who was imprisoned again on the day of release for more than a year was never at risk until the first horizon. */
    @Test
    public void shouldCountUntilAHorizonTheSameWhateverOthersAreAsked() {
        StudyData data = cohort(new Random(1));
        List<Finding> whole = new ArrayList<>();
        for (List<Integer> months :
                Arrays.asList(Collections.singletonList(12), Arrays.asList(12, 24), Collections.singletonList(60))) {
            whole.addAll(new SurvivalAnalysis()
                    .of(
                            data,
                            new PlannedSurvival(
                                    Counted.ANY_BY_FACTS,
                                    months.stream()
                                            .map(StudyHorizon::ofMonths)
                                            .collect(Collectors.toCollection(LinkedHashSet::new)))));
            whole.addAll(new ValidityAnalysis()
                    .of(
                            data,
                            new PlannedValidity(
                                    "SAPROF.FPJ",
                                    Dimension.Direction.PROTECTION,
                                    "T0",
                                    Counted.ANY_BY_FACTS,
                                    new LinkedHashSet<>(months))));
            whole.addAll(new ValidityAnalysis()
                    .of(
                            data,
                            new PlannedAddedValue(
                                    "HCR20V3.scale.C",
                                    "SAPROF.scale.total",
                                    "T0",
                                    Counted.ANY_BY_FACTS,
                                    months.get(0))));
        }

        List<Finding> told = new SmallNumbers(LEAST).suppress(whole);

        assertEquals(Collections.emptySet(), Recomputed.smallCounts(whole, told, LEAST));
        for (int i = 1; i < 3; i++) {
            assertEquals(whole.get(i).getN(), whole.get(i + 3).getN());
            assertEquals(whole.get(i).getN(), whole.get(i + 6).getN());
        }
        assertEquals(
                table(whole.get(0), "incidence").getRows().get(0),
                table(whole.get(3), "incidence").getRows().get(0));
    }

    private static StudyData cohort(Random random) {
        return cohort(random, 20 + random.nextInt(41));
    }

    private static StudyData cohort(Random random, int people) {
        List<Subject> subjects = new ArrayList<>();
        StudyData site = TestStudy.data();
        for (int i = 0; i < people; i++) {
            subjects.add(subject("s" + i, site, random));
        }
        return TestStudy.data(SETTINGS, null, subjects).toBuilder()
                .population(new Population(random.nextInt(9), considered(people, random), 0))
                .build();
    }

    /** Those included, a few of whom are not eligible by what is known now, and a few who came less far. */
    private static List<Population.Considered> considered(int included, Random random) {
        List<Population.Considered> considered = new ArrayList<>();
        for (int i = 0; i < included; i++) {
            considered.add(new Population.Considered(
                    ParticipantState.INCLUDED, random.nextInt(15) == 0 ? Answer.NO : Answer.YES, true));
        }
        for (int i = random.nextInt(9); i > 0; i--) {
            considered.add(new Population.Considered(ParticipantState.NOT_ELIGIBLE, Answer.NO, random.nextInt(3) == 0));
        }
        for (int i = random.nextInt(9); i > 0; i--) {
            considered.add(new Population.Considered(
                    random.nextBoolean() ? ParticipantState.INFORMED : ParticipantState.OPPOSED_BEFORE_INCLUSION,
                    Answer.values()[random.nextInt(3)],
                    true));
        }
        for (int i = random.nextInt(9); i > 0; i--) {
            considered.add(new Population.Considered(ParticipantState.CONSIDERED, Answer.NOT_KNOWN, false));
        }
        return considered;
    }

    private static String seedOf(ResultTable table, Cell cell) {
        return table.getCode() + " " + cell.getQuantity();
    }

    private static long told(List<Finding> findings) {
        return findings.stream()
                .flatMap(finding -> finding.getTables().stream())
                .flatMap(table -> table.getRows().stream().flatMap(List::stream))
                .filter(cell -> cell.getCount() != null && cell.getCount() > 0)
                .count();
    }

    private static Subject subject(String code, StudyData site, Random random) {
        List<Measurement> made = new ArrayList<>();
        List<WaveState> states = new ArrayList<>();
        for (Wave wave : site.getWaves()) {
            boolean first = wave.equals(site.getWaves().get(0));
            String day = TestStudy.INDEX
                    .plusDays(first ? -40 : 30 + 100 * states.size())
                    .toString();
            for (String instrument : wave.getInstruments()) {
                boolean isMade = random.nextInt(10) < 8;
                if (isMade) {
                    made.add(measurement(site, wave.getCode(), instrument, day, random));
                }
                states.add(new WaveState(
                        wave.getCode(),
                        instrument,
                        false,
                        isMade ? DueStatus.DONE : random.nextBoolean() ? DueStatus.MISSED : DueStatus.NOT_YET,
                        null,
                        LocalDate.parse(day),
                        isMade ? LocalDate.parse(day) : null,
                        isMade && random.nextInt(6) > 0));
                if (random.nextInt(3) == 0) {
                    states.add(new WaveState(
                            wave.getCode(),
                            instrument,
                            true,
                            random.nextBoolean() ? DueStatus.DONE : DueStatus.MISSED,
                            null,
                            LocalDate.parse(day),
                            LocalDate.parse(day),
                            true));
                }
            }
        }
        Subject.SubjectBuilder subject = TestStudy.subject(code)
                .age(random.nextInt(12) == 0 ? null : 20 + random.nextInt(40))
                .waves(states)
                .measurements(made)
                .careGiven(random.nextInt(10) == 0 ? null : care(random))
                .care(careEvents(random))
                .ratingPairs(random.nextInt(3) == 0 ? Collections.emptyList() : ratingPairs(random));
        switch (random.nextInt(6)) {
            case 0:
                subject.placeSteps(EnumSet.of(PlaceStep.REQUESTED));
                break;
            case 1:
                subject.placeSteps(EnumSet.of(PlaceStep.REQUESTED, PlaceStep.OFFERED, PlaceStep.DECLINED));
                break;
            case 2:
            case 3:
                subject.stays(Collections.singletonList(new Stay(TestStudy.INDEX.plusDays(random.nextInt(120)), null)));
                break;
            default:
                break;
        }
        outcome(subject, random);
        return subject.build();
    }

    private static void outcome(Subject.SubjectBuilder subject, Random random) {
        String day = TestStudy.INDEX.plusDays(1 + random.nextInt(2200)).toString();
        List<OutcomeEvent> events = new ArrayList<>();
        List<FollowUpCheck> checks = new ArrayList<>();
        int outcome = random.nextInt(12);
        if (outcome < 5) {
            events.add(offence(day, random));
        } else if (outcome < 6) {
            events.add(TestOutcomes.death(day).build());
        } else if (outcome < 11) {
            checks.add(TestOutcomes.registerFreeUntil(outcome < 9 ? "2026-05-01" : day)
                    .build());
            if (outcome == 10) {
                events.add(TestOutcomes.stay(
                                OutcomeEvent.Kind.DETENTION_ON_OLDER_SENTENCE,
                                TestStudy.INDEX.toString(),
                                TestStudy.INDEX.plusMonths(14).toString())
                        .build());
            }
        } else if (random.nextBoolean()) {
            subject.indexDay(null).status(null);
            return;
        }
        subject.status(TestStudy.status(events, checks));
    }

    private static OutcomeEvent offence(String day, Random random) {
        OutcomeEvent.OutcomeEventBuilder offence = random.nextInt(3) == 0
                ? TestOutcomes.convicted(
                        day, LocalDate.parse(day).plusMonths(random.nextInt(18)).toString())
                : TestOutcomes.offence(day);
        return offence.violent(OutcomeEvent.Answer.values()[random.nextInt(3)])
                .violentBy(TestOutcomes.DEFINITION)
                .build();
    }

    private static CareGiven care(Random random) {
        boolean released = random.nextInt(10) > 0;
        boolean met = released && random.nextInt(6) > 0;
        List<BreakInCare> breaks = new ArrayList<>();
        for (int i = random.nextInt(4); i > 1; i--) {
            breaks.add(new BreakInCare(TestStudy.INDEX.plusDays(100 * i), TestStudy.INDEX.plusDays(100 * i + 50), 50));
        }
        return CareGiven.builder()
                .watched(!breaks.isEmpty() || random.nextInt(8) > 0)
                .breaks(breaks)
                .released(released ? TestStudy.INDEX : null)
                .releaseToFirstContact(met ? (long) random.nextInt(20) : null)
                .build();
    }

    /** Few have any of unknown phase, and who has some has many; most have a contact in post-prison care, and some have several. */
    private static List<CareEvent> careEvents(Random random) {
        List<CareEvent> events = new ArrayList<>();
        for (String record : Arrays.asList(Records.CONTACT, Records.ACTION, Records.RELAY)) {
            if (random.nextInt(8) == 0) {
                events.addAll(Collections.nCopies(1 + random.nextInt(9), careEvent(record, null)));
            }
        }
        for (String phase : Arrays.asList(CommonQuestions.APC, CommonQuestions.UCTI)) {
            for (int i = random.nextInt(10); i > 1; i /= 2) {
                events.add(careEvent(Records.CONTACT, phase));
            }
        }
        return events;
    }

    /** The two nearly agree. */
    private static List<RatingPair> ratingPairs(Random random) {
        StringBuilder first = new StringBuilder();
        StringBuilder second = new StringBuilder();
        for (int i = 0; i < 5; i++) {
            String rating = "NPY".charAt(random.nextInt(3)) + "";
            first.append(rating);
            second.append(random.nextInt(10) == 0 ? "P" : rating);
        }
        TestSeries record = new TestSeries();
        record.hcr20("2020-01-20").with("raterRole", "SINGLE").scale("C", first.toString());
        record.hcr20("2020-01-22").with("raterRole", "INDEPENDENT").scale("C", second.toString());
        List<Assessment> assessments = record.assessments();
        return Collections.singletonList(RatingPair.builder()
                .first(assessments.get(0))
                .second(assessments.get(1))
                .blind(random.nextInt(8) == 0 ? RatingPair.Blind.NOT_KNOWN : RatingPair.Blind.YES)
                .firstRaters(Collections.singleton("one"))
                .secondRaters(Collections.singleton("other"))
                .build());
    }

    private static Measurement measurement(StudyData site, String wave, String instrument, String day, Random random) {
        Map<String, Double> values = new HashMap<>();
        Set<String> omitted = new HashSet<>();
        for (Measure measure : site.getMeasures().of(instrument)) {
            if (random.nextInt(20) > 0) {
                values.put(measure.getCode(), (double) random.nextInt(
                        measure.getKind() == Measure.Kind.JUDGEMENT
                                ? measure.getLevels().size()
                                : 10));
            }
        }
        if (random.nextInt(8) == 0) {
            omitted.add(site.getSite().getInstruments().stream()
                    .filter(one -> one.getCode().equals(instrument))
                    .findFirst()
                    .get()
                    .getQuestions()
                    .get(0)
                    .getCode());
        }
        Setting setting =
                TestStudy.setting(random.nextInt(3) == 0 ? TestStudy.INDEX.minusDays(1) : LocalDate.parse(day));
        List<Object> stated = List.of("V3");
        return TestStudy.measurement(wave, instrument, day, setting, values)
                .circumstances(new Circumstances(
                        random.nextInt(12) == 0 ? List.of("V2") : stated,
                        stated,
                        random.nextInt(6) == 0 ? List.of("SINGLE") : stated,
                        false,
                        false,
                        true,
                        setting))
                .omitted(omitted)
                .build();
    }
}
