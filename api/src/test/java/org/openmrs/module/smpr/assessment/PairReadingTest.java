/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.Test;

/** What the access log tells of whether a second rating was made blind. */
public class PairReadingTest {

    private final List<PairReading.Reading> readings = new ArrayList<>();

    private PairReading.Rating first = PairReading.Rating.builder()
            .uuid("first")
            .begun(at(10))
            .completed(at(20))
            .raters(Set.of("Ann"))
            .build();

    private PairReading.Rating second = PairReading.Rating.builder()
            .uuid("second")
            .begun(at(30))
            .declared(at(30))
            .completed(at(40))
            .raters(Set.of("Bob"))
            .build();

    @Test
    public void shouldSayThatItWasWhereNobodyHasReadTheOther() {
        read("Ann", "first", 15);
        read("Bob", "second", 35);
        read("Cy", "first", 25);

        assertBlind(true);
    }

    @Test
    public void shouldSayThatItWasNotWhereTheFirstWasReadBeforeTheSecondWasComplete() {
        read("Bob", "first", 39);

        assertBlind(false);
    }

    @Test
    public void shouldNotMindWhatWasReadOnceItWasComplete() {
        read("Bob", "first", 41);
        read("Bob", null, 50);
        read("Ann", "second", 50);

        assertBlind(true);
    }

    @Test
    public void shouldNotKnowWhichWasFirstInOneSecond() {
        read("Bob", "first", 40);

        assertBlind(null);
    }

    @Test
    public void shouldSayThatItWasNotWhereTheSecondWasReadBeforeTheFirstWasComplete() {
        first = first.toBuilder().completed(at(60)).build();
        read("Ann", "second", 50);

        assertBlind(false);
    }

    @Test
    public void shouldNotKnowWhereSomethingWasReadThatMayHaveHeldTheFirst() {
        read("Bob", null, 25);

        assertBlind(null);
    }

    @Test
    public void shouldNotMindWhatWasReadBeforeThereWasAFirstOrWhileItWasHidden() {
        read("Bob", null, 9);
        read("Bob", null, 30);
        read("Bob", null, 35);

        assertBlind(true);
    }

    @Test
    public void shouldNotTakeADraftForHiddenFromBeforeItSaidThatItIsASecondRating() {
        second = second.toBuilder().declared(at(36)).build();
        read("Bob", null, 35);

        assertBlind(null);
    }

    @Test
    public void shouldSayThatItWasNotWhereOneIsARaterOfBoth() {
        second = second.toBuilder().raters(Set.of("Bob", "Ann")).build();

        assertBlind(false);
    }

    @Test
    public void shouldNotKnowOfARaterWhoIsNoUser() {
        second = second.toBuilder().raters(Set.of()).build();

        assertBlind(null);
    }

    @Test
    public void shouldNotKnowWhatTheSiteNoLongerKeeps() {
        assertEquals(Optional.empty(), PairReading.blind(second, List.of(first), readings, at(11).toInstant()));
        assertEquals(Optional.of(true), PairReading.blind(second, List.of(first), readings, at(10).toInstant()));
    }

    @Test
    public void shouldSayNothingWhereThereIsNoOtherThatWasBegunBeforeItWasComplete() {
        assertEquals(Optional.empty(), PairReading.blind(second, List.of(), readings, null));
        first = first.toBuilder().begun(at(41)).completed(at(42)).build();
        read("Ann", "second", 41);

        assertBlind(null);
    }

    private void read(String user, String object, int minute) {
        readings.add(new PairReading.Reading(user, object, at(minute)));
    }

    private void assertBlind(Boolean blind) {
        assertEquals(
                Optional.ofNullable(blind), PairReading.blind(second, Collections.singleton(first), readings, null));
    }

    private static Date at(int minute) {
        return Date.from(Instant.parse("2026-03-01T09:00:00Z").plusSeconds(60L * minute));
    }
}
