/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.agreement;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Random;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.RFixture;
import org.openmrs.module.smpr.statistics.agreement.WeightedKappa.Weights;

public class WeightedKappaTest {

    /** Table 1 of Fleiss, Cohen and Everitt (1969, Psychol Bull 72:323-327), 200 diagnoses. */
    private static final int[][] FLEISS_COHEN_EVERITT = {{106, 10, 4}, {22, 28, 10}, {2, 12, 6}};

    /**
     * The standard errors are those of the delta method with numerical derivatives, to nine digits or so. The variance without
     * weights in psych's cohen.kappa is the same; that with weights is another, which also breaks down where a category is
     * absent.
     */
    @Test
    public void shouldAgreeWithR() {
        JsonNode tables = RFixture.of("weighted-kappa").results().get("tables");
        assertEquals(4, tables.size());
        for (Iterator<String> names = tables.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            JsonNode expected = tables.get(name);
            int[][] counts = RFixture.table(expected.get("table"));
            WeightedKappa none = WeightedKappa.of(counts, Weights.NONE);
            assertKappa(name, expected.get("unweighted"), none);
            assertFound(name, expected.get("unweighted").get("psychSe"), none.getStandardError());
            assertKappa(name, expected.get("linear"), WeightedKappa.of(counts, Weights.LINEAR));
            assertKappa(name, expected.get("quadratic"), WeightedKappa.of(counts, Weights.QUADRATIC));
        }
    }

    private static void assertKappa(String name, JsonNode expected, WeightedKappa found) {
        assertFound(name, expected.get("value"), found.getValue());
        assertFound(name, expected.get("se"), found.getStandardError());
        double half = 1.959963984540054 * found.getStandardError();
        assertEquals(found.getValue() - half, found.getInterval().getLower(), 1e-12);
        assertEquals(found.getValue() + half, found.getInterval().getUpper(), 1e-12);
    }

    /** Without weights 0.429, with theirs 0.507. The variances are those of the delta method with numerical derivatives in R. */
    @Test
    public void shouldAgreeWithFleissCohenAndEveritt() {
        WeightedKappa none = WeightedKappa.of(FLEISS_COHEN_EVERITT, Weights.NONE);
        assertEquals(0.70, none.getObserved(), 1e-12);
        assertEquals(0.475, none.getExpected(), 1e-12);
        assertEquals(0.429, none.getValue(), 0.0005);
        assertEquals(0.002885, Math.pow(none.getStandardError(), 2), 0.0000005);
        double[][] weights = {{0, 1, 5 / 9.0}, {1, 0, 3 / 9.0}, {5 / 9.0, 3 / 9.0, 0}};
        WeightedKappa weighted = WeightedKappa.of(FLEISS_COHEN_EVERITT, weights);
        assertEquals(0.507, weighted.getValue(), 0.0005);
        assertEquals(0.003248, Math.pow(weighted.getStandardError(), 2), 0.0000005);
    }

    /** Table 1 of Cohen (1968, Psychol Bull 70:213-220), with his disagreements of 1, 3 and 6: 0.348, and 0.492 without. */
    @Test
    public void shouldAgreeWithCohen() {
        int[][] counts = {{88, 14, 18}, {10, 40, 10}, {2, 6, 12}};
        double[][] weights = {{0, 1 / 6.0, 3 / 6.0}, {1 / 6.0, 0, 1}, {3 / 6.0, 1, 0}};
        assertEquals(0.492, WeightedKappa.of(counts, Weights.NONE).getValue(), 0.0005);
        assertEquals(0.348, WeightedKappa.of(counts, weights).getValue(), 0.0005);
    }

    /**
     * Output of SAS FREQ with its default weights, those of Cicchetti and Allison, in the tests of statsmodels
     * (stats/tests/test_inter_rater.py): kappa, its asymptotic standard error, bounds.
     */
    @Test
    public void shouldAgreeWithSas() {
        int[][] counts = {{0, 4, 1}, {0, 8, 0}, {0, 1, 5}};
        assertSas(0.4842, 0.1380, 0.2137, 0.7547, WeightedKappa.of(counts, Weights.NONE));
        assertSas(0.4701, 0.1457, 0.1845, 0.7558, WeightedKappa.of(counts, Weights.LINEAR));
    }

