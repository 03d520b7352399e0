/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import java.util.ArrayList;
import java.util.List;

/**
 * Which columns of a design are no linear combination of those before them, and so have a coefficient of their own. A column
 * of zeros is none. It is decided as R's lm does: what is left of the column beside those before it is longer than 10⁻⁷ of
 * the column itself.
 */
public final class IndependentColumns {

    private static final double TOLERANCE = 1e-7;

    private IndependentColumns() {}

    /**
     * @param columns all of the same length
     * @return the places of the independent ones, from 0, ascending
     */
    public static int[] of(double[]... columns) {
        List<Integer> independent = new ArrayList<>();
        List<double[]> directions = new ArrayList<>();
        for (int i = 0; i < columns.length; i++) {
            double[] left = columns[i].clone();
            // Twice, as the first time rounding leaves something of a nearly dependent column in the directions before
            // it.
            for (int pass = 0; pass < 2; pass++) {
                for (double[] direction : directions) {
                    subtract(left, direction, product(left, direction));
                }
            }
            double length = Math.sqrt(product(left, left));
            if (length > TOLERANCE * Math.sqrt(product(columns[i], columns[i]))) {
                for (int row = 0; row < left.length; row++) {
                    left[row] /= length;
                }
                directions.add(left);
                independent.add(i);
            }
        }
        return independent.stream().mapToInt(Integer::intValue).toArray();
    }

    private static double product(double[] one, double[] other) {
        double product = 0;
        for (int row = 0; row < one.length; row++) {
            product += one[row] * other[row];
        }
        return product;
    }

    private static void subtract(double[] from, double[] direction, double times) {
        for (int row = 0; row < from.length; row++) {
            from[row] -= times * direction[row];
        }
    }
}
