/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.Arrays;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.openmrs.module.smpr.statistics.survival.PartialLikelihood.Value;

/**
 * Where a likelihood is largest, some coefficients being held: by Newton's method, a step being halved as long as it goes
 * down. No step is longer than a reach, which grows while steps succeed. Where the likelihood is so flat that there is no
 * Newton step of that length, something is added to the diagonal of the second derivatives, which turns it uphill.
 *
 * <p>For the second derivatives of a penalized one stands the information, as Heinze and Schemper have it; where that makes no
 * good way, which it does with few events, and with one goes to and fro for ever, differences of the first derivatives do.
 */
@Getter(AccessLevel.PACKAGE)
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class LikelihoodMaximum {

    private static final int ITERATIONS = 100;

    private static final int HALVINGS = 40;

    /** The longest first step of a coefficient of a scaled covariate. */
    private static final double REACH = 2;

    /** The length of a step after which nothing is left to gain. */
    private static final double CLOSE = 1e-9;

    /** The same where no step goes up any more, or is any shorter, for rounding. */
    private static final double AS_CLOSE_AS_CAN_BE = 1e-6;

    /** A step that is a larger part than this of the one before it makes no good way. */
    private static final double SLOW = 0.1;

    /** How much of a logarithm of a likelihood may be rounding. */
    private static final double ROUNDING = 1e-13;

    /** To both sides of where a derivative is taken. */
    private static final double APART = 1e-4;

    /** Information left of that without effects: less, and the likelihood is flat, its maximum infinitely far. */
    private static final double FLAT = 1e-8;

    /** Of the scaled covariates. */
    private final double[] beta;

    private final Value value;

    private final boolean converged;

    /** @param free the coefficients to be found, from 0 on; the others stay as in {@code start} */
    static LikelihoodMaximum of(PartialLikelihood likelihood, double[] start, int... free) {
        return new Search(likelihood, start, free).run();
    }

    /** Whether it is no maximum: a likelihood without a penalty may rise for ever in some direction, ever less. */
    boolean isFlat(PartialLikelihood likelihood) {
        RealMatrix information = value.getInformation();
        RealMatrix reference = likelihood.at(new double[beta.length]).getInformation();
        for (int j = 0; j < beta.length; j++) {
            if (!(information.getEntry(j, j) > FLAT * reference.getEntry(j, j))) {
                return true;
            }
        }
        return ChiSquared.isSingular(correlation(information));
    }

    /** A matrix of covariances as one of correlations. */
    static double[][] correlation(RealMatrix covariance) {
        double[][] correlation = covariance.getData();
        for (int j = 0; j < correlation.length; j++) {
            for (int k = 0; k < correlation.length; k++) {
                correlation[j][k] /= Math.sqrt(covariance.getEntry(j, j) * covariance.getEntry(k, k));
            }
        }
        return correlation;
    }

    /**
     * Where the maximum will be about, when a coefficient moves away from this one: on the tangent, or, where the likelihood is
     * larger there, with the others as they are.
     */
    double[] near(PartialLikelihood likelihood, int held, double moved, int... free) {
        double[] straight = beta.clone();
        straight[held] = moved;
        if (free.length == 0) {
            return straight;
        }
        double[] across = IntStream.of(free)
                .mapToDouble(j -> value.getInformation().getEntry(j, held) * (beta[held] - moved))
                .toArray();
        double[] step = Search.solve(value.getInformation().getSubMatrix(free, free), across);
        double[] tangent = straight.clone();
        for (int j = 0; j < free.length; j++) {
            tangent[free[j]] += step[j];
        }
        Value there = likelihood.at(tangent);
        return there.isDefined() && !(likelihood.at(straight).getLogLikelihood() > there.getLogLikelihood())
                ? tangent
                : straight;
    }

    private static final class Search {

        private final PartialLikelihood likelihood;

        private final int[] free;

        private double[] beta;

        private Value value;

        private double reach = REACH;

        Search(PartialLikelihood likelihood, double[] start, int... free) {
            this.likelihood = likelihood;
            this.free = free;
            beta = start.clone();
            value = likelihood.at(beta);
        }

        LikelihoodMaximum run() {
            boolean converged = value.isDefined() && free.length == 0;
            boolean slow = false;
            double before = Double.POSITIVE_INFINITY;
            for (int i = 0; i < ITERATIONS && value.isDefined() && !converged; i++) {
                double[] step = step(slow);
                double length = length(step);
                if (!(length < Double.POSITIVE_INFINITY)) {
                    break;
                }
                if (!go(step, length)) {
                    converged = length < AS_CLOSE_AS_CAN_BE;
                    break;
                }
                boolean best = slow || !likelihood.isPenalized();
                converged = length < CLOSE || best && length < AS_CLOSE_AS_CAN_BE && length > before / 2;
                slow = length > SLOW * before;
                before = length;
            }
            return new LikelihoodMaximum(beta, value, converged);
        }

        private static double length(double... step) {
            return Arrays.stream(step).map(Math::abs).max().orElse(0);
        }

        private boolean go(double[] step, double length) {
            double lowest = value.getLogLikelihood() - ROUNDING * (1 + Math.abs(value.getLogLikelihood()));
            double factor = Math.min(1, reach / length);
            for (int i = 0; i < HALVINGS; i++) {
                double[] moved = beta.clone();
                for (int j = 0; j < free.length; j++) {
                    moved[free[j]] += factor * step[j];
                }
                Value there = likelihood.at(moved);
                if (there.isDefined() && there.getLogLikelihood() >= lowest) {
                    beta = moved;
                    value = there;
                    reach = i == 0 ? 2 * reach : Math.max(REACH, factor * length);
                    return true;
                }
                factor /= 2;
            }
            return false;
        }

        /** NaN where there is none. */
        private double[] step(boolean exactly) {
            double[] gradient =
                    IntStream.of(free).mapToDouble(j -> value.getScore()[j]).toArray();
            if (exactly && likelihood.isPenalized()) {
                double[] step = solve(curvature(), gradient);
                if (length(step) <= reach) {
                    return step;
                }
            }
            RealMatrix information = value.getInformation().getSubMatrix(free, free);
            double[] step = solve(information, gradient);
            if (length(step) <= reach) {
                return step;
            }
            RealMatrix raised = information.copy();
            for (int j = 0; j < gradient.length; j++) {
                raised.addToEntry(j, j, length(gradient) / reach);
            }
            return solve(raised, gradient);
        }

        private static double[] solve(RealMatrix matrix, double... gradient) {
            try {
                return new CholeskyDecomposition(matrix, 1e-8, 1e-14)
                        .getSolver()
                        .solve(MatrixUtils.createRealVector(gradient))
                        .toArray();
            } catch (MathRuntimeException e) {
                double[] none = new double[gradient.length];
                Arrays.fill(none, Double.NaN);
                return none;
            }
        }

        /** The second derivatives, with the other sign. */
        private RealMatrix curvature() {
            double[][] rows = new double[free.length][free.length];
            for (int j = 0; j < free.length; j++) {
                double[] moved = beta.clone();
                moved[free[j]] = beta[free[j]] + APART;
                double[] above = likelihood.at(moved).getScore();
                moved[free[j]] = beta[free[j]] - APART;
                double[] below = likelihood.at(moved).getScore();
                for (int k = 0; k < free.length; k++) {
                    double derivative = (below[free[k]] - above[free[k]]) / (2 * APART);
                    rows[j][k] += derivative / 2;
                    rows[k][j] += derivative / 2;
                }
            }
            return MatrixUtils.createRealMatrix(rows);
        }
    }
}
