/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.openmrs.module.smpr.statistics.Interval;

/**
 * A probability as a step function of time with its standard error. It has a step, of height 0 or more, at each time at
 * which a stretch of the data ends, and holds until the next; a step's values are those at its time, events at it included.
 *
 * <p>The interval is symmetrical on the scale of log(−log p), p being the value of this very curve: from p^exp(h) to
 * p^exp(−h), with h = z · se / (p · |log p|). For event-free survival that is the complementary log-log scale of Kalbfleisch
 * and Prentice (1980, The Statistical Analysis of Failure Time Data, p. 15); for a cumulative incidence it is that of
 * Choudhury (2002, Stat Med 21:1129-1144), log(−log F) and not log(−log(1 − F)). R's {@code survfit(conf.type = "log-log")}
 * takes the same scale for each state of a multi-state fit, and gives NA where this is undefined: at 0 and at 1. A sum of shares
 * that is 1 but for rounding is 1 here.
 */
@AllArgsConstructor(access = AccessLevel.PACKAGE)
public final class Curve {

    /** A probability nearer to 0 or to 1 than this is that. */
    private static final double ROUNDING = 1e-9;

    private final SurvivalData data;

    private final RiskSets sets;

    /** The value before the first step: 1 for a survival, 0 for an incidence. */
    private final double start;

    private final double[] values;

    private final double[] standardErrors;

    /** Until each step, and at it. */
    private final int[] events;

    private final double[] eventWeights;

    /** How many standard errors an interval reaches to each side. */
    private final double quantile;

    /** How many steps there are. */
    public int size() {
        return values.length;
    }

    /** @param step from 0 on, in order of time */
    public double time(int step) {
        return sets.getTimes()[step];
    }

    public double value(int step) {
        return values[step];
    }

    public double standardError(int step) {
        return standardErrors[step];
    }

    public Interval interval(int step) {
        return interval(values[step], standardErrors[step]);
    }

    /** How many were at risk just before the step's time. */
    public int atRisk(int step) {
        return sets.getCount()[step];
    }

    /** The weight that those at risk carry; their number where none is weighted. */
    public double weightAtRisk(int step) {
        return sets.getWeight()[step];
    }

    /** How many had the event until the step's time and at it. */
    public int events(int step) {
        return events[step];
    }

    /** The weight that those carry. */
    public double weightOfEvents(int step) {
        return eventWeights[step];
    }

    /**
     * @param time in days
     * @throws IllegalArgumentException where it is below 0 or not a finite number
     */
    public Estimate at(double time) {
        int atRisk = data.atRisk(time);
        int step = data.stepsUntil(time) - 1;
        int until = step < 0 ? 0 : events[step];
        if (size() == 0 || time > time(size() - 1) && !sets.isComplete()) {
            return new Estimate(time, Double.NaN, Double.NaN, Interval.UNDEFINED, atRisk, until);
        }
        if (step < 0) {
            return new Estimate(time, start, 0, Interval.UNDEFINED, atRisk, until);
        }
        return new Estimate(time, values[step], standardErrors[step], interval(step), atRisk, until);
    }

    /** @see SurvivalData#numbersAtRisk(double...) */
    public int[] numbersAtRisk(double... times) {
        return data.numbersAtRisk(times);
    }

    private Interval interval(double p, double standardError) {
        if (!(p > ROUNDING && 1 - p > ROUNDING)) {
            return Interval.UNDEFINED;
        }
        double half = quantile * standardError / (-p * Math.log(p));
        return new Interval(Math.pow(p, Math.exp(half)), Math.pow(p, Math.exp(-half)));
    }

    /** The quantile of the standard normal distribution that two-sided intervals of a level take. */
    static double quantile(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A level is above 0 and below 1, not " + level);
        }
        return NormalDistribution.of(0, 1).inverseSurvivalProbability((1 - level) / 2);
    }
}
