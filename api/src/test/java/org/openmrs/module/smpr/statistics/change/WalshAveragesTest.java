/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class WalshAveragesTest {

    @Test
    public void shouldFindEachOfThemByItsRank() {
        // -3, -1, -1, 0.5, 0.5, 4: each and with each
        assertAll(4, -3, 1);
        assertAll(-3);
        assertAll(0, 0, 0);
        assertAll(-1, 1, -2, 2);
        assertAll(0.1, 0.2, 0.3, -0.3, 1e-300, -1e300, 1e300, 7);
    }

    @Test
    public void shouldFindEachOfThemByItsRankAmongTiesAndWithout() {
        Random random = new Random(64);
        for (int n = 1; n < 40; n++) {
            assertAll(random.ints(n, -5, 6).asDoubleStream().toArray());
            assertAll(random.doubles(n, -3, 1).toArray());
        }
    }

    @Test
    public void shouldTakeTheMiddleOfTheTwoMiddleOnes() {
        // 0, 1 | 2, that is between 0.5 and 1
        assertEquals(1, WalshAverages.of(0, 2).median(), 0);
        // 0 0.5 1.5 | 2 3.5 5 … of 0, 1, 3, 7
        assertEquals((2 + 3) / 2.0, WalshAverages.of(0, 1, 3, 7).median(), 0);
    }

    @Test
    public void shouldLeaveNoNegativeZero() {
        assertEquals("0.0", String.valueOf(WalshAverages.of(-0.0, -0.0).median()));
        assertEquals("0.0", String.valueOf(WalshAverages.of(-1, 1).smallest(2)));
    }

    /** The median lies where half of the averages of a sample of it lie. */
    @Test
    public void shouldManageAsManyValuesAsThereMightBe() {
        int n = 150_000;
        double[] values = new Random(65).doubles(n, -1, 1).toArray();
        WalshAverages averages = WalshAverages.of(values);
        assertEquals(11_250_075_000L, averages.size());
        double median = averages.median();
        long below = 0;
        long above = 0;
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        for (int i = 0; i < n; i++) {
            // A sum is below 2 · median where its second value is below 2 · median − the first.
            below += Math.max(0, -1 - Arrays.binarySearch(sorted, i, n, 2 * median - sorted[i] - 1e-12) - i);
            above += n - Math.max(i, -1 - Arrays.binarySearch(sorted, i, n, 2 * median - sorted[i] + 1e-12));
        }
        assertEquals(averages.size() / 2.0, below, 10);
        assertEquals(averages.size() / 2.0, above, 10);
    }

    private static void assertAll(double... values) {
        double[] all = new double[values.length * (values.length + 1) / 2];
        int count = 0;
        for (int i = 0; i < values.length; i++) {
            for (int j = 0; j <= i; j++) {
                all[count++] = (values[i] + values[j]) / 2 + 0.0;
            }
        }
        Arrays.sort(all);
        WalshAverages averages = WalshAverages.of(values);
        assertEquals(all.length, averages.size());
        for (int rank = 1; rank <= all.length; rank++) {
            assertEquals(Arrays.toString(values) + " " + rank, all[rank - 1], averages.smallest(rank), 0);
        }
        double middle = all.length % 2 == 1 ? all[all.length / 2] : (all[all.length / 2 - 1] + all[all.length / 2]) / 2;
        assertEquals(middle, averages.median(), 0);
    }
}
