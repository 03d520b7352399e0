/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import static org.junit.Assert.assertEquals;
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
import java.util.stream.IntStream;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.discrimination.Concordance.CompetingEvent;
import org.openmrs.module.smpr.statistics.discrimination.Concordance.Result;

public class ConcordanceTest {

    private final double[] a = column("survival", "a");

    private final double[] b = column("survival", "b");

    private static Concordance harrell(CompetingEvent competing) {
        return Concordance.harrell(competing);
    }

    private static Concordance uno(CompetingEvent competing) {
        return Concordance.uno(competing, Double.POSITIVE_INFINITY);
    }

    @Test
    public void shouldAgreeWithSurvivalOnHarrellsC() {
        assertCounts(result("concordance/censored"), harrell(CompetingEvent.CENSORED));
        assertCounts(
                result("concordance/censoredUpTo"),
                harrell(CompetingEvent.CENSORED).upTo(12));
    }

    /** There, who had the competing event is followed beyond everybody else. */
    @Test
    public void shouldAgreeWithSurvivalWhereWhoDiedNeverHasTheEvent() {
        assertCounts(result("concordance/never"), harrell(CompetingEvent.NEVER));
        assertCounts(
                result("concordance/neverUpTo"), harrell(CompetingEvent.NEVER).upTo(12));
    }

    @Test
    public void shouldAgreeWithSurvivalOnUnosC() {
        assertAgrees(result("concordance/uno"), uno(CompetingEvent.CENSORED));
        assertAgrees(result("concordance/unoUpTo"), Concordance.uno(CompetingEvent.CENSORED, 20));
        assertAgrees(result("concordance/unoUpTo"), uno(CompetingEvent.CENSORED).upTo(20));
    }

    /** Pairs written out in R. */
    @Test
    public void shouldAgreeWithTheFormulasOfWolbers() {
        assertWolbers(result("concordance/wolbers"), uno(CompetingEvent.NEVER));
        assertWolbers(result("concordance/wolbersUpTo"), Concordance.uno(CompetingEvent.NEVER, 20));
    }

    private void assertCounts(JsonNode expected, Concordance measure) {
        assertAgrees(expected, measure);
        assertCounts(expected.get("a").get("counts"), measure.of(a, followUp()));
        assertCounts(expected.get("b").get("counts"), measure.of(b, followUp()));
    }

    private static void assertCounts(JsonNode expected, Result result) {
        assertEquals(expected.get(0).asLong(), result.getConcordant());
        assertEquals(expected.get(1).asLong(), result.getDiscordant());
        assertEquals(expected.get(2).asLong(), result.getTied());
        assertEquals(expected.get(3).asLong() + expected.get(4).asLong(), result.getSameTime());
    }

    private void assertAgrees(JsonNode expected, Concordance measure) {
        assertEstimate(
                expected.get("a").get("c").asDouble(),
                expected.get("a").get("se").asDouble(),
                measure.of(a, followUp()).getC());
        assertEstimate(
                expected.get("b").get("c").asDouble(),
                expected.get("b").get("se").asDouble(),
                measure.of(b, followUp()).getC());
        assertDifference(expected, measure);
    }

    private void assertWolbers(JsonNode expected, Concordance measure) {
        assertEstimate(
                expected.get("c").get(0).asDouble(),
                expected.get("se").get(0).asDouble(),
                measure.of(a, followUp()).getC());
        assertEstimate(
                expected.get("c").get(1).asDouble(),
                expected.get("se").get(1).asDouble(),
                measure.of(b, followUp()).getC());
        assertDifference(expected, measure);
    }

    private static void assertEstimate(double value, double standardError, Estimate estimate) {
        assertEquals(value, estimate.getValue(), 1e-8);
        assertEquals(standardError, estimate.getStandardError(), 1e-8);
    }

    private void assertDifference(JsonNode expected, Concordance measure) {
        Comparison comparison = measure.paired(a, b, followUp());
        assertEquals(measure.of(a, followUp()).getC(), comparison.getFirst());
        assertEquals(measure.of(b, followUp()).getC(), comparison.getSecond());
        assertEquals(expected.get("difference").asDouble(), comparison.getDifference(), 1e-8);
        assertEquals(expected.get("differenceSe").asDouble(), comparison.getStandardError(), 1e-8);
    }

