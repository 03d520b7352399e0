/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import org.junit.Test;

public class KendallDistributionTest {

    /** Permutations of n things with 0, 1, 2 … inversions: oeis.org/A008302, rows 1 to 6. */
    private static final int[][] MAHONIAN = {
        {1},
        {1, 1},
        {1, 2, 2, 1},
        {1, 3, 5, 6, 5, 3, 1},
        {1, 4, 9, 15, 20, 22, 20, 15, 9, 4, 1},
        {1, 5, 14, 29, 49, 71, 90, 101, 101, 90, 71, 49, 29, 14, 5, 1}
    };

    @Test
    public void shouldAgreeWithThePublishedCountsWhereNoXIsTied() {
        for (int n = 1; n <= MAHONIAN.length; n++) {
            int[] counts = MAHONIAN[n - 1];
            int all = Arrays.stream(counts).sum();
            KendallDistribution distribution = untied(n);
            assertEquals(counts.length - 1, distribution.getPairs());
            for (int k = 0; k < counts.length; k++) {
                assertEquals((double) counts[k] / all, distribution.probability(k), 1e-15);
            }
        }
    }

    @Test
    public void shouldGiveTheUpperTailsOfSForFivePoints() {
        // S is 10 − 2 × discordant: 1, 1 + 4, 1 + 4 + 9 and 1 + 4 + 9 + 15 of 120
        assertEquals(1 / 120.0, upTo(0, untied(5)), 1e-15);
        assertEquals(5 / 120.0, upTo(1, untied(5)), 1e-15);
        assertEquals(14 / 120.0, upTo(2, untied(5)), 1e-15);
        assertEquals(29 / 120.0, upTo(3, untied(5)), 1e-15);
    }

    /** The tuna of Hollander and Wolfe (1973, p. 187): 26 of 36 pairs concordant, p = 0.05972, in R's help on cor.test. */
    @Test
    public void shouldAgreeWithRForNinePoints() {
        assertEquals(0.05972, upTo(10, untied(9)), 5e-6);
    }

    /** Two-sided, from SymPy in the tests of SciPy (stats/tests/test_mstats_basic.py, test_kendall_p_exact_medium). */
    @Test
    public void shouldStayExactForMorePointsThanAnybodyHas() {
        assertEquals(0.62822615287956040664, 2 * upTo(2393, untied(100)), 1e-13);
        assertEquals(0.60439525773513602669, 2 * upTo(2436, untied(101)), 1e-13);
        assertEquals(0.74753983745929675209, 2 * upTo(9797, untied(200)), 1e-13);
        assertEquals(0.40959218958120363618, 2 * upTo(9656, untied(201)), 1e-13);
    }

    @Test
    public void shouldCountWhatAllPermutationsGiveWhereXIsTied() {
        for (int[] ties : List.of(
                new int[] {2, 1},
                new int[] {2, 2},
                new int[] {1, 3, 1},
                new int[] {2, 1, 2, 1},
                new int[] {3, 3},
                new int[] {1, 1, 4},
                new int[] {2, 3, 2},
                new int[] {1, 2, 1, 3})) {
            assertMatchesAllPermutations(ties);
        }
    }

    /** U of Mann and Whitney for 10 and 5 values is 15 or less with 0.1272061272061, in SciPy's tests, from R (test_gh_9184). */
    @Test
    public void shouldBeTheDistributionOfMannAndWhitneyWhereThereAreTwoX() {
        assertEquals(0.1272061272061, upTo(15, KendallDistribution.of(10, 5)), 1e-13);
        assertEquals(0.1272061272061, upTo(15, KendallDistribution.of(5, 10)), 1e-13);
    }

    /** The variance of S is (n(n − 1)(2n + 5) − Σ t(t − 1)(2t + 5)) / 18, of the discordant pairs a quarter (Kendall 1975). */
    @Test
    public void shouldHaveTheVarianceThatTiesLeave() {
        for (int[] ties : List.of(
                new int[] {1, 1, 1, 1, 1, 1, 1},
                new int[] {3, 1, 2},
                new int[] {50, 50},
                new int[] {10, 10, 10, 10, 10, 10, 10, 10, 10, 10},
                new int[] {97, 1, 2})) {
            KendallDistribution distribution = KendallDistribution.of(ties);
            double total = 0;
            double variance = 0;
            for (int k = 0; k <= distribution.getPairs(); k++) {
                double deviation = k - distribution.getPairs() / 2.0;
                total += distribution.probability(k);
                variance += deviation * deviation * distribution.probability(k);
            }
            double expected = (kendall(Arrays.stream(ties).sum())
                            - Arrays.stream(ties)
                                    .mapToDouble(KendallDistributionTest::kendall)
                                    .sum())
                    / 72;
            assertEquals(1, total, 1e-13);
            assertEquals(1, variance / expected, 1e-13);
        }
    }

    private static double kendall(int n) {
        return (double) n * (n - 1) * (2 * n + 5);
    }

    private static void assertMatchesAllPermutations(int[] ties) {
        KendallDistribution distribution = KendallDistribution.of(ties);
        int n = Arrays.stream(ties).sum();
        int[] x = new int[n];
        int point = 0;
        for (int group = 0; group < ties.length; group++) {
            for (int i = 0; i < ties[group]; i++) {
                x[point++] = group;
            }
        }
        int[] counts = new int[distribution.getPairs() + 1];
        Permutations.forEach(n, y -> counts[discordant(x, y)]++);
        int all = Arrays.stream(counts).sum();
        for (int k = 0; k < counts.length; k++) {
            assertEquals(Arrays.toString(ties) + " " + k, (double) counts[k] / all, distribution.probability(k), 1e-15);
        }
    }

    private static int discordant(int[] x, int[] y) {
        int discordant = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < x.length; j++) {
                if (x[i] < x[j] && y[i] > y[j]) {
                    discordant++;
                }
            }
        }
        return discordant;
    }

    private static KendallDistribution untied(int n) {
        int[] ties = new int[n];
        Arrays.fill(ties, 1);
        return KendallDistribution.of(ties);
    }

    private static double upTo(int discordant, KendallDistribution distribution) {
        double sum = 0;
        for (int k = 0; k <= discordant; k++) {
            sum += distribution.probability(k);
        }
        return sum;
    }
}
