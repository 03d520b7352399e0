/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.springframework.context.ApplicationContext;

/** The services of places on a day that a test sets, and what tests do with them. */
final class TestPlaces {

    final PlacementService placements;

    final UnitService units;

    private final ApplicationContext context;

    private final SettableClock clock = new SettableClock();

    TestPlaces(ApplicationContext context, String today) {
        this.context = context;
        UnitDao unitDao = context.getBean(UnitDao.class);
        PlacementDao placementDao = context.getBean(PlacementDao.class);
        NightDao nightDao = context.getBean(NightDao.class);
        Bookings bookings = context.getBean(Bookings.class);
        PlaceTransactions transactions = context.getBean(PlaceTransactions.class);
        placements = new PlacementServiceImpl(
                placementDao, unitDao, bookings, transactions, TestPathwayDays.in(context), clock);
        units = new UnitServiceImpl(unitDao, placementDao, nightDao, bookings, transactions, clock);
        today(today);
    }

    /** Makes it noon of that day. */
    void today(String day) {
        clock.now = LocalDate.parse(day).atTime(12, 0).toInstant(ZoneOffset.UTC);
        clock.zone = ZoneOffset.UTC;
    }

    void now(Instant now, ZoneId zone) {
        clock.now = now;
        clock.zone = zone;
    }

    Unit unit(int capacity) {
        return units.saveUnit(UnitInput.builder()
                .name("Invented flat-share")
                .location(TestPeople.location().getUuid())
                .capacity(capacity)
                .build());
    }

    /** Somebody in post-prison care. */
    Patient man() {
        return TestPathwayDays.in(context).inApc(TestPeople.patient());
    }

    PlacementInput.PlacementInputBuilder of(Unit unit, Patient man, PlacementStatus status) {
        return PlacementInput.builder()
                .unit(unit.getUuid())
                .patient(man.getUuid())
                .status(status);
    }

    static PlacementInput.PlacementInputBuilder step(Placement placement, PlacementStatus status) {
        return PlacementInput.builder().uuid(placement.getUuid()).status(status);
    }

    Placement save(PlacementInput.PlacementInputBuilder input) {
        Placement saved = placements.savePlacement(input.build());
        Context.flushSession();
        Context.clearSession();
        return saved;
    }

    Placement reserve(Unit unit, String from, String until) {
        return save(of(unit, man(), PlacementStatus.RESERVED).from(day(from)).plannedEnd(day(until)));
    }

    Placement enter(Unit unit, String on, String until) {
        return save(of(unit, man(), PlacementStatus.ENTERED).enteredOn(day(on)).plannedEnd(day(until)));
    }

    Placement leave(Placement placement, String on) {
        return save(step(placement, PlacementStatus.LEFT).leftOn(day(on)).leftBecause(LeavingReason.OWN_WISH));
    }

    /** @return the codes of the faults, by field */
    Map<String, List<String>> faults(PlacementInput.PlacementInputBuilder input) {
        try {
            placements.savePlacement(input.build());
        } catch (FaultsException e) {
            return e.getFaults().stream()
                    .collect(Collectors.groupingBy(
                            Fault::getField, TreeMap::new, Collectors.mapping(Fault::getCode, Collectors.toList())));
        } finally {
            Context.clearSession();
        }
        throw new AssertionError("It was saved");
    }

    PlaceConflictException conflict(PlacementInput.PlacementInputBuilder input) {
        try {
            placements.savePlacement(input.build());
        } catch (PlaceConflictException e) {
            return e;
        } finally {
            Context.clearSession();
        }
        throw new AssertionError("It was saved");
    }

    NightOccupancy night(Unit unit, String night) {
        return units.getUnit(unit.getUuid(), span(night, day(night).plusDays(1).toString()))
                .get()
                .getNights()
                .get(0);
    }

    /** @return how many places the nights have booked, in the database */
    List<Integer> bookedPlaces(Unit unit, String night) {
        List<Integer> places = new ArrayList<>();
        context.getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery(
                        "select n.place from org.openmrs.module.smpr.pathway.place.Night n"
                                + " where n.unit.uuid = :unit and n.night = :night order by n.place",
                        Integer.class)
                .setParameter("unit", unit.getUuid())
                .setParameter("night", day(night))
                .list()
                .forEach(places::add);
        return places;
    }

    static Span span(String from, String until) {
        return new Span(day(from), day(until));
    }

    static LocalDate day(String day) {
        return LocalDate.parse(day);
    }

    private static final class SettableClock extends Clock {

        private Instant now;

        private ZoneId zone;

        @Override
        public ZoneId getZone() {
            return zone;
        }

        @Override
        public Clock withZone(ZoneId other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
