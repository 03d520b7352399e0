/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;
import static org.openmrs.module.smpr.study.data.TestStudy.died;
import static org.openmrs.module.smpr.study.data.TestStudy.diedUnseen;
import static org.openmrs.module.smpr.study.data.TestStudy.free;
import static org.openmrs.module.smpr.study.data.TestStudy.measurement;
import static org.openmrs.module.smpr.study.data.TestStudy.offended;
import static org.openmrs.module.smpr.study.data.TestStudy.subject;
import static org.openmrs.module.smpr.study.result.TestFindings.assertWhole;
import static org.openmrs.module.smpr.study.result.TestFindings.cell;
import static org.openmrs.module.smpr.study.result.TestFindings.count;
import static org.openmrs.module.smpr.study.result.TestFindings.number;
import static org.openmrs.module.smpr.study.result.TestFindings.table;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.statistics.RFixture;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.RStudy;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.plan.PlannedValidity;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.study.report.StudyReportWriter;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.Language;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

public class ValidityAnalysisTest {

    private static final double EXACT = 1e-12;

    private static final String HCR20 = "HCR20V3.scale.total.OUT";

    private static final String SAPROF = "SAPROF.scale.total";

    private static final String FPJ = "SAPROF.FPJ";

    private static final int LOW = 0;

    private static final int HIGH = 4;

    private static final String INDEX = "SAPROF.index.hcr20-saprof.OUT";

    private static final String BEFORE_RELEASE = "2020-03-01";

    private final RFixture fixture = RFixture.of("study");

    /**
     * Six men rated before they left: two offended, on days 100 and 290 (30 and 20 points), one died on day 200 (15), and three are known
     * to have been free past one year (10, 25 and 20).
     */
    private final StudyData six = TestStudy.data(
            rated(offended("A", "2020-06-18"), HCR20, 30),
            rated(offended("B", "2020-12-25"), HCR20, 20),
            rated(died("C", "2020-09-26"), HCR20, 15),
            rated(free("D", "2022-01-01"), HCR20, 10),
            rated(free("E", "2022-01-01"), HCR20, 25),
            rated(free("F", "2022-01-01"), HCR20, 20));

    /** A is above all four others, B above two of them and level with one. */
    @Test
    public void shouldHoldThoseWithAnEventAgainstAllOthersTheDeadAmongThem() {
        ResultTable table = table(validity(six, HCR20, Direction.RISK, "T1", 12), "discrimination");

        assertEquals(6.5 / 8, number(table, "discrimination", "12", "auc"), EXACT);
        assertEquals(6.5 / 8, number(table, "discrimination", "12", "roc"), EXACT);
        assertEquals(4.5 / 6, number(table, "discrimination", "12", "aucLiving"), EXACT);
        assertEquals(6, count(table, "n", "12", "auc"));
        assertEquals(2, count(table, "events", "12", "auc"));
        assertEquals(4, count(table, "noEventKnown", "12", "auc"));
        ResultTable until = table(validity(six, HCR20, Direction.RISK, "T1", 12), "untilHorizon");
        assertEquals(3, count(until, "free", "12"));
        assertEquals(1, count(until, "deathsKnown", "12"));
        assertEquals(0, count(until, "censored", "12"));
    }

    /** A was first of all five others and above each; B had the event before three, and the fourth never has it. */
    @Test
    public void shouldCountWhoWasFirst() {
        ResultTable table = table(validity(six, HCR20, Direction.RISK, "T1", 12), "discrimination");

        assertEquals(7.5 / 9, number(table, "discrimination", "12", "harrell"), EXACT);
        assertEquals(7.5 / 9, number(table, "discrimination", "12", "uno"), EXACT);
    }

    @Test
    public void shouldTakeTheDirectionThatWasFixedBeforehand() {
        StudyData data = TestStudy.data(six.getSubjects().stream()
                .map(subject -> rated(
                        subject,
                        SAPROF,
                        34
                                - Subject.value(
                                        subject.at("T1", "HCR20V3").get(),
                                        TestStudy.measure(HCR20),
                                        TestStudy.MEASURES)))
                .toArray(Subject[]::new));

        ResultTable right = table(validity(data, SAPROF, Direction.PROTECTION, "T1", 12), "discrimination");
        ResultTable wrong = table(validity(data, SAPROF, Direction.RISK, "T1", 12), "discrimination");

        assertEquals(6.5 / 8, number(right, "discrimination", "12", "auc"), EXACT);
        assertEquals(1.5 / 8, number(wrong, "discrimination", "12", "auc"), EXACT);
    }

