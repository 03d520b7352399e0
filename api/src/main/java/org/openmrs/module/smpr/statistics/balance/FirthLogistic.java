/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.balance;

import java.util.Arrays;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.Value;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.openmrs.module.smpr.statistics.IndependentColumns;
import org.openmrs.module.smpr.statistics.Interval;

/**
 * Logistic regression with Firth's penalty, which takes the bias of first order from the coefficients and leaves them finite
 * where a covariate separates those with the outcome from those without, as happens with few persons (Heinze and Schemper
 * 2002, Stat Med 21:2409-2419). Its fitted probabilities are drawn a little towards ½: their mean is not the share of
 * persons with the outcome.
 *
 * <p>With few persons the penalized likelihood can have several maxima, above all where a coefficient is given, as it is for
 * an interval. The highest that is found around the nearest is taken.
 *
 * <p>A covariate that is a combination of those before it, or the same for all, has no coefficient, and changes nothing. All
 * is undefined without persons, and defined with one, and where all or none have the outcome.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class FirthLogistic {

    /** Of an interval of 95 %. */
    private static final double CHI_SQUARED = ChiSquaredDistribution.of(1).inverseCumulativeProbability(0.95);

    private static final int EVALUATIONS = 1000;

    /** Persons. */
    int n;

    /** Persons with the outcome. */
    int events;

    /** Penalized, with half the logarithm of the determinant of the information; {@code NaN} without persons. */
    double logLikelihood;

    @Getter(AccessLevel.NONE)
    boolean[] outcome;

    /** The intercept and those covariates that have a coefficient. */
    @Getter(AccessLevel.NONE)
    double[][] columns;

    /** Where each covariate is among the columns; −1 for none. */
    @Getter(AccessLevel.NONE)
    int[] places;

    @Getter(AccessLevel.NONE)
    double[] coefficients;

    @Getter(AccessLevel.NONE)
    double[] standardErrors;

    @Getter(AccessLevel.NONE)
    double[] fitted;

    /**
     * @param outcome whether each person has it
     * @param covariates columns of the design beside the intercept, each with a number a person
     * @throws IllegalArgumentException where lengths differ, or a number is not finite
     * @throws IllegalStateException where the estimates do not converge, which is not expected
     */
    public static FirthLogistic of(boolean[] outcome, double[]... covariates) {
        int n = outcome.length;
        if (!Arrays.stream(covariates).allMatch(column -> column.length == n)) {
            throw new IllegalArgumentException("Each person has one number a covariate");
        }
        if (!Arrays.stream(covariates).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Covariates are finite numbers");
        }
        double[][] all = new double[covariates.length + 1][];
        all[0] = new double[n];
        Arrays.fill(all[0], 1);
        System.arraycopy(covariates, 0, all, 1, covariates.length);
        IndependentColumns independent = IndependentColumns.of(all);
        int[] places = new int[covariates.length];
        Arrays.fill(places, -1);
        double[][] columns = new double[independent.size()][];
        for (int i = 0; i < columns.length; i++) {
            int place = independent.getPlaces()[i];
            columns[i] = all[place].clone();
            if (place > 0) {
                places[place - 1] = i;
            }
        }
        int events = (int) IntStream.range(0, n).filter(i -> outcome[i]).count();
        if (n == 0) {
            double[] none = {Double.NaN};
            return new FirthLogistic(0, 0, Double.NaN, outcome, columns, places, none, none, new double[0]);
        }
        PenalizedLikelihood likelihood = PenalizedLikelihood.of(outcome.clone(), independent);
        PenalizedLikelihood.Point fit = likelihood.maximum();
        RealMatrix transform = transform(independent);
        double logLikelihood = fit.getLogLikelihood();
        for (int i = 0; i < columns.length; i++) {
            logLikelihood -= Math.log(transform.getEntry(i, i));
        }
        RealMatrix covariance = transform
                .multiply(new Array2DRowRealMatrix(fit.getInverse(), false))
                .multiplyTransposed(transform);
        return new FirthLogistic(
                n,
                events,
                logLikelihood,
                outcome.clone(),
                columns,
                places,
                transform.operate(fit.getCoefficients()),
                IntStream.range(0, columns.length)
                        .mapToDouble(i -> Math.sqrt(covariance.getEntry(i, i)))
                        .toArray(),
                fit.getFitted());
    }

    /** The logit of a person whose covariates are 0; {@code NaN} without persons. */
    public double getIntercept() {
        return coefficients[0];
    }

    /** From Fisher's information at the estimates; {@code NaN} without persons. */
    public double getInterceptStandardError() {
        return standardErrors[0];
    }

    /** How much higher the logit is for one unit more of a covariate, counted from 0; {@code NaN} where it has no coefficient. */
    public double coefficient(int covariate) {
        int place = place(covariate);
        return place < 0 ? Double.NaN : coefficients[place];
    }

    /** From Fisher's information at the estimates; {@code NaN} where the covariate has no coefficient. */
    public double standardError(int covariate) {
        int place = place(covariate);
        return place < 0 ? Double.NaN : standardErrors[place];
    }

    /**
     * Of 95 % for a coefficient, by the profile of the penalized likelihood: those values with which, the others at their best
     * for them, twice the logarithm of the likelihood is less than 3.84 below the highest (Heinze and Schemper 2002). It is
     * computed when asked for. Undefined where the covariate has no coefficient, or hardly one beside the others.
     */
    public Interval interval(int covariate) {
        int place = place(covariate);
        if (place < 0) {
            return Interval.UNDEFINED;
        }
        // Last, so that the last of the orthogonal coefficients is its own but for a factor.
        double[][] order = new double[columns.length][];
        for (int i = 0; i < order.length; i++) {
            order[i] = columns[i < place ? i : i + 1 < order.length ? i + 1 : place];
        }
        IndependentColumns independent = IndependentColumns.of(order);
        if (independent.size() < order.length) {
            return Interval.UNDEFINED;
        }
        int last = order.length - 1;
        double factor = transform(independent).getEntry(last, last);
        PenalizedLikelihood likelihood = PenalizedLikelihood.of(outcome, independent);
        PenalizedLikelihood.Point best = likelihood.maximum();
        return new Interval(factor * limit(likelihood, best, -1), factor * limit(likelihood, best, 1));
    }

    /** The probability of the outcome of each person, from 0 to 1. */
    public double[] getFitted() {
        return fitted.clone();
    }

    private int place(int covariate) {
        if (covariate < 0 || covariate >= places.length) {
            throw new IllegalArgumentException("There is no covariate " + covariate);
        }
        return places[covariate];
    }

    /** From coefficients of the directions, stretched as in {@link PenalizedLikelihood}, to those of the columns. */
    private static RealMatrix transform(IndependentColumns independent) {
        int p = independent.size();
        RealMatrix parts = new Array2DRowRealMatrix(p, p);
        for (int column = 0; column < p; column++) {
            for (int direction = 0; direction <= column; direction++) {
                parts.setEntry(direction, column, independent.getPart(column, direction));
            }
        }
        RealMatrix inverse = MatrixUtils.createRealIdentityMatrix(p);
        for (int i = 0; i < p; i++) {
            RealVector solution = inverse.getColumnVector(i);
            MatrixUtils.solveUpperTriangularSystem(parts, solution);
            inverse.setColumnVector(i, solution);
        }
        return inverse.scalarMultiply(Math.sqrt(independent.getDirection(0).length));
    }

    /** Of the last coefficient. */
    private static double limit(PenalizedLikelihood likelihood, PenalizedLikelihood.Point best, int side) {
        int last = best.getCoefficients().length - 1;
        double step = side * Math.sqrt(best.getInverse()[last][last]);
        PenalizedLikelihood.Point inner = best;
        PenalizedLikelihood.Point outer = likelihood.highest(inner, inner.getCoefficients()[last] + step);
        while (excess(best, outer) < 0) {
            inner = outer;
            outer = likelihood.highest(inner, inner.getCoefficients()[last] + step);
        }
        PenalizedLikelihood.Point within = inner;
        PenalizedLikelihood.Point beyond = outer;
        double one = inner.getCoefficients()[last];
        double other = outer.getCoefficients()[last];
        return new BracketingNthOrderBrentSolver(1e-14, 1e-12 * Math.abs(step), 0, 5)
                .solve(
                        EVALUATIONS,
                        value -> excess(best, likelihood.higher(within, beyond, value)),
                        Math.min(one, other),
                        Math.max(one, other));
    }

    private static double excess(PenalizedLikelihood.Point best, PenalizedLikelihood.Point point) {
        return 2 * (best.getLogLikelihood() - point.getLogLikelihood()) - CHI_SQUARED;
    }
}
