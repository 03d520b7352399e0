/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.change;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.RFixture;

public class PairedDifferenceTest {

    @Test
    public void shouldAgreeWithRAndMetafor() {
        RFixture r = RFixture.of("paired-difference");
        JsonNode sets = r.results().get("sets");
        assertEquals(6, sets.size());
        for (Iterator<String> names = sets.fieldNames(); names.hasNext(); ) {
            String set = names.next();
            JsonNode expected = sets.get(set);
            List<CSVRecord> rows = r.rows(set);
            PairedDifference found =
                    PairedDifference.of(RFixture.numbers(rows, "first"), RFixture.numbers(rows, "second"));
            assertEquals(expected.get("n").intValue(), found.getDifference().getN());
            assertFound(set, expected.get("mean"), found.getDifference().getMean());
            assertFound(set, expected.get("sd"), found.getDifference().getSd());
            assertFound(set, expected.get("standardError"), found.getStandardError());
            assertFound(set, expected.get("t"), found.getT());
            assertFound(set, expected.get("df"), found.getDegreesOfFreedom());
            assertFound(set, expected.get("p"), found.getPValue());
            assertInterval(set, expected, "lower", "upper", found.getInterval());
            assertFound(set, expected.get("correlation"), found.getCorrelation());
            assertFound(
                    set,
                    expected.get("dz"),
                    found.getStandardizedByDifferences().getValue());
            assertInterval(
                    set,
                    expected,
                    "dzLower",
                    "dzUpper",
                    found.getStandardizedByDifferences().getInterval());
            if (expected.has("smcr")) {
                assertFound(
                        set,
                        expected.get("smcr"),
                        found.getStandardizedByFirst().getValue());
                assertInterval(
                        set,
                        expected,
                        "smcrLower",
                        "smcrUpper",
                        found.getStandardizedByFirst().getInterval());
            }
        }
    }

    /**
     * Student (1908, Biometrika 6:1-25): hours of sleep gained by ten patients with one drug and with another, t = 4.06 in R's
     * help on t.test, mean difference 1.58, interval 0.70 to 2.46, p = 0.0028.
     */
    @Test
    public void shouldAgreeWithTheSleepOfStudent() {
        PairedDifference sleep = PairedDifference.of(
                new double[] {0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0.0, 2.0},
                new double[] {1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4});
        assertEquals(1.58, sleep.getDifference().getMean(), 1e-12);
        assertEquals(4.0621, sleep.getT(), 5e-5);
        assertEquals(0.002833, sleep.getPValue(), 5e-7);
        assertEquals(0.7001142, sleep.getInterval().getLower(), 5e-8);
        assertEquals(2.4598858, sleep.getInterval().getUpper(), 5e-8);
    }

    @Test
    public void shouldBeNegativeForAFall() {
        PairedDifference fall = PairedDifference.of(new double[] {20, 24, 30}, new double[] {18, 20, 29});
        assertTrue(fall.getDifference().getMean() < 0);
        assertTrue(fall.getT() < 0);
        assertTrue(fall.getStandardizedByDifferences().getValue() < 0);
        assertTrue(fall.getStandardizedByFirst().getValue() < 0);
    }

    @Test
    public void shouldLeaveWhatIsUndefinedWithoutPairsUndefined() {
        PairedDifference none = PairedDifference.of(new double[0], new double[0]);
        assertEquals(0, none.getDifference().getN());
        assertEquals(Double.NaN, none.getDifference().getMean(), 0);
        assertNoTest(none);
        assertEquals(Double.NaN, none.getCorrelation(), 0);
        assertEquals(Double.NaN, none.getStandardError(), 0);
        assertNoEffect(none.getStandardizedByFirst());
    }

    @Test
    public void shouldGiveNoMoreThanTheDifferenceOfOnePair() {
        PairedDifference one = PairedDifference.of(new double[] {20}, new double[] {17});
        assertEquals(-3, one.getDifference().getMean(), 0);
        assertNoTest(one);
        assertEquals(Double.NaN, one.getCorrelation(), 0);
        assertNoEffect(one.getStandardizedByFirst());
    }

    /** With one degree of freedom Hedges' correction would take all. */
    @Test
    public void shouldTestTwoPairsButNotCorrectThem() {
        PairedDifference two = PairedDifference.of(new double[] {18, 23}, new double[] {16, 22});
        // Mean -1.5, SD of -2 and -1 is √½
        assertEquals(-3, two.getT(), 1e-12);
        assertTrue(two.getInterval().isDefined());
        assertTrue(two.getStandardizedByDifferences().getInterval().isDefined());
        assertNoEffect(two.getStandardizedByFirst());
    }