    @Test
    public void shouldNeverTakeWhatIsNotKnownForAnAbsence() {
        StudyData data = with(six, rated(free("G", "2020-05-01"), HCR20, 5));

        Finding finding = validity(data, HCR20, Direction.RISK, "T1", 12);
        ResultTable table = table(finding, "discrimination");

        assertTrue(cell(table, "discrimination", "12", "roc").isEmpty());
        assertEquals("notComplete", cell(table, "remark", "12", "roc").getTerm().getCode());
        assertEquals(1, count(table(finding, "untilHorizon"), "censored", "12"));
        // Lost before anybody had the event, he stands for nobody and is stood for by all alike.
        assertEquals(6.5 / 8, number(table, "discrimination", "12", "auc"), EXACT);
    }

    @Test
    public void shouldNotKnowTheStatusOfADeadManWhomNobodyLookedAfter() {
        StudyData data = with(six, rated(diedUnseen("G", "2020-09-26"), HCR20, 5));

        Finding finding = validity(data, HCR20, Direction.RISK, "T1", 12);
        ResultTable until = table(finding, "untilHorizon");

        assertEquals(
                "notComplete",
                cell(table(finding, "discrimination"), "remark", "12", "roc")
                        .getTerm()
                        .getCode());
        assertEquals(1, count(until, "deathsKnown", "12"));
        assertEquals(1, count(until, "deathsNotKnown", "12"));
        assertEquals(0, count(until, "censored", "12"));
        assertEquals(8.5 / 10, number(table(finding, "discrimination"), "discrimination", "12", "auc"), EXACT);
        assertWhole(finding);
    }

    /** Looked at until the later horizon they are known to have lived until the first, and nobody looked whether they were free. */
    @Test
    public void shouldNotTakeAnEventOrADeathAfterAHorizonForFreedomUntilIt() {
        StudyData data =
                with(six, rated(diedUnseen("G", "2021-09-26"), HCR20, 5), rated(offended("H", "2021-09-26"), HCR20, 5));

        Finding finding = validity(data, HCR20, Direction.RISK, "T1", 12, 60);
        ResultTable until = table(finding, "untilHorizon");

        assertEquals(3, count(until, "free", "12"));
        assertEquals(2, count(until, "censored", "12"));
        assertEquals(
                "notComplete",
                cell(table(finding, "discrimination"), "remark", "12", "roc")
                        .getTerm()
                        .getCode());
        assertWhole(finding);
    }

    @Test
    public void shouldFindWhatRFinds() {
        Finding finding = validity(RStudy.data(fixture, man -> true), HCR20, Direction.RISK, "T1", 12);
        ResultTable table = table(finding, "discrimination");

        for (String what : Arrays.asList("events", "deaths", "free", "censored")) {
            assertEquals(
                    what,
                    fixture.results().get("counts").get(what).intValue(),
                    count(table(finding, "untilHorizon"), what.equals("deaths") ? "deathsKnown" : what, "12"));
        }
        assertEquals(
                fixture.results().get("counts").get("interrupted").intValue(),
                count(table(finding, "predicted"), "n", "withGap"));
        assertFound("AUC", fixture.results().at("/auc/auc/0"), number(table, "discrimination", "12", "auc"));
        assertFound("lower", fixture.results().at("/auc/interval/0"), number(table, "lower", "12", "auc"));
        assertFound("upper", fixture.results().at("/auc/interval/1"), number(table, "upper", "12", "auc"));
        assertFound("C", fixture.results().at("/harrell/c"), number(table, "discrimination", "12", "harrell"));
        assertWhole(finding);
    }

    @Test
    public void shouldFindWhatRFindsOfWhatProtects() {
        StudyData data = RStudy.data(fixture, man -> true);
        ResultTable sum = table(validity(data, SAPROF, Direction.PROTECTION, "T1", 12), "discrimination");
        ResultTable judgement = table(validity(data, FPJ, Direction.PROTECTION, "T1", 12), "discrimination");

        assertFound("AUC", fixture.results().at("/aucOfSaprof/auc/0"), number(sum, "discrimination", "12", "auc"));
        assertFound("C", fixture.results().at("/harrellOfSaprof/c"), number(sum, "discrimination", "12", "harrell"));
        assertFound(
                "AUC", fixture.results().at("/aucOfJudgement/auc/0"), number(judgement, "discrimination", "12", "auc"));
    }

