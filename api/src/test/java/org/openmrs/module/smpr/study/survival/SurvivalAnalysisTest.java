/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.survival;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.study.data.TestStudy.died;
import static org.openmrs.module.smpr.study.data.TestStudy.diedUnseen;
import static org.openmrs.module.smpr.study.data.TestStudy.free;
import static org.openmrs.module.smpr.study.data.TestStudy.offended;
import static org.openmrs.module.smpr.study.data.TestStudy.subject;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.OutcomeSource;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.plan.PlannedSurvival;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.study.result.TestFindings;

/**
 * Seven men who left on 10 March 2020: two offended, on days 100 and 290, one died on day 200, one was known to be free until day 150 and
 * then not known of, two were known to be free past one year, and of one nothing was ever known.
 */
public class SurvivalAnalysisTest {

    private static final double EXACT = 1e-12;

    private final StudyData data = TestStudy.data(
            offended("A", "2020-06-18"),
            died("B", "2020-09-26"),
            free("C", "2022-01-01"),
            free("D", "2020-08-07"),
            offended("E", "2020-12-25"),
            free("F", "2023-01-01"),
            subject("G").build());

    /** At risk 6, 4 and 3: F = 1/6 + 5/6 · 3/4 · 1/3 = 9/24; death 5/6 · 1/4 = 5/24. */
    @Test
    public void shouldLetDeathCompeteAndCensorWhoIsNotKnownOf() {
        ResultTable incidence = table(survival(12), "incidence");

        assertNumber(9 / 24.0, incidence, "incidence", "12");
        assertNumber(15 / 24.0, incidence, "absence", "12");
        assertNumber(5 / 24.0, incidence, "deathIncidence", "12");
        assertCount(2, incidence, "events", "12");
        assertCount(1, incidence, "deaths", "12");
        assertCount(2, incidence, "atRisk", "12");
    }

    /** 1 − 5/6 · 2/3: larger, because the dead are taken for people who could still offend. */
    @Test
    public void shouldShowKaplanMeierBesideIt() {
        assertNumber(4 / 9.0, table(survival(12), "incidence"), "oneLessKaplanMeier", "12");
    }

    @Test
    public void shouldTurnTheIntervalOfTheIncidenceAroundForAbsence() {
        ResultTable incidence = table(survival(12), "incidence");

        assertEquals(1 - number(incidence, "upper", "12"), number(incidence, "absenceLower", "12"), EXACT);
        assertEquals(1 - number(incidence, "lower", "12"), number(incidence, "absenceUpper", "12"), EXACT);
        assertTrue(number(incidence, "absenceLower", "12") < 15 / 24.0);
    }

    /** Of five known three had no event: 0.6, with Wilson's interval by hand. */
    @Test
    public void shouldTellWhatIsKnownWithoutAModelAndWhatItCouldBe() {
        ResultTable known = table(survival(12), "knownAt");

        assertCount(7, known, "reached", "12");
        assertCount(5, known, "known", "12");
        assertCount(2, known, "events", "12");
        assertCount(2, known, "free", "12");
        assertCount(1, known, "deathsKnown", "12");
        assertCount(0, known, "deathsNotKnown", "12");
        assertCount(2, known, "notKnown", "12");
        assertNumber(0.6, known, "absence", "12");
        double z2 = 1.959963984540054 * 1.959963984540054;
        double half = Math.sqrt(z2) * Math.sqrt(0.6 * 0.4 / 5 + z2 / 100) / (1 + z2 / 5);
        assertEquals((0.6 + z2 / 10) / (1 + z2 / 5) - half, number(known, "lower", "12"), 1e-9);
        assertEquals((0.6 + z2 / 10) / (1 + z2 / 5) + half, number(known, "upper", "12"), 1e-9);
        assertNumber(3 / 7.0, known, "worst", "12");
        assertNumber(5 / 7.0, known, "best", "12");
    }

    /** His death competes, and he is none of those known to have had no event: 2 of 4, and not 3 of 5. */
    @Test
    public void shouldNotTakeADeadManWhomNobodyLookedAfterForOneKnownToBeFree() {
        Finding finding = with(1, diedUnseen("B", "2020-09-26"));

        assertNumber(9 / 24.0, table(finding, "incidence"), "incidence", "12");
        assertNumber(5 / 24.0, table(finding, "incidence"), "deathIncidence", "12");
        ResultTable known = table(finding, "knownAt");
        assertCount(4, known, "known", "12");
        assertCount(0, known, "deathsKnown", "12");
        assertCount(1, known, "deathsNotKnown", "12");
        assertCount(2, known, "notKnown", "12");
        assertNumber(0.5, known, "absence", "12");
        assertNumber(2 / 7.0, known, "worst", "12");
        assertNumber(5 / 7.0, known, "best", "12");
    }

