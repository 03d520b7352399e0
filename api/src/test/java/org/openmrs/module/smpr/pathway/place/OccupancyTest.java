/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.Test;

public class OccupancyTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");

    private final Map<LocalDate, Occupancy.Booked> booked = new HashMap<>();

    @Test
    public void shouldBeFreeAtOnceWhereNothingIsBooked() {
        assertEquals(Optional.of(MONDAY), occupancy(1).firstFree(MONDAY, 183));
    }

    @Test
    public void shouldNotTakeAGapThatIsShorterThanTheStay() {
        book(0, 2);
        book(4, 10);

        assertEquals(Optional.of(MONDAY.plusDays(2)), occupancy(1).firstFree(MONDAY, 2));
        assertEquals(Optional.of(MONDAY.plusDays(10)), occupancy(1).firstFree(MONDAY, 3));
    }

    @Test
    public void shouldSayThatNoneIsFreeWithinTheTimeThatIsSearched() {
        book(0, 1000);

        assertEquals(Optional.empty(), occupancy(1).firstFree(MONDAY, 1));
    }

    @Test
    public void shouldCountThoseWhoStayOnBeyondTheirPlannedEnd() {
        book(0, 1);
        Occupancy occupancy = new Occupancy(2, booked, List.of(new Span(MONDAY, MONDAY.plusDays(2))));

        assertEquals(new NightOccupancy(MONDAY, 2, 1, 1, 0), occupancy.on(MONDAY));
        assertEquals(0, occupancy.on(MONDAY).getFree());
        assertEquals(1, occupancy.on(MONDAY.plusDays(1)).getFree());
        assertEquals(2, occupancy.on(MONDAY.plusDays(2)).getFree());
        assertEquals(Optional.of(MONDAY.plusDays(1)), occupancy.firstFree(MONDAY, 183));
    }

    @Test
    public void shouldHaveNoFewerThanNoPlaceLeft() {
        Occupancy occupancy = new Occupancy(
                1, Map.of(MONDAY, new Occupancy.Booked(0, 1)), List.of(new Span(MONDAY, MONDAY.plusDays(1))));

        assertEquals(2, occupancy.on(MONDAY).getTaken());
        assertEquals(0, occupancy.on(MONDAY).getFree());
    }

    private Occupancy occupancy(int capacity) {
        return new Occupancy(capacity, booked, List.of());
    }

    private void book(int from, int until) {
        for (int i = from; i < until; i++) {
            booked.put(MONDAY.plusDays(i), new Occupancy.Booked(1, 0));
        }
    }
}
