/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;

import org.junit.Test;

public class LinearCostTest {

    private static final double EXACT = 1e-9;

    @Test
    public void shouldFindTheLineThatCostsLieOn() {
        LinearCost cost = LinearCost.through(new double[] {1, 8, 24, 96}, new double[] {12, 26, 58, 202});
        assertEquals(10, cost.getFixed(), EXACT);
        assertEquals(2, cost.getEach(), EXACT);
        assertEquals(0, cost.getLargestDeviation(), EXACT);
    }

    /** By hand, with the weights 1, 1 and 1/4: the line is 8/9, 11/9, 14/9, and 2 is 2/7 more than 14/9. */
    @Test
    public void shouldWeighADeviationByTheCostThatItIsOf() {
        LinearCost cost = LinearCost.through(new double[] {1, 2, 3}, new double[] {1, 1, 2});
        assertEquals(5 / 9.0, cost.getFixed(), EXACT);
        assertEquals(1 / 3.0, cost.getEach(), EXACT);
        assertEquals(2 / 7.0, cost.getLargestDeviation(), EXACT);
    }
}
