/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

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
    public void shouldKeepRightAnglesBetweenDirectionsOfColumnsThatHardlyDiffer() {
        double[] nearly = AGE.clone();
        nearly[0] += 1e-3;
        double[] more = nearly.clone();
        more[3] -= 1e-4;
        assertIndependent(new int[] {0, 1, 2, 3}, ONE, AGE, nearly, more);
    }

    @Test
    public void shouldKeepNoMoreColumnsThanRows() {
        assertIndependent(new int[] {0, 1}, new double[] {1, 1}, new double[] {1, 2}, new double[] {4, 9});
        assertIndependent(new int[0], new double[0], new double[0]);
        assertIndependent(new int[0]);
    }

    /** And that they are spanned by directions at right angles. */
    private static void assertIndependent(int[] expected, double[]... columns) {
        IndependentColumns found = IndependentColumns.of(columns);
        assertArrayEquals(expected, found.getPlaces());
        assertEquals(expected.length, found.size());
        for (int i = 0; i < expected.length; i++) {
            double[] sum = new double[columns[0].length];
            for (int j = 0; j < expected.length; j++) {
                double[] direction = found.getDirection(j);
                assertEquals(i == j ? 1 : 0, product(found.getDirection(i), direction), 1e-15);
                assertTrue(j < i || (j == i) == found.getPart(i, j) > 0);
                for (int row = 0; row < sum.length; row++) {
                    sum[row] += found.getPart(i, j) * direction[row];
                }
            }
            double length = Math.sqrt(product(sum, sum));
            assertArrayEquals(columns[expected[i]], sum, 1e-15 * length);
        }
    }

    private static double product(double[] one, double[] other) {
        double product = 0;
        for (int row = 0; row < one.length; row++) {
            product += one[row] * other[row];
        }
        return product;
    }
}
