/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;

public class ProportionTest {

    @Test
    public void shouldGiveTheIntervalThatPropTestGivesWithoutItsCorrection() throws IOException {
        JsonNode expected;
        List<CSVRecord> rows;
        try (InputStream json = getClass().getResourceAsStream("/statistics/proportion.json");
                InputStream csv = getClass().getResourceAsStream("/statistics/proportion.csv")) {
            expected = new ObjectMapper().readTree(json);
            rows = CSVFormat.DEFAULT
                    .parse(new InputStreamReader(csv, StandardCharsets.UTF_8))
                    .getRecords();
        }
        assertEquals(17, rows.size());
        for (int i = 1; i < rows.size(); i++) {
            long events = Long.parseLong(rows.get(i).get(0));
            long n = Long.parseLong(rows.get(i).get(1));
            Proportion proportion = Proportion.of(events, n);
            assertEquals((double) events / n, proportion.getEstimate(), 0);
            assertNear(
                    expected.get("lower").get(i - 1).asDouble(),
                    proportion.getInterval().getLower());
            assertNear(
                    expected.get("upper").get(i - 1).asDouble(),
                    proportion.getInterval().getUpper());
        }
    }

    /** Newcombe (1998, Stat Med 17:857-872), table I, method 3. */
    @Test
    public void shouldAgreeWithTheExamplesOfNewcombe() {
        assertInterval(0.2553, 0.3662, Proportion.of(81, 263));
        assertInterval(0.0624, 0.1605, Proportion.of(15, 148));
        assertInterval(0, 0.1611, Proportion.of(0, 20));
        assertInterval(0.0061, 0.1718, Proportion.of(1, 29));
    }

    @Test
    public void shouldBeUndefinedOfNobody() {
        Proportion none = Proportion.of(0, 0);
        assertTrue(Double.isNaN(none.getEstimate()));
        assertSame(Interval.UNDEFINED, none.getInterval());
    }

    /** (z² / n) / (1 + z² / n) is the width with none and with all, the 0.975 quantile of the normal distribution being z. */
    @Test
    public void shouldHaveAWidthWhereNoneOrAllHadTheEventOfOneOrTwoOrMany() {
        for (int n : new int[] {1, 2, 150_000, Integer.MAX_VALUE}) {
            double squared = 1.959963984540054 * 1.959963984540054 / n;
            Proportion none = Proportion.of(0, n);
            assertEquals(0, none.getEstimate(), 0);
            assertEquals(0, none.getInterval().getLower(), 1e-15);
            assertNear(squared / (1 + squared), none.getInterval().getUpper());
            Proportion all = Proportion.of(n, n);
            assertEquals(1, all.getEstimate(), 0);
            assertEquals(1, all.getInterval().getUpper(), 1e-15);
            assertEquals(1 / (1 + squared), all.getInterval().getLower(), 1e-14);
        }
    }

    @Test
    public void shouldReachFromNoneToAllOfTheUnknown() {
        Proportion.Bounds bounds = Proportion.bounds(12, 30, 10);
        assertEquals(Proportion.of(12, 40), bounds.getLeast());
        assertEquals(Proportion.of(22, 40), bounds.getGreatest());
    }

    @Test
    public void shouldHaveNoWidthBetweenTheBoundsWhereAllIsKnown() {
        Proportion.Bounds bounds = Proportion.bounds(3, 8, 0);
        assertEquals(Proportion.of(3, 8), bounds.getLeast());
        assertEquals(bounds.getLeast(), bounds.getGreatest());
    }

    @Test
    public void shouldReachFromZeroToOneWhereNothingIsKnown() {
        Proportion.Bounds bounds = Proportion.bounds(0, 0, 5);
        assertEquals(0, bounds.getLeast().getEstimate(), 0);
        assertEquals(1, bounds.getGreatest().getEstimate(), 0);
        assertFalse(Proportion.bounds(0, 0, 0).getLeast().getInterval().isDefined());
    }

    @Test
    public void shouldRefuseCountsThatDoNotFit() {
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(-1, 3));
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(4, 3));
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(0, -1));
        assertThrows(IllegalArgumentException.class, () -> Proportion.of(0, 1L << 31));
        assertThrows(IllegalArgumentException.class, () -> Proportion.bounds(4, 3, 5));
        assertThrows(IllegalArgumentException.class, () -> Proportion.bounds(1, 3, -1));
        assertThrows(IllegalArgumentException.class, () -> Proportion.bounds(0, -3, 4));
    }

    private static void assertInterval(double lower, double upper, Proportion proportion) {
        assertEquals(lower, proportion.getInterval().getLower(), 5e-5);
        assertEquals(upper, proportion.getInterval().getUpper(), 5e-5);
    }

    private static void assertNear(double expected, double actual) {
        assertEquals(expected, actual, 1e-8 * Math.abs(expected) + 1e-15);
    }
}
