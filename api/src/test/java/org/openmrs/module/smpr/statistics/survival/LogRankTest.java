/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Random;
import org.junit.Test;

public class LogRankTest {

    private static final Fixture R = new Fixture("survival");

    @Test
    public void shouldGiveWhatSurvdiffGives() {
        for (String set : new String[] {"plain", "ties", "tiny"}) {
            JsonNode expected = R.get("logRank", set);
            double[] observed = Fixture.numbers(expected.get("observed"));
            LogRank found = LogRank.of(R.data(set), R.groups(set), observed.length);
            for (int g = 0; g < observed.length; g++) {
                assertEquals(set, observed[g], found.observed(g), 0);
                Fixture.assertNear(set, expected.get("expected").get(g).asDouble(), found.expected(g));
            }
            Fixture.assertNear(
                    set, expected.get("chisq").asDouble(), found.getTest().getStatistic());
            Fixture.assertNear(
                    set, expected.get("p").asDouble(), found.getTest().getP());
            assertEquals(set, expected.get("df").asInt(), found.getTest().getDf());
        }
    }

    /** Some of "gaps" change groups from one stretch to the next. */
    @Test
    public void shouldGiveTheScoreTestOfTheExactPartialLikelihoodForLateEntrantsAndGaps() {
        for (String set : new String[] {"late", "gaps"}) {
            LogRank found = LogRank.of(R.unweighted(set), R.groups(set), 2);
            Fixture.assertNear(
                    set,
                    R.get("score", set, "chisq").asDouble(),
                    found.getTest().getStatistic());
        }
    }

    /** 9 relapses of the treated where 19.25 are expected, 21 where 10.75 are; χ² 16.793: Kleinbaum and Klein (2012, Survival Analysis), chapter 2. */
    @Test
    public void shouldAgreeWithTheLeukaemiaRemissions() {
        LogRank found = LogRank.of(LeukaemiaRemissions.all(), LeukaemiaRemissions.groups(), 2);
        assertEquals(9, found.observed(0));
        assertEquals(21, found.observed(1));
        assertEquals(19.25, found.expected(0), 0.005);
        assertEquals(10.75, found.expected(1), 0.005);
        assertEquals(16.793, found.getTest().getStatistic(), 5e-4);
        assertEquals(1, found.getTest().getDf());
        assertTrue(found.getTest().getP() < 0.0001);
    }

    @Test
    public void shouldBeUndefinedWithoutTwoGroupsOrAnEvent() {
        SurvivalData data = SurvivalData.of(new double[] {1, 2, 3}, new int[] {1, 0, 1});
        assertUndefined(0, LogRank.of(data, new int[] {0, 0, 0}, 2));
        assertUndefined(0, LogRank.of(data, new int[] {0, 0, 0}, 1));
        assertUndefined(0, LogRank.of(data.only(7), new int[] {0, 1, 1}, 2));
        assertUndefined(0, LogRank.of(SurvivalData.builder().build(), new int[0], 2));
        assertUndefined(0, LogRank.of(SurvivalData.builder().build(), new int[0], 0));
    }

    @Test
    public void shouldBeUndefinedWhereAllAtRiskHaveTheEventAtOnce() {
        SurvivalData data = SurvivalData.of(new double[] {4, 4, 4}, new int[] {1, 1, 1});
        LogRank found = LogRank.of(data, new int[] {0, 1, 1}, 2);
        assertUndefined(1, found);
        assertEquals(1, found.expected(0), 1e-15);
    }

    /** Of two, one in each group, the first event says all: he was as likely to be the one as the other. */
    @Test
    public void shouldBeDefinedOfTwoAndNotOfOne() {
        ChiSquared two = LogRank.of(SurvivalData.of(new double[] {1, 2}, new int[] {1, 1}), new int[] {0, 1}, 2)
                .getTest();
        assertEquals(1, two.getStatistic(), 1e-15);
        assertEquals(1, two.getDf());
        assertUndefined(0, LogRank.of(SurvivalData.of(new double[] {1}, new int[] {1}), new int[] {0}, 2));
    }

