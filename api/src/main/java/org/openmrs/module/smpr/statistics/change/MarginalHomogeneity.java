/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.apache.commons.statistics.distribution.BinomialDistribution;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * Whether the levels of a scale are as frequent the second time as the first: the test of Stuart (1955, Biometrika
 * 42:412-416) and Maxwell (1970, Br J Psychiatry 116:651-655), χ² = d′ S⁻¹ d with the differences d of the margins and their
 * covariance S where nothing has changed. For two levels it is McNemar's without correction for continuity. It knows no order
 * of the levels, and is for large samples; the sign test of those who rose and fell beside it knows the order, and is exact.
 *
 * <p>S is the Laplacian of a graph in which persons who moved join levels. Within each of its connected parts the differences
 * sum to 0, so that one level of each is left out, whichever it is: a level that nobody has, or that nobody entered or left,
 * is a part of its own, and so is not in the test.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class MarginalHomogeneity {

    /** χ² of Stuart and Maxwell; {@code NaN} where nobody moved. */
    double statistic;

    /** Levels less connected parts: 1 less than the levels where each is joined with each other; 0 where nobody moved. */
    int degreesOfFreedom;

    /** Of χ²; {@code NaN} where nobody moved. */
    double pValue;

    /**
     * Two-sided, of the exact sign test: of those who moved, as many rose as fell but for chance, by the binomial
     * distribution with ½. For two levels it is McNemar's exact test. {@code NaN} where nobody moved.
     */
    double signTestPValue;

    public static MarginalHomogeneity of(ShiftTable table) {
        double statistic = 0;
        int degreesOfFreedom = 0;
        for (List<Integer> part : parts(table)) {
            if (part.size() > 1) {
                List<Integer> kept = part.subList(1, part.size());
                statistic += statistic(table, kept);
                degreesOfFreedom += kept.size();
            }
        }
        if (degreesOfFreedom == 0) {
            return new MarginalHomogeneity(Double.NaN, 0, Double.NaN, Double.NaN);
        }
        int moved = table.getRose() + table.getFell();
        double tail =
                BinomialDistribution.of(moved, 0.5).cumulativeProbability(Math.min(table.getRose(), table.getFell()));
        return new MarginalHomogeneity(
                statistic,
                degreesOfFreedom,
                ChiSquaredDistribution.of(degreesOfFreedom).survivalProbability(statistic),
                Math.min(1, 2 * tail));
    }

    /** The levels that persons who moved join, directly or through others. */
    private static List<List<Integer>> parts(ShiftTable table) {
        List<List<Integer>> parts = new ArrayList<>();
        boolean[] reached = new boolean[table.getLevels()];
        for (int start = 0; start < reached.length; start++) {
            if (!reached[start]) {
                reached[start] = true;
                List<Integer> part = new ArrayList<>();
                part.add(start);
                for (int i = 0; i < part.size(); i++) {
                    for (int level = 0; level < reached.length; level++) {
                        if (!reached[level] && moved(table, part.get(i), level) > 0) {
                            reached[level] = true;
                            part.add(level);
                        }
                    }
                }
                parts.add(part);
            }
        }
        return parts;
    }

    private static double statistic(ShiftTable table, List<Integer> levels) {
        RealVector differences = new ArrayRealVector(levels.size());
        RealMatrix covariance = new Array2DRowRealMatrix(levels.size(), levels.size());
        for (int i = 0; i < levels.size(); i++) {
            int level = levels.get(i);
            int first = table.first(level);
            int second = table.second(level);
            differences.setEntry(i, first - second);
            for (int j = 0; j < levels.size(); j++) {
                covariance.setEntry(
                        i,
                        j,
                        i == j
                                ? (double) first + second - 2.0 * table.count(level, level)
                                : -moved(table, level, levels.get(j)));
            }
        }
        return differences.dotProduct(
                new CholeskyDecomposition(covariance).getSolver().solve(differences));
    }

    /** Those who moved between two levels, either way. */
    private static double moved(ShiftTable table, int one, int other) {
        return (double) table.count(one, other) + table.count(other, one);
    }
}
