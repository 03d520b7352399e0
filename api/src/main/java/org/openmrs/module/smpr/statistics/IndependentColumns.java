/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import java.util.ArrayList;
import java.util.List;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;

/**
 * Which columns of a design are no linear combination of those before them, and so have a coefficient of their own, and
 * directions at right angles that span the same space: the orthogonalization of Gram and Schmidt, each step done twice
 * (Giraud, Langou and Rozložník 2005, Comput Math Appl 50:1069-1075). A column of zeros is not independent; others are as R's
 * lm decides, where what is left of the column beside those before it is longer than 10⁻⁷ of the column itself.
 */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public final class IndependentColumns {

    private static final double TOLERANCE = 1e-7;

    private final List<Integer> places;

    private final List<double[]> directions;

    /** For each independent column, its parts along the directions up to its own. */
    private final List<double[]> parts;

    /** @param columns all of the same length */
    public static IndependentColumns of(double[]... columns) {
        IndependentColumns independent =
                new IndependentColumns(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < columns.length; i++) {
            independent.add(i, columns[i]);
        }
        return independent;
    }

    /** How many there are. */
    public int size() {
        return places.size();
    }

    /** Where they are among all columns, from 0, ascending. */
    public int[] getPlaces() {
        return places.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Of length 1, as many as there are independent columns. */
    public double[] getDirection(int independent) {
        return directions.get(independent).clone();
    }

    /** Of an independent column along a direction: 0 along those after its own, and above 0 along its own. */
    public double getPart(int independent, int direction) {
        return direction > independent ? 0 : parts.get(independent)[direction];
    }

    private void add(int place, double[] column) {
        double[] left = column.clone();
        double[] along = new double[directions.size() + 1];
        for (int pass = 0; pass < 2; pass++) {
            for (int i = 0; i < directions.size(); i++) {
                double part = product(left, directions.get(i));
                along[i] += part;
                subtract(left, directions.get(i), part);
            }
        }
        double length = Math.sqrt(product(left, left));
        if (length > TOLERANCE * Math.sqrt(product(column, column))) {
            for (int row = 0; row < left.length; row++) {
                left[row] /= length;
            }
            along[directions.size()] = length;
            places.add(place);
            directions.add(left);
            parts.add(along);
        }
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
