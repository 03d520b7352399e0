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
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.RFixture;
import org.openmrs.module.smpr.statistics.change.SignedRank.Zeros;

public class SignedRankTest {

    @Test
    public void shouldAgreeWithR() {
        RFixture r = RFixture.of("signed-rank");
        JsonNode sets = r.results().get("sets");
        assertEquals(13, sets.size());
        for (Iterator<String> names = sets.fieldNames(); names.hasNext(); ) {
            String set = names.next();
            JsonNode expected = sets.get(set);
            List<CSVRecord> rows = r.rows(set);
            double[] first = RFixture.numbers(rows, "first");
            double[] second = RFixture.numbers(rows, "second");
            SignedRank found = SignedRank.of(first, second);
            SignedRank ranked = SignedRank.of(first, second, Zeros.RANKED);
            assertFound(set, expected.get("n"), found.getN());
            assertFound(set, expected.get("zeros"), found.getZeros());
            assertFound(set, expected.get("positive"), found.getPositive());
            assertFound(set, expected.get("plus"), found.getStatistic());
            assertFound(set, expected.get("minus"), found.getNegativeSum());
            assertFound(set, expected.get("rankBiserial"), found.getRankBiserial());
            assertFound(set, expected.get("prattPlus"), ranked.getStatistic());
            assertFound(set, expected.get("prattMinus"), ranked.getNegativeSum());
            assertEquals(expected.has("tabled"), found.isExact());
            if (expected.has("tabled")) {
                assertFound(set, expected.get("tabled"), found.getPValue(), 1e-12);
            }
            if (expected.has("enumerated")) {
                assertFound(set, expected.get("enumerated"), found.getPValue(), 1e-12);
                assertFound(set, expected.get("prattEnumerated"), ranked.getPValue(), 1e-12);
            }
            if (expected.has("approximate")) {
                assertFound(set, expected.get("approximate").get("V"), found.getStatistic());
                assertFound(set, expected.get("approximate").get("p"), found.getPValue(), 1e-12);
                assertFound(set, expected.get("prattApproximate"), ranked.getPValue(), 1e-12);
            }
            assertFound(set, expected.get("estimate"), found.getEstimate());
            if (expected.has("lower")) {
                assertFound(set, expected.get("lower"), found.getInterval().getLower());
                assertFound(set, expected.get("upper"), found.getInterval().getUpper());
            }
            if (expected.has("wilcox")) {
                assertWilcox(set, expected.get("wilcox"), found);
            }
        }
    }

    private static void assertWilcox(String set, JsonNode wilcox, SignedRank found) {
        assertFound(set, wilcox.get("V"), found.getStatistic());
        assertFound(set, wilcox.get("p"), found.getPValue(), 1e-12);
        if (wilcox.has("estimate")) {
            assertFound(set, wilcox.get("estimate"), found.getEstimate());
        }
        assertEquals(wilcox.has("lower"), found.getInterval().isDefined());
        if (wilcox.has("lower")) {
            assertFound(set, wilcox.get("lower"), found.getInterval().getLower());
            assertFound(set, wilcox.get("upper"), found.getInterval().getUpper());
        }
    }

    /**
     * Depression of nine patients before and after the first visit of a therapy, in Hollander and Wolfe (1973, p. 27) and R's
     * help on wilcox.test: V = 40 of first less second, one-sided p = 0.01953.
     */
    @Test
    public void shouldAgreeWithTheDepressionScoresOfHollanderAndWolfe() {
        SignedRank found = SignedRank.of(
                new double[] {1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30},
                new double[] {0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29});
        assertEquals(5, found.getStatistic(), 0);
        assertEquals(40, found.getNegativeSum(), 0);
        assertTrue(found.isExact());
        assertEquals(2 * 0.01953125, found.getPValue(), 1e-15);
        // Hollander and Wolfe: −0.46, and 96.1 % from −0.786 to −0.010
        assertEquals(-0.46, found.getEstimate(), 1e-12);
        assertEquals(-0.786, found.getInterval().getLower(), 1e-12);
        assertEquals(-0.010, found.getInterval().getUpper(), 1e-12);
    }

