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
import static org.openmrs.module.smpr.outcome.TestOutcomes.convicted;
import static org.openmrs.module.smpr.outcome.TestOutcomes.day;
import static org.openmrs.module.smpr.outcome.TestOutcomes.death;
import static org.openmrs.module.smpr.outcome.TestOutcomes.offence;
import static org.openmrs.module.smpr.outcome.TestOutcomes.registerFreeUntil;
import static org.openmrs.module.smpr.outcome.TestOutcomes.stay;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.FollowUpCheck.Result;
import org.openmrs.module.smpr.outcome.HorizonStatus.Note;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Answer;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Certainty;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Conviction;
import org.openmrs.module.smpr.outcome.OutcomeEvent.Kind;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.OutcomeSource;

/** A man who left on 10 March 2020, asked about at one year unless a test says otherwise; today is far later. */
public class StatusAtHorizonTest {

    private static final LocalDate INDEX = day("2020-03-10");

    private static final LocalDate ONE_YEAR = day("2021-03-10");

    private final List<OutcomeEvent> events = new ArrayList<>();

    private final List<FollowUpCheck> checks = new ArrayList<>();

    private OutcomeRegisterSettings settings = TestOutcomes.settings().build();

    private LocalDate today = day("2026-06-01");

    @Test
    public void shouldCountAnEventOnTheDayBeforeAndTheDayOfTheHorizonAndNotTheDayAfter() {
        assertEvent("2021-03-09", only(offence("2021-03-09")));
        assertEvent("2021-03-10", only(offence("2021-03-10")));
        assertNotKnownSince("2020-03-10", only(offence("2021-03-11")));
    }

    @Test
    public void shouldCountAnEventFromTheIndexDayOnAndNotTheDayBefore() {
        assertNotKnownSince("2020-03-10", only(offence("2020-03-09")));
        assertEvent("2020-03-10", only(offence("2020-03-10")));
        assertEvent("2020-03-11", only(offence("2020-03-11")));
    }

    @Test
    public void shouldCallHimFreeOnlyWhereASufficientSourceReachesTheHorizon() {
        assertNotKnownSince("2021-03-09", only(registerFreeUntil("2021-03-09")));
        assertEquals(Status.FREE_KNOWN, only(registerFreeUntil("2021-03-10")).getStatus());
        assertEquals(Status.FREE_KNOWN, only(registerFreeUntil("2021-03-11")).getStatus());
    }

    @Test
    public void shouldGoByWhatTheInformationReachesAndNotByTheDayOfTheCheck() {
        HorizonStatus status = only(registerFreeUntil("2021-06-01").coversUntil(day("2021-02-01")));

        assertNotKnownSince("2021-02-01", status);
        assertEquals(day("2021-02-01"), status.getKnownFreeUntil());
    }

    @Test
    public void shouldNotReachAHorizonBeforeItsDay() {
        today = day("2021-03-09");
        assertEquals(Status.NOT_YET_REACHED, at(ONE_YEAR).getStatus());
        today = day("2021-03-10");
        assertNotKnownSince("2020-03-10", at(ONE_YEAR));
        today = day("2021-03-11");
        assertNotKnownSince("2020-03-10", at(ONE_YEAR));
    }

    @Test
    public void shouldTellAnEventOfAHorizonThatIsStillToCome() {
        today = day("2020-06-01");
        assertEvent("2020-05-01", only(offence("2020-05-01")));
    }

    @Test
    public void shouldTellThatHeDiedOnTheDayBeforeAndTheDayOfTheHorizonAndNotTheDayAfter() {
        checks.add(registerFreeUntil("2021-03-10").build());
        assertDied("2021-03-09", only(death("2021-03-09")));
        assertDied("2021-03-10", only(death("2021-03-10")));
        assertEquals(Status.FREE_KNOWN, only(death("2021-03-11")).getStatus());
    }

    @Test
    public void shouldKnowOfTheDeadOnlyWhatASufficientSourceReaches() {
        events.add(death("2020-12-01").build());
        assertDiedNotKnown("2020-12-01", at(ONE_YEAR));
        assertDiedNotKnown("2020-12-01", only(registerFreeUntil("2020-11-30")));
        assertDiedNotKnown("2020-12-01", only(registerFreeUntil("2020-12-01").source(OutcomeSource.VISIT)));
        assertDied("2020-12-01", only(registerFreeUntil("2020-12-01")));
    }

