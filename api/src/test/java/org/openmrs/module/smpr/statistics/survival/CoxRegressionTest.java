/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.survival.CoxRegression.Status;

public class CoxRegressionTest {

    private static final Fixture R = new Fixture("cox");

    /**
     * The R package coxphf (1.13.1) of Heinze and Schemper was seen to find the same coefficients, profile limits and likelihood
     * ratio of x1 in "few", "late" and "monotone", to eight digits.
     */
    @Test
    public void shouldFindWhatMaximisesThePenalizedLikelihoodThatCoxphGives() {
        for (String set : new String[] {"few", "late", "monotone", "one"}) {
            assertFits(set, true, R.get("firth", set));
        }
    }

    @Test
    public void shouldFindWhatMaximisesThePartialLikelihoodThatCoxphGives() {
        for (String set : new String[] {"few", "late"}) {
            assertFits(set, false, R.get("ordinary", set));
        }
    }

    @Test
    public void shouldAgreeWithCoxphWithoutAPenalty() {
        for (String set : new String[] {"few", "late"}) {
            assertCoefficients(set, R.get("coxph", set), CoxRegression.ordinary(R.data(set), covariates(set, 3)));
        }
    }

    /**
     * The placebo multiplies the hazard by 4.523, its logarithm being 1.509 with a standard error of 0.410; logarithm of the
     * likelihood −86.380: Kleinbaum and Klein (2012, Survival Analysis), chapter 3, model 1 (Stata, Breslow's ties).
     */
    @Test
    public void shouldAgreeWithTheLeukaemiaRemissions() {
        CoxRegression fit = CoxRegression.ordinary(
                LeukaemiaRemissions.all(),
                Arrays.stream(LeukaemiaRemissions.groups()).asDoubleStream().toArray());
        assertEquals(1.509, fit.coefficient(0), 5e-4);
        assertEquals(4.523, Math.exp(fit.coefficient(0)), 5e-4);
        assertEquals(0.410, fit.standardError(0), 5e-4);
        assertEquals(-86.380, fit.logLikelihood(), 5e-4);
        assertTrue(fit.test(0).getP() < 0.0001);
    }

    /**
     * One event, of a of whom x is 1 and b of whom it is 0: with the penalty the likelihood is p^1.5 (1 − p)^0.5, p being
     * a exp(β) / (a exp(β) + b), and largest where p is 3/4.
     */
    @Test
    public void shouldFindTheMaximumInClosedFormOfOneEvent() {
        SurvivalData data = SurvivalData.of(new double[] {2, 3, 3, 3, 3, 3, 3, 3}, new int[] {1, 0, 0, 0, 0, 0, 0, 0});
        CoxRegression fit = CoxRegression.firth(data, new double[] {1, 1, 1, 0, 0, 0, 0, 0});
        assertEquals(Math.log(3 * 5 / 3.0), fit.coefficient(0), 1e-12);
        assertEquals(1 / Math.sqrt(0.75 * 0.25), fit.standardError(0), 1e-12);
        assertEquals(Math.log(0.25 * Math.sqrt(0.75 * 0.25)), fit.logLikelihood(), 1e-12);
        assertEquals(Math.log(0.125 * Math.sqrt(0.375 * 0.625)), fit.nullLogLikelihood(), 1e-12);
        assertEquals(
                2 * (fit.logLikelihood() - fit.nullLogLikelihood()), fit.test(0).getStatistic(), 1e-12);
    }

    @Test
    public void shouldSayThatALikelihoodWithoutAPenaltyRisesForEver() {
        CoxRegression fit = CoxRegression.ordinary(R.data("monotone"), covariates("monotone", 2));
        assertUndefined(Status.NOT_CONVERGED, fit);
        // not in one covariate but in the sum of two: who has the event has always one of them
        SurvivalData data = SurvivalData.of(new double[] {1, 2, 3, 4, 5, 6}, new int[] {1, 1, 1, 1, 0, 0});
        assertUndefined(
                Status.NOT_CONVERGED,
                CoxRegression.ordinary(data, new double[] {1, 0, 1, 0, 0, 0}, new double[] {0, 1, 0, 1, 0, 0}));
        assertEquals(
                Status.CONVERGED,
                CoxRegression.firth(data, new double[] {1, 0, 1, 0, 0, 0}, new double[] {0, 1, 0, 1, 0, 0})
                        .getStatus());
    }

