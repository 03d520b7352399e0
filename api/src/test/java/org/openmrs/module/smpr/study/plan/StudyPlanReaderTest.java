/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.DefinitionException;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.instrument.DocumentFault;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.OutcomeSource;

public class StudyPlanReaderTest {

    private static final StudyHorizon YEAR = StudyHorizon.ofMonths(12);

    @Test
    public void shouldReadEverythingThatAPlanSays() {
        StudyPlan plan = TestPlans.read(TestPlans.WHOLE);

        assertEquals("Un plan inventé", plan.getTitle().in(Locale.FRENCH));
        assertEquals(LocalDate.parse("2026-01-15"), plan.getDate());
        assertEquals("invented, version 1", plan.getProtocol());
        assertEquals(LocalDate.parse("2024-01-01"), plan.getEligibility().getReleasedFrom());
        assertEquals(Integer.valueOf(18), plan.getEligibility().getMinimumAge());
        assertEquals(
                List.of(Criterion.Kind.INCLUSION, Criterion.Kind.EXCLUSION),
                plan.getEligibility().getCriteria().stream()
                        .map(Criterion::getKind)
                        .collect(Collectors.toList()));
        assertEquals(ClockStart.LEFT_BUILDING, plan.getDefinitions().getOrigin());
        assertEquals(
                Set.of(OutcomeSource.JUDICIAL_REGISTER), plan.getDefinitions().getSufficientSources());
        assertEquals("ours", plan.getDefinitions().getViolentDefinition());
        assertEquals(Integer.valueOf(3), plan.getDefinitions().getConvictionLagYears());
        assertEquals(List.of("T0", "T1", "T2", "T3"), plan.getDefinitions().getWaves());
        assertEquals(
                List.of(
                        new PlannedSurvival(
                                Counted.ANY_BY_FACTS,
                                Set.of(YEAR, StudyHorizon.ofMonths(60), StudyHorizon.END_OF_CARE)),
                        new PlannedSurvival(Counted.VIOLENT_BY_CONVICTION, Set.of(StudyHorizon.ofMonths(60)))),
                plan.getSurvival());
        assertEquals(plan.getSurvival().get(0), plan.getPrimary());
        assertEquals(
                List.of(new PlannedChange(
                        "T0", "T3", Set.of("HCR20V3.scale.C", "SAPROF.scale.external.withoutCarried"), true)),
                plan.getChange());
        assertEquals(
                List.of(new PlannedValidity(
                        "HCR20V3.scale.C", Direction.RISK, "T1", Counted.ANY_BY_FACTS, Set.of(12, 24))),
                plan.getValidity());
        assertEquals(
                List.of(new PlannedAddedValue(
                        "HCR20V3.scale.total.OUT", "SAPROF.scale.total", "T1", Counted.ANY_BY_FACTS, 24)),
                plan.getAddedValue());
        assertEquals(new PlannedReliability(Set.of("HCR20V3.scale.C", "SAPROF.FPJ")), plan.getReliability());
        assertEquals(new PlannedImplementation(Set.of("T0", "T1", "T2", "T3")), plan.getImplementation());
        assertEquals(
                new PlannedUctiEffect(30, Set.of("AGE", "HCR20V3.scale.C"), "T1", Counted.ANY_BY_FACTS, 24),
                plan.getUctiEffect());
        assertEquals(8, plan.analyses().size());
    }

    @Test
    public void shouldTakeEachYearToTheFifthWhereThePlanNamesNoHorizons() {
        StudyPlan plan = TestPlans.read(TestPlans.LEAST);
        assertEquals(List.of(12, 24, 36, 48, 60), plan.getDefinitions().getHorizons());
        assertEquals(List.of(), plan.analyses());
        assertNull(plan.getPrimary());
        assertNull(plan.getEligibility().getMinimumAge());
    }

