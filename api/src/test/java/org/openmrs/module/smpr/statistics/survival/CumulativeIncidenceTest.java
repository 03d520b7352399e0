/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.Random;
import org.junit.Test;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence.Variance;

public class CumulativeIncidenceTest {

    private static final Fixture R = new Fixture("survival");

    @Test
    public void shouldGiveWhatSurvfitGivesForThoseFollowedFromTheOrigin() {
        assertCurves("plain");
        assertCurves("ties");
    }

    @Test
    public void shouldGiveWhatSurvfitGivesDownToNobodyLeft() {
        assertCurves("tiny");
    }

    @Test
    public void shouldGiveWhatSurvfitGivesForWeightedLateEntrantsInSeveralStretches() {
        assertCurves("late");
    }

    @Test
    public void shouldLeaveOutGapsAsTheInfluenceValuesOfSurvfitDo() {
        assertCurves("gaps");
        assertCurves("rowweights");
    }

    /** Where all at risk have an event prodlim's divides by 0, which this does not. */
    @Test
    public void shouldGiveGreenwoodsStandardErrorsAsProdlimDoes() {
        for (String set : new String[] {"plain", "ties", "tiny"}) {
            JsonNode expected = R.get("greenwood", set);
            CumulativeIncidence greenwood = CumulativeIncidence.of(R.data(set), Variance.GREENWOOD, 0.95);
            double[] times = Fixture.numbers(expected.get("time"));
            for (int cause = 1; cause <= expected.get("se").size(); cause++) {
                double[] errors = Fixture.numbers(expected.get("se").get(cause - 1));
                for (int i = 0; i < times.length; i++) {
                    if (Double.isNaN(errors[i])) {
                        assertEquals("tiny 8.0", set + " " + times[i]);
                        continue;
                    }
                    Fixture.assertNear(
                            set + times[i],
                            errors[i],
                            greenwood.incidence(cause).at(times[i]).getStandardError());
                }
            }
        }
    }

    /** Where all start at 0 and nobody is weighted, the two ways to a standard error are one. */
    @Test
    public void shouldFindTheStandardErrorsOfGreenwoodByTheJackknifeWhereTheyAreTheSame() {
        for (String set : new String[] {"plain", "ties", "tiny"}) {
            assertSameErrors(R.data(set), 1e-12);
        }
    }

    /**
     * Satagopan et al. (2004, Br J Cancer 91:1229-1235), table 2: 305 women followed after breast cancer, in months, the first
     * of whom die of it at 10, 16, 23 and 27 and of something else at 18 and 26. Percentages have one decimal; the table adds
     * them up rounded, so of the incidence each addition of 0.3 is compared.
     */
    @Test
    public void shouldAgreeWithAPublishedTable() {
        double[] months = new double[305];
        int[] ends = new int[305];
        Arrays.fill(months, 60);
        double[] first = {7, 10, 14, 16, 18, 23, 24, 26, 27};
        int[] how = {0, 1, 0, 1, 2, 1, 0, 2, 1};
        System.arraycopy(first, 0, months, 0, 9);
        System.arraycopy(how, 0, ends, 0, 9);
        CumulativeIncidence found = CumulativeIncidence.of(SurvivalData.of(months, ends));
        double[] at = {10, 16, 18, 23, 26, 27};
        int[] atRisk = {304, 302, 301, 300, 298, 297};
        double[] survival = {99.7, 99.3, 99.0, 98.7, 98.3, 98.0};
        double[] added = {0.3, 0.3, 0, 0.3, 0, 0.3};
        double before = 0;
        for (int i = 0; i < at.length; i++) {
            double incidence = 100 * found.incidence(1).at(at[i]).getValue();
            assertEquals(added[i], incidence - before, 0.05);
            assertEquals(survival[i], 100 * found.eventFree().at(at[i]).getValue(), 0.05);
            assertEquals(atRisk[i], found.eventFree().at(at[i]).getAtRisk());
            before = incidence;
        }
        assertArrayEquals(atRisk, found.eventFree().numbersAtRisk(at));
    }