    @Test
    public void shouldKnowOfOneWhoseDeathIsNotDatedOnlyWhereASourceReachesTheLastDayThatItCanHaveBeen() {
        events.add(death("2020-12").build());
        assertDiedNotKnown("2020-12-01", only(registerFreeUntil("2020-12-30")));
        assertDied("2020-12-01", only(registerFreeUntil("2020-12-31")));
    }

    /** Day 100, and he died on day 266: what is not known of the living is not known of the dead. */
    @Test
    public void shouldNotKnowOfOneWhoDiedAfterAPossibleOffence() {
        events.add(death("2020-12-01").build());
        checks.add(registerFreeUntil("2020-12-01").build());
        for (Certainty certainty : Arrays.asList(Certainty.PROBABLE, Certainty.UNSURE)) {
            HorizonStatus status = only(offence("2020-06-18").certainty(certainty));
            assertNotKnownSince("2020-06-17", status);
            assertTrue(status.getNotes().contains(Note.EVENT_UNCERTAIN));
        }
        assertDied("2020-12-01", only(offence("2020-12-02").certainty(Certainty.PROBABLE)));
        assertNotKnownSince("2020-03-10", only(registerFreeUntil("2021-01-01").result(Result.EVENT_KNOWN)));
    }

    @Test
    public void shouldTellTheEventOfOneWhoDiedAfterIt() {
        events.add(death("2020-08-01").build());
        assertEvent("2020-07-01", only(offence("2020-07-01")));
    }

    @Test
    public void shouldNotTakeSilenceForFreedom() {
        HorizonStatus status = at(ONE_YEAR);

        assertNotKnownSince("2020-03-10", status);
        assertNull(status.getKnownFreeUntil());
        assertNull(status.getNoEventKnownUntil());
    }

    @Test
    public void shouldKeepWhatAWeakSourceSaysApart() {
        HorizonStatus status = only(registerFreeUntil("2021-04-01").source(OutcomeSource.HIS_OWN_WORD));

        assertNotKnownSince("2020-03-10", status);
        assertEquals(day("2021-04-01"), status.getNoEventKnownUntil());
        assertNull(status.getKnownFreeUntil());
    }

    @Test
    public void shouldTakeTheSourcesThatTheSiteNamesForSufficient() {
        settings = TestOutcomes.settings()
                .sufficientSources(Set.of(OutcomeSource.SPIP))
                .build();
        assertNotKnownSince("2020-03-10", only(registerFreeUntil("2021-04-01")));
        assertEquals(
                Status.FREE_KNOWN,
                only(registerFreeUntil("2021-04-01").source(OutcomeSource.SPIP)).getStatus());
    }

    @Test
    public void shouldLeaveOutWhatIsVoided() {
        RegisterAudit voided = RegisterAudit.builder().voided(true).build();
        events.add(offence("2020-05-01").audit(voided).build());
        assertNotKnownSince("2020-03-10", only(registerFreeUntil("2021-04-01").audit(voided)));
    }

    @Test
    public void shouldGiveTheFirstOfSeveralEvents() {
        events.add(offence("2020-09-01").build());
        events.add(offence("2020-05-01").build());
        assertEvent("2020-05-01", only(offence("2020-07-01")));
    }

    @Test
    public void shouldSayFromWhenToWhenAnEventMayHaveBeenThatIsKnownToTheMonth() {
        HorizonStatus status = only(offence("2020-05"));

        assertEvent("2020-05-01", status);
        assertEquals(day("2020-05-31"), status.getLatestDay());
    }

    @Test
    public void shouldNeitherCountNorDenyAnEventOfAMonthThatTheHorizonIsIn() {
        checks.add(registerFreeUntil("2022-01-01").build());
        HorizonStatus status = only(offence("2021-03"));

        assertNotKnownSince("2021-02-28", status);
        assertEquals(Set.of(Note.EVENT_NOT_DATED), status.getNotes());
    }

    @Test
    public void shouldCountAnEventOfTheMonthOfTheHorizonThatWasLearnedOfBefore() {
        assertEvent("2021-03-01", only(offence("2021-03").informed(day("2021-03-08"))));
    }

    @Test
    public void shouldNeitherCountNorDenyAnEventOfTheMonthOrYearOfTheIndexDay() {
        checks.add(registerFreeUntil("2022-01-01").build());
        for (String date : List.of("2020-03", "2020")) {
            HorizonStatus status = only(offence(date));
            assertNotKnownSince("2020-03-10", status);
            assertTrue(status.getNotes().contains(Note.EVENT_NOT_DATED));
        }
    }

