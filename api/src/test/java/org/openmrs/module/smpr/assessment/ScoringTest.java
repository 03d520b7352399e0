/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.assessment.ScaleScore.NoValue;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.site.InstrumentSettings;

/** Sums worked out by hand, the working beside each. */
public class ScoringTest {

    private Instrument instrument = TestInstruments.SAPROF;

    private final Map<String, List<Object>> ratings = new LinkedHashMap<>();

    private final List<Fault> faults = new ArrayList<>();

    private Map<String, Integer> limits = Map.of();

    @Test
    public void shouldReachBothEndsOfEveryScale() {
        rateAll("0");
        assertEquals(0, score("total").getValue(), 0);
        rateAll("2");
        assertEquals(10, score("internal").getValue(), 0);
        assertEquals(14, score("motivational").getValue(), 0);
        assertEquals(10, score("external").getValue(), 0);
        assertEquals(34, score("total").getValue(), 0);
        assertNull(score("total").getProrated());
    }

    @Test
    public void shouldSumWhatWasRated() {
        rateAll("1");
        rate("03", "2");
        rate("04", "0");
        rate("05", "2");
        // 1 + 1 + 2 + 0 + 2
        assertEquals(6, score("internal").getValue(), 0);
        // 6 + 7 × 1 + 5 × 1
        assertEquals(18, score("total").getValue(), 0);
    }

    @Test
    public void shouldKeepRawAndProratedApartAndGiveNoValueWhileNoLimitIsSet() {
        rateAll("2");
        rate("03", "OMIT");
        ScaleScore internal = score("internal");
        assertEquals(8, (int) internal.getRaw());
        // 8 / 4 × 5
        assertEquals(10, internal.getProrated(), 0);
        assertEquals(1, internal.getOmitted());
        assertNull(internal.getValue());
        assertEquals(NoValue.NO_LIMIT_SET, internal.getNoValue());
    }

    @Test
    public void shouldTakeTheProratedSumWithinTheLimitOfTheSite() {
        limits = Map.of("internal", 1, "total", 0);
        rateAll("1");
        rate("03", "OMIT");
        rate("04", "2");
        // (1 + 1 + 2 + 1) / 4 × 5
        assertEquals(6.25, score("internal").getValue(), 0);
        assertNull(score("internal").getNoValue());
        assertEquals(NoValue.BEYOND_LIMIT, score("total").getNoValue());
        // (5 + 7 + 5) / 16 × 17
        assertEquals(18.0625, score("total").getProrated(), 1e-12);
        assertNull(score("total").getValue());
    }

    @Test
    public void shouldNotComputeMotivationAndTotalOfAManWithoutMedication() {
        rateAll("2");
        rate("12", "NA");
        assertEquals(NoValue.NOT_APPLICABLE, score("motivational").getNoValue());
        assertEquals(NoValue.NOT_APPLICABLE, score("total").getNoValue());
        assertNull(score("total").getRaw());
        assertEquals(1, score("total").getNotApplicable());
        assertEquals(10, score("internal").getValue(), 0);
        assertEquals(10, score("external").getValue(), 0);
    }

    @Test
    public void shouldNeverTakeAMissingRatingForAZero() {
        rateAll("2");
        ratings.remove("13");
        assertEquals(NoValue.MISSING, score("external").getNoValue());
        assertEquals(1, score("external").getMissing());
        assertNull(score("external").getRaw());
        assertNull(score("total").getValue());
        assertEquals(10, score("internal").getValue(), 0);
    }

    @Test
    public void shouldNotSumARefinedRating() {
        rateAll("2");
        rate("05", "1-plus");
        assertEquals(NoValue.UNNUMBERED, score("internal").getNoValue());
        assertNull(score("internal").getRaw());
    }

    @Test
    public void shouldGiveNoValueWhereTheRecordIsFaultyInAnItem() {
        rateAll("2");
        ratings.put("13", List.of("1", "2"));
        faults.add(Fault.of("ratings.13", "severalAnswers"));
        assertEquals(NoValue.FAULTY, score("external").getNoValue());
        assertEquals(NoValue.FAULTY, score("total").getNoValue());
        assertEquals(10, score("internal").getValue(), 0);
    }

