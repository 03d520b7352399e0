/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.validity;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;
import static org.openmrs.module.smpr.study.result.TestFindings.assertWhole;
import static org.openmrs.module.smpr.study.result.TestFindings.cell;
import static org.openmrs.module.smpr.study.result.TestFindings.count;
import static org.openmrs.module.smpr.study.result.TestFindings.number;
import static org.openmrs.module.smpr.study.result.TestFindings.table;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.statistics.RFixture;
import org.openmrs.module.smpr.study.data.Measurement;
import org.openmrs.module.smpr.study.data.RStudy;
import org.openmrs.module.smpr.study.data.StudyData;
import org.openmrs.module.smpr.study.data.Subject;
import org.openmrs.module.smpr.study.data.TestStudy;
import org.openmrs.module.smpr.study.plan.PlannedAddedValue;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;

public class AddedValueTest {

    private static final String HCR20 = "HCR20V3.scale.total.OUT";

    private static final String SAPROF = "SAPROF.scale.total";

    private final RFixture fixture = RFixture.of("study");

    private final JsonNode results = fixture.results();

    /** What R finds is the maximum by numerical derivatives, good to some 9 digits. */
    private static final double OF_MAXIMUM = 1e-7;

    @Test
    public void shouldFindWhatRFindsOfBaseAloneAndOfBoth() {
        Finding finding = added(everybody(), HCR20, SAPROF);
        ResultTable table = table(finding, "coefficients");

        assertCoefficient(results.get("base"), 0, table, "base", HCR20);
        assertCoefficient(results.get("both"), 0, table, "both", HCR20);
        assertCoefficient(results.get("both"), 1, table, "both", SAPROF);
        assertEquals(results.at("/counts/events").intValue(), count(table, "events", "both", SAPROF));
        assertWhole(finding);
    }

    private static void assertCoefficient(JsonNode fit, int place, ResultTable table, String... row) {
        assertFound("coefficient", fit.get("coefficients").get(place), number(table, "coefficient", row), OF_MAXIMUM);
        assertFound("lower", fit.get("lower").get(place), number(table, "lower", row), OF_MAXIMUM);
        assertFound("upper", fit.get("upper").get(place), number(table, "upper", row), OF_MAXIMUM);
        assertEquals(Math.exp(number(table, "coefficient", row)), number(table, "hazardRatio", row), 1e-12);
        assertTrue(cell(table, "remark", row).isEmpty());
    }

    @Test
    public void shouldFindWhatRFindsOfTheTestOfTheAddedMeasure() {
        ResultTable table = table(added(everybody(), HCR20, SAPROF), "likelihoodRatio");

        assertFound("χ²", results.at("/both/chisq"), number(table, "statistic", "likelihoodRatio"), OF_MAXIMUM);
        assertFound("p", results.at("/both/p"), number(table, "p", "likelihoodRatio"), OF_MAXIMUM);
        assertEquals(1, number(table, "df", "likelihoodRatio"), 0);
    }

    @Test
    public void shouldFindWhatRFindsOfBothToolsOnTheSameMen() {
        ResultTable table = table(added(everybody(), HCR20, SAPROF), "comparison");

        assertFound("AUC", results.at("/auc/auc/1"), number(table, "ofCompared", "added", "auc"));
        assertFound("AUC", results.at("/auc/auc/0"), number(table, "ofBase", "added", "auc"));
        assertFound("difference", results.at("/aucOfSaprof/difference"), number(table, "difference", "added", "auc"));
        assertFound("lower", results.at("/aucOfSaprof/differenceInterval/0"), number(table, "lower", "added", "auc"));
        assertFound("p", results.at("/aucOfSaprof/p"), number(table, "p", "added", "auc"));
        assertFound(
                "difference",
                results.at("/harrellOfSaprof/difference"),
                number(table, "difference", "added", "harrell"));
        assertFound("upper", results.at("/harrellOfSaprof/interval/1"), number(table, "upper", "added", "harrell"));
        assertEquals(
                "notComplete", cell(table, "remark", "added", "roc").getTerm().getCode());
    }

    @Test
    public void shouldFindWhatRFindsOfBothTogetherAgainstTheBaseWithoutATest() {
        ResultTable table = table(added(everybody(), HCR20, SAPROF), "comparison");

        assertFound("C", results.at("/harrellOfBoth/c"), number(table, "ofCompared", "both", "harrell"));
        assertFound(
                "difference", results.at("/harrellOfBoth/difference"), number(table, "difference", "both", "harrell"));
        assertFound("lower", results.at("/harrellOfBoth/interval/0"), number(table, "lower", "both", "harrell"));
        assertFound("upper", results.at("/harrellOfBoth/interval/1"), number(table, "upper", "both", "harrell"));
        assertFound("AUC", results.at("/aucOfBoth/difference"), number(table, "difference", "both", "auc"));
        assertTrue(cell(table, "p", "both", "harrell").isEmpty());
        assertTrue(cell(table, "p", "both", "auc").isEmpty());
    }

