/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.apache.commons.statistics.interval.BinomialConfidenceInterval;

/**
 * How many of n independent persons had an event, as a share of them, with the score interval of Wilson (1927, J Am Stat
 * Assoc 22:209-212), which holds its level well with few persons and at the ends, where the usual one has no width.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class Proportion {

    private static final double LEVEL = 0.95;

    /** What a share can be where it is not known of everybody whether he had the event. */
    @Value
    @AllArgsConstructor(access = AccessLevel.PRIVATE)
    public static class Bounds {

        /** None of the unknown had it. */
        Proportion least;

        /** All of the unknown had it. */
        Proportion greatest;
    }

    long events;

    long n;

    /** events / n, from 0 to 1; NaN where n is 0. */
    double estimate;

    /** Of 95 %; undefined where n is 0. */
    Interval interval;

    /**
     * @param n up to 2,147,483,647
     * @throws IllegalArgumentException where there are fewer than 0 events, more than n, or n is larger than it may be
     */
    public static Proportion of(long events, long n) {
        if (events < 0 || events > n) {
            throw new IllegalArgumentException("Events are 0 or more and at most " + n + ", not " + events);
        }
        if (n > Integer.MAX_VALUE) {
            throw new IllegalArgumentException("A proportion is of at most " + Integer.MAX_VALUE + ", not of " + n);
        }
        if (n == 0) {
            return new Proportion(0, 0, Double.NaN, Interval.UNDEFINED);
        }
        org.apache.commons.statistics.interval.Interval wilson =
                BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate((int) n, (int) events, 1 - LEVEL);
        return new Proportion(
                events, n, (double) events / n, new Interval(wilson.getLowerBound(), wilson.getUpperBound()));
    }

    /**
     * The best and the worst case: what the share would be if none, and if all, of those of whom it is not known had the
     * event. Nothing is assumed of why it is not known, and each bound has its own interval.
     *
     * @param events of the known
     * @param known of how many it is known whether they had the event
     * @param unknown of how many it is not
     * @throws IllegalArgumentException where a count is below 0, or there are more events than known
     */
    public static Bounds bounds(long events, long known, long unknown) {
        if (unknown < 0) {
            throw new IllegalArgumentException("The unknown are 0 or more, not " + unknown);
        }
        if (events > known) {
            throw new IllegalArgumentException("Of " + known + " known not " + events + " had the event");
        }
        return new Bounds(of(events, known + unknown), of(events + unknown, known + unknown));
    }
}