    @Test
    public void shouldGiveNoValueWhereTheSameRatingIsChartedTwice() {
        rateAll("2");
        ratings.put("13", List.of("2", "2"));
        assertEquals(NoValue.FAULTY, score("external").getNoValue());
    }

    @Test
    public void shouldGiveNoSumWhereEverythingWasOmitted() {
        rateAll("OMIT");
        assertEquals(NoValue.ALL_OMITTED, score("total").getNoValue());
        assertNull(score("total").getProrated());
    }

    @Test
    public void shouldReachBothEndsOfEveryScaleOfTheHcr20() {
        rateHcr20("Y", "Y", "Y", "IN");
        assertEquals(List.of("H: 20.0", "C: 10.0", "R.IN: 10.0", "CR.IN: 20.0", "total.IN: 40.0"), sums());
        rateHcr20("N", "N", "N", "IN");
        assertEquals(List.of("H: 0.0", "C: 0.0", "R.IN: 0.0", "CR.IN: 0.0", "total.IN: 0.0"), sums());
    }

    @Test
    public void shouldSumTheHcr20OnceForEachContextThatWasRated() {
        rateHcr20("Y", "N", "P", "OUT");
        // 10 × 2, 5 × 0, 5 × 1
        assertEquals(List.of("H: 20.0", "C: 0.0", "R.OUT: 5.0", "CR.OUT: 5.0", "total.OUT: 25.0"), sums());
        rateR("Y", "IN");
        assertEquals(
                List.of(
                        "H: 20.0",
                        "C: 0.0",
                        "R.IN: 10.0",
                        "R.OUT: 5.0",
                        "CR.IN: 10.0",
                        "CR.OUT: 5.0",
                        "total.IN: 30.0",
                        "total.OUT: 25.0"),
                sums());
    }

    @Test
    public void shouldSayOfEachContextThatNoneWasRated() {
        rateHcr20("P", "P", "P");
        assertEquals(
                List.of(
                        "H: 10.0",
                        "C: 5.0",
                        "R.IN: MISSING",
                        "R.OUT: MISSING",
                        "CR.IN: MISSING",
                        "CR.OUT: MISSING",
                        "total.IN: MISSING",
                        "total.OUT: MISSING"),
                sums());
    }

    @Test
    public void shouldLetAHoleInOneContextLeaveTheOtherAlone() {
        rateHcr20("P", "P", "P", "IN", "OUT");
        ratings.remove("R3.OUT.presence");
        assertEquals(
                List.of(
                        "H: 10.0",
                        "C: 5.0",
                        "R.IN: 5.0",
                        "R.OUT: MISSING",
                        "CR.IN: 10.0",
                        "CR.OUT: MISSING",
                        "total.IN: 20.0",
                        "total.OUT: MISSING"),
                sums());
    }

    @Test
    public void shouldCountNeitherRelevanceNorSubItems() {
        rateHcr20("P", "P", "P", "IN");
        List<String> sums = sums();
        instrument.getQuestions().stream()
                .filter(q -> q.getSubItem() != null || "relevance".equals(q.getDimension()))
                .filter(q -> !"OUT".equals(q.getContext()))
                .forEach(q -> rate(q.getCode(), q.getDimension().equals("presence") ? "Y" : "HIGH"));
        assertEquals(sums, sums());
    }

    @Test
    public void shouldProrateTheHcr20WithinTheLimitsOfTheSite() {
        limits = Map.of("H", 2, "total", 1);
        rateHcr20("Y", "P", "N", "IN");
        rate("H9.presence", "OMIT");
        rate("H10.presence", "OMIT");
        assertEquals(16, (int) score("H").getRaw());
        assertEquals(2, score("H").getOmitted());
        // 16 / 8 × 10
        assertEquals(20, score("H").getProrated(), 0);
        assertEquals(20, score("H").getValue(), 0);
        assertEquals(21, (int) score("total").getRaw());
        // (16 + 5 + 0) / 18 × 20
        assertEquals(70 / 3.0, score("total").getProrated(), 1e-12);
        assertEquals(NoValue.BEYOND_LIMIT, score("total").getNoValue());
        assertNull(score("total").getValue());
        limits = Map.of("total", 2);
        assertEquals(70 / 3.0, score("total").getValue(), 1e-12);
        assertEquals(NoValue.NO_LIMIT_SET, score("H").getNoValue());
    }

