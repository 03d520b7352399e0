/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class SignedRankDistributionTest {

    /** How often W⁺ is 0, 1, 2 … among the 2ⁿ signs of n ranks: partitions into different parts, oeis.org/A053632, rows 3 to 5. */
    @Test
    public void shouldAgreeWithThePublishedCountsOfUntiedRanks() {
        assertCounts(new int[] {1, 1, 1, 2, 1, 1, 1}, 3);
        assertCounts(new int[] {1, 1, 1, 2, 2, 2, 2, 2, 1, 1, 1}, 4);
        assertCounts(new int[] {1, 1, 1, 2, 2, 3, 3, 3, 3, 3, 3, 2, 2, 1, 1, 1}, 5);
    }

    /** 2 · psignrank(v, n), printed by R with 15 digits. */
    @Test
    public void shouldAgreeWithPsignrankOfR() {
        assertEquals(0.048828125, untied(10).twoSided(2 * 8), 1e-15);
        assertEquals(0.0515762567520142, untied(25).twoSided(2 * 90), 1e-15);
        assertEquals(0.0494464068006017, untied(50).twoSided(2 * 434), 1e-15);
        assertEquals(0.0496833710871434, untied(200).twoSided(2 * 8442), 1e-13);
    }

    @Test
    public void shouldCountWhatAllSignsGive() {
        for (int[] ranks : List.of(
                new int[] {2},
                new int[] {3, 3},
                new int[] {2, 5, 5, 8, 12, 12, 12},
                new int[] {9, 9, 9, 9, 9, 9, 9, 9},
                new int[] {5, 5, 5, 5, 13, 13, 13, 18, 20})) {
            SignedRankDistribution distribution = SignedRankDistribution.of(ranks);
            int[] counts = new int[Arrays.stream(ranks).sum() + 1];
            for (int signs = 0; signs < 1 << ranks.length; signs++) {
                int plus = 0;
                for (int i = 0; i < ranks.length; i++) {
                    plus += (signs >> i & 1) * ranks[i];
                }
                counts[plus]++;
            }
            assertEquals(counts.length - 1, distribution.getLargest());
            for (int sum = 0; sum < counts.length; sum++) {
                assertEquals(counts[sum] / (double) (1 << ranks.length), distribution.probability(sum), 1e-15);
            }
        }
    }

    @Test
    public void shouldBeCertainOfNothingWithoutRanks() {
        assertEquals(0, SignedRankDistribution.of().getLargest());
        assertEquals(1, SignedRankDistribution.of().probability(0), 0);
    }

    @Test
    public void shouldNotCountTheMiddleTwice() {
        assertEquals(1, untied(3).twoSided(6), 0);
        assertEquals(1, untied(4).twoSided(10), 0);
        assertEquals(0.25, untied(3).twoSided(0), 0);
        assertEquals(0.25, untied(3).twoSided(12), 0);
    }

    private static void assertCounts(int[] counts, int n) {
        SignedRankDistribution distribution = untied(n);
        assertEquals(2 * (counts.length - 1), distribution.getLargest());
        for (int sum = 0; sum < counts.length; sum++) {
            assertEquals(counts[sum] / Math.pow(2, n), distribution.probability(2 * sum), 0);
        }
    }

    private static SignedRankDistribution untied(int n) {
        return SignedRankDistribution.of(
                IntStream.rangeClosed(1, n).map(rank -> 2 * rank).toArray());
    }
}