    @Test
    public void shouldSayNothingWithoutPairs() {
        SignedRank none = of();
        assertEquals(0, none.getN());
        assertNoTest(none);
        assertEquals(Double.NaN, none.getEstimate(), 0);
        assertFalse(none.getInterval().isDefined());
    }

    @Test
    public void shouldHaveNothingToTestWhereNobodyChanged() {
        for (Zeros treatment : Zeros.values()) {
            SignedRank same = SignedRank.of(new double[7], new double[7], treatment);
            assertEquals(7, same.getZeros());
            assertEquals(0, same.getPositive());
            assertEquals(0, same.getNegative());
            assertNoTest(same);
            assertEquals(0, same.getEstimate(), 0);
            assertEquals(new Interval(0, 0), same.getInterval());
        }
    }

    @Test
    public void shouldFindNothingInOneOrTwoPairs() {
        SignedRank one = of(-3);
        assertEquals(1, one.getPValue(), 0);
        assertEquals(-3, one.getEstimate(), 0);
        assertEquals(-1, one.getRankBiserial(), 0);
        assertFalse(one.getInterval().isDefined());
        SignedRank two = of(-3, -1);
        assertEquals(0.5, two.getPValue(), 0);
        assertEquals(-2, two.getEstimate(), 0);
        assertFalse(two.getInterval().isDefined());
    }

    @Test
    public void shouldNeedSixPairsForAnInterval() {
        assertFalse(of(1, 2, 3, 4, 5).getInterval().isDefined());
        assertEquals(new Interval(1, 6), of(1, 2, 3, 4, 5, 6).getInterval());
    }

    @Test
    public void shouldShareRanksAmongTies() {
        // 1.5, 1.5 | 3, 4 of −1, 1, 2, −5
        SignedRank found = of(-1, 1, 2, -5);
        assertEquals(4.5, found.getStatistic(), 0);
        assertEquals(5.5, found.getNegativeSum(), 0);
        assertEquals(-0.1, found.getRankBiserial(), 1e-15);
    }

    @Test
    public void shouldRankWithoutZerosOrWithThem() {
        double[] differences = {0, 0, 0, 2, -3, 5};
        SignedRank dropped = of(differences);
        // 1, 2, 3
        assertEquals(4, dropped.getStatistic(), 0);
        assertEquals(2, dropped.getNegativeSum(), 0);
        // 4, 5, 6
        SignedRank ranked = SignedRank.of(new double[6], differences, Zeros.RANKED);
        assertEquals(10, ranked.getStatistic(), 0);
        assertEquals(5, ranked.getNegativeSum(), 0);
        assertEquals(Zeros.DROPPED, dropped.getTreatment());
        assertEquals(Zeros.RANKED, ranked.getTreatment());
        assertEquals(3, ranked.getZeros());
    }

    @Test
    public void shouldKeepZerosInTheEstimate() {
        // Of the 21 averages of five zeros and a 10, 15 are 0; without zeros it would be 10.
        assertEquals(0, of(0, 0, 0, 0, 0, 10).getEstimate(), 0);
    }

    @Test
    public void shouldNotBreakTiesNorZerosByRounding() {
        SignedRank found = SignedRank.of(new double[] {0.1 + 0.2, 20.1, 7.7, 0.5}, new double[] {0.3, 20.3, 7.5, 0.3});
        assertEquals(1, found.getZeros());
        assertEquals(2, found.getStatistic(), 0);
        assertEquals(4, found.getNegativeSum(), 0);
    }

