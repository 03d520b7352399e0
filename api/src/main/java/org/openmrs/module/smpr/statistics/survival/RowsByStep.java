/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics.survival;

import java.util.function.IntConsumer;

/** The rows of the data in the order of a step that each has. */
final class RowsByStep {

    private final int[] rows;

    /** Where those of a step begin; one more than there are steps. */
    private final int[] offsets;

    /** @param step of each row, from 0 to below {@code steps}; rows with another are left out */
    RowsByStep(int[] step, int steps) {
        offsets = new int[steps + 1];
        for (int s : step) {
            if (s < steps) {
                offsets[s + 1]++;
            }
        }
        for (int s = 0; s < steps; s++) {
            offsets[s + 1] += offsets[s];
        }
        rows = new int[offsets[steps]];
        int[] next = offsets.clone();
        for (int row = 0; row < step.length; row++) {
            if (step[row] < steps) {
                rows[next[step[row]]++] = row;
            }
        }
    }

    /** The n-th of all rows in this order. */
    int row(int n) {
        return rows[n];
    }

    /** How many come before those of a step. */
    int before(int step) {
        return offsets[step];
    }

    void forEach(int step, IntConsumer action) {
        for (int i = offsets[step]; i < offsets[step + 1]; i++) {
            action.accept(rows[i]);
        }
    }
}
