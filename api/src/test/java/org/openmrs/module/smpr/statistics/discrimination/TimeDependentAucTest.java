/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.codes;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.column;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.copies;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.followUp;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.negated;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.numbers;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.result;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.discrimination.TimeDependentAuc.Controls;
import org.openmrs.module.smpr.statistics.discrimination.TimeDependentAuc.Result;

public class TimeDependentAucTest {

    private static final Controls ALL = Controls.EVENT_FREE_OR_COMPETING;

    private final double[] a = column("survival", "a");

    private final double[] b = column("survival", "b");

    /** With who is censored at the horizon set a little later there. */
    @Test
    public void shouldAgreeWithScoreOfRiskRegression() {
        for (JsonNode expected : result("timeDependent/score")) {
            assertScore(expected, followUp(), ALL);
        }
    }

    @Test
    public void shouldAgreeWithScoreWhicheverControlsWhereNothingCompetes() {
        FollowUp followUp = FollowUp.of(
                column("survival", "time"),
                Arrays.stream(status()).map(code -> code == 2 ? 0 : code).toArray());
        for (JsonNode expected : result("timeDependent/scoreWithoutCompeting")) {
            assertScore(expected, followUp, ALL);
            assertScore(expected, followUp, Controls.EVENT_FREE);
        }
    }

    private void assertScore(JsonNode expected, FollowUp followUp, Controls controls) {
        Comparison comparison = assertAgrees(expected, followUp, controls);
        assertEquals(expected.get("p").asDouble(), comparison.getPValue(), 1e-8);
        Interval ofFirst = comparison.getFirst().waldInterval(0.95);
        assertEquals(expected.get("lower").get(0).asDouble(), ofFirst.getLower(), 1e-8);
        assertEquals(expected.get("upper").get(0).asDouble(), ofFirst.getUpper(), 1e-8);
    }

    /** Sums written out in R, since Score has these controls only where nothing competes. */
    @Test
    public void shouldAgreeWithTheFormulasOfBlancheOnControlsFreeOfBothEvents() {
        for (JsonNode expected : result("timeDependent/eventFree")) {
            assertAgrees(expected, followUp(), Controls.EVENT_FREE);
        }
    }

    private Comparison assertAgrees(JsonNode expected, FollowUp followUp, Controls controls) {
        TimeDependentAuc measure = TimeDependentAuc.at(expected.get("horizon").asDouble(), controls);
        Comparison comparison = measure.paired(a, b, followUp);
        assertEstimate(expected, 0, comparison.getFirst());
        assertEstimate(expected, 1, comparison.getSecond());
        assertEquals(measure.of(a, followUp).getAuc(), comparison.getFirst());
        assertEquals(measure.of(b, followUp).getAuc(), comparison.getSecond());
        assertEquals(expected.get("difference").asDouble(), comparison.getDifference(), 1e-8);
        assertEquals(expected.get("differenceSe").asDouble(), comparison.getStandardError(), 1e-8);
        return comparison;
    }

    private static void assertEstimate(JsonNode expected, int score, Estimate estimate) {
        assertEquals(expected.get("auc").get(score).asDouble(), estimate.getValue(), 1e-8);
        assertEquals(expected.get("se").get(score).asDouble(), estimate.getStandardError(), 1e-8);
    }

    @Test
    public void shouldCountWhoIsWhatAtTheHorizon() {
        FollowUp followUp = FollowUp.of(numbers(1, 2, 5, 5, 5, 6, 6, 4), codes(1, 2, 0, 1, 2, 1, 2, 0));
        Result result = TimeDependentAuc.at(5, ALL).of(new double[8], followUp);
        assertEquals(2, result.getCases());
        assertEquals(2, result.getCompeting());
        assertEquals(3, result.getEventFree());
        assertEquals(1, result.getCensored());
    }

    /** Everybody was looked up in the register at five years, and is censored then. */
    @Test
    public void shouldTakeWhoIsCensoredAtTheHorizonAsAControl() {
        FollowUp followUp = FollowUp.of(numbers(1, 5, 5, 5, 2), codes(1, 0, 0, 0, 1));
        Result result = TimeDependentAuc.at(5, ALL).of(numbers(4, 1, 2, 6, 3), followUp);
        assertEquals(4 / 6.0, result.getAuc().getValue(), 1e-15);
        assertTrue(result.getAuc().getStandardError() > 0);
    }

