/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.pathway.place.TestPlaces.day;
import static org.openmrs.module.smpr.pathway.place.TestPlaces.span;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;

public class UnitServiceTest extends SmprContextTest {

    private TestPlaces places;

    @Before
    public void setUp() {
        places = new TestPlaces(applicationContext, "2026-03-02");
    }

    @Test
    public void shouldHaveFivePlacesWhereNothingElseIsSaid() {
        String location = TestPeople.location().getUuid();
        Unit unit = places.units.saveUnit(
                UnitInput.builder().name(" UCTI ").location(location).build());

        assertEquals("UCTI", unit.getName());
        assertEquals(5, unit.getCapacity());
        assertEquals(location, unit.getLocation().getUuid());
        assertEquals(Optional.of(day("2026-03-02")), unit.getFreeFrom());
        assertEquals(
                Context.getAuthenticatedUser().getUsername(), unit.getAudit().getCreator());
    }

    @Test
    public void shouldNameEveryFaultAtOnce() {
        assertEquals(
                Map.of("name", "missing", "location", "missing", "capacity", "outOfRange"),
                faults(UnitInput.builder().name(" ").capacity(0)));
        assertEquals(
                Map.of("name", "tooLong", "location", "unknownLocation", "capacity", "outOfRange"),
                faults(UnitInput.builder()
                        .name("x".repeat(101))
                        .location("none")
                        .capacity(100)));
        assertEquals(Map.of("uuid", "unknownUnit"), faults(UnitInput.builder().uuid("none")));
    }

    @Test
    public void shouldTellTheOccupancyOverTimeAndWhenAStayIsPossible() {
        Unit unit = places.unit(2);
        places.enter(unit, "2026-03-01", "2026-03-05");
        places.reserve(unit, "2026-03-04", "2026-03-10");

        Unit told = places.units
                .getUnit(unit.getUuid(), span("2026-03-03", "2026-03-06"))
                .get();
        assertEquals(
                List.of(
                        new NightOccupancy(day("2026-03-03"), 2, 1, 0, 0),
                        new NightOccupancy(day("2026-03-04"), 2, 1, 0, 1),
                        new NightOccupancy(day("2026-03-05"), 2, 0, 0, 1)),
                told.getNights());
        assertEquals(new NightOccupancy(day("2026-03-02"), 2, 1, 0, 0), told.getToday());
        assertEquals(Optional.of(day("2026-03-02")), told.getFreeFrom());
        assertEquals(Optional.of(day("2026-03-05")), told.getFreeForSpan());
    }

    @Test
    public void shouldNotBeMadeSmallerThanWhatIsBookedInAnyNightToCome() {
        Unit unit = places.unit(3);
        Placement first = places.reserve(unit, "2026-03-10", "2026-04-10");
        places.reserve(unit, "2026-03-20", "2026-05-10");
        places.reserve(unit, "2026-03-25", "2026-05-10");

        PlaceConflictException conflict = assertThrows(PlaceConflictException.class, () -> resize(unit, 2));
        assertEquals(PlaceConflictException.Kind.CAPACITY_TAKEN, conflict.getKind());
        assertEquals(List.of(day("2026-03-25")), conflict.getArguments());
        Context.clearSession();

        places.save(TestPlaces.step(first, PlacementStatus.WITHDRAWN).reason("test"));
        assertEquals(List.of(2, 3), places.bookedPlaces(unit, "2026-03-26"));
        assertEquals(2, resize(unit, 2).getCapacity());
        assertEquals(List.of(1, 2), places.bookedPlaces(unit, "2026-03-26"));
        assertEquals(
                PlaceConflictException.Kind.FULL,
                places.conflict(places.of(unit, places.man(), PlacementStatus.RESERVED)
                                .from(day("2026-03-26")))
                        .getKind());
    }

    @Test
    public void shouldRefuseAChangeOfWhatHasChangedMeanwhile() {
        Unit unit = places.unit(3);
        resize(unit, 4);

        assertThrows(
                ChangedMeanwhileException.class,
                () -> places.units.saveUnit(UnitInput.builder()
                        .uuid(unit.getUuid())
                        .name("Other")
                        .version(unit.getVersion())
                        .build()));
    }

    @Test
    public void shouldBeRetiredOnlyWhereNobodyIsOrWaits() {
        Unit unit = places.unit(3);
        Placement waiting = places.save(places.of(unit, places.man(), PlacementStatus.WAITING));
        assertEquals(
                PlaceConflictException.Kind.UNIT_IN_USE,
                assertThrows(PlaceConflictException.class, () -> places.units.deleteUnit(unit, "closed"))
                        .getKind());
        Context.clearSession();
        places.save(TestPlaces.step(waiting, PlacementStatus.WITHDRAWN).reason("closed"));
        assertThrows(FaultsException.class, () -> places.units.deleteUnit(unit, " "));

        places.units.deleteUnit(unit, "closed");

        assertTrue(places.units.getUnit(unit.getUuid(), null).get().isRetired());
        assertFalse(names(false).contains(unit.getUuid()));
        assertTrue(names(true).contains(unit.getUuid()));
        assertEquals(
                Map.of("unit", List.of("unknownUnit")),
                places.faults(places.of(unit, places.man(), PlacementStatus.WAITING)));
        assertFalse(places.units.undeleteUnit(unit).isRetired());
        places.save(places.of(unit, places.man(), PlacementStatus.WAITING));
    }

    private Unit resize(Unit unit, int capacity) {
        Unit saved = places.units.saveUnit(
                UnitInput.builder().uuid(unit.getUuid()).capacity(capacity).build());
        Context.flushSession();
        Context.clearSession();
        return saved;
    }

    private List<String> names(boolean includeRetired) {
        return places.units.getUnits(null, includeRetired).stream()
                .map(Unit::getUuid)
                .collect(Collectors.toList());
    }

    private Map<String, String> faults(UnitInput.UnitInputBuilder input) {
        return assertThrows(FaultsException.class, () -> places.units.saveUnit(input.build())).getFaults().stream()
                .collect(Collectors.toMap(Fault::getField, Fault::getCode));
    }
}
