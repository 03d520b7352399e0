/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import java.util.function.Consumer;

/** Every order that a few things can stand in, to try a statement on all of them. */
final class Permutations {

    private Permutations() {}

    /** Gives the numbers from 0 to n − 1 in each of their n! orders. */
    static void forEach(int n, Consumer<int[]> action) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            order[i] = i;
        }
        permute(order, 0, action);
    }

    private static void permute(int[] order, int from, Consumer<int[]> action) {
        if (from == order.length) {
            action.accept(order);
        }
        for (int i = from; i < order.length; i++) {
            swap(order, from, i);
            permute(order, from + 1, action);
            swap(order, from, i);
        }
    }

    private static void swap(int[] order, int i, int j) {
        int moved = order[i];
        order[i] = order[j];
        order[j] = moved;
    }
}
