/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Proportion;
import org.openmrs.module.smpr.statistics.survival.CoxRegression;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence;
import org.openmrs.module.smpr.statistics.survival.GrayTest;
import org.openmrs.module.smpr.statistics.survival.KaplanMeier;
import org.openmrs.module.smpr.statistics.survival.LogRank;
import org.openmrs.module.smpr.statistics.survival.SurvivalData;

/** How far the intervals and tests of survival hold, of people of whom all is known that a study can only estimate. */
public class SurvivalSimulation {

    @ClassRule
    public static final Findings FINDINGS = new Findings("survival");

    private static final int MANY = 10_000;

    private static final int FEWER = 4_000;

    /** Of a trait, and of a normal score. */
    private static final double[] LOG_RATIOS = {0, 0.7};

    @After
    public void check() {
        FINDINGS.check();
    }

    @Test
    public void shouldHoldTheShareWithTheScoreInterval() {
        wilson(10, 0.05).misses(0.9, 0.93);
        wilson(10, 0.25).holdsOrIsCautious();
        for (int n : new int[] {40, 200}) {
            wilson(n, 0.05).holdsOrIsCautious();
            wilson(n, 0.25).holdsOrIsCautious();
        }
    }

    @Test
    public void shouldHoldTheIncidence() {
        for (boolean gaps : new boolean[] {false, true}) {
            incidence(12, 0.25, gaps).misses(0.98, 1);
            incidence(20, 0.25, gaps).holds();
            incidence(40, 0.25, gaps).holds();
            incidence(100, 0.25, gaps).holds();
            incidence(400, 0.25, gaps).holds();
            // Three or four events are expected, and where there is none nothing is said.
            incidence(40, 0.1, gaps).misses(0.97, 0.99);
            incidence(100, 0.1, gaps).holds();
            incidence(400, 0.1, gaps).holds();
        }
    }

    @Test
    public void shouldHoldTheSurvival() {
        survival(20, 0.75).misses(0.958, 0.975);
        survival(40, 0.75).holds();
        survival(100, 0.75).holds();
        survival(400, 0.75).holds();
        survival(40, 0.9).misses(0.958, 0.975);
        survival(100, 0.9).holds();
        survival(400, 0.9).holds();
    }

    @Test
    public void shouldRejectTheSameHazardAsOftenAsSaid() {
        for (int[] sizes : new int[][] {{20, 20}, {10, 30}, {50, 50}, {200, 200}}) {
            test(
                            "Log-rank test",
                            sizes,
                            (data, groups) -> LogRank.of(data.only(1), groups, 2)
                                    .getTest()
                                    .getP())
                    .holds();
        }
    }

    @Test
    public void shouldRejectTheSameIncidenceAsOftenAsSaid() {
        for (int[] sizes : new int[][] {{20, 20}, {10, 30}, {50, 50}, {200, 200}}) {
            test(
                            "Gray's test",
                            sizes,
                            (data, groups) ->
                                    GrayTest.of(data, groups, 2, 1).getTest().getP())
                    .holds();
        }
    }

    @Test
    public void shouldHoldACoefficientWithThePenalty() {
        penalized(40, 0.25, 14, FEWER);
        penalized(40, 0.1, 6, FEWER);
        penalized(100, 0.25, 35, FEWER);
        penalized(400, 0.25, 140, FEWER / 2);
    }

    private static void penalized(int n, double incidence, int events, int times) {
        String setting = n + " people, " + events + " events";
        String[] of = {", of a trait that changes nothing", ", of a score that does"};
        for (int j = 0; j < of.length; j++) {
            int covariate = j;
            FINDINGS.coverage(
                            "Cox regression with Firth's penalty, profile",
                            setting + of[j],
                            times,
                            LOG_RATIOS[j],
                            draws -> penalized(draws, n, incidence).interval(covariate))
                    .holds();
        }
        FINDINGS.size(
                        "Cox regression with Firth's penalty, likelihood ratio",
                        setting + of[0],
                        times,
                        draws -> penalized(draws, n, incidence).test(0).getP())
                .holds();
    }

    private static Findings.Finding wilson(int n, double share) {
        return FINDINGS.coverage("Share, interval of Wilson", setting(n, share), MANY, share, draws -> {
            long events = IntStream.range(0, n).filter(i -> draws.chance(share)).count();
            return Proportion.of(events, n).getInterval();
        });
    }

    private static Findings.Finding incidence(int n, double incidence, boolean gaps) {
        Follow follow = gaps ? Follow.incidence(incidence).withGaps() : Follow.incidence(incidence);
        return FINDINGS.coverage(
                "Cumulative incidence, log-log",
                setting(n, incidence) + (gaps ? ", with time not at risk" : ""),
                MANY,
                incidence,
                draws -> CumulativeIncidence.of(follow.of(draws, n))
                        .incidence(1)
                        .at(Follow.HORIZON)
                        .getInterval());
    }

    private static Findings.Finding survival(int n, double survival) {
        Follow follow = Follow.survival(survival);
        return FINDINGS.coverage(
                "Kaplan–Meier, log-log",
                setting(n, 1 - survival),
                MANY,
                survival,
                draws -> KaplanMeier.of(follow.of(draws, n))
                        .getCurve()
                        .at(Follow.HORIZON)
                        .getInterval());
    }

    private static Findings.Finding test(String method, int[] sizes, GroupTest test) {
        Follow follow = Follow.incidence(0.25);
        int[] groups = IntStream.range(0, sizes[0] + sizes[1])
                .map(i -> i < sizes[0] ? 0 : 1)
                .toArray();
        return FINDINGS.size(
                method,
                sizes[0] + " and " + sizes[1] + " people, incidence 0.25",
                MANY,
                draws -> test.p(follow.of(draws, groups.length), groups));
    }

    @FunctionalInterface
    private interface GroupTest {

        double p(SurvivalData data, int[] groups);
    }

    private static CoxRegression penalized(Draws draws, int n, double incidence) {
        Follow follow = Follow.incidence(incidence);
        double[][] x = new double[2][n];
        SurvivalData.Builder people = SurvivalData.builder();
        for (int i = 0; i < n; i++) {
            x[0][i] = draws.chance(1 / 3.0) ? 1 : 0;
            x[1][i] = draws.normal();
            follow.add(draws, people, i, Math.exp(LOG_RATIOS[0] * x[0][i] + LOG_RATIOS[1] * x[1][i]));
        }
        return CoxRegression.firth(people.build(), x);
    }

    private static String setting(int n, double incidence) {
        return String.format(Locale.ROOT, "%d people, incidence %.2f", n, incidence);
    }
}
