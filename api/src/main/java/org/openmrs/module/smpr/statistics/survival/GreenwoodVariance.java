/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import lombok.RequiredArgsConstructor;

/**
 * {@link CumulativeIncidence.Variance#GREENWOOD}, step by step: the covariance of (S, F_1 …) goes through the step's linear
 * map, and S² times the multinomial covariance of the step is added.
 */
@RequiredArgsConstructor
final class GreenwoodVariance {

    private final CumulativeIncidence estimate;

    /** Of the survival, then of each cause, after each step. */
    double[][] get() {
        RiskSets sets = estimate.getSets();
        int causes = sets.getCauses();
        double[][] variances = new double[causes + 1][sets.steps()];
        double[] withSurvival = new double[causes];
        double[] ofCause = new double[causes];
        double ofSurvival = 0;
        double free = 1;
        for (int step = 0; step < sets.steps(); step++) {
            int atRisk = sets.getCount()[step];
            double without = sets.shareWithout(step);
            double scale = atRisk == 0 ? 0 : free * free / atRisk;
            for (int k = 0; k < causes; k++) {
                double share = sets.share(k, step);
                ofCause[k] += 2 * share * withSurvival[k] + share * share * ofSurvival + scale * share * (1 - share);
                withSurvival[k] = without * (withSurvival[k] + share * ofSurvival - scale * share);
                variances[k + 1][step] = ofCause[k];
            }
            ofSurvival = without * without * ofSurvival + scale * without * sets.shareOfAny(step);
            variances[0][step] = ofSurvival;
            free *= without;
        }
        return variances;
    }
}
