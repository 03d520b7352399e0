/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;

/**
 * How a scale went within one setting, over the assessments that can be compared with the latest of them: a description by
 * Theil–Sen, from three points on, and no forecast. A research value.
 */
@Value
@Builder
public class Slope {

    /** Fewer points have no slope, or no interval. */
    static final int LEAST_POINTS = 3;

    static final int LEAST_POINTS_OF_INTERVAL = 5;

    /** What an interval has at the least. */
    static final double CONFIDENCE = 0.95;

    /** The average month in days: 365.25 / 12. */
    static final double MONTH = 30.4375;

    /** The setting that all the points are of; a phase is in it only where they share it. */
    Setting setting;

    int points;

    LocalDate first;

    LocalDate last;

    /** Points of the scale a month. */
    double perMonth;

    /** The ends of the interval, and the confidence that it has, 0.95 or more; null where there is none. */
    Double low;

    Double high;

    Double confidence;
}
