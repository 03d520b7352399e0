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
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.RFixture;
import org.openmrs.module.smpr.statistics.change.MixedModel.Estimate;

public class MixedModelTest {

    private static final String[] MODELS = {"remlPlain", "remlCovariates", "mlPlain", "mlCovariates"};

    @Test
    public void shouldHaveTheCriterionOfLme4() {
        forEachModel((name, expected, model, waves) -> {
            assertFound(name, expected.get("n"), model.getN());
            assertFound(name, expected.get("persons"), model.getPersons());
            assertFound(name, expected.get("criterion"), model.getCriterion());
            assertFound(name, expected.get("logLik"), model.getLogLikelihood());
        });
    }

    /**
     * What R finds as the root of the slope, with whole matrices; in "apart", where persons differ a hundred times as much as
     * ratings of one do, these are inverted to fewer digits.
     */
    @Test
    public void shouldFindVariancesAndCoefficientsToEightDigits() {
        forEachModel((name, expected, model, waves) -> {
            JsonNode exact = expected.get("exact");
            double tolerance = name.startsWith("apart") ? 1e-7 : 1e-8;
            assertFound(name, exact.get("person"), model.getPersonVariance(), tolerance);
            assertFound(name, exact.get("residual"), model.getResidualVariance(), tolerance);
            forEachCoefficient(model, waves, exact.get("estimate").size(), (i, found) -> {
                assertFound(name + i, exact.get("estimate").get(i), found.getValue(), tolerance);
                assertFound(name + i, exact.get("se").get(i), found.getStandardError(), tolerance);
            });
        });
    }

    /** lme4's optimizer goes by values of the criterion only, which leaves its variances up to 5 · 10⁻⁷ away. */
    @Test
    public void shouldAgreeWithLme4AsFarAsItsOptimizerGoes() {
        forEachModel((name, expected, model, waves) -> {
            assertFound(name, expected.get("person"), model.getPersonVariance(), 1e-6);
            assertFound(name, expected.get("residual"), model.getResidualVariance(), 1e-6);
            forEachCoefficient(model, waves, expected.get("estimate").size(), (i, found) -> {
                assertFound(name + i, expected.get("estimate").get(i), found.getValue(), 1e-6);
                assertFound(name + i, expected.get("se").get(i), found.getStandardError(), 1e-5);
            });
        });
    }

    /** lmerTest takes Satterthwaite's degrees of freedom from numerical derivatives, at lme4's estimates. */
    @Test
    public void shouldHaveTheDegreesOfFreedomOfLmerTest() {
        forEachModel((name, expected, model, waves) -> {
            forEachCoefficient(model, waves, expected.get("estimate").size(), (i, found) -> {
                double tolerance = name.startsWith("apart") ? 2e-5 : 1e-6;
                assertFound(name + i, expected.get("df").get(i), found.getDegreesOfFreedom(), tolerance);
                assertFound(name + i, expected.get("p").get(i), found.getPValue(), 1e-6);
            });
            if (waves.length > 2) {
                Estimate last = model.change(waves[1], waves[waves.length - 1]);
                assertFound(name, expected.get("last").get("Estimate"), last.getValue(), 1e-6);
                assertFound(name, expected.get("last").get("Std. Error"), last.getStandardError(), 1e-6);
                double tolerance = name.startsWith("apart") ? 2e-5 : 1e-6;
                assertFound(name, expected.get("last").get("df"), last.getDegreesOfFreedom(), tolerance);
            }
        });
    }

    @Test
    public void shouldStopAtNoVarianceBetweenPersonsWhereTheyDifferLessThanByChance() {
        int[] boundaries = {0};
        forEachModel((name, expected, model, waves) -> {
            assertEquals(name, name.startsWith("boundary"), model.isBoundary());
            if (model.isBoundary()) {
                boundaries[0]++;
                assertEquals(0, model.getPersonVariance(), 0);
                int coefficients = expected.get("estimate").size();
                assertEquals(
                        name.contains("reml") ? model.getN() - coefficients : model.getN(),
                        model.change(waves[0], waves[1]).getDegreesOfFreedom(),
                        0);
            }
        });
        assertEquals(4, boundaries[0]);
    }