    @Test
    public void shouldKnowWhatItPlansAndAPartOfItAndNothingMore() {
        StudyPlan plan = TestPlans.read(TestPlans.WHOLE);
        plan.analyses().forEach(analysis -> assertTrue(analysis.toString(), plan.plans(analysis)));

        assertTrue(plan.plans(new PlannedSurvival(Counted.ANY_BY_FACTS, Set.of(YEAR))));
        assertTrue(plan.isPrimary(new PlannedSurvival(Counted.ANY_BY_FACTS, Set.of(YEAR))));
        assertFalse(plan.plans(new PlannedSurvival(Counted.ANY_BY_FACTS, Set.of(YEAR, StudyHorizon.ofMonths(24)))));
        assertFalse(plan.plans(new PlannedSurvival(Counted.ANY_BY_CONVICTION, Set.of(YEAR))));
        assertTrue(plan.plans(new PlannedSurvival(Counted.VIOLENT_BY_CONVICTION, Set.of(StudyHorizon.ofMonths(60)))));
        assertFalse(
                plan.isPrimary(new PlannedSurvival(Counted.VIOLENT_BY_CONVICTION, Set.of(StudyHorizon.ofMonths(60)))));
        assertTrue(plan.plans(new PlannedChange("T0", "T3", Set.of("HCR20V3.scale.C"), false)));
        assertFalse(plan.plans(new PlannedChange("T0", "T2", Set.of("HCR20V3.scale.C"), false)));
        assertFalse(plan.plans(new PlannedChange("T0", "T3", Set.of("HCR20V3.scale.R.OUT"), false)));
        assertFalse(plan.plans(
                new PlannedValidity("HCR20V3.scale.C", Direction.PROTECTION, "T1", Counted.ANY_BY_FACTS, Set.of(12))));
        assertTrue(plan.plans(
                new PlannedValidity("HCR20V3.scale.C", Direction.RISK, "T1", Counted.ANY_BY_FACTS, Set.of(12))));
        assertFalse(plan.plans(new PlannedAddedValue(
                "SAPROF.scale.total", "HCR20V3.scale.total.OUT", "T1", Counted.ANY_BY_FACTS, 24)));
        assertTrue(plan.plans(new PlannedReliability(Set.of("SAPROF.FPJ"))));
        assertFalse(plan.plans(new PlannedUctiEffect(60, Set.of("AGE"), null, Counted.ANY_BY_FACTS, 24)));
    }

    @Test
    public void shouldNameEveryFaultAtItsPlace() {
        String document = TestPlans.LEAST
                .replace("\"format\": 1", "\"format\": 2")
                .replace("\"2026-01-15\"", "\"soon\"")
                .replace("\"eligibility\": {}", "\"eligibility\": 1")
                .replace("\"analyses\": {}", "\"analysis\": {}");
        assertEquals(
                List.of(
                        "1:1 /analyses: is missing",
                        "1:2 /format: this version of the module reads format 1",
                        "3:1 /date: a day is expected, such as 2026-03-31",
                        "5:1 /eligibility: an object is expected",
                        "7:1 /analysis: is unknown here"),
                faults(document));
    }

    @Test
    public void shouldRefuseWhatTheSiteOrThePlanDoesNotKnow() {
        assertReasons(
                "/definitions/waves: \"T9\" is not a wave of this site",
                TestPlans.with("definitions", TestPlans.definitions("").replace("\"T3\"", "\"T9\"")));
        assertReasons(
                "/definitions/waves: the waves of the plan stand in the order of the site’s",
                TestPlans.with("definitions", TestPlans.definitions("").replace("\"T0\", \"T1\"", "\"T1\", \"T0\"")));
        assertReasons(
                "/analyses/change/0/from: \"T2\" is not among the waves of the plan",
                TestPlans.with("definitions", TestPlans.definitions("").replace("\"T2\", ", ""))
                        .replace(
                                "\"analyses\": {}",
                                "\"analyses\": {\"change\": [{\"from\": \"T2\", \"to\": \"T3\", \"judgements\": true}]}"));
        assertReasons(
                "/analyses/reliability/measures: \"HCR20V3.scale.Z\" is nothing that an instrument of this site measures",
                TestPlans.analyses("\"reliability\": {\"measures\": [\"HCR20V3.scale.Z\"]}"));
        assertReasons(
                "/analyses/survival/0/horizons/0: 18 is none of the plan’s horizons (12, 24, 36, 48, 60)",
                TestPlans.analyses("\"survival\": [{\"counted\": \"ANY_BY_FACTS\", \"horizons\": [18]}]"));
        assertReasons(
                "/analyses/survival/0/counted: the plan names no definition of violence",
                TestPlans.with("definitions", TestPlans.definitions(""))
                        .replace(
                                "\"analyses\": {}",
                                "\"analyses\": {\"survival\": [{\"counted\": \"VIOLENT_BY_FACTS\", \"horizons\": [12]}]}"));
    }