    @Test
    public void shouldNeitherCountNorDenyAnEventWithoutADate() {
        checks.add(registerFreeUntil("2022-01-01").build());
        HorizonStatus status = only(offence(null));

        assertNotKnownSince("2020-03-10", status);
        assertTrue(status.getNotes().contains(Note.EVENT_NOT_DATED));
    }

    @Test
    public void shouldKnowThatAnEventLearnedOfBeforeTheIndexDayIsNone() {
        checks.add(registerFreeUntil("2022-01-01").build());
        assertEquals(
                Status.FREE_KNOWN,
                only(offence(null).informed(day("2020-03-09"))).getStatus());
        assertEquals(Status.FREE_KNOWN, only(convicted(null, "2020-03-09")).getStatus());
    }

    @Test
    public void shouldNeitherCountNorDenyAnEventThatIsNotEstablished() {
        checks.add(registerFreeUntil("2022-01-01").build());
        for (Certainty certainty : List.of(Certainty.PROBABLE, Certainty.UNSURE)) {
            HorizonStatus status = only(offence("2020-07-01").certainty(certainty));
            assertNotKnownSince("2020-06-30", status);
            assertEquals(day("2020-06-30"), status.getKnownFreeUntil());
            assertEquals(Set.of(Note.EVENT_UNCERTAIN), status.getNotes());
        }
    }

    @Test
    public void shouldCallHimFreeAtAHorizonBeforeAnEventThatIsNotEstablished() {
        checks.add(registerFreeUntil("2022-01-01").build());
        HorizonStatus status = only(offence("2021-03-11").certainty(Certainty.UNSURE));

        assertEquals(Status.FREE_KNOWN, status.getStatus());
        assertEquals(Set.of(), status.getNotes());
    }

    @Test
    public void shouldLeaveOutAnOffenceThatNoConvictionCameOfAndSaySo() {
        checks.add(registerFreeUntil("2022-01-01").build());
        HorizonStatus status = only(offence("2020-07-01").conviction(Conviction.NONE));

        assertEquals(Status.FREE_KNOWN, status.getStatus());
        assertEquals(Set.of(Note.NO_CONVICTION_LEFT_OUT), status.getNotes());
    }

    @Test
    public void shouldCountByTheDayOfTheFinalConvictionWhereThatIsAskedFor() {
        events.add(convicted("2020-06-01", "2021-03-11").build());
        assertEvent("2020-06-01", at(ONE_YEAR));
        assertNotKnownSince("2020-03-10", at(ONE_YEAR, Counted.ANY_BY_CONVICTION));
        HorizonStatus dayAfter = at(day("2021-03-11"), Counted.ANY_BY_CONVICTION);
        assertEvent("2021-03-11", dayAfter);
        assertFalse(dayAfter.isProvisional());
    }

    @Test
    public void shouldNotCountAConvictionAfterReleaseForFactsBeforeIt() {
        events.add(convicted("2019-12-01", "2020-06-01").build());
        checks.add(registerFreeUntil("2022-01-01").build());
        assertEquals(Status.FREE_KNOWN, at(ONE_YEAR, Counted.ANY_BY_CONVICTION).getStatus());
    }

    @Test
    public void shouldNeitherCountNorDenyAConvictionForFactsThatMayLieBeforeRelease() {
        events.add(convicted(null, "2020-06-01").build());
        checks.add(registerFreeUntil("2022-01-01").build());
        HorizonStatus status = at(ONE_YEAR, Counted.ANY_BY_CONVICTION);

        assertNotKnownSince("2020-05-31", status);
        assertEquals(Set.of(Note.EVENT_NOT_DATED), status.getNotes());
    }

    @Test
    public void shouldNotCountByConvictionWhatIsNotFinalAndNotDenyWhatIsNotKnown() {
        checks.add(registerFreeUntil("2022-01-01").build());
        events.add(offence("2020-06-01").build());
        assertEquals(Status.FREE_KNOWN, at(ONE_YEAR, Counted.ANY_BY_CONVICTION).getStatus());
        events.add(offence("2020-07-01").conviction(Conviction.NOT_KNOWN).build());
        HorizonStatus status = at(ONE_YEAR, Counted.ANY_BY_CONVICTION);
        assertNotKnownSince("2020-06-30", status);
        assertEquals(Set.of(Note.CONVICTION_NOT_KNOWN), status.getNotes());
    }