    @Test
    public void shouldBeThePairedTTestOfTwoCompleteWaves() {
        double[] first = {21, 25, 30, 18, 22, 27, 24, 19};
        double[] second = {18, 24, 28, 19, 17, 26, 20, 18};
        PairedDifference paired = PairedDifference.of(first, second);
        assertTrue(paired.getCorrelation() > 0);
        Estimate change = complete(first, second).change(0, 1);
        assertEquals(paired.getDifference().getMean(), change.getValue(), 1e-12);
        assertEquals(paired.getStandardError(), change.getStandardError(), 1e-10);
        assertEquals(7, change.getDegreesOfFreedom(), 1e-7);
        assertEquals(paired.getPValue(), change.getPValue(), 1e-9);
        assertEquals(paired.getInterval().getLower(), change.getInterval().getLower(), 1e-8);
        assertEquals(paired.getInterval().getUpper(), change.getInterval().getUpper(), 1e-8);
    }

    /** Complete data have the variances of the analysis of variance, and (N − 1)(k − 1) degrees of freedom. */
    @Test
    public void shouldBeTheAnalysisOfVarianceOfCompleteWaves() {
        double[][] waves = {{21, 25, 30, 18, 22, 27}, {18, 24, 28, 19, 17, 26}, {20, 22, 29, 15, 18, 23}};
        MixedModel model = complete(waves);
        assertAnalysisOfVariance(model, waves, 1e-10);
        assertEquals(10, model.change(1, 2).getDegreesOfFreedom(), 1e-7);
        assertEquals(
                Math.sqrt(2 * model.getResidualVariance() / 6),
                model.change(0, 2).getStandardError(),
                1e-12);
        assertEquals(
                Math.sqrt((model.getResidualVariance() + model.getPersonVariance()) / 6),
                model.mean(1).getStandardError(),
                1e-10);
    }

    @Test
    public void shouldManageAsManyRatingsAsThereMightBe() {
        Random random = new Random(50);
        double[][] waves = new double[5][30_000];
        for (int i = 0; i < 30_000; i++) {
            double person = 4 * random.nextGaussian();
            for (int wave = 0; wave < 5; wave++) {
                waves[wave][i] = Math.round(22 - wave + person + 3 * random.nextGaussian());
            }
        }
        MixedModel model = complete(waves);
        assertEquals(150_000, model.getN());
        assertAnalysisOfVariance(model, waves, 1e-8);
        assertEquals(29_999 * 4, model.change(0, 4).getDegreesOfFreedom(), 1e-2);
    }

    @Test
    public void shouldLetPersonsWithOneRatingTellOfTheMeansOnly() {
        int[] person = {1, 1, 2, 2, 3, 3, 4, 5};
        int[] wave = {0, 1, 0, 1, 0, 1, 0, 1};
        double[] score = {20, 17, 25, 24, 30, 26, 12, 31};
        MixedModel model = MixedModel.reml(person, wave, 2, score);
        assertEquals(5, model.getPersons());
        // Between the mean change of pairs, -8/3, and the difference of all means
        double change = model.change(0, 1).getValue();
        assertTrue(change > -8 / 3.0 && change < 98 / 4.0 - 87 / 4.0);
    }

    @Test
    public void shouldNotDependOnTheOrderOfRowsNorOnTheNumbersOfPersons() {
        int[] person = {1, 1, 2, 2, 3, 3, 4, 5};
        int[] wave = {0, 1, 0, 1, 0, 1, 0, 1};
        double[] score = {20, 17, 25, 24, 30, 26, 12, 31};
        int[] order = {7, 0, 5, 2, 1, 6, 4, 3};
        MixedModel one = MixedModel.reml(person, wave, 2, score);
        MixedModel other = MixedModel.reml(
                Arrays.stream(order).map(i -> -100 * person[i]).toArray(),
                Arrays.stream(order).map(i -> wave[i]).toArray(),
                2,
                Arrays.stream(order).mapToDouble(i -> score[i]).toArray());
        assertEquals(one.change(0, 1).getValue(), other.change(0, 1).getValue(), 1e-12);
        assertEquals(one.getPersonVariance(), other.getPersonVariance(), 1e-9);
    }

