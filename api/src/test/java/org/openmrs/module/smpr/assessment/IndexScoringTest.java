/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.assessment.IndexScore.NoValue;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.InstrumentSettings;

/** The HCR-20 less the SAPROF, worked out by hand as in a published table: 24.7 − 12.1 = 12.6. */
public class IndexScoringTest {

    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private static final String INDEX = "hcr20-saprof";

    private final List<Assessment> assessments = new ArrayList<>();

    private Map<String, Integer> withinDays = Map.of(INDEX, 30);

    private Map<String, Integer> omissionLimits = Map.of();

    @Test
    public void shouldSubtractTheProtectionFromTheRisk() {
        hcr20("2026-03-01", Map.of("IN", 25));
        IndexScore index = index(saprof("2026-03-01", "IN", 12));
        assertEquals(13, index.getValue(), 0);
        assertEquals(25, index.getFrom().getValue(), 0);
        assertEquals(12, index.getSubtracted().getValue(), 0);
        assertEquals("IN", index.getContext());
        assertEquals(INDEX, index.getIndex().getCode());
        assertNull(index.getNoValue());
    }

    @Test
    public void shouldReachFromMinus34To40() {
        hcr20("2026-03-01", Map.of("IN", 40));
        assertEquals(40, index(saprof("2026-03-01", "IN", 0)).getValue(), 0);
        assessments.clear();
        hcr20("2026-03-01", Map.of("IN", 0));
        assertEquals(-34, index(saprof("2026-03-01", "IN", 34)).getValue(), 0);
    }

    @Test
    public void shouldSubtractProratedSumsWhereTheSiteLetsThemStand() {
        omissionLimits = Map.of("total", 1);
        // 24 of 19 items, × 20 / 19
        Assessment hcr20 = hcr20("2026-03-01", Map.of("IN", 24));
        hcr20.getAnswers().put("C5.presence", List.of("OMIT"));
        // 12 of 17 items
        assertEquals(24 * 20 / 19.0 - 12, index(saprof("2026-03-01", "IN", 12)).getValue(), 1e-12);
    }

    @Test
    public void shouldCompareWithinOneContextOnly() {
        hcr20("2026-03-01", Map.of("IN", 25));
        assertEquals(
                NoValue.NO_COUNTERPART, index(saprof("2026-03-01", "OUT", 12)).getNoValue());
        Assessment both = hcr20("2026-03-10", Map.of("IN", 25, "OUT", 28));
        IndexScore outside = index(saprof("2026-03-01", "OUT", 12));
        assertEquals(both, outside.getCounterpart());
        assertEquals(16, outside.getValue(), 0);
        assertEquals("OUT", outside.getFrom().getContext());
    }

    @Test
    public void shouldKnowNoIndexOfAnAssessmentWithoutAContext() {
        hcr20("2026-03-01", Map.of("IN", 25));
        Assessment nowhere = saprof("2026-03-01", "IN", 12);
        nowhere.getAnswers().remove("context");
        assertEquals(List.of(), scores(nowhere));
        nowhere.getAnswers().put("context", List.of("IN", "OUT"));
        assertEquals(List.of(), scores(nowhere));
        Assessment faulty = saprof("2026-03-01", "IN", 12).toBuilder()
                .faults(List.of(Fault.of("context", "unknownAnswer")))
                .build();
        assertEquals(List.of(), scores(faulty));
    }

    @Test
    public void shouldBeOfTheInstrumentThatDefinesItAlone() {
        Assessment hcr20 = hcr20("2026-03-01", Map.of("IN", 25));
        assertEquals(List.of(), scores(hcr20));
        assertEquals(1, scores(saprof("2026-03-01", "IN", 12)).size());
    }

    @Test
    public void shouldReachAsManyDaysAsTheSiteHasSet() {
        hcr20("2026-03-01", Map.of("IN", 25));
        assertEquals(13, index(saprof("2026-03-31", "IN", 12)).getValue(), 0);
        assertEquals(13, index(saprof("2026-01-30", "IN", 12)).getValue(), 0);
        IndexScore tooLate = index(saprof("2026-04-01", "IN", 12));
        assertEquals(NoValue.NO_COUNTERPART, tooLate.getNoValue());
        assertNull(tooLate.getValue());
        assertNull(tooLate.getCounterpart());
        assertEquals(12, tooLate.getSubtracted().getValue(), 0);
        assertEquals(
                NoValue.NO_COUNTERPART, index(saprof("2026-01-29", "IN", 12)).getNoValue());
    }

    @Test
    public void shouldCountDaysAsTheSiteHasThem() {
        withinDays = Map.of(INDEX, 0);
        // Half past midnight in Paris, still the day before in Greenwich.
        hcr20("2026-03-01T23:30:00Z", Map.of("IN", 25));
        assertEquals(13, index(saprof("2026-03-02T22:30:00Z", "IN", 12)).getValue(), 0);
        assertEquals(
                NoValue.NO_COUNTERPART,
                index(saprof("2026-03-01T22:30:00Z", "IN", 12)).getNoValue());
    }

    @Test
    public void shouldCountTheDayOnWhichClocksAreSetForward() {
        withinDays = Map.of(INDEX, 1);
        hcr20("2026-03-28", Map.of("IN", 25));
        assertEquals(13, index(saprof("2026-03-29", "IN", 12)).getValue(), 0);
        assertEquals(
                NoValue.NO_COUNTERPART, index(saprof("2026-03-30", "IN", 12)).getNoValue());
    }

    @Test
    public void shouldTakeTheNearest() {
        hcr20("2026-02-25", Map.of("IN", 20));
        Assessment nearest = hcr20("2026-03-02", Map.of("IN", 30));
        hcr20("2026-03-20", Map.of("IN", 40));
        IndexScore index = index(saprof("2026-03-01", "IN", 12));
        assertEquals(nearest, index.getCounterpart());
        assertEquals(18, index.getValue(), 0);
    }

