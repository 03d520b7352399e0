/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.Value;
import org.openmrs.module.smpr.statistics.Interval;
import org.openmrs.module.smpr.statistics.survival.CumulativeIncidence.Variance;

/**
 * The survival curve of Kaplan and Meier (1958, J Am Stat Assoc 53:457-481): ∏ (1 − d / Y). Competing events count as ends
 * without an event, so with any of them this is no probability that anybody has; {@link CumulativeIncidence} is.
 *
 * <p>Standard errors are Greenwood's (1926), S² Σ d / (Y (Y − d)), and 0 once the curve has come down to 0, where R says NaN.
 * Where a row has another weight than 1, they are those of the infinitesimal jackknife, as R's are ({@code robust = TRUE}) for
 * weights that are no whole numbers; whole ones are no counts of persons here.
 */
@Getter
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public final class KaplanMeier {

    /** How far the curve may lie from a share to be at it: products of fractions are not exact. */
    private static final double TOLERANCE = 1.5e-8;

    /** The time by which a share has had the event. */
    @Value
    @AllArgsConstructor(access = AccessLevel.PRIVATE)
    public static class Quantile {

        /**
         * In days: the first at which the curve is as low, or the middle of the time that it stays exactly there. NaN where it
         * does not come down so far.
         */
        double time;

        /**
         * Of Brookmeyer and Crowley (1982, Biometrics 38:29-41): where the lower and the upper ends of the curve's intervals come
         * down as far. The upper end is infinite where they do not; undefined where neither does. At 0 the curve has no
         * interval, so a curve that falls there from above the share leaves the upper end infinite.
         */
        Interval interval;
    }

    /** The probability of no event. */
    private final Curve curve;

    /** With intervals of 95 %. */
    public static KaplanMeier of(SurvivalData data) {
        return of(data, 0.95);
    }

    /** @param level of the intervals, above 0 and below 1 */
    public static KaplanMeier of(SurvivalData data, double level) {
        Variance variance = data.isWeighted() ? Variance.INFINITESIMAL_JACKKNIFE : Variance.GREENWOOD;
        return new KaplanMeier(CumulativeIncidence.of(data.only(Exposure.EVENT), variance, level)
                .eventFree());
    }

    /** The time by which half have had the event. */
    public Quantile median() {
        return quantile(0.5);
    }

    /**
     * @param share above 0 and below 1
     * @throws IllegalArgumentException where it is none
     */
    public Quantile quantile(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("A share is above 0 and below 1, not " + share);
        }
        int steps = curve.size();
        double[] values = new double[steps];
        double[] lower = new double[steps];
        double[] upper = new double[steps];
        for (int step = 0; step < steps; step++) {
            Interval interval = curve.interval(step);
            values[step] = curve.value(step);
            lower[step] = interval.getLower();
            upper[step] = interval.getUpper();
        }
        double from = reaches(1 - share, lower);
        double to = reaches(1 - share, upper);
        Interval interval = Double.isNaN(from)
                ? Interval.UNDEFINED
                : new Interval(from, Double.isNaN(to) ? Double.POSITIVE_INFINITY : to);
        return new Quantile(reaches(1 - share, values), interval);
    }

    /** When a falling curve comes down to a level; NaN where it does not. */
    private double reaches(double level, double... values) {
        for (int step = 0; step < values.length; step++) {
            if (values[step] < level - TOLERANCE) {
                return curve.time(step);
            }
            if (values[step] <= level + TOLERANCE) {
                int next = step + 1;
                while (next < values.length - 1 && !(values[next] < level - TOLERANCE)) {
                    next++;
                }
                return next == values.length ? curve.time(step) : (curve.time(step) + curve.time(next)) / 2;
            }
        }
        return Double.NaN;
    }
}
