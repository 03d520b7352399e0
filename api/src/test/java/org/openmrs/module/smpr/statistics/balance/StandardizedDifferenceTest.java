/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.balance;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.RFixture;

public class StandardizedDifferenceTest {

    private static final boolean[] TWO_AND_TWO = {true, true, false, false};

    @Test
    public void shouldAgreeWithR() {
        RFixture r = RFixture.of("standardized-difference");
        List<CSVRecord> rows = r.rows();
        boolean[] treated = RFixture.flags(rows, "treated");
        double[] age = RFixture.numbers(rows, "age");
        boolean[] housed = RFixture.flags(rows, "housed");
        int[] sentence = RFixture.integers(rows, "sentence");
        double[] weights = RFixture.numbers(rows, "weight");
        JsonNode plain = r.results().get("plain");
        assertFound("age", plain.get("continuous"), StandardizedDifference.continuous(treated, age));
        assertFound("housed", plain.get("binary"), StandardizedDifference.binary(treated, housed));
        assertFound("sentence", plain.get("categorical"), StandardizedDifference.categorical(treated, sentence, 5));
        JsonNode weighted = r.results().get("weighted");
        assertFound("age", weighted.get("continuous"), StandardizedDifference.continuous(treated, age, weights));
        assertFound("housed", weighted.get("binary"), StandardizedDifference.binary(treated, housed, weights));
        assertFound(
                "sentence",
                weighted.get("categorical"),
                StandardizedDifference.categorical(treated, sentence, 5, weights));
    }

    @Test
    public void shouldBeTheDifferenceOverTheRootOfTheMeanVariance() {
        // Means 3 and 7, variances 2 and 8
        assertEquals(
                -4 / Math.sqrt(5), StandardizedDifference.continuous(TWO_AND_TWO, new double[] {2, 4, 5, 9}), 1e-15);
        // ¾ and ¼ of four, variances 3/16
        assertEquals(
                0.5 / Math.sqrt(3 / 16.0),
                StandardizedDifference.binary(
                        new boolean[] {true, true, true, true, false, false, false, false},
                        new boolean[] {true, true, true, false, false, false, false, true}),
                1e-15);
    }

    @Test
    public void shouldBeThatOfTheBinaryWithoutItsSignForTwoCategories() {
        boolean[] treated = new boolean[60];
        boolean[] values = new boolean[60];
        int[] categories = new int[60];
        double[] weights = new double[60];
        Random random = new Random(81);
        for (int i = 0; i < 60; i++) {
            treated[i] = random.nextInt(3) == 0;
            values[i] = random.nextInt(4) == 0;
            categories[i] = values[i] ? 3 : 1;
            weights[i] = random.nextDouble();
        }
        assertEquals(
                Math.abs(StandardizedDifference.binary(treated, values, weights)),
                StandardizedDifference.categorical(treated, categories, 4, weights),
                1e-12);
    }

    @Test
    public void shouldNotDependOnTheOrderOfCategories() {
        boolean[] treated = {true, true, true, true, true, false, false, false, false, false, false};
        int[] values = {0, 1, 1, 2, 3, 0, 0, 1, 2, 2, 3};
        double found = StandardizedDifference.categorical(treated, values, 4);
        assertTrue(found > 0);
        assertEquals(
                found,
                StandardizedDifference.categorical(
                        treated, Arrays.stream(values).map(v -> 3 - v).toArray(), 4),
                1e-12);
        assertEquals(
                found,
                StandardizedDifference.categorical(
                        treated, Arrays.stream(values).map(v -> 2 * v).toArray(), 9),
                1e-12);
    }

    @Test
    public void shouldTurnRoundWithTheGroups() {
        double[] values = {2, 4, 5, 9};
        boolean[] others = {false, false, true, true};
        assertEquals(
                -StandardizedDifference.continuous(TWO_AND_TWO, values),
                StandardizedDifference.continuous(others, values),
                0);
    }

    @Test
    public void shouldCountOnlyProportionsOfWeights() {
        double[] values = {2, 4, 5, 9};
        assertEquals(
                StandardizedDifference.continuous(TWO_AND_TWO, values),
                StandardizedDifference.continuous(TWO_AND_TWO, values, new double[] {3, 3, 0.1, 0.1}),
                1e-12);
        // As if the third had twice the variance of two persons: 1.8 and 1 of 2.8
        assertEquals(
                (3 - (9 * 1.8 + 5) / 2.8) / Math.sqrt((2 + 2.8 / (2.8 * 2.8 - 4.24) * 16 * 1.8 / 2.8) / 2),
                StandardizedDifference.continuous(TWO_AND_TWO, values, new double[] {1, 1, 1, 1.8}),
                1e-12);
    }

    @Test
    public void shouldLeaveOutWhoHasNoWeight() {
        assertEquals(
                StandardizedDifference.continuous(TWO_AND_TWO, new double[] {2, 4, 5, 9}),
                StandardizedDifference.continuous(
                        new boolean[] {true, true, false, false, true, false},
                        new double[] {2, 4, 5, 9, 1e6, -1e6},
                        new double[] {1, 1, 1, 1, 0, 0}),
                1e-15);
    }

