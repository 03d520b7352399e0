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
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;

public class IncidenceDifferenceTest {

    private static final Fixture R = new Fixture("survival");

    /** Some of "gaps" are first in one group and then in the other. */
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
            double se = expected.get("se").asDouble();
            Fixture.assertNear(set, first, found.getFirst().getValue());
            Fixture.assertNear(set, second, found.getSecond().getValue());
            Fixture.assertNear(set, second - first, found.getDifference());
            Fixture.assertNear(set, se, found.getStandardError());
            Fixture.assertNear(
                    set,
                    second - first - 1.959963984540054 * se,
                    found.getInterval().getLower());
            Fixture.assertNear(
                    set,
                    second - first + 1.959963984540054 * se,
                    found.getInterval().getUpper());
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
    public void shouldWidenTheIntervalWithTheLevel() {
        SurvivalData treated = LeukaemiaRemissions.treated();
        SurvivalData placebo = LeukaemiaRemissions.placebo();
        IncidenceDifference found = IncidenceDifference.of(treated, placebo, 1, 10, 0.5);
        // qnorm(0.75)
        assertEquals(
                found.getDifference() + 0.6744897501960817 * found.getStandardError(),
                found.getInterval().getUpper(),
                1e-14);
        assertThrows(IllegalArgumentException.class, () -> IncidenceDifference.of(treated, placebo, 1, 10, 1));
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

    /** Of one in each group, or two: what each does is all there is. */
    @Test
    public void shouldCompareOneWithOneAndTwoWithTwo() {
        SurvivalData one = SurvivalData.of(new double[] {3}, new int[] {1});
        SurvivalData other = SurvivalData.of(new double[] {9}, new int[] {0});
        IncidenceDifference ofOne = IncidenceDifference.of(other, one, 1, 5);
        assertEquals(1, ofOne.getDifference(), 0);
        assertEquals(Interval.UNDEFINED, ofOne.getInterval());
        IncidenceDifference ofTwo = IncidenceDifference.of(shares(0, 2, 1), shares(2, 2, 0), 1, 50);
        assertEquals(-0.5, ofTwo.getDifference(), 1e-15);
        assertEquals(Math.sqrt(0.125), ofTwo.getStandardError(), 1e-15);
        assertTrue(ofTwo.getInterval().contains(0));
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
