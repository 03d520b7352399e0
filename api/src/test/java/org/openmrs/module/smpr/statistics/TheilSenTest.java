/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.TheilSen.Interval;

public class TheilSenTest {

    /**
     * The example of Sen (1968), slope 4, as SciPy's tests have it (stats/tests/test_mstats_basic.py). Sen's 93 % (N* = 11,
     * M1 = 5, M2 = 16) go from the 5th of the 21 slopes to the 17th, (45 − 15) / (10 − 2) and (55 − 9) / (12 − 1): |S| is 11 or
     * less but for 2 × (1 + 6 + 20 + 49 + 98) of 5040 permutations (oeis.org/A008302).
     */
    @Test
    public void shouldAgreeWithTheExampleOfSen() {
        TheilSen line = line(xs(1, 2, 3, 4, 10, 12, 18), ys(9, 15, 19, 20, 45, 55, 78));
        assertEquals(4, line.getSlope(), 1e-12);
        assertInterval(
                30 / 8.0, 46 / 11.0, 1 - 348 / 5040.0, line.interval(0.93).get());
    }

    /** SciPy's pair for the same example, which its normal approximation finds for 93 %, covers 97 %: the 4th and the 18th slope. */
    @Test
    public void shouldTakeAWiderPairWhereTheNextNarrowerCoversLessThanAsked() {
        TheilSen line = line(xs(1, 2, 3, 4, 10, 12, 18), ys(9, 15, 19, 20, 45, 55, 78));
        // (45 − 19) / (10 − 3) is 3.71, (55 − 20) / (12 − 4) is 4.38; all but 2 × (1 + 6 + 20 + 49) of 5040
        assertInterval(26 / 7.0, 35 / 8.0, 1 - 152 / 5040.0, line.interval(0.95).get());
    }

    /** Cloud seeding, in Hollander and Wolfe, example 9.1 (data in the R package NSM3, theil.R); the rest by hand. */
    @Test
    public void shouldTakeTheMiddleOfTheTwoMiddleSlopes() {
        TheilSen line = line(xs(1, 2, 3, 4, 5), ys(1.26, 1.27, 1.12, 1.16, 1.03));
        // -0.15 -0.13 -0.08 -0.07 -0.0575 | -0.055 -0.045 -0.0333 0.01 0.04
        assertEquals(-0.05625, line.getSlope(), 1e-12);
        // all but 2 × (1 + 4) of 120, all but 2 of 120
        assertInterval(-0.13, 0.01, 110 / 120.0, line.interval(0.90).get());
        assertInterval(-0.15, 0.04, 118 / 120.0, line.interval(0.95).get());
    }

    /**
     * Sprent and Smeeton, Applied Nonparametric Statistical Methods, example 11.4: slope 0.5667, and from 0.5 to 1.925 with at
     * least 95 %, in the tests of an earlier version of the R package ANSM5 (github.com/neilhspencer/ANSM5).
     */
    @Test
    public void shouldAgreeWithTheExampleOfSprentAndSmeeton() {
        TheilSen line = line(xs(0, 1, 2, 3, 4, 5, 6), ys(2.5, 3.1, 3.4, 4, 4.6, 5.1, 11.1));
        assertEquals(0.56666667, line.getSlope(), 1e-8);
        assertInterval(0.5, 1.925, 1 - 152 / 5040.0, line.interval(0.95).get());
    }

    /** The R package statpsych, help on ci.theil: x 28 and 40 tied, 0.5 with 95 % from 0.3243243 to 0.75. */
    @Test
    public void shouldAgreeWithAPublishedExampleWithTiesInX() {
        TheilSen line = line(
                xs(67, 28, 30, 28, 52, 40, 25, 37, 44, 10, 14, 20, 28, 40, 51),
                ys(21, 4, 9, 12, 35, 18, 10, 22, 24, 1, 6, 8, 13, 16, 19));
        assertEquals(0.5, line.getSlope(), 1e-12);
        Interval interval = line.interval(0.95).get();
        assertEquals(0.3243243, interval.getLow(), 5e-8);
        assertEquals(0.75, interval.getHigh(), 1e-12);
    }