    /** The second group is at risk only before the first event, the fourth never. */
    @Test
    public void shouldLeaveOutGroupsOfWhichNoEventCouldBeExpected() {
        double[] times = {5, 6, 1, 7, 8, 9};
        int[] ends = {1, 1, 0, 1, 0, 1};
        LogRank found = LogRank.of(SurvivalData.of(times, ends), new int[] {0, 2, 1, 0, 2, 2}, 4);
        assertEquals(1, found.getTest().getDf());
        assertEquals(0, found.expected(1), 0);
        assertEquals(
                LogRank.of(SurvivalData.of(times, ends).where(row -> row != 2), new int[] {0, 1, 0, 1, 1}, 2)
                        .getTest(),
                found.getTest());
    }

    @Test
    public void shouldRefuseGroupsThatDoNotFitAndWeights() {
        SurvivalData data = SurvivalData.of(new double[] {1, 2}, new int[] {1, 0});
        assertThrows(IllegalArgumentException.class, () -> LogRank.of(data, new int[] {0}, 2));
        assertThrows(IllegalArgumentException.class, () -> LogRank.of(data, new int[] {0, 2}, 2));
        assertThrows(IllegalArgumentException.class, () -> LogRank.of(data, new int[] {-1, 0}, 2));
        assertThrows(IllegalArgumentException.class, () -> LogRank.of(data, new int[] {0, 1}, -1));
        assertThrows(IllegalArgumentException.class, () -> LogRank.of(data.weightedBy(1, 0.5), new int[] {0, 1}, 2));
    }

    /** Of one time it is the χ² of the fourfold table times (n − 1) / n: no count of pairs may overflow. */
    @Test
    public void shouldBeTheTestOfAFourfoldTableWhereAllEndAtOneTime() {
        int n = 150_000;
        double[] times = new double[n];
        int[] ends = new int[n];
        int[] groups = new int[n];
        double[][] table = new double[2][2];
        Random random = new Random(5);
        for (int i = 0; i < n; i++) {
            times[i] = 30;
            groups[i] = i % 3 == 0 ? 1 : 0;
            ends[i] = random.nextInt(100) < 40 + groups[i] ? 1 : 0;
            table[groups[i]][ends[i]]++;
        }
        double[] rows = {table[0][0] + table[0][1], table[1][0] + table[1][1]};
        double[] columns = {table[0][0] + table[1][0], table[0][1] + table[1][1]};
        double determinant = table[0][0] * table[1][1] - table[0][1] * table[1][0];
        double pearson = n * determinant * determinant / (rows[0] * rows[1] * columns[0] * columns[1]);
        ChiSquared found = LogRank.of(SurvivalData.of(times, ends), groups, 2).getTest();
        assertEquals(pearson * (n - 1) / n, found.getStatistic(), 1e-9);
        assertTrue(found.getStatistic() > 1);
    }

    @Test
    public void shouldAgreeWithCountingEachRiskSetByItself() {
        Random random = new Random(8);
        int n = 400;
        SurvivalData.Builder builder = SurvivalData.builder();
        int[] groups = new int[n];
        for (int i = 0; i < n; i++) {
            double from = random.nextInt(50);
            builder.add(i, from, from + 1 + random.nextInt(50), random.nextInt(2));
            groups[i] = random.nextInt(2);
        }
        SurvivalData data = builder.build();
        double difference = 0;
        double variance = 0;
        for (int day = 1; day <= 100; day++) {
            double[] y = new double[2];
            double[] d = new double[2];
            for (int i = 0; i < n; i++) {
                Exposure e = data.get(i);
                y[groups[i]] += e.getFrom() < day && e.getTo() >= day ? 1 : 0;
                d[groups[i]] += e.getTo() == day && e.getEnd() == 1 ? 1 : 0;
            }
            double all = y[0] + y[1];
            double events = d[0] + d[1];
            if (all > 1) {
                difference += d[0] - events * y[0] / all;
                variance += events * (all - events) / (all - 1) * y[0] / all * y[1] / all;
            }
        }
        assertEquals(
                difference * difference / variance,
                LogRank.of(data, groups, 2).getTest().getStatistic(),
                1e-11);
    }

    private static void assertUndefined(int df, LogRank found) {
        assertTrue(Double.isNaN(found.getTest().getStatistic()));
        assertTrue(Double.isNaN(found.getTest().getP()));
        assertEquals(df, found.getTest().getDf());
    }
}
