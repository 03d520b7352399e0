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
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.assessment.ScaleScore.NoValue;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.site.InstrumentSettings;

/** Sums worked out by hand, the working beside each. */
public class ScoringTest {

    private final Instrument saprof = TestInstruments.SAPROF;

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

    private void rateAll(String rating) {
        for (Item item : saprof.getItems()) {
            rate(item.getCode(), rating);
        }
    }

    private void rate(String item, String rating) {
        ratings.put(item, Collections.singletonList(rating));
    }

    private ScaleScore score(String scale) {
        Assessment assessment = Assessment.builder()
                .instrument(saprof)
                .answers(ratings)
                .faults(faults)
                .build();
        return new Scoring(InstrumentSettings.builder().omissionLimits(limits).build())
                .scores(assessment).stream()
                        .filter(s -> s.getScale().getCode().equals(scale))
                        .findFirst()
                        .get();
    }
}