    @Test
    public void shouldFindWhatRFindsWhereEverybodyIsKnown() {
        ResultTable table = table(
                validity(RStudy.data(fixture, RStudy::isKnownAtOneYear), HCR20, Direction.RISK, "T1", 12),
                "discrimination");

        assertFound("ROC", fixture.results().at("/delong/auc"), number(table, "discrimination", "12", "roc"));
        assertFound("lower", fixture.results().at("/delong/interval/0"), number(table, "lower", "12", "roc"));
        assertFound("upper", fixture.results().at("/delong/interval/1"), number(table, "upper", "12", "roc"));
        assertTrue(cell(table, "remark", "12", "roc").isEmpty());
    }

    @Test
    public void shouldLeaveOutWhatWasNotLockedBeforeItsWindow() {
        Measurement.MeasurementBuilder charted = hcr20("2020-03-01", 20);
        StudyData data = with(
                six,
                free("G", "2022-01-01"),
                rated(free("H", "2022-01-01"), HCR20, Double.NaN),
                measured(free("I", "2022-01-01"), hcr20("2020-03-11", 20).build()),
                measured(
                        free("J", "2022-01-01"),
                        charted.lastCharted(LocalDate.parse("2020-03-11")).build()),
                measured(free("K", "2022-01-01"), charted.lastCharted(null).build()),
                measured(
                        free("L", "2022-01-01"),
                        charted.lastCharted(LocalDate.parse("2020-03-10")).build()),
                rated(subject("M").build(), HCR20, 20),
                rated(subject("N").indexDay(null).status(null).build(), HCR20, 20));

        Finding finding = validity(data, HCR20, Direction.RISK, "T1", 12);
        ResultTable table = table(finding, "predicted");

        assertEquals(1, count(table, "n", "notMade"));
        assertEquals(1, count(table, "n", "noValue"));
        assertEquals(1, count(table, "n", "madeAfter"));
        assertEquals(2, count(table, "n", "amendedAfter"));
        assertEquals(1, count(table, "n", "notKnown"));
        assertEquals(1, count(table, "n", "noOrigin"));
        assertEquals(7, count(table, "n", "predicted"));
        assertEquals(7, (long) finding.getN().getCount());
        assertEquals(7, (long) finding.getMissing().getCount());
        assertWhole(finding);
    }

    @Test
    public void shouldNotTakeAnIndexWhoseOtherPartWasAmendedLater() {
        Measurement saprof = measurement("T1", "SAPROF", BEFORE_RELEASE, Collections.singletonMap(INDEX, 8.0));
        Measurement near = hcr20("2020-02-25", 20).build();
        Measurement nearAmended = hcr20("2020-02-25", 20)
                .lastCharted(LocalDate.parse("2020-08-01"))
                .build();
        Measurement farAmended = hcr20("2019-06-01", 20)
                .wave("T0")
                .lastCharted(LocalDate.parse("2020-08-01"))
                .build();
        StudyData data = TestStudy.data(
                measured(free("A", "2022-01-01"), near, saprof),
                measured(free("B", "2022-01-01"), nearAmended, saprof),
                measured(free("C", "2022-01-01"), farAmended, near, saprof));

        Finding finding = validity(data, INDEX, Direction.RISK, "T1", 12);

        assertEquals(2, count(table(finding, "predicted"), "n", "predicted"));
        assertEquals(1, count(table(finding, "predicted"), "n", "amendedAfter"));
        assertTrue(codes(table(finding, "discrimination").getNotes()).contains("indexOfVersion2"));
    }

