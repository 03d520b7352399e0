/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.Arrays;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;

/**
 * The partial likelihood of Cox with Breslow's ties, and what is added to its logarithm by Firth's penalty: ½ log det I. At each
 * time with d events, S_0, S_1, S_2 and S_3 being the sums of exp(xβ) times the products of none, one, two and three of the
 * covariates over those at risk,
 *
 * <pre>log L = Σ xβ − d log S_0,  U = Σ x − d m_1,  I = Σ d m_2,  ∂I / ∂β = Σ d m_3</pre>
 *
 * <p>with the mean m_1 and the second and third central moments m_2 and m_3 that the S give, and
 * U* = U + ½ tr(I⁻¹ ∂I / ∂β) (Heinze and Schemper, 2001, Biometrics 57:114-119).
 *
 * <p>The covariates are centred and scaled to a standard deviation of 1 over the rows. Sums go from the last step to the
 * first, and late entrants are subtracted again; where that would leave rounding behind, a risk set is summed afresh.
 */
final class PartialLikelihood {

    /** What is left of a sum from which more than the other part was subtracted has lost a digit. */
    private static final double CANCELLED = 0.1;

    /** How far a predictor may lie above what is subtracted from it. */
    private static final double RANGE = 50;

    private final int rows;

    private final int parameters;

    private final boolean penalized;

    private final double[] scale;

    /** By row in the order of their last steps, and covariate. */
    private final double[] x;

    private final boolean[] isEvent;

    /** How many events there are at each step. */
    private final int[] events;

    /** The numbers, in the order of x, of the rows by their first step. */
    private final RowsByStep beginning;

    private final RowsByStep ending;

    /** By row in the order of x. */
    private final int[] first;

    private final int[] last;

    /** @param covariates each with a finite value a row */
    PartialLikelihood(SurvivalData data, double[][] covariates, boolean penalized) {
        this.penalized = penalized;
        rows = data.size();
        parameters = covariates.length;
        int steps = data.getTimes().length;
        ending = new RowsByStep(data.getLast(), steps);
        first = new int[rows];
        last = new int[rows];
        isEvent = new boolean[rows];
        events = new int[steps];
        for (int n = 0; n < rows; n++) {
            int row = ending.row(n);
            first[n] = data.getFirst()[row];
            last[n] = data.getLast()[row];
            isEvent[n] = data.getEnd()[row] == Exposure.EVENT;
            events[last[n]] += isEvent[n] ? 1 : 0;
        }
        beginning = new RowsByStep(first, steps);
        scale = new double[parameters];
        x = new double[rows * parameters];
        for (int j = 0; j < parameters; j++) {
            standardize(j, covariates[j]);
        }
    }

    int parameters() {
        return parameters;
    }

    int events() {
        return Arrays.stream(events).sum();
    }

    /** What a coefficient of the scaled covariate is divided by to be one of the covariate; 0 where that is constant. */
    double scale(int j) {
        return scale[j];
    }

    /** What the logarithm of the determinant's root changes by with the scale of the covariates. */
    double penaltyOfScale() {
        return penalized ? Arrays.stream(scale).map(Math::log).sum() : 0;
    }

    boolean isPenalized() {
        return penalized;
    }

    /** At coefficients of the scaled covariates. */
    Value at(double... beta) {
        return new Sweep(beta).value();
    }

    private void standardize(int j, double... covariate) {
        double mean = Arrays.stream(covariate).average().orElse(0);
        double squares =
                Arrays.stream(covariate).map(v -> (v - mean) * (v - mean)).sum();
        if (Arrays.stream(covariate).distinct().limit(2).count() == 2) {
            scale[j] = Math.sqrt(squares / rows);
            for (int n = 0; n < rows; n++) {
                x[n * parameters + j] = (covariate[ending.row(n)] - mean) / scale[j];
            }
        }
    }

    /** The logarithm, its gradient, and the information, which no penalty enters. */
    @Getter(AccessLevel.PACKAGE)
    @AllArgsConstructor(access = AccessLevel.PRIVATE)
    static final class Value {

        private final double logLikelihood;

        private final double[] score;

        private final RealMatrix information;

        /** Whether there is a likelihood here at all. */
        boolean isDefined() {
            return !Double.isNaN(logLikelihood) && !Double.isInfinite(logLikelihood);
        }
    }

    private final class Sweep {

        private final int p = parameters;

        /** xβ. */
        private final double[] predictor = new double[rows];

        /** What is subtracted from xβ to keep exp in range. */
        private double shift = Double.NEGATIVE_INFINITY;

        /** The sums S; of products, those of covariates j ≤ k ≤ l, in this order. */
        private double s0;

        private final double[] s1 = new double[p];

        private final double[] s2 = new double[p * (p + 1) / 2];

        private final double[] s3 = new double[penalized ? p * (p + 1) * (p + 2) / 6 : 0];

        /** The largest s0 since the sums were last begun. */
        private double peak;

        private double logLikelihood;

        private final double[] score = new double[p];

        private final double[] information = new double[s2.length];

        private final double[] derivative = new double[s3.length];

        Sweep(double... beta) {
            for (int n = 0; n < rows; n++) {
                for (int j = 0; j < p; j++) {
                    predictor[n] += beta[j] * x[n * p + j];
                }
            }
        }

