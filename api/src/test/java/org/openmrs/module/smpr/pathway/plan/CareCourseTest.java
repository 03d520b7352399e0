/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

/** Times without a kept contact, and how long it took after a release. */
public class CareCourseTest {

    @Test
    public void shouldSayNothingOfBreaksWhereTheSiteHasSetNothing() {
        CareGiven care = care(TestCourse.begun("2025-01-10"), "2026-01-10");
        assertNull(care.getBroken());
        assertEquals(List.of(), care.getBreaks());
        assertNull(care.getLastKept());
        assertNull(care.getDaysSince());
    }

    @Test
    public void shouldBeBrokenFromTheDayAfterTheDaysThatTheSiteAllows() {
        TestCourse course = TestCourse.begun("2025-01-10").careGap(21).seen("2025-02-01", "2025-01-15");
        CareGiven last = care(course, "2025-02-22");
        assertEquals(day("2025-02-01"), last.getLastKept());
        assertEquals(Long.valueOf(21), last.getDaysSince());
        assertFalse(last.getBroken());
        CareGiven broken = care(course, "2025-02-23");
        assertTrue(broken.getBroken());
        assertEquals(day("2025-02-23"), broken.getBrokenSince());
        assertEquals(List.of("2025-02-01 null 22"), told(broken));
    }

    @Test
    public void shouldCountFromTheBeginWhereNobodyHasSeenHimYet() {
        TestCourse course = TestCourse.begun("2025-01-10").careGap(21);
        assertFalse(care(course, "2025-01-31").getBroken());
        assertTrue(care(course, "2025-02-01").getBroken());
    }

    @Test
    public void shouldTellTheBreaksOfThePast() {
        TestCourse course = TestCourse.begun("2025-01-10")
                .careGap(21)
                .seen("2025-01-20", "2025-03-01", "2025-03-15")
                .ended("2025-06-01", "BROKEN-OFF");
        CareGiven care = care(course, "2026-01-01");
        assertEquals(List.of("2025-01-20 2025-03-01 40", "2025-03-15 2025-06-01 78"), told(care));
        assertNull(care.getBroken());
        assertEquals(Long.valueOf(78), care.getDaysSince());
    }

    @Test
    public void shouldNotStartAnewWithTheReleaseWhereAllPhasesAreWatched() {
        TestCourse course =
                TestCourse.begun("2025-01-10").careGap(21).seen("2025-04-15").released("2025-05-01");
        assertTrue(care(course, "2025-05-07").getBroken());
    }

    @Test
    public void shouldWatchOnlyThePhasesThatTheSiteNames() {
        TestCourse course = TestCourse.begun("2025-01-10").careGap(21, "APC");
        assertNull(care(course, "2025-04-01").getBroken());
        course.released("2025-05-01");
        assertFalse(care(course, "2025-05-22").getBroken());
        assertTrue(care(course, "2025-05-23").getBroken());
        assertEquals(List.of("2025-05-01 null 22"), told(care(course, "2025-05-23")));
    }

    @Test
    public void shouldTellHowLongItTookAfterTheRelease() {
        TestCourse course =
                TestCourse.begun("2025-01-10").released("2025-05-01").seenInCustody("2025-05-01");
        assertNull(care(course, "2025-05-10").getReleaseToFirstContact());
        CareGiven care = care(course.seen("2025-05-20", "2025-05-12"), "2025-05-21");
        assertEquals(day("2025-05-12"), care.getFirstContact());
        assertEquals(Long.valueOf(11), care.getReleaseToFirstContact());
        assertEquals(
                Long.valueOf(0), care(course.seen("2025-05-01"), "2025-05-21").getReleaseToFirstContact());
    }

    @Test
    public void shouldLeaveContactsOfAnotherEpisodeToIt() {
        TestCourse course = TestCourse.begun("2024-01-10")
                .seen("2024-02-01")
                .ended("2024-03-01", "OTHER")
                .again("2025-01-10");
        assertNull(course.on("2025-01-11").get(1).getCare().getLastKept());
    }

    private static CareGiven care(TestCourse course, String today) {
        List<EpisodePlan> plans = course.on(today);
        return plans.get(plans.size() - 1).getCare();
    }

    private static List<String> told(CareGiven care) {
        return care.getBreaks().stream()
                .map(b -> b.getFrom() + " " + b.getTo() + " " + b.getDays())
                .collect(Collectors.toList());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
