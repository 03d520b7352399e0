/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class ShiftTableTest {

    @Test
    public void shouldCountWhoRoseAndFellAndStayed() {
        ShiftTable table = ShiftTable.of(new int[] {0, 2, 2, 1, 1, 2}, new int[] {1, 0, 1, 1, 2, 2}, 3);
        assertEquals(6, table.getN());
        assertEquals(3, table.getLevels());
        assertEquals(2, table.getRose());
        assertEquals(2, table.getFell());
        assertEquals(2, table.getStayed());
        assertEquals(1, table.count(0, 1));
        assertEquals(1, table.count(2, 0));
        assertEquals(0, table.count(0, 2));
        assertEquals(3, table.first(2));
        assertEquals(1, table.second(0));
        assertEquals(3, table.second(1));
    }

    @Test
    public void shouldKeepLevelsThatNobodyHas() {
        ShiftTable table = ShiftTable.of(new int[] {0}, new int[] {0}, 5);
        assertEquals(5, table.getLevels());
        assertEquals(0, table.first(4));
        assertEquals(1, table.getStayed());
    }

    @Test
    public void shouldBeEmptyWithoutPersons() {
        ShiftTable table = ShiftTable.of(new int[0], new int[0], 2);
        assertEquals(0, table.getN());
        assertEquals(0, table.getStayed());
    }

    @Test
    public void shouldBeTheSameFromCountsAndNotChangeWithThem() {
        int[][] counts = {{1, 2}, {0, 3}};
        ShiftTable table = ShiftTable.of(counts);
        counts[0][0] = 9;
        assertEquals(table, ShiftTable.of(new int[] {0, 0, 0, 1, 1, 1}, new int[] {0, 1, 1, 1, 1, 1}, 2));
    }

    @Test
    public void shouldRefuseWhatIsNoTable() {
        assertThrows(IllegalArgumentException.class, () -> ShiftTable.of(new int[] {0, 1}, new int[] {0}, 2));
        assertThrows(IllegalArgumentException.class, () -> ShiftTable.of(new int[] {2}, new int[] {0}, 2));
        assertThrows(IllegalArgumentException.class, () -> ShiftTable.of(new int[] {0}, new int[] {-1}, 2));
        assertThrows(IllegalArgumentException.class, () -> ShiftTable.of(new int[0], new int[0], 0));
        assertThrows(IllegalArgumentException.class, () -> ShiftTable.of(new int[][] {{1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> ShiftTable.of(new int[][] {{1, -2}, {0, 0}}));
        assertThrows(IllegalArgumentException.class, () -> ShiftTable.of(new int[0][]));
    }
}
