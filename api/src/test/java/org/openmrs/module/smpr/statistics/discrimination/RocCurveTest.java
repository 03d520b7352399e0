/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.assertInterval;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.booleans;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.column;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.copies;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.negated;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.numbers;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.outcome;
import static org.openmrs.module.smpr.statistics.discrimination.DiscriminationFixture.result;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.discrimination.RocCurve.Point;

public class RocCurveTest {

    @Test
    public void shouldAgreeWithPRoc() {
        for (String score : new String[] {"a", "b", "c"}) {
            assertCurve(result("roc/" + score), RocCurve.of(column("roc", score), outcome()));
        }
    }

    /**
     * Hanley and McNeil (1982, Radiology 143:29-36), table I: CT images of 58 people who were healthy and 51 who were
     * not, rated from 1 to 5. They find an area of 0.893, and a standard error of 0.032 by a formula of their own;
     * DeLong's is pROC's.
     */
    @Test
    public void shouldAgreeWithTheExampleOfHanleyAndMcNeil() {
        int[] healthy = {33, 6, 6, 11, 2};
        int[] ill = {3, 2, 2, 11, 33};
        double[] ratings = IntStream.range(0, 10)
                .flatMap(i -> IntStream.generate(() -> i % 5 + 1).limit(i < 5 ? healthy[i] : ill[i - 5]))
                .asDoubleStream()
                .toArray();
        boolean[] outcome = new boolean[ratings.length];
        Arrays.fill(outcome, 58, 109, true);
        RocCurve curve = RocCurve.of(ratings, outcome);
        assertEquals(0.893, curve.getAuc().getValue(), 5e-4);
        assertEquals(51, curve.getCases());
        assertEquals(58, curve.getControls());
        assertCurve(result("roc/hanley"), curve);
    }

    private static void assertCurve(JsonNode expected, RocCurve curve) {
        assertEquals(expected.get("auc").asDouble(), curve.getAuc().getValue(), 1e-8);
        assertEquals(expected.get("se").asDouble(), curve.getAuc().getStandardError(), 1e-8);
        assertInterval(expected.get("wald"), curve.getAuc().waldInterval(0.95));
        assertInterval(expected.get("wald80"), curve.getAuc().waldInterval(0.8));
        assertInterval(expected.get("logit"), curve.getAuc().getInterval());
        List<Point> points = curve.getPoints();
        assertEquals(expected.get("sensitivities").size(), points.size());
        for (int i = 0; i < points.size(); i++) {
            assertEquals(
                    expected.get("sensitivities").get(i).asDouble(),
                    points.get(i).getSensitivity(),
                    1e-8);
            assertEquals(
                    expected.get("specificities").get(i).asDouble(),
                    points.get(i).getSpecificity(),
                    1e-8);
        }
    }

    @Test
    public void shouldGiveAPointForEachScoreAndOneWhereNobodyIsPositive() {
        List<Point> points =
                RocCurve.of(numbers(3, 1, 1, 2, -4), booleans(1, 0, 1, 0, 0)).getPoints();
        assertEquals(
                Arrays.asList(
                        new Point(Double.POSITIVE_INFINITY, 0, 1),
                        new Point(3, 0.5, 1),
                        new Point(2, 0.5, 2 / 3.0),
                        new Point(1, 1, 1 / 3.0),
                        new Point(-4, 1, 0)),
                points);
    }

    @Test
    public void shouldAgreeWithPRocOnTwoScoresOfTheSamePeople() {
        assertPaired(result("roc/paired"), "b");
        assertPaired(result("roc/pairedWithUnrelated"), "c");
    }

    private static void assertPaired(JsonNode expected, String second) {
        Comparison comparison = RocCurve.paired(column("roc", "a"), column("roc", second), outcome());
        assertEquals(expected.get("difference").asDouble(), comparison.getDifference(), 1e-8);
        assertEquals(expected.get("se").asDouble(), comparison.getStandardError(), 1e-8);
        assertEquals(expected.get("z").asDouble(), comparison.getZ(), 1e-8);
        assertEquals(expected.get("p").asDouble(), comparison.getPValue(), 1e-8);
        assertInterval(expected.get("interval"), comparison.getInterval());
        assertEquals(RocCurve.of(column("roc", "a"), outcome()).getAuc(), comparison.getFirst());
        assertEquals(RocCurve.of(column("roc", second), outcome()).getAuc(), comparison.getSecond());
    }