    private static void assertSas(double value, double error, double lower, double upper, WeightedKappa found) {
        assertEquals(value, found.getValue(), 0.00005);
        assertEquals(error, found.getStandardError(), 0.00005);
        assertEquals(lower, found.getInterval().getLower(), 0.00005);
        assertEquals(upper, found.getInterval().getUpper(), 0.00005);
    }

    @Test
    public void shouldCountPairsOfRatings() {
        int[] first = {0, 2, 2, 1, 1, 2};
        int[] second = {1, 0, 2, 1, 2, 2};
        for (Weights weights : Weights.values()) {
            assertEquals(
                    WeightedKappa.of(new int[][] {{0, 1, 0}, {0, 1, 1}, {1, 0, 2}}, weights),
                    WeightedKappa.of(first, second, 3, weights));
        }
    }

    @Test
    public void shouldCreditNearMissesByTheirWeights() {
        // Two of four agree, one is off by one, one by two
        int[] first = {0, 2, 0, 0};
        int[] second = {0, 2, 1, 2};
        assertEquals(0.5, WeightedKappa.of(first, second, 3, Weights.NONE).getObserved(), 1e-15);
        assertEquals(0.625, WeightedKappa.of(first, second, 3, Weights.LINEAR).getObserved(), 1e-15);
        assertEquals(
                0.6875, WeightedKappa.of(first, second, 3, Weights.QUADRATIC).getObserved(), 1e-15);
    }

    /** Fleiss and Cohen (1973): as for a mean of squared differences, n times what two-way analysis of variance has. */
    @Test
    public void shouldBeTheCorrelationOfConcordanceWithQuadraticWeights() {
        Random random = new Random(73);
        int[] first = random.ints(50, 0, 5).toArray();
        int[] second = Arrays.stream(first)
                .map(rating -> Math.min(4, Math.max(0, rating + random.nextInt(3) - 1)))
                .toArray();
        double mean = Arrays.stream(first).average().getAsDouble();
        double other = Arrays.stream(second).average().getAsDouble();
        double products = 0;
        double squares = 0;
        for (int i = 0; i < 50; i++) {
            products += (first[i] - mean) * (second[i] - other);
            squares += (first[i] - mean) * (first[i] - mean) + (second[i] - other) * (second[i] - other);
        }
        // Lin (1989, Biometrics 45:255-268)
        assertEquals(
                2 * products / (squares + 50 * (mean - other) * (mean - other)),
                WeightedKappa.of(first, second, 5, Weights.QUADRATIC).getValue(),
                1e-12);
    }

    @Test
    public void shouldNotChangeWithCategoriesThatNobodyWasGiven() {
        int[] first = {1, 3, 3, 1, 2, 3};
        int[] second = {1, 2, 3, 1, 1, 3};
        for (Weights weights : Weights.values()) {
            WeightedKappa few = WeightedKappa.of(first, second, 4, weights);
            WeightedKappa many = WeightedKappa.of(first, second, 9, weights);
            assertEquals(few.getValue(), many.getValue(), 1e-13);
            assertEquals(few.getStandardError(), many.getStandardError(), 1e-13);
        }
    }

    @Test
    public void shouldBeTheSameForTwoCategoriesWhateverTheWeights() {
        int[][] counts = {{9, 3}, {2, 6}};
        WeightedKappa none = WeightedKappa.of(counts, Weights.NONE);
        assertEquals(none, WeightedKappa.of(counts, Weights.LINEAR));
        assertEquals(none, WeightedKappa.of(counts, Weights.QUADRATIC));
    }

    @Test
    public void shouldBeUndefinedWithoutPersons() {
        WeightedKappa none = WeightedKappa.of(new int[0], new int[0], 3, Weights.LINEAR);
        assertEquals(0, none.getN());
        assertEquals(Double.NaN, none.getObserved(), 0);
        assertEquals(Double.NaN, none.getExpected(), 0);
        assertUndefined(none);
    }

