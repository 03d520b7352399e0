/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;

/** From when until when something is to be done; what that means today, it says when asked. */
@Value
@Builder(toBuilder = true)
class Term {

    LocalDate due;

    /** First and last day of the window. */
    LocalDate from;

    LocalDate to;

    /** The first day on which it is to be done: of the window, or later. */
    LocalDate opens;

    /** The last day on which it can be done; null while nothing stands in the way. */
    LocalDate last;

    /** What stands in the way then. */
    DueReason lastBecause;

    /** @return the first day on which it is overdue, if it is not done and can still be */
    LocalDate overdueFrom() {
        return to.plusDays(1);
    }

    DueStatus on(LocalDate today) {
        if (isOver(today)) {
            return isOverBeforeDue() ? DueStatus.NOT_APPLICABLE : DueStatus.MISSED;
        }
        if (today.isBefore(opens)) {
            return DueStatus.NOT_YET;
        }
        return today.isBefore(overdueFrom()) ? DueStatus.DUE : DueStatus.OVERDUE;
    }

    /** @return why it can be done no more; null where it can */
    DueReason reasonOn(LocalDate today) {
        return isOver(today) ? lastBecause : null;
    }

    /** @return whether it can be done no more before anybody could be said to have missed it; a death within the window misses nothing */
    boolean isOverBeforeDue() {
        return last != null && last.isBefore(lastBecause == DueReason.DIED ? to : due);
    }

    private boolean isOver(LocalDate today) {
        return last != null && today.isAfter(last);
    }

    /** @return the same, but not to be done after that day */
    Term until(LocalDate day, DueReason because) {
        return last == null || day.isBefore(last)
                ? toBuilder().last(day).lastBecause(because).build()
                : this;
    }
}
