/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.Value;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.distribution.TDistribution;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealVector;
import org.openmrs.module.smpr.statistics.IndependentColumns;
import org.openmrs.module.smpr.statistics.Interval;

/**
 * A linear mixed model of scores over waves: a mean for each wave, further covariates where there are any, a normal random
 * intercept for the person and normal errors of one variance, by restricted maximum likelihood (Patterson and Thompson 1971,
 * Biometrika 58:545-554) or by maximum likelihood. A person may miss waves: nothing is filled in, and the means are right
 * where whether a score is missing depends on what is in the model only (missing at random).
 *
 * <p>Intervals and tests are by Student's t with Satterthwaite's degrees of freedom. For changes between waves that nobody
 * missed they are exact; for others of few persons approximate, and rather too narrow. By maximum likelihood all are too
 * narrow: it is there to compare models of the same scores with different covariates, which restricted likelihoods do not
 * allow.
 *
 * <p>A variance between persons that the data put at 0 is 0, as it is in R's lme4 ({@link #isBoundary()}); the model is then
 * that of a linear regression, and its degrees of freedom count ratings of one person as if they were of several: too many.
 *
 * <p>All is undefined where the two variances cannot be told apart: nobody is rated twice; there are no more persons than
 * coefficients that say how persons differ, the mean being one; or each person's ratings differ exactly as the coefficients
 * say, with nothing left for error.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class MixedModel {

    /** A coefficient, or a combination of some. All {@code NaN} where the data do not define it. */
    @Value
    @AllArgsConstructor(access = AccessLevel.PRIVATE)
    public static class Estimate {

        private static final Estimate UNDEFINED =
                new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Interval.UNDEFINED);

        double value;

        double standardError;

        /** Of Satterthwaite. */
        double degreesOfFreedom;

        /** Two-sided, of a value of 0. */
        double pValue;

        /** Of 95 %. */
        Interval interval;
    }

    private static final double LOWER_TAIL = 0.025;

    private static final double ROUNDING = 1e-12;

    boolean restricted;

    /** Ratings. */
    int n;

    /** Persons with at least one rating. */
    int persons;

    int waves;

    /** Between persons, σ_b²; 0 at the boundary. {@code NaN} where the model is undefined. */
    double personVariance;

    /** Within persons, σ². {@code NaN} where the model is undefined. */
    double residualVariance;

    /** Restricted or not; {@code NaN} where the model is undefined. */
    double logLikelihood;

    @Getter(AccessLevel.NONE)
    RandomInterceptProfile.Point fit;

    /** Where each wave and covariate is among the coefficients of the fit; −1 for none. */
    @Getter(AccessLevel.NONE)
    int[] places;

    /** What was taken from the scores and the covariates, so that nothing is lost where they are far from 0. */
    @Getter(AccessLevel.NONE)
    double scoreMean;

    @Getter(AccessLevel.NONE)
    double[] covariateMeans;

    /**
     * By restricted maximum likelihood. One row is one rating: who was rated, at which wave, with which score.
     *
     * @param person any number that is the person's own
     * @param wave from 0 to one less than there are
     * @param covariates columns of the design beside the waves, each with a number a rating. One that is a combination of
     *     the waves and of those before it, such as one that is the same for all, has no coefficient, and changes nothing
     * @throws IllegalArgumentException where lengths differ, a wave is unknown, or a number is not finite
     */
    public static MixedModel reml(int[] person, int[] wave, int waves, double[] score, double[]... covariates) {
        return of(true, person, wave, waves, score, covariates);
    }

    /** By maximum likelihood; see {@link #reml}. */
    public static MixedModel ml(int[] person, int[] wave, int waves, double[] score, double[]... covariates) {
        return of(false, person, wave, waves, score, covariates);
    }

    private static MixedModel of(
            boolean restricted, int[] person, int[] wave, int waves, double[] score, double[]... covariates) {
        check(person, wave, waves, score, covariates);
        double scoreMean = mean(score);
        double[] covariateMeans =
                Arrays.stream(covariates).mapToDouble(MixedModel::mean).toArray();
        double[][] columns = columns(wave, waves, covariates);
        int[] independent = IndependentColumns.of(columns).getPlaces();
        for (int i = 0; i < covariates.length; i++) {
            columns[waves + i] = less(covariateMeans[i], covariates[i]);
        }
        int[] places = new int[columns.length];
        Arrays.fill(places, -1);
        double[][] design = new double[independent.length][];
        for (int i = 0; i < independent.length; i++) {
            places[independent[i]] = i;
            design[i] = columns[independent[i]];
        }
        int[] index = new int[person.length];
        int persons = index(person, index);
        RandomInterceptProfile.Point fit = fit(restricted, index, persons, less(scoreMean, score), design);
        return new MixedModel(
                restricted,
                score.length,
                persons,
                waves,
                fit == null ? Double.NaN : fit.getRatio() * fit.getVariance(),
                fit == null ? Double.NaN : fit.getVariance(),
                fit == null ? Double.NaN : -fit.getCriterion() / 2,
                fit,
                places,
                scoreMean,
                covariateMeans);
    }

    /** Whether the data tell the two variances apart, without which nothing of the model is defined. */
    public boolean isDefined() {
        return fit != null;
    }

    /** Whether the data put the variance between persons at 0. */
    public boolean isBoundary() {
        return personVariance == 0;
    }

    /** −2 log likelihood, the REML criterion of lme4 where it is restricted. */
    public double getCriterion() {
        return -2 * logLikelihood;
    }

    /** The mean score at a wave, of persons whose covariates are 0. Undefined for a wave that nobody has. */
    public Estimate mean(int wave) {
        checkWave(wave);
        double[] contrast = new double[places.length];
        contrast[wave] = 1;
        for (int i = 0; i < covariateMeans.length; i++) {
            // A covariate without a coefficient of its own is in the means of the waves.
            contrast[waves + i] = places[waves + i] < 0 ? 0 : -covariateMeans[i];
        }
        return estimate(scoreMean, contrast);
    }

    /** How much higher the mean is at the one wave than at the other. Undefined where nobody has one of them. */
    public Estimate change(int from, int to) {
        checkWave(from);
        checkWave(to);
        if (from == to) {
            throw new IllegalArgumentException("There is no change from wave " + from + " to itself");
        }
        double[] contrast = new double[places.length];
        contrast[from] = -1;
        contrast[to] = 1;
        return estimate(0, contrast);
    }

    /** How much higher the score is for one unit more of a covariate, counted from 0. Undefined where it has no coefficient. */
    public Estimate covariate(int covariate) {
        if (covariate < 0 || covariate >= covariateMeans.length) {
            throw new IllegalArgumentException("There is no covariate " + covariate);
        }
        double[] contrast = new double[places.length];
        contrast[waves + covariate] = 1;
        return estimate(0, contrast);
    }

    private void checkWave(int wave) {
        if (wave < 0 || wave >= waves) {
            throw new IllegalArgumentException("A wave is one of 0 to " + (waves - 1) + ", not " + wave);
        }
    }

    private Estimate estimate(double added, double[] contrast) {
        if (fit == null || IntStream.range(0, contrast.length).anyMatch(i -> contrast[i] != 0 && places[i] < 0)) {
            return Estimate.UNDEFINED;
        }
        RealVector combination = new ArrayRealVector(fit.getEstimates().getDimension());
        for (int i = 0; i < contrast.length; i++) {
            if (contrast[i] != 0) {
                combination.setEntry(places[i], contrast[i]);
            }
        }
        double value = added + fit.estimate(combination);
        double standardError = fit.standardError(combination);
        double degreesOfFreedom = fit.satterthwaite(combination);
        TDistribution distribution = TDistribution.of(degreesOfFreedom);
        double half = -distribution.inverseCumulativeProbability(LOWER_TAIL) * standardError;
        return new Estimate(
                value,
                standardError,
                degreesOfFreedom,
                2 * distribution.survivalProbability(Math.abs(value / standardError)),
                new Interval(value - half, value + half));
    }

    private static void check(int[] person, int[] wave, int waves, double[] score, double[]... covariates) {
        if (person.length != score.length
                || wave.length != score.length
                || Arrays.stream(covariates).anyMatch(column -> column.length != score.length)) {
            throw new IllegalArgumentException("Each score has one person, one wave and one number a covariate");
        }
        if (!Arrays.stream(wave).allMatch(w -> w >= 0 && w < waves)) {
            throw new IllegalArgumentException("A wave is one of 0 to " + (waves - 1));
        }
        if (!Arrays.stream(score).allMatch(Double::isFinite)
                || !Arrays.stream(covariates).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Scores and covariates are finite numbers");
        }
    }

    private static double mean(double[] values) {
        return values.length == 0 ? 0 : Mean.of(values).getAsDouble();
    }

    private static double[] less(double mean, double[] values) {
        return Arrays.stream(values).map(value -> value - mean).toArray();
    }

    private static double[][] columns(int[] wave, int waves, double[]... covariates) {
        double[][] columns = new double[waves + covariates.length][];
        for (int i = 0; i < waves; i++) {
            int own = i;
            columns[i] = Arrays.stream(wave).mapToDouble(w -> w == own ? 1 : 0).toArray();
        }
        System.arraycopy(covariates, 0, columns, waves, covariates.length);
        return columns;
    }

    /** @return how many there are */
    private static int index(int[] person, int[] index) {
        Map<Integer, Integer> places = new HashMap<>();
        for (int i = 0; i < person.length; i++) {
            Integer place = places.putIfAbsent(person[i], places.size());
            index[i] = place == null ? places.size() - 1 : place;
        }
        return places.size();
    }

    /** @return null where the two variances cannot be told apart */
    private static RandomInterceptProfile.Point fit(
            boolean restricted, int[] person, int persons, double[] score, double[]... design) {
        double[][] columns = Arrays.copyOf(design, design.length + 1);
        columns[design.length] = score;
        double[][] deviations = new double[columns.length][];
        for (int i = 0; i < columns.length; i++) {
            deviations[i] = deviations(columns[i], person, persons);
        }
        int[] independent = IndependentColumns.of(deviations).getPlaces();
        int last = independent.length - 1;
        boolean error = last >= 0 && independent[last] == design.length;
        int betweenOnly = design.length - last;
        // What is left of the ratings beside each person's mean, and of these means, has to show both variances.
        if (!error || persons <= betweenOnly) {
            return null;
        }
        return new RandomInterceptProfile(columns, person, persons, restricted).best();
    }

    /** From each person's mean. What rounding leaves of a column that is the same for each rating of a person is 0. */
    private static double[] deviations(double[] column, int[] person, int persons) {
        double[] sums = new double[persons];
        int[] ratings = new int[persons];
        double largest = 0;
        for (int row = 0; row < column.length; row++) {
            sums[person[row]] += column[row];
            ratings[person[row]]++;
            largest = Math.max(largest, Math.abs(column[row]));
        }
        double[] deviations = new double[column.length];
        for (int row = 0; row < column.length; row++) {
            double deviation = column[row] - sums[person[row]] / ratings[person[row]];
            deviations[row] = Math.abs(deviation) <= ROUNDING * largest ? 0 : deviation;
        }
        return deviations;
    }
}
