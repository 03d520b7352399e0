/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.agreement;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.statistics.RFixture.assertFound;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.MeasurementError;
import org.openmrs.module.smpr.statistics.RFixture;
import org.openmrs.module.smpr.statistics.agreement.IntraclassCorrelation.Form;

public class IntraclassCorrelationTest {

    /** Table 2 of Shrout and Fleiss (1979, Psychol Bull 86:420-428): four judges rate six targets. */
    private static final double[][] SHROUT_AND_FLEISS = {
        {9, 2, 5, 8}, {6, 1, 3, 2}, {8, 4, 6, 8}, {7, 1, 2, 6}, {10, 5, 6, 9}, {6, 2, 4, 7}
    };

    /** Their table 4, to the two digits that they print. */
    @Test
    public void shouldAgreeWithShroutAndFleiss() {
        double[] published = {0.17, 0.44, 0.29, 0.62, 0.71, 0.91};
        for (Form form : Form.values()) {
            assertEquals(
                    form.toString(),
                    published[form.ordinal()],
                    IntraclassCorrelation.of(form, SHROUT_AND_FLEISS).getValue(),
                    0.005);
        }
    }

    /** Their table 3: mean squares between targets 11.24, within 6.26, between judges 32.49, residual 1.02. */
    @Test
    public void shouldHaveTheVariancesOfTheMeanSquaresOfShroutAndFleiss() {
        IntraclassCorrelation oneWay = IntraclassCorrelation.of(Form.ONE_WAY_SINGLE, SHROUT_AND_FLEISS);
        assertEquals(6.26, oneWay.getErrorVariance(), 0.005);
        assertEquals((11.24 - 6.26) / 4, oneWay.getPersonVariance(), 0.005);
        assertEquals(Double.NaN, oneWay.getRaterVariance(), 0);
        IntraclassCorrelation crossed = IntraclassCorrelation.of(Form.AGREEMENT_SINGLE, SHROUT_AND_FLEISS);
        assertEquals(1.02, crossed.getErrorVariance(), 0.005);
        assertEquals((11.24 - 1.02) / 4, crossed.getPersonVariance(), 0.005);
        assertEquals((32.49 - 1.02) / 6, crossed.getRaterVariance(), 0.005);
    }

    @Test
    public void shouldAgreeWithPsych() {
        RFixture r = RFixture.of("intraclass-correlation");
        JsonNode sets = r.results().get("crossed");
        assertEquals(5, sets.size());
        for (Iterator<String> names = sets.fieldNames(); names.hasNext(); ) {
            String set = names.next();
            double[][] ratings = ratings(r.rows(set));
            for (Form form : Form.values()) {
                JsonNode expected = sets.get(set).get(form.name());
                IntraclassCorrelation found = IntraclassCorrelation.of(form, ratings);
                String what = set + " " + form;
                assertEquals(ratings.length, found.getN());
                assertEquals(ratings[0].length, found.getRaters(), 0);
                assertFound(what, expected.get("value"), found.getValue());
                assertFound(what, expected.get("f"), found.getF());
                assertFound(what, expected.get("df1"), found.getNumeratorDegreesOfFreedom());
                assertFound(what, expected.get("df2"), found.getDenominatorDegreesOfFreedom());
                assertFound(what, expected.get("p"), found.getPValue());
                assertInterval(what, expected, found.getInterval());
            }
        }
    }

    @Test
    public void shouldAgreeWithTheAnalysisOfVarianceInRWherePersonsHaveDifferentNumbersOfRaters() {
        RFixture r = RFixture.of("intraclass-correlation");
        double[][] ratings = ratings(r.rows("uneven"));
        JsonNode expected = r.results().get("uneven");
        IntraclassCorrelation single = IntraclassCorrelation.of(Form.ONE_WAY_SINGLE, ratings);
        assertEquals(12, single.getN());
        assertEquals(28, single.getRatings());
        assertFound("k0", expected.get("k0"), single.getRaters());
        assertFound("F", expected.get("f"), single.getF());
        assertFound("df1", expected.get("df1"), single.getNumeratorDegreesOfFreedom());
        assertFound("df2", expected.get("df2"), single.getDenominatorDegreesOfFreedom());
        assertFound("p", expected.get("p"), single.getPValue());
        assertFound("person", expected.get("person"), single.getPersonVariance());
        assertFound("error", expected.get("error"), single.getErrorVariance());
        assertFound("ICC(1)", expected.get("single").get("value"), single.getValue());
        assertInterval("ICC(1)", expected.get("single"), single.getInterval());
        IntraclassCorrelation mean = IntraclassCorrelation.of(Form.ONE_WAY_MEAN, ratings);
        assertFound("ICC(1,k)", expected.get("mean").get("value"), mean.getValue());
        assertInterval("ICC(1,k)", expected.get("mean"), mean.getInterval());
    }

