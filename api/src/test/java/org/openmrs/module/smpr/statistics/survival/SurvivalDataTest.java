/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;

public class SurvivalDataTest {

    @Test
    public void shouldKeepRowsAsTheyWereGiven() {
        Exposure late = new Exposure(7, 3.5, 9, Exposure.EVENT, 0.25);
        SurvivalData data =
                SurvivalData.builder().add(9, 0, 2, 3).add(late).add(7, 0, 1, 0).build();
        assertEquals(3, data.size());
        assertEquals(2, data.subjectCount());
        assertEquals(3, data.causes());
        assertEquals(new Exposure(9, 0, 2, 3, 1), data.get(0));
        assertEquals(late, data.get(1));
        assertTrue(data.isWeighted());
    }

    @Test
    public void shouldHoldNoRowsAtAll() {
        SurvivalData none = SurvivalData.builder().build();
        assertEquals(0, none.size());
        assertEquals(0, none.subjectCount());
        assertEquals(0, none.causes());
        assertFalse(none.isWeighted());
        assertArrayEquals(new int[] {0, 0}, none.numbersAtRisk(0, 5));
    }

    @Test
    public void shouldCountWhoIsAtRiskJustBeforeATimeAndFromTheOriginOn() {
        SurvivalData data = SurvivalData.builder()
                .add(1, 0, 5, 0)
                .add(1, 8, 12, 1)
                .add(2, -0.0, 5, 2)
                .add(3, 4, 20, 0)
                .build();
        // 4: the entry at 4 comes after it; 5: those who end then are still at risk; 6 to 8: the gap
        assertArrayEquals(
                new int[] {2, 2, 2, 3, 3, 1, 1, 2, 2, 1, 1, 0},
                data.numbersAtRisk(0, 0.5, 4, 4.5, 5, 5.5, 8, 8.5, 12, 12.5, 20, 20.5));
        assertArrayEquals(new int[] {0, 3}, data.numbersAtRisk(99, 5));
    }

    @Test
    public void shouldChooseRowsAndCausesAndWeights() {
        SurvivalData data = SurvivalData.of(new double[] {4, 2, 9, 9}, new int[] {0, 2, 1, 3});
        assertEquals(2, data.where(row -> row % 2 == 1).size());
        assertEquals(new Exposure(3, 0, 9, 3), data.where(row -> row == 3).get(0));
        assertArrayEquals(new int[] {0, 1, 0, 0}, ends(data.only(2)));
        assertArrayEquals(new int[] {0, 1, 1, 1}, ends(data.anyCause()));
        assertEquals(
                new Exposure(1, 0, 2, 2, 0.5), data.weightedBy(1, 0.5, 2, 0).get(1));
        assertFalse(data.isWeighted());
    }

    @Test
    public void shouldLetOneStretchFollowAnotherAtOnce() {
        SurvivalData data =
                SurvivalData.builder().add(1, 3, 8, 1).add(1, 0, 3, 0).build();
        assertArrayEquals(new int[] {1, 1, 1}, data.numbersAtRisk(0, 3, 4));
    }

    @Test
    public void shouldRefuseStretchesOfOneSubjectThatOverlap() {
        SurvivalData.Builder builder =
                SurvivalData.builder().add(1, 5, 8, 0).add(2, 0, 9, 0).add(1, 0, 6, 0);
        assertThrows(IllegalArgumentException.class, builder::build);
    }

    @Test
    public void shouldRefuseAStretchAfterTheEvent() {
        SurvivalData.Builder builder = SurvivalData.builder().add(1, 10, 12, 0).add(1, 0, 6, 2);
        assertThrows(IllegalArgumentException.class, builder::build);
        assertThrows(
                IllegalArgumentException.class,
                () -> SurvivalData.builder().add(1, 0, 6, 1).add(1, 6, 7, 0).build());
    }

    @Test
    public void shouldRefuseWhatIsNoStretch() {
        for (double[] times :
                new double[][] {{-1, 3}, {3, 3}, {4, 3}, {Double.NaN, 3}, {0, Double.NaN}, {0, Double.POSITIVE_INFINITY}
                }) {
            assertThrows(IllegalArgumentException.class, () -> new Exposure(1, times[0], times[1], 0));
            assertThrows(
                    IllegalArgumentException.class, () -> SurvivalData.builder().add(1, times[0], times[1], 0));
        }
        for (int end : new int[] {-1, 101, Integer.MAX_VALUE}) {
            assertThrows(IllegalArgumentException.class, () -> new Exposure(1, 0, 1, end));
        }
        for (double weight : new double[] {-0.1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new Exposure(1, 0, 1, 0, weight));
        }
    }

    @Test
    public void shouldRefuseArgumentsThatDoNotFit() {
        SurvivalData data = SurvivalData.of(new double[] {4, 2}, new int[] {0, 1});
        assertThrows(IllegalArgumentException.class, () -> SurvivalData.of(new double[] {4, 2}, new int[] {0}));
        assertThrows(IllegalArgumentException.class, () -> data.weightedBy(1));
        assertThrows(IllegalArgumentException.class, () -> data.weightedBy(1, -1));
        assertThrows(IllegalArgumentException.class, () -> data.only(0));
        assertThrows(IllegalArgumentException.class, () -> data.numbersAtRisk(-1));
        assertThrows(IllegalArgumentException.class, () -> data.numbersAtRisk(Double.NaN));
    }

    @Test
    public void shouldTakeAllStretchesOfOneSubjectAsWellAsOneStretchOfEach() {
        Random random = new Random(4);
        SurvivalData.Builder one = SurvivalData.builder();
        SurvivalData.Builder each = SurvivalData.builder();
        for (int i = 149_999; i >= 0; i--) {
            one.add(1, 2 * i, 2 * i + 1, 0);
            each.add(i * 7919 % 150_001, 0, 1 + random.nextInt(1000), 0);
        }
        assertArrayEquals(new int[] {1, 0, 1}, one.build().numbersAtRisk(1, 2, 2.5));
        assertEquals(150_000, each.build().subjectCount());
    }

    private static int[] ends(SurvivalData data) {
        return IntStream.range(0, data.size())
                .map(row -> data.get(row).getEnd())
                .toArray();
    }
}
