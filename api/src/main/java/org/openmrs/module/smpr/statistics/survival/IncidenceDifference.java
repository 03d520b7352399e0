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
 * <p>The interval is for large groups. With incidences of 0.15 and 0.3 it held the difference in 91 % of simulated samples of 12
 * and 28 persons, in 93 % of 20 and 20, in 94 % of 50 and 50 and of 200 and 200; with overlap weights, in 93 % of 40.
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
     * difference ± z · se, not cut off at −1 and 1; undefined where the difference is, and where the standard error is 0, as it is
     * where in both groups nobody has had the event or everybody: the sample shows no spread, which is no certainty. Where that
     * is so in one group, the interval knows of the other's alone, and is too narrow.
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
        double half = Curve.quantile(level) * standardError;
        return new IncidenceDifference(
                before,
                after,
                difference,
                standardError,
                standardError > ROUNDING ? new Interval(difference - half, difference + half) : Interval.UNDEFINED);
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