    @Test
    public void shouldKeepANegativeEstimateAndSayThatItIsNone() {
        double[][] contrary = {{1, 6}, {5, 1}, {2, 4}, {6, 5}};
        for (Form form : Form.values()) {
            IntraclassCorrelation found = IntraclassCorrelation.of(form, contrary);
            assertTrue(form.toString(), found.getValue() < 0);
            assertTrue(found.isNegative());
            assertTrue(found.getPersonVariance() < 0);
            assertTrue(found.getInterval().contains(found.getValue()));
            assertFalse(found.getMeasurementError().isPresent());
        }
    }

    /** SEM² is the variance that the form counts as error, for a mean over the number of raters. */
    @Test
    public void shouldGiveTheErrorOfARating() {
        for (Form form : Form.values()) {
            IntraclassCorrelation found = IntraclassCorrelation.of(form, SHROUT_AND_FLEISS);
            double error = found.getErrorVariance();
            if (form == Form.AGREEMENT_SINGLE || form == Form.AGREEMENT_MEAN) {
                error += found.getRaterVariance();
            }
            MeasurementError measurement = found.getMeasurementError().get();
            assertEquals(found.getValue(), measurement.getReliability(), 0);
            assertEquals(
                    form.toString(),
                    Math.sqrt(form.name().endsWith("MEAN") ? error / 4 : error),
                    measurement.standardError(),
                    1e-12);
        }
        // 1.96 √2 √6.26
        assertEquals(
                6.936,
                IntraclassCorrelation.of(Form.ONE_WAY_SINGLE, SHROUT_AND_FLEISS)
                        .getMeasurementError()
                        .get()
                        .minimalDetectableChange(),
                0.005);
    }

    @Test
    public void shouldNotChangeWithTheUnitOfRatingsNorWithTheOrderOfPersons() {
        double[][] other = {
            {1060, 1010, 1030, 1020}, {1090, 1020, 1050, 1080}, {1080, 1040, 1060, 1080},
            {1060, 1020, 1040, 1070}, {1070, 1010, 1020, 1060}, {1100, 1050, 1060, 1090}
        };
        for (Form form : Form.values()) {
            IntraclassCorrelation one = IntraclassCorrelation.of(form, SHROUT_AND_FLEISS);
            IntraclassCorrelation found = IntraclassCorrelation.of(form, other);
            assertEquals(one.getValue(), found.getValue(), 1e-12);
            assertEquals(one.getInterval().getLower(), found.getInterval().getLower(), 1e-12);
            assertEquals(100 * one.getErrorVariance(), found.getErrorVariance(), 1e-9);
        }
    }

    @Test
    public void shouldBeOneWithoutErrorAndPromiseNoInterval() {
        double[][] agreed = {{7.1, 7.1}, {9.3, 9.3}, {4.7, 4.7}};
        for (Form form : Form.values()) {
            IntraclassCorrelation found = IntraclassCorrelation.of(form, agreed);
            assertEquals(form.toString(), 1, found.getValue(), 1e-15);
            assertEquals(Double.POSITIVE_INFINITY, found.getF(), 0);
            assertEquals(0, found.getPValue(), 0);
            assertFalse(found.getInterval().isDefined());
            assertFalse(found.getMeasurementError().isPresent());
        }
    }

    @Test
    public void shouldBeOneForConsistencyOnlyWhereARaterIsAlwaysSterner() {
        double[][] sterner = {{7.1, 8.2}, {9.3, 10.4}, {4.7, 5.8}};
        assertEquals(
                1, IntraclassCorrelation.of(Form.CONSISTENCY_SINGLE, sterner).getValue(), 1e-15);
        assertTrue(IntraclassCorrelation.of(Form.AGREEMENT_SINGLE, sterner).getValue() < 0.95);
        assertTrue(IntraclassCorrelation.of(Form.ONE_WAY_SINGLE, sterner).getValue() < 0.95);
    }

    @Test
    public void shouldBeAsLowAsItGetsWherePersonsDoNotDiffer() {
        double[][] alike = {{1, 3, 5}, {5, 1, 3}, {3, 5, 1}};
        IntraclassCorrelation single = IntraclassCorrelation.of(Form.ONE_WAY_SINGLE, alike);
        assertEquals(-0.5, single.getValue(), 1e-15);
        assertEquals(0, single.getF(), 0);
        assertEquals(1, single.getPValue(), 0);
        assertFalse(single.getInterval().isDefined());
        assertEquals(
                Double.NaN, IntraclassCorrelation.of(Form.ONE_WAY_MEAN, alike).getValue(), 0);
        assertEquals(
                -0.5, IntraclassCorrelation.of(Form.CONSISTENCY_SINGLE, alike).getValue(), 1e-15);
        assertEquals(
                Double.NaN,
                IntraclassCorrelation.of(Form.CONSISTENCY_MEAN, alike).getValue(),
                0);
        assertEquals(
                Double.NaN, IntraclassCorrelation.of(Form.AGREEMENT_MEAN, alike).getValue(), 0);
    }

    @Test
    public void shouldBeUndefinedWhereAllRatingsAreTheSame() {
        for (Form form : Form.values()) {
            IntraclassCorrelation found =
                    IntraclassCorrelation.of(form, new double[][] {{0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}, {0.1, 0.1, 0.1}});
            assertUndefined(found);
            assertEquals(0, found.getPersonVariance(), 0);
        }
    }

