/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.survival.KaplanMeier.Quantile;

public class KaplanMeierTest {

    private static final Fixture R = new Fixture("survival");

    @Test
    public void shouldGiveTheCurveAndTheQuantilesThatSurvfitGives() {
        for (String set : new String[] {"plain", "ties", "tiny", "gaps", "late"}) {
            assertCurve(set, R.get("kaplanMeier", set), KaplanMeier.of(R.unweighted(set)));
        }
    }

    @Test
    public void shouldGiveTheRobustErrorsOfSurvfitWhereRowsAreWeighted() {
        for (String set : new String[] {"gaps", "late"}) {
            assertCurve(set, R.get("robust", set), KaplanMeier.of(R.data(set)));
        }
    }

    /** As in Cox and Oakes (1984), table 4.2, and Kleinbaum and Klein (2012, Survival Analysis), table 2.1, with three decimals. */
    @Test
    public void shouldAgreeWithTheLeukaemiaRemissions() {
        Curve treated = KaplanMeier.of(LeukaemiaRemissions.treated()).getCurve();
        double[] weeks = {6, 7, 10, 13, 16, 22, 23};
        int[] atRisk = {21, 17, 15, 12, 11, 7, 6};
        double[] survival = {0.857, 0.807, 0.753, 0.690, 0.627, 0.538, 0.448};
        // R, survfit, with three decimals, as most textbooks have them
        double[] errors = {0.076, 0.087, 0.096, 0.107, 0.114, 0.128, 0.135};
        for (int i = 0; i < weeks.length; i++) {
            Estimate estimate = treated.at(weeks[i]);
            assertEquals(survival[i], estimate.getValue(), 5e-4);
            assertEquals(errors[i], estimate.getStandardError(), 5e-4);
            assertEquals(atRisk[i], estimate.getAtRisk());
        }
        assertEquals(9, treated.at(35).getEvents());
        Curve placebo = KaplanMeier.of(LeukaemiaRemissions.placebo()).getCurve();
        assertEquals(8 / 21.0, placebo.at(8).getValue(), 1e-12);
        assertEquals(0.106, placebo.at(8).getStandardError(), 5e-4);
        assertEquals(0, placebo.at(23).getValue(), 0);
    }

    /** Medians of 23 and of 8 weeks in Kleinbaum and Klein; the intervals are R's. */
    @Test
    public void shouldGiveTheMediansOfTheLeukaemiaRemissions() {
        Quantile treated = KaplanMeier.of(LeukaemiaRemissions.treated()).median();
        assertEquals(23, treated.getTime(), 0);
        assertEquals(new Interval(13, Double.POSITIVE_INFINITY), treated.getInterval());
        Quantile placebo = KaplanMeier.of(LeukaemiaRemissions.placebo()).median();
        assertEquals(8, placebo.getTime(), 0);
        assertEquals(new Interval(4, 11), placebo.getInterval());
    }

    @Test
    public void shouldTakeTheMiddleOfTheTimeThatTheCurveStaysAtOneHalf() {
        assertEquals(2.5, median(new double[] {1, 2, 3, 4}, 1, 1, 1, 1), 0);
        // 20 steps of which the tenth is 1/2 but for rounding
        double[] times = new double[20];
        int[] ends = new int[20];
        for (int i = 0; i < 20; i++) {
            times[i] = i + 1;
            ends[i] = 1;
        }
        assertEquals(10.5, median(times, ends), 0);
        // an end without an event on the way is no step down
        assertEquals(4, median(new double[] {1, 2, 3, 6}, 1, 1, 0, 1), 0);
        // as R: to the last time where it stays there until then
        assertEquals(3, median(new double[] {1, 2, 3, 4}, 1, 1, 0, 0), 0);
    }

    @Test
    public void shouldHaveNoMedianWhereMoreThanHalfAreLeft() {
        Quantile median = KaplanMeier.of(SurvivalData.of(new double[] {1, 2, 3}, new int[] {1, 0, 0}))
                .median();
        assertTrue(Double.isNaN(median.getTime()));
        assertEquals(1, median.getInterval().getLower(), 0);
        assertEquals(Double.POSITIVE_INFINITY, median.getInterval().getUpper(), 0);
    }

    @Test
    public void shouldHaveNoIntervalForTheMedianOfOne() {
        Quantile median =
                KaplanMeier.of(SurvivalData.of(new double[] {5}, new int[] {1})).median();
        assertEquals(5, median.getTime(), 0);
        assertEquals(Interval.UNDEFINED, median.getInterval());
    }

