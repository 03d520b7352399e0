/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import static org.junit.Assert.assertEquals;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.site.CountedFrom;
import org.openmrs.module.smpr.site.Wave;

/**
 * What of the plan is done, due, missed or not to be done. With the suggested plan: T0 is due 30 days after entry (30 days
 * before and after) in custody; T1 at release (30, 14); T2 three months after it (30, 30) and T3 at the end of care (30, 14),
 * both in post-prison care.
 */
public class PlanOfCareTest {

    // The way through

    @Test
    public void shouldFollowAManThroughTheWholePlan() {
        TestCourse course = TestCourse.begun("2025-01-10");
        assertEquals(
                List.of(
                        "T0 DUE",
                        "T1 NOT_DATED NO_RELEASE_DAY",
                        "T2 NOT_DATED NO_RELEASE_DAY",
                        "T3 NOT_DATED NO_END_DAY"),
                course.hcr20("2025-01-10"));
        course.assessed("HCR20V3", "2025-02-12");
        course.plansRelease("2025-08-01", "2025-06-01");
        assertEquals(
                List.of(
                        "T0 DONE 2025-02-12",
                        "T1 NOT_YET 2025-07-02",
                        "T2 NOT_YET NOT_IN_PHASE",
                        "T3 NOT_DATED NO_END_DAY"),
                course.hcr20("2025-06-01"));
        course.assessed("HCR20V3", "2025-07-20").released("2025-08-04");
        assertEquals(
                List.of("T0 DONE 2025-02-12", "T1 DONE 2025-07-20", "T2 NOT_YET 2025-10-05", "T3 NOT_YET 2026-01-05"),
                course.hcr20("2025-09-01"));
        course.assessed("HCR20V3", "2025-11-30", "2026-02-10").ended("2026-02-04", "COMPLETED");
        assertEquals(
                List.of("T0 DONE 2025-02-12", "T1 DONE 2025-07-20", "T2 DONE 2025-11-30", "T3 DONE 2026-02-10"),
                course.hcr20("2026-03-01"));
    }

    @Test
    public void shouldBeDueFromTheFirstToTheLastDayOfItsWindowAndOverdueFromTheDayAfter() {
        TestCourse course = TestCourse.begun("2025-01-10").released("2025-05-01");
        assertEquals("T2 NOT_YET 2025-07-02", course.hcr20("2025-07-01").get(2));
        assertEquals("T2 DUE", course.hcr20("2025-07-02").get(2));
        assertEquals("T2 DUE", course.hcr20("2025-08-31").get(2));
        assertEquals("T2 OVERDUE 2025-09-01", course.hcr20("2025-09-01").get(2));
    }

    @Test
    public void shouldBeMissedWhenTheNextWaveWithTheSameInstrumentOpens() {
        TestCourse course = TestCourse.begun("2025-01-10").released("2025-05-01");
        assertEquals("T2 OVERDUE 2025-09-01", course.hcr20("2025-10-01").get(2));
        assertEquals("T2 MISSED NEXT_WAVE", course.hcr20("2025-10-02").get(2));
        assertEquals("T3 DUE", course.hcr20("2025-10-02").get(3));
    }

    @Test
    public void shouldTakeALateAssessmentForTheWaveThatIsOverdue_AndSaySo() {
        TestCourse course =
                TestCourse.begun("2025-01-10").released("2025-05-01").assessed("HCR20V3", "2025-09-15");
        assertEquals("T2 DONE 2025-09-15 late", course.hcr20("2025-09-15").get(2));
    }

    @Test
    public void shouldKeepTheWavesOfEachInstrumentApart() {
        TestCourse course = TestCourse.begun("2025-01-10").assessed("SAPROF", "2025-02-01");
        assertEquals(
                List.of("HCR20V3 DUE", "SAPROF DONE", "CAPP DUE"),
                course.on("2025-02-10").get(0).getWaves().stream()
                        .filter(due -> due.getWave().getCode().equals("T0"))
                        .map(due -> due.getInstrument() + " " + due.getStatus())
                        .collect(Collectors.toList()));
    }

    // Which assessment belongs to which wave

