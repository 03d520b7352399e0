/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.outcome.TestOutcomes.day;
import static org.openmrs.module.smpr.outcome.TestOutcomes.death;
import static org.openmrs.module.smpr.outcome.TestOutcomes.registerFreeUntil;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.FollowUp.NoIndex;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.IndexRelease;
import org.openmrs.module.smpr.site.OutcomeSource;

/** Which release follow-up runs from, at which horizons it is told, and when somebody is to look. */
public class FollowUpComposerTest {

    private static final Release FIRST = Release.builder()
            .episode("first")
            .leftBuilding(day("2020-02-29"))
            .ecrouLifted(day("2020-04-15"))
            .endOfCare(day("2020-08-31"))
            .build();

    private static final Release LAST =
            Release.builder().episode("last").leftBuilding(day("2022-03-10")).build();

    private final List<OutcomeEvent> events = new ArrayList<>();

    private final List<FollowUpCheck> checks = new ArrayList<>();

    private OutcomeRegisterSettings settings = TestOutcomes.settings().build();

    private String today = "2026-06-01";

    @Test
    public void shouldRunFromTheReleaseAndTheDayThatTheSiteHasDecidedOn() {
        assertEquals(day("2020-02-29"), of(FIRST, LAST).getIndexDay());
        settings = TestOutcomes.settings().indexRelease(IndexRelease.LAST).build();
        assertEquals(LAST, of(FIRST, LAST).getIndexRelease());
        assertEquals(day("2022-03-10"), of(FIRST, LAST).getIndexDay());
        settings = TestOutcomes.settings().clock(ClockStart.ECROU_LIFTED).build();
        assertEquals(day("2020-04-15"), of(FIRST, LAST).getIndexDay());
        settings = TestOutcomes.settings().clock(ClockStart.END_OF_CARE).build();
        assertEquals(day("2020-08-31"), of(FIRST, LAST).getIndexDay());
    }

    @Test
    public void shouldTellNoStatusAndWhyWhereTheSiteHasNotDecided() {
        settings = TestOutcomes.settings().indexRelease(null).build();
        assertNone(NoIndex.INDEX_RELEASE_NOT_SET, of(FIRST));
        settings = TestOutcomes.settings().clock(null).build();
        assertNone(NoIndex.CLOCK_NOT_SET, of(FIRST));
    }

    @Test
    public void shouldTellNoStatusAndWhyOfOneWhoWasNotReleased() {
        assertNone(NoIndex.NOT_RELEASED, of());
        today = "2022-03-09";
        assertNone(NoIndex.NOT_RELEASED, of(LAST));
        today = "2022-03-10";
        assertEquals(day("2022-03-10"), of(LAST).getIndexDay());
    }

    @Test
    public void shouldTellNoStatusAndWhyWhereTheDayThatStartsTheClockHasNotCome() {
        settings = TestOutcomes.settings().clock(ClockStart.ECROU_LIFTED).build();
        assertNone(NoIndex.CLOCK_NOT_STARTED, of(LAST));
        today = "2020-04-14";
        assertNone(NoIndex.CLOCK_NOT_STARTED, of(FIRST));
    }

    @Test
    public void shouldStartNoClockOfAReleaseWhoseDayNobodyChartedNorTakeTheNextOneForIt() {
        Release notCharted = Release.builder()
                .episode("not charted")
                .ecrouLifted(day("2019-04-15"))
                .endOfCare(day("2019-08-31"))
                .build();
        for (ClockStart clock : ClockStart.values()) {
            settings = TestOutcomes.settings().clock(clock).build();
            assertNone(NoIndex.CLOCK_NOT_STARTED, of(notCharted, LAST));
        }
        settings = TestOutcomes.settings().indexRelease(IndexRelease.LAST).build();
        assertEquals(day("2022-03-10"), of(notCharted, LAST).getIndexDay());
    }

    @Test
    public void shouldHaveEachYearToTheFifthAndTheEndOfCareForHorizonsLeapDaysOrNot() {
        assertEquals(
                List.of("2020-08-31", "2021-02-28", "2022-02-28", "2023-02-28", "2024-02-29", "2025-02-28"),
                of(FIRST).getHorizons().stream()
                        .map(horizon -> horizon.getDay().toString())
                        .collect(Collectors.toList()));
        assertTrue(of(FIRST).getHorizons().get(0).isEndOfCare());
    }

