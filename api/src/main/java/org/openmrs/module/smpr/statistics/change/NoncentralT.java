/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.hipparchus.analysis.UnivariateFunction;
import org.hipparchus.analysis.integration.gauss.GaussIntegrator;
import org.hipparchus.analysis.integration.gauss.GaussIntegratorFactory;
import org.hipparchus.analysis.solvers.BracketingNthOrderBrentSolver;

/**
 * Student's t where its numerator is off centre: of T = (Z + δ) / S, with Z standard normal and S² an independent χ² over
 * its ν degrees of freedom (Johnson, Kotz and Balakrishnan 1995, Continuous Univariate Distributions 2, chapter 31).
 *
 * <p>P(T ≤ t) is found by Gauss's quadrature over that one of Z and S which is spread more narrowly, as a factor of t, against
 * the distribution function of the other, which is then smooth there. Unlike the series of Lenth (1989, Appl Stat 38:185-189)
 * that R sums, this holds for δ of any size; its error is below 10⁻¹³, and not small beside a probability in the far tails.
 */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class NoncentralT {

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private static final GaussIntegratorFactory GAUSS = new GaussIntegratorFactory();

    /** More than enough for a bell cut off where {@link #REACH} says. */
    private static final int POINTS = 120;

    /** Beyond so many standard deviations nothing is left that a double would show: 2 · 10⁻¹⁹. */
    private static final double REACH = 9;

    private static final int EVALUATIONS = 1000;

    private final int degreesOfFreedom;

    private final double noncentrality;

    /**
     * @param degreesOfFreedom from 1
     * @param noncentrality δ, any finite number
     */
    static NoncentralT of(int degreesOfFreedom, double noncentrality) {
        if (degreesOfFreedom < 1 || Double.isNaN(noncentrality) || Double.isInfinite(noncentrality)) {
            throw new IllegalArgumentException("There is no noncentral t with " + degreesOfFreedom
                    + " degrees of freedom and the noncentrality " + noncentrality);
        }
        return new NoncentralT(degreesOfFreedom, noncentrality);
    }

    /**
     * The δ with which a t as large as this one has so high a probability of not being exceeded: each end of an interval for
     * δ is such a one.
     *
     * @param probability above 0 and below 1
     */
    static double noncentrality(int degreesOfFreedom, double t, double probability) {
        UnivariateFunction excess = delta -> of(degreesOfFreedom, delta).cumulativeProbability(t) - probability;
        double width = 1;
        while (excess.value(t - width) < 0) {
            width *= 2;
        }
        double lower = t - width;
        width = 1;
        while (excess.value(t + width) > 0) {
            width *= 2;
        }
        return new BracketingNthOrderBrentSolver(1e-14, 1e-13, 1e-15, 5).solve(EVALUATIONS, excess, lower, t + width);
    }

    double cumulativeProbability(double t) {
        if (t < 0) {
            return 1 - new NoncentralT(degreesOfFreedom, -noncentrality).cumulativeProbability(-t);
        }
        double probability = t * t > 2.0 * degreesOfFreedom ? overNumerator(t) : overDenominator(t);
        return Math.min(1, Math.max(0, probability));
    }

    /** The numerator is negative, or positive with S ≥ (z + δ) / t. */
    private double overNumerator(double t) {
        double from = Math.max(-noncentrality, -REACH);
        if (from >= REACH) {
            return 1;
        }
        ChiSquaredDistribution chiSquared = ChiSquaredDistribution.of(degreesOfFreedom);
        double positive = GAUSS.legendre(POINTS, from, REACH).integrate(z -> {
            double s = (z + noncentrality) / t;
            return NORMAL.density(z) * chiSquared.survivalProbability(degreesOfFreedom * s * s);
        });
        return NORMAL.cumulativeProbability(-noncentrality) + positive;
    }

    /** Z ≤ t · s − δ. */
    private double overDenominator(double t) {
        double mode = Math.sqrt((degreesOfFreedom - 1.0) / degreesOfFreedom);
        double reach = REACH / Math.sqrt(degreesOfFreedom);
        GaussIntegrator rule = GAUSS.legendre(POINTS, Math.max(0, mode - reach), mode + reach);
        double all = rule.integrate(s -> relativeDensity(s, mode));
        double below =
                rule.integrate(s -> relativeDensity(s, mode) * NORMAL.cumulativeProbability(t * s - noncentrality));
        return below / all;
    }

    /** Of S, as a share of its highest, so that no gamma function rounds it. */
    private double relativeDensity(double s, double mode) {
        if (degreesOfFreedom == 1) {
            return Math.exp(-s * s / 2);
        }
        double x = (s - mode) / mode;
        return Math.exp((degreesOfFreedom - 1.0) * (Math.log1p(x) - x - x * x / 2));
    }
}