    @Test
    public void shouldCompareAnEventWithWhoIsCensoredAtTheSameTimeButNotWithAnotherEvent() {
        FollowUp followUp = FollowUp.of(numbers(3, 3, 3), codes(1, 1, 0));
        Result result = harrell(CompetingEvent.NEVER).of(numbers(5, 4, 4), followUp);
        assertEquals(1, result.getConcordant());
        assertEquals(0, result.getDiscordant());
        assertEquals(1, result.getTied());
        assertEquals(1, result.getSameTime());
        assertEquals(0.75, result.getC().getValue(), 0);
    }

    @Test
    public void shouldTakeWhoDiedEarlierAsWorseOffOnlyWhereHeNeverHasTheEvent() {
        FollowUp followUp = FollowUp.of(numbers(1, 2, 4, 5), codes(2, 1, 1, 0));
        double[] scores = {9, 3, 2, 1};
        Result never = harrell(CompetingEvent.NEVER).of(scores, followUp);
        assertEquals(3, never.getConcordant());
        assertEquals(2, never.getDiscordant());
        Result censored = harrell(CompetingEvent.CENSORED).of(scores, followUp);
        assertEquals(3, censored.getConcordant());
        assertEquals(0, censored.getDiscordant());
    }

    /** By hand: of 3 at risk at 2 one is censored, so that the pair of the event at 3 weighs (3 / 2)². */
    @Test
    public void shouldWeighByTheInverseProbabilityOfBeingFollowed() {
        FollowUp followUp = FollowUp.of(numbers(1, 2, 3, 4), codes(1, 0, 1, 0));
        Result result = uno(CompetingEvent.NEVER).of(numbers(4, 1, 2, 3), followUp);
        assertEquals(3 / (3 + 2.25), result.getC().getValue(), 1e-15);
        assertEquals(3, result.getConcordant());
        assertEquals(1, result.getDiscordant());
    }

    /** By hand: who died at 1 weighs 1 · 3 / 2 against the event at 3, by the time of each. */
    @Test
    public void shouldWeighWhoDiedEarlierByTheTimesOfBoth() {
        FollowUp followUp = FollowUp.of(numbers(1, 2, 3, 4), codes(2, 0, 1, 0));
        Result result = uno(CompetingEvent.NEVER).of(numbers(4, 1, 2, 1), followUp);
        assertEquals(2.25 / (2.25 + 1.5), result.getC().getValue(), 1e-15);
    }

    @Test
    public void shouldCountNoEventAfterTheLimitButKeepWhoHasIt() {
        FollowUp followUp = FollowUp.of(numbers(1, 2, 3, 4), codes(1, 1, 1, 0));
        Result result = harrell(CompetingEvent.NEVER).upTo(2).of(numbers(1, 4, 3, 2), followUp);
        assertEquals(2, result.getConcordant());
        assertEquals(3, result.getDiscordant());
    }

    @Test
    public void shouldTakeATimeOf0AsTheSameWhateverItsSign() {
        FollowUp followUp = FollowUp.of(numbers(0.0, -0.0, -0.0), codes(1, 1, 0));
        Result result = harrell(CompetingEvent.NEVER).of(numbers(3, 2, 1), followUp);
        assertEquals(2, result.getConcordant());
        assertEquals(1, result.getSameTime());
    }

    @Test
    public void shouldMirrorTheCOfANegatedScore() {
        for (CompetingEvent competing : CompetingEvent.values()) {
            Estimate c = uno(competing).of(a, followUp()).getC();
            Estimate mirrored = uno(competing).of(negated(a), followUp()).getC();
            assertEquals(1 - c.getValue(), mirrored.getValue(), 1e-14);
            assertEquals(c.getStandardError(), mirrored.getStandardError(), 1e-14);
        }
    }

    @Test
    public void shouldNotTestTwoScoresThatOrderEverybodyAlike() {
        double[] stretched = Arrays.stream(a).map(x -> Math.exp(x / 3)).toArray();
        for (Concordance measure : new Concordance[] {harrell(CompetingEvent.NEVER), uno(CompetingEvent.NEVER)}) {
            Comparison comparison = measure.paired(a, stretched, followUp());
            assertEquals(0, comparison.getDifference(), 0);
            assertEquals(0, comparison.getStandardError(), 0);
            assertTrue(Double.isNaN(comparison.getPValue()));
            assertEquals(Interval.UNDEFINED, comparison.getInterval());
        }
    }

