/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.WavePlan;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.data.WaveState;
import org.openmrs.module.smpr.study.disclosure.SmallNumbers;
import org.openmrs.module.smpr.study.flow.BaselineAnalysis;
import org.openmrs.module.smpr.study.flow.FlowAnalysis;
import org.openmrs.module.smpr.study.measure.NoValue;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.study.plan.PlannedChange;
import org.openmrs.module.smpr.study.plan.PlannedReliability;
import org.openmrs.module.smpr.study.plan.TestPlans;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.study.report.StudyReportWriter;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.study.result.TestFindings;
import org.openmrs.module.smpr.trajectory.Circumstances;
import org.openmrs.module.smpr.trajectory.Setting;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

/** Change between two waves, in small cohorts whose numbers are reckoned by hand or by R. */
public class ChangeAnalysisTest {

    private static final String C = "HCR20V3.scale.C";

    private static final String EXTERNAL = "SAPROF.scale.external";

    private static final Setting CUSTODY = TestStudy.setting(LocalDate.parse("2020-01-20"));

    private static final String FIRST = "2020-01-20";

    private static final String SECOND = "2020-09-01";

    private final ChangeAnalysis analysis = new ChangeAnalysis();

    // The five pairs: differences −4, −1, −3, −3, −1

    private static final double[] FIRSTS = {8, 7, 6, 9, 5};

    private static final double[] SECONDS = {4, 6, 3, 6, 4};

    @Test
    public void shouldDescribeAndTestTheDifferenceOfThePairsAlone() {
        Finding finding = change(C, fivePairsAndThree());

        assertEquals(5, (long) finding.getN().getCount());
        assertEquals(3, (long) finding.getMissing().getCount());
        assertEquals(5, count(finding, "changePairs", "pairs", C));
        assertEquals(3, count(finding, "changePairs", "missing", C));
        // first <- c(8, 7, 6, 9, 5); second <- c(4, 6, 3, 6, 4)
        // mean(first); sd(first); mean(second); sd(second); t.test(second, first, paired = TRUE)
        assertNumber(7, finding, "changeDifferences", "meanFirst", C);
        assertNumber(1.58113883008, finding, "changeDifferences", "sdFirst", C);
        assertNumber(4.6, finding, "changeDifferences", "meanSecond", C);
        assertNumber(1.3416407865, finding, "changeDifferences", "sdSecond", C);
        assertNumber(-2.4, finding, "changeDifferences", "meanDifference", C);
        assertNumber(-4.065867063119, finding, "changeDifferences", "meanDifferenceLower", C);
        assertNumber(-0.734132936881, finding, "changeDifferences", "meanDifferenceUpper", C);
        assertNumber(-3, finding, "changeDifferences", "medianDifference", C);
        assertNumber(-4, finding, "changeTests", "t", C);
        assertNumber(4, finding, "changeTests", "df", C);
        assertNumber(0.0161300899001, finding, "changeTests", "tP", C);
        // All five are lower: 2 of the 32 signs of the ranks are as far out.
        assertNumber(0.0625, finding, "changeTests", "signedRankP", C);
        assertEquals("exact", term(finding, "changeTests", "exact", C));
        // The eighth of the 15 averages of two differences: −4, −3.5, −3.5, −3, −3, −3, −2.5, −2.5, −2, …
        assertNumber(-2.5, finding, "changeTests", "shift", C);
        assertTrue(cell(finding, "changeTests", "shiftLower", C).isEmpty());
        assertNumber(-2.4 / Math.sqrt(1.8), finding, "changeEffects", "dz", C);
        assertNumber(-1, finding, "changeEffects", "rankBiserial", C);
        assertNumber(0.589255650989, finding, "changeEffects", "correlation", C);
    }

