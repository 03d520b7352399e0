/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import lombok.AccessLevel;
import lombok.Getter;
import org.apache.commons.numbers.core.Sum;

/** Who is at risk and who has which event, at each step of the data: counts, and the weights they carry. */
@Getter(AccessLevel.PACKAGE)
final class RiskSets {

    private final double[] times;

    private final int causes;

    private final RowsByStep beginning;

    private final RowsByStep ending;

    /** Rows at risk at each step. */
    private final int[] count;

    /** Their weight, summed without loss, so that nothing is left of it when the last has gone. */
    private final double[] weight;

    /** Whether all that carry weight have an event at a step, and nobody is left event-free. */
    private final boolean[] exhausted;

    /** Whether nobody is left event-free from some step on. */
    private final boolean complete;

    /** Events by cause, from 0 for the first, and step. */
    private final int[][] events;

    private final double[][] eventWeight;

    RiskSets(SurvivalData data) {
        times = data.getTimes();
        causes = data.causes();
        int steps = times.length;
        count = new int[steps + 1];
        weight = new double[steps];
        exhausted = new boolean[steps];
        events = new int[causes][steps];
        eventWeight = new double[causes][steps];
        beginning = new RowsByStep(data.getFirst(), steps);
        ending = new RowsByStep(data.getLast(), steps);
        int[] carrying = new int[steps + 1];
        int[] carryingEvents = new int[steps];
        for (int row = 0; row < data.size(); row++) {
            int first = data.getFirst()[row];
            int last = data.getLast()[row];
            double w = data.getWeight()[row];
            int end = data.getEnd()[row];
            count[first]++;
            count[last + 1]--;
            if (w > 0) {
                carrying[first]++;
                carrying[last + 1]--;
            }
            if (end != Exposure.NO_EVENT) {
                events[end - 1][last]++;
                eventWeight[end - 1][last] += w;
                carryingEvents[last] += w > 0 ? 1 : 0;
            }
        }
        Sum atRisk = Sum.create();
        boolean complete = false;
        for (int step = 0; step < steps; step++) {
            beginning.forEach(step, row -> atRisk.add(data.getWeight()[row]));
            if (step > 0) {
                count[step] += count[step - 1];
                carrying[step] += carrying[step - 1];
                ending.forEach(step - 1, row -> atRisk.add(-data.getWeight()[row]));
            }
            weight[step] = carrying[step] == 0 ? 0 : atRisk.getAsDouble();
            exhausted[step] = carrying[step] > 0 && carrying[step] == carryingEvents[step];
            complete |= exhausted[step];
        }
        this.complete = complete;
    }

    int steps() {
        return times.length;
    }

    /** Of the weight at risk at a step, the share that has the event of a cause, counted from 0; 0 where nobody carries any. */
    double share(int cause, int step) {
        return weight[step] == 0 ? 0 : eventWeight[cause][step] / weight[step];
    }

    /** Of the weight at risk at a step, the share that has any event. */
    double shareOfAny(int step) {
        if (weight[step] == 0 || exhausted[step]) {
            return exhausted[step] ? 1 : 0;
        }
        double any = 0;
        for (double[] ofCause : eventWeight) {
            any += ofCause[step];
        }
        return any / weight[step];
    }

    /** Of the weight at risk at a step, the share that has no event. */
    double shareWithout(int step) {
        return 1 - shareOfAny(step);
    }
}
