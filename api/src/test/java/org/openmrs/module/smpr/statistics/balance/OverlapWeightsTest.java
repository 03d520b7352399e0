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
import java.util.List;
import java.util.Random;
import org.apache.commons.csv.CSVRecord;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.RFixture;
import org.openmrs.module.smpr.statistics.balance.OverlapWeights.Balance;

public class OverlapWeightsTest {

    private static final String[] COVARIATES = {"age", "housed", "score"};

    @Test
    public void shouldAgreeWithR() {
        RFixture r = RFixture.of("overlap-weights");
        List<CSVRecord> rows = r.rows();
        OverlapWeights found = OverlapWeights.of(RFixture.flags(rows, "treated"), RFixture.numbers(rows, "propensity"));
        double[] weights = found.getWeights();
        assertEquals(r.results().get("weights").size(), weights.length);
        for (int i = 0; i < weights.length; i++) {
            assertFound("weight " + i, r.results().get("weights").get(i), weights[i], 1e-12);
        }
        assertFound("treated", r.results().get("treated"), found.getTreatedEffectiveSize());
        assertFound("control", r.results().get("control"), found.getControlEffectiveSize());
        for (String covariate : COVARIATES) {
            JsonNode expected = r.results().get("balance").get(covariate);
            Balance balance = found.balance(RFixture.numbers(rows, covariate));
            assertFound(covariate, expected.get("treatedMean"), balance.getTreatedMean());
            assertFound(covariate, expected.get("controlMean"), balance.getControlMean());
            assertFound(covariate, expected.get("weightedTreatedMean"), balance.getWeightedTreatedMean());
            assertFound(covariate, expected.get("weightedControlMean"), balance.getWeightedControlMean());
            assertFound(covariate, expected.get("difference"), balance.getStandardizedDifference());
        }
    }

    /** Theorem 3 of Li, Morgan and Zaslavsky. R's glm found these propensities. */
    @Test
    public void shouldBalanceCovariatesExactlyByPropensitiesOfMaximumLikelihood() {
        RFixture r = RFixture.of("overlap-weights");
        List<CSVRecord> rows = r.rows();
        OverlapWeights found = OverlapWeights.of(RFixture.flags(rows, "treated"), RFixture.numbers(rows, "propensity"));
        for (String covariate : COVARIATES) {
            Balance balance = found.balance(RFixture.numbers(rows, covariate));
            assertTrue(covariate, covariate.equals("score") || Math.abs(balance.getStandardizedDifference()) > 0.5);
            assertEquals(covariate, 0, balance.getWeightedStandardizedDifference(), 1e-10);
            assertEquals(balance.getWeightedTreatedMean(), balance.getWeightedControlMean(), 1e-9);
        }
    }

    @Test
    public void shouldNearlyBalanceThemByPropensitiesOfFirth() {
        RFixture r = RFixture.of("overlap-weights");
        List<CSVRecord> rows = r.rows();
        boolean[] treated = RFixture.flags(rows, "treated");
        double[][] covariates = new double[COVARIATES.length][];
        for (int i = 0; i < COVARIATES.length; i++) {
            covariates[i] = RFixture.numbers(rows, COVARIATES[i]);
        }
        FirthLogistic model = FirthLogistic.of(treated, covariates);
        OverlapWeights found = OverlapWeights.of(treated, model.getFitted());
        for (int i = 0; i < COVARIATES.length; i++) {
            Balance balance = found.balance(covariates[i]);
            assertFound(
                    COVARIATES[i],
                    r.results().get("firth").get(COVARIATES[i]),
                    balance.getWeightedStandardizedDifference());
            assertEquals(0, balance.getWeightedStandardizedDifference(), 0.1);
        }
    }