    @Test
    public void shouldTakeTheEarlierOfTwoAsNear() {
        Assessment earlier = hcr20("2026-02-27", Map.of("IN", 20));
        hcr20("2026-03-03", Map.of("IN", 30));
        assertEquals(earlier, index(saprof("2026-03-01", "IN", 12)).getCounterpart());
    }

    @Test
    public void shouldTakeOfOneDayTheOneThatStandsForIt() {
        hcr20("2026-03-01T08:00:00Z", Map.of("IN", 20));
        Assessment later = hcr20("2026-03-01T09:00:00Z", Map.of("IN", 30));
        assertEquals(later, index(saprof("2026-03-01T10:00:00Z", "IN", 12)).getCounterpart());
        Assessment consensus = hcr20("2026-03-01T10:00:00Z", Map.of("IN", 24));
        consensus.getAnswers().put("raterRole", List.of("CONSENSUS"));
        hcr20("2026-03-01T11:00:00Z", Map.of("IN", 28)).getAnswers().put("raterRole", List.of("SINGLE"));
        assertEquals(consensus, index(saprof("2026-03-01T07:00:00Z", "IN", 12)).getCounterpart());
        hcr20("2026-03-01T12:00:00Z", Map.of("OUT", 28)).getAnswers().put("raterRole", List.of("CONSENSUS"));
        assertEquals(
                "one of another context stands for nothing here",
                consensus,
                index(saprof("2026-03-01T07:00:00Z", "IN", 12)).getCounterpart());
    }

    @Test
    public void shouldNotReachForOneOfAnotherContextThatIsNearer() {
        Assessment inside = hcr20("2026-02-20", Map.of("IN", 20));
        hcr20("2026-03-01", Map.of("OUT", 30));
        assertEquals(inside, index(saprof("2026-03-01", "IN", 12)).getCounterpart());
    }

    @Test
    public void shouldHaveNoValueWhereTheSiteHasSetNoTime() {
        withinDays = Map.of();
        hcr20("2026-03-01", Map.of("IN", 25));
        IndexScore index = index(saprof("2026-03-01", "IN", 12));
        assertEquals(NoValue.NO_TIME_SET, index.getNoValue());
        assertNull(index.getValue());
        assertNull(index.getCounterpart());
    }

    @Test
    public void shouldHaveNoValueWhereOneOfTheSumsHasNone() {
        Assessment hcr20 = hcr20("2026-03-01", Map.of("IN", 25));
        Assessment saprof = saprof("2026-03-01", "IN", 12);
        saprof.getAnswers().put("12", List.of("NA"));
        assertNoSum(index(saprof));
        saprof.getAnswers().put("12", List.of("0"));
        hcr20.getAnswers().remove("R1.IN.presence");
        IndexScore index = index(saprof);
        assertNoSum(index);
        assertEquals(hcr20, index.getCounterpart());
        assertNull(index.getFrom().getValue());
        assertEquals(ScaleScore.NoValue.MISSING, index.getFrom().getNoValue());
    }

    private static void assertNoSum(IndexScore index) {
        assertEquals(NoValue.NO_SUM, index.getNoValue());
        assertNull(index.getValue());
    }

    private IndexScore index(Assessment assessment) {
        return scores(assessment).get(0);
    }

    private List<IndexScore> scores(Assessment assessment) {
        return new IndexScoring(assessments, ZONE).scores(assessment);
    }

    /** Adds an HCR-20 with those totals, by context; what the contexts share takes as much of them as it can. */
    private Assessment hcr20(String date, Map<String, Integer> totals) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        int shared = Math.min(30, totals.values().stream().min(Integer::compare).get());
        TestInstruments.HCR20V3.getItems().stream()
                .filter(item -> !item.isPerContext())
                .forEach(item -> answers.put(item.getCode() + ".presence", null));
        spread(answers, List.copyOf(answers.keySet()), shared, List.of("N", "P", "Y"));
        totals.forEach((context, total) -> spread(
                answers,
                List.of("R1", "R2", "R3", "R4", "R5").stream()
                        .map(item -> item + "." + context + ".presence")
                        .collect(Collectors.toList()),
                total - shared,
                List.of("N", "P", "Y")));
        Assessment hcr20 = assessment(TestInstruments.HCR20V3, date, answers);
        assessments.add(hcr20);
        return hcr20;
    }

    private Assessment saprof(String date, String context, int total) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        TestInstruments.SAPROF.getItems().forEach(item -> answers.put(item.getCode(), null));
        spread(answers, List.copyOf(answers.keySet()), total, List.of("0", "1", "2"));
        answers.put("context", List.of(context));
        return assessment(TestInstruments.SAPROF, date, answers);
    }

    /** Rates the questions so that they add up to that: as many 2 as fit, a 1 where it is odd, and 0. */
    private static void spread(
            Map<String, List<Object>> answers, List<String> questions, int sum, List<String> ratings) {
        int left = sum;
        for (String question : questions) {
            int points = Math.min(2, left);
            answers.put(question, List.of(ratings.get(points)));
            left -= points;
        }
        assertEquals("more points than the questions have", 0, left);
    }

    private Assessment assessment(Instrument instrument, String date, Map<String, List<Object>> answers) {
        return Assessment.builder()
                .instrument(instrument)
                .settings(InstrumentSettings.builder()
                        .indexWithinDays(withinDays)
                        .omissionLimits(omissionLimits)
                        .build())
                .date(Times.moment(date, ZONE).get())
                .answers(answers)
                .faults(List.of())
                .build();
    }
}