    @Test
    public void shouldHaveTheHorizonsThatTheSiteSets() {
        settings = TestOutcomes.settings().horizons(List.of(6, 18)).build();
        assertEquals(
                Arrays.asList(null, 6, 18),
                of(FIRST).getHorizons().stream()
                        .map(Horizon::getMonths)
                        .sorted((a, b) -> a == null ? -1 : 1)
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldHaveNoHorizonAtAnEndOfCareThatStartsTheClockOrLiesBefore() {
        settings = TestOutcomes.settings().clock(ClockStart.END_OF_CARE).build();
        assertTrue(of(FIRST).getHorizons().stream().noneMatch(Horizon::isEndOfCare));
    }

    @Test
    public void shouldCountByViolenceOnlyWhereTheSiteDefinesIt() {
        assertEquals(4, of(FIRST).getHorizons().get(0).getStatuses().size());
        settings = TestOutcomes.settings().violentDefinition(null).build();
        assertEquals(
                List.of(Counted.ANY_BY_FACTS, Counted.ANY_BY_CONVICTION),
                of(FIRST).getHorizons().get(0).getStatuses().stream()
                        .map(HorizonStatus::getCounted)
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldAskForACheckEachYearAtTheEndOfCareAndAfterTheLag() {
        assertEquals(
                List.of(
                        "END_OF_CARE 2020-08-31",
                        "YEARLY 2021-02-28",
                        "YEARLY 2022-02-28",
                        "YEARLY 2023-02-28",
                        "YEARLY 2024-02-29",
                        "YEARLY 2025-02-28",
                        "AFTER_LAG 2028-02-28"),
                due(of(FIRST)));
    }

    @Test
    public void shouldBeOverdueFromTheDayAfterAndDoneByACheckOnTheDayOrLater() {
        today = "2020-08-31";
        assertFalse(of(FIRST).getNextCheck().get().isOverdue());
        today = "2020-09-01";
        assertTrue(of(FIRST).getNextCheck().get().isOverdue());
        checks.add(registerFreeUntil("2020-08-30").build());
        assertTrue(of(FIRST).getNextCheck().get().isOverdue());
        checks.add(registerFreeUntil("2020-08-31")
                .source(OutcomeSource.VISIT)
                .uuid("a visit")
                .build());
        assertEquals("a visit", of(FIRST).getChecksDue().get(0).getDoneBy());
        assertEquals(day("2021-02-28"), of(FIRST).getNextCheck().get().getDay());
    }

    @Test
    public void shouldNotTakeACheckThatFoundNoInformationForOneThatWasDone() {
        checks.add(registerFreeUntil("2023-05-01")
                .result(FollowUpCheck.Result.NOT_FOUND)
                .coversUntil(null)
                .build());
        assertEquals(day("2020-08-31"), of(FIRST).getNextCheck().get().getDay());
        assertTrue(of(FIRST).getChecksDue().stream().allMatch(due -> due.getDoneBy() == null));
    }

    @Test
    public void shouldLetOneCheckDoForEveryDayBeforeIt() {
        checks.add(registerFreeUntil("2023-05-01").build());
        assertEquals(day("2024-02-29"), of(FIRST).getNextCheck().get().getDay());
    }

    @Test
    public void shouldAskASufficientSourceAfterTheLag() {
        today = "2029-01-01";
        checks.add(registerFreeUntil("2028-06-01").source(OutcomeSource.VISIT).build());
        assertEquals(CheckDue.Kind.AFTER_LAG, of(FIRST).getNextCheck().get().getKind());
        checks.add(registerFreeUntil("2028-02-28").build());
        assertFalse(of(FIRST).getNextCheck().isPresent());
    }

    @Test
    public void shouldNotLookForOneWhoIsDeadButOnceMoreAfterTheLag() {
        events.add(death("2022-01-15").build());
        assertEquals(List.of("END_OF_CARE 2020-08-31", "YEARLY 2021-02-28", "AFTER_LAG 2025-01-15"), due(of(FIRST)));
    }

    @Test
    public void shouldAskForNoCheckAfterALagThatIsNotSet() {
        settings = TestOutcomes.settings().convictionLagYears(null).build();
        assertEquals(6, of(FIRST).getChecksDue().size());
    }

    private FollowUp of(Release... releases) {
        return new FollowUpComposer(settings, day(today)).compose("somebody", List.of(releases), events, checks);
    }

    private static List<String> due(FollowUp followUp) {
        return followUp.getChecksDue().stream()
                .map(due -> due.getKind() + " " + due.getDay())
                .collect(Collectors.toList());
    }

    private static void assertNone(NoIndex reason, FollowUp followUp) {
        assertEquals(reason, followUp.getNoIndex());
        assertNull(followUp.getIndexDay());
        assertNull(followUp.getNow());
        assertEquals(List.of(), followUp.getHorizons());
        assertEquals(List.of(), followUp.getChecksDue());
    }
}
