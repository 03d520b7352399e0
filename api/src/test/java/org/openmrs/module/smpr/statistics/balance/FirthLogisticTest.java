/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.balance;

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

public class FirthLogisticTest {

    /**
     * Estimates, standard errors and probabilities by brglm2; the profiles by general optimizers in R, as brglm2 has none.
     * Among the data: a covariate that separates in part, one that separates all, two events, nothing but events.
     */
    @Test
    public void shouldAgreeWithR() {
        RFixture r = RFixture.of("firth-logistic");
        JsonNode sets = r.results().get("sets");
        assertEquals(6, sets.size());
        for (Iterator<String> names = sets.fieldNames(); names.hasNext(); ) {
            String set = names.next();
            JsonNode expected = sets.get(set);
            FirthLogistic found = model(r.rows(set));
            assertFound(set, expected.get("n"), found.getN());
            assertFound(set, expected.get("events"), found.getEvents());
            assertFound(set, expected.get("estimate").get(0), found.getIntercept());
            assertFound(set, expected.get("se").get(0), found.getInterceptStandardError());
            assertFound(set, expected.get("logLik"), found.getLogLikelihood());
            for (int i = 0; i < 3; i++) {
                assertFound(set + i, expected.get("estimate").get(i + 1), found.coefficient(i));
                assertFound(set + i, expected.get("se").get(i + 1), found.standardError(i));
                assertFound(
                        set + i,
                        expected.get("bounds").get(i).get(0),
                        found.interval(i).getLower());
                assertFound(
                        set + i,
                        expected.get("bounds").get(i).get(1),
                        found.interval(i).getUpper());
            }
            double[] fitted = found.getFitted();
            for (int i = 0; i < fitted.length; i++) {
                assertFound(set + " person " + i, expected.get("fitted").get(i), fitted[i]);
            }
        }
    }

    /**
     * The cancer of the endometrium of Heinze and Schemper (2002, Stat Med 21:2409-2419), where neovasculization separates in
     * part: what their R package logistf (1.26.1, its limits of iteration raised to 1000) was seen to find in these rows.
     */
    @Test
    public void shouldAgreeWithThePackageOfHeinzeAndSchemper() {
        FirthLogistic cancer = model(RFixture.of("firth-logistic").rows("endometrial"));
        assertFoundByLogistf(2.92927330, 0.60972444, 7.85463171, cancer, 0);
        assertFoundByLogistf(-0.03475175, -0.12445872, 0.04045547, cancer, 1);
        assertFoundByLogistf(-2.60416387, -4.36518325, -1.23272106, cancer, 2);
    }

    private static void assertFoundByLogistf(double estimate, double lower, double upper, FirthLogistic found, int i) {
        assertEquals(estimate, found.coefficient(i), 1e-7);
        assertEquals(lower, found.interval(i).getLower(), 1e-7);
        assertEquals(upper, found.interval(i).getUpper(), 1e-7);
    }

    /** In a saturated model the penalty adds ½ to each cell (Heinze and Schemper 2002, section 2.1). */
    @Test
    public void shouldAddHalfAPersonToEachCellOfATwoByTwoTable() {
        for (int[] cells : new int[][] {{5, 3, 2, 7}, {0, 6, 4, 5}, {0, 4, 3, 0}, {1, 0, 0, 1}}) {
            boolean[] outcome = new boolean[Arrays.stream(cells).sum()];
            double[] exposed = new double[outcome.length];
            int person = 0;
            for (int cell = 0; cell < 4; cell++) {
                for (int i = 0; i < cells[cell]; i++) {
                    outcome[person] = cell % 2 == 0;
                    exposed[person++] = cell / 2;
                }
            }
            FirthLogistic found = FirthLogistic.of(outcome, exposed);
            assertEquals(Math.log((cells[0] + 0.5) / (cells[1] + 0.5)), found.getIntercept(), 1e-10);
            assertEquals(
                    Math.log((cells[2] + 0.5) * (cells[1] + 0.5) / (cells[3] + 0.5) / (cells[0] + 0.5)),
                    found.coefficient(0),
                    1e-10);
            assertTrue(found.interval(0).contains(found.coefficient(0)));
        }
    }