    @Test
    public void shouldAgreeWithPRocOnTwoGroupsButForItsTDistribution() {
        JsonNode expected = result("roc/independent");
        Comparison comparison = RocCurve.independent(ofGroup(1), ofGroup(2));
        assertEquals(expected.get("difference").asDouble(), comparison.getDifference(), 1e-8);
        assertEquals(expected.get("z").asDouble(), comparison.getZ(), 1e-8);
        assertEquals(expected.get("p").asDouble(), comparison.getPValue(), 1e-8);
    }

    private static RocCurve ofGroup(int group) {
        double[] groups = column("roc", "group");
        double[] scores = column("roc", "a");
        boolean[] outcome = outcome();
        int[] members = IntStream.range(0, groups.length)
                .filter(i -> groups[i] == group)
                .toArray();
        return RocCurve.of(
                Arrays.stream(members).mapToDouble(i -> scores[i]).toArray(),
                booleans(Arrays.stream(members)
                        .mapToDouble(i -> outcome[i] ? 1 : 0)
                        .toArray()));
    }

    @Test
    public void shouldNotTestTwoScoresThatOrderEverybodyAlike() {
        double[] score = column("roc", "a");
        double[] stretched = Arrays.stream(score).map(x -> Math.exp(x) - 7).toArray();
        for (double[] other : new double[][] {score, stretched}) {
            Comparison comparison = RocCurve.paired(score, other, outcome());
            assertEquals(0, comparison.getDifference(), 0);
            assertEquals(0, comparison.getStandardError(), 0);
            assertTrue(Double.isNaN(comparison.getZ()));
            assertTrue(Double.isNaN(comparison.getPValue()));
            assertEquals(Interval.UNDEFINED, comparison.getInterval());
        }
    }

    @Test
    public void shouldMirrorTheAreaOfANegatedScore() {
        Estimate auc = RocCurve.of(column("roc", "a"), outcome()).getAuc();
        Estimate mirrored = RocCurve.of(negated(column("roc", "a")), outcome()).getAuc();
        assertEquals(1 - auc.getValue(), mirrored.getValue(), 1e-12);
        assertEquals(auc.getStandardError(), mirrored.getStandardError(), 1e-12);
    }

    /** A scale that was negated brings a 0 with a sign. */
    @Test
    public void shouldTake0AsTheSameWhateverItsSign() {
        RocCurve curve = RocCurve.of(numbers(-0.0, 0.0, -0.0, 0.0), booleans(0, 1, 0, 1));
        assertEquals(0.5, curve.getAuc().getValue(), 0);
        assertEquals(2, curve.getPoints().size());
    }

    @Test
    public void shouldSeeNoSpreadWhereAllScoresAreTheSame() {
        RocCurve curve = RocCurve.of(numbers(4, 4, 4, 4, 4, 4, 4), booleans(1, 1, 1, 0, 0, 0, 0));
        assertEquals(0.5, curve.getAuc().getValue(), 0);
        assertEquals(0, curve.getAuc().getStandardError(), 0);
        assertEquals(Interval.UNDEFINED, curve.getAuc().getInterval());
        assertEquals(Arrays.asList(new Point(Double.POSITIVE_INFINITY, 0, 1), new Point(4, 1, 0)), curve.getPoints());
    }

    /** pROC gives an interval from 1 to 1. */
    @Test
    public void shouldGiveNoIntervalForPerfectSeparation() {
        Estimate auc = RocCurve.of(numbers(1, 2, 3, 4, 5, 6), booleans(0, 0, 0, 1, 1, 1))
                .getAuc();
        assertEquals(1, auc.getValue(), 0);
        assertEquals(0, auc.getStandardError(), 0);
        assertFalse(auc.getInterval().isDefined());
        assertFalse(auc.waldInterval(0.95).isDefined());
        Estimate wrong = RocCurve.of(numbers(6, 5, 4, 3, 2, 1), booleans(0, 0, 0, 1, 1, 1))
                .getAuc();
        assertEquals(0, wrong.getValue(), 0);
        assertFalse(wrong.getInterval().isDefined());
    }