    /**
     * Whoever has the event has the largest x of those at risk. After some hundred steps neither the score nor the
     * information is anything but rounding, and of these numbers that looks like a maximum.
     */
    @Test
    public void shouldNotTakeRoundingForAMaximum() {
        Random random = new Random(2050);
        double[] x = new double[3 + random.nextInt(3000)];
        random.nextInt(3);
        double sign = random.nextGaussian();
        boolean late = random.nextBoolean();
        for (int i = 0; i < x.length; i++) {
            x[i] = random.nextInt(2) == 0 ? random.nextInt(2) : Math.round(random.nextGaussian() * 10) / 10.0;
        }
        Integer[] order = IntStream.range(0, x.length).boxed().toArray(Integer[]::new);
        Arrays.sort(order, (i, j) -> Double.compare(sign * x[j], sign * x[i]));
        int[] times = new int[x.length];
        int[] ends = new int[x.length];
        for (int rank = 0; rank < x.length; rank++) {
            times[order[rank]] = rank + 1;
            ends[order[rank]] = random.nextInt(3) == 0 ? 1 : 0;
        }
        SurvivalData.Builder builder = SurvivalData.builder();
        for (int i = 0; i < x.length; i++) {
            builder.add(i, late ? random.nextInt(times[i]) : 0, times[i], ends[i]);
        }
        assertEquals(
                Status.NOT_CONVERGED, CoxRegression.ordinary(builder.build(), x).getStatus());
    }

    /** At the event x is 0.9999, and 1 and 0 of the others: the likelihood comes down by 0.0001 a unit, in the end. */
    @Test
    public void shouldFindTheEndOfAnIntervalWhereTheLikelihoodComesDownSlowly() {
        SurvivalData data = SurvivalData.of(new double[] {1, 2, 2}, new int[] {1, 0, 0});
        CoxRegression fit = CoxRegression.ordinary(data, new double[] {0.9999, 1, 0});
        Interval interval = fit.interval(0);
        // qchisq(0.95, 1) / 2
        double lowest = fit.logLikelihood() - 1.92072941034706;
        for (double end : new double[] {interval.getLower(), interval.getUpper()}) {
            assertEquals(lowest, -Math.log(1 + Math.exp(0.0001 * end) + Math.exp(-0.9999 * end)), 1e-10);
        }
        assertTrue(interval.getUpper() > 20_000);
        assertTrue(fit.interval(0, 0.5).getLower() > interval.getLower());
    }

    @Test
    public void shouldSayThatThereIsNoEvent() {
        SurvivalData data = SurvivalData.of(new double[] {1, 2, 3}, new int[] {0, 2, 0});
        assertUndefined(Status.NO_EVENTS, CoxRegression.firth(data, new double[] {1, 2, 4}));
        assertUndefined(Status.NO_EVENTS, CoxRegression.ordinary(data, new double[] {1, 2, 4}));
        assertUndefined(
                Status.NO_EVENTS, CoxRegression.firth(SurvivalData.builder().build(), new double[0]));
    }

    @Test
    public void shouldSayThatACovariateTellsNothingAmongThoseAtRisk() {
        SurvivalData data = SurvivalData.of(new double[] {1, 2, 3, 4}, new int[] {0, 1, 1, 0});
        double[] constant = {7.1, 7.1, 7.1, 7.1};
        double[] x = {1, 3, 2, 7};
        double[] twice = {2, 6, 4, 14};
        for (boolean penalized : new boolean[] {true, false}) {
            assertUndefined(Status.NOT_IDENTIFIED, fit(penalized, data, constant));
            assertUndefined(Status.NOT_IDENTIFIED, fit(penalized, data, x, twice));
            assertUndefined(Status.NOT_IDENTIFIED, fit(penalized, data, x, constant));
        }
        assertEquals(Status.CONVERGED, fit(true, data, x).getStatus());
        SurvivalData one = SurvivalData.of(new double[] {1}, new int[] {1});
        assertUndefined(Status.NOT_IDENTIFIED, CoxRegression.firth(one, new double[] {5}));
        SurvivalData all = SurvivalData.of(new double[] {4, 4, 4}, new int[] {1, 1, 1});
        assertEquals(0, CoxRegression.firth(all, new double[] {1, 2, 3}).coefficient(0), 1e-12);
    }

