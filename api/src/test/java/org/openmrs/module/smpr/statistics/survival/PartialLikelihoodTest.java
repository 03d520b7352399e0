/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import static org.junit.Assert.assertEquals;

import java.util.Random;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.survival.PartialLikelihood.Value;

public class PartialLikelihoodTest {

    private static final int SUBJECTS = 120;

    private final double[][] x = new double[3][SUBJECTS];

    private final SurvivalData data = data(x);

    @Test
    public void shouldGiveWhatSummingEachRiskSetByItselfGives() {
        for (double size : new double[] {0, 0.3, 1, 3, 10}) {
            double[] beta = {size, -size, size / 2};
            Value found = new PartialLikelihood(data, x, false).at(beta);
            assertEquals(summed(beta), found.getLogLikelihood(), 1e-9 * Math.abs(summed(beta)));
        }
    }

    /** Nothing but rounding is left when a late entrant is subtracted, whose hazard is exp(45) times that of the others. */
    @Test
    public void shouldSumARiskSetAfreshWhereMostOfItWasSubtracted() {
        SurvivalData.Builder builder = SurvivalData.builder().add(0, 5, 10, 0);
        for (int i = 1; i < 8; i++) {
            builder.add(i, 0, i < 2 ? 3 : 12, i < 2 ? 1 : 0);
        }
        PartialLikelihood likelihood =
                new PartialLikelihood(builder.build(), new double[][] {{1, 0, 0, 0, 0, 0, 0, 0}}, false);
        assertEquals(-Math.log(7), likelihood.at(45 * likelihood.scale(0)).getLogLikelihood(), 1e-12);
    }

    @Test
    public void shouldGiveTheFirstAndSecondDerivatives() {
        for (boolean penalized : new boolean[] {false, true}) {
            PartialLikelihood likelihood = new PartialLikelihood(data, x, penalized);
            double[] beta = {0.7, -0.4, 1.1};
            Value found = likelihood.at(beta);
            for (int j = 0; j < 3; j++) {
                double h = 1e-5;
                Value above = likelihood.at(moved(beta, j, h));
                Value below = likelihood.at(moved(beta, j, -h));
                assertEquals(
                        (above.getLogLikelihood() - below.getLogLikelihood()) / (2 * h), found.getScore()[j], 1e-6);
                for (int k = 0; k < 3 && !penalized; k++) {
                    assertEquals(
                            (below.getScore()[k] - above.getScore()[k]) / (2 * h),
                            found.getInformation().getEntry(j, k),
                            1e-6);
                }
            }
        }
    }

    /** exp takes no predictor of some thousands. Scaled, x is 1 and −1. */
    @Test
    public void shouldStayFiniteWhereThePredictorsAreLarge() {
        SurvivalData pair = SurvivalData.of(new double[] {1, 2}, new int[] {1, 0});
        PartialLikelihood likelihood = new PartialLikelihood(pair, new double[][] {{8, 3}}, false);
        assertEquals(0, likelihood.at(4000).getLogLikelihood(), 0);
        assertEquals(-8000, likelihood.at(-4000).getLogLikelihood(), 0);
    }

    private static double[] moved(double[] beta, int j, double by) {
        double[] moved = beta.clone();
        moved[j] += by;
        return moved;
    }

    /** Of covariates with mean 0 and standard deviation 1, as the likelihood has them. */
    private double summed(double... beta) {
        double[] predictor = new double[SUBJECTS];
        for (int j = 0; j < 3; j++) {
            double mean = 0;
            double squares = 0;
            for (double v : x[j]) {
                mean += v / SUBJECTS;
                squares += v * v / SUBJECTS;
            }
            for (int i = 0; i < SUBJECTS; i++) {
                predictor[i] += beta[j] * (x[j][i] - mean) / Math.sqrt(squares - mean * mean);
            }
        }
        double sum = 0;
        for (int i = 0; i < SUBJECTS; i++) {
            if (data.get(i).getEnd() == Exposure.EVENT) {
                double risk = 0;
                for (int k = 0; k < SUBJECTS; k++) {
                    if (data.get(k).getFrom() < data.get(i).getTo()
                            && data.get(k).getTo() >= data.get(i).getTo()) {
                        risk += Math.exp(predictor[k] - predictor[i]);
                    }
                }
                sum -= Math.log(risk);
            }
        }
        return sum;
    }

    /** Late entrants, ties, and covariates that are not centred. */
    private static SurvivalData data(double[]... x) {
        Random random = new Random(9);
        SurvivalData.Builder builder = SurvivalData.builder();
        for (int i = 0; i < SUBJECTS; i++) {
            int from = random.nextInt(60);
            builder.add(i, from, from + 1 + random.nextInt(40), random.nextInt(2));
            for (double[] covariate : x) {
                covariate[i] = 5 + random.nextGaussian();
            }
        }
        return builder.build();
    }
}
