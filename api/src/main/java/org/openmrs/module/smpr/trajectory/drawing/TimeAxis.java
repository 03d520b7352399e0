/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** A time axis to scale: where a day stands on it, and which days it names. */
final class TimeAxis {

    /** It covers so many days at the least: a day alone has no scale. */
    private static final long FEWEST_DAYS = 60;

    /** Room for half a mark at both ends. */
    private static final double PADDING = 10;

    /** Between two ticks, so that what is written under them does not touch. */
    private static final double LEAST_STEP = 36;

    private final LocalDate start;

    private final LocalDate end;

    private final double left;

    private final double right;

    TimeAxis(LocalDate first, LocalDate last, double left, double right) {
        long missing = Math.max(0, FEWEST_DAYS - ChronoUnit.DAYS.between(first, last));
        this.start = first.minusDays(missing - missing / 2);
        this.end = last.plusDays(missing / 2);
        this.left = left + PADDING;
        this.right = right - PADDING;
    }

    double x(LocalDate day) {
        return left + (right - left) * ChronoUnit.DAYS.between(start, day) / ChronoUnit.DAYS.between(start, end);
    }

    /** @return the first days of months, of quarters, of years or of several years, as there is room for */
    List<LocalDate> ticks() {
        int months = months();
        LocalDate tick = start.withDayOfMonth(1);
        tick = tick.minusMonths(Math.floorMod(tick.getYear() * 12L + tick.getMonthValue() - 1, months));
        List<LocalDate> ticks = new ArrayList<>();
        for (; !tick.isAfter(end); tick = tick.plusMonths(months)) {
            if (!tick.isBefore(start)) {
                ticks.add(tick);
            }
        }
        return ticks;
    }

    /** @return whether it names years alone */
    boolean isOfYears() {
        return months() >= 12;
    }

    private int months() {
        double month = (right - left) / ChronoUnit.DAYS.between(start, end) * 365.25 / 12;
        for (int months : new int[] {1, 3, 6, 12}) {
            if (months * month >= LEAST_STEP) {
                return months;
            }
        }
        int years = 2;
        while (years * 12 * month < LEAST_STEP) {
            years *= 2;
        }
        return years * 12;
    }
}
