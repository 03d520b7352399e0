/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.ucti;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;
import static org.openmrs.module.smpr.study.data.TestStudy.subject;
import static org.openmrs.module.smpr.study.result.TestFindings.assertWhole;
import static org.openmrs.module.smpr.study.result.TestFindings.cell;
import static org.openmrs.module.smpr.study.result.TestFindings.count;
import static org.openmrs.module.smpr.study.result.TestFindings.number;
import static org.openmrs.module.smpr.study.result.TestFindings.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.pathway.place.Stay;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.statistics.RFixture;
import org.openmrs.module.smpr.study.data.PlaceStep;
import org.openmrs.module.smpr.study.data.RStudy;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.disclosure.SmallNumbers;
import org.openmrs.module.smpr.study.flow.FlowAnalysis;
import org.openmrs.module.smpr.study.plan.PlannedUctiEffect;
import org.openmrs.module.smpr.study.report.StudyReport;
import org.openmrs.module.smpr.study.report.StudyReportWriter;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.validity.ValidityAnalysis;
import org.openmrs.module.smpr.trajectory.words.Language;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;

public class UctiEffectAnalysisTest {

    private static final String HCR20 = "HCR20V3.scale.total.OUT";

    private static final String SAPROF = "SAPROF.scale.total";

    private static final double EXACT = 1e-12;

    /** What R finds of the regressions is the maximum by numerical derivatives, good to some 9 digits. */
    private static final double OF_MAXIMUM = 1e-7;

    private final RFixture fixture = RFixture.of("study");

    private final JsonNode results = fixture.results();

    @Test
    public void shouldSayFirstThatFivePlacesShowNoEffect() {
        assertEquals("uctiWarning", usual(everybody()).getNotes().get(0).getCode());
    }

    @Test
    public void shouldFindWhatRFindsFromTheLandmarkOn() {
        Finding finding = usual(everybody());
        ResultTable incidence = table(finding, "uctiIncidence");
        ResultTable difference = table(finding, "uctiDifference");

        assertEquals(results.at("/landmark/entered").intValue(), count(incidence, "n", "unweighted", "entered"));
        assertEquals(results.at("/landmark/others").intValue(), count(incidence, "n", "unweighted", "notEntered"));
        assertEquals(
                results.at("/landmark/eventsEntered").intValue(), count(difference, "eventsEntered", "unweighted"));
        assertEquals(results.at("/landmark/eventsOthers").intValue(), count(difference, "eventsOthers", "unweighted"));
        for (String weighting : Arrays.asList("unweighted", "overlap")) {
            JsonNode found = results.get(weighting.equals("overlap") ? "weighted" : "unweighted");
            assertFound(weighting, found.get("entered"), number(incidence, "incidence", weighting, "entered"));
            assertFound(weighting, found.get("others"), number(incidence, "incidence", weighting, "notEntered"));
            for (int i = 0; i < 2; i++) {
                String limit = i == 0 ? "lower" : "upper";
                assertFound(
                        weighting, found.get("enteredInterval").get(i), number(incidence, limit, weighting, "entered"));
                assertFound(
                        weighting,
                        found.get("othersInterval").get(i),
                        number(incidence, limit, weighting, "notEntered"));
            }
            assertFound(weighting, found.get("difference"), number(difference, "difference", weighting));
            assertFound(weighting, found.get("interval").get(0), number(difference, "lower", weighting));
            assertFound(weighting, found.get("interval").get(1), number(difference, "upper", weighting));
        }
        assertFound(
                "entered", results.at("/effective/entered"), number(incidence, "effectiveSize", "overlap", "entered"));
        assertFound(
                "others", results.at("/effective/others"), number(incidence, "effectiveSize", "overlap", "notEntered"));
        assertEquals(11, number(incidence, "effectiveSize", "unweighted", "entered"), 0);
        assertWhole(finding);
    }

    @Test
    public void shouldFindWhatRFindsOfTheBalance() {
        ResultTable balance = table(usual(everybody()), "uctiBalance");
        String[] covariates = {"age", HCR20, SAPROF};

        for (int i = 0; i < covariates.length; i++) {
            assertFound(
                    covariates[i],
                    results.at("/balance/before").get(i),
                    number(balance, "standardizedDifference", covariates[i]));
            assertFound(
                    covariates[i],
                    results.at("/balance/after").get(i),
                    number(balance, "weightedStandardizedDifference", covariates[i]));
        }
    }

