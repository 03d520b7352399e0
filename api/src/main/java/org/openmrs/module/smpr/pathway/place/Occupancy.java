/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which nights of a unit have a place left. */
final class Occupancy {

    private final int capacity;

    private final Map<LocalDate, Booked> booked;

    private final Collection<Span> overstays;

    /**
     * @param booked the nights that have bookings
     * @param overstays the stretches in which people lived there without a booking, beyond their planned end
     */
    Occupancy(int capacity, Map<LocalDate, Booked> booked, Collection<Span> overstays) {
        this.capacity = capacity;
        this.booked = booked;
        this.overstays = overstays;
    }

    NightOccupancy on(LocalDate night) {
        Booked of = booked.getOrDefault(night, Booked.NONE);
        return new NightOccupancy(night, capacity, of.living, overstaying(night), of.reserved);
    }

    private int overstaying(LocalDate night) {
        return (int) overstays.stream()
                .filter(stay -> !night.isBefore(stay.getFrom()) && night.isBefore(stay.getUntil()))
                .count();
    }

    /** @return every night, in order */
    List<NightOccupancy> over(Span span) {
        return nights(span).map(this::on).collect(Collectors.toList());
    }

    /** @return the first night in which no place is left; empty where every night has one */
    Optional<LocalDate> firstFull(Span span) {
        return nights(span).filter(night -> on(night).getFree() == 0).findFirst();
    }

    /** @return the first night in which as many live there as there are places; empty where there is none */
    Optional<LocalDate> firstFullOfPeople(Span span) {
        return nights(span).filter(night -> on(night).getPresent() >= capacity).findFirst();
    }

    /** @return the first night from that on in which more places are taken than that */
    Optional<LocalDate> firstBeyond(int places, LocalDate from) {
        return Stream.concat(
                        Stream.of(from),
                        booked.keySet().stream().filter(from::isBefore).sorted())
                .filter(night -> on(night).getTaken() > places)
                .findFirst();
    }

    /**
     * @param from the earliest day that is looked at
     * @return the first day from which a place is left for that many nights; empty where none is within
     *     {@link Span#SEARCHED_MONTHS} months
     */
    Optional<LocalDate> firstFree(LocalDate from, int nights) {
        LocalDate latest = from.plusMonths(Span.SEARCHED_MONTHS);
        LocalDate start = from;
        while (!start.isAfter(latest)) {
            Optional<LocalDate> full = firstFull(new Span(start, start.plusDays(nights)));
            if (!full.isPresent()) {
                return Optional.of(start);
            }
            start = full.get().plusDays(1);
        }
        return Optional.empty();
    }

    private static Stream<LocalDate> nights(Span span) {
        return Stream.iterate(span.getFrom(), night -> night.plusDays(1)).limit(span.getNights());
    }

    /** How many places of a night are booked. */
    static final class Booked {

        private static final Booked NONE = new Booked(0, 0);

        private final int living;

        private final int reserved;

        /**
         * @param living by people who live there, or have
         * @param reserved by people who are to come
         */
        Booked(int living, int reserved) {
            this.living = living;
            this.reserved = reserved;
        }

        Booked plus(Booked other) {
            return new Booked(living + other.living, reserved + other.reserved);
        }
    }
}
