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
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;

public class IncidenceDifferenceTest {

    private static final Fixture R = new Fixture("survival");

    /** Some of "gaps" and of "rowweights" are first in one group and then in the other. */
    @Test
    public void shouldGiveWhatTheInfluenceValuesOfSurvfitGive() {
        for (String set : new String[] {"late", "gaps", "rowweights"}) {
            JsonNode expected = R.get("difference", set);
            int[] groups = R.groups(set);
            double time = expected.get("time").asDouble();
            IncidenceDifference found = IncidenceDifference.of(
                    R.data(set).where(row -> groups[row] == 0), R.data(set).where(row -> groups[row] == 1), 1, time);
            double first = expected.get("first").asDouble();
            double second = expected.get("second").asDouble();
            assertEquals(set, !set.equals("late"), expected.get("inBoth").asInt() > 0);
            Fixture.assertNear(set, first, found.getFirst().getValue());
            Fixture.assertNear(set, second, found.getSecond().getValue());
            Fixture.assertNear(set, second - first, found.getDifference());
            Fixture.assertNear(set, expected.get("se").asDouble(), found.getStandardError());
            Fixture.assertNear(
                    set, expected.get("lower").asDouble(), found.getInterval().getLower());
            Fixture.assertNear(
                    set, expected.get("upper").asDouble(), found.getInterval().getUpper());
        }
    }

    @Test
    public void shouldAddUpTheVariancesOfGroupsOfDifferentSubjects() {
        int[] groups = R.groups("plain");
        IncidenceDifference found = IncidenceDifference.of(
                R.data("plain").where(row -> groups[row] == 0), R.data("plain").where(row -> groups[row] == 2), 2, 100);
        assertEquals(
                Math.hypot(
                        found.getFirst().getStandardError(), found.getSecond().getStandardError()),
                found.getStandardError(),
                1e-14);
    }

    @Test
    public void shouldFindNoDifferenceOfAGroupFromItself() {
        IncidenceDifference found = IncidenceDifference.of(R.data("gaps"), R.data("gaps"), 1, 45);
        assertTrue(found.getFirst().getStandardError() > 0);
        assertEquals(0, found.getDifference(), 0);
        assertEquals(0, found.getStandardError(), 0);
        assertEquals(Interval.UNDEFINED, found.getInterval());
    }

    @Test
    public void shouldRecoverTheIntervalFromThoseOfTheGroups() {
        for (double level : new double[] {0.5, 0.95}) {
            IncidenceDifference found = IncidenceDifference.of(shares(0, 21, 9), shares(21, 21, 4), 1, 50, level);
            Interval first = found.getFirst().getInterval();
            Interval second = found.getSecond().getInterval();
            // Of 4 / 21 less 9 / 21, by what each of the two may lie higher or lower.
            assertEquals(
                    -5 / 21.0 - Math.hypot(4 / 21.0 - second.getLower(), first.getUpper() - 9 / 21.0),
                    found.getInterval().getLower(),
                    1e-12);
            assertEquals(
                    -5 / 21.0 + Math.hypot(second.getUpper() - 4 / 21.0, 9 / 21.0 - first.getLower()),
                    found.getInterval().getUpper(),
                    1e-12);
        }
    }

    @Test
    public void shouldTurnAroundWithTheGroups() {
        int[] groups = R.groups("gaps");
        SurvivalData first = R.data("gaps").where(row -> groups[row] == 0);
        SurvivalData second = R.data("gaps").where(row -> groups[row] == 1);
        Interval found = IncidenceDifference.of(first, second, 1, 45).getInterval();
        Interval around = IncidenceDifference.of(second, first, 1, 45).getInterval();
        assertEquals(-found.getLower(), around.getUpper(), 1e-14);
        assertEquals(-found.getUpper(), around.getLower(), 1e-14);
    }

    @Test
    public void shouldWidenTheIntervalWithTheLevel() {
        SurvivalData treated = LeukaemiaRemissions.treated();
        SurvivalData placebo = LeukaemiaRemissions.placebo();
        Interval half = IncidenceDifference.of(treated, placebo, 1, 10, 0.5).getInterval();
        Interval most = IncidenceDifference.of(treated, placebo, 1, 10).getInterval();
        assertTrue(most.getLower() < half.getLower() && half.getUpper() < most.getUpper());
        assertThrows(IllegalArgumentException.class, () -> IncidenceDifference.of(treated, placebo, 1, 10, 1));
    }

