/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import lombok.Value;

/**
 * One stretch of time during which a person was at risk of an event and would have been seen to have it, in the form of a
 * counting process: after {@code from}, up to and with {@code to}. A person may have several; in a gap between two he is
 * not at risk. Where the first begins after 0 he is a late entrant, at risk only once he was in.
 */
@Value
public class Exposure {

    /** How a stretch ends without an event: the person is no longer at risk, or no longer seen, or goes on in the next one. */
    public static final int NO_EVENT = 0;

    /** How it ends with the event of interest. Higher numbers, up to 100, are events that compete with it. */
    public static final int EVENT = 1;

    private static final int CAUSES = 100;

    /** Whose it is: any number. */
    int subject;

    /** In days from the origin, 0 or more. */
    double from;

    /** In days from the origin, after {@code from}. */
    double to;

    /** {@link #NO_EVENT}, {@link #EVENT}, or the number of a competing event. */
    int end;

    /** How much it counts: 1, or what a weighting gives it, 0 included. */
    double weight;

    /** @throws IllegalArgumentException where one of them is out of its range, or not a finite number */
    public Exposure(int subject, double from, double to, int end, double weight) {
        check(from, to, end, weight);
        this.subject = subject;
        this.from = from;
        this.to = to;
        this.end = end;
        this.weight = weight;
    }

    /** With the weight 1. */
    public Exposure(int subject, double from, double to, int end) {
        this(subject, from, to, end, 1);
    }

    static void check(double from, double to, int end, double weight) {
        if (!(from >= 0 && from < to && to < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(
                    "A stretch goes from 0 or later to a later time, not from " + from + " to " + to);
        }
        if (end < NO_EVENT || end > CAUSES) {
            throw new IllegalArgumentException(
                    "A stretch ends with 0 or with the number of an event, up to " + CAUSES + ", not with " + end);
        }
        if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("A weight is 0 or more, not " + weight);
        }
    }
}
