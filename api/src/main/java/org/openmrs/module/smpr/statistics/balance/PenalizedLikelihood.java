/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.balance;

import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.openmrs.module.smpr.statistics.IndependentColumns;

/**
 * The likelihood of a logistic regression times the root of the determinant of Fisher's information, Jeffreys' prior (Firth
 * 1993, Biometrika 80:27-38). It has a finite maximum also where a covariate separates those with the outcome from those
 * without.
 */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class PenalizedLikelihood {

    private static final int ITERATIONS = 500;

    /** The squared distance in standard errors at which it has converged. */
    private static final double CONVERGED = 1e-20;

    /** How far a step may move the logit of any person, so that none overshoots to where information vanishes. */
    private static final double LONGEST_STEP = 5;

    /** Which share of what a step promises it has to bring, so that none leads from one side of the maximum to the other. */
    private static final double LEAST_GAIN = 0.1;

    /** Which share of the logarithm of the likelihood may be lost by rounding. */
    private static final double ROUNDING = 1e-13;

    /** How small a curvature may be beside the largest. */
    private static final double LEAST_CURVATURE = 1e-12;

    /** Up to so many persons other maxima are looked for than the nearest. */
    private static final int FEW = 1_000;

    /** A step that does not gain where it is cut down to this share is held by rounding. */
    private static final double STUCK = 1e-14;

    /** One row a person, one column a coefficient. */
    private final double[][] design;

    private final boolean[] outcome;

    /**
     * Over the coefficients of the directions of a design, each stretched by √n so that its numbers are about 1: in these the
     * information is well conditioned whatever the units of the covariates, and however correlated they are.
     */
    static PenalizedLikelihood of(boolean[] outcome, IndependentColumns columns) {
        double[][] design = new double[outcome.length][columns.size()];
        for (int i = 0; i < columns.size(); i++) {
            double[] direction = columns.getDirection(i);
            for (int row = 0; row < design.length; row++) {
                design[row][i] = direction[row] * Math.sqrt(design.length);
            }
        }
        return new PenalizedLikelihood(design, outcome);
    }

    /** Where the likelihood is highest, and Firth's modified score is 0. */
    Point maximum() {
        int p = design[0].length;
        return highest(at(new double[p]), p);
    }

    /**
     * Where it is highest given the last coefficient, from a point with another. Given that, the likelihood of few persons can
     * have several ridges; they are looked for around the point.
     */
    Point highest(Point from, double last) {
        Point start = with(from, last);
        return highest(start, start.coefficients.length - 1);
    }

    /** The higher of the two where two points lead to given the last coefficient. */
    Point higher(Point one, Point other, double last) {
        int free = one.coefficients.length - 1;
        Point found = maximum(with(one, last), free);
        return isFew() ? higher(found, maximum(with(other, last), free)) : found;
    }

    private Point highest(Point start, int free) {
        Point highest = maximum(start, free);
        for (int i = 0; isFew() && i < free; i++) {
            double[] aside = new double[start.coefficients.length];
            aside[i] = 1;
            double distance = LONGEST_STEP / largest(aside);
            highest = higher(highest, maximum(at(moved(start, aside, distance)), free));
            highest = higher(highest, maximum(at(moved(start, aside, -distance)), free));
        }
        return highest;
    }

    private boolean isFew() {
        return design.length <= FEW;
    }

    private Point with(Point from, double last) {
        double[] coefficients = from.coefficients.clone();
        coefficients[coefficients.length - 1] = last;
        return at(coefficients);
    }

    private static Point higher(Point one, Point other) {
        return other.logLikelihood > one.logLikelihood ? other : one;
    }

    /**
     * By Newton's steps in the first coefficients, turned uphill where the likelihood is not concave, and shortened until they
     * gain.
     *
     * @throws IllegalStateException where it does not converge
     */
    private Point maximum(Point start, int free) {
        Point point = start;
        for (int i = 0; i < ITERATIONS; i++) {
            if (distance(point, free) < CONVERGED) {
                return point;
            }
            double[] step = step(point, free);
            double length = product(step, point.score);
            double factor = Math.min(1, LONGEST_STEP / largest(step));
            double least = point.logLikelihood - ROUNDING * (1 + Math.abs(point.logLikelihood));
            Point next = at(moved(point, step, factor));
            while (next.logLikelihood < least + LEAST_GAIN * factor * length) {
                factor /= 2;
                if (factor < STUCK) {
                    throw new IllegalStateException("Firth's logistic regression gains nothing from " + length);
                }
                next = at(moved(point, step, factor));
            }
            point = next;
        }
        throw new IllegalStateException("Firth's logistic regression does not converge");
    }

    /** From the maximum, squared, in standard errors by Fisher's information: roughly, and more rather than less. */
    private static double distance(Point point, int free) {
        double distance = 0;
        for (int i = 0; i < free; i++) {
            for (int j = 0; j < free; j++) {
                distance += point.score[i] * point.inverse[i][j] * point.score[j];
            }
        }
        return distance;
    }

    /** 0 for a coefficient that is not free. */
    private double[] step(Point point, int free) {
        double[] step = new double[point.score.length];
        EigenDecompositionSymmetric axes =
                new EigenDecompositionSymmetric(curvature(point).getSubMatrix(0, free - 1, 0, free - 1));
        double steepest = 0;
        for (double curvature : axes.getEigenvalues()) {
            steepest = Math.max(steepest, Math.abs(curvature));
        }
        RealVector score = new ArrayRealVector(point.score, 0, free);
        for (int axis = 0; axis < free; axis++) {
            RealVector direction = axes.getEigenvector(axis);
            double curvature = Math.max(LEAST_CURVATURE * steepest, Math.abs(axes.getEigenvalue(axis)));
            double along = direction.dotProduct(score) / curvature;
            for (int i = 0; i < free; i++) {
                step[i] += along * direction.getEntry(i);
            }
        }
        return step;
    }

    private double largest(double[] step) {
        double largest = 0;
        for (double[] row : design) {
            largest = Math.max(largest, Math.abs(product(row, step)));
        }
        return largest;
    }

    private static double[] moved(Point point, double[] step, double factor) {
        return IntStream.range(0, step.length)
                .mapToDouble(i -> point.coefficients[i] + factor * step[i])
                .toArray();
    }

    /**
     * The negative second derivatives, with variances w = π(1 − π), leverages h, information I and its derivatives
     * Mᵣ = Σ w (1 − 2π) xᵣ x x′: Σ (w + 3wh − h/2) xᵣ xₛ + tr(I⁻¹Mᵣ I⁻¹Mₛ) / 2.
     */
    private RealMatrix curvature(Point point) {
        int p = point.coefficients.length;
        double[][] curvature = new double[p][p];
        double[][][] derivatives = new double[p][p][p];
        for (int row = 0; row < design.length; row++) {
            double[] x = design[row];
            double variance = point.variances[row];
            double leverage = point.leverages[row];
            double weight = variance + 3 * variance * leverage - leverage / 2;
            double skewness = variance * (1 - 2 * point.fitted[row]);
            for (int i = 0; i < p; i++) {
                for (int j = 0; j <= i; j++) {
                    double both = x[i] * x[j];
                    curvature[i][j] += weight * both;
                    for (int r = 0; r <= j; r++) {
                        derivatives[r][i][j] += skewness * both * x[r];
                    }
                }
            }
        }
        RealMatrix inverse = new Array2DRowRealMatrix(point.inverse, false);
        RealMatrix[] relative = new RealMatrix[p];
        for (int r = 0; r < p; r++) {
            double[][] derivative = new double[p][p];
            for (int i = 0; i < p; i++) {
                for (int j = 0; j < p; j++) {
                    int least = Math.min(r, Math.min(i, j));
                    int most = Math.max(r, Math.max(i, j));
                    derivative[i][j] = derivatives[least][most][i + j + r - least - most];
                }
            }
            relative[r] = inverse.multiply(new Array2DRowRealMatrix(derivative, false));
        }
        for (int i = 0; i < p; i++) {
            for (int j = 0; j <= i; j++) {
                curvature[i][j] += relative[i].multiply(relative[j]).getTrace() / 2;
            }
        }
        return symmetric(curvature);
    }

    Point at(double... coefficients) {
        int p = coefficients.length;
        double logLikelihood = 0;
        double[] fitted = new double[design.length];
        double[] variances = new double[design.length];
        double[] leverages = new double[design.length];
        double[][] information = new double[p][p];
        for (int row = 0; row < design.length; row++) {
            double[] x = design[row];
            double logit = product(x, coefficients);
            double odds = Math.exp(-Math.abs(logit));
            logLikelihood -= Math.log1p(odds) + (outcome[row] == logit < 0 ? Math.abs(logit) : 0);
            fitted[row] = (logit < 0 ? odds : 1) / (1 + odds);
            variances[row] = odds / ((1 + odds) * (1 + odds));
            for (int i = 0; i < p; i++) {
                for (int j = 0; j <= i; j++) {
                    information[i][j] += variances[row] * x[i] * x[j];
                }
            }
        }
        CholeskyDecomposition root = new CholeskyDecomposition(symmetric(information), 1e-12, 0);
        double[][] inverse = root.getSolver().getInverse().getData();
        for (int i = 0; i < p; i++) {
            logLikelihood += Math.log(root.getL().getEntry(i, i));
        }
        double[] score = new double[p];
        for (int row = 0; row < design.length; row++) {
            double[] x = design[row];
            for (int i = 0; i < p; i++) {
                leverages[row] += variances[row] * x[i] * product(inverse[i], x);
            }
            double residual = (outcome[row] ? 1 - fitted[row] : -fitted[row]) + leverages[row] * (0.5 - fitted[row]);
            for (int i = 0; i < p; i++) {
                score[i] += residual * x[i];
            }
        }
        return new Point(coefficients, logLikelihood, score, inverse, fitted, variances, leverages);
    }

    private static RealMatrix symmetric(double[][] lower) {
        for (int i = 0; i < lower.length; i++) {
            for (int j = 0; j < i; j++) {
                lower[j][i] = lower[i][j];
            }
        }
        return new Array2DRowRealMatrix(lower, false);
    }

    private static double product(double[] one, double[] other) {
        double product = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
        }
        return product;
    }

    /** The model with given coefficients. */
    @Value
    @AllArgsConstructor(access = AccessLevel.PRIVATE)
    static class Point {

        double[] coefficients;

        /** Penalized. */
        double logLikelihood;

        /** Modified. */
        double[] score;

        /** Of Fisher's information. */
        double[][] inverse;

        /** The probability of the outcome of each person. */
        double[] fitted;

        double[] variances;

        /** The diagonal of the hat matrix. */
        double[] leverages;
    }
}