    @Test
    public void shouldFindWhatRFindsWithEntryOnItsOwnDay() {
        ResultTable table = table(usual(everybody()), "uctiEntryOverTime");

        assertFit(results.at("/overTime/alone"), table, "entryAlone");
        assertFit(results.at("/overTime/withCovariates"), table, "entryAndCovariates");
    }

    private static void assertFit(JsonNode fit, ResultTable table, String model) {
        assertFound(model, fit.get("coefficients").get(0), Math.log(number(table, "hazardRatio", model)), OF_MAXIMUM);
        assertFound(model, fit.get("lower").get(0), Math.log(number(table, "lower", model)), OF_MAXIMUM);
        assertFound(model, fit.get("upper").get(0), Math.log(number(table, "upper", model)), OF_MAXIMUM);
        assertFound(model, fit.get("p"), number(table, "p", model), OF_MAXIMUM);
    }

    /**
     * Two had entered by day 60 and two had not: A entered on day 10 and offended on day 160 (day 100 from the landmark), B entered on day 60;
     * C entered on day 61 and offended on day 260 (day 200), D never entered. 1 of 2 and 1 of 2: no difference.
     */
    @Test
    public void shouldCountAsNotEnteredWhoEntersAfterTheLandmark() {
        Finding finding = asked(
                TestStudy.data(
                        man("A", 40, 10, offence(160)),
                        man("B", 30, 60, null),
                        man("C", 50, 61, offence(260)),
                        man("D", 20, null, null)),
                PlannedUctiEffect.AGE);

        assertEquals(2, count(table(finding, "uctiLandmark"), "n", "entered"));
        assertEquals(2, count(table(finding, "uctiLandmark"), "n", "notEntered"));
        assertEquals(0.5, number(table(finding, "uctiIncidence"), "incidence", "unweighted", "entered"), EXACT);
        assertEquals(0, number(table(finding, "uctiDifference"), "difference", "unweighted"), EXACT);
        // The same half in both groups: what it may lie higher by and lower by, squared and added.
        double lower = number(table(finding, "uctiIncidence"), "lower", "unweighted", "entered");
        double upper = number(table(finding, "uctiIncidence"), "upper", "unweighted", "notEntered");
        assertEquals(
                Math.hypot(upper - 0.5, 0.5 - lower),
                number(table(finding, "uctiDifference"), "upper", "unweighted"),
                1e-9);
        assertTrue(
                cell(table(finding, "uctiDifference"), "remark", "unweighted").isEmpty());
        // The ages are 40 and 30 against 50 and 20: the means are the same.
        assertEquals(0, number(table(finding, "uctiBalance"), "standardizedDifference", "age"), EXACT);
        assertEquals(35, number(table(finding, "uctiBalance"), "meanEntered", "age"), EXACT);
        assertWhole(finding);
    }

    @Test
    public void shouldLeaveOutWhoeverTheLandmarkIsNotAbout() {
        Finding finding = asked(
                TestStudy.data(
                        man("A", 40, 10, offence(60)),
                        died("B", 30),
                        subject("C").build(),
                        subject("D").indexDay(null).status(null).build(),
                        out("E", "2020-04-01"),
                        man("F", null, 10, null),
                        man("G", 40, null, null)),
                PlannedUctiEffect.AGE);
        ResultTable table = table(finding, "uctiLandmark");

        assertEquals(1, count(table, "n", "eventBefore"));
        assertEquals(1, count(table, "n", "diedBefore"));
        assertEquals(1, count(table, "n", "notKnown"));
        assertEquals(1, count(table, "n", "noOrigin"));
        assertEquals(1, count(table, "n", "notInCare"));
        assertEquals(1, count(table, "n", "covariateMissing"));
        assertEquals(1, count(table, "n", "notEntered"));
        assertEquals(1, (long) finding.getN().getCount());
        assertEquals(3, (long) finding.getMissing().getCount());
        assertWhole(finding);
    }

