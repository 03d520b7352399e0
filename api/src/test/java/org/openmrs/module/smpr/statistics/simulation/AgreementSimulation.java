/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import java.util.Locale;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.agreement.IntraclassCorrelation;
import org.openmrs.module.smpr.statistics.agreement.IntraclassCorrelation.Form;
import org.openmrs.module.smpr.statistics.agreement.WeightedKappa;
import org.openmrs.module.smpr.statistics.agreement.WeightedKappa.Weights;

/** How far the intervals of agreement hold, of raters whose agreement is known. */
public class AgreementSimulation {

    @ClassRule
    public static final Findings FINDINGS = new Findings("agreement");

    private static final int MANY = 10_000;

    private static final Levels LEVELS = Levels.correlated(0.8);

    @After
    public void check() {
        FINDINGS.check();
    }

    @Test
    public void shouldHoldTheCorrelationOfRatersOfOnesOwn() {
        for (double truth : new double[] {0.6, 0.85}) {
            for (int n : new int[] {10, 20, 50}) {
                correlation(Form.ONE_WAY_SINGLE, n, truth, 0, truth).holds();
                correlation(Form.ONE_WAY_MEAN, n, truth, 0, 2 * truth / (1 + truth))
                        .holds();
            }
        }
    }

    @Test
    public void shouldHoldTheCorrelationOfTheSameRaters() {
        for (int n : new int[] {20, 50, 200}) {
            correlation(Form.CONSISTENCY_SINGLE, n, 0.7, 0.1, 0.7 / 0.9).holds();
        }
        // Two raters tell next to nothing of how raters differ, however many they rate.
        correlation(Form.AGREEMENT_SINGLE, 20, 0.7, 0.1, 0.7).misses(0.925, 0.943);
        correlation(Form.AGREEMENT_SINGLE, 50, 0.7, 0.1, 0.7).misses(0.91, 0.935);
        correlation(Form.AGREEMENT_SINGLE, 200, 0.7, 0.1, 0.7).misses(0.78, 0.81);
    }

    @Test
    public void shouldNotQuiteHoldTheCorrelationOfThreeLevels() {
        levels(20).misses(0.915, 0.94);
        levels(50).misses(0.92, 0.942);
        levels(200).misses(0.93, 0.943);
    }

    @Test
    public void shouldHoldKappa() {
        for (Weights weights : new Weights[] {Weights.LINEAR, Weights.QUADRATIC}) {
            kappa(weights, 20).misses(0.9, 0.93);
            kappa(weights, 50).misses(0.925, 0.943);
            kappa(weights, 200).holds();
            kappa(weights, 1000).holds();
        }
    }

    private static Findings.Finding levels(int n) {
        return FINDINGS.coverage("ICC(1)", n + " people, two ratings, three levels", MANY, correlation(), draws -> {
            double[][] ratings = new double[n][2];
            for (double[] person : ratings) {
                int[] two = LEVELS.two(draws);
                person[0] = two[0];
                person[1] = two[1];
            }
            return IntraclassCorrelation.of(Form.ONE_WAY_SINGLE, ratings).getInterval();
        });
    }

    private static Findings.Finding kappa(Weights weights, int n) {
        return FINDINGS.coverage(
                "Kappa, " + weights.name().toLowerCase(Locale.ROOT) + " weights",
                n + " people, two ratings, three levels",
                MANY,
                kappa(weights),
                draws -> WeightedKappa.of(LEVELS.counts(draws, n), weights).getInterval());
    }

    /** Variances of persons and raters, of a variance of 1 in all. */
    private static Findings.Finding correlation(Form form, int n, double ofPersons, double ofRaters, double truth) {
        return FINDINGS.coverage(
                name(form),
                n + " people, two ratings, " + ofPersons + " of the variance theirs",
                MANY,
                truth,
                draws -> {
                    double[] raters = {Math.sqrt(ofRaters) * draws.normal(), Math.sqrt(ofRaters) * draws.normal()};
                    double[][] ratings = new double[n][2];
                    for (double[] person : ratings) {
                        double own = Math.sqrt(ofPersons) * draws.normal();
                        for (int j = 0; j < 2; j++) {
                            person[j] = own + raters[j] + Math.sqrt(1 - ofPersons - ofRaters) * draws.normal();
                        }
                    }
                    return IntraclassCorrelation.of(form, ratings).getInterval();
                });
    }

    private static String name(Form form) {
        switch (form) {
            case ONE_WAY_SINGLE:
                return "ICC(1)";
            case ONE_WAY_MEAN:
                return "ICC(1,k)";
            case AGREEMENT_SINGLE:
                return "ICC(2), agreement";
            default:
                return "ICC(3), consistency";
        }
    }

    private static double correlation() {
        double[][] probabilities = LEVELS.probabilities();
        double products = 0;
        double squares = 0;
        double mean = 0;
        for (int i = 0; i < Levels.COUNT; i++) {
            for (int j = 0; j < Levels.COUNT; j++) {
                products += probabilities[i][j] * i * j;
                squares += probabilities[i][j] * i * i;
                mean += probabilities[i][j] * i;
            }
        }
        return (products - mean * mean) / (squares - mean * mean);
    }

    /** Of a thousand million people. */
    private static double kappa(Weights weights) {
        double[][] probabilities = LEVELS.probabilities();
        int[][] counts = new int[Levels.COUNT][Levels.COUNT];
        for (int i = 0; i < Levels.COUNT; i++) {
            for (int j = 0; j < Levels.COUNT; j++) {
                counts[i][j] = (int) Math.rint(1e9 * probabilities[i][j]);
            }
        }
        return WeightedKappa.of(counts, weights).getValue();
    }
}
