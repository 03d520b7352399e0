/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * How probably a person is still followed, whatever his score: the Kaplan–Meier curve of being censored, for weights by
 * its inverse. An event and a censoring at the same time happened in this order, so that who had the event is not at
 * risk of being censored at that time. It holds where censoring has nothing to do with the score and the outcome.
 */
final class Censoring {

    private final FollowUp followUp;

    /** The different times at which somebody was censored, ascending. */
    private final double[] times;

    /** How many were at each of them, and how many were followed up to it or longer. */
    private final double[] censored;

    private final double[] present;

    /** The probability of being followed beyond each of the first so many times. */
    private final double[] followed;

    private Censoring(FollowUp followUp, double[] times, double[] censored, double[] present, double[] followed) {
        this.followUp = followUp;
        this.times = times;
        this.censored = censored;
        this.present = present;
        this.followed = followed;
    }

    static Censoring of(FollowUp followUp) {
        double[] times = IntStream.range(0, followUp.size())
                .filter(followUp::isCensored)
                .mapToDouble(followUp::time)
                .sorted()
                .distinct()
                .toArray();
        double[] censored = new double[times.length];
        double[] lastPresent = new double[times.length + 1];
        double[] lastAtRisk = new double[times.length + 1];
        for (int i = 0; i < followUp.size(); i++) {
            int upTo = timesUpTo(times, followUp.time(i));
            lastPresent[upTo]++;
            if (followUp.isCensored(i)) {
                censored[upTo - 1]++;
                lastAtRisk[upTo]++;
            } else {
                lastAtRisk[timesBefore(times, followUp.time(i))]++;
            }
        }
        double[] present = remaining(followUp.size(), lastPresent);
        double[] atRisk = remaining(followUp.size(), lastAtRisk);
        double[] followed = new double[times.length + 1];
        followed[0] = 1;
        for (int k = 0; k < times.length; k++) {
            followed[k + 1] = followed[k] * (1 - censored[k] / atRisk[k]);
        }
        return new Censoring(followUp, times, censored, present, followed);
    }

    /** Of so many, how many are left at each time after those have gone for whom so many times were the last. */
    private static double[] remaining(double all, double[] last) {
        double[] remaining = new double[last.length - 1];
        double left = all;
        for (int k = 0; k < remaining.length; k++) {
            left -= last[k];
            remaining[k] = left;
        }
        return remaining;
    }

    /** The probability of not having been censored before this time. */
    double followedUntil(double time) {
        return followed[timesBefore(times, time)];
    }

    /**
     * What is added to each person's influence on a sum of weighted terms because the curve is an estimate: the sum
     * over the terms of the term times the integral, up to its time, of the person's censoring martingale over the
     * number of those followed so long (Blanche, Dartigues and Jacqmin-Gadda 2013, Stat Med 32:5381-5397). Here, as
     * there and in the R package riskRegression, who has an event at the time of a censoring is among them.
     *
     * @param terms each in inverse proportion to {@link #followedUntil} its time
     * @param until that time
     */
    double[] influence(double[] terms, double[] until) {
        double[] last = new double[times.length + 1];
        for (int i = 0; i < terms.length; i++) {
            last[timesBefore(times, until[i])] += terms[i];
        }
        double[] after = remaining(Arrays.stream(terms).sum(), last);
        double[] atTime = new double[times.length];
        double[] expected = new double[times.length + 1];
        for (int k = 0; k < times.length; k++) {
            atTime[k] = after[k] / present[k];
            expected[k + 1] = expected[k] + atTime[k] * censored[k] / present[k];
        }
        return IntStream.range(0, followUp.size())
                .mapToDouble(i -> {
                    int upTo = timesUpTo(times, followUp.time(i));
                    return (followUp.isCensored(i) ? atTime[upTo - 1] : 0) - expected[upTo];
                })
                .toArray();
    }

    private static int timesUpTo(double[] times, double time) {
        int found = Arrays.binarySearch(times, time);
        return found < 0 ? -found - 1 : found + 1;
    }

    private static int timesBefore(double[] times, double time) {
        int found = Arrays.binarySearch(times, time);
        return found < 0 ? -found - 1 : found;
    }
}