    @Test
    public void shouldHaveNoNumbersWhereAGroupIsTooSmallOrHasNoEvent() {
        Finding small = asked(
                TestStudy.data(
                        man("A", 40, 10, offence(160)), man("B", 30, null, offence(260)), man("C", 50, null, null)),
                PlannedUctiEffect.AGE);
        Finding noEvent = asked(
                TestStudy.data(
                        man("A", 40, 10, offence(160)),
                        man("B", 30, 20, offence(170)),
                        man("C", 50, null, null),
                        man("D", 50, null, null)),
                PlannedUctiEffect.AGE);

        for (Finding finding : Arrays.asList(small, noEvent, asked(TestStudy.data(), PlannedUctiEffect.AGE))) {
            ResultTable difference = table(finding, "uctiDifference");
            assertTrue(cell(difference, "difference", "overlap").isEmpty());
            assertEquals(
                    "tooFew", cell(difference, "remark", "overlap").getTerm().getCode());
            ResultTable overTime = table(finding, "uctiEntryOverTime");
            assertTrue(cell(overTime, "hazardRatio", "entryAlone").isEmpty());
            assertEquals(
                    "tooFew", cell(overTime, "remark", "entryAlone").getTerm().getCode());
            assertWhole(finding);
        }
        assertEquals(2, count(table(noEvent, "uctiDifference"), "eventsEntered", "overlap"));
        assertTrue(cell(table(small, "uctiBalance"), "standardizedDifference", "age")
                .isEmpty());
    }

    /** Both who had entered offended again, and one of two others: 100 % of two men is no certainty. */
    @Test
    public void shouldGiveNoIntervalWhereAllOfAGroupHadAnEvent() {
        Finding finding = asked(
                TestStudy.data(
                        man("A", 40, 10, offence(160)),
                        man("B", 30, 60, offence(200)),
                        man("C", 50, null, offence(260)),
                        man("D", 20, null, null)),
                PlannedUctiEffect.AGE);
        ResultTable incidence = table(finding, "uctiIncidence");
        ResultTable difference = table(finding, "uctiDifference");

        for (String weighting : Arrays.asList("unweighted", "overlap")) {
            assertEquals(1, number(incidence, "incidence", weighting, "entered"), EXACT);
            assertTrue(cell(incidence, "upper", weighting, "entered").isEmpty());
            assertEquals(
                    "noInterval",
                    cell(incidence, "remark", weighting, "entered").getTerm().getCode());
            assertTrue(number(incidence, "upper", weighting, "notEntered") < 1);
            assertTrue(cell(incidence, "remark", weighting, "notEntered").isEmpty());
            assertTrue(number(difference, "difference", weighting) > 0);
            assertTrue(cell(difference, "lower", weighting).isEmpty());
            assertTrue(cell(difference, "upper", weighting).isEmpty());
            assertEquals(
                    "noInterval",
                    cell(difference, "remark", weighting).getTerm().getCode());
        }
        assertWhole(finding);
        for (Language language : Arrays.asList(TestLanguage.ENGLISH, TestLanguage.FRENCH)) {
            String html = new StudyReportWriter(language)
                    .html(StudyReport.builder()
                            .asOf(everybody().getAsOf())
                            .softwareVersion("1.0.0")
                            .findings(Collections.singletonList(finding))
                            .build());
            assertTrue(html, html.contains(language.isFrench() ? "pas d’intervalle" : "no interval"));
            assertTrue(html, html.contains("MOVER"));
        }
    }

    /** The time of A and C until they entered counts for those who had not: A's event comes after entry, C's before he could enter. */
    @Test
    public void shouldCountNoTimeBeforeEntryAsTimeInTheFlatShare() {
        ResultTable table = table(
                asked(
                        TestStudy.data(
                                man("A", 40, 100, offence(160)),
                                man("B", 30, 120, null),
                                man("C", 50, null, offence(90)),
                                man("D", 20, null, null)),
                        PlannedUctiEffect.AGE),
                "uctiEntryOverTime");

        assertEquals(1, count(table, "enteredWithEvent", "entryAlone"));
        assertEquals(1, count(table, "enteredWithoutEvent", "entryAlone"));
        assertEquals(1, count(table, "othersWithEvent", "entryAlone"));
        assertEquals(1, count(table, "othersWithoutEvent", "entryAlone"));
        // On day 90 nobody has entered, which says nothing; on day 160 A and B have, and D has not. With Firth's
        // penalty the likelihood is
        // e^b / (2 e^b + 1) · √(2 e^b / (2 e^b + 1)²), which is highest at e^b = 3/2.
        assertEquals(1.5, number(table, "hazardRatio", "entryAlone"), 1e-9);
    }