    /** Rated on 10 June 2020, day 92. Of those free of an event then one offends within the year that follows, and one later. */
    @Test
    public void shouldPredictFromTheDayOfALaterRatingOfThoseAtRiskOnIt() {
        StudyData data = TestStudy.data(
                later(offended("A", "2020-06-10"), 30),
                later(died("B", "2020-04-01"), 30),
                later(free("C", "2020-06-10"), 30),
                later(
                        subject(
                                "D",
                                Collections.singletonList(
                                        TestOutcomes.stay(Kind.HOSPITALIZATION, "2020-06-01", "2020-06-20")
                                                .build()),
                                Collections.singletonList(TestOutcomes.registerFreeUntil("2022-01-01")
                                        .build())),
                        30),
                measured(
                        free("E", "2022-01-01"),
                        hcr20("2020-03-09", 20).wave("T2").build()),
                later(offended("F", "2021-05-01"), 30),
                later(
                        subject(
                                "G",
                                Collections.singletonList(
                                        TestOutcomes.offence("2021-06-11").build()),
                                Collections.singletonList(TestOutcomes.registerFreeUntil("2021-06-11")
                                        .build())),
                        20),
                measured(
                        free("H", "2022-01-01"),
                        hcr20("2020-06-10", 10)
                                .wave("T2")
                                .lastCharted(LocalDate.parse("2020-06-11"))
                                .build()));

        Finding finding = validity(data, HCR20, Direction.RISK, "T2", 12);
        ResultTable table = table(finding, "predicted");

        assertEquals(1, count(table, "n", "eventBefore"));
        assertEquals(1, count(table, "n", "diedBefore"));
        assertEquals(1, count(table, "n", "notKnown"));
        assertEquals(1, count(table, "n", "notAtRisk"));
        assertEquals(1, count(table, "n", "madeBefore"));
        assertEquals(1, count(table, "n", "amendedAfter"));
        assertEquals(2, count(table, "n", "predicted"));
        assertEquals(1, count(table(finding, "discrimination"), "events", "12", "auc"));
        assertTrue(codes(finding.getDefinitions()).contains("predictsFromLandmark"));
        assertWhole(finding);
    }

    /**
     * Rated high: an event on day 100, a death on day 200, one free past one year. F = 1/3. Rated low: an event on day 290, one lost on day
     * 150, one free past one year: F = 1/2.
     */
    @Test
    public void shouldTellWhatWasObservedAtEachLevelOfAJudgement() {
        StudyData data = TestStudy.data(
                rated(offended("A", "2020-06-18"), FPJ, HIGH),
                rated(died("B", "2020-09-26"), FPJ, HIGH),
                rated(free("C", "2022-01-01"), FPJ, HIGH),
                rated(offended("D", "2020-12-25"), FPJ, LOW),
                rated(free("E", "2020-08-07"), FPJ, LOW),
                rated(free("F", "2022-01-01"), FPJ, LOW));

        Finding finding = validity(data, FPJ, Direction.PROTECTION, "T1", 12);
        ResultTable incidence = table(finding, "observedIncidence");
        ResultTable known = table(finding, "observedKnown");

        assertEquals(1 / 3.0, number(incidence, "incidence", "12", "HIGH"), EXACT);
        assertEquals(1 / 2.0, number(incidence, "incidence", "12", "LOW"), EXACT);
        assertEquals(0, count(incidence, "n", "12", "MODERATE"));
        assertTrue(cell(incidence, "incidence", "12", "MODERATE").isEmpty());
        assertEquals(2, count(incidence, "noEventKnown", "12", "HIGH"));
        assertEquals(3, count(known, "known", "12", "HIGH"));
        assertEquals(1 / 3.0, number(known, "share", "12", "HIGH"), EXACT);
        assertEquals(2, count(known, "known", "12", "LOW"));
        assertEquals(1, count(known, "notKnown", "12", "LOW"));
        assertEquals(1 / 2.0, number(known, "share", "12", "LOW"), EXACT);
        // Wilson's, of 1 in 2: (0.5 + z²/4 ± z √(0.125 + z²/16)) / (1 + z²/2).
        double z = 1.959963984540054;
        assertEquals(
                (0.5 + z * z / 4 - z * Math.sqrt(0.125 + z * z / 16)) / (1 + z * z / 2),
                number(known, "lower", "12", "LOW"),
                1e-9);
        assertEquals(2, finding.getFigures().get(0).getCurves().size());
        assertWhole(finding);
    }

    @Test
    public void shouldFindWhatRFindsAtEachLevelWithoutTheDaysNotAtRisk() {
        Finding finding = validity(RStudy.data(fixture, man -> true), FPJ, Direction.PROTECTION, "T1", 12);
        String[] levels = {"LOW", "MODERATE", "HIGH"};

        for (int level = 0; level < levels.length; level++) {
            assertFound(
                    levels[level],
                    fixture.results().get("byLevel").get(level),
                    number(table(finding, "observedIncidence"), "incidence", "12", levels[level]));
        }
        assertWhole(finding);
    }

