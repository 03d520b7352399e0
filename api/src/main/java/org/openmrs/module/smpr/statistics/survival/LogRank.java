/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;

/**
 * The log-rank test that the hazard of an event is the same in k groups (Mantel, 1966, Cancer Chemother Rep 50:163-170; Peto
 * and Peto, 1972, J R Stat Soc A 135:185-207). At each time with d events among Y at risk, Y_g of them in group g,
 *
 * <pre>E_g = d · Y_g / Y,  V_gh = d (Y − d) / (Y − 1) · (Y_g / Y) (1{g = h} − Y_h / Y),</pre>
 *
 * <p>the mean and the covariance of the hypergeometric distribution; their sums over all times give (O − E)′ V⁻ (O − E). Late
 * entrants and gaps are taken as they are, and a subject may change groups from one stretch to the next. Competing events
 * are ends without an event: what is compared is the cause-specific hazard.
 *
 * <p>R's {@code survdiff} gives the same where all start at 0; for late entrants, the score test of {@code coxph(ties =
 * "exact")} does.
 */
@Getter
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public final class LogRank {

    @Getter(AccessLevel.NONE)
    private final int[] observed;

    @Getter(AccessLevel.NONE)
    private final double[] expected;

    /**
     * Groups of which no event could be expected, nobody having been at risk when there was one, are left out; undefined where
     * fewer than two are left or the variance is 0.
     */
    private final ChiSquared test;

    /**
     * @param group of each row, from 0 to below {@code groups}
     * @throws IllegalArgumentException where a row has no such group, or a weight
     */
    public static LogRank of(SurvivalData data, int[] group, int groups) {
        data.requireUnweighted("The log-rank test");
        GroupedRiskSets sets = new GroupedRiskSets(data, group, groups, Exposure.EVENT);
        int[] observed = IntStream.range(0, groups).map(sets::events).toArray();
        double[] expected = new double[groups];
        double[][] variance = new double[groups][groups];
        for (int step = 0; step < sets.getSteps(); step++) {
            add(sets, step, expected, variance);
        }
        int[] compared = IntStream.range(0, groups).filter(g -> expected[g] > 0).toArray();
        double[] z = new double[compared.length];
        double[][] v = new double[compared.length][compared.length];
        for (int i = 0; i < compared.length; i++) {
            z[i] = observed[compared[i]] - expected[compared[i]];
            for (int j = 0; j < compared.length; j++) {
                v[i][j] = variance[compared[i]][compared[j]];
            }
        }
        return new LogRank(observed, expected, ChiSquared.ofScores(z, v));
    }

    /** How many of a group had the event. */
    public int observed(int group) {
        return observed[group];
    }

    /** How many of a group would have had it, were the hazard the same in all. */
    public double expected(int group) {
        return expected[group];
    }

    private static void add(GroupedRiskSets sets, int step, double[] expected, double[]... variance) {
        double d = 0;
        double y = 0;
        for (int g = 0; g < expected.length; g++) {
            d += sets.getEvents()[g][step];
            y += sets.getAtRisk()[g][step];
        }
        if (d == 0) {
            return;
        }
        double scale = y > 1 ? d * (y - d) / (y - 1) : 0;
        for (int g = 0; g < expected.length; g++) {
            double share = sets.getAtRisk()[g][step] / y;
            expected[g] += d * share;
            for (int h = 0; h < expected.length; h++) {
                variance[g][h] += scale * share * ((g == h ? 1 : 0) - sets.getAtRisk()[h][step] / y);
            }
        }
    }
}
