/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Two ratings of a person on a scale of three levels: of normal scores that are correlated, those below −½ are low, those above
 * 0.8 high. Both ratings are alike in distribution.
 */
final class Levels {

    static final int COUNT = 3;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static final double[] BOUNDS = {Double.NEGATIVE_INFINITY, -0.5, 0.8, Double.POSITIVE_INFINITY};

    private final double correlation;

    private Levels(double correlation) {
        this.correlation = correlation;
    }

    static Levels correlated(double correlation) {
        return new Levels(correlation);
    }

    /** One person's two. */
    int[] two(Draws draws) {
        double common = Math.sqrt(correlation) * draws.normal();
        return new int[] {level(common, draws), level(common, draws)};
    }

    /** Of so many people, by the first level and then the second. */
    int[][] counts(Draws draws, int people) {
        int[][] counts = new int[COUNT][COUNT];
        for (int i = 0; i < people; i++) {
            int[] two = two(draws);
            counts[two[0]][two[1]]++;
        }
        return counts;
    }

    /** The probability of each two levels. */
    double[][] probabilities() {
        double[][] probabilities = new double[COUNT][COUNT];
        int points = 2000;
        double width = 16.0 / points;
        for (int k = 0; k <= points; k++) {
            double common = -8 + width * k;
            double[] given = new double[COUNT];
            for (int level = 0; level < COUNT; level++) {
                given[level] = below(BOUNDS[level + 1], common) - below(BOUNDS[level], common);
            }
            for (int i = 0; i < COUNT; i++) {
                for (int j = 0; j < COUNT; j++) {
                    probabilities[i][j] += width * NORMAL.density(common) * given[i] * given[j];
                }
            }
        }
        return probabilities;
    }

    private double below(double bound, double common) {
        return NORMAL.cumulativeProbability((bound - Math.sqrt(correlation) * common) / Math.sqrt(1 - correlation));
    }

    private int level(double common, Draws draws) {
        double score = common + Math.sqrt(1 - correlation) * draws.normal();
        return score < BOUNDS[1] ? 0 : score < BOUNDS[2] ? 1 : 2;
    }
}