    /** Of four, the first has the event of interest, the second the other, the third leaves, the fourth has the event. */
    @Test
    public void shouldGiveWhatOneFindsByHand() {
        CumulativeIncidence found =
                CumulativeIncidence.of(SurvivalData.of(new double[] {2, 3, 5, 7}, new int[] {1, 2, 0, 1}));
        Estimate first = found.incidence(1).at(2);
        assertEquals(0.25, first.getValue(), 1e-15);
        assertEquals(Math.sqrt(0.25 * 0.75 / 4), first.getStandardError(), 1e-15);
        assertEquals(1, first.getEvents());
        assertEquals(4, first.getAtRisk());
        Estimate second = found.incidence(2).at(3);
        assertEquals(0.75 / 3, second.getValue(), 1e-15);
        assertEquals(3, second.getAtRisk());
        assertEquals(0.5, found.eventFree().at(6.9).getValue(), 1e-15);
        assertEquals(0.75, found.incidence(1).at(7).getValue(), 1e-15);
        assertEquals(0, found.eventFree().at(7).getValue(), 0);
        assertEquals(3, found.eventFree().at(7).getEvents());
    }

    /** log(−log 0.25) ± 1.96 · se / (0.25 · log 4), back again. */
    @Test
    public void shouldMakeTheIntervalSymmetricalOnTheScaleOfLogMinusLogOfTheCurveItself() {
        Estimate estimate = CumulativeIncidence.of(SurvivalData.of(new double[] {2, 3, 5, 7}, new int[] {1, 2, 0, 1}))
                .incidence(1)
                .at(2);
        double centre = Math.log(Math.log(4));
        double half = 1.959963984540054 * estimate.getStandardError() / (0.25 * Math.log(4));
        assertEquals(Math.exp(-Math.exp(centre + half)), estimate.getInterval().getLower(), 1e-14);
        assertEquals(Math.exp(-Math.exp(centre - half)), estimate.getInterval().getUpper(), 1e-14);
    }

