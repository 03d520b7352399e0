/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class MeasurementErrorTest {

    @Test
    public void shouldTakeTheStandardErrorOfMeasurementFromTheSpreadAndTheReliability() {
        MeasurementError error = new MeasurementError(10, 0.75);
        // 10 × √0.25
        assertEquals(5, error.standardError(), 1e-12);
        // 5 × √2
        assertEquals(7.0710678118654755, error.standardErrorOfDifference(), 1e-12);
        // 5 × 1.959963984540054
        assertEquals(9.79981992270027, error.halfWidth(), 1e-12);
        // 9.79981992270027 × √2
        assertEquals(13.859038243496777, error.minimalDetectableChange(), 1e-12);
    }

    /** Spreads and reliabilities of the HCR-20 V3 and the SAPROF as reconstructed from publications: illustrations, not norms. */
    @Test
    public void shouldFindThatOneOrTwoPointsOfTheInstrumentsAreWithinError() {
        assertRounded(1.10, 3.0, new MeasurementError(3.04, 0.87));
        assertRounded(1.00, 2.8, new MeasurementError(2.89, 0.88));
        assertRounded(1.09, 3.0, new MeasurementError(3.02, 0.87));
        assertRounded(1.48, 4.1, new MeasurementError(4.27, 0.88));
    }

    @Test
    public void shouldTakeTheQuantileThatRGivesForQnormOf0975() {
        // print(qnorm(0.975), digits = 16)
        assertEquals(1.959963984540054, new MeasurementError(Math.sqrt(2), 0.5).halfWidth(), 1e-15);
    }

    @Test
    public void shouldRefuseWhatIsNoSpread() {
        for (double sd : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new MeasurementError(sd, 0.8));
        }
    }

    @Test
    public void shouldRefuseAReliabilityThatIsNoneOrPerfect() {
        for (double reliability : new double[] {0, 1, -0.2, 1.1, 88, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> new MeasurementError(3, reliability));
        }
    }

    private static void assertRounded(double standardError, double minimalDetectableChange, MeasurementError error) {
        assertEquals(standardError, error.standardError(), 0.005);
        assertEquals(minimalDetectableChange, error.minimalDetectableChange(), 0.05);
    }
}