    @Test
    public void shouldSeeNoSpreadWhereAllScoresAreTheSame() {
        Result result = uno(CompetingEvent.NEVER).of(new double[a.length], followUp());
        assertEquals(0.5, result.getC().getValue(), 0);
        assertEquals(0, result.getC().getStandardError(), 0);
        assertEquals(Interval.UNDEFINED, result.getC().getInterval());
        assertEquals(0, result.getConcordant() + result.getDiscordant());
    }

    @Test
    public void shouldGiveNoIntervalForPerfectSeparation() {
        FollowUp followUp = followUp();
        // Whoever is censored at the time of an event is followed longer
        double[] perfect = IntStream.range(0, a.length)
                .mapToDouble(i -> (followUp.hasEvent(i) ? 0.5 : 0) - followUp.time(i))
                .toArray();
        for (Concordance measure : new Concordance[] {harrell(CompetingEvent.CENSORED), uno(CompetingEvent.CENSORED)}) {
            Estimate c = measure.of(perfect, followUp).getC();
            assertEquals(1, c.getValue(), 0);
            assertEquals(0, c.getStandardError(), 0);
            assertEquals(Interval.UNDEFINED, c.getInterval());
            assertTrue(Double.isNaN(measure.paired(perfect, a, followUp).getPValue()));
        }
    }

    /** survival gives an error of the rest alone. */
    @Test
    public void shouldGiveNoErrorWhereOneEventIsInPairs() {
        Estimate one = harrell(CompetingEvent.NEVER)
                .of(numbers(2, 1, 3), FollowUp.of(numbers(1, 2, 3), codes(1, 0, 0)))
                .getC();
        assertEquals(0.5, one.getValue(), 0);
        assertTrue(Double.isNaN(one.getStandardError()));
        Estimate lastWithoutPair = harrell(CompetingEvent.NEVER)
                .of(numbers(2, 1, 3), FollowUp.of(numbers(1, 2, 3), codes(1, 0, 1)))
                .getC();
        assertEquals(0.5, lastWithoutPair.getValue(), 0);
        assertTrue(Double.isNaN(lastWithoutPair.getStandardError()));
        Estimate lastWithWhoDied = harrell(CompetingEvent.NEVER)
                .of(numbers(2, 1, 3), FollowUp.of(numbers(1, 2, 3), codes(1, 2, 1)))
                .getC();
        assertEquals(2 / 3.0, lastWithWhoDied.getValue(), 1e-15);
        assertTrue(lastWithWhoDied.getStandardError() > 0);
    }

    @Test
    public void shouldGiveNoCWithoutPairs() {
        assertUndefined(FollowUp.of(numbers(), codes()));
        assertUndefined(FollowUp.of(numbers(1), codes(1)));
        assertUndefined(FollowUp.of(numbers(1, 2), codes(0, 0)));
        assertUndefined(FollowUp.of(numbers(1, 2), codes(0, 1)));
        assertUndefined(FollowUp.of(numbers(1, 2, 3), codes(2, 2, 2)));
        assertUndefined(FollowUp.of(numbers(3, 3, 3), codes(1, 1, 1)));
    }

    private static void assertUndefined(FollowUp followUp) {
        double[] scores = new double[followUp.size()];
        for (CompetingEvent competing : CompetingEvent.values()) {
            for (Concordance measure : new Concordance[] {harrell(competing), uno(competing)}) {
                Estimate c = measure.of(scores, followUp).getC();
                assertTrue(Double.isNaN(c.getValue()));
                assertTrue(Double.isNaN(c.getStandardError()));
                assertEquals(Interval.UNDEFINED, c.getInterval());
                assertTrue(Double.isNaN(measure.paired(scores, scores, followUp).getPValue()));
            }
        }
    }