    @Test
    public void shouldBeUndefinedWhereAllRatingsAreTheSame() {
        for (Weights weights : Weights.values()) {
            WeightedKappa same = WeightedKappa.of(new int[] {2, 2, 2}, new int[] {2, 2, 2}, 5, weights);
            assertEquals(1, same.getObserved(), 0);
            assertEquals(1, same.getExpected(), 0);
            assertUndefined(same);
            assertUndefined(WeightedKappa.of(new int[][] {{7}}, weights));
        }
    }

    @Test
    public void shouldBeZeroWhereOneRaterKnowsOneCategoryOnly() {
        WeightedKappa found = WeightedKappa.of(new int[] {0, 1, 1, 0}, new int[] {1, 1, 1, 1}, 2, Weights.NONE);
        assertEquals(0, found.getValue(), 1e-15);
        assertEquals(0, found.getStandardError(), 0);
        assertFalse(found.getInterval().isDefined());
    }

    @Test
    public void shouldBeOneWhereAllAgreeAndPromiseNoInterval() {
        for (Weights weights : Weights.values()) {
            WeightedKappa found = WeightedKappa.of(new int[] {0, 1, 2, 0, 1}, new int[] {0, 1, 2, 0, 1}, 3, weights);
            assertEquals(1, found.getValue(), 0);
            assertEquals(1, found.getObserved(), 0);
            assertEquals(0, found.getStandardError(), 0);
            assertFalse(found.getInterval().isDefined());
        }
    }

    @Test
    public void shouldBeDefinedForTwoPersons() {
        WeightedKappa against = WeightedKappa.of(new int[] {0, 1}, new int[] {1, 0}, 2, Weights.NONE);
        assertEquals(-1, against.getValue(), 1e-15);
        assertFalse(against.getInterval().isDefined());
        // One person agreed on, one not: 1/2 where chance gives 1/2
        assertEquals(
                0,
                WeightedKappa.of(new int[] {0, 1}, new int[] {0, 0}, 2, Weights.NONE)
                        .getValue(),
                1e-15);
    }

    @Test
    public void shouldManageAsManyPersonsAsThereMightBe() {
        int[] first = new Random(74).ints(150_000, 0, 5).toArray();
        int[] second = new Random(75).ints(150_000, 0, 5).toArray();
        for (int i = 0; i < 75_000; i++) {
            second[i] = first[i];
        }
        // Half agree, and half by chance
        assertEquals(0.5, WeightedKappa.of(first, second, 5, Weights.NONE).getValue(), 0.01);
        assertEquals(0.5, WeightedKappa.of(first, second, 5, Weights.QUADRATIC).getValue(), 0.01);
    }

    @Test
    public void shouldRefuseWhatAreNoRatings() {
        assertThrows(
                IllegalArgumentException.class,
                () -> WeightedKappa.of(new int[] {0, 1}, new int[] {0}, 2, Weights.NONE));
        assertThrows(
                IllegalArgumentException.class, () -> WeightedKappa.of(new int[] {2}, new int[] {0}, 2, Weights.NONE));
        assertThrows(
                IllegalArgumentException.class, () -> WeightedKappa.of(new int[] {0}, new int[] {-1}, 2, Weights.NONE));
        assertThrows(IllegalArgumentException.class, () -> WeightedKappa.of(new int[0], new int[0], 0, Weights.NONE));
        assertThrows(IllegalArgumentException.class, () -> WeightedKappa.of(new int[][] {{1, 2}}, Weights.NONE));
        assertThrows(
                IllegalArgumentException.class, () -> WeightedKappa.of(new int[][] {{1, -2}, {0, 0}}, Weights.NONE));
        assertThrows(IllegalArgumentException.class, () -> WeightedKappa.of(new int[0][], Weights.NONE));
    }

    private static void assertUndefined(WeightedKappa kappa) {
        assertEquals(Double.NaN, kappa.getValue(), 0);
        assertEquals(Double.NaN, kappa.getStandardError(), 0);
        assertFalse(kappa.getInterval().isDefined());
    }
}