    @Test
    public void shouldTellWhoTheyWereByHowFarTheyCame() {
        Finding finding = asked(
                TestStudy.data(
                        man("A", 40, 10, null),
                        man("B", 30, 20, null),
                        place(man("C", 50, null, null), PlaceStep.REQUESTED, PlaceStep.OFFERED, PlaceStep.DECLINED),
                        place(man("D", 60, null, null), PlaceStep.REQUESTED, PlaceStep.OFFERED, PlaceStep.DECLINED),
                        place(man("E", 20, null, null), PlaceStep.REQUESTED),
                        place(man("F", null, null, null), PlaceStep.REQUESTED, PlaceStep.OFFERED),
                        man("G", 25, null, null)),
                PlannedUctiEffect.AGE);
        ResultTable places = table(finding, "uctiPlaces");
        ResultTable covariates = table(finding, "uctiCovariates");

        assertEquals(2, count(places, "n", "entered"));
        assertEquals(2, count(places, "n", "declined"));
        assertEquals(1, count(places, "n", "notOffered"));
        assertEquals(1, count(places, "n", "offeredOnly"));
        assertEquals(1, count(places, "n", "notRequested"));
        assertEquals(7, count(places, "n", "careAfter"));
        assertEquals(55, number(covariates, "mean", "age", "declined"), EXACT);
        // (35 − 55) / √50.
        assertEquals(-20 / Math.sqrt(50), number(covariates, "enteredAgainst", "age", "declined"), EXACT);
        assertTrue(cell(covariates, "enteredAgainst", "age", "notOffered").isEmpty());
        assertEquals(0, count(covariates, "missing", "age", "declined"));
        assertEquals(1, count(covariates, "missing", "age", "offeredOnly"));
        assertEquals(4, count(covariates, "n", "age", "others"));
        assertWhole(finding);
    }

    /** The flow of participants counts the same: both leave together, and what is suppressed in one follows from nothing in the other. */
    @Test
    public void shouldCountPlacesAsTheFlowDoes() {
        Finding flow = new FlowAnalysis().usual(everybody()).get(0);

        for (String place : FlowAnalysis.PLACES) {
            assertEquals(
                    cell(table(flow, "places"), "n", place), cell(table(usual(everybody()), "uctiPlaces"), "n", place));
        }
        assertEquals(
                cell(table(flow, "flow"), "n", "careAfter"),
                cell(table(usual(everybody()), "uctiPlaces"), "n", "careAfter"));
    }

    /** Of those who had entered by the landmark four had an event: neither that nor what rests on it is told. */
    @Test
    public void shouldLeaveTheServiceWithoutWhatRestsOnTooFew() {
        List<Finding> findings = new ArrayList<>(new FlowAnalysis().usual(everybody()));
        findings.addAll(new ValidityAnalysis().usual(everybody()));
        findings.add(usual(everybody()));

        List<Finding> told = new SmallNumbers(5).suppress(findings);
        Finding ucti = told.get(told.size() - 1);

        assertTrue(
                cell(table(ucti, "uctiDifference"), "eventsEntered", "overlap").isSuppressed());
        assertTrue(cell(table(ucti, "uctiDifference"), "difference", "overlap").isSuppressed());
        assertEquals(27, count(table(ucti, "uctiPlaces"), "n", "entered"));
        // 39 events until one year and 42 until five: one of the two is told, with what rests on it.
        List<String> horizons = Arrays.asList("12", "60").stream()
                .filter(horizon -> !cell(table(told.get(1), "untilHorizon"), "events", horizon)
                        .isSuppressed())
                .collect(Collectors.toList());
        assertEquals(1, horizons.size());
        assertTrue(number(table(told.get(1), "discrimination"), "discrimination", horizons.get(0), "harrell") > 0.5);
    }

    @Test
    public void shouldGiveNoMeanOfAJudgement() {
        Finding finding = asked(everybody(), PlannedUctiEffect.AGE, "SAPROF.FPJ");

        assertTrue(
                cell(table(finding, "uctiBalance"), "meanEntered", "SAPROF.FPJ").isEmpty());
        assertTrue(number(table(finding, "uctiBalance"), "standardizedDifference", "SAPROF.FPJ") > 0);
        assertTrue(cell(table(finding, "uctiCovariates"), "mean", "SAPROF.FPJ", "entered")
                .isEmpty());
    }