    /**
     * Where there are two x, the slope is the shift of Hodges and Lehmann, and the interval that of Mann and Whitney:
     * permeability of the chorioamnion, Hollander and Wolfe (1999, p. 110), 0.305 with 95 % from -0.15 to 0.76 in the
     * examples of the R package coin (tests/Examples/coin-Ex.Rout.save).
     */
    @Test
    public void shouldBeTheShiftOfHodgesAndLehmannWhereThereAreTwoX() {
        double[] x = new double[15];
        Arrays.fill(x, 0, 10, 1);
        TheilSen line =
                line(x, ys(0.80, 0.83, 1.89, 1.04, 1.45, 1.38, 1.91, 1.64, 0.73, 1.46, 1.15, 0.88, 0.90, 0.74, 1.21));
        assertEquals(0.305, line.getSlope(), 1e-12);
        Interval interval = line.interval(0.95).get();
        assertEquals(-0.15, interval.getLow(), 1e-12);
        assertEquals(0.76, interval.getHigh(), 1e-12);
    }

    @Test
    public void shouldNotBeCarriedOffByOneWildPoint() {
        TheilSen line = line(xs(1, 2, 3, 4, 5, 6, 7), ys(1, 2, 3, 4, 5, 16, 7));
        // -9, fifteen times 1, 3, 3.5, 4.33, 6, 11; least squares give 44 / 28
        assertEquals(1, line.getSlope(), 0);
        assertInterval(1, 3.5, 1 - 152 / 5040.0, line.interval(0.95).get());
    }

    @Test
    public void shouldLeaveOutPairsWithTheSameX() {
        // (4 − 1) / 2 and (4 − 3) / 2; the two at 0 have no slope
        assertEquals(1, line(xs(0, 0, 2), ys(1, 3, 4)).getSlope(), 0);
    }

    @Test
    public void shouldGiveNoSlopeWithoutTwoDifferentX() {
        assertFalse(TheilSen.of(xs(), ys()).isPresent());
        assertFalse(TheilSen.of(xs(3), ys(1)).isPresent());
        assertFalse(TheilSen.of(xs(3, 3, 3), ys(1, 2, 3)).isPresent());
        assertTrue(TheilSen.of(xs(3, 4), ys(1, 1)).isPresent());
    }

    @Test
    public void shouldGiveNoIntervalWhereEvenTheWidestCoversTooLittle() {
        // The widest covers all but 2 of the orders: of 24, of 120, of 5! / 2! 2! and of 5! / 2!.
        assertFalse(line(xs(1, 2), ys(1, 2)).interval(0.01).isPresent());
        assertFalse(line(xs(1, 2, 3, 4), ys(1, 3, 2, 5)).interval(0.95).isPresent());
        assertTrue(line(xs(1, 2, 3, 4), ys(1, 3, 2, 5)).interval(0.90).isPresent());
        assertTrue(line(xs(1, 2, 3, 4, 5), ys(1, 3, 2, 5, 9)).interval(0.95).isPresent());
        assertFalse(line(xs(1, 1, 2, 2, 5), ys(1, 3, 2, 5, 9)).interval(0.95).isPresent());
        assertTrue(line(xs(1, 1, 2, 4, 5), ys(1, 3, 2, 5, 9)).interval(0.95).isPresent());
    }

    @Test
    public void shouldNotLoseACoverageOfExactlyTheLevelToRounding() {
        TheilSen line = line(xs(1, 2, 3, 4, 5), ys(1, 3, 2, 5, 9));
        for (int discordant : new int[] {2, 10, 28, 58, 98}) {
            double level = 1 - discordant / 120.0;
            assertEquals(level, line.interval(level).get().getCoverage(), 1e-12);
            assertTrue(line.interval(level + 1e-9)
                    .map(wider -> wider.getCoverage() > level + 1e-6)
                    .orElse(true));
        }
    }