    @Test
    public void shouldNotCountAmongTheKnownThoseWhoseHorizonIsToCome() {
        Finding finding = validity(
                TestStudy.data(rated(offended("A", "2020-06-18"), FPJ, HIGH)), FPJ, Direction.PROTECTION, "T1", 120);
        ResultTable known = table(finding, "observedKnown");

        assertEquals(1, count(known, "eventToCome", "120", "HIGH"));
        assertEquals(0, count(known, "known", "120", "HIGH"));
        assertTrue(cell(known, "share", "120", "HIGH").isEmpty());
        assertWhole(finding);
    }

    @Test
    public void shouldMakeNoGroupsOutOfASum() {
        Finding finding = validity(six, HCR20, Direction.RISK, "T1", 12);

        assertEquals(
                Arrays.asList("predicted", "untilHorizon", "discrimination"),
                finding.getTables().stream().map(ResultTable::getCode).collect(Collectors.toList()));
        assertEquals(Collections.emptyList(), finding.getFigures());
        assertTrue(codes(finding.getNotes()).contains("noCutOff"));
    }

    @Test
    public void shouldSayBesideEverythingThatARatingTriggersCare() {
        Finding finding = validity(six, FPJ, Direction.PROTECTION, "T1", 12);

        finding.getTables()
                .forEach(table ->
                        assertTrue(table.getCode(), codes(table.getNotes()).contains("ratingTriggersCare")));
        finding.getFigures()
                .forEach(figure ->
                        assertTrue(figure.getCode(), codes(figure.getNotes()).contains("ratingTriggersCare")));
        assertTrue(codes(table(validity(six, "CAPP.scale.total", Direction.RISK, "T1", 12), "discrimination")
                        .getNotes())
                .contains("cappAlone"));
        assertFalse(codes(table(finding, "discrimination").getNotes()).contains("cappAlone"));
    }

    @Test
    public void shouldFindNothingOfNobodyAndOfOneMan() {
        for (StudyData data : Arrays.asList(TestStudy.data(), TestStudy.data(rated(free("A", "2022-01-01"), FPJ, 1)))) {
            Finding finding = validity(data, FPJ, Direction.PROTECTION, "T1", 12);

            assertEquals(data.getSubjects().size(), (long) finding.getN().getCount());
            for (String method : Arrays.asList("auc", "aucLiving", "harrell", "uno", "roc")) {
                assertTrue(
                        method,
                        cell(table(finding, "discrimination"), "discrimination", "12", method)
                                .isEmpty());
            }
            assertWhole(finding);
        }
    }

    /** 1 would be read as certainty, of four men. */
    @Test
    public void shouldHaveNoNumberWherePerfectSeparationShowsNoSpread() {
        StudyData data = TestStudy.data(
                rated(offended("A", "2020-06-18"), HCR20, 30),
                rated(offended("B", "2020-12-25"), HCR20, 29),
                rated(free("C", "2022-01-01"), HCR20, 10),
                rated(free("D", "2022-01-01"), HCR20, 11));

        ResultTable table = table(validity(data, HCR20, Direction.RISK, "T1", 12), "discrimination");

        assertTrue(cell(table, "discrimination", "12", "auc").isEmpty());
        assertTrue(cell(table, "lower", "12", "auc").isEmpty());
        assertEquals(2, count(table, "events", "12", "auc"));
    }

    @Test
    public void shouldHaveNoNumbersWhereThereCanBeNone() {
        StudyData off = TestStudy.data(
                OutcomeRegisterSettings.NONE,
                Collections.singletonList(subject("A").status(null).build()));

        assertNothing("registerOff", new ValidityAnalysis().usual(off).get(0));
        assertNothing("registerOff", validity(off, HCR20, Direction.RISK, "T1", 12));
        assertNothing("measureNotKnown", validity(six, "OTHER.scale.total", Direction.RISK, "T1", 12));
        assertNothing("waveNotKnown", validity(six, HCR20, Direction.RISK, "T9", 12));
    }

    private static void assertNothing(String why, Finding finding) {
        assertEquals(why, finding.getNotes().get(0).getCode());
        assertEquals(Collections.emptyList(), finding.getTables());
        assertEquals(0, (long) finding.getN().getCount());
        assertTrue(finding.getMissing().getCount() > 0);
    }