    @Test
    public void shouldBeUndefinedForNobodyOrOnePersonOrOneRater() {
        for (Form form : Form.values()) {
            assertUndefined(IntraclassCorrelation.of(form));
            assertUndefined(IntraclassCorrelation.of(form, new double[] {3, 4}));
            assertUndefined(IntraclassCorrelation.of(form, new double[] {3}, new double[] {4}, new double[] {9}));
        }
    }

    @Test
    public void shouldBeDefinedForTwoPersonsRatedTwice() {
        for (Form form : Form.values()) {
            IntraclassCorrelation found = IntraclassCorrelation.of(form, new double[] {3, 4}, new double[] {8, 6});
            assertTrue(found.getInterval().isDefined());
            assertTrue(found.getInterval().contains(found.getValue()));
        }
    }

    /** The formula for the mean of k has no value from a single correlation of −1 / (k − 1) down. */
    @Test
    public void shouldHaveAnIntervalWithoutAnEndWhereAMeanHasNone() {
        double[][] contrary = {{1, 5}, {5, 2}, {2, 6}, {6, 1}, {2, 5}, {6, 6}};
        IntraclassCorrelation found = IntraclassCorrelation.of(Form.AGREEMENT_MEAN, contrary);
        assertTrue(found.getValue() < 0);
        assertEquals(Double.NEGATIVE_INFINITY, found.getInterval().getLower(), 0);
        assertTrue(found.getInterval().contains(found.getValue()));
        assertTrue(found.getInterval().getUpper() < 1);
    }

    @Test
    public void shouldGiveNoCorrelationOfMeansThatHardlyDiffer() {
        double[][] alike = {{1, 3}, {3, 1.1}, {1, 3}, {3, 1}, {1, 3}, {3, 1}};
        IntraclassCorrelation found = IntraclassCorrelation.of(Form.AGREEMENT_MEAN, alike);
        assertEquals(Double.NaN, found.getValue(), 0);
        assertFalse(found.getInterval().isDefined());
        assertTrue(IntraclassCorrelation.of(Form.AGREEMENT_SINGLE, alike).getValue() < -0.9);
    }

    @Test
    public void shouldManageAsManyPersonsAsThereMightBe() {
        Random random = new Random(79);
        double[][] ratings = new double[75_000][2];
        for (double[] person : ratings) {
            double true_ = 4 * random.nextGaussian();
            for (int i = 0; i < 2; i++) {
                person[i] = Math.round(20 + true_ + i + 3 * random.nextGaussian());
            }
        }
        // 16 of 16 + 9, and 1/2 more between the raters, and 1/12 by rounding
        assertEquals(
                0.64, IntraclassCorrelation.of(Form.CONSISTENCY_SINGLE, ratings).getValue(), 0.01);
        assertEquals(
                0.626, IntraclassCorrelation.of(Form.AGREEMENT_SINGLE, ratings).getValue(), 0.01);
        IntraclassCorrelation mean = IntraclassCorrelation.of(Form.CONSISTENCY_MEAN, ratings);
        double single =
                IntraclassCorrelation.of(Form.CONSISTENCY_SINGLE, ratings).getValue();
        assertEquals(2 * single / (1 + single), mean.getValue(), 1e-12);
    }

    @Test
    public void shouldRefuseWhatIsNoSetOfRatings() {
        for (Form form : Form.values()) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> IntraclassCorrelation.of(form, new double[] {3, Double.NaN}, new double[] {1, 2}));
            assertThrows(
                    IllegalArgumentException.class,
                    () -> IntraclassCorrelation.of(form, new double[0], new double[] {1, 2}));
        }
        double[][] uneven = {{3, 4}, {1, 2, 2}};
        IntraclassCorrelation.of(Form.ONE_WAY_MEAN, uneven);
        assertThrows(IllegalArgumentException.class, () -> IntraclassCorrelation.of(Form.AGREEMENT_SINGLE, uneven));
        assertThrows(IllegalArgumentException.class, () -> IntraclassCorrelation.of(Form.CONSISTENCY_MEAN, uneven));
    }

    private static double[][] ratings(List<CSVRecord> rows) {
        Map<Integer, List<CSVRecord>> persons = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Integer.parseInt(row.get("person")), TreeMap::new, Collectors.toList()));
        return persons.values().stream()
                .map(person -> RFixture.numbers(person, "rating"))
                .toArray(double[][]::new);
    }

    private static void assertInterval(String what, JsonNode expected, Interval found) {
        assertFound(what, expected.get("lower"), found.getLower());
        assertFound(what, expected.get("upper"), found.getUpper());
    }

    private static void assertUndefined(IntraclassCorrelation found) {
        assertEquals(Double.NaN, found.getValue(), 0);
        assertEquals(Double.NaN, found.getF(), 0);
        assertEquals(Double.NaN, found.getPValue(), 0);
        assertFalse(found.getInterval().isDefined());
        assertFalse(found.isNegative());
        assertFalse(found.getMeasurementError().isPresent());
    }
}
