/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import lombok.Value;

/** A confidence interval. */
@Value
public class Interval {

    /** One that the data do not define. */
    public static final Interval UNDEFINED = new Interval(Double.NaN, Double.NaN);

    double lower;

    double upper;

    public boolean isDefined() {
        return !Double.isNaN(lower) && !Double.isNaN(upper);
    }

    public boolean contains(double value) {
        return value >= lower && value <= upper;
    }
}
