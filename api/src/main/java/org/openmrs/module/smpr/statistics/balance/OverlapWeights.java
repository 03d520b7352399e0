/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.balance;

import java.util.Arrays;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.Value;

/**
 * Weights under which the treated and the controls are alike in the covariates of a propensity score, by dwelling on persons
 * who might have been either: 1 − e for a treated person, e for a control (Li, Morgan and Zaslavsky 2018, J Am Stat Assoc
 * 113:390-400). With propensities of a logistic regression by maximum likelihood the weighted means of its covariates are
 * exactly the same. Those of Firth's leave a little, the more the fewer are treated: {@link #balance} says how much.
 *
 * <p>They say whom the comparison is about, those of middling propensity, and do nothing about what is not among the
 * covariates.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class OverlapWeights {

    /** The groups on one covariate, before weighting and after. */
    @Value
    public static class Balance {

        /** {@code NaN} without treated persons; the weighted ones also where none of them has weight. */
        double treatedMean;

        double controlMean;

        double weightedTreatedMean;

        double weightedControlMean;

        /** See {@link StandardizedDifference#continuous(boolean[], double[])}. */
        double standardizedDifference;

        /** With the weighted variances. */
        double weightedStandardizedDifference;
    }

    @Getter(AccessLevel.NONE)
    boolean[] treated;

    double[] weights;

    /** Of Kish: how many treated persons of equal weight tell as much; 0 where there are none, or none with weight. */
    double treatedEffectiveSize;

    double controlEffectiveSize;

    /**
     * @param propensities to be treated, from 0 to 1
     * @throws IllegalArgumentException where there are not as many as persons, or one is no probability
     */
    public static OverlapWeights of(boolean[] treated, double[] propensities) {
        if (propensities.length != treated.length) {
            throw new IllegalArgumentException(
                    propensities.length + " propensities for " + treated.length + " persons");
        }
        if (!Arrays.stream(propensities).allMatch(propensity -> propensity >= 0 && propensity <= 1)) {
            throw new IllegalArgumentException("A propensity is from 0 to 1");
        }
        double[] weights = new double[treated.length];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = treated[i] ? 1 - propensities[i] : propensities[i];
        }
        return new OverlapWeights(
                treated.clone(),
                weights,
                WeightedGroup.of(treated, true, weights).effectiveSize(),
                WeightedGroup.of(treated, false, weights).effectiveSize());
    }

    /** In the order of the persons. */
    public double[] getWeights() {
        return weights.clone();
    }

    /** @throws IllegalArgumentException where there are not as many values as persons, or one is not a finite number */
    public Balance balance(double[] covariate) {
        double standardizedDifference = StandardizedDifference.continuous(treated, covariate);
        double[] equal = new double[treated.length];
        Arrays.fill(equal, 1);
        return new Balance(
                mean(true, covariate, equal),
                mean(false, covariate, equal),
                mean(true, covariate, weights),
                mean(false, covariate, weights),
                standardizedDifference,
                StandardizedDifference.continuous(treated, covariate, weights));
    }

    private double mean(boolean side, double[] covariate, double[] weights) {
        return WeightedGroup.of(treated, side, weights).mean(i -> covariate[i]);
    }
}
