/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.measure;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;

/** What an assessment says of one measure: a value, or why there is none. */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class Measured {

    /** NaN where there is none. */
    double value;

    /** Null where there is a value. */
    NoValue noValue;

    static Measured of(double value) {
        return new Measured(value, null);
    }

    static Measured none(NoValue why) {
        return new Measured(Double.NaN, why);
    }
}
