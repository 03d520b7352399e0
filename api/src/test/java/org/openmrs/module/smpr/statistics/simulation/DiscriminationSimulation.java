/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.discrimination.Concordance;
import org.openmrs.module.smpr.statistics.discrimination.Concordance.CompetingEvent;
import org.openmrs.module.smpr.statistics.discrimination.RocCurve;
import org.openmrs.module.smpr.statistics.discrimination.TimeDependentAuc;
import org.openmrs.module.smpr.statistics.discrimination.TimeDependentAuc.Controls;

/** How far the intervals and tests of discrimination hold, of scores whose worth is known. */
public class DiscriminationSimulation {

    @ClassRule
    public static final Findings FINDINGS = new Findings("discrimination");

    private static final int MANY = 10_000;

    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    @After
    public void check() {
        FINDINGS.check();
    }

    @Test
    public void shouldHoldTheAreaOfNormalScores() {
        // Where a sample of few separates cases and controls perfectly there is no interval.
        area(5, 0.75).misses(0.955, 0.97);
        area(10, 0.75).holds();
        area(25, 0.75).holds();
        area(100, 0.75).holds();
        area(5, 0.9).misses(0.965, 0.985);
        area(10, 0.9).holds();
        area(25, 0.9).misses(0.93, 0.943);
        area(100, 0.9).holds();
    }

    @Test
    public void shouldCompareTwoAreasOfTheSamePeople() {
        for (int cases : new int[] {10, 25, 100}) {
            FINDINGS.size("Two areas, DeLong", setting(cases) + ", both 0.75", MANY, draws -> {
                        double[][] scores = two(draws, cases, 0.75, 0.75);
                        return RocCurve.paired(scores[0], scores[1], outcome(cases))
                                .getPValue();
                    })
                    .holds();
        }
        difference(10).misses(0.93, 0.943);
        difference(25).holds();
        difference(100).holds();
    }

    @Test
    public void shouldHoldTheAreaOverTime() {
        for (Controls controls : Controls.values()) {
            areaOverTime(controls, 40).holds();
            areaOverTime(controls, 100).holds();
            areaOverTime(controls, 400).holds();
        }
    }

    @Test
    public void shouldHoldHowOftenTheHigherScoreIsFirst() {
        Concordance harrell = Concordance.harrell(CompetingEvent.NEVER).upTo(Scored.HORIZON);
        double seen = Scored.concordanceOfThoseSeen();
        concordance("Harrell's C", harrell, seen, 40).misses(0.915, 0.935);
        concordance("Harrell's C", harrell, seen, 100).misses(0.93, 0.943);
        concordance("Harrell's C", harrell, seen, 400).holds();
        Concordance uno = Concordance.uno(CompetingEvent.NEVER, Scored.HORIZON);
        double all = Scored.concordance();
        concordance("Uno's C", uno, all, 40).misses(0.92, 0.94);
        concordance("Uno's C", uno, all, 100).holds();
        concordance("Uno's C", uno, all, 400).holds();
    }

    @Test
    public void shouldCompareTwoScoresOverTime() {
        twoAreasOverTime(40).misses(0.065, 0.085);
        twoAreasOverTime(100).misses(0.057, 0.07);
        twoAreasOverTime(400).holds();
        twoConcordances(40).misses(0.065, 0.085);
        twoConcordances(100).misses(0.057, 0.07);
        twoConcordances(400).holds();
    }

    private static Findings.Finding difference(int cases) {
        return FINDINGS.coverage(
                "Difference of two areas, DeLong", setting(cases) + ", 0.75 and 0.65", MANY, 0.75 - 0.65, draws -> {
                    double[][] scores = two(draws, cases, 0.75, 0.65);
                    return RocCurve.paired(scores[0], scores[1], outcome(cases)).getInterval();
                });
    }

    private static Findings.Finding areaOverTime(Controls controls, int n) {
        String against = controls == Controls.EVENT_FREE ? "those free of both" : "all others";
        return FINDINGS.coverage(
                "Time-dependent AUC, against " + against,
                people(n),
                MANY,
                Scored.area(controls == Controls.EVENT_FREE_OR_COMPETING),
                draws -> {
                    double[] scores = scores(draws, n);
                    return TimeDependentAuc.at(Scored.HORIZON, controls)
                            .of(scores, Scored.follow(draws, scores))
                            .getAuc()
                            .getInterval();
                });
    }

    private static Findings.Finding twoAreasOverTime(int n) {
        return FINDINGS.size("Two time-dependent AUC", people(n) + ", equally good", MANY, draws -> {
            double[][] scores = equallyGood(draws, n);
            return TimeDependentAuc.at(Scored.HORIZON, Controls.EVENT_FREE_OR_COMPETING)
                    .paired(scores[0], scores[1], Scored.follow(draws, scores[2]))
                    .getPValue();
        });
    }

    private static Findings.Finding twoConcordances(int n) {
        return FINDINGS.size("Two of Uno's C", people(n) + ", equally good", MANY, draws -> {
            double[][] scores = equallyGood(draws, n);
            return Concordance.uno(CompetingEvent.NEVER, Scored.HORIZON)
                    .paired(scores[0], scores[1], Scored.follow(draws, scores[2]))
                    .getPValue();
        });
    }

    private static Findings.Finding area(int cases, double area) {
        return FINDINGS.coverage(
                "Area, DeLong on the logit scale",
                setting(cases) + ", area " + area,
                MANY,
                area,
                draws -> RocCurve.of(two(draws, cases, area, area)[0], outcome(cases))
                        .getAuc()
                        .getInterval());
    }

    private static Findings.Finding concordance(String method, Concordance concordance, double truth, int n) {
        return FINDINGS.coverage(method, people(n), MANY, truth, draws -> {
            double[] scores = scores(draws, n);
            return concordance.of(scores, Scored.follow(draws, scores)).getC().getInterval();
        });
    }

    private static boolean[] outcome(int cases) {
        boolean[] outcome = new boolean[4 * cases];
        Arrays.fill(outcome, 0, cases, true);
        return outcome;
    }

    /** Two normal scores, correlated by 0.5 among cases and among controls, three to a case. */
    private static double[][] two(Draws draws, int cases, double first, double second) {
        double[] apart = {
            Math.sqrt(2) * NORMAL.inverseCumulativeProbability(first),
            Math.sqrt(2) * NORMAL.inverseCumulativeProbability(second)
        };
        double[][] scores = new double[2][4 * cases];
        for (int i = 0; i < 4 * cases; i++) {
            double common = Math.sqrt(0.5) * draws.normal();
            for (int j = 0; j < 2; j++) {
                scores[j][i] = common + Math.sqrt(0.5) * draws.normal() + (i < cases ? apart[j] : 0);
            }
        }
        return scores;
    }

    private static double[] scores(Draws draws, int n) {
        return IntStream.range(0, n).mapToDouble(i -> draws.normal()).toArray();
    }

    /** Two scores, and the one that the hazard depends on, of which each is as good a sign. */
    private static double[][] equallyGood(Draws draws, int n) {
        double[][] scores = {scores(draws, n), scores(draws, n), new double[n]};
        for (int i = 0; i < n; i++) {
            scores[2][i] = (scores[0][i] + scores[1][i]) / Math.sqrt(2);
        }
        return scores;
    }

    private static String setting(int cases) {
        return cases + " cases, " + 3 * cases + " controls";
    }

    private static String people(int n) {
        return n + " people, incidence 0.25";
    }
}
