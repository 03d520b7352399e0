/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import java.util.Arrays;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.apache.commons.statistics.descriptive.Mean;
import org.apache.commons.statistics.descriptive.Quantile;
import org.apache.commons.statistics.descriptive.StandardDeviation;

/**
 * What a table says of one variable of a sample: how many values, where they lie and how far apart. Quartiles and median
 * are those of R by default, type 7 of Hyndman and Fan (1996, Am Stat 50:361-365).
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class Description {

    private static final Quantile QUANTILE =
            Quantile.withDefaults().withCopy(true).with(Quantile.EstimationMethod.HF7);

    int n;

    /** In the units of the values, as is all that follows; {@code NaN} without values, as is all that follows. */
    double mean;

    /** With n − 1 below; {@code NaN} for one value too. Exactly 0 where all values are the same. */
    double sd;

    double min;

    double lowerQuartile;

    double median;

    double upperQuartile;

    double max;

    /** @throws IllegalArgumentException where a value is not a finite number */
    public static Description of(double... values) {
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("A sample has finite numbers only");
        }
        double[] points = QUANTILE.evaluate(values, 0, 0.25, 0.5, 0.75, 1);
        double min = points[0];
        double max = points[4];
        // A mean is rounded, and values that are all the same would not all be it.
        double mean = min == max ? min : Mean.of(values).getAsDouble();
        double sd =
                values.length < 2 ? Double.NaN : StandardDeviation.of(values).getAsDouble();
        return new Description(values.length, mean, sd, min, points[1], points[2], points[3], max);
    }
}