    @Test
    public void shouldLookAtTheLastWaveBeforeReleaseWhereThereIsNoPlan() {
        List<Finding> findings = new ValidityAnalysis().usual(six);

        assertEquals(
                Arrays.asList(
                        HCR20,
                        "HCR20V3.scale.C",
                        "HCR20V3.scale.R.OUT",
                        "HCR20V3.CP.OUT",
                        SAPROF,
                        FPJ,
                        SAPROF + "/" + HCR20),
                findings.stream()
                        .map(finding -> finding.getAbout().get(0).getCode())
                        .collect(Collectors.toList()));
        assertEquals("T1", findings.get(0).getAbout().get(1).getCode());
        assertEquals("addedValue", findings.get(6).getCode());
        assertFalse(findings.get(0).getPlanned());
        assertTrue(codes(findings.get(5).getDefinitions()).contains("direction.PROTECTION"));
        assertTrue(
                table(findings.get(0), "discrimination").cell("n", "60", "auc").isPresent());
        assertNull(
                table(findings.get(0), "discrimination").cell("n", "24", "auc").orElse(null));
    }

    @Test
    public void shouldSayEverythingInBothLanguages() {
        List<Finding> findings = new ArrayList<>(new ValidityAnalysis().usual(RStudy.data(fixture, man -> true)));
        findings.add(validity(six, INDEX, Direction.RISK, "T1", 12));
        findings.add(validity(six, "CAPP.scale.total", Direction.RISK, "T2", 12));
        findings.add(validity(six, HCR20, Direction.RISK, "T9", 12));

        for (Language language : Arrays.asList(TestLanguage.ENGLISH, TestLanguage.FRENCH)) {
            String html = new StudyReportWriter(language)
                    .html(StudyReport.builder()
                            .asOf(six.getAsOf())
                            .softwareVersion("1.0.0")
                            .findings(findings)
                            .build());
            assertTrue(html, html.contains(language.isFrench() ? "Validité prédictive" : "Predictive validity"));
        }
    }

    private static Finding validity(StudyData data, String measure, Direction higher, String wave, Integer... months) {
        List<Finding> findings = new ValidityAnalysis()
                .of(
                        data,
                        new PlannedValidity(
                                measure, higher, wave, Counted.ANY_BY_FACTS, new TreeSet<>(Arrays.asList(months))));
        assertEquals(1, findings.size());
        return findings.get(0);
    }

    private static List<String> codes(List<Term> terms) {
        return terms.stream().map(Term::getCode).collect(Collectors.toList());
    }

    private static StudyData with(StudyData data, Subject... more) {
        List<Subject> subjects = new ArrayList<>(data.getSubjects());
        subjects.addAll(Arrays.asList(more));
        return TestStudy.data(subjects.toArray(new Subject[0]));
    }

    /** Rated before he left. */
    private static Subject rated(Subject subject, String measure, double value) {
        Map<String, Double> values = new HashMap<>();
        values.put(measure, value);
        return measured(subject, measurement("T1", measure.substring(0, measure.indexOf('.')), BEFORE_RELEASE, values));
    }

    private static Subject later(Subject subject, double value) {
        return measured(subject, hcr20("2020-06-10", value).wave("T2").build());
    }

    private static Measurement.MeasurementBuilder hcr20(String day, double value) {
        return measurement(
                "T1", "HCR20V3", day, TestStudy.setting(LocalDate.parse(day)), Collections.singletonMap(HCR20, value));
    }

    private static Subject measured(Subject subject, Measurement... measurements) {
        List<Measurement> all = new ArrayList<>(subject.getMeasurements());
        all.addAll(Arrays.asList(measurements));
        return Subject.builder()
                .code(subject.getCode())
                .lastDay(subject.getLastDay())
                .episode(subject.getEpisode())
                .indexDay(subject.getIndexDay())
                .age(subject.getAge())
                .waves(subject.getWaves())
                .assessments(subject.getAssessments())
                .measurements(all)
                .care(subject.getCare())
                .stays(subject.getStays())
                .placeSteps(subject.getPlaceSteps())
                .ratingPairs(subject.getRatingPairs())
                .status(subject.getStatus())
                .build();
    }
}