    @Test
    public void shouldTurnRoundWithTheDirectionOfTheChange() {
        MixedModel model = complete(new double[][] {{21, 25, 30, 18}, {18, 24, 28, 19}, {20, 22, 29, 15}});
        assertEquals(model.change(0, 2).getValue(), -model.change(2, 0).getValue(), 1e-13);
        assertEquals(
                model.change(0, 2).getInterval().getLower(),
                -model.change(2, 0).getInterval().getUpper(),
                1e-12);
        assertEquals(
                model.mean(2).getValue() - model.mean(1).getValue(),
                model.change(1, 2).getValue(),
                1e-12);
        assertEquals(94 / 4.0, model.mean(0).getValue(), 1e-12);
    }

    @Test
    public void shouldBearCovariatesFarFromZero() {
        RFixture r = RFixture.of("mixed-model");
        List<CSVRecord> rows = r.rows("cohort");
        double[] age = RFixture.numbers(rows, "age");
        MixedModel near = model(rows, true, 5, age);
        MixedModel far =
                model(rows, true, 5, Arrays.stream(age).map(a -> a + 1e6).toArray());
        assertEquals(near.covariate(0).getValue(), far.covariate(0).getValue(), 1e-8);
        assertEquals(near.getCriterion(), far.getCriterion(), 1e-6);
        assertEquals(
                near.mean(2).getValue() - 1e6 * near.covariate(0).getValue(),
                far.mean(2).getValue(),
                1e-2);
        // A man of 37
        MixedModel centered =
                model(rows, true, 5, Arrays.stream(age).map(a -> a - 37).toArray());
        assertEquals(
                near.mean(2).getValue() + 37 * near.covariate(0).getValue(),
                centered.mean(2).getValue(),
                1e-10);
    }

    @Test
    public void shouldGiveNoCoefficientToWhatOthersAddUpTo() {
        RFixture r = RFixture.of("mixed-model");
        List<CSVRecord> rows = r.rows("cohort");
        double[] age = RFixture.numbers(rows, "age");
        double[] ones = new double[age.length];
        Arrays.fill(ones, 0.1);
        double[] months = Arrays.stream(age).map(a -> 12 * a).toArray();
        MixedModel plain = model(rows, true, 5, age);
        MixedModel more = model(rows, true, 5, ones, age, months);
        assertEquals(plain.getCriterion(), more.getCriterion(), 1e-9);
        assertEquals(plain.covariate(0).getValue(), more.covariate(1).getValue(), 1e-12);
        assertUndefined(more.covariate(0));
        assertUndefined(more.covariate(2));
        assertEquals(plain.mean(1).getValue(), more.mean(1).getValue(), 1e-9);
    }

    @Test
    public void shouldLeaveAWaveThatNobodyHasUndefined() {
        MixedModel model = model(RFixture.of("mixed-model").rows("gap"), true, 4);
        assertTrue(model.isDefined());
        assertUndefined(model.mean(2));
        assertUndefined(model.change(0, 2));
        assertUndefined(model.change(2, 3));
        assertTrue(model.change(0, 3).getInterval().isDefined());
    }

    @Test
    public void shouldNeedPersonsRatedMoreThanOnce() {
        assertUndefined(MixedModel.reml(new int[0], new int[0], 3, new double[0]));
        assertUndefined(MixedModel.reml(new int[] {1}, new int[] {0}, 1, new double[] {20}));
        assertUndefined(
                MixedModel.reml(new int[] {1, 2, 3, 4}, new int[] {0, 1, 0, 1}, 2, new double[] {20, 21, 24, 19}));
        assertUndefined(MixedModel.ml(new int[] {1, 2}, new int[] {0, 0}, 1, new double[] {20, 21}));
    }