    @Test
    public void shouldGiveAWaveTheNearestAssessmentAndShowTheOthersAsUnscheduled() {
        TestCourse course =
                TestCourse.begun("2025-01-10").assessed("HCR20V3", "2025-01-20", "2025-02-08", "2025-04-01");
        assertEquals("T0 DONE 2025-02-08", course.hcr20("2025-04-02").get(0));
        assertEquals(
                List.of("2025-01-20", "2025-04-01"),
                course.on("2025-04-02").get(0).getUnscheduled().stream()
                        .map(made -> made.getDay().toString())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldTakeTheEarlierOfTwoEquallyNear() {
        TestCourse course = TestCourse.begun("2025-01-10").assessed("HCR20V3", "2025-02-12", "2025-02-06");
        assertEquals("T0 DONE 2025-02-06", course.hcr20("2025-03-01").get(0));
    }

    @Test
    public void shouldLetNoAssessmentServeTwoWavesThatOverlap() {
        // T0 is due on 2025-02-09, T1 on 2025-02-20.
        TestCourse course = TestCourse.begun("2025-01-10").plansRelease("2025-02-20", "2025-01-15");
        course.assessed("HCR20V3", "2025-02-10");
        assertEquals(
                List.of("T0 DONE 2025-02-10", "T1 DUE"),
                course.hcr20("2025-02-12").subList(0, 2));
        course.assessed("HCR20V3", "2025-02-12");
        assertEquals(
                List.of("T0 DONE 2025-02-10", "T1 DONE 2025-02-12"),
                course.hcr20("2025-02-12").subList(0, 2));
    }

    @Test
    public void shouldFillBothWavesWhereTwoAssessmentsCan() {
        // Both lie nearer to T0, and only the second within the window of T1.
        TestCourse course = TestCourse.begun("2025-01-10").plansRelease("2025-03-15", "2025-01-15");
        course.assessed("HCR20V3", "2025-01-12", "2025-02-14");
        assertEquals(
                List.of("T0 DONE 2025-01-12", "T1 DONE 2025-02-14"),
                course.hcr20("2025-02-20").subList(0, 2));
    }

    @Test
    public void shouldTakeNoAssessmentOfAnotherTimeForAWave() {
        TestCourse course = TestCourse.begun("2025-01-10").plansRelease("2025-08-01", "2025-06-01");
        course.assessed("HCR20V3", "2024-12-01", "2025-07-01");
        assertEquals(
                List.of("T0 DONE 2025-07-01 late", "T1 DUE"),
                course.hcr20("2025-07-02").subList(0, 2));
    }

    // A release that moves

    @Test
    public void shouldMoveWhatIsNotDoneWithTheDayOfRelease() {
        TestCourse course = TestCourse.begun("2025-01-10").plansRelease("2025-08-01", "2025-06-01");
        assertEquals("T1 NOT_YET 2025-07-02", course.hcr20("2025-06-20").get(1));
        course.plansRelease("2025-11-01", "2025-06-20");
        assertEquals("T1 NOT_YET 2025-10-02", course.hcr20("2025-06-20").get(1));
    }

    @Test
    public void shouldLeaveDoneWhatWasDoneForADayOfReleaseThatMovedLater() {
        TestCourse course = TestCourse.begun("2025-01-10").plansRelease("2025-08-01", "2025-06-01");
        course.assessed("HCR20V3", "2025-07-20").plansRelease("2025-12-01", "2025-07-25");
        assertEquals("T1 DONE 2025-07-20", course.hcr20("2025-07-26").get(1));
        course.released("2025-12-01");
        assertEquals(
                List.of("T1 DONE 2025-07-20", "T2 NOT_YET 2026-01-30"),
                course.hcr20("2025-12-02").subList(1, 3));
    }

    @Test
    public void shouldLeaveDoneWhatWasDoneOnTheVeryDayOnWhichTheReleaseMoved() {
        TestCourse course = TestCourse.begun("2025-01-10").plansRelease("2025-08-01", "2025-06-01");
        course.assessed("HCR20V3", "2025-07-20").plansRelease("2025-12-01", "2025-07-20");
        assertEquals("T1 DONE 2025-07-20", course.hcr20("2025-07-26").get(1));
    }

    @Test
    public void shouldNotTakeForDoneWhatWasMadeAfterTheReleaseHadMoved() {
        TestCourse course = TestCourse.begun("2025-01-10").assessed("HCR20V3", "2025-02-09");
        course.plansRelease("2025-08-01", "2025-06-01").plansRelease("2025-12-01", "2025-07-15");
        course.assessed("HCR20V3", "2025-07-20");
        assertEquals("T1 NOT_YET 2025-11-01", course.hcr20("2025-07-26").get(1));
        assertEquals(1, course.on("2025-07-26").get(0).getUnscheduled().size());
    }

    @Test
    public void shouldStayOverdueWhileARelasePlannedForThePastIsNotMade() {
        TestCourse course = TestCourse.begun("2025-01-10").plansRelease("2025-03-01", "2025-01-15");
        assertEquals("T1 OVERDUE 2025-03-16", course.hcr20("2025-09-01").get(1));
    }

    // Ends

    @Test
    public void shouldNotBlameAnyoneForAWaveThatAShortRemandLeftNoTimeFor() {
        TestCourse released = TestCourse.begun("2025-01-10").released("2025-01-30");
        assertEquals("T0 DUE", released.hcr20("2025-01-30").get(0));
        assertEquals(
                "T0 NOT_APPLICABLE PHASE_OVER", released.hcr20("2025-01-31").get(0));
        TestCourse transferred = TestCourse.begun("2025-01-10").ended("2025-01-20", "TRANSFERRED");
        assertEquals(
                List.of(
                        "T0 NOT_APPLICABLE ENDED",
                        "T1 NOT_APPLICABLE NEVER_RELEASED",
                        "T2 NOT_APPLICABLE NEVER_RELEASED",
                        "T3 NOT_APPLICABLE NEVER_IN_PHASE"),
                transferred.hcr20("2025-03-01"));
    }

    @Test
    public void shouldBeMissedWhereHeLeftPrisonAfterItFellDue() {
        TestCourse course = TestCourse.begun("2025-01-10").released("2025-02-20");
        assertEquals("T0 DUE", course.hcr20("2025-02-20").get(0));
        assertEquals("T0 MISSED PHASE_OVER", course.hcr20("2025-02-21").get(0));
    }

    @Test
    public void shouldMoveTheEndOfCareWithAnExtension_AndLeaveDoneWhatWasDoneForTheFirstEnd() {
        TestCourse extended = TestCourse.begun("2025-01-10").released("2025-05-01");
        assertEquals("T3 NOT_YET 2025-10-02", extended.hcr20("2025-09-15").get(3));
        extended.extended("2026-01-15", "2025-10-20");
        assertEquals("T3 NOT_YET 2025-12-16", extended.hcr20("2025-11-10").get(3));
        TestCourse done = TestCourse.begun("2025-01-10")
                .released("2025-05-01")
                .assessed("HCR20V3", "2025-07-30", "2025-10-15")
                .extended("2026-01-15", "2025-10-20");
        assertEquals("T3 DONE 2025-10-15", done.hcr20("2025-11-10").get(3));
    }

    @Test
    public void shouldCountTheEndOfCareFromAnEarlierActualEnd() {
        TestCourse course =
                TestCourse.begun("2025-01-10").released("2025-05-01").ended("2025-07-01", "BROKEN-OFF");
        assertEquals("T2 NOT_APPLICABLE ENDED", course.hcr20("2025-07-02").get(2));
        assertEquals("T3 DUE", course.hcr20("2025-07-15").get(3));
        assertEquals("T3 MISSED ENDED", course.hcr20("2025-07-16").get(3));
    }

    @Test
    public void shouldAskNothingMoreOfTheDead() {
        TestCourse inWindow =
                TestCourse.begun("2025-01-10").released("2025-05-01").ended("2025-08-10", "DIED");
        assertEquals(
                List.of("T2 NOT_APPLICABLE DIED", "T3 NOT_APPLICABLE DIED"),
                inWindow.hcr20("2025-08-11").subList(2, 4));
        TestCourse inCustody = TestCourse.begun("2025-01-10").ended("2025-02-20", "DIED");
        assertEquals(
                List.of(
                        "T0 NOT_APPLICABLE DIED",
                        "T1 NOT_APPLICABLE DIED",
                        "T2 NOT_APPLICABLE DIED",
                        "T3 NOT_APPLICABLE DIED"),
                inCustody.hcr20("2025-08-11"));
        TestCourse afterwards =
                TestCourse.begun("2025-01-10").released("2025-05-01").ended("2025-09-10", "DIED");
        assertEquals("T2 MISSED DIED", afterwards.hcr20("2025-09-11").get(2));
        assertEquals(List.of(), afterwards.worklist(30, "2025-09-11"));
    }

    @Test
    public void shouldEndWithAReincarcerationAndBeginAnewWithTheSecondEpisode() {
        TestCourse course = TestCourse.begun("2024-01-10")
                .assessed("HCR20V3", "2024-02-09")
                .released("2024-05-01")
                .assessed("HCR20V3", "2024-05-02")
                .ended("2024-07-20", "REINCARCERATED")
                .again("2024-07-20")
                .assessed("HCR20V3", "2024-07-25", "2024-08-20");
        assertEquals(
                List.of("T0 DONE 2024-02-09", "T1 DONE 2024-05-02", "T2 NOT_APPLICABLE ENDED", "T3 DONE 2024-07-25"),
                course.hcr20("2024-09-01", 1));
        assertEquals("T0 DONE 2024-08-20", course.hcr20("2024-09-01", 2).get(0));
    }

    // Second ratings

    @Test
    public void shouldPairASecondRatingWithTheFirst() {
        Wave wave = wave("T0", CountedFrom.ENTRY, Period.ofDays(30))
                .doubleRatings(Set.of("HCR20V3"))
                .build();
        TestCourse course = TestCourse.begun("2025-01-10").by(wave);
        assertEquals(List.of("T0 DUE", "T0 second DUE"), course.hcr20("2025-02-01"));
        course.secondRated("HCR20V3", "2025-02-03");
        assertEquals(List.of("T0 DUE", "T0 second DUE"), course.hcr20("2025-02-04"));
        course.assessed("HCR20V3", "2025-02-05");
        assertEquals(List.of("T0 DONE 2025-02-05", "T0 second DONE 2025-02-03"), course.hcr20("2025-02-06"));
        assertEquals(List.of(), course.on("2025-02-06").get(0).getUnscheduled());
    }

    @Test
    public void shouldPairNoSecondRatingThatLiesTooFarFromTheFirst() {
        Wave wave = wave("T0", CountedFrom.ENTRY, Period.ofDays(30))
                .doubleRatings(Set.of("HCR20V3"))
                .secondWithinDays(7)
                .build();
        TestCourse course = TestCourse.begun("2025-01-10").by(wave).assessed("HCR20V3", "2025-02-05");
        assertEquals("T0 second DUE", course.hcr20("2025-02-12").get(1));
        assertEquals(
                "T0 second MISSED TOO_FAR_APART", course.hcr20("2025-02-13").get(1));
        course.secondRated("HCR20V3", "2025-02-13");
        assertEquals(
                "T0 second MISSED TOO_FAR_APART", course.hcr20("2025-02-13").get(1));
        assertEquals(1, course.on("2025-02-13").get(0).getUnscheduled().size());
    }

    @Test
    public void shouldTakeTheConsensusOfADayForItsWaveInWhateverOrderTheyWereCharted() {
        String day = "2025-02-09";
        for (TestCourse course : List.of(
                TestCourse.begun("2025-01-10").assessed("HCR20V3", day).agreed("HCR20V3", day),
                TestCourse.begun("2025-01-10").agreed("HCR20V3", day).assessed("HCR20V3", day))) {
            EpisodePlan plan = course.on("2025-03-01").get(0);
            assertEquals(
                    List.of("consensus HCR20V3 2025-02-09"),
                    plan.getWaves().stream()
                            .filter(due -> due.getAssessment() != null)
                            .map(due -> due.getAssessment().getUuid())
                            .collect(Collectors.toList()));
            assertEquals(
                    List.of("HCR20V3 2025-02-09"),
                    plan.getUnscheduled().stream().map(MadeAssessment::getUuid).collect(Collectors.toList()));
        }
    }

    @Test
    public void shouldNeverTakeASecondRatingForTheFirst() {
        TestCourse course = TestCourse.begun("2025-01-10").secondRated("HCR20V3", "2025-02-09");
        assertEquals("T0 DUE", course.hcr20("2025-02-10").get(0));
    }

    // Days

    @Test
    public void shouldCountMonthsToTheLastDayOfAShorterOne() {
        Wave wave = wave("A", CountedFrom.ENTRY, Period.ofMonths(1)).build();
        assertEquals(
                LocalDate.parse("2025-02-28"),
                TestCourse.begun("2025-01-31")
                        .by(wave)
                        .on("2025-01-31")
                        .get(0)
                        .getWaves()
                        .get(0)
                        .getDue());
        assertEquals(
                LocalDate.parse("2024-02-29"),
                TestCourse.begun("2024-01-31")
                        .by(wave)
                        .on("2024-01-31")
                        .get(0)
                        .getWaves()
                        .get(0)
                        .getDue());
        TestCourse released = TestCourse.begun("2025-01-10").released("2025-08-31");
        assertEquals(
                LocalDate.parse("2026-02-28"),
                released.on("2025-09-01").get(0).getWaves().get(9).getDue());
    }

    @Test
    public void shouldCountDaysAcrossAChangeOfTheClocks() {
        // In France the clocks change on 30 March and on 26 October 2025.
        Wave wave = wave("A", CountedFrom.ENTRY, Period.ofDays(1))
                .daysBefore(0)
                .daysAfter(1)
                .build();
        for (String begun : List.of("2025-03-29", "2025-10-25")) {
            TestCourse course = TestCourse.begun(begun).by(wave);
            LocalDate day = LocalDate.parse(begun);
            assertEquals(List.of("A NOT_YET " + day.plusDays(1)), course.hcr20(begun));
            assertEquals(List.of("A DUE"), course.hcr20(day.plusDays(1).toString()));
            assertEquals(List.of("A DUE"), course.hcr20(day.plusDays(2).toString()));
            assertEquals(
                    List.of("A OVERDUE " + day.plusDays(3)),
                    course.hcr20(day.plusDays(3).toString()));
        }
    }

    // The worklist

    @Test
    public void shouldPutOnTheWorklistWhatIsDueAndNotWhatIsDone() {
        TestCourse course = TestCourse.begun("2025-01-10").plansRelease("2025-03-25", "2025-02-01");
        assertEquals(List.of("ASSESSMENT T0 DUE 2025-02-09"), course.worklist(30, "2025-02-20"));
        assertEquals(
                List.of("ASSESSMENT T0 DUE 2025-02-09", "ASSESSMENT T1 DUE 2025-03-25", "RELEASE DUE 2025-03-25"),
                course.worklist(30, "2025-02-23").stream().sorted().collect(Collectors.toList()));
        course.assessed("HCR20V3", "2025-02-20", "2025-03-20").released("2025-03-25");
        assertEquals(List.of(), course.worklist(30, "2025-04-20"));
        assertEquals(
                List.of("END_OF_CARE DUE 2025-09-25"),
                course.assessed("HCR20V3", "2025-06-25", "2025-09-10").worklist(30, "2025-09-12"));
        assertEquals(List.of("END_OF_CARE OVERDUE 2025-09-25"), course.worklist(30, "2025-09-26"));
    }

    @Test
    public void shouldPutABreakInCareOnTheWorklist() {
        TestCourse course = TestCourse.begun("2025-01-10").by().careGap(21).seen("2025-02-01");
        assertEquals(List.of(), course.worklist(30, "2025-02-22"));
        assertEquals(List.of("CONTACT OVERDUE 2025-02-22"), course.worklist(30, "2025-02-23"));
        assertEquals(List.of(), course.seen("2025-02-23").worklist(30, "2025-02-23"));
    }

    private static Wave.WaveBuilder wave(String code, CountedFrom countedFrom, Period offset) {
        return Wave.builder()
                .code(code)
                .label(Label.inEveryLanguage(code))
                .instruments(Set.of("HCR20V3"))
                .countedFrom(countedFrom)
                .offset(offset)
                .daysBefore(30)
                .daysAfter(30);
    }
}