    @Test
    public void shouldGiveTheMeansOfTheCappAndNoOther() {
        instrument = TestInstruments.CAPP;
        rateAll("3");
        assertEquals(List.of("A: 12.0", "B: 18.0", "C: 15.0", "D: 18.0", "E: 15.0", "S: 21.0", "total: 99.0"), sums());
        for (String scale : List.of("A", "B", "C", "D", "E", "S", "total")) {
            assertEquals(3, score(scale).getMean(), 0);
        }
        instrument = TestInstruments.SAPROF;
        rateAll("1");
        assertNull(score("total").getMean());
        rateHcr20("P", "P", "P", "IN");
        assertNull(score("total").getMean());
    }

    @Test
    public void shouldReachBothEndsOfEveryDomainOfTheCapp() {
        instrument = TestInstruments.CAPP;
        rateAll("6");
        assertEquals(List.of("A: 24.0", "B: 36.0", "C: 30.0", "D: 36.0", "E: 30.0", "S: 42.0", "total: 198.0"), sums());
        assertEquals(6, score("total").getMean(), 0);
        rateAll("0");
        assertEquals(0, score("total").getValue(), 0);
        assertEquals(0, score("total").getMean(), 0);
    }

    @Test
    public void shouldTakeTheMeanOfWhatWasRated() {
        instrument = TestInstruments.CAPP;
        rateAll("3");
        rate("A2", "4");
        rate("A3", "6");
        rate("A4", "OMIT");
        assertEquals(13, (int) score("A").getRaw());
        // (3 + 4 + 6) / 3, and that × 4
        assertEquals(13 / 3.0, score("A").getMean(), 1e-12);
        assertEquals(52 / 3.0, score("A").getProrated(), 1e-12);
        assertNull(score("A").getValue());
        assertEquals(NoValue.NO_LIMIT_SET, score("A").getNoValue());
        limits = Map.of("A", 1);
        assertEquals(52 / 3.0, score("A").getValue(), 1e-12);
        rate("A1", "OMIT");
        assertEquals(NoValue.BEYOND_LIMIT, score("A").getNoValue());
        rateAll("OMIT");
        assertNull(score("A").getMean());
        ratings.clear();
        assertNull(score("A").getMean());
    }

    private void rateAll(String rating) {
        for (Item item : instrument.getItems()) {
            rate(item.getCode(), rating);
        }
    }

    /** Rates the presence of each of the H, the C and the R items, of these in the contexts given. */
    private void rateHcr20(String h, String c, String r, String... contexts) {
        instrument = TestInstruments.HCR20V3;
        ratings.clear();
        for (Item item : instrument.getItems()) {
            if (!item.isPerContext()) {
                rate(item.getCode() + ".presence", item.isFixed() ? h : c);
            }
        }
        for (String context : contexts) {
            rateR(r, context);
        }
    }

    private void rateR(String rating, String context) {
        for (String item : List.of("R1", "R2", "R3", "R4", "R5")) {
            rate(item + "." + context + ".presence", rating);
        }
    }

    private void rate(String item, String rating) {
        ratings.put(item, Collections.singletonList(rating));
    }

    private ScaleScore score(String scale) {
        return scores().stream()
                .filter(s -> s.getScale().getCode().equals(scale))
                .findFirst()
                .get();
    }

    /** Each sum as {@code scale.context: value}, or why it has none. */
    private List<String> sums() {
        return scores().stream()
                .map(s -> s.getScale().getCode() + (s.getContext() == null ? "" : "." + s.getContext()) + ": "
                        + (s.getValue() == null ? s.getNoValue() : s.getValue()))
                .collect(Collectors.toList());
    }

    private List<ScaleScore> scores() {
        Assessment assessment = Assessment.builder()
                .instrument(instrument)
                .answers(ratings)
                .faults(faults)
                .build();
        return new Scoring(InstrumentSettings.builder().omissionLimits(limits).build()).scores(assessment);
    }
}