    @Test
    public void shouldCountAsViolentOnlyWhatIsSoByTheDefinitionInForce() {
        checks.add(registerFreeUntil("2022-01-01").build());
        assertEvent("2020-06-01", violent(Answer.YES, TestOutcomes.DEFINITION));
        assertEquals(
                Status.FREE_KNOWN, violent(Answer.NO, TestOutcomes.DEFINITION).getStatus());
        for (HorizonStatus status : List.of(
                violent(Answer.NOT_KNOWN, null),
                violent(Answer.YES, "Another definition"),
                violent(Answer.NO, "Another definition"))) {
            assertNotKnownSince("2020-05-31", status);
            assertEquals(Set.of(Note.VIOLENCE_NOT_KNOWN), status.getNotes());
        }
    }

    @Test
    public void shouldLetACheckThatFoundAnEventTellOfNoOtherOneWhereThatIsRecorded() {
        events.add(offence("2021-04-01").build());
        checks.add(registerFreeUntil("2021-05-01").result(Result.EVENT_KNOWN).build());
        assertEquals(Status.FREE_KNOWN, at(ONE_YEAR).getStatus());
        assertEvent("2021-04-01", at(day("2021-04-01")));
    }

    @Test
    public void shouldNotTakeWhatHeWasAcquittedOfForTheOffenceThatACheckFoundLater() {
        events.add(offence("2020-06-01").conviction(Conviction.NONE).build());
        checks.add(registerFreeUntil("2024-04-01").result(Result.EVENT_KNOWN).build());
        for (Counted counted : Counted.values()) {
            HorizonStatus status = at(ONE_YEAR, counted);
            assertNotKnownSince("2020-03-10", status);
            assertNull(status.getKnownFreeUntil());
            assertTrue(status.getNotes().contains(Note.EVENT_NOT_RECORDED));
        }
    }

    @Test
    public void shouldNotTakeATheftForTheViolenceThatACheckMayHaveFoundLater() {
        events.add(convicted("2020-06-01", "2020-09-01")
                .violent(Answer.NO)
                .violentBy(TestOutcomes.DEFINITION)
                .build());
        checks.add(registerFreeUntil("2024-04-01").result(Result.EVENT_KNOWN).build());
        assertEvent("2020-06-01", at(ONE_YEAR));
        assertNotKnownSince("2020-03-10", at(ONE_YEAR, Counted.VIOLENT_BY_FACTS));
        assertNotKnownSince("2020-03-10", at(ONE_YEAR, Counted.VIOLENT_BY_CONVICTION));
    }

    @Test
    public void shouldNotTakeWhatIsNotYetConvictedForTheConvictionThatACheckMayHaveFound() {
        events.add(offence("2020-06-01").build());
        checks.add(registerFreeUntil("2021-04-01").result(Result.EVENT_KNOWN).build());
        assertEvent("2020-06-01", at(ONE_YEAR));
        assertNotKnownSince("2020-03-10", at(ONE_YEAR, Counted.ANY_BY_CONVICTION));
    }

    @Test
    public void shouldLetOneOffenceExplainOneCheckAlone() {
        events.add(offence("2021-04-01").build());
        checks.add(registerFreeUntil("2022-05-01").result(Result.EVENT_KNOWN).build());
        assertEquals(Status.FREE_KNOWN, at(ONE_YEAR).getStatus());
        checks.add(registerFreeUntil("2021-05-01").result(Result.EVENT_KNOWN).build());
        assertNotKnownSince("2020-03-10", at(ONE_YEAR));
        events.add(offence("2021-08-01").build());
        assertEquals(Status.FREE_KNOWN, at(ONE_YEAR).getStatus());
    }

    @Test
    public void shouldNotCallHimFreeWhereACheckFoundAnEventThatIsNotRecorded() {
        checks.add(registerFreeUntil("2022-01-01").build());
        HorizonStatus status =
                only(registerFreeUntil("2021-06-01").source(OutcomeSource.PRESS).result(Result.EVENT_KNOWN));

        assertNotKnownSince("2020-03-10", status);
        assertEquals(Set.of(Note.EVENT_NOT_RECORDED), status.getNotes());
    }