    @Test
    public void shouldBeDefinedForOnePersonAndWhereAllOrNoneHaveTheOutcome() {
        FirthLogistic one = FirthLogistic.of(new boolean[] {true});
        // (1 + ½) / (1 + 1)
        assertEquals(0.75, one.getFitted()[0], 1e-10);
        assertEquals(Math.log(3), one.getIntercept(), 1e-10);
        FirthLogistic none = FirthLogistic.of(new boolean[4]);
        assertEquals(0, none.getEvents());
        assertEquals(0.1, none.getFitted()[2], 1e-10);
        FirthLogistic all = FirthLogistic.of(new boolean[] {true, true, true}, new double[] {1, 2, 4});
        assertTrue(Double.isFinite(all.coefficient(0)));
        assertTrue(all.interval(0).isDefined());
    }

    @Test
    public void shouldBeUndefinedWithoutPersons() {
        FirthLogistic none = FirthLogistic.of(new boolean[0], new double[0]);
        assertEquals(0, none.getN());
        assertEquals(Double.NaN, none.getIntercept(), 0);
        assertEquals(Double.NaN, none.getInterceptStandardError(), 0);
        assertEquals(Double.NaN, none.getLogLikelihood(), 0);
        assertEquals(0, none.getFitted().length);
        assertNoCoefficient(none, 0);
    }

    @Test
    public void shouldGiveNoCoefficientToWhatOthersAddUpTo() {
        List<CSVRecord> rows = RFixture.of("firth-logistic").rows("separated");
        double[] age = RFixture.numbers(rows, "x1");
        double[] score = RFixture.numbers(rows, "x3");
        double[] constant = new double[age.length];
        Arrays.fill(constant, 0.1);
        double[] months = Arrays.stream(age).map(a -> 12 * a - 7).toArray();
        boolean[] outcome = RFixture.flags(rows, "outcome");
        FirthLogistic plain = FirthLogistic.of(outcome, age, score);
        FirthLogistic more = FirthLogistic.of(outcome, constant, age, months, score);
        assertNoCoefficient(more, 0);
        assertNoCoefficient(more, 2);
        assertEquals(plain.coefficient(0), more.coefficient(1), 1e-12);
        assertEquals(plain.coefficient(1), more.coefficient(3), 1e-12);
        assertEquals(plain.getIntercept(), more.getIntercept(), 1e-11);
        assertEquals(plain.interval(1), more.interval(3));
    }

    @Test
    public void shouldFollowTheUnitsOfCovariates() {
        List<CSVRecord> rows = RFixture.of("firth-logistic").rows("plain");
        boolean[] outcome = RFixture.flags(rows, "outcome");
        double[] age = RFixture.numbers(rows, "x1");
        double[] score = RFixture.numbers(rows, "x3");
        FirthLogistic one = FirthLogistic.of(outcome, age, score);
        FirthLogistic other = FirthLogistic.of(
                outcome,
                Arrays.stream(age).map(a -> 1e-6 * a).toArray(),
                Arrays.stream(score).map(s -> 2020 - 1e3 * s).toArray());
        assertEquals(one.coefficient(0), 1e-6 * other.coefficient(0), 1e-9);
        assertEquals(one.coefficient(1), -1e3 * other.coefficient(1), 1e-9);
        assertEquals(one.interval(0).getLower(), 1e-6 * other.interval(0).getLower(), 1e-9);
        assertEquals(one.interval(1).getLower(), -1e3 * other.interval(1).getUpper(), 1e-8);
        assertEquals(one.getFitted()[7], other.getFitted()[7], 1e-9);
    }

    @Test
    public void shouldTurnRoundWithTheOutcome() {
        List<CSVRecord> rows = RFixture.of("firth-logistic").rows("separated");
        boolean[] outcome = RFixture.flags(rows, "outcome");
        boolean[] opposite = new boolean[outcome.length];
        for (int i = 0; i < outcome.length; i++) {
            opposite[i] = !outcome[i];
        }
        double[] separating = RFixture.numbers(rows, "x2");
        FirthLogistic one = FirthLogistic.of(outcome, separating);
        FirthLogistic other = FirthLogistic.of(opposite, separating);
        assertEquals(one.coefficient(0), -other.coefficient(0), 1e-10);
        assertEquals(one.interval(0).getLower(), -other.interval(0).getUpper(), 1e-8);
    }

