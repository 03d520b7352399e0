/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.Arrays;
import java.util.stream.IntStream;
import lombok.Getter;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;
import org.hipparchus.exception.MathRuntimeException;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.openmrs.module.smpr.statistics.Interval;

/**
 * Proportional hazards regression (Cox, 1972, J R Stat Soc B 34:187-220), by itself or with Firth's penalty, which takes away
 * the first-order bias of the estimates and leaves them finite where few events are split by a covariate without exception
 * (Heinze and Schemper, 2001, Biometrics 57:114-119): ½ log det I is added to the logarithm of the partial likelihood.
 *
 * <p>The event of interest counts, competing ones are ends without an event: the hazard is the cause-specific one. Events at
 * the same time are taken as Breslow (1974, Biometrics 30:89-99) does; Efron's way, R's default, is not offered, as the
 * penalty is defined for Breslow's. Late entrants and gaps are taken as they are, and covariates may differ between the
 * stretches of a subject. With p covariates, one look at the likelihood of n rows takes in the order of n · p² steps, with the
 * penalty n · p³: they are meant to be few.
 *
 * <p>Tests and intervals compare likelihoods. With the penalty, a coefficient that is held stays in det I, so that both
 * likelihoods have the penalty of the full model: the penalties of two models cannot be compared. So do Heinze and Schemper
 * (2001) for intervals, and the R packages coxphf (coxphftest) and logistf (anova, "nested") for tests.
 */
public final class CoxRegression {

    /** What became of the attempt. */
    public enum Status {
        /** There are coefficients. */
        CONVERGED,
        /** Nobody had the event. */
        NO_EVENTS,
        /** Among those at risk at the events a covariate is constant, or follows from the others. */
        NOT_IDENTIFIED,
        /**
         * The likelihood has no maximum, mostly since it goes on rising with a coefficient (monotone likelihood): the penalty
         * is the answer to that.
         */
        NOT_CONVERGED
    }

    /** The longest step with which the end of an interval is looked for, in standard deviations of the covariate. */
    private static final double FAR = 1e6;

    private static final int TRIES = 60;

    /** A variance, in squared standard deviations over all rows, that is but rounding. */
    private static final double CONSTANT = 1e-10;

    private final PartialLikelihood likelihood;

    @Getter
    private final Status status;

    /** Null where the status is another than converged. */
    private final LikelihoodMaximum maximum;

    private final double[] standardErrors;

    private CoxRegression(PartialLikelihood likelihood) {
        this.likelihood = likelihood;
        LikelihoodMaximum found = null;
        Status status = status(likelihood);
        if (status == Status.CONVERGED) {
            int p = likelihood.parameters();
            found = LikelihoodMaximum.of(
                    likelihood, new double[p], IntStream.range(0, p).toArray());
            if (!found.isConverged() || !likelihood.isPenalized() && found.isFlat(likelihood)) {
                found = null;
                status = Status.NOT_CONVERGED;
            }
        }
        this.status = status;
        maximum = found;
        standardErrors = standardErrors();
    }

    /**
     * With Firth's penalty.
     *
     * @param covariates one or more, each with a value for each row
     * @throws IllegalArgumentException where there is none, one has not a finite number for each row, or a row has a weight
     */
    public static CoxRegression firth(SurvivalData data, double[]... covariates) {
        return of(data, true, covariates);
    }

    /** Without a penalty; otherwise as {@link #firth(SurvivalData, double[]...)}. */
    public static CoxRegression ordinary(SurvivalData data, double[]... covariates) {
        return of(data, false, covariates);
    }

    /** How many coefficients there are. */
    public int size() {
        return likelihood.parameters();
    }

    /**
     * The logarithm of the ratio of the hazards for a covariate that is larger by 1.
     *
     * @param covariate from 0 on, in the order they were given
     * @return NaN where the status is another than converged
     */
    public double coefficient(int covariate) {
        return maximum == null ? Double.NaN : maximum.getBeta()[covariate] / likelihood.scale(covariate);
    }

    /** From the inverse of the information at the maximum, which no penalty enters; NaN where the coefficient is. */
    public double standardError(int covariate) {
        return standardErrors[covariate];
    }

    /** The logarithm of the likelihood at its maximum, the penalty included if there is one; NaN where there are no coefficients. */
    public double logLikelihood() {
        return maximum == null ? Double.NaN : maximum.getValue().getLogLikelihood() + likelihood.penaltyOfScale();
    }

    /** The same where all coefficients are 0. */
    public double nullLogLikelihood() {
        return maximum == null
                ? Double.NaN
                : likelihood.at(new double[size()]).getLogLikelihood() + likelihood.penaltyOfScale();
    }

    /** Of 95 %, as {@link #interval(int, double)}. */
    public Interval interval(int covariate) {
        return interval(covariate, 0.95);
    }

