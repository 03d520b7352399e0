/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class RankWeightsTest {

    @Test
    public void shouldSumTheWeightsBelowAtAndAboveARank() {
        Random random = new Random(3);
        int ranks = 37;
        double[] expected = new double[ranks + 1];
        RankWeights weights = new RankWeights(ranks);
        for (int i = 0; i < 200; i++) {
            int rank = 1 + random.nextInt(ranks);
            double weight = random.nextDouble();
            expected[rank] += weight;
            weights.add(rank, weight);
        }
        for (int rank = 1; rank <= ranks; rank++) {
            assertEquals(Arrays.stream(expected, 0, rank).sum(), weights.below(rank), 1e-12);
            assertEquals(expected[rank], weights.at(rank), 1e-12);
            assertEquals(Arrays.stream(expected, rank + 1, ranks + 1).sum(), weights.above(rank), 1e-12);
        }
    }

    /** Not what is left of the whole less the rest, which would be rounding. */
    @Test
    public void shouldBeExactlyNilWhereNothingLies() {
        Random random = new Random(4);
        int ranks = 50;
        RankWeights weights = new RankWeights(ranks);
        for (int highest = 1; highest <= ranks; highest++) {
            weights.add(highest, random.nextDouble());
            for (int rank = highest; rank <= ranks; rank++) {
                assertEquals(0, weights.above(rank), 0);
            }
        }
        assertEquals(0, weights.below(1), 0);
    }
}