    @Test
    public void shouldGiveAnAreaWithoutErrorWithOneCaseOrOneControl() {
        Estimate oneCase =
                RocCurve.of(numbers(1, 2, 3, 3, 5), booleans(0, 0, 0, 1, 0)).getAuc();
        assertEquals(2.5 / 4, oneCase.getValue(), 1e-15);
        assertTrue(Double.isNaN(oneCase.getStandardError()));
        assertEquals(Interval.UNDEFINED, oneCase.getInterval());
        Estimate oneControl =
                RocCurve.of(numbers(1, 2, 3, 3, 5), booleans(1, 1, 1, 0, 1)).getAuc();
        assertEquals(1.5 / 4, oneControl.getValue(), 1e-15);
        assertTrue(Double.isNaN(oneControl.getStandardError()));
        Estimate two = RocCurve.of(numbers(1, 2), booleans(0, 1)).getAuc();
        assertEquals(1, two.getValue(), 0);
        assertTrue(Double.isNaN(two.getStandardError()));
    }

    @Test
    public void shouldGiveNoAreaWithoutCasesOrWithoutControls() {
        for (boolean[] outcome :
                new boolean[][] {booleans(), booleans(1), booleans(0), booleans(1, 1), booleans(0, 0)}) {
            double[] scores = new double[outcome.length];
            RocCurve curve = RocCurve.of(scores, outcome);
            assertTrue(Double.isNaN(curve.getAuc().getValue()));
            assertTrue(Double.isNaN(curve.getAuc().getStandardError()));
            assertEquals(Interval.UNDEFINED, curve.getAuc().getInterval());
            Comparison comparison = RocCurve.paired(scores, scores, outcome);
            assertTrue(Double.isNaN(comparison.getDifference()));
            assertTrue(Double.isNaN(comparison.getPValue()));
        }
        Point onlyCases = RocCurve.of(numbers(1, 1), booleans(1, 1)).getPoints().get(1);
        assertEquals(1, onlyCases.getSensitivity(), 0);
        assertTrue(Double.isNaN(onlyCases.getSpecificity()));
        Point onlyControls =
                RocCurve.of(numbers(1, 1), booleans(0, 0)).getPoints().get(1);
        assertTrue(Double.isNaN(onlyControls.getSensitivity()));
        assertEquals(0, onlyControls.getSpecificity(), 0);
    }

    @Test
    public void shouldRefuseScoresThatAreNotOneNumberForEach() {
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(numbers(1), booleans(1, 0)));
        assertThrows(IllegalArgumentException.class, () -> RocCurve.of(numbers(1, Double.NaN), booleans(1, 0)));
        assertThrows(
                IllegalArgumentException.class,
                () -> RocCurve.of(numbers(1, Double.NEGATIVE_INFINITY), booleans(1, 0)));
        assertThrows(IllegalArgumentException.class, () -> RocCurve.paired(numbers(1, 2), numbers(1), booleans(1, 0)));
    }

    @Test
    public void shouldAgreeWithAllPairsOneByOne() {
        Random random = new Random(7);
        double[] scores = random.ints(1000, 0, 40).asDoubleStream().toArray();
        boolean[] outcome = booleans(random.ints(1000, 0, 2).asDoubleStream().toArray());
        double won = 0;
        double pairs = 0;
        for (int i = 0; i < scores.length; i++) {
            for (int j = 0; j < scores.length; j++) {
                if (outcome[i] && !outcome[j]) {
                    won += scores[i] > scores[j] ? 1 : scores[i] == scores[j] ? 0.5 : 0;
                    pairs++;
                }
            }
        }
        assertEquals(won / pairs, RocCurve.of(scores, outcome).getAuc().getValue(), 1e-12);
    }

    /**
     * The area of a sample is that of a thousand copies of it; the two variances of DeLong are divided by as much, but
     * for the n − 1.
     */
    @Test
    public void shouldGiveTheAreaOf150000People() {
        int times = 1000;
        double[] scores = column("roc", "a");
        RocCurve once = RocCurve.of(scores, outcome());
        RocCurve curve = RocCurve.of(copies(scores, times), booleans(copies(column("roc", "outcome"), times)));
        assertEquals(150_000, curve.getCases() + curve.getControls());
        assertEquals(once.getAuc().getValue(), curve.getAuc().getValue(), 1e-12);
        assertEquals(once.getPoints().size(), curve.getPoints().size());
        double low = Math.sqrt((once.getControls() - 1.0) / once.getControls() / times);
        double high = Math.sqrt((once.getCases() - 1.0) / once.getCases() / times);
        double ratio = curve.getAuc().getStandardError() / once.getAuc().getStandardError();
        assertTrue(ratio > high * (1 - 1e-4) && ratio < low * (1 + 1e-4));
    }
}
