/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.Arrays;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.openmrs.module.smpr.statistics.Interval;

/**
 * The difference of two groups' cumulative incidence at a time, with a standard error that holds for weighted rows: √ Σ U_i²,
 * U_i being the influence of a subject on the difference ({@link CumulativeIncidence.Variance#INFINITESIMAL_JACKKNIFE}), in
 * both groups taken together where he was first in one and then in the other. Weights are taken as known; where they were
 * estimated, as overlap weights are (Li, Morgan and Zaslavsky, 2018, J Am Stat Assoc 113:390-400), that is left out of
 * account, which mostly makes the standard error somewhat too large.
 *
 * <p>The interval recovers from those of the two groups how far each may lie from its estimate (the method of variance estimates
 * recovery, MOVER: Zou and Donner, 2008, Stat Med 27:1693-1702; of shares, Newcombe, 1998, Stat Med 17:873-890). With l, p and u
 * of the first group and of the second, l and u on the log-log scale ({@link Curve}), it goes
 *
 * <pre>from p₂ − p₁ − √((p₂ − l₂)² + (u₁ − p₁)² − 2 r (p₂ − l₂) (u₁ − p₁))
 * to   p₂ − p₁ + √((u₂ − p₂)² + (p₁ − l₁)² − 2 r (u₂ − p₂) (p₁ − l₁))</pre>
 *
 * <p>r being how the two estimates correlate by the influence of those who are in both groups (as Newcombe, 1998, Stat Med
 * 17:2635-2650, has it of pairs): 0 where nobody is.
 *
 * <p>In simulations with incidences of 0.15 and 0.3 it held the difference in 95.8 % of the samples of 12 and 28 persons, in 96.8 %
 * of 28 and 12, in 95.2 % of 20 and 20, in 94.2 % of 50 and 50 and in 95 % of more; with overlap weights, in 95.7 % of 40. The
 * difference ± z · se held it in 96.6, 93.2, 94.0, 93.8 and 94.1 % of the same samples, and was wider. Of 12 and 28 persons 18 %
 * of the samples have no event in one group, and are not among them: there is no interval, and that other one held in 64 %.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class IncidenceDifference {

    /** A standard error no larger than this is rounding. */
    private static final double ROUNDING = 1e-12;

    /** In each group. */
    Estimate first;

    Estimate second;

    /** Of the second group less that of the first; NaN where one of the two is. */
    double difference;

    double standardError;

    /**
     * Never beyond −1 and 1. Undefined where the difference is, and where that of a group is, its incidence being 0 or 1: such a sample
     * shows no spread, which is no certainty. So too where the difference has no standard error, as that
     * of a group from itself.
     */
    Interval interval;

    /**
     * With an interval of 95 %.
     *
     * @param second may have subjects of the first, by the same number
     * @param cause from 1 on
     * @param time in days
     */
    public static IncidenceDifference of(SurvivalData first, SurvivalData second, int cause, double time) {
        return of(first, second, cause, time, 0.95);
    }

    /** @param level of all intervals, above 0 and below 1 */
    public static IncidenceDifference of(
            SurvivalData first, SurvivalData second, int cause, double time, double level) {
        CumulativeIncidence inFirst = incidence(first, level);
        CumulativeIncidence inSecond = incidence(second, level);
        Estimate before = inFirst.incidence(cause).at(time);
        Estimate after = inSecond.incidence(cause).at(time);
        double difference = after.getValue() - before.getValue();
        if (Double.isNaN(difference)) {
            return new IncidenceDifference(before, after, Double.NaN, Double.NaN, Interval.UNDEFINED);
        }
        double[] influence = new double[first.subjectCount() + second.subjectCount()];
        int[] subjects = new int[influence.length];
        fill(inFirst, cause, time, -1, 0, influence, subjects);
        fill(inSecond, cause, time, 1, first.subjectCount(), influence, subjects);
        double standardError = Math.sqrt(sumOfSquares(influence, subjects));
        return new IncidenceDifference(
                before, after, difference, standardError, interval(before, after, difference, standardError));
    }

    private static Interval interval(Estimate first, Estimate second, double difference, double standardError) {
        if (!first.getInterval().isDefined() || !second.getInterval().isDefined() || standardError <= ROUNDING) {
            return Interval.UNDEFINED;
        }
        double ofFirst = first.getStandardError();
        double ofSecond = second.getStandardError();
        double correlation =
                (ofFirst * ofFirst + ofSecond * ofSecond - standardError * standardError) / (2 * ofFirst * ofSecond);
        return new Interval(
                difference - recovered(below(second), above(first), correlation),
                difference + recovered(above(second), below(first), correlation));
    }

    private static double below(Estimate estimate) {
        return estimate.getValue() - estimate.getInterval().getLower();
    }

    private static double above(Estimate estimate) {
        return estimate.getInterval().getUpper() - estimate.getValue();
    }

    private static double recovered(double ofSecond, double ofFirst, double correlation) {
        return Math.sqrt(Math.max(0, ofSecond * ofSecond + ofFirst * ofFirst - 2 * correlation * ofSecond * ofFirst));
    }

    private static CumulativeIncidence incidence(SurvivalData data, double level) {
        return CumulativeIncidence.of(data, CumulativeIncidence.Variance.INFINITESIMAL_JACKKNIFE, level);
    }

    private static void fill(
            CumulativeIncidence incidence,
            int cause,
            double time,
            int sign,
            int offset,
            double[] influence,
            int... subjects) {
        int step = incidence.getData().stepsUntil(time) - 1;
        int[] own = incidence.getData().getSubjects();
        System.arraycopy(own, 0, subjects, offset, own.length);
        if (step >= 0 && cause <= incidence.getSets().getCauses()) {
            double[] ofGroup = new Jackknife(incidence).influence(cause - 1, step);
            for (int i = 0; i < own.length; i++) {
                influence[offset + i] = sign * ofGroup[i];
            }
        }
    }

    /** Of the sums by subject. */
    private static double sumOfSquares(double[] influence, int... subjects) {
        long[] order = new long[subjects.length];
        for (int i = 0; i < order.length; i++) {
            order[i] = (long) subjects[i] << 32 | i;
        }
        Arrays.sort(order);
        double sum = 0;
        int at = 0;
        while (at < order.length) {
            long subject = order[at] >> 32;
            double ofSubject = 0;
            while (at < order.length && order[at] >> 32 == subject) {
                ofSubject += influence[(int) order[at++]];
            }
            sum += ofSubject * ofSubject;
        }
        return sum;
    }
}
