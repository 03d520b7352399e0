/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.Test;

public class DescriptionTest {

    @Test
    public void shouldDescribeSamplesAsRDoes() {
        RFixture r = RFixture.of("description");
        double[] scores = RFixture.numbers(r.rows(), "score");
        assertEquals(9, r.results().get("samples").size());
        for (JsonNode expected : r.results().get("samples")) {
            int n = expected.get("n").intValue();
            Description found = Description.of(Arrays.copyOf(scores, n));
            assertEquals(n, found.getN());
            assertFound("mean of " + n, expected.get("mean"), found.getMean(), 1e-13);
            assertFound("sd of " + n, expected.get("sd"), found.getSd(), 1e-13);
            assertFound("min of " + n, expected.get("min"), found.getMin(), 0);
            assertFound("lower quartile of " + n, expected.get("lowerQuartile"), found.getLowerQuartile(), 1e-13);
            assertFound("median of " + n, expected.get("median"), found.getMedian(), 1e-13);
            assertFound("upper quartile of " + n, expected.get("upperQuartile"), found.getUpperQuartile(), 1e-13);
            assertFound("max of " + n, expected.get("max"), found.getMax(), 0);
        }
    }

    @Test
    public void shouldPutQuartilesBetweenValuesAsType7Does() {
        // At 1 + 3 × ¼ of four values, and so on
        Description four = Description.of(9, 1, 4, 2);
        assertEquals(1.75, four.getLowerQuartile(), 1e-15);
        assertEquals(3, four.getMedian(), 1e-15);
        assertEquals(5.25, four.getUpperQuartile(), 1e-15);
        // (25 + 9 + 0 + 4) / 3
        assertEquals(Math.sqrt(38 / 3.0), four.getSd(), 1e-15);
    }

    @Test
    public void shouldGiveNoNumberWithoutValues() {
        Description none = Description.of();
        assertEquals(0, none.getN());
        for (double number : new double[] {
            none.getMean(),
            none.getSd(),
            none.getMin(),
            none.getLowerQuartile(),
            none.getMedian(),
            none.getUpperQuartile(),
            none.getMax()
        }) {
            assertEquals(Double.NaN, number, 0);
        }
    }

    @Test
    public void shouldGiveNoSpreadOfOneValue() {
        Description one = Description.of(7);
        assertEquals(1, one.getN());
        assertEquals(7, one.getMean(), 0);
        assertEquals(7, one.getLowerQuartile(), 0);
        assertEquals(7, one.getMedian(), 0);
        assertEquals(7, one.getMax(), 0);
        assertEquals(Double.NaN, one.getSd(), 0);
    }

    @Test
    public void shouldDescribeTwoValues() {
        Description two = Description.of(3, 1);
        assertEquals(2, two.getMean(), 0);
        assertEquals(Math.sqrt(2), two.getSd(), 1e-15);
        assertEquals(1.5, two.getLowerQuartile(), 0);
        assertEquals(2.5, two.getUpperQuartile(), 0);
    }

    @Test
    public void shouldFindNoSpreadAmongValuesThatAreTheSame() {
        for (int n = 2; n < 60; n++) {
            double[] same = new double[n];
            Arrays.fill(same, 0.1);
            assertEquals(0, Description.of(same).getSd(), 0);
            assertEquals(0.1, Description.of(same).getMean(), 0);
        }
    }

    @Test
    public void shouldNotLoseTheSpreadOfValuesFarFromZero() {
        Description far = Description.of(1e9 + 1, 1e9 + 2, 1e9 + 3);
        assertEquals(1, far.getSd(), 1e-12);
    }

    /** Of whole numbers from 1 on: mean (n + 1) / 2, variance n (n + 1) / 12. */
    @Test
    public void shouldDescribeAHundredAndFiftyThousand() {
        int n = 150_000;
        Description found =
                Description.of(IntStream.rangeClosed(1, n).asDoubleStream().toArray());
        assertEquals(n, found.getN());
        assertEquals(75_000.5, found.getMean(), 1e-8);
        assertEquals(75_000.5, found.getMedian(), 1e-8);
        assertEquals(Math.sqrt(n * (n + 1.0) / 12), found.getSd(), 1e-6);
    }

    @Test
    public void shouldLeaveTheValuesAsTheyAre() {
        double[] values = {3, 1, 2};
        Description.of(values);
        assertEquals("[3.0, 1.0, 2.0]", Arrays.toString(values));
    }

    @Test
    public void shouldRefuseWhatIsNoNumber() {
        assertThrows(IllegalArgumentException.class, () -> Description.of(1, Double.NaN));
        assertThrows(IllegalArgumentException.class, () -> Description.of(Double.NEGATIVE_INFINITY));
    }
}
