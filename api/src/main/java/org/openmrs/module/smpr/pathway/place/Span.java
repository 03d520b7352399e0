/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import lombok.Value;

/** A stretch of nights: from one day until the other, on which nobody of it sleeps there any more. */
@Value
public class Span {

    /** How long a stay is planned where nothing else is said, in months. */
    public static final int USUAL_MONTHS = 6;

    /** The longest that can be asked for, or booked, in nights. */
    public static final int LONGEST = 731;

    /** How far ahead it is looked for a free place, in months. */
    public static final int SEARCHED_MONTHS = 24;

    LocalDate from;

    /** Later than {@code from}. */
    LocalDate until;

    /** @return the nights from the day on that a stay has where nothing else is said */
    public static Span usual(LocalDate from) {
        return new Span(from, from.plusMonths(USUAL_MONTHS));
    }

    /** @return how many nights it has */
    public int getNights() {
        return (int) ChronoUnit.DAYS.between(from, until);
    }
}