    @Test
    public void shouldPromiseNothingWhereNobodyChanged() {
        PairedDifference same = PairedDifference.of(new double[] {20, 24, 30, 18}, new double[] {20, 24, 30, 18});
        assertEquals(0, same.getDifference().getMean(), 0);
        assertEquals(0, same.getDifference().getSd(), 0);
        assertEquals(0, same.getStandardError(), 0);
        assertNoTest(same);
        assertEquals(1, same.getCorrelation(), 0);
        assertEquals(0, same.getStandardizedByFirst().getValue(), 0);
        assertFalse(same.getStandardizedByFirst().getInterval().isDefined());
    }

    @Test
    public void shouldTestNothingWhereAllChangedAlike() {
        PairedDifference alike = PairedDifference.of(new double[] {20, 24, 30, 18}, new double[] {18, 22, 28, 16});
        assertEquals(-2, alike.getDifference().getMean(), 0);
        assertNoTest(alike);
        assertTrue(alike.getStandardizedByFirst().getValue() < 0);
        assertTrue(alike.getStandardizedByFirst().getInterval().isDefined());
    }

    @Test
    public void shouldNotTakeRoundingForASpread() {
        // Each fell by 0.2, which no two of them show to the last digit
        PairedDifference alike =
                PairedDifference.of(new double[] {0.3, 0.9, 20.4, 7.7}, new double[] {0.1, 0.7, 20.2, 7.5});
        assertEquals(0, alike.getDifference().getSd(), 0);
        assertNoTest(alike);
        PairedDifference none = PairedDifference.of(new double[] {0.1 + 0.2, 20}, new double[] {0.3, 20});
        assertEquals(0, none.getDifference().getMean(), 0);
    }

    @Test
    public void shouldGiveNoCorrelationWhereScoresHaveNoSpread() {
        PairedDifference flat = PairedDifference.of(new double[] {20, 20, 20}, new double[] {18, 21, 20});
        assertEquals(Double.NaN, flat.getCorrelation(), 0);
        assertNoEffect(flat.getStandardizedByFirst());
        assertTrue(flat.getInterval().isDefined());
        PairedDifference flattened = PairedDifference.of(new double[] {18, 21, 20}, new double[] {20, 20, 20});
        assertEquals(Double.NaN, flattened.getCorrelation(), 0);
        assertTrue(Double.isFinite(flattened.getStandardizedByFirst().getValue()));
        assertFalse(flattened.getStandardizedByFirst().getInterval().isDefined());
    }

    /** In large samples the interval of d_z is nearly normal, with the variance 1/n + d²/2n. */
    @Test
    public void shouldManageAsManyPairsAsThereMightBe() {
        int n = 150_000;
        Random random = new Random(150);
        double[] first = new double[n];
        double[] second = new double[n];
        for (int i = 0; i < n; i++) {
            first[i] = Math.round(20 + 5 * random.nextGaussian());
            second[i] = first[i] - Math.round(4 + 2 * random.nextGaussian());
        }
        PairedDifference found = PairedDifference.of(first, second);
        double dz = found.getStandardizedByDifferences().getValue();
        Interval interval = found.getStandardizedByDifferences().getInterval();
        double half = 1.959963984540054 * Math.sqrt((1 + dz * dz / 2) / n);
        assertEquals(dz - half, interval.getLower(), 1e-3 * half);
        assertEquals(dz + half, interval.getUpper(), 1e-3 * half);
        assertEquals(found.getT() / Math.sqrt(n), dz, 1e-12);
        // 1 − 3 / (4m − 1) with m = n − 1 is wrong by 1 / 32m² in the highest order.
        assertEquals(
                (1 - 3 / (4.0 * (n - 1) - 1))
                        * found.getDifference().getMean()
                        / found.getFirst().getSd(),
                found.getStandardizedByFirst().getValue(),
                1e-11);
    }

    @Test
    public void shouldRefuseWhatAreNoPairs() {
        assertThrows(IllegalArgumentException.class, () -> PairedDifference.of(new double[] {1, 2}, new double[] {1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> PairedDifference.of(new double[] {1, 2}, new double[] {1, Double.NaN}));
    }

    private static void assertNoTest(PairedDifference difference) {
        assertEquals(Double.NaN, difference.getT(), 0);
        assertEquals(Double.NaN, difference.getDegreesOfFreedom(), 0);
        assertEquals(Double.NaN, difference.getPValue(), 0);
        assertFalse(difference.getInterval().isDefined());
        assertNoEffect(difference.getStandardizedByDifferences());
    }

    private static void assertNoEffect(PairedDifference.EffectSize effect) {
        assertEquals(Double.NaN, effect.getValue(), 0);
        assertFalse(effect.getInterval().isDefined());
    }

    private static void assertInterval(String set, JsonNode expected, String lower, String upper, Interval found) {
        assertFound(set + " " + lower, expected.get(lower), found.getLower());
        assertFound(set + " " + upper, expected.get(upper), found.getUpper());
    }
}
