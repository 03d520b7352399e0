/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import lombok.Builder;
import lombok.Value;

/**
 * Tells from what the access log holds whether two ratings of a pair were made without either rater having read the other's
 * before his own was complete. It knows what was read through the module, and no other way.
 */
final class PairReading {

    private PairReading() {}

    /** One rating, by whom it was made and when. */
    @Value
    @Builder(toBuilder = true)
    static class Rating {

        String uuid;

        /** When its charting began. */
        Date begun;

        /** Since when it says that it is an independent second one; null where it does not. */
        Date declared;

        /** When it first was complete; null while it is not. */
        Date completed;

        /** The uuids of the users who rated it: of those named as raters, else of who charted it; empty where none is known. */
        Set<String> raters;
    }

    /** One entry of the access log. */
    @Value
    static class Reading {

        String user;

        /** The uuid of what was read; null where it was more than one thing. */
        String object;

        Date date;
    }

    /**
     * @param second an independent second rating
     * @param others of the same person with the same instrument that make a pair with it
     * @param readings of the person by any of the raters
     * @param logged since when the log is kept; null for ever
     * @return false where one had read the other's, or is the same; true where nobody had, as far as the log goes; empty
     *     where that is not known, and where there is no other that was begun before it was complete
     */
    static Optional<Boolean> blind(Rating second, Collection<Rating> others, List<Reading> readings, Instant logged) {
        boolean any = false;
        boolean known = true;
        for (Rating other : others) {
            if (second.getCompleted() == null || seconds(other.getBegun()) <= seconds(second.getCompleted())) {
                any = true;
                Date hidden = later(other.getBegun(), second.getDeclared());
                if (!Collections.disjoint(second.getRaters(), other.getRaters())
                        || isRead(other, second, readings)
                        || isRead(second, other, readings)) {
                    return Optional.of(false);
                }
                known &= !second.getRaters().isEmpty()
                        && !other.getRaters().isEmpty()
                        && (logged == null
                                || !second.getBegun().toInstant().isBefore(logged)
                                        && !other.getBegun().toInstant().isBefore(logged))
                        && !isReadWhenComplete(other, second, readings)
                        && !isReadWhenComplete(second, other, readings)
                        && !mayHaveRead(other, second, hidden, readings)
                        && !mayHaveRead(second, other, hidden, readings);
            }
        }
        return any && known ? Optional.of(true) : Optional.empty();
    }

    private static Date later(Date one, Date other) {
        return other != null && other.after(one) ? other : one;
    }

    private static boolean isRead(Rating rating, Rating by, List<Reading> readings) {
        return readings.stream()
                .filter(reading -> by.getRaters().contains(reading.getUser()))
                .filter(reading -> rating.getUuid().equals(reading.getObject()))
                .anyMatch(reading -> isWhileRating(by, reading));
    }

    /** In the very second, so that it is not known which was first. */
    private static boolean isReadWhenComplete(Rating rating, Rating by, List<Reading> readings) {
        return readings.stream()
                .filter(reading -> by.getRaters().contains(reading.getUser()))
                .filter(reading -> rating.getUuid().equals(reading.getObject()))
                .anyMatch(reading ->
                        by.getCompleted() != null && seconds(reading.getDate()) == seconds(by.getCompleted()));
    }

    /** What was more than one thing may have held it, until it was hidden. */
    private static boolean mayHaveRead(Rating rating, Rating by, Date hidden, List<Reading> readings) {
        return readings.stream()
                .filter(reading -> by.getRaters().contains(reading.getUser()) && reading.getObject() == null)
                .anyMatch(reading -> seconds(reading.getDate()) >= seconds(rating.getBegun())
                        && seconds(reading.getDate()) < seconds(hidden)
                        && isWhileRating(by, reading));
    }

    private static boolean isWhileRating(Rating by, Reading reading) {
        return by.getCompleted() == null || seconds(reading.getDate()) < seconds(by.getCompleted());
    }

    /** Entries of the log, and on many a database everything, are dated to the second. */
    private static long seconds(Date date) {
        return date.getTime() / 1000;
    }
}
