/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertArrayEquals;

import org.junit.Test;

public class IndependentColumnsTest {

    private static final double[] ONE = {1, 1, 1, 1, 1};

    private static final double[] AGE = {31, 44, 29, 37, 52};

    private static final double[] FIRST = {1, 1, 0, 0, 0};

    private static final double[] SECOND = {0, 0, 1, 1, 0};

    private static final double[] THIRD = {0, 0, 0, 0, 1};

    @Test
    public void shouldKeepColumnsThatTellDifferentThings() {
        assertIndependent(new int[] {0, 1, 2, 3}, ONE, AGE, FIRST, SECOND);
        assertIndependent(new int[] {0, 1}, FIRST, SECOND);
    }

    @Test
    public void shouldLeaveOutWhatThoseBeforeAddUpTo() {
        assertIndependent(new int[] {0, 1, 2}, ONE, FIRST, SECOND, THIRD);
        assertIndependent(new int[] {0, 1, 2, 4}, FIRST, SECOND, THIRD, ONE, AGE);
        double[] months = new double[5];
        for (int i = 0; i < 5; i++) {
            months[i] = 12 * AGE[i] + 0.3;
        }
        assertIndependent(new int[] {0, 1}, ONE, AGE, months);
    }

    @Test
    public void shouldLeaveOutColumnsOfZerosAndConstants() {
        assertIndependent(new int[] {1}, new double[5], ONE, new double[] {0.1, 0.1, 0.1, 0.1, 0.1});
    }

    @Test
    public void shouldSeeThroughWhatIsFarFromZero() {
        assertIndependent(new int[] {0, 1}, ONE, new double[] {2019, 2020, 2021, 2020, 2022});
    }

    @Test
    public void shouldKeepNoMoreColumnsThanRows() {
        assertIndependent(new int[] {0, 1}, new double[] {1, 1}, new double[] {1, 2}, new double[] {4, 9});
        assertIndependent(new int[0], new double[0], new double[0]);
        assertIndependent(new int[0]);
    }

    private static void assertIndependent(int[] expected, double[]... columns) {
        assertArrayEquals(expected, IndependentColumns.of(columns));
    }
}