    @Test
    public void shouldNotTakeAsKnownBeforehandWhatWasRatedAfterEntry() {
        Map<String, Double> values = new HashMap<>();
        values.put(HCR20, 20.0);
        Subject late = subject("A")
                .stays(Collections.singletonList(new Stay(LocalDate.parse("2020-03-20"), null)))
                .placeSteps(EnumSet.of(PlaceStep.ENTERED))
                .measurements(Collections.singletonList(TestStudy.measurement("T1", "HCR20V3", "2020-03-25", values)))
                .status(TestStudy.status(
                        Collections.emptyList(),
                        Collections.singletonList(
                                TestOutcomes.registerFreeUntil("2022-01-01").build())))
                .build();

        Finding finding = asked(TestStudy.data(late), HCR20);

        assertEquals(1, count(table(finding, "uctiLandmark"), "n", "covariateMissing"));
        assertEquals(1, count(table(finding, "uctiCovariates"), "missing", HCR20, "entered"));
    }

    @Test
    public void shouldHaveNoNumbersWhereThereCanBeNone() {
        StudyData off = TestStudy.data(
                OutcomeRegisterSettings.NONE,
                Collections.singletonList(subject("A").status(null).build()));

        for (Finding finding : Arrays.asList(usual(off), asked(off, PlannedUctiEffect.AGE))) {
            assertEquals("registerOff", finding.getNotes().get(0).getCode());
            assertEquals(Collections.emptyList(), finding.getTables());
        }
        assertEquals(
                "measureNotKnown",
                asked(everybody(), "OTHER.scale.total").getNotes().get(0).getCode());
    }

    @Test
    public void shouldAskWhatIsUsualWhereThereIsNoPlan() {
        Finding finding = usual(everybody());

        assertEquals(
                Arrays.asList("ANY_BY_FACTS", "12"),
                finding.getAbout().stream().map(term -> term.getCode()).collect(Collectors.toList()));
        assertEquals(
                Arrays.asList("age", HCR20, SAPROF),
                table(finding, "uctiBalance").getRows().stream()
                        .map(row -> row.get(0).getTerm().getCode())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldSayEverythingInBothLanguages() {
        for (Language language : Arrays.asList(TestLanguage.ENGLISH, TestLanguage.FRENCH)) {
            String html = new StudyReportWriter(language)
                    .html(StudyReport.builder()
                            .asOf(everybody().getAsOf())
                            .softwareVersion("1.0.0")
                            .findings(Arrays.asList(usual(everybody()), asked(TestStudy.data(), PlannedUctiEffect.AGE)))
                            .build());
            assertTrue(html, html.contains(language.isFrench() ? "Cinq places" : "Five places"));
        }
    }

    private StudyData everybody() {
        return RStudy.data(fixture, man -> true);
    }

    private static Finding usual(StudyData data) {
        List<Finding> findings = new UctiEffectAnalysis().usual(data);
        assertEquals(1, findings.size());
        return findings.get(0);
    }

    private static Finding asked(StudyData data, String... covariates) {
        Set<String> codes = new LinkedHashSet<>(Arrays.asList(covariates));
        return new UctiEffectAnalysis()
                .of(data, new PlannedUctiEffect(60, codes, "T1", Counted.ANY_BY_FACTS, 12))
                .get(0);
    }

    private static String offence(int day) {
        return TestStudy.INDEX.plusDays(day).toString();
    }

    /** One whose status is known past the horizon. */
    private static Subject man(String code, Integer age, Integer entry, String offence) {
        return TestStudy.subject(code)
                .age(age)
                .stays(
                        entry == null
                                ? Collections.emptyList()
                                : Collections.singletonList(new Stay(TestStudy.INDEX.plusDays(entry), null)))
                .placeSteps(entry == null ? Collections.emptySet() : EnumSet.of(PlaceStep.ENTERED))
                .status(TestStudy.status(
                        offence == null
                                ? Collections.emptyList()
                                : Collections.singletonList(
                                        TestOutcomes.offence(offence).build()),
                        Collections.singletonList(
                                TestOutcomes.registerFreeUntil("2022-01-01").build())))
                .build();
    }

    private static Subject died(String code, int day) {
        return TestStudy.died(code, TestStudy.INDEX.plusDays(day).toString());
    }

    private static Subject place(Subject man, PlaceStep... steps) {
        return TestStudy.subject(man.getCode())
                .age(man.getAge())
                .placeSteps(EnumSet.copyOf(Arrays.asList(steps)))
                .status(man.getStatus())
                .build();
    }

    /** One whose post-prison care ended on that day. */
    private static Subject out(String code, String ended) {
        return TestStudy.subject(code)
                .episode(TestStudy.episode("2020-01-10", ended).build())
                .status(TestStudy.status(
                        Collections.emptyList(),
                        Collections.singletonList(
                                TestOutcomes.registerFreeUntil("2022-01-01").build())))
                .build();
    }
}
