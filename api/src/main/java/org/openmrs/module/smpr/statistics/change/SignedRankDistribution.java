/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;

/**
 * The sum of those ranks that chance gives a plus, each with probability ½ and independently: the exact distribution behind
 * Wilcoxon's signed-rank test, conditional on the ranks, tied or not. Its generating function is the product of
 * (1 + q^rank) / 2 over the ranks. Ranks are doubled, which makes mean ranks whole numbers.
 */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class SignedRankDistribution {

    private final double[] probabilities;

    /** @param doubledRanks each from 1 */
    static SignedRankDistribution of(int... doubledRanks) {
        double[] probabilities = {1};
        for (int rank : doubledRanks) {
            double[] grown = new double[probabilities.length + rank];
            for (int sum = 0; sum < probabilities.length; sum++) {
                grown[sum] += probabilities[sum] / 2;
                grown[sum + rank] += probabilities[sum] / 2;
            }
            probabilities = grown;
        }
        return new SignedRankDistribution(probabilities);
    }

    /** The sum of all doubled ranks. */
    int getLargest() {
        return probabilities.length - 1;
    }

    /** Of exactly this sum, from 0 to {@link #getLargest()}. */
    double probability(int doubledSum) {
        return probabilities[doubledSum];
    }

    /** Of a sum as far from the middle as this one or further, on either side. */
    double twoSided(int doubledSum) {
        int lower = Math.min(doubledSum, getLargest() - doubledSum);
        double tail = 0;
        for (int sum = 0; sum <= lower; sum++) {
            tail += probabilities[sum];
        }
        return Math.min(1, 2 * tail);
    }
}