    @Test
    public void shouldWidenTheIntervalWithTheLevel() {
        SurvivalData data = R.data("plain");
        Interval wide = CumulativeIncidence.of(data, Variance.INFINITESIMAL_JACKKNIFE, 0.99)
                .incidence(1)
                .at(100)
                .getInterval();
        Interval narrow = CumulativeIncidence.of(data).incidence(1).at(100).getInterval();
        assertTrue(wide.getLower() < narrow.getLower() && narrow.getUpper() < wide.getUpper());
        for (double level : new double[] {0, 1, 95, Double.NaN}) {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> CumulativeIncidence.of(data, Variance.INFINITESIMAL_JACKKNIFE, level));
        }
    }

    @Test
    public void shouldBeNothingBeforeTheFirstEventAndUnknownAfterTheLastTime() {
        CumulativeIncidence found = CumulativeIncidence.of(SurvivalData.of(new double[] {4, 6}, new int[] {1, 0}));
        assertEquals(
                new Estimate(3.9, 0, 0, Interval.UNDEFINED, 2, 0),
                found.incidence(1).at(3.9));
        assertEquals(
                new Estimate(0, 1, 0, Interval.UNDEFINED, 2, 0),
                found.eventFree().at(0));
        assertEquals(0.5, found.incidence(1).at(6).getValue(), 0);
        assertEquals(
                new Estimate(6.1, Double.NaN, Double.NaN, Interval.UNDEFINED, 0, 1),
                found.incidence(1).at(6.1));
    }

    @Test
    public void shouldBeKnownForEverOnceNobodyIsLeftEventFree() {
        CumulativeIncidence found = CumulativeIncidence.of(SurvivalData.of(new double[] {4, 6}, new int[] {1, 2}));
        Estimate late = found.incidence(1).at(1000);
        assertEquals(0.5, late.getValue(), 0);
        assertEquals(Math.sqrt(0.125), late.getStandardError(), 1e-15);
        assertTrue(late.getInterval().isDefined());
        assertEquals(
                new Estimate(1000, 0, 0, Interval.UNDEFINED, 0, 2),
                found.eventFree().at(1000));
    }

    /** The first risk set, of one, is emptied at 2; whoever comes later finds no way back. */
    @Test
    public void shouldStayAtNobodyEventFreeWhereALateEntrantComesAfterIt() {
        SurvivalData data = SurvivalData.builder()
                .add(1, 0, 2, 1)
                .add(2, 5, 9, 2)
                .add(3, 5, 11, 0)
                .build();
        CumulativeIncidence found = CumulativeIncidence.of(data);
        assertEquals(1, found.incidence(1).at(11).getValue(), 0);
        assertEquals(0, found.incidence(2).at(11).getValue(), 0);
        assertEquals(0, found.incidence(2).at(11).getStandardError(), 0);
    }

    @Test
    public void shouldBeZeroForACauseThatNobodyHad() {
        CumulativeIncidence found = CumulativeIncidence.of(SurvivalData.of(new double[] {4, 6}, new int[] {1, 0}));
        assertEquals(
                new Estimate(5, 0, 0, Interval.UNDEFINED, 1, 0),
                found.incidence(4).at(5));
        assertThrows(IllegalArgumentException.class, () -> found.incidence(0));
        assertThrows(IllegalArgumentException.class, () -> found.incidence(1).at(-1));
        assertThrows(IllegalArgumentException.class, () -> found.incidence(1).at(Double.NaN));
    }

    @Test
    public void shouldBeUnknownOfNobody() {
        CumulativeIncidence found =
                CumulativeIncidence.of(SurvivalData.builder().build());
        assertEquals(0, found.eventFree().size());
        assertEquals(
                new Estimate(0, Double.NaN, Double.NaN, Interval.UNDEFINED, 0, 0),
                found.eventFree().at(0));
        assertTrue(Double.isNaN(found.incidence(1).at(3).getValue()));
    }

    @Test
    public void shouldStayWhereItIsWithoutAnyEvent() {
        Curve curve = CumulativeIncidence.of(SurvivalData.of(new double[] {1, 2, 2}, new int[3]))
                .eventFree();
        assertEquals(2, curve.size());
        assertEquals(1, curve.value(1), 0);
        assertEquals(0, curve.standardError(1), 0);
        assertEquals(Interval.UNDEFINED, curve.interval(1));
    }

    @Test
    public void shouldBeAllOrNothingOfOneAndAHalfOfTwo() {
        CumulativeIncidence one = CumulativeIncidence.of(SurvivalData.of(new double[] {5}, new int[] {1}));
        assertEquals(0, one.incidence(1).at(4).getValue(), 0);
        assertEquals(1, one.incidence(1).at(5).getValue(), 0);
        assertEquals(0, one.incidence(1).at(5).getStandardError(), 0);
        assertEquals(Interval.UNDEFINED, one.incidence(1).at(5).getInterval());
        assertEquals(0, one.incidence(2).at(5).getValue(), 0);
        CumulativeIncidence two = CumulativeIncidence.of(SurvivalData.of(new double[] {5, 8}, new int[] {1, 2}));
        assertEquals(0.5, two.incidence(1).at(8).getValue(), 0);
        assertEquals(0.5, two.incidence(2).at(8).getValue(), 0);
        assertEquals(Math.sqrt(0.125), two.incidence(1).at(8).getStandardError(), 1e-15);
        assertTrue(two.incidence(1).at(8).getInterval().isDefined());
    }

    /** The shares of ten, and of 150,000, one after the other, add up to 1 but for rounding. */
    @Test
    public void shouldPromiseNoIntervalWhereOnlyRoundingIsLeft() {
        for (int n : new int[] {10, 150_000}) {
            SurvivalData.Builder all = SurvivalData.builder();
            for (int i = 0; i < n; i++) {
                all.add(i, 0, i + 1.0, 1);
            }
            Curve curve = CumulativeIncidence.of(all.build()).incidence(1);
            assertTrue(curve.value(n - 1) != 1);
            assertEquals(1, curve.value(n - 1), 1e-9);
            assertEquals(Interval.UNDEFINED, curve.interval(n - 1));
            assertTrue(curve.interval(n - 2).isDefined());
        }
    }

    @Test
    public void shouldFallToZeroWhereAllHaveTheirEventAtOnce() {
        CumulativeIncidence found =
                CumulativeIncidence.of(SurvivalData.of(new double[] {3, 3, 3, 3}, new int[] {1, 1, 1, 2}));
        assertEquals(0, found.eventFree().value(0), 0);
        assertEquals(0, found.eventFree().standardError(0), 0);
        assertEquals(0.75, found.incidence(1).value(0), 1e-15);
        assertEquals(Math.sqrt(0.75 * 0.25 / 4), found.incidence(1).standardError(0), 1e-15);
    }

    /** To count a row twice is to give it the weight 2, but one person is not two. */
    @Test
    public void shouldEstimateTheSameWithWeightsAsWithCopiesButWithLargerErrors() {
        double[] times = {1, 2, 2, 4, 5, 6};
        int[] ends = {1, 2, 1, 0, 1, 0};
        SurvivalData.Builder copies = SurvivalData.builder();
        for (int i = 0; i < 2 * times.length; i++) {
            copies.add(i, 0, times[i / 2], ends[i / 2]);
        }
        Curve weighted = CumulativeIncidence.of(SurvivalData.of(times, ends).weightedBy(2, 2, 2, 2, 2, 2))
                .incidence(1);
        Curve copied = CumulativeIncidence.of(copies.build()).incidence(1);
        for (int step = 0; step < weighted.size(); step++) {
            assertEquals(copied.value(step), weighted.value(step), 1e-15);
            assertEquals(copied.standardError(step) * Math.sqrt(2), weighted.standardError(step), 1e-15);
            assertEquals(copied.weightAtRisk(step), weighted.weightAtRisk(step), 0);
            assertEquals(copied.weightOfEvents(step), weighted.weightOfEvents(step), 0);
            assertEquals(copied.events(step), 2 * weighted.events(step));
        }
    }

    @Test
    public void shouldIgnoreWhoHasNoWeightButCountHim() {
        SurvivalData data = SurvivalData.builder()
                .add(1, 0, 3, 1)
                .add(2, 0, 4, 1, 0)
                .add(3, 0, 5, 0)
                .add(4, 0, 6, 2, 0)
                .build();
        CumulativeIncidence found = CumulativeIncidence.of(data);
        assertEquals(
                new Estimate(
                        6,
                        0.5,
                        found.incidence(1).at(3).getStandardError(),
                        found.incidence(1).at(3).getInterval(),
                        1,
                        2),
                found.incidence(1).at(6));
        assertEquals(0, found.incidence(2).at(6).getValue(), 0);
        assertEquals(0, found.eventFree().weightAtRisk(3), 0);
    }

    @Test
    public void shouldNotDependOnHowAFollowUpIsCutIntoStretchesNorOnTheOrderOfRows() {
        SurvivalData whole = R.data("plain");
        SurvivalData.Builder cut = SurvivalData.builder();
        for (int row = whole.size() - 1; row >= 0; row--) {
            Exposure e = whole.get(row);
            cut.add(e.getSubject(), e.getTo() / 2, e.getTo(), e.getEnd());
            cut.add(e.getSubject(), 0, e.getTo() / 2, Exposure.NO_EVENT);
        }
        CumulativeIncidence inOne = CumulativeIncidence.of(whole);
        CumulativeIncidence inTwo = CumulativeIncidence.of(cut.build());
        for (int cause = 1; cause <= 3; cause++) {
            for (int day = 0; day < 300; day += 7) {
                Estimate one = inOne.incidence(cause).at(day);
                Estimate two = inTwo.incidence(cause).at(day);
                assertEquals(one.getValue(), two.getValue(), 1e-13);
                assertEquals(one.getStandardError(), two.getStandardError(), 1e-13);
                assertEquals(one.getAtRisk(), two.getAtRisk());
            }
        }
    }

    @Test
    public void shouldRefuseWeightsForGreenwoodsVariance() {
        SurvivalData data =
                SurvivalData.of(new double[] {1, 2}, new int[] {1, 1}).weightedBy(1, 0.5);
        assertThrows(IllegalArgumentException.class, () -> CumulativeIncidence.of(data, Variance.GREENWOOD, 0.95));
    }

    @Test
    public void shouldAddUpToOneAndFindTheSameErrorsBothWaysAmongAHundredAndFiftyThousand() {
        Random random = new Random(7);
        double[] times = new double[150_000];
        int[] ends = new int[150_000];
        for (int i = 0; i < times.length; i++) {
            times[i] = i % 2 == 0 ? 1 + random.nextInt(2000) : 1 + 2000 * random.nextDouble();
            ends[i] = random.nextInt(3);
        }
        SurvivalData data = SurvivalData.of(times, ends);
        assertSameErrors(data, 1e-8);
        CumulativeIncidence found = CumulativeIncidence.of(data);
        Curve free = found.eventFree();
        assertTrue(free.size() > 70_000);
        for (int step = 0; step < free.size(); step++) {
            double sum = free.value(step)
                    + found.incidence(1).value(step)
                    + found.incidence(2).value(step);
            assertEquals(1, sum, 1e-11);
        }
    }

    /** The sums of squares that go from step to step, against the influence values, which are found row by row. */
    @Test
    public void shouldSumTheSquaresOfTheInfluenceValuesAmongAHundredAndFiftyThousandWeightedRows() {
        CumulativeIncidence found = CumulativeIncidence.of(withGaps(75_000, 11));
        Jackknife jackknife = new Jackknife(found);
        for (int cause = 1; cause <= 2; cause++) {
            Curve curve = found.incidence(cause);
            for (int i = 1; i <= 10; i++) {
                int step = (curve.size() - 1) * i / 10;
                double sum = 0;
                for (double influence : jackknife.influence(cause - 1, step)) {
                    sum += influence * influence;
                }
                assertEquals(1, curve.standardError(step) / Math.sqrt(sum), 1e-8);
            }
        }
    }

    /** The influence of each subject by its definition: how the estimate changes where his weights grow a little. */
    @Test
    public void shouldFindTheDerivativesOfTheEstimate() {
        SurvivalData data = withGaps(40, 3);
        double day = 900;
        CumulativeIncidence found = CumulativeIncidence.of(data);
        double sum = 0;
        for (int subject = 0; subject < 40; subject++) {
            sum += Math.pow((moved(data, subject, 1e-4, day) - moved(data, subject, -1e-4, day)) / 2e-4, 2);
        }
        assertEquals(Math.sqrt(sum), found.incidence(1).at(day).getStandardError(), 1e-8);
    }

    private static double moved(SurvivalData data, int subject, double by, double day) {
        double[] weights = new double[data.size()];
        for (int row = 0; row < weights.length; row++) {
            Exposure exposure = data.get(row);
            weights[row] = exposure.getWeight() * (exposure.getSubject() == subject ? 1 + by : 1);
        }
        return CumulativeIncidence.of(data.weightedBy(weights))
                .incidence(1)
                .at(day)
                .getValue();
    }

    /** Two stretches each, the first from a late entry, with a gap between them. */
    private static SurvivalData withGaps(int subjects, int seed) {
        Random random = new Random(seed);
        SurvivalData.Builder builder = SurvivalData.builder();
        for (int subject = 0; subject < subjects; subject++) {
            double from = random.nextBoolean() ? 0 : random.nextInt(300);
            double gap = from + 1 + random.nextInt(200);
            double back = gap + 1 + 20 * random.nextDouble();
            double weight = random.nextInt(10) == 0 ? 0 : random.nextDouble();
            builder.add(subject, from, gap, 0, weight);
            builder.add(subject, back, back + 1 + random.nextInt(2000), random.nextInt(3), weight);
        }
        return builder.build();
    }

    private static void assertSameErrors(SurvivalData data, double near) {
        CumulativeIncidence jackknife = CumulativeIncidence.of(data);
        CumulativeIncidence greenwood = CumulativeIncidence.of(data, Variance.GREENWOOD, 0.95);
        for (int state = 0; state <= data.causes(); state++) {
            Curve one = state == 0 ? jackknife.eventFree() : jackknife.incidence(state);
            Curve other = state == 0 ? greenwood.eventFree() : greenwood.incidence(state);
            for (int step = 0; step < one.size(); step++) {
                assertEquals(
                        other.standardError(step),
                        one.standardError(step),
                        near * Math.max(1e-3, other.standardError(step)));
            }
        }
    }

    private static void assertCurves(String set) {
        JsonNode expected = R.get("curves", set);
        CumulativeIncidence found = CumulativeIncidence.of(R.data(set));
        double[] times = Fixture.numbers(expected.get("time"));
        for (int state = 0; state < expected.get("value").size(); state++) {
            Curve curve = state == 0 ? found.eventFree() : found.incidence(state);
            for (int i = 0; i < times.length; i++) {
                String message = set + " state " + state + " day " + times[i];
                Estimate estimate = curve.at(times[i]);
                Fixture.assertNear(
                        message, Fixture.number(expected.get("value").get(state).get(i)), estimate.getValue());
                Fixture.assertNear(
                        message, Fixture.number(expected.get("se").get(state).get(i)), estimate.getStandardError());
                assertEquals(message, expected.get("atRisk").get(i).asInt(), estimate.getAtRisk());
                if (expected.has("lower")
                        && !expected.get("lower").isNull()
                        && expected.get("lower").size() > 0) {
                    Fixture.assertNear(
                            message,
                            Fixture.number(expected.get("lower").get(state).get(i)),
                            estimate.getInterval().getLower());
                    Fixture.assertNear(
                            message,
                            Fixture.number(expected.get("upper").get(state).get(i)),
                            estimate.getInterval().getUpper());
                }
            }
        }
    }
}
