/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.disclosure;

/** Brings linear equations to reduced row echelon form, with partial pivoting. */
final class Elimination {

    private static final double NOTHING = 1e-9;

    private Elimination() {}

    static boolean isNothing(double coefficient) {
        return Math.abs(coefficient) <= NOTHING;
    }

    /** @param columns those that are eliminated, from the first on; what stands in the others goes along */
    static void reduce(double[][] system, int columns) {
        int row = 0;
        for (int column = 0; column < columns && row < system.length; column++) {
            int pivot = row;
            for (int i = row; i < system.length; i++) {
                if (Math.abs(system[i][column]) > Math.abs(system[pivot][column])) {
                    pivot = i;
                }
            }
            if (!isNothing(system[pivot][column])) {
                double[] chosen = system[pivot];
                system[pivot] = system[row];
                system[row] = chosen;
                double by = chosen[column];
                for (int j = column; j < chosen.length; j++) {
                    chosen[j] /= by;
                }
                for (int i = 0; i < system.length; i++) {
                    double times = system[i][column];
                    if (i != row && !isNothing(times)) {
                        for (int j = column; j < chosen.length; j++) {
                            system[i][j] -= times * chosen[j];
                        }
                    }
                }
                row++;
            }
        }
    }
}