        Value value() {
            for (int step = events.length - 1; step >= 0; step--) {
                for (int n = beginning.before(step + 1);
                        step + 1 < events.length && n < beginning.before(step + 2);
                        n++) {
                    add(beginning.row(n), -1);
                }
                for (int n = ending.before(step); n < ending.before(step + 1); n++) {
                    add(n, 1);
                }
                peak = Math.max(peak, s0);
                if (events[step] > 0) {
                    if (s0 < CANCELLED * peak) {
                        sumAfresh(step);
                    }
                    happen(step);
                    contribute(events[step]);
                }
            }
            RealMatrix matrix = matrix();
            return penalized ? penalized(matrix) : new Value(logLikelihood, score, matrix);
        }

        private Value penalized(RealMatrix matrix) {
            RealMatrix inverse;
            double determinant;
            try {
                CholeskyDecomposition root = new CholeskyDecomposition(matrix, 1e-10, 1e-30);
                inverse = root.getSolver().getInverse();
                determinant = root.getDeterminant();
            } catch (MathRuntimeException e) {
                return new Value(Double.NEGATIVE_INFINITY, score, matrix);
            }
            double[] gradient = score.clone();
            int n = 0;
            for (int j = 0; j < p; j++) {
                for (int k = j; k < p; k++) {
                    for (int l = k; l < p; l++) {
                        double half = derivative[n++] / 2;
                        gradient[j] += half * inverse.getEntry(k, l) * (k == l ? 1 : 2);
                        if (k != j) {
                            gradient[k] += half * inverse.getEntry(j, l) * (j == l ? 1 : 2);
                        }
                        if (l != k) {
                            gradient[l] += half * inverse.getEntry(j, k) * (j == k ? 1 : 2);
                        }
                    }
                }
            }
            return new Value(logLikelihood + 0.5 * Math.log(determinant), gradient, matrix);
        }

        private void add(int row, int sign) {
            if (predictor[row] - shift > RANGE) {
                shiftTo(predictor[row]);
            }
            double r = sign * Math.exp(predictor[row] - shift);
            int at = row * p;
            int two = 0;
            int three = 0;
            s0 += r;
            for (int j = 0; j < p; j++) {
                double rj = r * x[at + j];
                s1[j] += rj;
                for (int k = j; k < p; k++) {
                    double rjk = rj * x[at + k];
                    s2[two++] += rjk;
                    if (penalized) {
                        for (int l = k; l < p; l++) {
                            s3[three++] += rjk * x[at + l];
                        }
                    }
                }
            }
        }

        private void shiftTo(double largest) {
            double factor = Math.exp(shift - largest);
            s0 *= factor;
            peak *= factor;
            scale(s1, factor);
            scale(s2, factor);
            scale(s3, factor);
            shift = largest;
        }

        private void sumAfresh(int step) {
            shift = Double.NEGATIVE_INFINITY;
            for (int n = 0; n < rows; n++) {
                if (first[n] <= step && step <= last[n]) {
                    shift = Math.max(shift, predictor[n]);
                }
            }
            s0 = 0;
            Arrays.fill(s1, 0);
            Arrays.fill(s2, 0);
            Arrays.fill(s3, 0);
            for (int n = 0; n < rows; n++) {
                if (first[n] <= step && step <= last[n]) {
                    add(n, 1);
                }
            }
            peak = s0;
        }

        private void scale(double[] sums, double factor) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] *= factor;
            }
        }

        private void happen(int step) {
            for (int n = ending.before(step); n < ending.before(step + 1); n++) {
                if (isEvent[n]) {
                    logLikelihood += predictor[n];
                    for (int j = 0; j < p; j++) {
                        score[j] += x[n * p + j];
                    }
                }
            }
        }

        private void contribute(int d) {
            double[] mean = new double[p];
            logLikelihood -= d * (shift + Math.log(s0));
            for (int j = 0; j < p; j++) {
                mean[j] = s1[j] / s0;
                score[j] -= d * mean[j];
            }
            int two = 0;
            int three = 0;
            for (int j = 0; j < p; j++) {
                for (int k = j; k < p; k++) {
                    information[two] += d * (s2[two] / s0 - mean[j] * mean[k]);
                    two++;
                    if (penalized) {
                        for (int l = k; l < p; l++) {
                            derivative[three] += d * third(three, j, k, l, mean);
                            three++;
                        }
                    }
                }
            }
        }

        private double third(int three, int j, int k, int l, double... mean) {
            double crossed = s2[index(j, k)] * mean[l] + s2[index(j, l)] * mean[k] + s2[index(k, l)] * mean[j];
            return (s3[three] - crossed) / s0 + 2 * mean[j] * mean[k] * mean[l];
        }

        /** Of the product of covariates j ≤ k in their order. */
        private int index(int j, int k) {
            return j * p - j * (j - 1) / 2 + k - j;
        }

        private RealMatrix matrix() {
            double[][] full = new double[p][p];
            for (int j = 0; j < p; j++) {
                for (int k = j; k < p; k++) {
                    full[j][k] = information[index(j, k)];
                    full[k][j] = full[j][k];
                }
            }
            return MatrixUtils.createRealMatrix(full);
        }
    }
}
