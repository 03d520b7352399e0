/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import java.util.SortedMap;
import java.util.TreeMap;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;

/**
 * The likelihood of a linear model with a random intercept as a function of one number, the ratio λ of the variance between
 * persons to that within, all else being at its best for it (Laird and Ware 1982, Biometrics 38:963-974; Bates, Mächler,
 * Bolker and Walker 2015, J Stat Softw 67(1)).
 *
 * <p>The ratings of a person who has m have the covariance σ²(I + λ11′), the inverse of which (Woodbury) weighs his mean by
 * m / (1 + mλ) and leaves the deviations from it as they are. So all that is kept are the cross products of the deviations,
 * and those of the means for each m, apart, that no λ lets one drown the other.
 */
final class RandomInterceptProfile {

    /** What is tried first: every λ from 10⁻⁸ to 10⁸ in steps of a tenth of a decade. The criterion may have two minima. */
    private static final int DECADES = 8;

    private static final int STEPS = 10;

    private static final int EVALUATIONS = 1000;

    private final boolean restricted;

    private final int n;

    /** Coefficients; the response is the column after them. */
    private final int p;

    private final RealMatrix within;

    /** m times the cross products of the means, by m. */
    private final SortedMap<Integer, RealMatrix> between = new TreeMap<>();

    /** Persons, by m. */
    private final SortedMap<Integer, Integer> persons = new TreeMap<>();

    /**
     * @param columns of the design, independent of each other, and last the response
     * @param person of each row, from 0 to one less than their number
     * @param restricted by REML, or by ML
     */
    RandomInterceptProfile(double[][] columns, int[] person, int number, boolean restricted) {
        this.restricted = restricted;
        this.n = person.length;
        this.p = columns.length - 1;
        this.within = new Array2DRowRealMatrix(p + 1, p + 1);
        int[] ratings = new int[number];
        double[][] means = new double[number][p + 1];
        for (int row = 0; row < n; row++) {
            ratings[person[row]]++;
            for (int i = 0; i <= p; i++) {
                means[person[row]][i] += columns[i][row];
            }
        }
        for (int j = 0; j < number; j++) {
            for (int i = 0; i <= p; i++) {
                means[j][i] /= ratings[j];
            }
            persons.merge(ratings[j], 1, Integer::sum);
            add(between.computeIfAbsent(ratings[j], m -> new Array2DRowRealMatrix(p + 1, p + 1)), means[j], ratings[j]);
        }
        double[] deviations = new double[p + 1];
        for (int row = 0; row < n; row++) {
            for (int i = 0; i <= p; i++) {
                deviations[i] = columns[i][row] - means[person[row]][i];
            }
            add(within, deviations, 1);
        }
    }

    private static void add(RealMatrix products, double[] row, double times) {
        for (int i = 0; i < row.length; i++) {
            if (row[i] != 0) {
                for (int j = 0; j < row.length; j++) {
                    products.addToEntry(i, j, times * row[i] * row[j]);
                }
            }
        }
    }

    /** Where the criterion is least. It is at λ = 0 where it rises from there, and is nowhere lower. */
    Point best() {
        double[] ratios = new double[2 * DECADES * STEPS + 2];
        int least = 0;
        Point best = at(0);
        for (int i = 1; i < ratios.length; i++) {
            ratios[i] = Math.pow(10, (i - 1.0) / STEPS - DECADES);
            Point point = at(ratios[i]);
            if (point.criterion < best.criterion) {
                best = point;
                least = i;
            }
        }
        int from = best.slope > 0 ? least - 1 : least;
        if (from < 0 || from + 1 == ratios.length || best.slope == 0) {
            return best;
        }
        double low = ratios[from];
        double high = ratios[from + 1];
        if (at(low).slope >= 0 || at(high).slope <= 0) {
            return best;
        }
        return at(new BracketingNthOrderBrentSolver(1e-15, 1e-20, 0, 5)
                .solve(EVALUATIONS, ratio -> at(ratio).slope, low, high));
    }

