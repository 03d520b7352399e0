/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import lombok.Value;
import org.openmrs.module.smpr.outcome.Counted;

/** What became of a participant from a day on that something is asked from: his index day, or a later one. */
@Value
@AllArgsConstructor(access = AccessLevel.PRIVATE)
public class FollowUpFrom {

    /** How he stood on that day. */
    public enum Standing {
        /** Alive, without an event, and known of and at risk on some later day. */
        FOLLOWED,
        /** He has no index day yet, or there is no register. */
        NO_ORIGIN,
        /** The day is before his index day. */
        BEFORE_ORIGIN,
        /** He had an event by then, that day included. */
        EVENT_BEFORE,
        DIED_BEFORE,
        /** Nothing is known of him after that day. */
        NOT_KNOWN,
        /** He was at risk on no later day until the horizon that is known of. */
        NEVER_AT_RISK
    }

    Subject subject;

    LocalDate day;

    Standing standing;

    /** Whether that day itself was one at risk; of the index day, whether his time at risk begins with it. */
    boolean atRisk;

    /** From that day, which is 0, until the horizon; null where he is not followed. */
    TimeAtRisk time;

    /**
     * @param day from which something is asked, not null where he has an index day
     * @param months from that day to the horizon
     */
    public static FollowUpFrom of(Subject subject, LocalDate day, Counted counted, int months) {
        if (subject.getStatus() == null) {
            return none(subject, day, Standing.NO_ORIGIN);
        }
        if (day.isBefore(subject.getIndexDay())) {
            return none(subject, day, Standing.BEFORE_ORIGIN);
        }
        LocalDate horizon = day.plusMonths(months);
        LocalDate until = horizon.isAfter(subject.getLastDay()) ? subject.getLastDay() : horizon;
        TimeAtRisk whole =
                TimeAtRisk.of(subject.getIndexDay(), subject.getStatus().at(until, counted));
        double passed = ChronoUnit.DAYS.between(subject.getIndexDay(), day);
        TimeAtRisk rest = whole.after(passed);
        if (rest == null) {
            return none(subject, day, over(whole));
        }
        TimeAtRisk time = rest.until(FollowUpData.day(months));
        return time.getStretches().isEmpty()
                ? none(subject, day, Standing.NEVER_AT_RISK)
                : new FollowUpFrom(subject, day, Standing.FOLLOWED, isAtRisk(whole, passed), time);
    }

    private static FollowUpFrom none(Subject subject, LocalDate day, Standing standing) {
        return new FollowUpFrom(subject, day, standing, false, null);
    }

    private static Standing over(TimeAtRisk whole) {
        switch (whole.getEnding()) {
            case EVENT:
                return Standing.EVENT_BEFORE;
            case DIED:
                return Standing.DIED_BEFORE;
            default:
                return Standing.NOT_KNOWN;
        }
    }

    private static boolean isAtRisk(TimeAtRisk whole, double day) {
        return whole.getStretches().stream()
                .anyMatch(stretch -> day <= stretch.getTo() && (stretch.getFrom() < day || stretch.getFrom() == 0));
    }
}
