/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;

import com.fasterxml.jackson.databind.JsonNode;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.RFixture;

public class NoncentralTTest {

    /** The error of R's series is 10⁻¹² as its help says, and up to four times that here. */
    @Test
    public void shouldAgreeWithPtOfR() {
        JsonNode grid = RFixture.of("paired-difference").results().get("noncentral");
        assertEquals(378, grid.size());
        for (JsonNode point : grid) {
            assertFound(point.toString(), point.get("p"), probability(point), 5e-12);
        }
    }

    @Test
    public void shouldAgreeWithQuadratureInRWhereTheNoncentralityIsTooLargeForItsSeries() {
        for (JsonNode point : RFixture.of("paired-difference").results().get("far")) {
            assertFound(point.toString(), point.get("p"), probability(point), 1e-11);
        }
    }

    @Test
    public void shouldBeStudentsTWithoutNoncentrality() {
        for (int degreesOfFreedom : new int[] {1, 2, 5, 40, 149_999}) {
            TDistribution student = TDistribution.of(degreesOfFreedom);
            for (double t : new double[] {-40, -3, -1, -0.01, 0, 0.3, 1.4, 2.5, 9, 800}) {
                assertEquals(
                        degreesOfFreedom + " " + t,
                        student.cumulativeProbability(t),
                        NoncentralT.of(degreesOfFreedom, 0).cumulativeProbability(t),
                        1e-13);
            }
        }
    }

    /** By definition T ≤ 0 where Z ≤ −δ. */
    @Test
    public void shouldBeNegativeAsOftenAsItsNumerator() {
        for (double delta : new double[] {-50, -2, -0.1, 0, 1, 3, 60}) {
            assertEquals(
                    NormalDistribution.of(0, 1).cumulativeProbability(-delta),
                    NoncentralT.of(3, delta).cumulativeProbability(0),
                    1e-14);
        }
    }

    @Test
    public void shouldBeTheSameOnEitherSideOfWhereTheWayOfComputingChanges() {
        for (int degreesOfFreedom : new int[] {1, 2, 3, 10, 300, 100_000}) {
            double t = Math.sqrt(2.0 * degreesOfFreedom);
            for (double shift : new double[] {-2, 0, 1.5}) {
                NoncentralT distribution = NoncentralT.of(degreesOfFreedom, t + shift);
                assertEquals(
                        distribution.cumulativeProbability(Math.nextDown(t)),
                        distribution.cumulativeProbability(Math.nextUp(t)),
                        2e-13);
            }
        }
    }

    @Test
    public void shouldFindTheNoncentralityThatGivesAProbability() {
        for (int degreesOfFreedom : new int[] {1, 4, 60, 149_999}) {
            for (double t : new double[] {-1e6, -7, -0.2, 0, 2, 30, 1e9}) {
                for (double probability : new double[] {0.025, 0.5, 0.975}) {
                    double delta = NoncentralT.noncentrality(degreesOfFreedom, t, probability);
                    assertEquals(
                            degreesOfFreedom + " " + t,
                            probability,
                            NoncentralT.of(degreesOfFreedom, delta).cumulativeProbability(t),
                            1e-12);
                }
            }
        }
    }

    @Test
    public void shouldRefuseWhatIsNoDistribution() {
        assertThrows(IllegalArgumentException.class, () -> NoncentralT.of(0, 1));
        assertThrows(IllegalArgumentException.class, () -> NoncentralT.of(3, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> NoncentralT.of(3, Double.POSITIVE_INFINITY));
    }

    private static double probability(JsonNode point) {
        return NoncentralT.of(point.get("df").intValue(), point.get("ncp").doubleValue())
                .cumulativeProbability(point.get("t").doubleValue());
    }
}
