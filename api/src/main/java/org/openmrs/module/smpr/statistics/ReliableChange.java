/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.statistics;

import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;

/**
 * Whether two scores of one person differ by more than measurement error explains: the reliable change index of Jacobson
 * and Truax (1991, J Consult Clin Psychol 59:12-19). It says nothing of why, nor of whether the difference matters, nor
 * that there was no change where it finds none.
 */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class ReliableChange {

    /** Where the later score lies. */
    public enum Direction {
        /** Lower than measurement error explains. */
        LOWER,
        /** Not beyond measurement error. */
        NONE,
        /** Higher than measurement error explains. */
        HIGHER
    }

    /** The earlier and the later score. */
    double from;

    double to;

    MeasurementError error;

    /** @throws IllegalArgumentException where one of the scores is not a finite number */
    public static ReliableChange of(double from, double to, MeasurementError error) {
        if (Double.isNaN(to - from) || Double.isInfinite(to - from)) {
            throw new IllegalArgumentException("Scores are numbers, not " + from + " and " + to);
        }
        return new ReliableChange(from, to, error);
    }

    /** The later score less the earlier one. */
    public double getDifference() {
        return to - from;
    }

    /** The difference in standard errors of a difference. */
    public double getIndex() {
        return getDifference() / error.standardErrorOfDifference();
    }

    /** None up to an index of 1.96, the sign left aside. */
    public Direction getDirection() {
        double index = getIndex();
        if (Math.abs(index) <= MeasurementError.NORMAL_975) {
            return Direction.NONE;
        }
        return index < 0 ? Direction.LOWER : Direction.HIGHER;
    }
}
