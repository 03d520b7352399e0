/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.study.data.TestStudy.INDEX;
import static org.openmrs.module.smpr.study.data.TestStudy.died;
import static org.openmrs.module.smpr.study.data.TestStudy.free;
import static org.openmrs.module.smpr.study.data.TestStudy.offended;
import static org.openmrs.module.smpr.study.data.TestStudy.subject;

import java.time.LocalDate;
import java.util.Collections;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.study.data.FollowUpFrom.Standing;
import org.openmrs.module.smpr.study.data.TimeAtRisk.Ending;

public class FollowUpFromTest {

    /** One hundred days after the index day. */
    private static final LocalDate LANDMARK = LocalDate.parse("2020-06-18");

    @Test
    public void shouldCountFromTheDayThatIsAskedFrom() {
        TimeAtRisk time = from(offended("A", "2020-06-28"), LANDMARK).getTime();

        assertEquals(10, time.getTime(), 0);
        assertEquals(Ending.EVENT, time.getEnding());
    }

    @Test
    public void shouldLookAsFarAsTheHorizonAfterThatDay() {
        TimeAtRisk time = from(free("A", "2026-01-01"), LANDMARK).getTime();

        assertEquals(365, time.getTime(), 0);
        assertEquals(Ending.CENSORED, time.getEnding());
        assertEquals(
                Ending.EVENT,
                from(withCheck("2021-06-18", "2021-06-18"), LANDMARK).getTime().getEnding());
        assertEquals(
                Ending.CENSORED,
                from(withCheck("2021-06-19", "2021-06-19"), LANDMARK).getTime().getEnding());
    }

    private static Subject withCheck(String offence, String freeUntil) {
        return subject(
                "A",
                Collections.singletonList(TestOutcomes.offence(offence).build()),
                Collections.singletonList(
                        TestOutcomes.registerFreeUntil(freeUntil).build()));
    }

    @Test
    public void shouldFollowNobodyWhoseTimeWasOverByThen() {
        assertEquals(
                Standing.EVENT_BEFORE,
                from(offended("A", "2020-06-18"), LANDMARK).getStanding());
        assertEquals(
                Standing.DIED_BEFORE, from(died("A", "2020-05-01"), LANDMARK).getStanding());
        assertEquals(Standing.NOT_KNOWN, from(free("A", "2020-06-18"), LANDMARK).getStanding());
        assertEquals(Standing.FOLLOWED, from(free("A", "2020-06-19"), LANDMARK).getStanding());
        assertEquals(
                Standing.NOT_KNOWN,
                from(free("A", "2026-06-01"), TestStudy.TODAY.plusDays(1)).getStanding());
    }

    @Test
    public void shouldFollowNobodyBeforeHisIndexDayOrWithoutOne() {
        assertEquals(
                Standing.BEFORE_ORIGIN,
                from(free("A", "2026-01-01"), INDEX.minusDays(1)).getStanding());
        assertEquals(
                Standing.NO_ORIGIN,
                from(subject("A").indexDay(null).status(null).build(), LANDMARK).getStanding());
    }

    @Test
    public void shouldFollowFromTheIndexDayWhoOffendedOnIt() {
        FollowUpFrom followUp = from(offended("A", "2020-03-10"), INDEX);

        assertEquals(Standing.FOLLOWED, followUp.getStanding());
        assertTrue(followUp.isAtRisk());
    }

    @Test
    public void shouldSayWhetherThatDayWasOneAtRisk() {
        assertFalse(from(inHospital("2020-06-18", "2020-06-18"), LANDMARK).isAtRisk());
        assertTrue(from(inHospital("2020-06-19", "2020-06-20"), LANDMARK).isAtRisk());
        assertTrue(from(inHospital("2020-06-10", "2020-06-17"), LANDMARK).isAtRisk());
        assertFalse(from(inHospital("2020-03-10", "2020-03-12"), INDEX).isAtRisk());
        assertEquals(
                Standing.NEVER_AT_RISK,
                from(inHospital("2020-06-10", "2026-01-01"), LANDMARK).getStanding());
    }

    private static Subject inHospital(String from, String to) {
        return subject(
                "A",
                Collections.singletonList(
                        TestOutcomes.stay(Kind.HOSPITALIZATION, from, to).build()),
                Collections.singletonList(
                        TestOutcomes.registerFreeUntil("2026-01-01").build()));
    }

    private static FollowUpFrom from(Subject subject, LocalDate day) {
        return FollowUpFrom.of(subject, day, Counted.ANY_BY_FACTS, 12);
    }
}
