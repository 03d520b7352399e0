/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.discrimination;

import java.util.Arrays;

/**
 * How long each person was followed, and how that ended. Time runs from the moment from which the score is held against
 * what follows, in a unit of the caller's, and everybody is taken as at risk from 0 to his time: one who enters later,
 * or is not at risk for a while, is not provided for. For a landmark the caller takes those free of events and at risk
 * there, and counts their times from it.
 */
public final class FollowUp {

    /** Not known further; up to then free of the event and of the competing one. */
    public static final int CENSORED = 0;

    /** The event that the score is to foretell. */
    public static final int EVENT = 1;

    /** Another that ends the risk of it, such as death. */
    public static final int COMPETING = 2;

    private final double[] times;

    private final int[] status;

    private FollowUp(double[] times, int[] status) {
        this.times = times;
        this.status = status;
    }

    /**
     * @param times 0 or more
     * @param status of the same people in the same order: {@link #CENSORED}, {@link #EVENT} or {@link #COMPETING}.
     *     There is no code for a status that is not known: that is censored when it was last known, or left out.
     * @throws IllegalArgumentException where there are not as many of both, a time is not a finite number or negative,
     *     or a code is another
     */
    public static FollowUp of(double[] times, int[] status) {
        if (times.length != status.length) {
            throw new IllegalArgumentException(times.length + " times and " + status.length + " codes of status");
        }
        if (!Arrays.stream(times).allMatch(time -> time >= 0 && Double.isFinite(time))) {
            throw new IllegalArgumentException("A time is a finite number and not negative");
        }
        if (!Arrays.stream(status).allMatch(code -> code == CENSORED || code == EVENT || code == COMPETING)) {
            throw new IllegalArgumentException("A status is 0 (censored), 1 (event) or 2 (competing event)");
        }
        return new FollowUp(Arrays.stream(times).map(time -> time + 0.0).toArray(), status.clone());
    }

    public int size() {
        return times.length;
    }

    /** As if what was known of those with the competing event had ended with it. */
    FollowUp withCompetingCensored() {
        return new FollowUp(
                times,
                Arrays.stream(status)
                        .map(code -> code == COMPETING ? CENSORED : code)
                        .toArray());
    }

    double time(int person) {
        return times[person];
    }

    double[] times() {
        return times.clone();
    }

    boolean isCensored(int person) {
        return status[person] == CENSORED;
    }

    boolean hasEvent(int person) {
        return status[person] == EVENT;
    }

    boolean hasCompeting(int person) {
        return status[person] == COMPETING;
    }
}
