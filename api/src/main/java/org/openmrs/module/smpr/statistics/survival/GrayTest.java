/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.Arrays;
import java.util.stream.IntStream;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;

/**
 * The test of Gray (1988, Ann Stat 16:1141-1154), with his ρ = 0, that the cumulative incidence of one event is the same in k
 * groups while others compete with it. It compares hazards of the subdistribution: who had a competing event counts on as at
 * risk, as far as he would still be seen. With Y_r at risk in group r, S_r(u−) of it event-free and F_r(u−) its incidence,
 * and h_r = Y_r / S_r(u−), R_r = h_r (1 − F_r(u−)), h. and R. their sums over the groups, d_r events and d. in all,
 *
 * <pre>z_r = Σ d_r − d. · R_r / R.</pre>
 *
 * <p>Its variance is that of sums of martingales under the hypothesis, the common incidence being F(u) = Σ d. / h.. For
 * groups i and j it is the sum over groups r and times u, with α_i = 1{i = r} − h_i / h.,
 * c_i(u) = Σ α_i h_r (d. / h.) / (1 − F(v−)) over v > u, of
 *
 * <pre>A_i A_j · h_r (d. / h.) · [1 − (d. − 1) / (h. S_r(u−) − 1)],  A_i = α_i + (1 − (1 − F(u)) / S_r(u)) · c_i / h_r
 * B_i B_j · e_r · [1 − (e_r − 1) / (Y_r − 1)],              B_i = −(1 − F(u)) / S_r(u) · c_i / h_r</pre>
 *
 * <p>with e_r competing events; the brackets stand only where there are several events at once. The formula without them is
 * Gray's; they, which he does not give, are what R's {@code cmprsk::cuminc} was seen to take, and so the two agree.
 *
 * <p>He assumes that all start at 0 and are followed without gaps. With late entrants and gaps the same formula is taken on the
 * risk sets as they are, which cuminc cannot do: the argument rests on the counting processes only. A group that has come
 * down to S_r = 0 is left aside from then on.
 */
@Getter
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public final class GrayTest {

    /**
     * Groups in which nobody was ever at risk are left out; undefined where fewer than two are left, nobody had the event while
     * two were at risk, or the variance is singular.
     */
    private final ChiSquared test;

    /**
     * @param group of each row, from 0 to below {@code groups}
     * @param cause whose incidence is compared, from 1 on
     * @throws IllegalArgumentException where a row has no such group, or a weight
     */
    public static GrayTest of(SurvivalData data, int[] group, int groups, int cause) {
        data.requireUnweighted("Gray's test");
        // Checks the groups, before any is left out.
        new GroupedRiskSets(data, group, groups, cause);
        int[] present = IntStream.of(group).sorted().distinct().toArray();
        int[] dense = new int[groups];
        for (int i = 0; i < present.length; i++) {
            dense[present[i]] = i;
        }
        int[] renumbered = IntStream.of(group).map(g -> dense[g]).toArray();
        return new GrayTest(new Scores(new GroupedRiskSets(data, renumbered, present.length, cause)).test());
    }

    private static final class Scores {

        private final GroupedRiskSets sets;

        private final int steps;

        private final int groups;

        /** By group and step: S_r before and after it, h_r. */
        private final double[][] before;

        private final double[][] after;

        private final double[][] h;

        /** By step: d., h., d. / h., and F before and after it. */
        private final int[] all;

        private final double[] total;

        private final double[] increment;

        private final double[] commonBefore;

        private final double[] commonAfter;

        private final double[] z;

        private final double[][] variance;

        Scores(GroupedRiskSets sets) {
            this.sets = sets;
            steps = sets.getSteps();
            groups = sets.getGroups();
            before = new double[groups][steps];
            after = new double[groups][steps];
            h = new double[groups][steps];
            all = new int[steps];
            total = new double[steps];
            increment = new double[steps];
            commonBefore = new double[steps];
            commonAfter = new double[steps];
            z = new double[groups];
            variance = new double[groups][groups];
        }

        ChiSquared test() {
            forward();
            backward();
            return ChiSquared.ofScores(z, variance);
        }

        private void forward() {
            double[] free = new double[groups];
            double[] incidence = new double[groups];
            Arrays.fill(free, 1);
            double common = 0;
            for (int step = 0; step < steps; step++) {
                double r = 0;
                int d = 0;
                for (int g = 0; g < groups; g++) {
                    before[g][step] = free[g];
                    if (isCompared(g, step)) {
                        h[g][step] = sets.getAtRisk()[g][step] / free[g];
                        r += h[g][step] * (1 - incidence[g]);
                        d += sets.getEvents()[g][step];
                    }
                    total[step] += h[g][step];
                }
                for (int g = 0; g < groups; g++) {
                    if (isCompared(g, step)) {
                        if (d > 0) {
                            z[g] += sets.getEvents()[g][step] - d * h[g][step] * (1 - incidence[g]) / r;
                        }
                        incidence[g] += sets.getEvents()[g][step] / h[g][step];
                        int left = sets.getAtRisk()[g][step] - any(g, step);
                        free[g] *= (double) left / sets.getAtRisk()[g][step];
                    }
                    after[g][step] = free[g];
                }
                all[step] = d;
                commonBefore[step] = common;
                increment[step] = d > 0 ? d / total[step] : 0;
                common += increment[step];
                commonAfter[step] = common;
            }
        }

        private void backward() {
            double[][] tail = new double[groups][groups];
            for (int step = steps - 1; step >= 0; step--) {
                for (int r = 0; r < groups; r++) {
                    if (isCompared(r, step)) {
                        add(r, step, tail[r]);
                    }
                }
            }
        }

        /** What group r adds at a step, and to c_i for the earlier ones. */
        private void add(int r, int step, double... tail) {
            double ratio = after[r][step] > 0 ? (1 - commonAfter[step]) / after[r][step] : 0;
            double atRisk = sets.getAtRisk()[r][step];
            double competing = sets.getCompeting()[r][step];
            double ofEvent = h[r][step] * increment[step];
            if (all[step] > 1) {
                ofEvent *= 1 - (all[step] - 1) / (total[step] * before[r][step] - 1);
            }
            double ofCompeting = competing > 1 ? competing * (1 - (competing - 1) / (atRisk - 1)) : competing;
            double[] alpha = new double[groups];
            double[] onEvent = new double[groups];
            double[] onCompeting = new double[groups];
            for (int i = 0; i < groups; i++) {
                double later = after[r][step] > 0 ? tail[i] / h[r][step] : 0;
                alpha[i] = (i == r ? 1 : 0) - h[i][step] / total[step];
                onEvent[i] = alpha[i] + (1 - ratio) * later;
                onCompeting[i] = -ratio * later;
            }
            for (int i = 0; i < groups; i++) {
                for (int j = 0; j < groups; j++) {
                    variance[i][j] += onEvent[i] * onEvent[j] * ofEvent + onCompeting[i] * onCompeting[j] * ofCompeting;
                }
                // Of one group alone, alpha is 0, and so is what it adds, even where the common incidence has reached
                // 1.
                if (alpha[i] != 0 && increment[step] > 0) {
                    tail[i] += alpha[i] * h[r][step] * increment[step] / (1 - commonBefore[step]);
                }
            }
        }

        private boolean isCompared(int group, int step) {
            return sets.getAtRisk()[group][step] > 0 && before[group][step] > 0;
        }

        private int any(int group, int step) {
            return sets.getEvents()[group][step] + sets.getCompeting()[group][step];
        }
    }
}