    /** He left on day 140: at risk 6 and 3, F = 1/6 + 5/6 · 1/3 = 4/9, where a death on day 200 that competes gives 9/24. */
    @Test
    public void shouldTellHowMuchItMattersThatNobodyLookedAfterADeadMan() {
        ResultTable known = table(with(1, died("B", "2020-09-26", "2020-07-28")), "incidenceAsFarAsKnown");

        assertCount(6, known, "n", "12");
        assertCount(2, known, "events", "12");
        assertCount(0, known, "deathsKnown", "12");
        assertCount(1, known, "deathsNotKnown", "12");
        assertNumber(4 / 9.0, known, "incidence", "12");
        assertNumber(5 / 9.0, known, "absence", "12");
    }

    /** Then nothing is known of him: at risk 5 and 3, F = 1/5 + 4/5 · 1/3. */
    @Test
    public void shouldLeaveOutADeadManWhomNobodyEverLookedAfter() {
        ResultTable known = table(with(1, diedUnseen("B", "2020-09-26")), "incidenceAsFarAsKnown");

        assertCount(5, known, "n", "12");
        assertNumber(7 / 15.0, known, "incidence", "12");
    }

    @Test
    public void shouldNotTellTheSameTwiceWhereEverybodyWhoDiedWasFollowedUntilThen() {
        assertTrue(survival(12).getTables().stream()
                .noneMatch(table -> table.getCode().equals("incidenceAsFarAsKnown")));
    }

    private Finding with(int place, Subject subject) {
        List<Subject> subjects = new ArrayList<>(data.getSubjects());
        subjects.set(place, subject);
        Finding finding = only(TestStudy.data(subjects.toArray(new Subject[0])), asked(12));
        TestFindings.assertWhole(finding);
        return finding;
    }