    /**
     * For a coefficient, by the profile of the likelihood: all values with which the others can make it so large that the
     * likelihood ratio test does not reject them. An end that lies further out than a million standard deviations of the
     * covariate is given as infinite.
     *
     * @param level above 0 and below 1
     * @return undefined where the coefficient is, or, with next to no data, the profile cannot be followed so far
     */
    public Interval interval(int covariate, double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A level is above 0 and below 1, not " + level);
        }
        if (maximum == null) {
            return Interval.UNDEFINED;
        }
        double lowest = maximum.getValue().getLogLikelihood()
                - ChiSquaredDistribution.of(1).inverseSurvivalProbability(1 - level) / 2;
        double lower = end(covariate, lowest, -1);
        double upper = end(covariate, lowest, 1);
        return Double.isNaN(lower) || Double.isNaN(upper) ? Interval.UNDEFINED : new Interval(lower, upper);
    }

    /**
     * The likelihood ratio test that some coefficients are 0 at once.
     *
     * @param covariates one or more different ones, from 0 on
     * @return its statistic NaN where the status is another than converged
     */
    public ChiSquared test(int... covariates) {
        int[] tested = IntStream.of(covariates).sorted().distinct().toArray();
        if (tested.length == 0
                || tested.length != covariates.length
                || tested[0] < 0
                || tested[tested.length - 1] >= size()) {
            throw new IllegalArgumentException("Of " + size() + " covariates, one or more different ones are tested");
        }
        if (maximum == null) {
            return ChiSquared.of(Double.NaN, tested.length);
        }
        LikelihoodMaximum restricted = LikelihoodMaximum.of(
                likelihood,
                new double[size()],
                IntStream.range(0, size())
                        .filter(j -> Arrays.binarySearch(tested, j) < 0)
                        .toArray());
        double ratio = 2
                * (maximum.getValue().getLogLikelihood() - restricted.getValue().getLogLikelihood());
        return ChiSquared.of(restricted.isConverged() ? ratio : Double.NaN, tested.length);
    }

    private static CoxRegression of(SurvivalData data, boolean penalized, double[]... covariates) {
        data.requireUnweighted("Cox regression");
        if (covariates.length == 0) {
            throw new IllegalArgumentException("A regression has a covariate or more");
        }
        for (double[] covariate : covariates) {
            data.requireOneForEachRow(covariate.length, "values of a covariate");
            if (!Arrays.stream(covariate).allMatch(Double::isFinite)) {
                throw new IllegalArgumentException("A covariate has finite values");
            }
        }
        return new CoxRegression(new PartialLikelihood(data, covariates, penalized));
    }

    /** Before anything is tried. */
    private static Status status(PartialLikelihood likelihood) {
        if (likelihood.events() == 0) {
            return Status.NO_EVENTS;
        }
        int p = likelihood.parameters();
        RealMatrix information = likelihood.at(new double[p]).getInformation();
        for (int j = 0; j < p; j++) {
            if (information.getEntry(j, j) < CONSTANT * likelihood.events()) {
                return Status.NOT_IDENTIFIED;
            }
        }
        return ChiSquared.isSingular(LikelihoodMaximum.correlation(information))
                ? Status.NOT_IDENTIFIED
                : Status.CONVERGED;
    }

    private double[] standardErrors() {
        double[] errors = new double[size()];
        Arrays.fill(errors, Double.NaN);
        if (maximum != null) {
            RealMatrix inverse = new CholeskyDecomposition(maximum.getValue().getInformation(), 1e-10, 1e-30)
                    .getSolver()
                    .getInverse();
            for (int j = 0; j < errors.length; j++) {
                errors[j] = Math.sqrt(inverse.getEntry(j, j)) / likelihood.scale(j);
            }
        }
        return errors;
    }

    /** Goes out until the profile has come down, by steps that grow, or shrink where it is not found. */
    private double end(int covariate, double lowest, int side) {
        Profile profile = new Profile(covariate, lowest);
        double near = maximum.getBeta()[covariate];
        double step = standardErrors[covariate] * likelihood.scale(covariate);
        for (int i = 0; i < TRIES && step < FAR; i++) {
            double far = near + side * step;
            double above = profile.above(far);
            if (above <= 0) {
                return profile.root(Math.min(near, far), Math.max(near, far)) / likelihood.scale(covariate);
            }
            near = above > 0 ? far : near;
            step *= above > 0 ? 2 : 0.25;
        }
        return step < FAR ? Double.NaN : side * Double.POSITIVE_INFINITY;
    }

    /** The likelihood as far as it can be with one coefficient held. */
    private final class Profile {

        private final int covariate;

        private final double lowest;

        private final int[] free;

        /** Where the last maximum was, near which the next one will be. */
        private LikelihoodMaximum last = maximum;

        Profile(int covariate, double lowest) {
            this.covariate = covariate;
            this.lowest = lowest;
            free = IntStream.range(0, size()).filter(j -> j != covariate).toArray();
        }

        /** How much larger than {@code lowest} it is; NaN where its maximum is not found. */
        double above(double held) {
            LikelihoodMaximum found = from(last, held);
            if (!found.isConverged()) {
                found = from(maximum, held);
            }
            if (!found.isConverged()) {
                return Double.NaN;
            }
            last = found;
            return found.getValue().getLogLikelihood() - lowest;
        }

        private LikelihoodMaximum from(LikelihoodMaximum other, double held) {
            return LikelihoodMaximum.of(likelihood, other.near(likelihood, covariate, held, free), free);
        }

        /** Where between two coefficients it is {@code lowest}; NaN where that cannot be found. */
        double root(double from, double to) {
            try {
                return new BracketingNthOrderBrentSolver(1e-13, 1e-13, 1e-13, 5).solve(200, this::above, from, to);
            } catch (MathRuntimeException e) {
                return Double.NaN;
            }
        }
    }
}