    @Test
    public void shouldCompareByDeLongWhereEverybodyIsKnown() {
        ResultTable table = table(added(RStudy.data(fixture, RStudy::isKnownAtOneYear), HCR20, SAPROF), "comparison");

        assertFound("p", results.at("/delong/p"), number(table, "p", "added", "roc"));
        assertFound("ROC", results.at("/delong/auc"), number(table, "ofBase", "added", "roc"));
    }

    /** Above 20 points everybody offends, the highest first, and at 20 and below nobody does. */
    @Test
    public void shouldTellWhereThePenaltyAloneKeepsItFinite() {
        Finding finding = added(separated(), HCR20, SAPROF);
        ResultTable table = table(finding, "coefficients");

        assertEquals("monotone", cell(table, "remark", "base", HCR20).getTerm().getCode());
        assertTrue(number(table, "coefficient", "base", HCR20) > 0);
        assertWhole(finding);
    }

    @Test
    public void shouldSayWhyThereAreNoNumbers() {
        StudyData noEvents = TestStudy.data(
                rated(TestStudy.free("A", "2022-01-01"), 10, 20), rated(TestStudy.free("B", "2022-01-01"), 20, 10));

        assertRemark("NO_EVENTS", added(noEvents, HCR20, SAPROF));
        assertRemark("NO_EVENTS", added(TestStudy.data(), HCR20, SAPROF));
        StudyData same = TestStudy.data(
                rated(TestStudy.offended("A", "2020-06-18"), 10, 20),
                rated(TestStudy.offended("B", "2020-06-28"), 20, 20),
                rated(TestStudy.free("C", "2022-01-01"), 15, 20));
        assertRemark("NOT_IDENTIFIED", added(same, HCR20, SAPROF));
    }

    private static void assertRemark(String remark, Finding finding) {
        ResultTable table = table(finding, "likelihoodRatio");
        assertEquals(remark, cell(table, "remark", "likelihoodRatio").getTerm().getCode());
        assertTrue(cell(table, "statistic", "likelihoodRatio").isEmpty());
        assertTrue(
                cell(table(finding, "comparison"), "difference", "both", "auc").isEmpty());
        assertWhole(finding);
    }

    /** Nothing says whether more of the CAPP is expected to go with more risk. */
    @Test
    public void shouldCompareNothingOfWhichNobodyFixedADirection() {
        StudyData data = TestStudy.data(separated().getSubjects().stream()
                .map(subject ->
                        rated(subject, Collections.singletonMap("CAPP.scale.total", (double) subject.getAge()), "CAPP"))
                .toArray(Subject[]::new));

        ResultTable table = table(added(data, HCR20, "CAPP.scale.total"), "comparison");

        assertEquals(
                "noDirection", cell(table, "remark", "added", "auc").getTerm().getCode());
        assertTrue(cell(table, "difference", "added", "auc").isEmpty());
        assertTrue(cell(table, "remark", "both", "auc").isEmpty());
    }

    @Test
    public void shouldRefuseToAddAMeasureToItself() {
        Finding finding = added(everybody(), HCR20, HCR20);

        assertEquals("sameMeasure", finding.getNotes().get(0).getCode());
        assertEquals(Collections.emptyList(), finding.getTables());
    }

    private StudyData everybody() {
        return RStudy.data(fixture, man -> true);
    }

    private static Finding added(StudyData data, String base, String added) {
        List<Finding> findings =
                new ValidityAnalysis().of(data, new PlannedAddedValue(base, added, "T1", Counted.ANY_BY_FACTS, 12));
        assertEquals(1, findings.size());
        return findings.get(0);
    }

    private static StudyData separated() {
        return TestStudy.data(
                rated(aged("A", 31, "2020-06-18"), 30, 12),
                rated(aged("B", 52, "2020-07-18"), 28, 15),
                rated(aged("C", 40, "2020-08-18"), 24, 9),
                rated(aged("D", 28, null), 12, 14),
                rated(aged("E", 45, null), 20, 11),
                rated(aged("F", 36, null), 8, 17));
    }

    private static Subject aged(String code, int age, String offence) {
        return TestStudy.subject(code)
                .age(age)
                .status(TestStudy.status(
                        offence == null
                                ? Collections.emptyList()
                                : Collections.singletonList(
                                        TestOutcomes.offence(offence).build()),
                        Collections.singletonList(
                                TestOutcomes.registerFreeUntil("2022-01-01").build())))
                .build();
    }

    private static Subject rated(Subject subject, double hcr20, double saprof) {
        Map<String, Double> values = new HashMap<>();
        values.put(HCR20, hcr20);
        values.put(SAPROF, saprof);
        return rated(subject, values, "HCR20V3", "SAPROF");
    }

    private static Subject rated(Subject subject, Map<String, Double> values, String... instruments) {
        Subject.SubjectBuilder rated =
                TestStudy.subject(subject.getCode()).age(subject.getAge()).status(subject.getStatus());
        List<Measurement> all = new ArrayList<>(subject.getMeasurements());
        Arrays.stream(instruments)
                .forEach(instrument -> all.add(TestStudy.measurement("T1", instrument, "2020-03-01", values)));
        return rated.measurements(all).build();
    }
}