    @Test
    public void shouldHaveNothingOfNobodyAndWithoutEvents() {
        for (SurvivalData data :
                new SurvivalData[] {SurvivalData.builder().build(), SurvivalData.of(new double[] {3, 4}, new int[2])}) {
            assertTrue(Double.isNaN(KaplanMeier.of(data).median().getTime()));
            assertEquals(Interval.UNDEFINED, KaplanMeier.of(data).median().getInterval());
        }
    }

    @Test
    public void shouldFallToZeroWhereAllHaveTheEventAtOnceAndOfOneOrTwo() {
        for (int n : new int[] {1, 2, 7}) {
            double[] times = new double[n];
            int[] ends = new int[n];
            Arrays.fill(times, 4);
            Arrays.fill(ends, 1);
            Curve curve = KaplanMeier.of(SurvivalData.of(times, ends)).getCurve();
            assertEquals(1, curve.at(3).getValue(), 0);
            assertEquals(0, curve.at(4).getValue(), 0);
            assertEquals(0, curve.at(4).getStandardError(), 0);
            assertEquals(Interval.UNDEFINED, curve.at(4).getInterval());
            assertEquals(n, curve.at(4).getEvents());
        }
        Curve two = KaplanMeier.of(SurvivalData.of(new double[] {2, 4}, new int[] {1, 1}))
                .getCurve();
        assertEquals(0.5, two.at(2).getValue(), 0);
        assertTrue(two.at(2).getInterval().isDefined());
        assertEquals(0, two.at(4).getValue(), 0);
    }

    @Test
    public void shouldCountCompetingEventsAsEndsWithoutOne() {
        Curve curve = KaplanMeier.of(SurvivalData.of(new double[] {1, 2, 3}, new int[] {2, 1, 3}))
                .getCurve();
        assertEquals(0.5, curve.at(3).getValue(), 0);
        assertEquals(1, curve.at(3).getEvents());
    }

    @Test
    public void shouldRefuseWhatIsNoShare() {
        KaplanMeier curve = KaplanMeier.of(LeukaemiaRemissions.treated());
        for (double share : new double[] {0, 1, -1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> curve.quantile(share));
        }
    }

    /** Without ends before the event it is the share of those left, and Greenwood's variance the binomial one. */
    @Test
    public void shouldBeTheShareOfThoseLeftAmongAHundredAndFiftyThousand() {
        int n = 150_000;
        double[] times = new double[n];
        int[] ends = new int[n];
        for (int i = 0; i < n; i++) {
            times[i] = 1 + (int) (7919L * i % n);
            ends[i] = 1;
        }
        Curve curve = KaplanMeier.of(SurvivalData.of(times, ends)).getCurve();
        assertEquals(n, curve.size());
        for (int step = 0; step < n; step++) {
            double left = (double) (n - 1 - step) / n;
            assertEquals(left, curve.value(step), 1e-11);
            assertEquals(Math.sqrt(left * (1 - left) / n), curve.standardError(step), 1e-11);
        }
    }

    private static double median(double[] times, int... ends) {
        return KaplanMeier.of(SurvivalData.of(times, ends)).median().getTime();
    }

    private static void assertCurve(String set, JsonNode expected, KaplanMeier found) {
        double[] times = Fixture.numbers(expected.get("time"));
        for (int i = 0; i < times.length; i++) {
            String message = set + " day " + times[i];
            Estimate estimate = found.getCurve().at(times[i]);
            double value = Fixture.number(expected.get("value").get(i));
            Fixture.assertNear(message, value, estimate.getValue());
            // At 0, R has none.
            Fixture.assertNear(
                    message, value == 0 ? 0 : Fixture.number(expected.get("se").get(i)), estimate.getStandardError());
            Fixture.assertNear(
                    message,
                    Fixture.number(expected.get("lower").get(i)),
                    estimate.getInterval().getLower());
            Fixture.assertNear(
                    message,
                    Fixture.number(expected.get("upper").get(i)),
                    estimate.getInterval().getUpper());
        }
        double[] shares = {0.25, 0.5, 0.75};
        for (int i = 0; i < shares.length; i++) {
            Quantile quantile = found.quantile(shares[i]);
            assertEquals(Fixture.number(expected.get("quantile").get(i)), quantile.getTime(), 0);
            double lower = Fixture.number(expected.get("quantileLower").get(i));
            double upper = Fixture.number(expected.get("quantileUpper").get(i));
            assertEquals(set, lower, quantile.getInterval().getLower(), 0);
            assertEquals(
                    set,
                    Double.isNaN(upper) ? Double.POSITIVE_INFINITY : upper,
                    quantile.getInterval().getUpper(),
                    0);
        }
    }
}