    @Test
    public void shouldRefuseWhatMakesNoSense() {
        assertReasons(
                "/analyses/survival/1/primary: another survival analysis is primary already",
                TestPlans.analyses(
                        "\"survival\": [{\"counted\": \"ANY_BY_FACTS\", \"horizons\": [12], \"primary\": true},"
                                + "{\"counted\": \"ANY_BY_FACTS\", \"horizons\": [24], \"primary\": true}]"));
        assertReasons(
                "/analyses/survival/1: the same analysis is there twice",
                TestPlans.analyses("\"survival\": [{\"counted\": \"ANY_BY_FACTS\", \"horizons\": [12, 24]},"
                        + "{\"counted\": \"ANY_BY_FACTS\", \"horizons\": [24, 12]}]"));
        assertReasons(
                "/analyses/change/0/to: a change leads to a later wave",
                TestPlans.analyses("\"change\": [{\"from\": \"T1\", \"to\": \"T1\", \"judgements\": true}]"));
        assertReasons(
                "/analyses/change/0: no measure, and no judgements",
                TestPlans.analyses("\"change\": [{\"from\": \"T0\", \"to\": \"T1\"}]"));
        assertReasons(
                "/analyses/change/0/measures: \"HCR20V3.scale.H\" contains static items, and tells nothing of change",
                TestPlans.analyses(
                        "\"change\": [{\"from\": \"T0\", \"to\": \"T1\", \"measures\": [\"HCR20V3.scale.H\"]}]"));
        assertReasons(
                "/analyses/change/0/measures: \"SAPROF.FPJ\" is a judgement: its change is a table of shifts, with \"judgements\": true",
                TestPlans.analyses("\"change\": [{\"from\": \"T0\", \"to\": \"T1\", \"measures\": [\"SAPROF.FPJ\"]}]"));
        assertReasons(
                "/analyses/validity/0/higher: by its definition more of \"SAPROF.scale.total\" says PROTECTION",
                TestPlans.analyses(
                        "\"validity\": [{\"measure\": \"SAPROF.scale.total\", \"higher\": \"RISK\", \"wave\": \"T1\", \"counted\": \"ANY_BY_FACTS\", \"horizons\": [12]}]"));
        assertReasons(
                "/analyses/addedValue/0/added: is the measure that it is added to",
                TestPlans.analyses(
                        "\"addedValue\": [{\"base\": \"HCR20V3.scale.C\", \"added\": \"HCR20V3.scale.C\", \"wave\": \"T1\", \"counted\": \"ANY_BY_FACTS\", \"horizon\": 12}]"));
        assertReasons(
                "/analyses/uctiEffect/wave: is missing",
                TestPlans.analyses(
                        "\"uctiEffect\": {\"landmarkDays\": 30, \"covariates\": [\"HCR20V3.scale.C\"], \"counted\": \"ANY_BY_FACTS\", \"horizon\": 12}"));
        assertReasons(
                "/eligibility/releasedUntil: lies before the first day",
                TestPlans.with("eligibility", "{\"releasedFrom\": \"2026-01-02\", \"releasedUntil\": \"2026-01-01\"}"));
        assertReasons(
                "/eligibility/criteria/1/code: the code \"x\" is there twice",
                TestPlans.with(
                        "eligibility",
                        "{\"criteria\": [{\"code\": \"x\", \"kind\": \"INCLUSION\", \"label\": {\"en\": \"x\", \"fr\": \"x\"}},"
                                + "{\"code\": \"x\", \"kind\": \"INCLUSION\", \"label\": {\"en\": \"x\", \"fr\": \"x\"}}]}"));
    }

    private static void assertReasons(String expected, String document) {
        assertEquals(
                List.of(expected),
                faults(document).stream()
                        .map(fault -> fault.substring(fault.indexOf(' ') + 1))
                        .collect(Collectors.toList()));
    }

    private static List<String> faults(String document) {
        return assertThrows(DefinitionException.class, () -> TestPlans.read(document)).getFaults().stream()
                .map(StudyPlanReaderTest::words)
                .collect(Collectors.toList());
    }

    private static String words(DocumentFault fault) {
        return fault.getLine() + ":" + fault.getColumn() + " " + fault.describe(Locale.ENGLISH);
    }
}
