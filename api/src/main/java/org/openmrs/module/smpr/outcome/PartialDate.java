/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Times;

/** A day of which it may be known only in which month, or in which year, it lies. */
@Value
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public class PartialDate {

    /** In ISO 8601, as far as it is known: {@code 2026-03-31}, {@code 2026-03} or {@code 2026}. */
    String text;

    /** The first day that it can be. */
    LocalDate earliest;

    /** The last day that it can be. */
    LocalDate latest;

    /** @return the date, if the text is one, from 1900 to 2199 */
    public static Optional<PartialDate> of(String text) {
        if (text.matches("\\d{4}")) {
            return of(text, text + "-01", text + "-12");
        }
        return text.matches("\\d{4}-\\d{2}")
                ? of(text, text, text)
                : Times.day(text).map(day -> new PartialDate(text, day, day));
    }

    private static Optional<PartialDate> of(String text, String firstMonth, String lastMonth) {
        try {
            return Times.day(firstMonth + "-01")
                    .map(first -> new PartialDate(
                            text, first, YearMonth.parse(lastMonth).atEndOfMonth()));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
