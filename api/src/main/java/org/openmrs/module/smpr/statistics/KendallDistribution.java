/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;

/**
 * How many of the pairs with different x are discordant (the larger x has the smaller y) where y, without ties, falls on
 * the x by chance: the exact distribution behind Kendall's S, which is the number of pairs less twice the discordant ones.
 * With ties in x they are the inversions of a multiset's permutations, and their generating function a product of Gaussian
 * polynomials (NIST Digital Library of Mathematical Functions, 26.16.1 and 26.16.2).
 */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class KendallDistribution {

    private final double[] probabilities;

    /** @param ties how many points there are at each of the different x */
    static KendallDistribution of(int... ties) {
        double[] probabilities = {1};
        int points = 0;
        for (int tied : ties) {
            for (int i = 1; i <= tied; i++) {
                points++;
                probabilities = grown(probabilities, points, i);
            }
        }
        return new KendallDistribution(probabilities);
    }

    /** The pairs with different x. */
    int getPairs() {
        return probabilities.length - 1;
    }

    /** Of exactly so many discordant pairs, from 0 to {@link #getPairs()}. */
    double probability(int discordant) {
        return probabilities[discordant];
    }

    /**
     * One point more, the i-th at its x and the n-th of all: the generating function takes a factor
     * (1 − qⁿ) / (1 − qⁱ), and the probabilities i / n. It is symmetrical, and mirrored rather than computed beyond the
     * middle, where the differences would cancel.
     */
    private static double[] grown(double[] before, int n, int i) {
        double[] after = new double[before.length + n - i];
        int last = after.length - 1;
        for (int k = 0; k <= last; k++) {
            if (2 * k > last) {
                after[k] = after[last - k];
            } else {
                double factored = (k < before.length ? before[k] : 0) - (k < n ? 0 : before[k - n]);
                after[k] = factored * i / n + (k < i ? 0 : after[k - i]);
            }
        }
        return after;
    }
}