    @Test
    public void shouldNotLookSinceTheIndexDayForWhatACheckFoundBefore() {
        checks.add(registerFreeUntil("2022-01-01").build());
        assertEquals(
                Status.FREE_KNOWN,
                only(registerFreeUntil("2020-03-09").result(Result.EVENT_KNOWN)).getStatus());
        assertNotKnownSince("2020-03-10", only(registerFreeUntil("2020-03-10").result(Result.EVENT_KNOWN)));
    }

    @Test
    public void shouldNotTakeANewOffenceAfterACheckForTheOneThatItFound() {
        checks.add(registerFreeUntil("2021-06-01").result(Result.EVENT_KNOWN).build());
        events.add(offence("2021-06-02").build());
        assertTrue(at(ONE_YEAR).getNotes().contains(Note.EVENT_NOT_RECORDED));
    }

    @Test
    public void shouldLearnNothingWhereHeWasNotFound() {
        assertNotKnownSince(
                "2020-03-10",
                only(registerFreeUntil("2022-01-01").result(Result.NOT_FOUND).coversUntil(null)));
    }

    @Test
    public void shouldNotSayThatHeLivedOrDiedWhereADeathIsUncertain() {
        checks.add(registerFreeUntil("2022-01-01").build());
        for (OutcomeEvent.OutcomeEventBuilder death : List.of(
                death("2020-12-01").certainty(Certainty.PROBABLE),
                death("2020-12-01").certainty(Certainty.UNSURE))) {
            HorizonStatus status = only(death);
            assertNotKnownSince("2020-11-30", status);
            assertEquals(Set.of(Note.DEATH_UNCERTAIN), status.getNotes());
        }
        HorizonStatus status = only(death("2021-03"));
        assertNotKnownSince("2021-02-28", status);
        assertEquals(Set.of(Note.DEATH_UNCERTAIN), status.getNotes());
        assertNotKnownSince("2020-03-10", only(death(null)));
        assertDied("2020-03-10", only(death(null).informed(day("2021-01-01"))));
    }

    @Test
    public void shouldBeProvisionalUntilASufficientSourceReachesTheEndOfTheLag() {
        today = day("2024-06-01");
        assertTrue(only(registerFreeUntil("2024-03-09")).isProvisional());
        assertFalse(only(registerFreeUntil("2024-03-10")).isProvisional());
        assertFalse(only(registerFreeUntil("2024-03-11")).isProvisional());
        assertTrue(only(registerFreeUntil("2024-05-01").coversUntil(day("2024-03-09")))
                .isProvisional());
    }

    @Test
    public void shouldBeProvisionalWhereTheLagIsOverAndNobodyHasLookedSince() {
        assertTrue(only(registerFreeUntil("2021-04-01")).isProvisional());
    }

    @Test
    public void shouldCallNothingFinalWhereTheSiteHasSetNoLag() {
        settings = TestOutcomes.settings().convictionLagYears(null).build();
        for (HorizonStatus status : List.of(
                only(registerFreeUntil("2026-05-01")),
                only(convicted("2020-06-01", "2020-12-01")),
                only(death("2020-06-01")))) {
            assertTrue(status.isProvisional());
            assertEquals(Set.of(Note.LAG_NOT_SET), status.getNotes());
        }
    }

    @Test
    public void shouldCallAnEventFinalOnceItsConvictionIs() {
        assertTrue(only(offence("2020-06-01")).isProvisional());
        assertFalse(only(convicted("2020-06-01", "2024-06-01")).isProvisional());
    }

    @Test
    public void shouldLookForTheLagOfOneWhoDiedFromHisDeathOn() {
        events.add(death("2020-06-01").build());
        assertTrue(only(registerFreeUntil("2023-05-31")).isProvisional());
        assertFalse(only(registerFreeUntil("2023-06-01")).isProvisional());
    }

    @Test
    public void shouldCountDaysNotAtRiskOnceAndWithinTheWindowAlone() {
        events.add(stay(Kind.HOSPITALIZATION, "2020-01-01", "2020-03-11").build());
        events.add(stay(Kind.HOSPITALIZATION, "2020-05-01", "2020-05-10").build());
        events.add(stay(Kind.DETENTION_ON_OLDER_SENTENCE, "2020-05-08", "2020-05-20")
                .build());
        events.add(stay(Kind.HOSPITALIZATION, "2020-05-21", "2020-05-21").build());
        events.add(stay(Kind.DETENTION_ON_OLDER_SENTENCE, "2021-03-09", null).build());
        HorizonStatus status = at(ONE_YEAR);

        assertEquals(
                List.of(
                        new Span(day("2020-03-10"), day("2020-03-11")),
                        new Span(day("2020-05-01"), day("2020-05-21")),
                        new Span(day("2021-03-09"), day("2021-03-10"))),
                status.getNotAtRisk());
        assertEquals(25, status.getDaysNotAtRisk());
    }

