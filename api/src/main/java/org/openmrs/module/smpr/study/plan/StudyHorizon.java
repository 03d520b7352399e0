/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.Value;

/** The day at which an analysis asks what is known of each participant. */
@Value
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public class StudyHorizon {

    public static final StudyHorizon END_OF_CARE = new StudyHorizon(null);

    private static final String END_OF_CARE_CODE = "END_OF_CARE";

    /** Months from the day of origin; null for the end of care, which has another day for each. */
    Integer months;

    /** @param months 1 or more */
    public static StudyHorizon ofMonths(int months) {
        if (months < 1) {
            throw new IllegalArgumentException("A horizon lies a month or more after the origin, not " + months);
        }
        return new StudyHorizon(months);
    }

    public boolean isEndOfCare() {
        return months == null;
    }

    /** @return how it is written: the number of months, or {@code END_OF_CARE} */
    public String getCode() {
        return months == null ? END_OF_CARE_CODE : months.toString();
    }

    @Override
    public String toString() {
        return getCode();
    }
}