    Point at(double ratio) {
        RealMatrix products = within.copy();
        RealMatrix first = new Array2DRowRealMatrix(p + 1, p + 1);
        RealMatrix second = new Array2DRowRealMatrix(p + 1, p + 1);
        double logDeterminant = 0;
        double logDeterminantSlope = 0;
        double logDeterminantCurve = 0;
        for (int m : between.keySet()) {
            double shrinkage = 1 / (1 + m * ratio);
            double number = persons.get(m);
            RealMatrix means = between.get(m);
            products = products.add(means.scalarMultiply(shrinkage));
            first = first.subtract(means.scalarMultiply(m * shrinkage * shrinkage));
            second = second.add(means.scalarMultiply(2.0 * m * m * shrinkage * shrinkage * shrinkage));
            logDeterminant += number * Math.log1p(m * ratio);
            logDeterminantSlope += number * m * shrinkage;
            logDeterminantCurve -= number * m * m * shrinkage * shrinkage;
        }
        CholeskyDecomposition root = new CholeskyDecomposition(coefficients(products), 1e-12, 0);
        RealMatrix inverse = root.getSolver().getInverse();
        RealVector estimates = root.getSolver().solve(response(products));
        RealVector residual = estimates.mapMultiply(-1).append(1);
        double squares = residual.dotProduct(products.operate(residual));
        double squaresSlope = residual.dotProduct(first.operate(residual));
        RealVector turn = response(first).subtract(coefficients(first).operate(estimates));
        double squaresCurve =
                residual.dotProduct(second.operate(residual)) - 2 * turn.dotProduct(inverse.operate(turn));
        if (restricted) {
            for (int i = 0; i < p; i++) {
                logDeterminant += 2 * Math.log(root.getL().getEntry(i, i));
            }
            RealMatrix relative = inverse.multiply(coefficients(first));
            logDeterminantSlope += relative.getTrace();
            logDeterminantCurve += inverse.multiply(coefficients(second)).getTrace()
                    - relative.multiply(relative).getTrace();
        }
        int degreesOfFreedom = restricted ? n - p : n;
        double variance = squares / degreesOfFreedom;
        return new Point(
                ratio,
                logDeterminant + degreesOfFreedom * (1 + Math.log(2 * Math.PI * variance)),
                logDeterminantSlope + squaresSlope / variance,
                degreesOfFreedom,
                variance,
                estimates,
                inverse,
                inverse.multiply(coefficients(first)).multiply(inverse).scalarMultiply(-1),
                -squaresSlope / variance,
                logDeterminantCurve + squaresCurve / variance);
    }

    private RealMatrix coefficients(RealMatrix products) {
        return products.getSubMatrix(0, p - 1, 0, p - 1);
    }

    private RealVector response(RealMatrix products) {
        return products.getColumnVector(p).getSubVector(0, p);
    }

    /** The model at its best for one λ. */
    @Value
    @AllArgsConstructor(access = AccessLevel.PRIVATE)
    static class Point {

        double ratio;

        /** −2 log likelihood, restricted or not. */
        double criterion;

        /** Of the criterion over λ. */
        double slope;

        /** n − p by REML, n by ML. */
        int degreesOfFreedom;

        /** σ², within persons. */
        double variance;

        RealVector estimates;

        /** Their covariance over σ². */
        RealMatrix covariance;

        /** Its derivative over λ. */
        RealMatrix covarianceSlope;

        /** The second derivative of the criterion, before σ² is set to its best, over λ and log σ². */
        double mixedCurve;

        /** The same over λ twice. */
        double curve;

        double estimate(RealVector contrast) {
            return contrast.dotProduct(estimates);
        }

        double standardError(RealVector contrast) {
            return Math.sqrt(variance * contrast.dotProduct(covariance.operate(contrast)));
        }

        /**
         * Of Satterthwaite (1946, Biometrics Bulletin 2:110-114) for a contrast c: 2 Var² / Var(Var), the latter by the delta
         * method from the curvature of the criterion over λ and log σ² (Fai and Cornelius 1996, J Stat Comput Simul
         * 54:363-378). At λ = 0 they are those of the residuals.
         */
        double satterthwaite(RealVector contrast) {
            if (ratio == 0) {
                return degreesOfFreedom;
            }
            double relativeSlope = contrast.dotProduct(covarianceSlope.operate(contrast))
                    / contrast.dotProduct(covariance.operate(contrast));
            double determinant = curve * degreesOfFreedom - mixedCurve * mixedCurve;
            return determinant
                    / (relativeSlope * relativeSlope * degreesOfFreedom - 2 * relativeSlope * mixedCurve + curve);
        }
    }
}