    @Test
    public void shouldNeedMorePersonsThanOne() {
        assertUndefined(MixedModel.reml(new int[] {1, 1, 1}, new int[] {0, 1, 1}, 2, new double[] {20, 21, 24}));
        assertUndefined(MixedModel.reml(new int[] {1, 1}, new int[] {0, 1}, 2, new double[] {20, 21}));
    }

    @Test
    public void shouldNeedMorePersonsThanTheyHaveCovariates() {
        int[] person = {1, 1, 2, 2};
        int[] wave = {0, 1, 0, 1};
        double[] score = {20, 21, 26, 24};
        assertTrue(MixedModel.reml(person, wave, 2, score).isDefined());
        assertUndefined(MixedModel.reml(person, wave, 2, score, new double[] {37, 37, 41, 41}));
        // The mean of one number three times is not quite that, and yet it does not vary within a person.
        assertUndefined(MixedModel.reml(
                new int[] {1, 1, 1, 2, 2, 2},
                new int[] {0, 1, 2, 0, 1, 2},
                3,
                new double[] {20, 21, 24, 26, 24, 29},
                new double[] {1.1, 1.1, 1.1, 2.5, 2.5, 2.5}));
    }

    @Test
    public void shouldBeUndefinedWithoutError() {
        int[] person = {1, 1, 2, 2, 3, 3};
        int[] wave = {0, 1, 0, 1, 0, 1};
        // All fell by 2; nobody changed; all are the same
        assertUndefined(MixedModel.reml(person, wave, 2, new double[] {20, 18, 26.3, 24.3, 31, 29}));
        assertUndefined(MixedModel.ml(person, wave, 2, new double[] {20, 20, 26, 26, 31, 31}));
        assertUndefined(MixedModel.reml(person, wave, 2, new double[] {0.1, 0.1, 0.1, 0.1, 0.1, 0.1}));
    }

    @Test
    public void shouldBeDefinedForTwoPersonsTwice() {
        // Changes +1 and -2
        MixedModel model = complete(new double[][] {{20, 26}, {21, 24}});
        assertEquals(-0.5, model.change(0, 1).getValue(), 1e-12);
        assertEquals(1.5, model.change(0, 1).getStandardError(), 1e-10);
        assertEquals(1, model.change(0, 1).getDegreesOfFreedom(), 1e-6);
    }

    @Test
    public void shouldRefuseWhatIsNoDesign() {
        int[] two = {0, 1};
        double[] scores = {20, 21};
        assertThrows(IllegalArgumentException.class, () -> MixedModel.reml(new int[1], two, 2, scores));
        assertThrows(IllegalArgumentException.class, () -> MixedModel.reml(two, new int[3], 2, scores));
        assertThrows(IllegalArgumentException.class, () -> MixedModel.reml(two, two, 1, scores));
        assertThrows(IllegalArgumentException.class, () -> MixedModel.reml(two, new int[] {0, -1}, 2, scores));
        assertThrows(IllegalArgumentException.class, () -> MixedModel.reml(two, two, 2, new double[] {1, Double.NaN}));
        assertThrows(IllegalArgumentException.class, () -> MixedModel.reml(two, two, 2, scores, new double[3]));
        assertThrows(
                IllegalArgumentException.class,
                () -> MixedModel.reml(two, two, 2, scores, new double[] {1, Double.POSITIVE_INFINITY}));
        MixedModel model = complete(new double[][] {{20, 26}, {21, 24}});
        assertThrows(IllegalArgumentException.class, () -> model.change(1, 1));
        assertThrows(IllegalArgumentException.class, () -> model.change(0, 2));
        assertThrows(IllegalArgumentException.class, () -> model.mean(-1));
        assertThrows(IllegalArgumentException.class, () -> model.covariate(0));
    }

    private interface ModelCheck {
        void check(String name, JsonNode expected, MixedModel model, int... waves);
    }

    private interface CoefficientCheck {
        void check(int i, Estimate found);
    }

