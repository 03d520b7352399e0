/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.simulation;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.After;
import org.junit.ClassRule;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.change.MarginalHomogeneity;
import org.openmrs.module.smpr.statistics.change.MixedModel;
import org.openmrs.module.smpr.statistics.change.PairedDifference;
import org.openmrs.module.smpr.statistics.change.ShiftTable;
import org.openmrs.module.smpr.statistics.change.SignedRank;

/** How far the intervals and tests of change hold, of people whose change is known. */
public class ChangeSimulation {

    @ClassRule
    public static final Findings FINDINGS = new Findings("change");

    private static final int MANY = 10_000;

    private static final int FEWER = 4_000;

    private static final double EFFECT = 0.5;

    private static final double[] MEANS = {0, -0.2, -0.4, -0.5};

    @After
    public void check() {
        FINDINGS.check();
    }

    @Test
    public void shouldRejectNoMeanChangeAsOftenAsSaid() {
        for (int n : new int[] {5, 10, 40}) {
            paired(n, "normal", Draws::normal).holds();
        }
        skewed(5).misses(0.105, 0.13);
        skewed(10).misses(0.09, 0.11);
        skewed(40).misses(0.06, 0.075);
        skewed(400).holds();
    }

    @Test
    public void shouldHoldTheSizeOfAnEffect() {
        for (int n : new int[] {5, 10, 40}) {
            FINDINGS.coverage(
                            "Effect size d_z, noncentral t",
                            pairs(n),
                            FEWER,
                            EFFECT,
                            draws -> pair(draws, n)
                                    .getStandardizedByDifferences()
                                    .getInterval())
                    .holds();
        }
        byFirst(10).misses(0.92, 0.942);
        byFirst(40).holds();
        byFirst(200).holds();
    }

    @Test
    public void shouldRejectNoShiftAtMostAsOftenAsSaid() {
        for (int n : new int[] {6, 10, 40}) {
            signed(n, "", Draws::normal).holdsOrIsCautious();
            signed(n, ", whole numbers", draws -> Math.rint(2 * draws.normal())).holdsOrIsCautious();
            FINDINGS.coverage(
                            "Shift of Hodges and Lehmann",
                            pairs(n),
                            MANY,
                            EFFECT,
                            draws -> SignedRank.of(new double[n], sample(draws, n, d -> EFFECT + d.normal()))
                                    .getInterval())
                    .holdsOrIsCautious();
        }
    }

    @Test
    public void shouldRejectTheSameMarginsAsOftenAsSaid() {
        margins(20).misses(0.025, 0.042);
        margins(40).holds();
        margins(100).holds();
        margins(400).holds();
        for (int n : new int[] {20, 40, 100, 400}) {
            FINDINGS.size(
                            "Sign test of levels",
                            levels(n),
                            MANY,
                            draws -> margins(draws, n).getSignTestPValue())
                    .holdsOrIsCautious();
        }
    }

    @Test
    public void shouldHoldAChangeBetweenWaves() {
        for (int n : new int[] {10, 40, 100}) {
            change(n, 1, false).holds();
            change(n, 1, true).holds();
            mean(n, 1).holds();
        }
        change(10, 0, false).holds();
        mean(10, 0).holds();
    }

    private static Findings.Finding skewed(int n) {
        return paired(n, "skewed", draws -> draws.exponential(1) - 1);
    }

    private static Findings.Finding byFirst(int n) {
        return FINDINGS.coverage(
                "Effect size SMCR",
                pairs(n),
                MANY,
                EFFECT,
                draws -> pair(draws, n).getStandardizedByFirst().getInterval());
    }

    private static Findings.Finding margins(int n) {
        return FINDINGS.size(
                "Stuart and Maxwell's test",
                levels(n),
                MANY,
                draws -> margins(draws, n).getPValue());
    }

    private static Findings.Finding paired(int n, String shape, ToDoubleFunction<Draws> difference) {
        return FINDINGS.size(
                "Paired t test",
                n + " pairs, " + shape + " differences",
                MANY,
                draws -> PairedDifference.of(new double[n], sample(draws, n, difference))
                        .getPValue());
    }

    private static PairedDifference pair(Draws draws, int n) {
        double[][] scores = new double[2][n];
        for (int i = 0; i < n; i++) {
            double common = draws.normal();
            // Correlated by ½, so that the differences have a standard deviation of 1 as well.
            scores[0][i] = Math.sqrt(0.5) * (common + draws.normal());
            scores[1][i] = Math.sqrt(0.5) * (common + draws.normal()) + EFFECT;
        }
        return PairedDifference.of(scores[0], scores[1]);
    }

    private static Findings.Finding signed(int n, String of, ToDoubleFunction<Draws> difference) {
        return FINDINGS.size(
                "Signed-rank test",
                n + " pairs" + of,
                MANY,
                draws -> SignedRank.of(new double[n], sample(draws, n, difference))
                        .getPValue());
    }

    private static double[] sample(Draws draws, int n, ToDoubleFunction<Draws> one) {
        return IntStream.range(0, n).mapToDouble(i -> one.applyAsDouble(draws)).toArray();
    }

    private static MarginalHomogeneity margins(Draws draws, int n) {
        Levels levels = Levels.correlated(0.6);
        int[][] counts = levels.counts(draws, n);
        return MarginalHomogeneity.of(ShiftTable.of(counts));
    }

    private static Findings.Finding change(int n, double sdOfPersons, boolean missing) {
        return FINDINGS.coverage(
                "Mixed model, change from the first wave to the fourth",
                setting(n, sdOfPersons) + (missing ? ", a third missing" : ""),
                FEWER,
                MEANS[3] - MEANS[0],
                draws -> model(draws, n, sdOfPersons, missing).change(0, 3).getInterval());
    }

    private static Findings.Finding mean(int n, double sdOfPersons) {
        return FINDINGS.coverage(
                "Mixed model, mean at the fourth wave",
                setting(n, sdOfPersons),
                FEWER,
                MEANS[3],
                draws -> model(draws, n, sdOfPersons, false).mean(3).getInterval());
    }

    /** Who scores high at a wave is missing at the next one more often. */
    private static MixedModel model(Draws draws, int n, double sdOfPersons, boolean missing) {
        int waves = MEANS.length;
        int[] person = new int[n * waves];
        int[] wave = new int[n * waves];
        double[] score = new double[n * waves];
        int rows = 0;
        for (int i = 0; i < n; i++) {
            double own = sdOfPersons * draws.normal();
            double before = 0;
            for (int w = 0; w < waves; w++) {
                boolean left = missing && w > 0 && draws.chance(before > 0 ? 0.6 : 0.2);
                double now = MEANS[w] + own + 0.7 * draws.normal();
                if (!left) {
                    person[rows] = i;
                    wave[rows] = w;
                    score[rows++] = now;
                    before = now;
                }
            }
        }
        return MixedModel.reml(
                Arrays.copyOf(person, rows), Arrays.copyOf(wave, rows), waves, Arrays.copyOf(score, rows));
    }

    private static String pairs(int n) {
        return n + " pairs, effect 0.5";
    }

    private static String levels(int n) {
        return n + " people, three levels";
    }

    private static String setting(int n, double sdOfPersons) {
        return n + " people" + (sdOfPersons == 0 ? " who do not differ" : "");
    }
}