    @Test
    public void shouldGiveACWhereAllHaveTheEventAndOfTwoPeople() {
        Result two = harrell(CompetingEvent.NEVER).of(numbers(1, 2), FollowUp.of(numbers(1, 2), codes(1, 1)));
        assertEquals(0, two.getC().getValue(), 0);
        assertEquals(1, two.getDiscordant());
        assertTrue(Double.isNaN(two.getC().getStandardError()));
        Result all =
                uno(CompetingEvent.NEVER).of(numbers(3, 4, 2, 1), FollowUp.of(numbers(1, 2, 3, 4), codes(1, 1, 1, 1)));
        assertEquals(5 / 6.0, all.getC().getValue(), 1e-15);
        assertTrue(all.getC().getStandardError() > 0);
    }

    @Test
    public void shouldRefuseWhatIsNoScoreOrLimit() {
        FollowUp followUp = FollowUp.of(numbers(1, 2), codes(1, 0));
        Concordance measure = harrell(CompetingEvent.NEVER);
        assertThrows(IllegalArgumentException.class, () -> measure.of(numbers(1), followUp));
        assertThrows(IllegalArgumentException.class, () -> measure.of(numbers(1, Double.NaN), followUp));
        assertThrows(IllegalArgumentException.class, () -> measure.paired(numbers(1, 2), numbers(1), followUp));
        for (double limit : new double[] {0, -1, Double.NaN}) {
            assertThrows(IllegalArgumentException.class, () -> Concordance.uno(CompetingEvent.NEVER, limit));
            assertThrows(IllegalArgumentException.class, () -> measure.upTo(limit));
        }
    }

    @Test
    public void shouldAgreeWithAllPairsOneByOne() {
        Random random = new Random(5);
        int n = 1500;
        double[] scores = random.ints(n, 0, 25).asDoubleStream().toArray();
        double[] times = random.ints(n, 0, 60).asDoubleStream().toArray();
        int[] status = random.ints(n, 0, 3).toArray();
        FollowUp followUp = FollowUp.of(times, status);
        long[] counts = new long[4];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (status[i] != 1 || i == j) {
                    continue;
                }
                if (times[j] > times[i] || status[j] == 2 || times[j] == times[i] && status[j] == 0) {
                    counts[scores[i] > scores[j] ? 0 : scores[i] < scores[j] ? 1 : 2]++;
                } else if (times[j] == times[i] && j > i) {
                    counts[3]++;
                }
            }
        }
        for (Concordance measure : new Concordance[] {harrell(CompetingEvent.NEVER), uno(CompetingEvent.NEVER)}) {
            Result result = measure.of(scores, followUp);
            assertEquals(counts[0], result.getConcordant());
            assertEquals(counts[1], result.getDiscordant());
            assertEquals(counts[2], result.getTied());
            assertEquals(counts[3], result.getSameTime());
        }
        assertEquals(
                (counts[0] + counts[2] / 2.0) / (counts[0] + counts[1] + counts[2]),
                harrell(CompetingEvent.NEVER).of(scores, followUp).getC().getValue(),
                1e-14);
    }

    @Test
    public void shouldCountMorePairsThanAnIntHolds() {
        int n = 150_000;
        double[] times = IntStream.range(0, n).asDoubleStream().toArray();
        int[] status = new int[n];
        Arrays.fill(status, 1);
        Result result = harrell(CompetingEvent.NEVER).of(negated(times), FollowUp.of(times, status));
        assertEquals(11_249_925_000L, result.getConcordant());
        assertEquals(0, result.getDiscordant());
        assertEquals(1, result.getC().getValue(), 0);
        Result atOnce = harrell(CompetingEvent.NEVER).of(times, FollowUp.of(new double[n], status));
        assertEquals(11_249_925_000L, atOnce.getSameTime());
    }

    /** Copies of everybody make no new kind of pair, and share his influence. */
    @Test
    public void shouldGiveTheCOf150000People() {
        int times = 682;
        FollowUp many = copies(followUp(), status(), times);
        Concordance measure = uno(CompetingEvent.NEVER);
        Comparison once = measure.paired(a, b, followUp());
        Comparison comparison = measure.paired(copies(a, times), copies(b, times), many);
        assertTrue(many.size() > 150_000);
        assertEquals(once.getFirst().getValue(), comparison.getFirst().getValue(), 1e-10);
        assertEquals(once.getSecond().getValue(), comparison.getSecond().getValue(), 1e-10);
        assertEquals(once.getStandardError() / Math.sqrt(times), comparison.getStandardError(), 1e-12);
    }
}