    /** As the difference ± z · se does: of 1 in 20 and 19 in 20, −0.9 ± 0.135. */
    @Test
    public void shouldNotReachBeyondAllAndNone() {
        for (int n = 2; n <= 20; n++) {
            for (int k = 1; k < n; k++) {
                Interval found = IncidenceDifference.of(shares(0, n, n - k), shares(n, 20, 1), 1, 50)
                        .getInterval();
                assertTrue(n + " " + k, found.getLower() > -1);
                assertTrue(n + " " + k, found.getUpper() < 1);
                assertTrue(n + " " + k, found.contains(0.05 - (n - k) / (double) n));
            }
        }
    }

    @Test
    public void shouldBeUndefinedWhereOneGroupIsEmptyOrNoLongerSeen() {
        SurvivalData some = SurvivalData.of(new double[] {3, 9}, new int[] {1, 0});
        SurvivalData none = SurvivalData.builder().build();
        for (IncidenceDifference found : new IncidenceDifference[] {
            IncidenceDifference.of(some, none, 1, 2),
            IncidenceDifference.of(none, some, 1, 2),
            IncidenceDifference.of(none, none, 1, 2),
            IncidenceDifference.of(some, SurvivalData.of(new double[] {8}, new int[1]), 1, 9)
        }) {
            assertTrue(Double.isNaN(found.getDifference()));
            assertTrue(Double.isNaN(found.getStandardError()));
            assertEquals(Interval.UNDEFINED, found.getInterval());
        }
    }

    @Test
    public void shouldBeNothingWithoutAnyEventYet() {
        SurvivalData some = SurvivalData.of(new double[] {3, 9}, new int[] {1, 0});
        IncidenceDifference before = IncidenceDifference.of(some, some, 1, 2);
        IncidenceDifference other = IncidenceDifference.of(some, some, 2, 9);
        for (IncidenceDifference found : new IncidenceDifference[] {before, other}) {
            assertEquals(0, found.getDifference(), 0);
            assertEquals(0, found.getStandardError(), 0);
            assertEquals(Interval.UNDEFINED, found.getInterval());
        }
    }

    @Test
    public void shouldPromiseNoIntervalWhereAllOfOneGroupHaveTheEventAndNoneOfTheOther() {
        SurvivalData all = SurvivalData.of(new double[] {3, 3, 3}, new int[] {1, 1, 1});
        SurvivalData none = SurvivalData.of(new double[] {9, 9}, new int[2]);
        IncidenceDifference found = IncidenceDifference.of(all, none, 1, 5);
        assertEquals(-1, found.getDifference(), 0);
        assertEquals(0, found.getStandardError(), 0);
        assertEquals(Interval.UNDEFINED, found.getInterval());
        assertEquals(Interval.UNDEFINED, IncidenceDifference.of(all, all, 1, 5).getInterval());
    }

    /** The other group shows a spread, and with it how exactly its own incidence is known, but not the difference. */
    @Test
    public void shouldPromiseNoIntervalWhereNobodyOrEverybodyOfOneGroupHasTheEvent() {
        SurvivalData some = shares(100, 20, 7);
        for (SurvivalData certain :
                new SurvivalData[] {shares(0, 12, 0), shares(0, 12, 12), shares(0, 1, 0), shares(0, 1, 1)}) {
            for (IncidenceDifference found : new IncidenceDifference[] {
                IncidenceDifference.of(certain, some, 1, 50), IncidenceDifference.of(some, certain, 1, 50)
            }) {
                assertTrue(Math.abs(found.getDifference()) > 0.3);
                assertTrue(found.getStandardError() > 0);
                assertEquals(Interval.UNDEFINED, found.getInterval());
            }
        }
    }

    /** The shares of ten, of those left each time, add up to 1 but for rounding, with weights and without. */
    @Test
    public void shouldTakeRoundingForNoSpread() {
        SurvivalData ten =
                SurvivalData.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}, new int[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
        SurvivalData weighted = ten.weightedBy(0.1, 0.7, 0.3, 0.9, 0.2, 0.6, 0.8, 0.4, 0.5, 0.35);
        for (SurvivalData all : new SurvivalData[] {ten, weighted}) {
            IncidenceDifference found = IncidenceDifference.of(all, shares(100, 20, 7), 1, 50);
            assertEquals(1, found.getFirst().getValue(), 1e-12);
            assertEquals(Interval.UNDEFINED, found.getFirst().getInterval());
            assertEquals(Interval.UNDEFINED, found.getInterval());
        }
    }

