/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import lombok.Value;

/** The straight line through costs of different sizes from which they deviate least, each in proportion to itself, by squares. */
@Value
class LinearCost {

    double fixed;

    double each;

    /** The largest deviation of a cost from the line, as a fraction of what the line says, with its sign. */
    double largestDeviation;

    /** @param sizes at least two different ones */
    static LinearCost through(double[] sizes, double[] costs) {
        double w = 0;
        double wx = 0;
        double wy = 0;
        double wxx = 0;
        double wxy = 0;
        for (int i = 0; i < sizes.length; i++) {
            double weight = 1 / (costs[i] * costs[i]);
            w += weight;
            wx += weight * sizes[i];
            wy += weight * costs[i];
            wxx += weight * sizes[i] * sizes[i];
            wxy += weight * sizes[i] * costs[i];
        }
        double each = (w * wxy - wx * wy) / (w * wxx - wx * wx);
        double fixed = (wy - each * wx) / w;
        double largest = 0;
        for (int i = 0; i < sizes.length; i++) {
            double deviation = costs[i] / (fixed + each * sizes[i]) - 1;
            largest = Math.abs(deviation) > Math.abs(largest) ? deviation : largest;
        }
        return new LinearCost(fixed, each, largest);
    }
}