    @Test
    public void shouldSayOfEachWithoutAPairWhy() {
        Finding finding = change(C, fivePairsAndThree());

        assertEquals(5, count(finding, "changeTwice", "n", "HCR20V3", "TWICE"));
        assertEquals(1, count(finding, "changeTwice", "n", "HCR20V3", "NOT_AT_SECOND"));
        assertEquals(1, count(finding, "changeTwice", "n", "HCR20V3", "NOT_AT_FIRST"));
        assertEquals(1, count(finding, "changeTwice", "n", "HCR20V3", "STILL_TO_COME"));

        List<Subject> subjects = new ArrayList<>();
        subjects.add(TestStudy.subject("a").build());
        subjects.add(subject("b", hcr("T0", FIRST, Map.of(C, 5.0)), hcr("T3", SECOND, Map.of())));
        subjects.add(subject(
                "c",
                hcr("T0", FIRST, Map.of(C, 5.0)),
                TestStudy.measurement("T3", "HCR20V3", SECOND, TestStudy.setting(LocalDate.parse(SECOND)), Map.of())
                        .noValues(Map.of(C, NoValue.OMITTED))
                        .build()));
        subjects.add(subject(
                "d",
                hcr("T0", FIRST, Map.of(C, 5.0)),
                TestStudy.measurement(
                                "T3", "HCR20V3", SECOND, TestStudy.setting(LocalDate.parse(SECOND)), Map.of(C, 1.0))
                        .circumstances(new Circumstances(
                                List.of("V2"), List.of("V3"), List.of("V3"), false, false, true, CUSTODY))
                        .build()));
        // He said no to more before the second wave came: it will not.
        subjects.add(TestStudy.subject("e")
                .lastDay(LocalDate.parse("2020-05-01"))
                .waves(List.of(notYet("T3")))
                .measurements(List.of(hcr("T0", FIRST, Map.of(C, 5.0))))
                .build());
        // Nobody knows yet when care will end, from which the second wave is counted.
        subjects.add(TestStudy.subject("f")
                .waves(List.of(new WaveState("T3", "HCR20V3", false, DueStatus.NOT_DATED, null, null, null, false)))
                .measurements(List.of(hcr("T0", FIRST, Map.of(C, 5.0))))
                .build());
        finding = change(C, subjects);

        assertEquals(0, count(finding, "changePairs", "pairs", C));
        assertEquals(6, count(finding, "changePairs", "missing", C));
        assertEquals(1, count(finding, "changeTwice", "n", "HCR20V3", "STILL_TO_COME"));
        for (String reason : List.of("NOT_AT_EITHER", "NOT_AT_SECOND")) {
            assertEquals(reason, 1, count(finding, "changeTwice", "n", "HCR20V3", reason));
        }
        for (String reason : List.of("UNANSWERED", "OMITTED", "OTHER_EDITION")) {
            assertEquals(reason, 1, count(finding, "changeNoValue", "n", C, reason));
        }
        assertEquals(0, (long) finding.getN().getCount());
        assertTrue(cell(finding, "changeDifferences", "meanDifference", C).isEmpty());
        assertTrue(cell(finding, "changeTests", "tP", C).isEmpty());
        assertTrue(
                finding.getNotes().toString(),
                arguments(finding, "changeMultiple").contains(0L));
    }

    @Test
    public void shouldTestAgainstMeasurementErrorByTheRulesOfATrajectory() {
        StudyData data = data(
                stating("HCR20V3", "C", 3, 0.84),
                pairs(C, CUSTODY, FIRSTS, SECONDS).toArray(new Subject[0]));

        Finding finding = only(data, C);

        // SEM = 3 √0.16 = 1.2; MDC = 1.96 √2 1.2 = 3.33: −4 alone lies beyond it.
        assertEquals(5, count(finding, "changeBeyondError", "tested", C));
        assertEquals(1, count(finding, "changeBeyondError", "lowerN", C));
        assertEquals(0, count(finding, "changeBeyondError", "higherN", C));
        assertEquals(4, count(finding, "changeBeyondError", "withinError", C));
        assertNumber(0.2, finding, "changeBeyondError", "lowerShare", C);
        // prop.test(1, 5, correct = FALSE)$conf.int
        assertNumber(0.0362241086324, finding, "changeBeyondError", "lowerShareLower", C);
        assertNumber(0.6244653702375, finding, "changeBeyondError", "lowerShareUpper", C);
        assertNumber(1.2, finding, "changeErrors", "sem", C);
        assertEquals(3.326, number(finding, "changeErrors", "mdc", C), 0.001);
        assertTrue(table(finding, "changeUntested").getRows().isEmpty());
    }

