/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.balance;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * How far two groups lie apart on a variable, in standard deviations: whatever their sizes, and with no test and no p-value
 * (Austin 2009, Stat Med 28:3083-3107). It is the treated less the controls, over the root of the mean of the two variances.
 *
 * <p>It is {@code NaN} where a group is empty or has no weight, and of a number also where one has a single person, who shows
 * no variance. Where neither group varies it is 0 if they are the same, and infinite if they are not: groups can lie no
 * further apart.
 *
 * <p>Weights are from 0, and only their proportions within a group matter.
 */
public final class StandardizedDifference {

    private StandardizedDifference() {}

    /** Of a number, without weights; see {@link #continuous(boolean[], double[], double[])}. */
    public static double continuous(boolean[] treated, double[] values) {
        return continuous(treated, values, equalWeights(treated));
    }

    /**
     * Of a number, with the variance Σw / ((Σw)² − Σw²) · Σ w (x − x̄)² of each group (Austin and Stuart 2015, Stat Med
     * 34:3661-3679), which for equal weights is that with n − 1.
     *
     * @throws IllegalArgumentException where there are not as many values and weights as persons, or one is not a finite
     *     number, or a weight is negative
     */
    public static double continuous(boolean[] treated, double[] values, double[] weights) {
        checkLength(treated, values.length);
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A value is a finite number");
        }
        WeightedGroup one = WeightedGroup.of(treated, true, weights);
        WeightedGroup other = WeightedGroup.of(treated, false, weights);
        return standardized(
                one.mean(i -> values[i]) - other.mean(i -> values[i]),
                one.variance(i -> values[i]),
                other.variance(i -> values[i]));
    }

    /** Of what a person has or has not, without weights; see {@link #binary(boolean[], boolean[], double[])}. */
    public static double binary(boolean[] treated, boolean[] values) {
        return binary(treated, values, equalWeights(treated));
    }

    /**
     * Of what a person has or has not, with the variance p (1 − p) of each group.
     *
     * @throws IllegalArgumentException where there are not as many values and weights as persons, or a weight is not a finite
     *     number from 0
     */
    public static double binary(boolean[] treated, boolean[] values, double[] weights) {
        checkLength(treated, values.length);
        double one = WeightedGroup.of(treated, true, weights).mean(i -> values[i] ? 1 : 0);
        double other = WeightedGroup.of(treated, false, weights).mean(i -> values[i] ? 1 : 0);
        return standardized(one - other, one * (1 - one), other * (1 - other));
    }

    /** Of a category, without weights; see {@link #categorical(boolean[], int[], int, double[])}. */
    public static double categorical(boolean[] treated, int[] values, int categories) {
        return categorical(treated, values, categories, equalWeights(treated));
    }

    /**
     * Of a category, √(d′ S⁻¹ d) with the differences d of the shares and the mean S of their two covariances (Yang and
     * Dalton 2012, SAS Global Forum 335-2012). It has no sign, and is that of {@link #binary} without it for two categories.
     * It is infinite where the groups have no category in common.
     *
     * @param categories how many there are, counted from 0; those that nobody has change nothing
     * @throws IllegalArgumentException where there are not as many values and weights as persons, a category is unknown, or
     *     a weight is not a finite number from 0
     */
    public static double categorical(boolean[] treated, int[] values, int categories, double[] weights) {
        checkLength(treated, values.length);
        if (!Arrays.stream(values).allMatch(value -> value >= 0 && value < categories)) {
            throw new IllegalArgumentException("A category is one of 0 to " + (categories - 1));
        }
        double[] one = shares(WeightedGroup.of(treated, true, weights), values, categories);
        double[] other = shares(WeightedGroup.of(treated, false, weights), values, categories);
        if (Arrays.stream(one).anyMatch(Double::isNaN) || Arrays.stream(other).anyMatch(Double::isNaN)) {
            return Double.NaN;
        }
        // Shares sum to 1, so that one category is left out, whichever it is.
        int left = IntStream.range(0, categories)
                .filter(i -> one[i] > 0 && other[i] > 0)
                .findFirst()
                .orElse(-1);
        if (left < 0) {
            return categories == 0 ? Double.NaN : Double.POSITIVE_INFINITY;
        }
        int[] kept = IntStream.range(0, categories)
                .filter(i -> i != left && (one[i] > 0 || other[i] > 0))
                .toArray();
        return kept.length == 0 ? 0 : mahalanobis(one, other, kept);
    }

    private static double mahalanobis(double[] one, double[] other, int... kept) {
        RealVector differences = new ArrayRealVector(kept.length);
        RealMatrix covariance = new Array2DRowRealMatrix(kept.length, kept.length);
        for (int i = 0; i < kept.length; i++) {
            int category = kept[i];
            differences.setEntry(i, one[category] - other[category]);
            for (int j = 0; j < kept.length; j++) {
                double products = one[category] * one[kept[j]] + other[category] * other[kept[j]];
                covariance.setEntry(i, j, ((i == j ? one[category] + other[category] : 0) - products) / 2);
            }
        }
        return Math.sqrt(differences.dotProduct(
                new CholeskyDecomposition(covariance, 1e-12, 0).getSolver().solve(differences)));
    }

    private static double[] shares(WeightedGroup group, int[] values, int categories) {
        return IntStream.range(0, categories)
                .mapToDouble(category -> group.mean(i -> values[i] == category ? 1 : 0))
                .toArray();
    }

    private static double standardized(double difference, double variance, double otherVariance) {
        if (variance == 0 && otherVariance == 0) {
            return difference == 0 ? 0 : Math.copySign(Double.POSITIVE_INFINITY, difference);
        }
        return difference / Math.sqrt((variance + otherVariance) / 2);
    }

    private static double[] equalWeights(boolean... treated) {
        double[] weights = new double[treated.length];
        Arrays.fill(weights, 1);
        return weights;
    }

    private static void checkLength(boolean[] treated, int values) {
        if (treated.length != values) {
            throw new IllegalArgumentException(values + " values for " + treated.length + " persons");
        }
    }
}