    /** The covariate is other only in him who has gone before the first event, but sums do not see that exactly. */
    @Test
    public void shouldSayThatACovariateTellsNothingWhereItsVarianceIsButRounding() {
        for (int n = 3; n < 60; n++) {
            double[] times = IntStream.rangeClosed(1, n).asDoubleStream().toArray();
            int[] ends = new int[n];
            double[] x = new double[n];
            Arrays.fill(ends, 1, n, 1);
            Arrays.fill(x, 0.1);
            x[0] = 33;
            SurvivalData data = SurvivalData.of(times, ends);
            assertUndefined(Status.NOT_IDENTIFIED, CoxRegression.firth(data, x));
            assertUndefined(Status.NOT_IDENTIFIED, CoxRegression.ordinary(data, x));
        }
    }

    /** Of two, one with the event: p is 3/4 again. */
    @Test
    public void shouldBeFiniteOfTwo() {
        SurvivalData two = SurvivalData.of(new double[] {1, 2}, new int[] {1, 0});
        CoxRegression fit = CoxRegression.firth(two, new double[] {1, 0});
        assertEquals(Math.log(3), fit.coefficient(0), 1e-12);
        assertTrue(fit.interval(0).isDefined());
        assertUndefined(Status.NOT_CONVERGED, CoxRegression.ordinary(two, new double[] {1, 0}));
    }

    @Test
    public void shouldFollowTheUnitsAndOriginsOfTheCovariates() {
        double[][] x = covariates("late", 3);
        double[] other = Arrays.stream(x[1]).map(v -> -1000 * v + 5e6).toArray();
        CoxRegression fit = CoxRegression.firth(R.data("late"), x);
        CoxRegression moved = CoxRegression.firth(R.data("late"), x[0], other, x[2]);
        assertEquals(fit.coefficient(0), moved.coefficient(0), 1e-8);
        assertEquals(fit.coefficient(1), -1000 * moved.coefficient(1), 1e-8);
        assertEquals(fit.standardError(1), 1000 * moved.standardError(1), 1e-8);
        assertEquals(fit.interval(1).getLower(), -1000 * moved.interval(1).getUpper(), 1e-8);
        assertEquals(fit.test(1).getStatistic(), moved.test(1).getStatistic(), 1e-8);
    }

    @Test
    public void shouldNotDependOnHowAFollowUpIsCutIntoStretches() {
        SurvivalData whole = R.data("few");
        double[][] x = covariates("few", 2);
        SurvivalData.Builder cut = SurvivalData.builder();
        double[][] doubled = new double[2][2 * whole.size()];
        for (int row = 0; row < whole.size(); row++) {
            Exposure e = whole.get(row);
            cut.add(e.getSubject(), 0, e.getTo() / 2, 0);
            cut.add(e.getSubject(), e.getTo() / 2, e.getTo(), e.getEnd());
            for (int j = 0; j < 2; j++) {
                doubled[j][2 * row] = x[j][row];
                doubled[j][2 * row + 1] = x[j][row];
            }
        }
        CoxRegression one = CoxRegression.firth(whole, x);
        CoxRegression two = CoxRegression.firth(cut.build(), doubled);
        for (int j = 0; j < 2; j++) {
            assertEquals(one.coefficient(j), two.coefficient(j), 1e-10);
            assertEquals(one.standardError(j), two.standardError(j), 1e-10);
        }
    }

    @Test
    public void shouldRefuseArgumentsThatDoNotFit() {
        SurvivalData data = SurvivalData.of(new double[] {1, 2, 3}, new int[] {1, 1, 0});
        assertThrows(IllegalArgumentException.class, () -> CoxRegression.firth(data));
        assertThrows(IllegalArgumentException.class, () -> CoxRegression.firth(data, new double[] {1, 2}));
        assertThrows(IllegalArgumentException.class, () -> CoxRegression.firth(data, new double[] {1, Double.NaN, 2}));
        assertThrows(
                IllegalArgumentException.class,
                () -> CoxRegression.ordinary(data.weightedBy(1, 2, 1), new double[] {1, 2, 2}));
        CoxRegression fit = CoxRegression.firth(data, new double[] {1, 3, 2});
        assertThrows(IllegalArgumentException.class, fit::test);
        assertThrows(IllegalArgumentException.class, () -> fit.test(1));
        assertThrows(IllegalArgumentException.class, () -> fit.test(-1));
        assertThrows(IllegalArgumentException.class, () -> fit.test(0, 0));
        assertThrows(IllegalArgumentException.class, () -> fit.interval(0, 1));
    }