    @Test
    public void shouldBeZeroWhereAllAreTheSame() {
        assertEquals(0, StandardizedDifference.continuous(TWO_AND_TWO, new double[] {0.1, 0.1, 0.1, 0.1}), 0);
        assertEquals(0, StandardizedDifference.binary(TWO_AND_TWO, new boolean[] {true, true, true, true}), 0);
        assertEquals(0, StandardizedDifference.categorical(TWO_AND_TWO, new int[] {2, 2, 2, 2}, 3), 0);
        assertEquals(0, StandardizedDifference.categorical(TWO_AND_TWO, new int[] {0, 2, 0, 2}, 3), 0);
    }

    @Test
    public void shouldBeInfiniteWhereGroupsDifferAndDoNotVary() {
        assertEquals(
                Double.NEGATIVE_INFINITY, StandardizedDifference.continuous(TWO_AND_TWO, new double[] {1, 1, 3, 3}), 0);
        assertEquals(
                Double.POSITIVE_INFINITY,
                StandardizedDifference.binary(TWO_AND_TWO, new boolean[] {true, true, false, false}),
                0);
        assertEquals(
                Double.POSITIVE_INFINITY,
                StandardizedDifference.categorical(TWO_AND_TWO, new int[] {0, 0, 1, 1}, 2),
                0);
        assertEquals(
                Double.POSITIVE_INFINITY,
                StandardizedDifference.categorical(TWO_AND_TWO, new int[] {0, 1, 2, 3}, 4),
                0);
    }

    @Test
    public void shouldBeFiniteWhereOneGroupVaries() {
        assertEquals(
                -2 / Math.sqrt(0.25),
                StandardizedDifference.continuous(TWO_AND_TWO, new double[] {1, 1, 2.5, 3.5}),
                1e-15);
        assertEquals(
                0.5 / Math.sqrt(0.125),
                StandardizedDifference.binary(TWO_AND_TWO, new boolean[] {true, true, true, false}),
                1e-15);
    }

    @Test
    public void shouldBeUndefinedWhereAGroupIsEmptyOrHasNoWeight() {
        boolean[] all = {true, true};
        assertEquals(Double.NaN, StandardizedDifference.continuous(all, new double[] {1, 2}), 0);
        assertEquals(Double.NaN, StandardizedDifference.binary(all, new boolean[2]), 0);
        assertEquals(Double.NaN, StandardizedDifference.categorical(all, new int[2], 2), 0);
        boolean[] none = {};
        assertEquals(Double.NaN, StandardizedDifference.continuous(none, new double[0]), 0);
        assertEquals(Double.NaN, StandardizedDifference.binary(none, none), 0);
        assertEquals(Double.NaN, StandardizedDifference.categorical(none, new int[0], 2), 0);
        double[] weightless = {1, 1, 0, 0};
        assertEquals(
                Double.NaN, StandardizedDifference.continuous(TWO_AND_TWO, new double[] {1, 2, 3, 4}, weightless), 0);
        assertEquals(Double.NaN, StandardizedDifference.categorical(TWO_AND_TWO, new int[4], 1, weightless), 0);
    }

    @Test
    public void shouldBeUndefinedForANumberOfASinglePerson() {
        boolean[] one = {true, false, false};
        assertEquals(Double.NaN, StandardizedDifference.continuous(one, new double[] {1, 2, 3}), 0);
        assertEquals(
                0.5 / Math.sqrt(0.125), StandardizedDifference.binary(one, new boolean[] {true, true, false}), 1e-15);
    }

    @Test
    public void shouldManageAsManyPersonsAsThereMightBe() {
        Random random = new Random(82);
        boolean[] treated = new boolean[150_000];
        double[] values = new double[150_000];
        for (int i = 0; i < treated.length; i++) {
            treated[i] = random.nextBoolean();
            values[i] = 1e6 + random.nextGaussian() + (treated[i] ? 0.3 : 0);
        }
        assertEquals(0.3, StandardizedDifference.continuous(treated, values), 0.02);
    }

    @Test
    public void shouldRefuseWhatAreNoGroups() {
        assertThrows(
                IllegalArgumentException.class, () -> StandardizedDifference.continuous(TWO_AND_TWO, new double[3]));
        assertThrows(
                IllegalArgumentException.class,
                () -> StandardizedDifference.continuous(TWO_AND_TWO, new double[] {1, 2, 3, Double.NaN}));
        assertThrows(
                IllegalArgumentException.class,
                () -> StandardizedDifference.continuous(TWO_AND_TWO, new double[4], new double[3]));
        for (double weight : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> StandardizedDifference.binary(TWO_AND_TWO, new boolean[4], new double[] {1, 1, 1, weight}));
        }
        assertThrows(IllegalArgumentException.class, () -> StandardizedDifference.binary(TWO_AND_TWO, new boolean[5]));
        assertThrows(
                IllegalArgumentException.class,
                () -> StandardizedDifference.categorical(TWO_AND_TWO, new int[] {0, 1, 2, 0}, 2));
        assertThrows(
                IllegalArgumentException.class,
                () -> StandardizedDifference.categorical(TWO_AND_TWO, new int[] {0, -1, 1, 0}, 2));
    }
}