    @Test
    public void shouldTestNothingBetweenTwoSettingsOrWithoutAReliability() {
        Finding across = only(data(stating("HCR20V3", "C", 3, 0.84), fivePairs().toArray(new Subject[0])), C);
        assertEquals(0, count(across, "changeBeyondError", "tested", C));
        assertTrue(cell(across, "changeBeyondError", "lowerShare", C).isEmpty());
        assertEquals(5, count(across, "changeUntested", "pairs", C, "SETTING_CHANGED"));
        assertEquals(5, count(across, "changeSettings", "n", "HCR20V3", "IN", "OUT"));
        assertTrue(notes(across).contains("changeAcross"));

        Finding unknown = change(C, pairs(C, CUSTODY, FIRSTS, SECONDS));
        assertEquals(5, count(unknown, "changeUntested", "pairs", C, "NO_RELIABILITY"));
        assertTrue(table(unknown, "changeErrors").getRows().isEmpty());
        assertFalse(notes(unknown).contains("changeAcross"));
    }

    @Test
    public void shouldPutTheItemsThatCareCarriesAside() {
        String without = EXTERNAL + ".withoutCarried";
        List<Subject> subjects = new ArrayList<>();
        double[][] values = {{4, 8, 2, 3}, {5, 8, 2, 2}, {3, 7, 1, 2}};
        for (double[] row : values) {
            subjects.add(subject(
                    "s" + subjects.size(),
                    TestStudy.measurement("T0", "SAPROF", FIRST, Map.of(EXTERNAL, row[0], without, row[2])),
                    TestStudy.measurement("T3", "SAPROF", SECOND, Map.of(EXTERNAL, row[1], without, row[3]))));
        }

        Finding finding = change(EXTERNAL, subjects);

        assertEquals(3, count(finding, "changeCarried", "pairs", EXTERNAL, "IN-OUT"));
        assertNumber(11 / 3.0, finding, "changeCarried", "meanDifference", EXTERNAL, "IN-OUT");
        assertNumber(2 / 3.0, finding, "changeCarried", "meanDifferenceWithoutCarried", EXTERNAL, "IN-OUT");
        assertNumber(10, finding, "changeCarried", "most", EXTERNAL, "IN-OUT");
        assertNumber(4, finding, "changeCarried", "mostWithoutCarried", EXTERNAL, "IN-OUT");
        assertTrue(notes(finding).contains("changeFalls"));
    }

    @Test
    public void shouldDescribeASumWithStaticItemsAndNotTestIt() {
        String total = "HCR20V3.scale.total.IN";

        Finding finding = change(total, pairs(total, CUSTODY, FIRSTS, SECONDS));

        assertNumber(-2.4, finding, "changeDifferences", "meanDifference", total);
        assertTrue(
                cell(finding, "changeDifferences", "meanDifferenceLower", total).isEmpty());
        for (String table : List.of("changeTests", "changeEffects", "changeBeyondError", "changeModel")) {
            assertTrue(table, table(finding, table).getRows().isEmpty());
        }
        assertTrue(notes(finding).contains("changeFixed"));
        assertTrue(arguments(finding, "changeMultiple").contains(0L));
    }

    @Test
    public void shouldCompareWhoHasNoPairAtFirstWithWhoHas() {
        List<Subject> subjects = new ArrayList<>();
        int[] ages = {20, 30, 40, 50, 60};
        for (int i = 0; i < ages.length; i++) {
            subjects.add(TestStudy.subject("p" + i)
                    .age(ages[i])
                    .measurements(List.of(hcr("T0", FIRST, Map.of(C, 5.0)), hcr("T3", SECOND, Map.of(C, 4.0))))
                    .build());
        }
        for (int age : new int[] {30, 50, 70}) {
            subjects.add(TestStudy.subject("n" + age)
                    .age(age)
                    .measurements(List.of(hcr("T0", FIRST, Map.of(C, 7.0))))
                    .build());
        }
        subjects.add(TestStudy.subject("x").age(null).build());

        Finding finding = change(C, subjects);

        assertEquals(5, count(finding, "changeUnpaired", "nTwice", "participants"));
        assertEquals(4, count(finding, "changeUnpaired", "nNotTwice", "participants"));
        assertEquals(3, count(finding, "changeUnpaired", "nNotTwice", "age"));
        assertNumber(40, finding, "changeUnpaired", "meanTwice", "age");
        assertNumber(50, finding, "changeUnpaired", "meanNotTwice", "age");
        // a <- c(20, 30, 40, 50, 60); b <- c(30, 50, 70); (mean(b) - mean(a)) / sqrt((var(a) + var(b)) / 2)
        assertNumber(0.554700196225, finding, "changeUnpaired", "standardizedDifference", "age");
        assertEquals(3, count(finding, "changeUnpaired", "nNotTwice", C));
        // Neither group varies, and they differ: no number of standard deviations.
        assertTrue(cell(finding, "changeUnpaired", "standardizedDifference", C).isEmpty());
    }

