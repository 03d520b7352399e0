/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import lombok.Value;

/**
 * How far scores of a scale lie apart by measurement error alone, in the units of the scale. It is as good as the
 * standard deviation and the reliability it is made of, and as near to a person as he is to the sample they come from.
 */
@Value
public class MeasurementError {

    /** The 0.975 quantile of the standard normal distribution: 5 % lie beyond it, both sides taken together. */
    static final double NORMAL_975 = 1.959963984540054;

    /** Standard deviation of the scores in the sample that the reliability was found in; above 0. */
    double sd;

    /** Share of the variance of the scores that is not error, as an intraclass correlation; above 0 and below 1. */
    double reliability;

    /** @throws IllegalArgumentException where one of them is out of its range, or not a number */
    public MeasurementError(double sd, double reliability) {
        if (!(sd > 0) || Double.isInfinite(sd)) {
            throw new IllegalArgumentException("A standard deviation is above 0, not " + sd);
        }
        if (!(reliability > 0 && reliability < 1)) {
            throw new IllegalArgumentException("A reliability is above 0 and below 1, not " + reliability);
        }
        this.sd = sd;
        this.reliability = reliability;
    }

    /** The standard error of measurement of one score: SD · √(1 − r). */
    public double standardError() {
        return sd * Math.sqrt(1 - reliability);
    }

    /** The standard error of the difference of two scores whose errors are independent: √2 · SEM. */
    public double standardErrorOfDifference() {
        return Math.sqrt(2) * standardError();
    }

    /** Half the width of the band of 95 % around one score: 1.96 · SEM. */
    public double halfWidth() {
        return NORMAL_975 * standardError();
    }

    /**
     * The minimal detectable change, of 95 %: 1.96 · √2 · SEM. Where nothing but error has changed, two scores lie
     * further apart than this in 5 of 100 pairs.
     */
    public double minimalDetectableChange() {
        return NORMAL_975 * standardErrorOfDifference();
    }
}
