/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;
import org.openmrs.module.smpr.statistics.ReliableChange.Direction;

public class ReliableChangeTest {

    private static final MeasurementError ERROR = new MeasurementError(3, 0.84);

    /**
     * The example of Jacobson and Truax (1991), pre 47.5, post 32.5, standard error of the difference 4.74, index 3.16, as
     * the R package ReliableTrendIndex quotes it (github.com/andrewmcaleavey/ReliableTrendIndex, README and tests, with
     * 3.35 for the standard error and 9.29 for the change that is needed).
     */
    @Test
    public void shouldAgreeWithTheExampleOfItsAuthors() {
        MeasurementError error = new MeasurementError(7.5, 0.80);
        assertEquals(3.35, error.standardError(), 0.005);
        assertEquals(4.74, error.standardErrorOfDifference(), 0.005);
        assertEquals(9.29, error.minimalDetectableChange(), 0.01);
        ReliableChange change = ReliableChange.of(47.5, 32.5, error);
        assertEquals(-15, change.getDifference(), 0);
        assertEquals(-3.16, change.getIndex(), 0.005);
        assertEquals(Direction.LOWER, change.getDirection());
    }

    @Test
    public void shouldSayTheDirectionBeyondMeasurementErrorOnly() {
        // SEM 3 × √0.16 = 1.2, of a difference 1.697; 1.96 × 1.697 = 3.326
        assertEquals(3.326, ERROR.minimalDetectableChange(), 0.0005);
        assertEquals(Direction.NONE, direction(10, 10));
        assertEquals(Direction.NONE, direction(10, 13));
        assertEquals(Direction.NONE, direction(10, 7));
        assertEquals(Direction.NONE, direction(10, 13.32));
        assertEquals(Direction.HIGHER, direction(10, 13.33));
        assertEquals(Direction.HIGHER, direction(10, 14));
        assertEquals(Direction.LOWER, direction(10, 6));
    }

    @Test
    public void shouldFindNoneUpToTheBoundItself() {
        // The standard error of a difference is √2 × √0.5 = 1.
        MeasurementError one = new MeasurementError(1, 0.5);
        assertEquals(1, one.standardErrorOfDifference(), 1e-15);
        assertEquals(Direction.NONE, ReliableChange.of(0, 1.95996398454005, one).getDirection());
        assertEquals(
                Direction.HIGHER, ReliableChange.of(0, 1.95996398454006, one).getDirection());
        assertEquals(
                Direction.LOWER, ReliableChange.of(0, -1.95996398454006, one).getDirection());
    }

    @Test
    public void shouldTurnRoundWithTheOrderOfTheScores() {
        ReliableChange up = ReliableChange.of(4, 9, ERROR);
        ReliableChange down = ReliableChange.of(9, 4, ERROR);
        assertEquals(5, up.getDifference(), 0);
        assertEquals(-5, down.getDifference(), 0);
        assertEquals(up.getIndex(), -down.getIndex(), 0);
    }

    @Test
    public void shouldRefuseWhatIsNoScore() {
        for (double score : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> ReliableChange.of(score, 3, ERROR));
            assertThrows(IllegalArgumentException.class, () -> ReliableChange.of(3, score, ERROR));
        }
    }

    private static Direction direction(double from, double to) {
        return ReliableChange.of(from, to, ERROR).getDirection();
    }
}
