/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;

/** An estimate over time since an origin, with what it rests on: a step at each time, and how many were at risk at regular times. */
@Value
@Builder(toBuilder = true)
public class Curve {

    /** Whom, or what, it is of. */
    Term of;

    /** Days from the origin, increasing, the first of them 0. */
    List<Double> times;

    /** From that time to the next, from 0 to 1. */
    List<Double> estimates;

    /** The interval around each; NaN where the data do not define it. */
    List<Double> lower;

    List<Double> upper;

    /** Days from the origin at which it is told how many were at risk, and how many events there had been until then; these are not told of what leaves the service. */
    @Builder.Default
    List<Double> ticks = Collections.emptyList();

    @Builder.Default
    List<Long> atRisk = Collections.emptyList();

    @Builder.Default
    List<Long> events = Collections.emptyList();

    /** At each tick what is told there, where not all of the curve can be: what a table has. Empty where it is what the curve has. */
    @Builder.Default
    List<Told> told = Collections.emptyList();

    /** At each tick the counts that its estimate is made of, by the names of their quantities; empty where they stand in no table. */
    @Builder.Default
    List<List<String>> restsOn = Collections.emptyList();

    @Value
    public static class Told {

        double estimate;

        /** NaN where the data do not define it. */
        double lower;

        double upper;
    }

    /** @return what is told at that tick, where not all of the curve can be */
    public Told toldAt(int tick) {
        if (!told.isEmpty()) {
            return told.get(tick);
        }
        int step = stepAt(ticks.get(tick));
        return new Told(estimates.get(step), lower.get(step), upper.get(step));
    }

    /** @return whether it is told at its times alone, and nothing of what lies between them */
    public boolean isOfPoints() {
        return atRisk.isEmpty();
    }

    /** @return the place of the step that holds at that time, which is 0 or more */
    public int stepAt(double time) {
        int found = Collections.binarySearch(times, time);
        return found >= 0 ? found : -found - 2;
    }
}