    @Test
    public void shouldMirrorWhenTheWavesAreExchanged() {
        Random random = new Random(91);
        for (int n : new int[] {8, 30, 250}) {
            double[] first = random.ints(n, 10, 30).asDoubleStream().toArray();
            double[] second = random.ints(n, 8, 28).asDoubleStream().toArray();
            SignedRank forth = SignedRank.of(first, second);
            SignedRank back = SignedRank.of(second, first);
            assertEquals(forth.getPValue(), back.getPValue(), 1e-14);
            assertEquals(forth.getStatistic(), back.getNegativeSum(), 0);
            assertEquals(forth.getEstimate(), -back.getEstimate(), 0);
            assertEquals(forth.getInterval().getLower(), -back.getInterval().getUpper(), 0);
            assertEquals(forth.getRankBiserial(), -back.getRankBiserial(), 0);
            assertEquals(forth.getPositive(), back.getNegative());
        }
    }

    /** The exact and the approximate test and interval meet where the one takes over from the other. */
    @Test
    public void shouldChangeLittleWhereItBecomesApproximate() {
        double[] differences =
                new Random(92).doubles(SignedRank.EXACT_UP_TO, -1, 1.2).toArray();
        SignedRank exact = of(differences);
        double[] more = Arrays.copyOf(differences, differences.length + 1);
        more[differences.length] = 1e-7;
        SignedRank approximate = of(more);
        assertTrue(exact.isExact());
        assertFalse(approximate.isExact());
        assertEquals(exact.getPValue(), approximate.getPValue(), 0.002);
        assertEquals(exact.getInterval().getLower(), approximate.getInterval().getLower(), 0.005);
        assertEquals(exact.getInterval().getUpper(), approximate.getInterval().getUpper(), 0.005);
    }

    /** Pratt's ranks are as high as there are pairs, however few of them differ. */
    @Test
    public void shouldNotTryAnExactTestOfHighRanks() {
        double[] differences = new double[150_000];
        Arrays.fill(differences, 0, 150, -2);
        Arrays.fill(differences, 150, 200, 1);
        SignedRank ranked = SignedRank.of(new double[differences.length], differences, Zeros.RANKED);
        assertFalse(ranked.isExact());
        assertTrue(ranked.getPValue() < 1e-9);
    }

    /** W⁺ is a sum over all pairs of differences (Tukey): how many of their averages are above 0. */
    @Test
    public void shouldManageAsManyPairsAsThereMightBe() {
        int n = 150_000;
        double[] differences = new Random(93).doubles(n, -1, 1.01).toArray();
        SignedRank found = of(differences);
        double[] sorted = differences.clone();
        Arrays.sort(sorted);
        double above = 0;
        for (int i = 0; i < n; i++) {
            above += n - Math.max(i, -1 - Arrays.binarySearch(sorted, -sorted[i]));
        }
        assertEquals(above, found.getStatistic(), 0);
        assertEquals(n * (n + 1.0) / 2, found.getStatistic() + found.getNegativeSum(), 0);
        assertEquals(0.005, found.getEstimate(), 0.005);
        assertTrue(found.getInterval().contains(found.getEstimate()));
        assertTrue(found.getPValue() > 0 && found.getPValue() < 1);
    }

    @Test
    public void shouldRefuseWhatAreNoPairs() {
        assertThrows(IllegalArgumentException.class, () -> SignedRank.of(new double[2], new double[1]));
        assertThrows(IllegalArgumentException.class, () -> SignedRank.of(new double[] {Double.NaN}, new double[] {1}));
        assertThrows(
                IllegalArgumentException.class,
                () -> SignedRank.of(new double[] {1}, new double[] {Double.POSITIVE_INFINITY}));
    }

    private static void assertNoTest(SignedRank test) {
        assertEquals(0, test.getStatistic(), 0);
        assertEquals(Double.NaN, test.getPValue(), 0);
        assertFalse(test.isExact());
        assertEquals(Double.NaN, test.getRankBiserial(), 0);
    }

    private static SignedRank of(double... differences) {
        return SignedRank.of(new double[differences.length], differences);
    }
}