    /** By hand: of 4 at risk at 2 one is censored, so that the case at 3 and the one free at 5 stand for 4 / 3. */
    @Test
    public void shouldWeighByTheInverseProbabilityOfBeingFollowed() {
        FollowUp followUp = FollowUp.of(numbers(1, 2, 3, 6, 7), codes(1, 0, 1, 0, 0));
        double[] scores = numbers(2, 9, 1, 1.5, 0);
        // The case at 1 beats both, 2 × 4 / 3; that at 3 beats one of two, (4 / 3)²
        double won = 2 * (4 / 3.0) + 16 / 9.0;
        double all = 2 * (4 / 3.0) + 2 * 16 / 9.0;
        assertEquals(
                won / all,
                TimeDependentAuc.at(5, ALL).of(scores, followUp).getAuc().getValue(),
                1e-14);
    }

    @Test
    public void shouldBeTheAreaUnderTheRocCurveWhereEverybodyIsFollowed() {
        boolean[] outcome = DiscriminationFixture.outcome();
        double[] times = new double[outcome.length];
        int[] status = new int[outcome.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = outcome[i] ? i % 7 : 7;
            status[i] = outcome[i] ? 1 : 0;
        }
        double[] scores = column("roc", "a");
        Estimate auc = TimeDependentAuc.at(7, ALL)
                .of(scores, FollowUp.of(times, status))
                .getAuc();
        Estimate delong = RocCurve.of(scores, outcome).getAuc();
        assertEquals(delong.getValue(), auc.getValue(), 1e-14);
        // One variance of all, not one of the cases and one of the controls
        assertEquals(1, auc.getStandardError() / delong.getStandardError(), 0.02);
    }

    @Test
    public void shouldMirrorTheAreaOfANegatedScore() {
        for (Controls controls : Controls.values()) {
            Estimate auc = TimeDependentAuc.at(20, controls).of(a, followUp()).getAuc();
            Estimate mirrored =
                    TimeDependentAuc.at(20, controls).of(negated(a), followUp()).getAuc();
            assertEquals(1 - auc.getValue(), mirrored.getValue(), 1e-14);
            assertEquals(auc.getStandardError(), mirrored.getStandardError(), 1e-14);
        }
    }

    @Test
    public void shouldNotTestTwoScoresThatOrderEverybodyAlike() {
        double[] stretched = Arrays.stream(a).map(x -> x * x * x - 2).toArray();
        Comparison comparison = TimeDependentAuc.at(20, ALL).paired(a, stretched, followUp());
        assertEquals(0, comparison.getDifference(), 0);
        assertEquals(0, comparison.getStandardError(), 0);
        assertTrue(Double.isNaN(comparison.getZ()));
        assertEquals(Interval.UNDEFINED, comparison.getInterval());
    }

    /** Who was censored before the horizon is in no pair: sums in another order leave rounding, and no test of it. */
    @Test
    public void shouldNotTestTwoScoresThatOrderCasesAndControlsAlike() {
        FollowUp followUp = followUp();
        double[] other = a.clone();
        for (int i = 0; i < other.length; i++) {
            if (followUp.isCensored(i) && followUp.time(i) < 6) {
                other[i] += 20.5;
            }
        }
        Comparison comparison = TimeDependentAuc.at(6, ALL).paired(a, other, followUp);
        assertEquals(0, comparison.getDifference(), 1e-15);
        assertEquals(0, comparison.getStandardError(), 0);
        assertTrue(Double.isNaN(comparison.getPValue()));
    }

    @Test
    public void shouldSeeNoSpreadWhereAllScoresAreTheSame() {
        Estimate auc = TimeDependentAuc.at(20, ALL)
                .of(new double[a.length], followUp())
                .getAuc();
        assertEquals(0.5, auc.getValue(), 0);
        assertEquals(0, auc.getStandardError(), 0);
        assertEquals(Interval.UNDEFINED, auc.getInterval());
    }

    @Test
    public void shouldGiveNoIntervalForPerfectSeparation() {
        FollowUp followUp = followUp();
        double[] perfect = new double[a.length];
        for (int i = 0; i < perfect.length; i++) {
            perfect[i] = followUp.hasEvent(i) && followUp.time(i) <= 20 ? 100 + a[i] : a[i];
        }
        Estimate auc = TimeDependentAuc.at(20, ALL).of(perfect, followUp).getAuc();
        assertEquals(1, auc.getValue(), 0);
        assertEquals(0, auc.getStandardError(), 0);
        assertEquals(Interval.UNDEFINED, auc.getInterval());
        assertTrue(Double.isNaN(
                TimeDependentAuc.at(20, ALL).paired(perfect, a, followUp).getPValue()));
    }