    /** Ten of twenty offended in 2021, nobody knows when in it, and nobody had looked before: until March 2021 nothing of them is known, whatever horizon is asked with it. */
    @Test
    public void shouldTellAtAHorizonOnlyWhatIsKnownThere() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            subjects.add(
                    i < 10
                            ? TestStudy.subject(
                                    "s" + i,
                                    Collections.singletonList(
                                            TestOutcomes.offence("2021").build()),
                                    Collections.emptyList())
                            : TestStudy.free("s" + i, "2026-01-01"));
        }
        // One whom nobody looked after, found to have offended in the third year.
        subjects.add(TestStudy.offended("late", "2022-10-01"));

        Finding finding = only(TestStudy.data(subjects.toArray(new Subject[0])), asked(12, 24, 36));

        ResultTable incidence = table(finding, "incidence");
        assertCount(0, incidence, "events", "12");
        assertNumber(0, incidence, "incidence", "12");
        assertCount(10, incidence, "n", "12");
        assertCount(10, incidence, "atRisk", "12");
        assertNumber(0.5, incidence, "incidence", "24");
        assertCount(20, incidence, "n", "24");
        assertNumber(11 / 21.0, incidence, "incidence", "36");
        assertCount(21, incidence, "n", "36");
        for (String months : Arrays.asList("12", "24", "36")) {
            assertEquals(
                    cell(incidence, "events", months).getCount(),
                    cell(table(finding, "knownAt"), "events", months).getCount());
        }
        TestFindings.assertWhole(finding);
    }

    @Test
    public void shouldTellTheEndOfCareByTheDayOnWhichItEndedForEach() {
        ResultTable known = table(
                only(new PlannedSurvival(Counted.ANY_BY_FACTS, Collections.singleton(StudyHorizon.END_OF_CARE))),
                "knownAt");

        assertCount(7, known, "reached", "END_OF_CARE");
        assertCount(4, known, "known", "END_OF_CARE");
        assertCount(1, known, "events", "END_OF_CARE");
        assertNumber(3 / 4.0, known, "absence", "END_OF_CARE");
    }

    /** Whose episode was closed on release had no post-prison care: four days without a known event say nothing of it. */
    @Test
    public void shouldNotCountAtTheEndOfPostPrisonCareWhomItNeverBeganOf() {
        Subject closed = TestStudy.subject("A")
                .status(TestStudy.status(
                        Collections.emptyList(),
                        Collections.singletonList(
                                TestOutcomes.registerFreeUntil("2026-01-01").build())))
                .episode(TestStudy.episode("2020-01-10", "2020-03-14")
                        .phases(Collections.singletonList(new PhaseSpan(
                                CommonQuestions.CUSTODY, LocalDate.parse("2020-01-10"), LocalDate.parse("2020-03-15"))))
                        .build())
                .build();

        ResultTable known = table(
                only(
                        TestStudy.data(closed),
                        new PlannedSurvival(Counted.ANY_BY_FACTS, Collections.singleton(StudyHorizon.END_OF_CARE))),
                "knownAt");

        assertCount(0, known, "reached", "END_OF_CARE");
    }

    @Test
    public void shouldCountWhomAWeakSourceKnowsApartAndNeverAsFree() {
        StudyData weak = TestStudy.data(TestStudy.subject(
                "A",
                Collections.emptyList(),
                Collections.singletonList(TestOutcomes.registerFreeUntil("2022-01-01")
                        .source(OutcomeSource.HIS_OWN_WORD)
                        .build())));

        Finding finding = only(weak, asked(12));

        assertCount(1, table(finding, "knownAt"), "weakOnly", "12");
        assertCount(0, table(finding, "knownAt"), "free", "12");
        assertTrue(cell(table(finding, "knownAt"), "absence", "12").isEmpty());
        assertEquals(0, (long) finding.getN().getCount());
        assertEquals(1, (long) finding.getMissing().getCount());
    }

    @Test
    public void shouldNotCountThoseWhoHaveNotReachedAHorizonAmongThoseWhoHave() {
        ResultTable known = table(survival(120), "knownAt");

        assertCount(0, known, "reached", "120");
        assertTrue(cell(known, "absence", "120").isEmpty());
    }

    @Test
    public void shouldCallItProvisionalWhileConvictionsMayStillBeEntered() {
        List<String> notes = survival(12).getNotes().stream().map(Term::getCode).collect(Collectors.toList());

        assertTrue(notes.toString(), notes.contains("provisional"));
        assertTrue(notes.toString(), notes.contains("eventsFromAnySource"));
    }

    @Test
    public void shouldDrawAStepAtEachEventAndCountThoseAtRiskUnderIt() {
        Curve curve = survival(12).getFigures().get(0).getCurves().get(0);

        assertEquals(0, curve.getEstimates().get(0), 0);
        assertEquals(1 / 6.0, curve.getEstimates().get(curve.stepAt(100)), EXACT);
        assertEquals(0, curve.getEstimates().get(curve.stepAt(99)), EXACT);
        assertEquals(Arrays.asList(0.0, 181.0, 365.0), curve.getTicks());
        assertEquals(Arrays.asList(6L, 4L, 2L), curve.getAtRisk());
        assertEquals(Arrays.asList(0L, 1L, 2L), curve.getEvents());
    }

    @Test
    public void shouldSayThatItIsExploratoryWithoutAPlan() {
        Finding finding = survival(12);

        assertFalse(finding.getPlanned());
        assertEquals("NO_PLAN", finding.getStanding().get(0).getCode());
    }

    @Test
    public void shouldHaveNoNumbersWhereThereIsNoRegister() {
        StudyData off = TestStudy.data(
                OutcomeRegisterSettings.NONE,
                Collections.singletonList(subject("A").status(null).build()));

        List<Finding> findings = new SurvivalAnalysis().usual(off);

        assertEquals(1, findings.size());
        assertEquals(Collections.emptyList(), findings.get(0).getTables());
        assertEquals("registerOff", findings.get(0).getNotes().get(0).getCode());
        assertNull(findings.get(0).getPlanned());
    }

    @Test
    public void shouldFindNothingAboutNobody() {
        Finding finding = only(TestStudy.data(), asked(12));

        assertEquals(0, (long) finding.getN().getCount());
        assertTrue(cell(table(finding, "incidence"), "incidence", "12").isEmpty());
        assertTrue(cell(table(finding, "knownAt"), "absence", "12").isEmpty());
    }

    @Test
    public void shouldAskForViolentOffencesTooWhereTheSiteDefinesThem() {
        assertEquals(
                Arrays.asList("ANY_BY_FACTS", "VIOLENT_BY_FACTS"),
                new SurvivalAnalysis()
                        .usual(data).stream()
                                .map(finding -> finding.getAbout().get(0).getCode())
                                .collect(Collectors.toList()));
    }

    private Finding survival(int months) {
        return only(asked(months));
    }

    private static PlannedSurvival asked(int... months) {
        return new PlannedSurvival(
                Counted.ANY_BY_FACTS,
                Arrays.stream(months)
                        .mapToObj(StudyHorizon::ofMonths)
                        .collect(Collectors.toCollection(LinkedHashSet::new)));
    }

    private Finding only(PlannedSurvival asked) {
        return only(data, asked);
    }

    private static Finding only(StudyData data, PlannedSurvival asked) {
        List<Finding> findings = new SurvivalAnalysis().of(data, asked);
        assertEquals(1, findings.size());
        return findings.get(0);
    }

    private static ResultTable table(Finding finding, String code) {
        return finding.getTables().stream()
                .filter(table -> table.getCode().equals(code))
                .findFirst()
                .get();
    }

    private static Cell cell(ResultTable table, String column, String row) {
        return table.cell(column, row).get();
    }

    private static double number(ResultTable table, String column, String row) {
        return cell(table, column, row).getNumber();
    }

    private static void assertNumber(double expected, ResultTable table, String column, String row) {
        assertEquals(expected, number(table, column, row), EXACT);
    }

    private static void assertCount(long expected, ResultTable table, String column, String row) {
        assertEquals(expected, (long) cell(table, column, row).getCount());
    }
}