    @Test
    public void shouldTellShiftsOfOpinionsAndNoMeans() {
        int[] firsts = {2, 2, 2, 1, 0};
        int[] seconds = {1, 1, 2, 0, 0};
        String opinion = "HCR20V3.CP.IN";
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            subjects.add(subject(
                    "j" + i,
                    hcr("T0", FIRST, Map.of(opinion, (double) firsts[i])),
                    hcr("T3", SECOND, Map.of(opinion, (double) seconds[i]))));
        }

        Finding finding = analysis.of(
                        TestStudy.data(subjects.toArray(new Subject[0])), new PlannedChange("T0", "T3", Set.of(), true))
                .get(0);

        assertEquals(3, count(finding, "changeJudgements", "lowerLevel", opinion));
        assertEquals(2, count(finding, "changeJudgements", "sameLevel", opinion));
        assertEquals(0, count(finding, "changeJudgements", "higherLevel", opinion));
        // d = (−1, −1), S = (1 −1; −1 3) for the two lower levels: χ² = 3 with 2 degrees of freedom.
        assertNumber(3, finding, "changeJudgements", "chiSquared", opinion);
        assertNumber(2, finding, "changeJudgements", "df", opinion);
        assertNumber(Math.exp(-1.5), finding, "changeJudgements", "marginsP", opinion);
        assertNumber(0.25, finding, "changeJudgements", "signP", opinion);
        ResultTable shifts = finding.getTables().stream()
                .filter(table -> table.getCode().equals("changeShifts")
                        && table.getAbout().get(0).getCode().equals(opinion))
                .findFirst()
                .get();
        assertEquals(9, shifts.getRows().size());
        assertEquals(Long.valueOf(2), shifts.cell("n", "HIGH", "MODERATE").get().getCount());
        assertEquals(Long.valueOf(0), shifts.cell("n", "LOW", "HIGH").get().getCount());
        assertTrue(
                finding.getTables().stream().noneMatch(table -> table.getCode().equals("changeDifferences")));
        // Nobody moved, because nobody has one: there is nothing to test.
        assertTrue(cell(finding, "changeJudgements", "marginsP", "SAPROF.FPJ").isEmpty());
        assertTrue(cell(finding, "changeJudgements", "df", "SAPROF.FPJ").isEmpty());
    }

    /** From LOW to MODERATE-HIGH is not from LOW-MODERATE to HIGH, though both have a hyphen. */
    @Test
    public void shouldTellShiftsBetweenFiveLevelsApart() {
        String opinion = "SAPROF.FPJ";
        int[][] moves = {{0, 3}, {0, 3}, {1, 4}, {2, 2}, {4, 0}, {3, 3}, {3, 3}};
        List<Subject> subjects = new ArrayList<>();
        for (int[] move : moves) {
            subjects.add(subject(
                    "l" + subjects.size(),
                    TestStudy.measurement("T0", "SAPROF", FIRST, Map.of(opinion, (double) move[0])),
                    TestStudy.measurement("T3", "SAPROF", SECOND, Map.of(opinion, (double) move[1]))));
        }

        Finding finding = analysis.of(
                        TestStudy.data(subjects.toArray(new Subject[0])), new PlannedChange("T0", "T3", Set.of(), true))
                .get(0);
        ResultTable shifts = finding.getTables().stream()
                .filter(table -> table.getCode().equals("changeShifts")
                        && table.getAbout().get(0).getCode().equals(opinion))
                .findFirst()
                .get();

        assertEquals(
                Long.valueOf(2), shifts.cell("n", "LOW", "MODERATE-HIGH").get().getCount());
        assertEquals(
                Long.valueOf(1), shifts.cell("n", "LOW-MODERATE", "HIGH").get().getCount());
        assertNotNull(new SmallNumbers(5).suppress(List.of(finding)));
    }

    @Test
    public void shouldFitAModelThatUsesThoseWithoutAPairToo() {
        List<Subject> subjects = fivePairs();
        subjects.add(subject("x", hcr("T0", FIRST, Map.of(C, 10.0))));
        subjects.add(subject("y", hcr("T3", SECOND, Map.of(C, 2.0))));

        Finding finding = change(C, subjects);

        // d <- data.frame(id = c(1:5, 1:5, 6, 7), w = factor(rep(c(0, 3, 0, 3), c(5, 5, 1, 1))), y = c(first, second,
        // 10, 2))
        // m <- lme4::lmer(y ~ 0 + w + (1 | id), d)
        assertEquals(7, count(finding, "changeModel", "people", C));
        assertEquals(12, count(finding, "changeModel", "observations", C));
        assertEquals(-2.7125067832, number(finding, "changeModel", "modelDifference", C), 1e-6);
        assertEquals(0.625236319188, number(finding, "changeModel", "se", C), 1e-6);
        assertEquals(2.46750866822, number(finding, "changeModel", "personVariance", C), 1e-5);
        assertEquals(1.03506257942, number(finding, "changeModel", "residualVariance", C), 1e-5);
        assertEquals("noBoundary", term(finding, "changeModel", "boundary", C));
        assertEquals(6, count(finding, "changeModelMeans", "n", C, "T0"));
        assertEquals(7.20709950281, number(finding, "changeModelMeans", "modelMean", C, "T0"), 1e-6);
        assertEquals(0, count(finding, "changeModelMeans", "n", C, "T1"));
        assertTrue(cell(finding, "changeModelMeans", "modelMean", C, "T1").isEmpty());
        // t, signed ranks and model.
        assertTrue(arguments(finding, "changeMultiple").contains(3L));
    }

    /** Rated with one edition in custody and with another in the community, nobody has a pair, and the model compares nothing either. */
    @Test
    public void shouldNotCompareEditionsByTheModelEither() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            subjects.add(subject(
                    "p" + i, edition("2009", "T0", FIRST, FIRSTS[i]), edition("2012", "T3", SECOND, SECONDS[i])));
        }
        subjects.add(subject("x", edition("2009", "T3", SECOND, 3)));

        Finding finding = change(C, subjects);

        assertEquals(0, count(finding, "changePairs", "pairs", C));
        assertEquals(6, count(finding, "changeModel", "observations", C));
        assertEquals(5, count(finding, "changeModel", "observationsOtherEdition", C));
        assertEquals(6, count(finding, "changeModel", "people", C));
        assertEquals(1, count(finding, "changeModelMeans", "n", C, "T3"));
        assertTrue(cell(finding, "changeModel", "modelDifference", C).isEmpty());
        TestFindings.assertWhole(finding);
        assertNotNull(new SmallNumbers(5).suppress(List.of(finding)));
    }

    private static Measurement edition(String edition, String wave, String day, double value) {
        Setting setting = TestStudy.setting(LocalDate.parse(day));
        return TestStudy.measurement(wave, "HCR20V3", day, setting, Map.of(C, value))
                .circumstances(
                        new Circumstances(List.of(edition), List.of("V3"), List.of("V3"), false, false, true, setting))
                .build();
    }

    @Test
    public void shouldCompareCustodyWithTheEndOfCareWhereThereIsNoPlan() {
        Finding finding = analysis.usual(TestStudy.data()).get(0);

        assertEquals(
                List.of("T0", "T3"),
                finding.getAbout().stream().map(Term::getCode).collect(Collectors.toList()));
        assertEquals(false, finding.getPlanned());
        List<String> measures = table(finding, "changePairs").getRows().stream()
                .map(row -> row.get(0).getTerm().getCode())
                .collect(Collectors.toList());
        assertTrue(measures.containsAll(List.of(C, "HCR20V3.scale.CR.OUT", EXTERNAL, "CAPP.scale.A", "SAPROF.FPJ")));
        assertFalse(measures.contains("HCR20V3.scale.H"));
        assertFalse(measures.contains("SAPROF.scale.total"));
        assertFalse(measures.contains(EXTERNAL + ".withoutCarried"));
        assertEquals(0, (long) finding.getN().getCount());

        SiteSettings noWaves = SiteSettings.builder()
                .waves(new WavePlan(Collections.emptyList(), true))
                .build();
        Finding none = analysis.usual(TestStudy.data(noWaves, null, Collections.emptyList()))
                .get(0);
        assertTrue(none.getTables().isEmpty());
        assertEquals(List.of("changeNoWaves"), new ArrayList<>(notes(none)));
    }

    @Test
    public void shouldAskWhatThePlanAsks() {
        SiteSettings settings = SiteSettings.builder()
                .outcomeRegister(TestOutcomes.settings().build())
                .build();
        FrozenPlan plan = FrozenPlan.builder()
                .version(1)
                .dateAccepted(new Date(0))
                .plan(TestPlans.read(TestPlans.WHOLE))
                .site(TestPlans.site(settings))
                .build();

        Finding finding =
                analysis.usual(TestStudy.data(settings, plan, fivePairs())).get(0);

        assertEquals(true, finding.getPlanned());
        assertEquals(5, count(finding, "changePairs", "pairs", C));
        assertNotNull(table(finding, "changeJudgements"));
        assertTrue(analysis.answers(new PlannedChange("T0", "T3", Set.of(C), false)));
        assertFalse(analysis.answers(new PlannedReliability(Set.of(C))));
    }

    @Test
    public void shouldLeaveOutWhatIsNoMeasureAndSaySo() {
        Finding finding = analysis.of(
                        TestStudy.data(fivePairs().toArray(new Subject[0])),
                        new PlannedChange("T0", "T3", Set.of("OLD.scale.X"), false))
                .get(0);

        assertTrue(arguments(finding, "changeUnknown").contains(List.of("OLD.scale.X")));
        assertEquals(0, (long) finding.getN().getCount());
    }

    @Test
    public void shouldAddUpWithTheFlowAndBeFitToLeave() {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            List<Measurement> made = new ArrayList<>();
            List<WaveState> states = new ArrayList<>();
            if (i != 3 && i != 4) {
                made.add(hcr("T0", FIRST, i == 5 ? Map.of() : Map.of(C, i % 5 + 3.0)));
                states.add(done("T0", FIRST));
            } else {
                states.add(missed("T0"));
            }
            if (i < 9) {
                made.add(hcr("T3", SECOND, Map.of(C, i % 4 + 2.0)));
                states.add(done("T3", SECOND));
            } else {
                states.add(i == 9 ? notYet("T3") : missed("T3"));
            }
            subjects.add(
                    TestStudy.subject("s" + i).waves(states).measurements(made).build());
        }
        StudyData data = TestStudy.data(subjects.toArray(new Subject[0]));
        List<Finding> findings = new ArrayList<>(new FlowAnalysis().usual(data));
        findings.addAll(new BaselineAnalysis().usual(data));
        findings.addAll(analysis.usual(data));

        List<Finding> suppressed = new SmallNumbers(5).suppress(findings);

        Finding told = suppressed.get(2);
        assertTrue(cell(told, "changeTwice", "n", "HCR20V3", "NOT_AT_FIRST").isSuppressed());
        assertTrue(cell(told, "changeTwice", "n", "HCR20V3", "STILL_TO_COME").isSuppressed());
        assertTrue(cell(told, "changeNoValue", "n", C, "UNANSWERED").isSuppressed());
        // 7 were rated twice, and 6 have the value twice: both told, the one who has not would follow.
        assertTrue(cell(told, "changePairs", "pairs", C).isSuppressed()
                || told.getN().isSuppressed());
        for (Finding each : findings) {
            for (ResultTable table : each.getTables()) {
                assertFalse(table.getCode(), table.getNotes().isEmpty());
                table.getRows()
                        .forEach(row ->
                                assertEquals(table.getCode(), table.getColumns().size(), row.size()));
            }
        }
    }

    @Test
    public void shouldBeSaidInBothLanguages() {
        List<Subject> subjects = fivePairsAndThree();
        StudyData data = data(stating("HCR20V3", "C", 3, 0.84), subjects.toArray(new Subject[0]));
        StudyReport report = StudyReport.builder()
                .asOf(data.getAsOf())
                .softwareVersion(data.getSoftwareVersion())
                .findings(analysis.usual(data))
                .build();

        String english = new StudyReportWriter(TestLanguage.ENGLISH).html(report);
        String french = new StudyReportWriter(TestLanguage.FRENCH).html(report);

        assertTrue(english.contains("There is no comparison group"));
        assertTrue(french.contains("Il n’y a pas de groupe de comparaison"));
        assertFalse(english.contains("smpr."));
        assertFalse(french.contains("smpr."));
    }

    private Finding change(String measure, List<Subject> subjects) {
        return only(TestStudy.data(subjects.toArray(new Subject[0])), measure);
    }

    private Finding only(StudyData data, String measure) {
        return analysis.of(data, new PlannedChange("T0", "T3", Set.of(measure), false))
                .get(0);
    }

    private static StudyData data(SiteSettings settings, Subject... subjects) {
        return TestStudy.data(settings, null, Arrays.asList(subjects));
    }

    private static SiteSettings stating(String instrument, String scale, double sd, double reliability) {
        return SiteSettings.builder()
                .outcomeRegister(TestOutcomes.settings().build())
                .instruments(Map.of(
                        instrument,
                        InstrumentSettings.builder()
                                .reliability(Map.of(scale, new Reliability(sd, reliability, "an illustration")))
                                .build()))
                .build();
    }

    /** From custody into the community. */
    private static List<Subject> fivePairs() {
        return pairs(C, TestStudy.setting(LocalDate.parse(SECOND)), FIRSTS, SECONDS);
    }

    /** And one who missed the second wave, one who missed the first, one who still has the second before him. */
    private static List<Subject> fivePairsAndThree() {
        List<Subject> subjects = fivePairs();
        subjects.add(TestStudy.subject("missed")
                .waves(List.of(missed("T3")))
                .measurements(List.of(hcr("T0", FIRST, Map.of(C, 9.0))))
                .build());
        subjects.add(subject("late", hcr("T3", SECOND, Map.of(C, 2.0))));
        subjects.add(TestStudy.subject("waiting")
                .waves(List.of(notYet("T3")))
                .measurements(List.of(hcr("T0", FIRST, Map.of(C, 4.0))))
                .build());
        return subjects;
    }

    /** In custody the first time. */
    private static List<Subject> pairs(String measure, Setting then, double[] firsts, double... seconds) {
        List<Subject> subjects = new ArrayList<>();
        for (int i = 0; i < firsts.length; i++) {
            subjects.add(subject(
                    "s" + i,
                    hcr("T0", FIRST, Map.of(measure, firsts[i])),
                    TestStudy.measurement("T3", "HCR20V3", SECOND, then, Map.of(measure, seconds[i]))
                            .build()));
        }
        return subjects;
    }

    private static Subject subject(String code, Measurement... made) {
        return TestStudy.subject(code).measurements(Arrays.asList(made)).build();
    }

    private static Measurement hcr(String wave, String day, Map<String, Double> values) {
        return TestStudy.measurement(wave, "HCR20V3", day, values);
    }

    private static WaveState done(String wave, String day) {
        return new WaveState(
                wave, "HCR20V3", false, DueStatus.DONE, null, LocalDate.parse(day), LocalDate.parse(day), true);
    }

    private static WaveState missed(String wave) {
        return new WaveState(wave, "HCR20V3", false, DueStatus.MISSED, null, LocalDate.parse(SECOND), null, false);
    }

    private static WaveState notYet(String wave) {
        return new WaveState(wave, "HCR20V3", false, DueStatus.NOT_YET, null, LocalDate.parse(SECOND), null, false);
    }

    private static ResultTable table(Finding finding, String code) {
        return finding.getTables().stream()
                .filter(table -> table.getCode().equals(code))
                .findFirst()
                .get();
    }

    private static Cell cell(Finding finding, String table, String column, String... terms) {
        return table(finding, table).cell(column, terms).get();
    }

    private static long count(Finding finding, String table, String column, String... terms) {
        return cell(finding, table, column, terms).getCount();
    }

    private static double number(Finding finding, String table, String column, String... terms) {
        return cell(finding, table, column, terms).getNumber();
    }

    private static void assertNumber(double expected, Finding finding, String table, String column, String... terms) {
        assertEquals(table + " " + column, expected, number(finding, table, column, terms), 1e-9);
    }

    private static String term(Finding finding, String table, String column, String... terms) {
        return cell(finding, table, column, terms).getTerm().getCode();
    }

    private static Set<String> notes(Finding finding) {
        return finding.getNotes().stream().map(Term::getCode).collect(Collectors.toSet());
    }

    private static List<Object> arguments(Finding finding, String note) {
        return finding.getNotes().stream()
                .filter(term -> term.getCode().equals(note))
                .findFirst()
                .get()
                .getArguments();
    }
}
