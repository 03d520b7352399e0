/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.openmrs.module.smpr.outcome.TestOutcomes.death;
import static org.openmrs.module.smpr.outcome.TestOutcomes.offence;
import static org.openmrs.module.smpr.outcome.TestOutcomes.registerFreeUntil;
import static org.openmrs.module.smpr.outcome.TestOutcomes.stay;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.FollowUpCheck;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Certainty;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;

/** A man who left on 10 March 2020, followed for one year: 365 days to 10 March 2021. */
public class TimeAtRiskTest {

    private final List<OutcomeEvent> events = new ArrayList<>();

    private final List<FollowUpCheck> checks = new ArrayList<>();

    @Test
    public void shouldEndWithTheDayOfTheEventCountedFromTheIndexDay() {
        events.add(offence("2020-03-20").build());

        assertTime("0-10 EVENT");
    }

    @Test
    public void shouldCountHalfADayWhereItHappenedOnTheIndexDay() {
        events.add(offence("2020-03-10").build());

        assertTime("0-0.5 EVENT");
    }

    @Test
    public void shouldEndWithDeathWhereThatCameFirst() {
        events.add(death("2020-04-09").build());

        assertTime("0-30 DIED");
    }

    @Test
    public void shouldEndBeforeAPossibleOffenceOfOneWhoDiedLater() {
        events.add(offence("2020-03-30").certainty(Certainty.PROBABLE).build());
        events.add(death("2020-04-09").build());
        checks.add(registerFreeUntil("2020-04-09").build());

        assertTime("0-19 CENSORED");
    }

    @Test
    public void shouldBeCensoredAtTheHorizonWhereHeIsKnownToBeFreeThere() {
        checks.add(registerFreeUntil("2022-01-01").build());

        assertTime("0-365 CENSORED");
    }

    @Test
    public void shouldBeCensoredOnTheLastDayThatASufficientSourceReaches() {
        checks.add(registerFreeUntil("2020-06-18").build());

        assertTime("0-100 CENSORED");
    }

    @Test
    public void shouldTellNothingOfOneOfWhomNothingWasEverKnown() {
        assertTime(" CENSORED");
        assertEquals(0, time().getTime(), 0);
    }

    @Test
    public void shouldLeaveOutTheDaysInHospital() {
        // Days 11 to 20 after the index day.
        events.add(stay(Kind.HOSPITALIZATION, "2020-03-21", "2020-03-30").build());
        events.add(offence("2020-05-09").build());

        assertTime("0-10 20-60 EVENT");
    }

    @Test
    public void shouldBeginWithTheDayAfterAStayThatBeganWithTheFollowUp() {
        events.add(stay(Kind.HOSPITALIZATION, "2020-03-01", "2020-03-15").build());
        events.add(offence("2020-05-09").build());

        assertTime("5-60 EVENT");
    }

    /** Else his death would not compete, and who dies in hospital would be taken for one who may yet re-offend. */
    @Test
    public void shouldCountADeathInHospitalOnTheDayItself() {
        events.add(stay(Kind.HOSPITALIZATION, "2020-03-21", "2020-03-30").build());
        events.add(death("2020-03-25").build());

        assertTime("0-10 14-15 DIED");
    }

    @Test
    public void shouldEndBeforeAStayThatLastsToTheHorizon() {
        events.add(stay(Kind.DETENTION_ON_OLDER_SENTENCE, "2020-06-19", null).build());
        checks.add(registerFreeUntil("2022-01-01").build());

        assertTime("0-100 CENSORED");
        assertEquals(365, time().getTime(), 0);
    }

    @Test
    public void shouldBeCutAtAHorizonBeforeItsEnd() {
        events.add(stay(Kind.HOSPITALIZATION, "2020-03-21", "2020-03-30").build());
        events.add(offence("2020-05-09").build());

        assertEquals("0-10 20-30 CENSORED", text(time().until(30)));
        assertEquals("0-10 CENSORED", text(time().until(15)));
        assertEquals("0-10 20-60 EVENT", text(time().until(60)));
    }

    @Test
    public void shouldBeginAnewAtALandmark() {
        events.add(stay(Kind.HOSPITALIZATION, "2020-03-21", "2020-03-30").build());
        events.add(offence("2020-05-09").build());

        assertEquals("0-5 15-55 EVENT", text(time().after(5)));
        assertEquals("5-45 EVENT", text(time().after(15)));
        assertNull(time().after(60));
    }

    @Test
    public void shouldLeaveWhereNothingMoreIsKnownOfOneWhoDied() {
        events.add(stay(Kind.HOSPITALIZATION, "2020-03-21", "2020-03-30").build());
        events.add(death("2020-06-18").build());
        checks.add(registerFreeUntil("2020-05-09").build());

        assertTime("0-10 20-100 DIED");
        assertEquals("0-10 20-60 CENSORED", text(asFarAsKnown()));
    }

    @Test
    public void shouldLeaveBeforeAStayInWhichNothingMoreIsKnown() {
        events.add(stay(Kind.HOSPITALIZATION, "2020-03-21", "2020-03-30").build());
        events.add(death("2020-03-28").build());
        checks.add(registerFreeUntil("2020-03-25").build());

        assertEquals("0-10 CENSORED", text(asFarAsKnown()));
    }

    /** He was free until 15 July, and can have died before: he leaves on 1 July, the first day that it can have been. */
    @Test
    public void shouldLeaveByTheDayOnWhichOneCanHaveDied() {
        events.add(death("2020-07").build());
        checks.add(registerFreeUntil("2020-07-15").build());

        assertTime("0-113 DIED");
        assertEquals("0-113 CENSORED", text(asFarAsKnown()));
    }

    @Test
    public void shouldFollowNobodyOfWhomNothingWasKnownUntilHeDied() {
        events.add(death("2020-03-10").build());

        assertTime("0-0.5 DIED");
        assertEquals(" CENSORED", text(asFarAsKnown()));
        checks.add(registerFreeUntil("2020-03-10").build());
        assertEquals("0-0.5 DIED", text(asFarAsKnown()));
    }

    @Test
    public void shouldFollowUntilHisDeathOneWhoIsKnownToHaveBeenFreeUntilThen() {
        events.add(death("2020-06-18").build());
        checks.add(registerFreeUntil("2020-06-18").build());

        assertEquals("0-100 DIED", text(asFarAsKnown()));
    }

    private TimeAtRisk asFarAsKnown() {
        return TestStudy.subject("A", events, checks)
                .timeAsFarAsKnown(Counted.ANY_BY_FACTS, 12)
                .get();
    }

    private void assertTime(String expected) {
        assertEquals(expected, text(time()));
    }

    private TimeAtRisk time() {
        return TestStudy.subject("A", events, checks)
                .timeAtRisk(Counted.ANY_BY_FACTS, 12)
                .get();
    }

    private static String text(TimeAtRisk time) {
        return time.getStretches().stream()
                        .map(stretch -> number(stretch.getFrom()) + "-" + number(stretch.getTo()))
                        .collect(Collectors.joining(" "))
                + " " + time.getEnding();
    }

    private static String number(double days) {
        return days == Math.rint(days) ? String.valueOf((long) days) : String.valueOf(days);
    }
}