    @Test
    public void shouldGiveTheSameWhateverTheUnitOfTheWeights() {
        int[] groups = R.groups("late");
        double[] weights = R.column("late", "weight");
        Interval once = interval(R.data("late"), groups);
        Interval hundredfold = interval(
                R.data("late")
                        .weightedBy(Arrays.stream(weights).map(w -> 100 * w).toArray()),
                groups);
        Interval unweighted = interval(R.unweighted("late"), groups);
        assertEquals(once.getLower(), hundredfold.getLower(), 1e-12);
        assertEquals(once.getUpper(), hundredfold.getUpper(), 1e-12);
        assertTrue(Math.abs(once.getLower() - unweighted.getLower()) > 1e-3);
    }

    private static Interval interval(SurvivalData data, int... groups) {
        return IncidenceDifference.of(data.where(row -> groups[row] == 0), data.where(row -> groups[row] == 1), 1, 40)
                .getInterval();
    }

    /** Of one in each group, or two: what each does is all there is. */
    @Test
    public void shouldCompareOneWithOneAndTwoWithTwo() {
        SurvivalData one = SurvivalData.of(new double[] {3}, new int[] {1});
        SurvivalData other = SurvivalData.of(new double[] {9}, new int[] {0});
        IncidenceDifference ofOne = IncidenceDifference.of(other, one, 1, 5);
        assertEquals(1, ofOne.getDifference(), 0);
        assertEquals(Interval.UNDEFINED, ofOne.getInterval());
        IncidenceDifference ofTwo = IncidenceDifference.of(shares(0, 2, 1), shares(2, 2, 1), 1, 50);
        assertEquals(0, ofTwo.getDifference(), 1e-15);
        assertEquals(0.5, ofTwo.getStandardError(), 1e-15);
        // Half of two, on its scale: 2^−e^(± 1.96 · √2 / log 4).
        double lower = Math.pow(0.5, Math.exp(1.959963984540054 * Math.sqrt(0.125) / (0.5 * Math.log(2))));
        double upper = Math.pow(0.5, Math.exp(-1.959963984540054 * Math.sqrt(0.125) / (0.5 * Math.log(2))));
        assertEquals(Math.hypot(upper - 0.5, 0.5 - lower), ofTwo.getInterval().getUpper(), 1e-12);
        assertEquals(-Math.hypot(upper - 0.5, 0.5 - lower), ofTwo.getInterval().getLower(), 1e-12);
    }

    /** Where everybody is followed, it is the difference of two shares with the variance of both. */
    @Test
    public void shouldBeTheDifferenceOfTwoSharesAmongAHundredAndFiftyThousand() {
        int n = 75_000;
        SurvivalData first = shares(0, n, 30_000);
        SurvivalData second = shares(n, n, 15_000);
        IncidenceDifference found = IncidenceDifference.of(first, second, 1, 50);
        assertEquals(-0.2, found.getDifference(), 1e-12);
        assertEquals(Math.sqrt((0.4 * 0.6 + 0.2 * 0.8) / n), found.getStandardError(), 1e-12);
        // With so many all intervals are the same.
        assertEquals(
                -0.2 + 1.959963984540054 * found.getStandardError(),
                found.getInterval().getUpper(),
                1e-5);
    }

    private static SurvivalData shares(int from, int n, int events) {
        SurvivalData.Builder builder = SurvivalData.builder();
        for (int i = 0; i < n; i++) {
            builder.add(from + i, 0, i < events ? 1 + i % 40 : 100, i < events ? 1 : 0);
        }
        return builder.build();
    }

    @Test
    public void shouldRefuseWhatIsNoCauseOrTime() {
        SurvivalData some = SurvivalData.of(new double[] {3, 9}, new int[] {1, 0});
        assertThrows(IllegalArgumentException.class, () -> IncidenceDifference.of(some, some, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> IncidenceDifference.of(some, some, 1, -2));
    }
}