    /** With many events the penalty hardly counts, and the hazards the data were made with are found. */
    @Test
    public void shouldFindTheHazardsOfAHundredAndFiftyThousand() {
        Random random = new Random(6);
        int n = 150_000;
        double[][] x = new double[2][n];
        SurvivalData.Builder builder = SurvivalData.builder();
        for (int i = 0; i < n; i++) {
            x[0][i] = random.nextGaussian();
            x[1][i] = random.nextInt(2);
            double event = -1000 * Math.log(random.nextDouble()) * Math.exp(-0.5 * x[0][i] + 0.3 * x[1][i]);
            double from = random.nextInt(100);
            builder.add(i, from, from + Math.ceil(Math.min(event, 900) + 1e-9), event < 900 ? 1 : 0);
        }
        SurvivalData data = builder.build();
        CoxRegression penalized = CoxRegression.firth(data, x);
        CoxRegression ordinary = CoxRegression.ordinary(data, x);
        double[] truth = {0.5, -0.3};
        for (int j = 0; j < 2; j++) {
            assertEquals(ordinary.coefficient(j), penalized.coefficient(j), 1e-5);
            assertEquals(truth[j], ordinary.coefficient(j), 4 * ordinary.standardError(j) + 2e-3);
            assertTrue(ordinary.standardError(j) < 0.01);
        }
    }

    private static CoxRegression fit(boolean penalized, SurvivalData data, double[]... covariates) {
        return penalized ? CoxRegression.firth(data, covariates) : CoxRegression.ordinary(data, covariates);
    }

    private static void assertUndefined(Status status, CoxRegression fit) {
        assertEquals(status, fit.getStatus());
        for (int j = 0; j < fit.size(); j++) {
            assertTrue(Double.isNaN(fit.coefficient(j)));
            assertTrue(Double.isNaN(fit.standardError(j)));
            assertEquals(Interval.UNDEFINED, fit.interval(j));
            assertTrue(Double.isNaN(fit.test(j).getStatistic()));
            assertEquals(1, fit.test(j).getDf());
        }
        assertTrue(Double.isNaN(fit.logLikelihood()));
        assertTrue(Double.isNaN(fit.nullLogLikelihood()));
    }

    private static void assertFits(String set, boolean penalized, JsonNode expected) {
        double[][] covariates = covariates(set, expected.get("coefficients").size());
        CoxRegression fit = penalized
                ? CoxRegression.firth(R.data(set), covariates)
                : CoxRegression.ordinary(R.data(set), covariates);
        assertCoefficients(set, expected, fit);
        for (int j = 0; j < fit.size(); j++) {
            Fixture.assertNear(
                    set + " lower " + j,
                    expected.get("lower").get(j).asDouble(),
                    fit.interval(j).getLower());
            Fixture.assertNear(
                    set + " upper " + j,
                    expected.get("upper").get(j).asDouble(),
                    fit.interval(j).getUpper());
        }
        for (JsonNode test : expected.get("tests")) {
            int[] tested = Arrays.stream(Fixture.numbers(test.get("covariates")))
                    .mapToInt(j -> (int) j)
                    .toArray();
            ChiSquared found = fit.test(tested);
            Fixture.assertNear(set, test.get("chisq").asDouble(), found.getStatistic());
            Fixture.assertNear(set, test.get("p").asDouble(), found.getP());
            assertEquals(set, tested.length, found.getDf());
        }
    }

    private static void assertCoefficients(String set, JsonNode expected, CoxRegression fit) {
        assertEquals(Status.CONVERGED, fit.getStatus());
        for (int j = 0; j < fit.size(); j++) {
            Fixture.assertNear(
                    set + " " + j, expected.get("coefficients").get(j).asDouble(), fit.coefficient(j));
            Fixture.assertNear(set + " " + j, expected.get("se").get(j).asDouble(), fit.standardError(j));
        }
        Fixture.assertNear(set, expected.get("logLik").asDouble(), fit.logLikelihood());
        Fixture.assertNear(set, expected.get("nullLogLik").asDouble(), fit.nullLogLikelihood());
    }

    private static double[][] covariates(String set, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(j -> R.column(set, "x" + j))
                .toArray(double[][]::new);
    }
}