    private static void forEachModel(ModelCheck check) {
        RFixture r = RFixture.of("mixed-model");
        JsonNode sets = r.results().get("sets");
        assertEquals(7, sets.size());
        for (Iterator<String> names = sets.fieldNames(); names.hasNext(); ) {
            String set = names.next();
            List<CSVRecord> rows = r.rows(set);
            int[] waves = Arrays.stream(RFixture.integers(rows, "wave"))
                    .distinct()
                    .sorted()
                    .toArray();
            for (String name : MODELS) {
                double[][] covariates = name.endsWith("Plain")
                        ? new double[0][]
                        : new double[][] {RFixture.numbers(rows, "age"), RFixture.numbers(rows, "setting")};
                check.check(
                        set + " " + name,
                        sets.get(set).get(name),
                        model(rows, name.startsWith("reml"), waves[waves.length - 1] + 1, covariates),
                        waves);
            }
        }
    }

    /** In R's order: the mean of the first wave, the changes from it, the covariates. */
    private static void forEachCoefficient(MixedModel model, int[] waves, int coefficients, CoefficientCheck check) {
        check.check(0, model.mean(waves[0]));
        for (int i = 1; i < waves.length; i++) {
            check.check(i, model.change(waves[0], waves[i]));
        }
        for (int i = waves.length; i < coefficients; i++) {
            check.check(i, model.covariate(i - waves.length));
        }
    }

    private static MixedModel model(List<CSVRecord> rows, boolean restricted, int waves, double[]... covariates) {
        int[] person = RFixture.integers(rows, "person");
        int[] wave = RFixture.integers(rows, "wave");
        double[] score = RFixture.numbers(rows, "score");
        return restricted
                ? MixedModel.reml(person, wave, waves, score, covariates)
                : MixedModel.ml(person, wave, waves, score, covariates);
    }

    /** By wave and person. */
    private static MixedModel complete(double[]... scores) {
        int n = scores[0].length;
        return MixedModel.reml(
                IntStream.range(0, scores.length * n).map(i -> i % n).toArray(),
                IntStream.range(0, scores.length * n).map(i -> i / n).toArray(),
                scores.length,
                Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray());
    }

    private static void assertAnalysisOfVariance(MixedModel model, double[][] waves, double tolerance) {
        int k = waves.length;
        int n = waves[0].length;
        double all =
                Arrays.stream(waves).flatMapToDouble(Arrays::stream).average().getAsDouble();
        double[] means = Arrays.stream(waves)
                .mapToDouble(wave -> Arrays.stream(wave).average().getAsDouble())
                .toArray();
        double between = 0;
        double error = 0;
        for (int i = 0; i < n; i++) {
            double mean = 0;
            for (double[] wave : waves) {
                mean += wave[i] / k;
            }
            between += k * (mean - all) * (mean - all) / (n - 1);
            for (int j = 0; j < k; j++) {
                double left = waves[j][i] - mean - means[j] + all;
                error += left * left / (n - 1) / (k - 1);
            }
        }
        assertEquals(error, model.getResidualVariance(), tolerance);
        assertEquals((between - error) / k, model.getPersonVariance(), tolerance);
    }

    private static void assertUndefined(MixedModel model) {
        assertFalse(model.isDefined());
        assertFalse(model.isBoundary());
        assertEquals(Double.NaN, model.getPersonVariance(), 0);
        assertEquals(Double.NaN, model.getResidualVariance(), 0);
        assertEquals(Double.NaN, model.getLogLikelihood(), 0);
        assertUndefined(model.mean(0));
    }

    private static void assertUndefined(Estimate estimate) {
        assertEquals(Double.NaN, estimate.getValue(), 0);
        assertEquals(Double.NaN, estimate.getStandardError(), 0);
        assertEquals(Double.NaN, estimate.getDegreesOfFreedom(), 0);
        assertEquals(Double.NaN, estimate.getPValue(), 0);
        assertFalse(estimate.getInterval().isDefined());
    }
}
