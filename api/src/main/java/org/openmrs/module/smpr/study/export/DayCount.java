/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.openmrs.module.smpr.study.data.Subject;

/** Counts days from a day of each participant's own, which the export does not tell: his index release, or where he was not released the beginning of his episode of care. */
final class DayCount {

    private DayCount() {}

    static boolean isFromRelease(Subject subject) {
        return subject.getEpisode()
                .released()
                .filter(day -> !day.isAfter(subject.getLastDay()))
                .isPresent();
    }

    static LocalDate zero(Subject subject) {
        return isFromRelease(subject)
                ? subject.getEpisode().released().get()
                : subject.getEpisode().getBegun();
    }

    /** @return days after day zero, negative before it; null where the day is not known, or after what may be used */
    static Long of(Subject subject, LocalDate day) {
        return day == null || day.isAfter(subject.getLastDay()) ? null : ChronoUnit.DAYS.between(zero(subject), day);
    }

    /** @return the same of a day that may lie after what may be used: one that is due, or the end of a range */
    static Long ofAny(Subject subject, LocalDate day) {
        return day == null ? null : ChronoUnit.DAYS.between(zero(subject), day);
    }
}
