/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;

public class EstimateTest {

    @Test
    public void shouldStayBetween0And1OnTheLogitScaleByDefault() {
        Interval interval = Estimate.of(0.95, 0.04).getInterval();
        // log(19) ± 1.959964 × 0.04 / (0.95 × 0.05)
        assertEquals(
                1 / (1 + Math.exp(-2.9444389791664403 + 1.959963984540054 * 0.8421052631578947)),
                interval.getLower(),
                1e-12);
        assertEquals(
                1 / (1 + Math.exp(-2.9444389791664403 - 1.959963984540054 * 0.8421052631578947)),
                interval.getUpper(),
                1e-12);
        assertTrue(interval.getUpper() < 1);
    }

    @Test
    public void shouldCutTheWaldIntervalAt0And1() {
        assertEquals(1, Estimate.of(0.95, 0.04).waldInterval(0.95).getUpper(), 0);
        assertEquals(0, Estimate.of(0.05, 0.04).waldInterval(0.95).getLower(), 0);
        assertEquals(
                0.5 - 1.6448536269514722 * 0.1,
                Estimate.of(0.5, 0.1).waldInterval(0.9).getLower(),
                1e-12);
    }

    @Test
    public void shouldGiveNoIntervalWhereThereIsNoStandardErrorOrOneOfNil() {
        assertFalse(Estimate.of(0.7, Double.NaN).getInterval().isDefined());
        assertFalse(Estimate.of(0.7, Double.NaN).waldInterval(0.95).isDefined());
        assertFalse(Estimate.of(0.5, 0).getInterval().isDefined());
        assertFalse(Estimate.of(1, 0).waldInterval(0.95).isDefined());
        assertFalse(Estimate.of(0.5, 1e-17).getInterval().isDefined());
    }

    @Test
    public void shouldRefuseALevelThatIsNone() {
        Estimate estimate = Estimate.of(0.7, 0.1);
        Comparison comparison = Comparison.of(estimate, estimate, 0.1);
        for (double level : new double[] {0, 1, 95, -0.1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> estimate.logitInterval(level));
            assertThrows(IllegalArgumentException.class, () -> estimate.waldInterval(level));
            assertThrows(IllegalArgumentException.class, () -> comparison.interval(level));
        }
    }

    @Test
    public void shouldCompareByTheNormalDistribution() {
        Comparison comparison = Comparison.of(Estimate.of(0.8, 0.05), Estimate.of(0.7, 0.05), 0.1 / 1.959963984540054);
        assertEquals(0.1, comparison.getDifference(), 1e-15);
        assertEquals(0.05, comparison.getPValue(), 1e-12);
        assertEquals(0, comparison.getInterval().getLower(), 1e-12);
        assertEquals(0.2, comparison.getInterval().getUpper(), 1e-12);
        assertEquals(
                0.1 + 0.1 * 1.6448536269514722 / 1.959963984540054,
                comparison.interval(0.9).getUpper(),
                1e-12);
    }

    /** A standard error of nil would pass perfect separation in a small sample for known. */
    @Test
    public void shouldNotTestADifferenceFromPerfectSeparation() {
        Comparison comparison = Comparison.of(Estimate.of(1, 0), Estimate.of(0.7, 0.05), 0.05);
        assertEquals(0.3, comparison.getDifference(), 1e-15);
        assertTrue(Double.isNaN(comparison.getStandardError()));
        assertTrue(Double.isNaN(comparison.getZ()));
        assertTrue(Double.isNaN(comparison.getPValue()));
        assertEquals(Interval.UNDEFINED, comparison.getInterval());
    }
}
