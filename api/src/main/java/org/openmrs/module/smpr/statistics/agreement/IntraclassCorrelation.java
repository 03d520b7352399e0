/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.agreement;

import java.util.Arrays;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.distribution.FDistribution;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.MeasurementError;

/**
 * Which share of the variance of ratings lies between the persons rated: the six intraclass correlations of Shrout and Fleiss
 * (1979, Psychol Bull 86:420-428), by analysis of variance, with intervals of 95 % by the F distribution.
 *
 * <p>An estimate can be negative, where the means of persons differ less than error alone would have them differ; it is kept,
 * and is no reliability. Intervals rest on normal ratings, and are wide for few persons. In simulations that of ICC(1) held its
 * level from 10 persons on; of ratings on three levels only, it held the correlation in 93 to 94 %.
 *
 * <p>The interval of agreement does not hold its level with two raters, who tell next to nothing of how raters differ: with a
 * tenth of the variance theirs it held the correlation in 94 % of simulated samples of 20 persons, in 92 % of 50, in 79 % of
 * 200. More persons narrow it, and only more raters make it right.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class IntraclassCorrelation {

    /** The design, and whether one rating or the mean of a person's ratings is to be relied on. */
    public enum Form {
        /** ICC(1): each person has raters of his own, and a rater's severity is error. */
        ONE_WAY_SINGLE(Design.ONE_WAY, false),
        /** ICC(1,k). */
        ONE_WAY_MEAN(Design.ONE_WAY, true),
        /** ICC(2), ICC(A,1): the same raters rate all, stand for others, and their severity is error. */
        AGREEMENT_SINGLE(Design.AGREEMENT, false),
        /** ICC(2,k), ICC(A,k). */
        AGREEMENT_MEAN(Design.AGREEMENT, true),
        /** ICC(3), ICC(C,1): the same raters rate all, are all there are, and their severity is left aside. */
        CONSISTENCY_SINGLE(Design.CONSISTENCY, false),
        /** ICC(3,k), ICC(C,k), which is Cronbach's α. */
        CONSISTENCY_MEAN(Design.CONSISTENCY, true);

        private final Design design;

        private final boolean mean;

        Form(Design design, boolean mean) {
            this.design = design;
            this.mean = mean;
        }

        /** Whether the same raters rate every person. */
        public boolean isCrossed() {
            return design != Design.ONE_WAY;
        }
    }

    private enum Design {
        ONE_WAY,
        AGREEMENT,
        CONSISTENCY
    }

    private static final double TAIL = 0.025;

    /** A mean square that is so small a share of all there is comes from rounding. */
    private static final double ROUNDING = 1e-24;

    Form form;

    /** Persons rated. */
    int n;

    /** Ratings. */
    int ratings;

    /**
     * Ratings of a person. Where these differ, (N − Σ kᵢ² / N) / (n − 1) for N ratings, which takes the place of k in the
     * expectation of the mean square (Donner 1986, Int Stat Rev 54:67-82). {@code NaN} for fewer than two persons.
     */
    double raters;

    /**
     * The correlation: 1 at most, and where it is negative −1/(k − 1) at least for a single rating, of any size for a mean.
     * {@code NaN} for fewer than two persons, where nobody is rated twice, where all ratings are the same, and for a mean
     * where persons differ so little that the variance of their means comes out as 0 or less.
     */
    double value;

    /**
     * Exact for one-way and consistency forms with as many ratings of each person, the approximation by Satterthwaite's
     * degrees of freedom of Fleiss and Shrout (1978, Psychometrika 43:259-262) for agreement, approximate by k0 where the
     * numbers of ratings differ. Undefined where the value is, and where persons do not differ, or nothing else does. The
     * lower bound of a mean can be infinite.
     */
    Interval interval;

    /**
     * Mean square between persons over that of error, which tests whether the correlation is 0; infinite without error.
     * {@code NaN} for fewer than two persons, where nobody is rated twice, and where all ratings are the same.
     */
    double f;

    int numeratorDegreesOfFreedom;

    int denominatorDegreesOfFreedom;

    /** That F would be as large or larger were the correlation 0; {@code NaN} where F is. */
    double pValue;

    /** Variance between persons; negative where the correlation is. {@code NaN} for fewer than two persons, or ratings of each. */
    double personVariance;

    /** Variance between raters, which may come out negative; {@code NaN} in the one-way form, which cannot tell it from error. */
    double raterVariance;

    /** Of error; in the one-way form that between the raters of a person as well. */
    double errorVariance;

    /**
     * @param ratings one array a person, of his ratings; for a crossed form by rater, in the same order for each person. In
     *     the one-way form the number may differ, and a person with one rating tells of the variance between persons only
     * @throws IllegalArgumentException where a person has no rating, a rating is not a finite number, or for a crossed form
     *     the numbers of ratings differ
     */
    public static IntraclassCorrelation of(Form form, double[]... ratings) {
        if (!Arrays.stream(ratings).flatMapToDouble(Arrays::stream).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("Ratings are finite numbers");
        }
        if (Arrays.stream(ratings).anyMatch(person -> person.length == 0)) {
            throw new IllegalArgumentException("A person whom nobody rated has no place among those rated");
        }
        if (form.isCrossed() && Arrays.stream(ratings).anyMatch(person -> person.length != ratings[0].length)) {
            throw new IllegalArgumentException("Where the same raters rate all, each person has as many ratings");
        }
        return form.isCrossed() ? twoWay(form, ratings) : oneWay(form, ratings);
    }

    /** Whether the estimate is below 0, and so tells of no reliability at all. */
    public boolean isNegative() {
        return value < 0;
    }

    /**
     * The error of a rating, or of a mean of them, that the variances give: its standard error is the root of all variance
     * that the form counts as error. Its SD is the one that they give for such scores, SD² = person variance / correlation.
     *
     * @return empty where the correlation is none that can serve as a reliability: negative, 0, 1 or undefined
     */
    public Optional<MeasurementError> getMeasurementError() {
        if (!(value > 0 && value < 1)) {
            return Optional.empty();
        }
        return Optional.of(new MeasurementError(Math.sqrt(personVariance / value), value));
    }

    private static IntraclassCorrelation oneWay(Form form, double[]... ratings) {
        int n = ratings.length;
        int all = Arrays.stream(ratings).mapToInt(person -> person.length).sum();
        double center =
                mean(Arrays.stream(ratings).flatMapToDouble(Arrays::stream).toArray());
        double between = 0;
        double within = 0;
        double squares = 0;
        for (double[] person : ratings) {
            double mean = mean(person);
            between += person.length * (mean - center) * (mean - center);
            for (double rating : person) {
                within += (rating - mean) * (rating - mean);
            }
            squares += (double) person.length * person.length;
        }
        double scale = center * center * all + between + within;
        return of(
                form,
                n,
                all,
                n < 2 ? Double.NaN : (all - squares / all) / (n - 1),
                meanSquare(between, n - 1, scale),
                Double.NaN,
                meanSquare(within, all - n, scale),
                all - n);
    }

    private static IntraclassCorrelation twoWay(Form form, double[]... ratings) {
        int n = ratings.length;
        int k = n == 0 ? 0 : ratings[0].length;
        double center =
                mean(Arrays.stream(ratings).flatMapToDouble(Arrays::stream).toArray());
        double[] persons =
                Arrays.stream(ratings).mapToDouble(IntraclassCorrelation::mean).toArray();
        double[] raters = new double[k];
        for (int j = 0; j < k; j++) {
            int rater = j;
            raters[j] = mean(
                    Arrays.stream(ratings).mapToDouble(person -> person[rater]).toArray());
        }
        double error = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < k; j++) {
                double left = ratings[i][j] - persons[i] - raters[j] + center;
                error += left * left;
            }
        }
        double between = k * squares(persons, center);
        double severity = n * squares(raters, center);
        double scale = center * center * n * k + between + severity + error;
        int errorDegrees = (n - 1) * (k - 1);
        return of(
                form,
                n,
                n * k,
                n < 2 ? Double.NaN : k,
                meanSquare(between, n - 1, scale),
                meanSquare(severity, k - 1, scale),
                meanSquare(error, errorDegrees, scale),
                errorDegrees);
    }

    private static IntraclassCorrelation of(
            Form form, int n, int ratings, double k, double msb, double msj, double mse, int errorDegrees) {
        boolean agreement = form.design == Design.AGREEMENT;
        double personVariance = (msb - mse) / k;
        double raterVariance = (msj - mse) / n;
        double variance =
                msb / k + (form.mean ? 0 : mse * (1 - 1 / k)) + (agreement ? raterVariance / (form.mean ? k : 1) : 0);
        double f = msb / mse;
        Interval interval = Interval.UNDEFINED;
        if (variance > 0 && msb > 0 && mse > 0) {
            interval =
                    agreement ? ofAgreement(form.mean, n, k, msb, msj, mse) : byF(form.mean, f, n - 1, errorDegrees, k);
        }
        return new IntraclassCorrelation(
                form,
                n,
                ratings,
                k,
                variance > 0 ? personVariance / variance : Double.NaN,
                interval,
                f,
                Math.max(0, n - 1),
                Math.max(0, errorDegrees),
                Double.isNaN(f)
                        ? Double.NaN
                        : FDistribution.of(n - 1, errorDegrees).survivalProbability(f),
                personVariance,
                raterVariance,
                mse);
    }

    private static double mean(double... values) {
        return Mean.of(values).getAsDouble();
    }

    private static double squares(double[] means, double center) {
        return Arrays.stream(means)
                .map(mean -> (mean - center) * (mean - center))
                .sum();
    }

    private static double meanSquare(double squares, int degreesOfFreedom, double scale) {
        if (degreesOfFreedom < 1) {
            return Double.NaN;
        }
        return squares <= ROUNDING * scale ? 0 : squares / degreesOfFreedom;
    }

    /** Of one-way and consistency forms. */
    private static Interval byF(boolean mean, double f, int numerator, int denominator, double k) {
        double lower = f / quantile(numerator, denominator);
        double upper = f * quantile(denominator, numerator);
        return mean
                ? new Interval(1 - 1 / lower, 1 - 1 / upper)
                : new Interval((lower - 1) / (lower + k - 1), (upper - 1) / (upper + k - 1));
    }

    private static Interval ofAgreement(boolean mean, int n, double k, double msb, double msj, double mse) {
        double personVariance = (msb - mse) / k;
        double value = personVariance / (personVariance + (msj - mse) / n + mse);
        double a = k * value * msj / mse;
        double b = n * (1 + (k - 1) * value) - k * value;
        double degrees = (n - 1.0) * (k - 1) * (a + b) * (a + b) / ((n - 1) * a * a + b * b);
        double noise = k * msj + (k * n - k - n) * mse;
        double high = quantile(n - 1, degrees);
        double low = quantile(degrees, n - 1);
        double lower = n * (msb - high * mse) / (high * noise + n * msb);
        double upper = n * (low * msb - mse) / (noise + n * low * msb);
        return mean ? new Interval(ofMean(lower, k), ofMean(upper, k)) : new Interval(lower, upper);
    }

    /** By the formula of Spearman and Brown; a bound too far below 0 for it has no end. */
    private static double ofMean(double single, double k) {
        double divisor = 1 + (k - 1) * single;
        return divisor > 0 ? k * single / divisor : Double.NEGATIVE_INFINITY;
    }

    private static double quantile(double numerator, double denominator) {
        return FDistribution.of(numerator, denominator).inverseSurvivalProbability(TAIL);
    }
}
