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
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class GrayTestTest {

    private static final Fixture R = new Fixture("survival");

    @Test
    public void shouldGiveWhatCumincGives() {
        for (String set : new String[] {"plain", "ties", "tiny"}) {
            JsonNode expected = R.get("gray", set);
            int groups = expected.get("df").get(0).asInt() + 1;
            for (int cause = 1; cause <= expected.get("stat").size(); cause++) {
                ChiSquared found =
                        GrayTest.of(R.data(set), R.groups(set), groups, cause).getTest();
                Fixture.assertNear(set, expected.get("stat").get(cause - 1).asDouble(), found.getStatistic());
                Fixture.assertNear(set, expected.get("p").get(cause - 1).asDouble(), found.getP());
                assertEquals(set, groups - 1, found.getDf());
            }
        }
    }

    @Test
    public void shouldNotDependOnHowAFollowUpIsCutIntoStretchesNorOnTheNamesOfTheGroups() {
        SurvivalData whole = R.data("plain");
        int[] groups = R.groups("plain");
        SurvivalData.Builder cut = SurvivalData.builder();
        int[] other = new int[2 * groups.length];
        for (int row = 0; row < whole.size(); row++) {
            Exposure e = whole.get(row);
            cut.add(row, 0, e.getTo() / 3, Exposure.NO_EVENT);
            cut.add(row, e.getTo() / 3, e.getTo(), e.getEnd());
            // 0, 1 and 2 become 4, 3 and 1; nobody is of 0 and 2
            other[2 * row] = new int[] {4, 3, 1}[groups[row]];
            other[2 * row + 1] = other[2 * row];
        }
        ChiSquared expected = GrayTest.of(whole, groups, 3, 1).getTest();
        ChiSquared found = GrayTest.of(cut.build(), other, 5, 1).getTest();
        assertEquals(expected.getStatistic(), found.getStatistic(), 1e-12);
        assertEquals(2, found.getDf());
    }

    /** At 3 all of group 1 who are in have had an event; who comes into it later finds no way back. */
    @Test
    public void shouldLeaveAsideAGroupOnceNobodyOfItIsEventFree() {
        SurvivalData.Builder builder = SurvivalData.builder();
        int[] groups = {1, 1, 1, 0, 0, 0, 0, 2, 2, 2, 2, 1, 1};
        double[] times = {1, 2, 3, 1, 4, 6, 9, 2, 5, 8, 9, 8, 9};
        int[] ends = {1, 2, 1, 2, 1, 1, 0, 1, 2, 1, 0, 1, 1};
        for (int i = 0; i < times.length; i++) {
            builder.add(i, i < 11 ? 0 : 4, times[i], ends[i]);
        }
        SurvivalData data = builder.build();
        ChiSquared without = GrayTest.of(data.where(row -> row < 11), Arrays.copyOf(groups, 11), 3, 1)
                .getTest();
        assertTrue(without.getStatistic() > 0);
        assertEquals(
                without.getStatistic(),
                GrayTest.of(data, groups, 3, 1).getTest().getStatistic(),
                1e-14);
    }

    @Test
    public void shouldBeUndefinedWithoutTwoGroupsOrAnEvent() {
        SurvivalData data = SurvivalData.of(new double[] {1, 2, 3, 4}, new int[] {1, 2, 1, 0});
        assertUndefined(0, GrayTest.of(data, new int[4], 2, 1));
        assertUndefined(1, GrayTest.of(data, new int[] {0, 1, 0, 1}, 2, 3));
        assertUndefined(0, GrayTest.of(SurvivalData.builder().build(), new int[0], 3, 1));
        // the only event comes when the other group has gone
        assertUndefined(1, GrayTest.of(SurvivalData.of(new double[] {1, 5}, new int[] {0, 1}), new int[] {0, 1}, 2, 1));
    }

    @Test
    public void shouldBeDefinedOfTwoAndNotOfOne() {
        ChiSquared two = GrayTest.of(SurvivalData.of(new double[] {1, 2}, new int[] {1, 1}), new int[] {0, 1}, 2, 1)
                .getTest();
        assertEquals(1, two.getStatistic(), 1e-15);
        assertEquals(1, two.getDf());
        assertUndefined(0, GrayTest.of(SurvivalData.of(new double[] {1}, new int[] {1}), new int[] {0}, 2, 1));
    }

    @Test
    public void shouldBeUndefinedWhereAllAtRiskHaveTheEventAtOnce() {
        SurvivalData data = SurvivalData.of(new double[] {4, 4, 4}, new int[] {1, 1, 1});
        assertUndefined(1, GrayTest.of(data, new int[] {0, 1, 1}, 2, 1));
    }

    @Test
    public void shouldRefuseGroupsAndCausesThatDoNotFitAndWeights() {
        SurvivalData data = SurvivalData.of(new double[] {1, 2}, new int[] {1, 0});
        assertThrows(IllegalArgumentException.class, () -> GrayTest.of(data, new int[] {0}, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> GrayTest.of(data, new int[] {0, 2}, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> GrayTest.of(data, new int[] {0, -1}, 2, 1));
        assertThrows(IllegalArgumentException.class, () -> GrayTest.of(data, new int[] {0, 1}, 2, 0));
        assertThrows(IllegalArgumentException.class, () -> GrayTest.of(data.weightedBy(1, 2), new int[] {0, 1}, 2, 1));
    }

    /** Without competing events and ends without one, the scores are those of the log-rank test, the variances nearly. */
    @Test
    public void shouldComeNearTheLogRankTestWithoutCompetingEventsAmongAHundredAndFiftyThousand() {
        Random random = new Random(12);
        int n = 150_000;
        double[] times = new double[n];
        int[] ends = new int[n];
        int[] groups = new int[n];
        for (int i = 0; i < n; i++) {
            groups[i] = i % 3;
            times[i] = -Math.log(random.nextDouble()) * (groups[i] == 2 ? 1010 : 1000) + 1e-9;
            ends[i] = random.nextInt(2);
        }
        SurvivalData data = SurvivalData.of(times, ends);
        double logRank = LogRank.of(data, groups, 3).getTest().getStatistic();
        assertTrue(logRank > 1);
        assertEquals(1, GrayTest.of(data, groups, 3, 1).getTest().getStatistic() / logRank, 5e-3);
    }

    /**
     * Where the incidences are the same, so that 5 % and 50 % are the shares of p below 0.05 and 0.5: 1000 times 2 groups of
     * 100, with competing events, late entrants and gaps, which differ between the groups. The bounds are four standard
     * errors.
     */
    @Test
    public void shouldHoldItsSizeWithLateEntrantsAndGaps() {
        Random random = new Random(20261126);
        int[] rejected = {0, 0};
        int repetitions = 1000;
        for (int i = 0; i < repetitions; i++) {
            double p = simulated(random);
            rejected[0] += p < 0.05 ? 1 : 0;
            rejected[1] += p < 0.5 ? 1 : 0;
        }
        assertEquals(0.05, (double) rejected[0] / repetitions, 4 * Math.sqrt(0.05 * 0.95 / repetitions));
        assertEquals(0.50, (double) rejected[1] / repetitions, 4 * Math.sqrt(0.25 / repetitions));
    }

    private static double simulated(Random random) {
        SurvivalData.Builder builder = SurvivalData.builder();
        int[] groups = new int[400];
        int rows = 0;
        for (int subject = 0; subject < 200; subject++) {
            int group = subject % 2;
            double event = -100 * Math.log(random.nextDouble());
            int cause = random.nextInt(10) < 6 ? 1 : 2;
            double end = -(group == 0 ? 150 : 300) * Math.log(random.nextDouble());
            double from = random.nextInt(3) == 0 ? 30 * random.nextDouble() : 0;
            double gap = from + (group == 0 ? 20 : 60) * random.nextDouble();
            double back = gap + 15;
            double to = Math.min(event, end);
            // Whose event falls before the entry or into the gap is never seen to have it.
            if (to > from && to <= gap) {
                builder.add(subject, from, to, event < end ? cause : 0);
                groups[rows++] = group;
            } else if (to > gap) {
                builder.add(subject, from, gap, 0);
                groups[rows++] = group;
                if (to > back) {
                    builder.add(subject, back, to, event < end ? cause : 0);
                    groups[rows++] = group;
                }
            }
        }
        return GrayTest.of(builder.build(), Arrays.copyOf(groups, rows), 2, 1)
                .getTest()
                .getP();
    }

    private static void assertUndefined(int df, GrayTest found) {
        assertTrue(Double.isNaN(found.getTest().getStatistic()));
        assertTrue(Double.isNaN(found.getTest().getP()));
        assertEquals(df, found.getTest().getDf());
    }
}
