/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Date;
import java.util.Optional;

/** Reads moments and days as they are exchanged, and turns them into what the platform stores. */
public final class Times {

    /** As the REST module writes moments: {@code 2026-03-01T10:00:00.000+0100}. */
    private static final DateTimeFormatter REST = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSXX");

    private Times() {}

    /** @return the moment; the platform gives dates of a database, which have no {@code toInstant} */
    public static Instant instant(Date date) {
        return Instant.ofEpochMilli(date.getTime());
    }

    /** @return the day at the site */
    public static LocalDate day(Date date, ZoneId zone) {
        return instant(date).atZone(zone).toLocalDate();
    }

    /** @return the first moment of the day at the site */
    public static Date start(LocalDate day, ZoneId zone) {
        return Date.from(day.atStartOfDay(zone).toInstant());
    }

    /** @return the last millisecond of the day at the site */
    public static Date end(LocalDate day, ZoneId zone) {
        return new Date(start(day.plusDays(1), zone).getTime() - 1);
    }

    /** @return the day, if the text is one in ISO 8601, from 1900 to 2199: others are slips of the pen, and databases hold none before year 1 */
    public static Optional<LocalDate> day(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(Times::isPlausible);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** @return the moment, if the text is a date and time with an offset in ISO 8601, or a day, which is its first moment at the site */
    public static Optional<Date> moment(String text, ZoneId zone) {
        Optional<LocalDate> day = day(text);
        if (day.isPresent()) {
            return Optional.of(start(day.get(), zone));
        }
        for (DateTimeFormatter format : new DateTimeFormatter[] {DateTimeFormatter.ISO_OFFSET_DATE_TIME, REST}) {
            try {
                return Optional.of(OffsetDateTime.parse(text, format))
                        .filter(moment -> isPlausible(moment.toLocalDate()))
                        .map(moment -> Date.from(moment.toInstant()));
            } catch (DateTimeParseException e) {
                // The next format may fit.
            }
        }
        return Optional.empty();
    }

    private static boolean isPlausible(LocalDate day) {
        return day.getYear() >= 1900 && day.getYear() < 2200;
    }
}
