/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds places for stays, and books them; the caller holds the lock ({@link PlaceTransactions}). */
public class Bookings {

    private final NightDao dao;

    public Bookings(NightDao dao) {
        this.dao = dao;
    }

    /**
     * @param record the placement, which need not have been saved yet
     * @param span the nights that it is to have; empty for none
     * @param longer whether it is one that has begun already, of which there are to be more nights
     * @throws PlaceConflictException where one of the nights that it does not have yet has no place left
     */
    BookingPlan plan(PlacementRecord record, Optional<Span> span, boolean longer, LocalDate today) {
        List<Booking> own = dao.bookings(record.getId());
        List<Booking> obsolete = own.stream()
                .filter(booking -> !span.isPresent() || !contains(span.get(), booking.getNight()))
                .collect(Collectors.toList());
        Set<LocalDate> missing = span.map(Bookings::nights).orElseGet(TreeSet::new);
        own.forEach(booking -> missing.remove(booking.getNight()));
        if (!missing.isEmpty()) {
            refuseFull(record, span.get(), missing, longer, today);
        }
        return new BookingPlan(obsolete, places(record.getUnit(), own, new ArrayList<>(missing)));
    }

    /** @throws PlaceConflictException where no place is left in one of the nights */
    void refuseFull(PlacementRecord record, Span span, LocalDate today) {
        refuseFull(record, span, nights(span), false, today);
    }

    private void refuseFull(PlacementRecord record, Span span, Set<LocalDate> nights, boolean longer, LocalDate today) {
        Occupancy others = others(record, earlier(span.getFrom(), today), today);
        Optional<LocalDate> full =
                nights.stream().filter(night -> others.on(night).getFree() == 0).findFirst();
        if (full.isPresent()) {
            throw longer
                    ? PlaceConflictException.ofDays(
                            PlaceConflictException.Kind.NO_EXTENSION,
                            PlaceConflictException.Kind.NO_EXTENSION_FOR_LONG,
                            full.get(),
                            others.firstFree(full.get(), 1))
                    : PlaceConflictException.ofDays(
                            PlaceConflictException.Kind.FULL,
                            PlaceConflictException.Kind.FULL_FOR_LONG,
                            full.get(),
                            others.firstFree(later(span.getFrom(), today), span.getNights()));
        }
    }

    /**
     * @param there the nights in which he lives, or has lived, there, as far as they have come
     * @param span the nights that he is to have
     * @throws PlaceConflictException where in one of them as many others live there as there are places
     */
    void refuseTooManyPeople(PlacementRecord record, Span there, Span span, LocalDate today) {
        Occupancy others = others(record, there.getFrom(), today);
        Optional<LocalDate> full = others.firstFullOfPeople(there);
        if (full.isPresent()) {
            throw PlaceConflictException.ofDays(
                    PlaceConflictException.Kind.NOBODY_LEFT,
                    PlaceConflictException.Kind.NOBODY_LEFT_FOR_LONG,
                    full.get(),
                    others.firstFree(later(there.getFrom(), today), span.getNights()));
        }
    }

    /** @param record as it was saved */
    void write(PlacementRecord record, BookingPlan plan) {
        dao.delete(plan.getObsolete());
        dao.insert(record.getUnit().getId(), record.getId(), plan.getMissing());
    }

    /** Gives back what the placement has booked. */
    void release(PlacementRecord record) {
        dao.delete(dao.bookings(record.getId()));
    }

    /** Gives back the nights that passed while they were reserved. */
    void releasePassed(UnitRecord unit, LocalDate today) {
        dao.releasePassed(unit.getId(), today);
    }

    /**
     * Books what is booked in places beyond the new capacity in others.
     *
     * @throws PlaceConflictException where more are taken in one night than the unit is to have
     */
    void fitInto(UnitRecord unit, int capacity, LocalDate today) {
        dao.occupancy(unit.getId(), unit.getCapacity(), today, today, null)
                .firstBeyond(capacity, today)
                .ifPresent(night -> {
                    throw PlaceConflictException.of(PlaceConflictException.Kind.CAPACITY_TAKEN, night);
                });
        for (Booking booking : dao.bookingsAbove(unit.getId(), capacity, today)) {
            Map<LocalDate, BitSet> places = dao.places(
                    unit.getId(),
                    new Span(booking.getNight(), booking.getNight().plusDays(1)));
            dao.move(booking, places.get(booking.getNight()).nextClearBit(1));
        }
    }

    private Occupancy others(PlacementRecord record, LocalDate from, LocalDate today) {
        UnitRecord unit = record.getUnit();
        return dao.occupancy(unit.getId(), unit.getCapacity(), from, today, record.getId());
    }

    /** He keeps the place of the night before as long as it is free, and has the first that is otherwise. */
    private List<Booking> places(UnitRecord unit, List<Booking> own, List<LocalDate> missing) {
        List<Booking> bookings = new ArrayList<>();
        if (missing.isEmpty()) {
            return bookings;
        }
        Map<LocalDate, BitSet> taken = dao.places(
                unit.getId(),
                new Span(missing.get(0), missing.get(missing.size() - 1).plusDays(1)));
        int place = own.isEmpty() ? 1 : own.get(own.size() - 1).getPlace();
        for (LocalDate night : missing) {
            BitSet others = taken.getOrDefault(night, new BitSet());
            if (place > unit.getCapacity() || others.get(place)) {
                place = others.nextClearBit(1);
            }
            bookings.add(new Booking(null, place, night));
        }
        return bookings;
    }

    private static boolean contains(Span span, LocalDate night) {
        return !night.isBefore(span.getFrom()) && night.isBefore(span.getUntil());
    }

    private static Set<LocalDate> nights(Span span) {
        return Stream.iterate(span.getFrom(), night -> night.plusDays(1))
                .limit(span.getNights())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? other : one;
    }
}