    /** Each order of the same deviations around a line of slope 2 is as likely as any other. */
    @Test
    public void shouldCoverTheTrueSlopeAsOftenAsItSays() {
        double[] deviations = {-1.9, -0.7, 0.13, 0.41, 1.17, 3.3};
        assertCovers(xs(0, 1, 2, 3, 4, 5), deviations, 0.95, true);
        assertCovers(xs(0, 1, 4, 9, 16, 25), deviations, 0.75, true);
        assertCovers(xs(0, 0, 1, 2, 2, 7), deviations, 0.90, true);
        assertCovers(xs(3, 1, 1, 1, 2, 3), deviations, 0.60, true);
        assertCovers(xs(0, 0, 0, 1, 1, 1), deviations, 0.80, true);
    }

    @Test
    public void shouldCoverTheTrueSlopeNoLessOftenWhereDeviationsAreTied() {
        double[] deviations = {-1, -1, 0, 0, 0, 2};
        assertCovers(xs(0, 1, 2, 3, 4, 5), deviations, 0.95, false);
        assertCovers(xs(0, 1, 4, 9, 16, 25), deviations, 0.75, false);
        assertCovers(xs(0, 0, 1, 2, 2, 7), deviations, 0.90, false);
        assertCovers(xs(3, 1, 1, 1, 2, 3), deviations, 0.60, false);
        assertCovers(xs(0, 0, 0, 1, 1, 1), deviations, 0.80, false);
    }

    @Test
    public void shouldManageAsManyPointsAsAnybodyMightHave() {
        double[] x = IntStream.range(0, 300).mapToDouble(i -> i / 2).toArray();
        double[] y = IntStream.range(0, 300).mapToDouble(i -> i * i % 307).toArray();
        Interval interval = line(x, y).interval(0.95).get();
        assertTrue(interval.getLow() < interval.getHigh());
        assertEquals(0.95, interval.getCoverage(), 0.001);
    }

    @Test
    public void shouldRefuseWhatIsNoSetOfPoints() {
        assertThrows(IllegalArgumentException.class, () -> TheilSen.of(xs(1, 2), ys(1)));
        assertThrows(IllegalArgumentException.class, () -> TheilSen.of(xs(1, Double.NaN), ys(1, 2)));
        assertThrows(IllegalArgumentException.class, () -> TheilSen.of(xs(1, 2), ys(1, Double.POSITIVE_INFINITY)));
    }

    @Test
    public void shouldRefuseALevelThatIsNoProbability() {
        TheilSen line = line(xs(1, 2, 3), ys(1, 2, 2));
        for (double level : new double[] {0, 1, -0.5, 95, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> line.interval(level));
        }
    }

    private static void assertCovers(double[] x, double[] deviations, double level, boolean exactly) {
        int[] covered = {0, 0};
        double[] coverage = {0};
        Permutations.forEach(x.length, order -> {
            double[] y = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                y[i] = 2 * x[i] + deviations[order[i]];
            }
            Interval interval = line(x, y).interval(level).get();
            coverage[0] = interval.getCoverage();
            covered[1]++;
            if (interval.getLow() <= 2 && 2 <= interval.getHigh()) {
                covered[0]++;
            }
        });
        double found = (double) covered[0] / covered[1];
        assertTrue(coverage[0] >= level - 1e-12);
        if (exactly) {
            assertEquals(coverage[0], found, 1e-12);
        } else {
            assertTrue(found + " of " + coverage[0], found >= coverage[0] - 1e-12);
        }
    }

    private static void assertInterval(double low, double high, double coverage, Interval interval) {
        assertEquals(low, interval.getLow(), 1e-12);
        assertEquals(high, interval.getHigh(), 1e-12);
        assertEquals(coverage, interval.getCoverage(), 1e-12);
    }

    private static TheilSen line(double[] x, double[] y) {
        return TheilSen.of(x, y).get();
    }

    private static double[] xs(double... x) {
        return x;
    }

    private static double[] ys(double... y) {
        return y;
    }
}