    /** Few persons, many covariates, some of them heavy-tailed: whatever separates, estimates and bounds are finite. */
    @Test
    public void shouldConvergeWhateverTheData() {
        Random random = new Random(84);
        for (int run = 0; run < 12; run++) {
            int n = 4 + random.nextInt(25);
            double[][] covariates = new double[1 + random.nextInt(4)][n];
            boolean[] outcome = new boolean[n];
            double rate = random.nextDouble();
            for (int i = 0; i < n; i++) {
                outcome[i] = random.nextDouble() < rate;
                for (int j = 0; j < covariates.length; j++) {
                    double x = random.nextGaussian();
                    covariates[j][i] =
                            j % 3 == 0 ? x * x * x : j % 3 == 1 ? (x > 1 ? 1 : 0) : (outcome[i] ? 1 : -1) + x;
                }
            }
            FirthLogistic found = FirthLogistic.of(outcome, covariates);
            for (int j = 0; j < covariates.length; j++) {
                double coefficient = found.coefficient(j);
                Interval interval = found.interval(j);
                assertEquals("run " + run, Double.isNaN(coefficient), !interval.isDefined());
                if (interval.isDefined()) {
                    assertTrue("run " + run, interval.contains(coefficient));
                    assertTrue("run " + run, Double.isFinite(interval.getUpper() - interval.getLower()));
                }
            }
            for (double probability : found.getFitted()) {
                assertTrue("run " + run, probability >= 0 && probability <= 1);
            }
        }
    }

    /** The penalty vanishes beside so much information: the score of maximum likelihood is nearly 0. */
    @Test
    public void shouldManageAsManyPersonsAsThereMightBe() {
        double[][] covariates = new double[3][150_000];
        boolean[] outcome = outcome(covariates);
        FirthLogistic found = FirthLogistic.of(outcome, covariates);
        assertEquals(0.5, found.coefficient(0), 0.03);
        double left = 0;
        double[] fitted = found.getFitted();
        for (int i = 0; i < outcome.length; i++) {
            left += (outcome[i] ? 1 : 0) - fitted[i];
        }
        assertEquals(0, left, 3);
    }

    @Test
    public void shouldHaveNearlyTheIntervalOfANormalDistributionForManyPersons() {
        double[][] covariates = new double[3][5_000];
        FirthLogistic found = FirthLogistic.of(outcome(covariates), covariates);
        double half = 1.959963984540054 * found.standardError(0);
        assertEquals(found.coefficient(0) - half, found.interval(0).getLower(), 0.02 * half);
        assertEquals(found.coefficient(0) + half, found.interval(0).getUpper(), 0.02 * half);
    }

    private static boolean[] outcome(double[]... covariates) {
        Random random = new Random(85);
        boolean[] outcome = new boolean[covariates[0].length];
        for (int i = 0; i < outcome.length; i++) {
            for (double[] covariate : covariates) {
                covariate[i] = random.nextGaussian();
            }
            outcome[i] = random.nextDouble() < 1 / (1 + Math.exp(1 - 0.5 * covariates[0][i]));
        }
        return outcome;
    }

    @Test
    public void shouldRefuseWhatIsNoDesign() {
        boolean[] two = {true, false};
        assertThrows(IllegalArgumentException.class, () -> FirthLogistic.of(two, new double[3]));
        assertThrows(IllegalArgumentException.class, () -> FirthLogistic.of(two, new double[] {1, Double.NaN}));
        FirthLogistic found = FirthLogistic.of(two, new double[] {1, 2});
        assertThrows(IllegalArgumentException.class, () -> found.coefficient(1));
        assertThrows(IllegalArgumentException.class, () -> found.standardError(-1));
        assertThrows(IllegalArgumentException.class, () -> found.interval(1));
    }

    private static FirthLogistic model(List<CSVRecord> rows) {
        return FirthLogistic.of(
                RFixture.flags(rows, "outcome"),
                RFixture.numbers(rows, "x1"),
                RFixture.numbers(rows, "x2"),
                RFixture.numbers(rows, "x3"));
    }

    private static void assertNoCoefficient(FirthLogistic model, int covariate) {
        assertEquals(Double.NaN, model.coefficient(covariate), 0);
        assertEquals(Double.NaN, model.standardError(covariate), 0);
        assertFalse(model.interval(covariate).isDefined());
    }
}
