/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.balance.FirthLogistic;
import org.openmrs.module.smpr.statistics.balance.OverlapWeights;
import org.openmrs.module.smpr.statistics.survival.IncidenceDifference;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;

/** How far the intervals of comparisons of groups hold, of groups whose difference is known. */
public class BalanceSimulation {

    @ClassRule
    public static final Findings FINDINGS = new Findings("balance");

    private static final int MANY = 10_000;

    private static final int FEWER = 4_000;

    private static final double SLOPE = 0.8;

    @After
    public void check() {
        FINDINGS.check();
    }

    /** Where one group has no event there is no interval, as in a sixth of the first row. */
    @Test
    public void shouldHoldTheDifferenceOfTwoIncidences() {
        difference(12, 28).holds();
        difference(28, 12).misses(0.96, 0.975);
        difference(20, 20).holds();
        difference(50, 50).misses(0.935, 0.943);
        difference(200, 200).holds();
        difference(500, 500).holds();
    }

    @Test
    public void shouldHoldThatTheWeightedIncidencesAreTheSame() {
        weightedDifference(40).holdsOrIsCautious();
        weightedDifference(100).holdsOrIsCautious();
        weightedDifference(400).holdsOrIsCautious();
    }

    @Test
    public void shouldHoldACoefficientOfThePropensity() {
        for (int n : new int[] {40, 100}) {
            FINDINGS.coverage(
                            "Logistic regression with Firth's penalty, profile",
                            n + " people, a third treated",
                            FEWER,
                            SLOPE,
                            draws -> new Treated(draws, n).propensity().interval(0))
                    .holds();
        }
    }

    private static Findings.Finding difference(int first, int second) {
        return FINDINGS.coverage(
                "Difference of incidences",
                first + " and " + second + " people, incidences 0.15 and 0.3",
                MANY,
                0.15,
                draws -> difference(
                                Follow.incidence(0.15).of(draws, first),
                                Follow.incidence(0.3).of(draws, second))
                        .getInterval());
    }

    private static Findings.Finding weightedDifference(int n) {
        return FINDINGS.coverage(
                "Difference of incidences, overlap weights",
                n + " people, a third treated, to no effect",
                FEWER,
                0,
                draws -> new Treated(draws, n).weightedDifference().getInterval());
    }

    private static IncidenceDifference difference(SurvivalData first, SurvivalData second) {
        return IncidenceDifference.of(first, second, 1, Follow.HORIZON);
    }

    /** People who are treated the more often, and have the event the sooner, the higher two numbers of theirs. */
    private static final class Treated {

        private final boolean[] treated;

        private final double[][] x;

        private final SurvivalData data;

        Treated(Draws draws, int n) {
            treated = new boolean[n];
            x = new double[2][n];
            Follow follow = Follow.incidence(0.25);
            SurvivalData.Builder people = SurvivalData.builder();
            for (int i = 0; i < n; i++) {
                x[0][i] = draws.normal();
                x[1][i] = draws.chance(0.4) ? 1 : 0;
                treated[i] = draws.chance(1 / (1 + Math.exp(1.1 - SLOPE * x[0][i] - 0.6 * x[1][i])));
                follow.add(draws, people, i, Math.exp(0.7 * x[0][i] + 0.3 * x[1][i]));
            }
            data = people.build();
        }

        FirthLogistic propensity() {
            return FirthLogistic.of(treated, x);
        }

        IncidenceDifference weightedDifference() {
            SurvivalData weighted = data.weightedBy(
                    OverlapWeights.of(treated, propensity().getFitted()).getWeights());
            return difference(weighted.where(row -> !treated[row]), weighted.where(row -> treated[row]));
        }
    }
}