    @Test
    public void shouldGiveNoErrorWithOneCaseOrOneControl() {
        FollowUp oneCase = FollowUp.of(numbers(1, 9, 9, 9), codes(1, 0, 0, 0));
        Estimate ofCase =
                TimeDependentAuc.at(5, ALL).of(numbers(2, 1, 3, 0), oneCase).getAuc();
        assertEquals(2 / 3.0, ofCase.getValue(), 1e-15);
        assertTrue(Double.isNaN(ofCase.getStandardError()));
        FollowUp oneControl = FollowUp.of(numbers(1, 2, 3, 9), codes(1, 1, 1, 0));
        Estimate ofControl =
                TimeDependentAuc.at(5, ALL).of(numbers(2, 1, 3, 2), oneControl).getAuc();
        assertEquals(1.5 / 3, ofControl.getValue(), 1e-15);
        assertTrue(Double.isNaN(ofControl.getStandardError()));
    }

    @Test
    public void shouldGiveNoAreaWithoutCasesOrWithoutControls() {
        assertUndefined(FollowUp.of(numbers(), codes()));
        assertUndefined(FollowUp.of(numbers(1), codes(1)));
        assertUndefined(FollowUp.of(numbers(9), codes(0)));
        assertUndefined(FollowUp.of(numbers(1, 2), codes(1, 1)));
        assertUndefined(FollowUp.of(numbers(6, 9, 3), codes(1, 0, 2)));
        assertUndefined(FollowUp.of(numbers(1, 1, 1, 1), codes(0, 0, 0, 0)));
        FollowUp competing = FollowUp.of(numbers(1, 2, 3), codes(1, 1, 2));
        assertEquals(
                1,
                TimeDependentAuc.at(5, ALL)
                        .of(numbers(3, 2, 1), competing)
                        .getAuc()
                        .getValue(),
                0);
        assertNaN(TimeDependentAuc.at(5, Controls.EVENT_FREE)
                .of(numbers(3, 2, 1), competing)
                .getAuc());
    }

    @Test
    public void shouldGiveAnAreaWithoutErrorOfTwo() {
        Estimate two = TimeDependentAuc.at(5, ALL)
                .of(numbers(2, 1), FollowUp.of(numbers(1, 9), codes(1, 0)))
                .getAuc();
        assertEquals(1, two.getValue(), 0);
        assertTrue(Double.isNaN(two.getStandardError()));
        assertEquals(Interval.UNDEFINED, two.getInterval());
    }

    /** The dead alone do not stand for those whom nobody followed to the horizon. */
    @Test
    public void shouldGiveNoAreaBeyondTheLastTimeThatAnybodyWasFollowed() {
        assertUndefined(FollowUp.of(numbers(1, 2, 3, 4), codes(1, 2, 2, 0)));
    }

    private static void assertUndefined(FollowUp followUp) {
        double[] scores = new double[followUp.size()];
        for (Controls controls : Controls.values()) {
            assertNaN(TimeDependentAuc.at(5, controls).of(scores, followUp).getAuc());
            Comparison comparison = TimeDependentAuc.at(5, controls).paired(scores, scores, followUp);
            assertTrue(Double.isNaN(comparison.getDifference()));
            assertTrue(Double.isNaN(comparison.getPValue()));
        }
    }

    private static void assertNaN(Estimate estimate) {
        assertTrue(Double.isNaN(estimate.getValue()));
        assertTrue(Double.isNaN(estimate.getStandardError()));
        assertEquals(Interval.UNDEFINED, estimate.getInterval());
    }

