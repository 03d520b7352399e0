/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import lombok.AccessLevel;
import lombok.Getter;

/** How many of each group are at risk, and have which event, at each step of the data. */
@Getter(AccessLevel.PACKAGE)
final class GroupedRiskSets {

    private final int steps;

    private final int groups;

    /** By group and step. */
    private final int[][] atRisk;

    /** Of one cause. */
    private final int[][] events;

    /** Of all the others. */
    private final int[][] competing;

    /** @throws IllegalArgumentException where not every row has a group from 0 to below {@code groups} */
    GroupedRiskSets(SurvivalData data, int[] group, int groups, int cause) {
        data.requireOneForEachRow(group.length, "groups");
        SurvivalData.checkCause(cause);
        if (groups < 0) {
            throw new IllegalArgumentException("There are 0 groups or more, not " + groups);
        }
        steps = data.getTimes().length;
        this.groups = groups;
        atRisk = new int[groups][steps + 1];
        events = new int[groups][steps];
        competing = new int[groups][steps];
        for (int row = 0; row < group.length; row++) {
            if (group[row] < 0 || group[row] >= groups) {
                throw new IllegalArgumentException("A group is from 0 to below " + groups + ", not " + group[row]);
            }
            int last = data.getLast()[row];
            int end = data.getEnd()[row];
            atRisk[group[row]][data.getFirst()[row]]++;
            atRisk[group[row]][last + 1]--;
            if (end == cause) {
                events[group[row]][last]++;
            } else if (end != Exposure.NO_EVENT) {
                competing[group[row]][last]++;
            }
        }
        for (int[] ofGroup : atRisk) {
            for (int step = 1; step < steps; step++) {
                ofGroup[step] += ofGroup[step - 1];
            }
        }
    }

    /** Those events of a group over all steps. */
    int events(int group) {
        int sum = 0;
        for (int event : events[group]) {
            sum += event;
        }
        return sum;
    }
}
