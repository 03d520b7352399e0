/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import java.util.Arrays;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Getter;
import lombok.Value;

/**
 * The slope of y on x as the median of the slopes between any two points with different x (Theil 1950, Proc Kon Ned Akad
 * Wetensch 53:386-392, 521-525, 1397-1412; Sen 1968, J Am Stat Assoc 63:1379-1389). Where no two points share an x, one of
 * five may lie anywhere, and of many up to 29 %, without carrying it off. From how many points on it is worth showing, the
 * caller decides.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class TheilSen {

    /** So that a coverage of exactly the level asked for is not lost to rounding. */
    private static final double ROUNDING = 1e-12;

    /** An interval for the slope, and the probability that such an interval covers it. */
    @Value
    public static class Interval {

        double low;

        double high;

        double coverage;
    }

    /** In units of y for a unit of x. */
    double slope;

    /** Of all pairs with different x, from the smallest. */
    @Getter(AccessLevel.NONE)
    double[] slopes;

    /** How many points there are at each x. */
    @Getter(AccessLevel.NONE)
    int[] ties;

    /**
     * In any order of the points.
     *
     * @return empty where there are fewer than two different x
     * @throws IllegalArgumentException where there are not as many x as y, or one is not a finite number
     */
    public static Optional<TheilSen> of(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new IllegalArgumentException(x.length + " x and " + y.length + " y");
        }
        if (!Arrays.stream(x).allMatch(Double::isFinite) || !Arrays.stream(y).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A point has two finite numbers");
        }
        double[] slopes = slopes(x, y);
        return slopes.length == 0 ? Optional.empty() : Optional.of(new TheilSen(median(slopes), slopes, ties(x)));
    }

    /**
     * The narrowest interval from the k-th smallest to the k-th largest slope that covers the true one with at least the
     * probability asked for (Sen 1968), by the exact distribution of Kendall's S given the ties in x. This takes the
     * deviations from the line for independent of each other and alike in distribution, of whatever shape. Where they are
     * tied, as ratings are, the interval is conservative: its coverage is the one stated or a higher one.
     *
     * @param level above 0 and below 1
     * @return empty where there are so few points that even the smallest and the largest slope cover less
     * @throws IllegalArgumentException where the level is none
     */
    public Optional<Interval> interval(double level) {
        if (!(level > 0 && level < 1)) {
            throw new IllegalArgumentException("A level is above 0 and below 1, not " + level);
        }
        KendallDistribution distribution = KendallDistribution.of(ties);
        Interval narrowest = null;
        double below = 0;
        for (int k = 1; 2 * k <= slopes.length; k++) {
            below += distribution.probability(k - 1);
            double coverage = 1 - 2 * below;
            if (coverage < level - ROUNDING) {
                break;
            }
            narrowest = new Interval(slopes[k - 1], slopes[slopes.length - k], coverage);
        }
        return Optional.ofNullable(narrowest);
    }

    private static double[] slopes(double[] x, double[] y) {
        double[] slopes = new double[x.length * (x.length - 1) / 2];
        int count = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                if (x[i] != x[j]) {
                    // Adding 0.0 leaves no -0.0, which would depend on the order of the points.
                    slopes[count++] = (y[i] - y[j]) / (x[i] - x[j]) + 0.0;
                }
            }
        }
        slopes = Arrays.copyOf(slopes, count);
        Arrays.sort(slopes);
        return slopes;
    }

    private static double median(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    private static int[] ties(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        int[] ties = new int[x.length];
        int last = 0;
        for (int i = 0; i < sorted.length; i++) {
            if (i > 0 && sorted[i] != sorted[i - 1]) {
                last++;
            }
            ties[last]++;
        }
        return Arrays.copyOf(ties, last + 1);
    }
}