    @Test
    public void shouldRefuseWhatIsNoHorizonScoreTimeOrStatus() {
        for (double horizon : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> TimeDependentAuc.at(horizon, ALL));
        }
        FollowUp followUp = FollowUp.of(numbers(1, 2), codes(1, 0));
        TimeDependentAuc measure = TimeDependentAuc.at(1, ALL);
        assertThrows(IllegalArgumentException.class, () -> measure.of(numbers(1), followUp));
        assertThrows(IllegalArgumentException.class, () -> measure.of(numbers(1, Double.NaN), followUp));
        assertThrows(IllegalArgumentException.class, () -> measure.paired(numbers(1, 2), numbers(1, 2, 3), followUp));
        assertThrows(IllegalArgumentException.class, () -> FollowUp.of(numbers(1, 2), codes(1)));
        assertThrows(IllegalArgumentException.class, () -> FollowUp.of(numbers(-1), codes(1)));
        assertThrows(IllegalArgumentException.class, () -> FollowUp.of(numbers(Double.NaN), codes(1)));
        assertThrows(IllegalArgumentException.class, () -> FollowUp.of(numbers(Double.POSITIVE_INFINITY), codes(0)));
        assertThrows(IllegalArgumentException.class, () -> FollowUp.of(numbers(1), codes(3)));
        assertThrows(IllegalArgumentException.class, () -> FollowUp.of(numbers(1), codes(-1)));
    }

    @Test
    public void shouldNotChangeWithWhatTheCallerDoesToHisArraysLater() {
        double[] times = {1, 2};
        int[] status = {1, 0};
        FollowUp followUp = FollowUp.of(times, status);
        times[0] = 9;
        status[0] = 0;
        assertEquals(1, TimeDependentAuc.at(1, ALL).of(numbers(2, 1), followUp).getCases());
    }

    @Test
    public void shouldAgreeWithAllPairsAndMartingalesOneByOne() {
        Random random = new Random(11);
        int n = 250;
        double[] scores = random.ints(n, 0, 15).asDoubleStream().toArray();
        double[] times = random.ints(n, 0, 30).asDoubleStream().toArray();
        int[] status = random.ints(n, 0, 3).toArray();
        FollowUp followUp = FollowUp.of(times, status);
        for (Controls controls : Controls.values()) {
            for (int horizon : new int[] {1, 8, 15, 22}) {
                double[] slow = slow(scores, times, status, horizon, controls);
                Estimate auc = TimeDependentAuc.at(horizon, controls)
                        .of(scores, followUp)
                        .getAuc();
                assertEquals(slow[0], auc.getValue(), 1e-12);
                assertEquals(slow[1], auc.getStandardError(), 1e-12);
            }
        }
        assertNotEquals(
                TimeDependentAuc.at(8, ALL).of(scores, followUp).getAuc().getValue(),
                TimeDependentAuc.at(8, Controls.EVENT_FREE)
                        .of(scores, followUp)
                        .getAuc()
                        .getValue(),
                1e-6);
    }

    /**
     * The area and its standard error, each as a sum over pairs, and each pair with everybody's martingale up to its
     * times.
     */
    private static double[] slow(double[] scores, double[] times, int[] status, int horizon, Controls controls) {
        int n = scores.length;
        // By whole times: the probability of not being censored before, and the integrals of the martingales up to it
        double[] followed = new double[horizon + 1];
        double[][] martingale = new double[horizon + 1][n];
        followed[0] = 1;
        for (int u = 0; u < horizon; u++) {
            double censored = 0;
            double atRisk = 0;
            double present = 0;
            for (int k = 0; k < n; k++) {
                censored += times[k] == u && status[k] == 0 ? 1 : 0;
                atRisk += times[k] > u || times[k] == u && status[k] == 0 ? 1 : 0;
                present += times[k] >= u ? 1 : 0;
            }
            followed[u + 1] = followed[u] * (1 - censored / atRisk);
            for (int k = 0; k < n; k++) {
                double jump = times[k] == u && status[k] == 0 ? 1 : 0;
                double expected = times[k] >= u ? censored / present : 0;
                martingale[u + 1][k] = martingale[u][k] + (jump - expected) / present;
            }
        }
        double won = 0;
        double lost = 0;
        double[] wonBy = new double[n];
        double[] lostBy = new double[n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                boolean control = times[j] > horizon
                        || times[j] == horizon && status[j] == 0
                        || controls == ALL && status[j] == 2;
                if (times[i] > horizon || status[i] != 1 || !control) {
                    continue;
                }
                int ofCase = (int) times[i];
                int ofControl = (int) Math.min(horizon, times[j]);
                double weight = 1 / followed[ofCase] / followed[ofControl];
                double share = scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                won += weight * share;
                lost += weight * (1 - share);
                for (int k = 0; k < n; k++) {
                    double moved = martingale[ofCase][k] + martingale[ofControl][k] + (k == i || k == j ? 1 : 0);
                    wonBy[k] += weight * share * moved;
                    lostBy[k] += weight * (1 - share) * moved;
                }
            }
        }
        double auc = won / (won + lost);
        double squares = 0;
        for (int k = 0; k < n; k++) {
            double influence = ((1 - auc) * wonBy[k] - auc * lostBy[k]) / (won + lost);
            squares += influence * influence;
        }
        return new double[] {auc, Math.sqrt(squares * n / (n - 1.0))};
    }

    /**
     * Copies of everybody leave the curve of censoring and the area as they are; influences are shared among the
     * copies.
     */
    @Test
    public void shouldGiveTheAreaOf150000People() {
        int times = 682;
        double n = a.length;
        FollowUp many = copies(followUp(), status(), times);
        TimeDependentAuc measure = TimeDependentAuc.at(20, ALL);
        Estimate once = measure.of(a, followUp()).getAuc();
        Result result = measure.of(copies(a, times), many);
        assertTrue(many.size() > 150_000);
        assertEquals(
                many.size(), result.getCases() + result.getCompeting() + result.getEventFree() + result.getCensored());
        assertEquals(once.getValue(), result.getAuc().getValue(), 1e-10);
        double shrunk = Math.sqrt((n - 1) / (n * times - 1));
        assertEquals(once.getStandardError() * shrunk, result.getAuc().getStandardError(), 1e-12);
    }
}
