/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

/**
 * Weights that lie on ranks, and their sums below, at and above one: two trees of Fenwick (1994, Softw Pract Exp
 * 24:327-336), log n for each addition and each sum. The sum above is not the difference to the whole, so that it is 0
 * where nothing lies there, and not rounding.
 */
final class RankWeights {

    private final double[] upwards;

    private final double[] downwards;

    private final double[] at;

    /** @param ranks the highest; the lowest is 1 */
    RankWeights(int ranks) {
        upwards = new double[ranks + 1];
        downwards = new double[ranks + 1];
        at = new double[ranks + 1];
    }

    void add(int rank, double weight) {
        at[rank] += weight;
        add(upwards, rank, weight);
        add(downwards, at.length - rank, weight);
    }

    double below(int rank) {
        return sum(upwards, rank - 1);
    }

    double at(int rank) {
        return at[rank];
    }

    double above(int rank) {
        return sum(downwards, at.length - rank - 1);
    }

    private static void add(double[] tree, int index, double weight) {
        for (int i = index; i < tree.length; i += i & -i) {
            tree[i] += weight;
        }
    }

    private static double sum(double[] tree, int index) {
        double sum = 0;
        for (int i = index; i > 0; i -= i & -i) {
            sum += tree[i];
        }
        return sum;
    }
}