    @Test
    public void shouldCountAnOpenStayUntilTodayOrHisDeath() {
        events.add(stay(Kind.HOSPITALIZATION, "2020-04-01", null).build());
        today = day("2020-04-03");
        assertEquals(3, at(ONE_YEAR).getDaysNotAtRisk());
        today = day("2026-06-01");
        assertEquals(2, only(death("2020-04-02")).getDaysNotAtRisk());
    }

    @Test
    public void shouldSayThatAStayIsNotEstablishedAndNotCountIt() {
        HorizonStatus status =
                only(stay(Kind.HOSPITALIZATION, "2020-04-01", "2020-04-30").certainty(Certainty.UNSURE));

        assertEquals(0, status.getDaysNotAtRisk());
        assertEquals(Set.of(Note.STAY_UNCERTAIN), status.getNotes());
    }

    @Test
    public void shouldSayDuringWhichDaysHeWasLost() {
        events.add(stay(Kind.LOSS, "2021-03-10", "2021-05-01").build());
        assertNull(at(day("2021-03-09")).getLostSince());
        assertEquals(day("2021-03-10"), at(day("2021-03-10")).getLostSince());
        assertEquals(day("2021-03-10"), at(day("2021-05-01")).getLostSince());
        assertNull(at(day("2021-05-02")).getLostSince());
    }

    @Test
    public void shouldLetARegisterTellOfOneWhoIsLost() {
        events.add(stay(Kind.LOSS, "2020-05-01", null).build());
        HorizonStatus status = only(registerFreeUntil("2021-04-01"));

        assertEquals(Status.FREE_KNOWN, status.getStatus());
        assertEquals(day("2020-05-01"), status.getLostSince());
    }

    /** @return what is known at one year with this event besides those there are */
    private HorizonStatus only(OutcomeEvent.OutcomeEventBuilder event) {
        List<OutcomeEvent> all = new ArrayList<>(events);
        all.add(event.build());
        return new StatusAtHorizon(INDEX, all, checks, settings, today).at(ONE_YEAR, Counted.ANY_BY_FACTS);
    }

    /** @return what is known at one year with this check besides those there are */
    private HorizonStatus only(FollowUpCheck.FollowUpCheckBuilder check) {
        List<FollowUpCheck> all = new ArrayList<>(checks);
        all.add(check.build());
        return new StatusAtHorizon(INDEX, events, all, settings, today).at(ONE_YEAR, Counted.ANY_BY_FACTS);
    }

    private HorizonStatus violent(Answer answer, String definition) {
        OutcomeEvent event =
                offence("2020-06-01").violent(answer).violentBy(definition).build();
        return new StatusAtHorizon(INDEX, List.of(event), checks, settings, today)
                .at(ONE_YEAR, Counted.VIOLENT_BY_FACTS);
    }

    private HorizonStatus at(LocalDate horizon) {
        return at(horizon, Counted.ANY_BY_FACTS);
    }

    private HorizonStatus at(LocalDate horizon, Counted counted) {
        return new StatusAtHorizon(INDEX, events, checks, settings, today).at(horizon, counted);
    }

    private static void assertEvent(String day, HorizonStatus status) {
        assertEquals(Status.EVENT, status.getStatus());
        assertEquals(day(day), status.getDay());
    }

    private static void assertDied(String day, HorizonStatus status) {
        assertEquals(Status.DIED, status.getStatus());
        assertEquals(day(day), status.getDay());
    }

    private static void assertDiedNotKnown(String day, HorizonStatus status) {
        assertEquals(Status.DIED_NOT_KNOWN, status.getStatus());
        assertEquals(day(day), status.getDay());
        assertTrue(status.isProvisional());
    }

    private static void assertNotKnownSince(String day, HorizonStatus status) {
        assertEquals(Status.NOT_KNOWN_SINCE, status.getStatus());
        assertEquals(day(day), status.getDay());
        assertTrue(status.isProvisional());
    }
}
