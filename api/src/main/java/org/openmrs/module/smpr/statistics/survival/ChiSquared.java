/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/** A statistic that has a χ² distribution where the hypothesis tested is true and there are many persons. */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class ChiSquared {

    /** A matrix with unit diagonal and a smaller eigenvalue than this is taken for singular. */
    private static final double SINGULAR = 1e-10;

    /** NaN where the data do not define it. */
    double statistic;

    /** Degrees of freedom; 0 where nothing is left to compare. */
    int df;

    /** The probability of a statistic as large or larger; NaN where there is none. */
    double p;

    /** @return whether there was anything to test */
    public boolean isDefined() {
        return !Double.isNaN(p);
    }

    /** 0 or more; what is below 0 is rounding. */
    static ChiSquared of(double statistic, int df) {
        if (df == 0 || Double.isNaN(statistic)) {
            return new ChiSquared(Double.NaN, df, Double.NaN);
        }
        double positive = Math.max(statistic, 0);
        return new ChiSquared(positive, df, ChiSquaredDistribution.of(df).survivalProbability(positive));
    }

    /**
     * z′ V⁻¹ z without the last of the parts, which is what the others leave.
     *
     * @param z scores that add up to 0
     * @param variance of all of them
     */
    static ChiSquared ofScores(double[] z, double[][] variance) {
        int df = Math.max(z.length - 1, 0);
        if (df == 0) {
            return of(Double.NaN, df);
        }
        double[] scaled = new double[df];
        double[][] correlation = new double[df][df];
        for (int i = 0; i < df; i++) {
            scaled[i] = z[i] / Math.sqrt(variance[i][i]);
            for (int j = 0; j < df; j++) {
                correlation[i][j] = variance[i][j] / Math.sqrt(variance[i][i] * variance[j][j]);
            }
        }
        RealMatrix matrix = MatrixUtils.createRealMatrix(correlation);
        RealVector vector = MatrixUtils.createRealVector(scaled);
        return isSingular(correlation)
                ? of(Double.NaN, df)
                : of(
                        vector.dotProduct(new EigenDecompositionSymmetric(matrix)
                                .getSolver()
                                .solve(vector)),
                        df);
    }

    /** Whether a matrix with unit diagonal cannot be inverted, or has something in it that is no number. */
    static boolean isSingular(double[][] correlation) {
        for (double[] row : correlation) {
            for (double value : row) {
                if (Double.isNaN(value) || Double.isInfinite(value)) {
                    return true;
                }
            }
        }
        double[] eigenvalues =
                new EigenDecompositionSymmetric(MatrixUtils.createRealMatrix(correlation)).getEigenvalues();
        return eigenvalues[eigenvalues.length - 1] < SINGULAR;
    }
}