    @Test
    public void shouldDwellOnThoseWhoMightHaveBeenEither() {
        OverlapWeights found =
                OverlapWeights.of(new boolean[] {true, true, false, false}, new double[] {0.5, 0.9, 0.5, 0.1});
        assertEquals(0.5, found.getWeights()[0], 0);
        assertEquals(0.1, found.getWeights()[1], 1e-15);
        assertEquals(0.5, found.getWeights()[2], 0);
        assertEquals(0.1, found.getWeights()[3], 0);
        // 0.6² / 0.26
        assertEquals(0.36 / 0.26, found.getTreatedEffectiveSize(), 1e-12);
        assertEquals(0.36 / 0.26, found.getControlEffectiveSize(), 1e-12);
        Balance balance = found.balance(new double[] {1, 7, 2, 8});
        assertEquals(4, balance.getTreatedMean(), 1e-15);
        assertEquals(5, balance.getControlMean(), 1e-15);
        assertEquals(2, balance.getWeightedTreatedMean(), 1e-15);
        assertEquals(3, balance.getWeightedControlMean(), 1e-15);
        // Variances 0.6 / (0.36 − 0.26) · (0.5 + 0.1 · 25) = 18
        assertEquals(-1 / Math.sqrt(18), balance.getWeightedStandardizedDifference(), 1e-12);
    }

    @Test
    public void shouldHaveTheSizesOfTheGroupsWhereAllAreAlike() {
        OverlapWeights found = OverlapWeights.of(
                new boolean[] {true, false, false, false, true}, new double[] {0.4, 0.4, 0.4, 0.4, 0.4});
        assertEquals(2, found.getTreatedEffectiveSize(), 1e-14);
        assertEquals(3, found.getControlEffectiveSize(), 1e-14);
    }

    @Test
    public void shouldBeUndefinedWhereAGroupIsEmptyOrHasNoWeight() {
        OverlapWeights none = OverlapWeights.of(new boolean[0], new double[0]);
        assertEquals(0, none.getTreatedEffectiveSize(), 0);
        assertEquals(0, none.getControlEffectiveSize(), 0);
        assertEquals(0, none.getWeights().length);
        assertEquals(Double.NaN, none.balance(new double[0]).getTreatedMean(), 0);
        OverlapWeights certain =
                OverlapWeights.of(new boolean[] {true, true, false, false}, new double[] {1, 1, 0.3, 0.2});
        assertEquals(0, certain.getTreatedEffectiveSize(), 0);
        Balance balance = certain.balance(new double[] {1, 2, 3, 4});
        assertEquals(1.5, balance.getTreatedMean(), 0);
        assertEquals(Double.NaN, balance.getWeightedTreatedMean(), 0);
        assertEquals(Double.NaN, balance.getWeightedStandardizedDifference(), 0);
        assertEquals(3.4, balance.getWeightedControlMean(), 1e-12);
    }

    @Test
    public void shouldManageAsManyPersonsAsThereMightBe() {
        Random random = new Random(83);
        boolean[] treated = new boolean[150_000];
        double[] propensities = random.doubles(treated.length).toArray();
        for (int i = 0; i < treated.length; i++) {
            treated[i] = random.nextDouble() < propensities[i];
        }
        Balance balance = OverlapWeights.of(treated, propensities).balance(propensities);
        assertTrue(balance.getStandardizedDifference() > 1);
        assertEquals(0, balance.getWeightedStandardizedDifference(), 0.02);
    }

    @Test
    public void shouldNotChangeWithWhatItWasMadeOfNorWithWhatItGives() {
        boolean[] treated = {true, true, false, false};
        double[] propensities = {0.5, 0.9, 0.5, 0.1};
        OverlapWeights found = OverlapWeights.of(treated, propensities);
        Balance before = found.balance(new double[] {1, 7, 2, 8});
        treated[0] = false;
        propensities[1] = 0;
        found.getWeights()[2] = 9;
        assertEquals(before, found.balance(new double[] {1, 7, 2, 8}));
    }

    @Test
    public void shouldRefuseWhatAreNoPropensities() {
        boolean[] treated = {true, false};
        assertThrows(IllegalArgumentException.class, () -> OverlapWeights.of(treated, new double[3]));
        for (double propensity : new double[] {-0.1, 1.1, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class, () -> OverlapWeights.of(treated, new double[] {0.5, propensity}));
        }
        OverlapWeights weights = OverlapWeights.of(treated, new double[2]);
        assertThrows(IllegalArgumentException.class, () -> weights.balance(new double[3]));
        assertThrows(IllegalArgumentException.class, () -> weights.balance(new double[] {1, Double.NaN}));
    }
}
