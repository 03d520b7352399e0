/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.pathway.place.TestPlaces.day;
import static org.openmrs.module.smpr.pathway.place.TestPlaces.span;
import static org.openmrs.module.smpr.pathway.place.TestPlaces.step;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.FaultsException;

public class PlacementServiceTest extends SmprContextTest {

    private TestPlaces places;

    private Unit unit;

    @Before
    public void setUp() {
        places = new TestPlaces(applicationContext, "2026-03-02");
        unit = places.unit(5);
    }

    @Test
    public void shouldGoFromTheWaitingListToTheEndOfTheStay() {
        Patient man = places.man();
        Placement placement = places.save(places.of(unit, man, PlacementStatus.WAITING)
                .priority(Priority.HIGH)
                .priorityReason("no home"));
        assertEquals(day("2026-03-02"), placement.getRequestedOn());

        places.today("2026-03-10");
        placement = places.save(step(placement, PlacementStatus.OFFERED).from(day("2026-03-14")));
        assertEquals(day("2026-09-14"), placement.getPlannedEnd());
        assertEquals(0, places.night(unit, "2026-03-14").getTaken());
        placement = places.save(step(placement, PlacementStatus.RESERVED));
        assertEquals(1, places.night(unit, "2026-03-14").getReserved());
        assertEquals(1, places.night(unit, "2026-09-13").getReserved());
        assertEquals(0, places.night(unit, "2026-09-14").getTaken());

        places.today("2026-03-14");
        placement = places.save(step(placement, PlacementStatus.ENTERED));
        assertEquals(day("2026-03-14"), placement.getEnteredOn());
        assertEquals(new NightOccupancy(day("2026-03-14"), 5, 1, 0, 0), places.night(unit, "2026-03-14"));

        places.today("2026-05-01");
        placement = places.save(step(placement, PlacementStatus.LEFT)
                .leftBecause(LeavingReason.REINCARCERATED)
                .reason("an older sentence"));
        assertEquals(day("2026-05-01"), placement.getLeftOn());
        assertEquals(LeavingReason.REINCARCERATED, placement.getLeftBecause());
        assertEquals("an older sentence", placement.getReason());
        assertEquals("no home", placement.getPriorityReason());
        assertEquals(1, places.night(unit, "2026-04-30").getLiving());
        assertEquals(0, places.night(unit, "2026-05-01").getTaken());
        assertEquals(man.getUuid(), placement.getPatient());
    }

    @Test
    public void shouldRefuseASixthPlacementInAFivePlaceUnitAndSayFromWhenOneIsFree() {
        for (String until : List.of("2026-09-14", "2026-08-01", "2026-09-14", "2026-09-14", "2026-07-01")) {
            places.reserve(unit, "2026-03-14", until);
        }

        PlaceConflictException conflict = places.conflict(
                places.of(unit, places.man(), PlacementStatus.RESERVED).from(day("2026-03-14")));

        assertEquals(PlaceConflictException.Kind.FULL, conflict.getKind());
        assertEquals(List.of(day("2026-03-14"), day("2026-07-01")), conflict.getArguments());
        assertEquals(Optional.of(day("2026-07-01")), conflict.getFreeFrom());
        assertEquals(5, places.night(unit, "2026-03-14").getTaken());
        places.reserve(unit, "2026-07-01", "2027-01-01");
    }

    @Test
    public void shouldFindThePlaceThatIsFreeForTheWholeStayAndNotForItsBeginning() {
        Unit one = places.unit(1);
        places.reserve(one, "2026-03-20", "2026-04-20");

        assertEquals(
                Optional.of(day("2026-04-20")),
                places.conflict(places.of(one, places.man(), PlacementStatus.RESERVED)
                                .from(day("2026-03-14")))
                        .getFreeFrom());
        places.reserve(one, "2026-03-14", "2026-03-20");
    }

    @Test
    public void shouldSayThatNoPlaceIsFreeWithinTheTimeThatIsSearched() {
        Unit one = places.unit(1);
        places.reserve(one, "2026-03-02", "2028-03-02");
        places.reserve(one, "2028-03-02", "2029-03-02");

        PlaceConflictException conflict = places.conflict(
                places.of(one, places.man(), PlacementStatus.RESERVED).from(day("2026-03-14")));
        assertEquals(PlaceConflictException.Kind.FULL_FOR_LONG, conflict.getKind());
        assertEquals(List.of(day("2026-03-14"), 24), conflict.getArguments());
        assertEquals(Optional.empty(), conflict.getFreeFrom());
    }

    @Test
    public void shouldNotRefuseAStayBecauseFreeNightsAreOfDifferentPlaces() {
        Unit two = places.unit(2);
        Placement first = places.reserve(two, "2026-03-02", "2026-03-05");
        places.reserve(two, "2026-03-02", "2026-03-09");
        places.reserve(two, "2026-03-09", "2026-03-12");
        places.reserve(two, "2026-03-05", "2026-03-07");
        assertEquals(1, places.night(two, "2026-03-07").getTaken());

        places.reserve(two, "2026-03-07", "2026-03-12");
        assertEquals(List.of(1, 2), places.bookedPlaces(two, "2026-03-10"));
        assertTrue(first.getFrom().equals(day("2026-03-02")));
    }

    @Test
    public void shouldRefuseAnOfferForWhichThereIsNoPlace() {
        Unit one = places.unit(1);
        places.reserve(one, "2026-03-14", "2026-09-14");
        Placement waiting = places.save(places.of(one, places.man(), PlacementStatus.WAITING));

        assertEquals(
                Optional.of(day("2026-09-14")),
                places.conflict(step(waiting, PlacementStatus.OFFERED).from(day("2026-04-01")))
                        .getFreeFrom());
        assertEquals(
                PlacementStatus.WAITING,
                places.placements.getPlacement(waiting.getUuid()).get().getStatus());
    }

    @Test
    public void shouldPromiseTheBedToWhoeverReservesFirst() {
        Unit one = places.unit(1);
        Placement hers = places.save(
                places.of(one, places.man(), PlacementStatus.OFFERED).from(day("2026-03-14")));
        Placement his = places.save(
                places.of(one, places.man(), PlacementStatus.OFFERED).from(day("2026-03-14")));
        places.save(step(his, PlacementStatus.RESERVED));

        assertEquals(
                PlaceConflictException.Kind.FULL,
                places.conflict(step(hers, PlacementStatus.RESERVED)).getKind());
    }

    @Test
    public void shouldFreeTheRemainingNightsOfOneWhoLeavesEarlyOrDeclines() {
        Unit one = places.unit(1);
        Placement staying = places.enter(one, "2026-03-02", "2026-09-02");
        places.today("2026-04-01");
        places.leave(staying, "2026-04-01");
        Placement next = places.reserve(one, "2026-04-01", "2026-10-01");
        places.save(step(next, PlacementStatus.DECLINED).reason("he goes to his sister"));

        assertEquals(0, places.night(one, "2026-04-01").getTaken());
        assertEquals(
                "he goes to his sister",
                places.placements.getPlacement(next.getUuid()).get().getReason());
        places.reserve(one, "2026-04-01", "2026-10-01");
    }

    @Test
    public void shouldMoveAReservationAndEnterEarlierOrLaterThanReserved() {
        Unit one = places.unit(1);
        Placement placement = places.reserve(one, "2026-03-14", "2026-09-14");
        placement = places.save(step(placement, PlacementStatus.RESERVED).from(day("2026-03-20")));
        assertEquals(day("2026-09-20"), placement.getPlannedEnd());
        assertEquals(0, places.night(one, "2026-03-19").getTaken());

        places.today("2026-03-10");
        placement = places.save(step(placement, PlacementStatus.ENTERED));
        assertEquals(1, places.night(one, "2026-03-10").getLiving());
        assertEquals(day("2026-09-20"), placement.getPlannedEnd());
        placement = places.save(step(placement, PlacementStatus.ENTERED).enteredOn(day("2026-03-08")));
        assertEquals(1, places.night(one, "2026-03-08").getLiving());
    }

    @Test
    public void shouldGiveBackTheNightsThatPassedBeforeHeCame() {
        Unit one = places.unit(1);
        Placement late = places.reserve(one, "2026-03-02", "2026-09-02");
        places.today("2026-03-05");
        assertEquals(0, places.night(one, "2026-03-04").getTaken());
        assertEquals(1, places.night(one, "2026-03-05").getReserved());

        places.save(step(late, PlacementStatus.ENTERED));
        assertEquals(List.of(), places.bookedPlaces(one, "2026-03-04"));
        assertEquals(1, places.night(one, "2026-03-05").getLiving());
    }

    @Test
    public void shouldExtendAStayWhereTheNightsAreFreeAndElseSayWhenTheNextPlaceFrees() {
        Unit one = places.unit(1);
        Placement staying = places.enter(one, "2026-03-02", "2026-09-02");
        staying = places.save(step(staying, PlacementStatus.ENTERED).plannedEnd(day("2026-10-02")));
        assertEquals(day("2026-10-02"), staying.getPlannedEnd());
        places.reserve(one, "2026-11-01", "2027-02-01");

        PlaceConflictException conflict = places.conflict(step(staying, null).plannedEnd(day("2026-12-01")));
        assertEquals(PlaceConflictException.Kind.NO_EXTENSION, conflict.getKind());
        assertEquals(List.of(day("2026-11-01"), day("2027-02-01")), conflict.getArguments());
        places.save(step(staying, null).plannedEnd(day("2026-11-01")));
        assertEquals(1, places.night(one, "2026-10-31").getTaken());
        places.save(step(staying, null).plannedEnd(day("2026-04-01")));
        assertEquals(0, places.night(one, "2026-10-31").getTaken());
    }

    @Test
    public void shouldCountOneWhoStaysOnUntilTodayAndRefuseToLetAnotherInWhileAllAreThere() {
        Unit two = places.unit(2);
        Placement overstaying = places.enter(two, "2026-03-02", "2026-04-02");
        places.enter(two, "2026-03-02", "2026-09-02");
        Placement next = places.reserve(two, "2026-04-02", "2026-10-02");
        places.today("2026-04-04");

        assertTrue(places.placements.getPlacement(overstaying.getUuid()).get().isOverstaying());
        assertEquals(new NightOccupancy(day("2026-04-04"), 2, 1, 1, 1), places.night(two, "2026-04-04"));
        assertEquals(new NightOccupancy(day("2026-04-05"), 2, 1, 0, 1), places.night(two, "2026-04-05"));
        PlaceConflictException conflict = places.conflict(step(next, PlacementStatus.ENTERED));
        assertEquals(PlaceConflictException.Kind.NOBODY_LEFT, conflict.getKind());
        assertEquals(Optional.of(day("2026-04-05")), conflict.getFreeFrom());

        overstaying = places.leave(overstaying, "2026-04-04");
        places.save(step(next, PlacementStatus.ENTERED));
        assertEquals(new NightOccupancy(day("2026-04-03"), 2, 1, 1, 0), places.night(two, "2026-04-03"));
        assertEquals(new NightOccupancy(day("2026-04-04"), 2, 2, 0, 0), places.night(two, "2026-04-04"));
        assertFalse(overstaying.isOverstaying());
    }

    @Test
    public void shouldExtendTheStayOfOneWhoStaysOnWithTheNightsThatHavePassed() {
        Unit one = places.unit(1);
        Placement staying = places.enter(one, "2026-03-02", "2026-04-02");
        Placement promised = places.reserve(one, "2026-04-02", "2026-04-20");
        places.today("2026-04-10");
        assertEquals(
                PlaceConflictException.Kind.NO_EXTENSION,
                places.conflict(step(staying, null).plannedEnd(day("2026-05-02")))
                        .getKind());
        places.save(step(promised, PlacementStatus.WITHDRAWN).reason("hospital"));

        Placement extended = places.save(step(staying, null).plannedEnd(day("2026-05-02")));
        assertFalse(extended.isOverstaying());
        assertEquals(1, places.night(one, "2026-04-05").getLiving());
    }

    @Test
    public void shouldFreeNoPlaceTonightWhereOneStaysOn() {
        Unit one = places.unit(1);
        places.enter(one, "2026-03-02", "2026-04-02");
        places.today("2026-04-04");

        assertEquals(
                Optional.of(day("2026-04-05")),
                places.units.getUnit(one.getUuid(), null).get().getFreeFrom());
        assertEquals(
                Optional.of(day("2026-04-05")),
                places.conflict(places.of(one, places.man(), PlacementStatus.RESERVED)
                                .from(day("2026-04-04")))
                        .getFreeFrom());
        places.reserve(one, "2026-04-05", "2026-10-05");
    }

    @Test
    public void shouldChartAStayThatIsOverBesideThoseWhoLiveThereNow() {
        Unit one = places.unit(1);
        places.enter(one, "2026-01-10", "2026-07-10");
        PlacementInput.PlacementInputBuilder past = places.of(one, places.man(), PlacementStatus.LEFT)
                .enteredOn(day("2025-07-01"))
                .leftOn(day("2026-01-10"))
                .plannedEnd(day("2026-01-01"))
                .leftBecause(LeavingReason.PLANNED_END);

        Placement charted = places.save(past);
        assertEquals(day("2025-07-01"), charted.getRequestedOn());
        assertEquals(new NightOccupancy(day("2025-12-31"), 1, 1, 0, 0), places.night(one, "2025-12-31"));
        assertEquals(new NightOccupancy(day("2026-01-09"), 1, 0, 1, 0), places.night(one, "2026-01-09"));
        assertEquals(
                PlaceConflictException.Kind.NOBODY_LEFT,
                places.conflict(past.patient(places.man().getUuid()).leftOn(day("2026-01-11")))
                        .getKind());
    }

    @Test
    public void shouldHaveOneOpenPlacementAPerson() {
        Patient man = places.man();
        Placement waiting = places.save(places.of(unit, man, PlacementStatus.WAITING));
        Unit other = places.unit(3);

        assertEquals(
                PlaceConflictException.Kind.ALREADY_OPEN,
                places.conflict(places.of(other, man, PlacementStatus.WAITING)).getKind());
        places.save(step(waiting, PlacementStatus.WITHDRAWN).reason("he goes home"));
        places.save(places.of(other, man, PlacementStatus.WAITING));
    }

    @Test
    public void shouldTakeNobodyOutsideOfPostPrisonCare() {
        Patient man = TestPeople.patient();
        assertEquals(
                Map.of("status", List.of("notInCare")), places.faults(places.of(unit, man, PlacementStatus.WAITING)));
        TestPathwayDays.in(applicationContext).from(man, "2026-03-02", CareOnDay.BEFORE_RELEASE);
        Placement placement =
                places.save(places.of(unit, man, PlacementStatus.RESERVED).from(day("2026-03-14")));
        TestPathwayDays.in(applicationContext).from(man, "2026-03-15", CareOnDay.IN_APC);

        places.today("2026-03-15");
        assertEquals(
                Map.of("enteredOn", List.of("beforeRelease")),
                places.faults(step(placement, PlacementStatus.ENTERED).enteredOn(day("2026-03-14"))));
        placement = places.save(step(placement, PlacementStatus.ENTERED).enteredOn(day("2026-03-15")));
        TestPathwayDays.in(applicationContext).from(man, "2026-04-15", CareOnDay.AFTER_CARE);
        places.today("2026-04-15");
        places.leave(placement, "2026-04-15");
        assertEquals(
                Map.of("status", List.of("careEnded")),
                places.faults(places.of(unit, man, PlacementStatus.OFFERED).from(day("2026-05-01"))));
        assertEquals(
                Map.of("enteredOn", List.of("careEnded")),
                places.faults(places.of(unit, man, PlacementStatus.ENTERED)));
    }

    @Test
    public void shouldNameEveryFaultAtOnce() {
        assertEquals(
                Map.of("patient", List.of("unknownPatient"), "unit", List.of("missing"), "status", List.of("missing")),
                places.faults(PlacementInput.builder().patient("nobody")));
        assertEquals(
                Map.of(
                        "unit", List.of("unknownUnit"),
                        "patient", List.of("missing"),
                        "priorityReason", List.of("missing"),
                        "requestedOn", List.of("inTheFuture"),
                        "from", List.of("notWithStatus")),
                places.faults(PlacementInput.builder()
                        .unit("none")
                        .status(PlacementStatus.WAITING)
                        .priority(Priority.URGENT)
                        .requestedOn(day("2026-03-03"))
                        .from(day("2026-03-14"))));
        assertEquals(
                Map.of("from", List.of("missing")),
                places.faults(places.of(unit, places.man(), PlacementStatus.RESERVED)));
        assertEquals(
                Map.of("plannedEnd", List.of("endNotAfterStart")),
                places.faults(places.of(unit, places.man(), PlacementStatus.RESERVED)
                        .from(day("2026-03-14"))
                        .plannedEnd(day("2026-03-14"))));
        assertEquals(
                Map.of("plannedEnd", List.of("tooManyNights")),
                places.faults(places.of(unit, places.man(), PlacementStatus.RESERVED)
                        .from(day("2026-03-14"))
                        .plannedEnd(day("2028-03-15"))));
        assertEquals(
                Map.of("leftOn", List.of("tooEarly"), "leftBecause", List.of("missing")),
                places.faults(step(places.enter(unit, "2026-03-02", "2026-09-02"), PlacementStatus.LEFT)
                        .leftOn(day("2026-03-01"))));
        assertEquals(
                Map.of("reason", List.of("missing"), "endedOn", List.of("inTheFuture")),
                places.faults(step(places.reserve(unit, "2026-03-02", "2026-09-02"), PlacementStatus.DECLINED)
                        .reason(" ")
                        .endedOn(day("2026-03-03"))));
    }

    @Test
    public void shouldStayWithItsPersonAndItsUnit() {
        Placement waiting = places.save(places.of(unit, places.man(), PlacementStatus.WAITING));

        assertEquals(
                Map.of("patient", List.of("otherPatient"), "unit", List.of("otherUnit")),
                places.faults(step(waiting, null)
                        .patient(places.man().getUuid())
                        .unit(places.unit(2).getUuid())));
        assertEquals(
                Map.of("uuid", List.of("unknownPlacement")),
                places.faults(PlacementInput.builder().uuid("none").status(PlacementStatus.WAITING)));
    }

    @Test
    public void shouldBeGivenToTheRecordThatItsPersonsWasMergedInto() throws Exception {
        Patient man = places.man();
        Patient same = places.man();
        Placement waiting = places.save(places.of(unit, man, PlacementStatus.WAITING));
        Context.getPatientService()
                .mergePatients(
                        Context.getPatientService().getPatientByUuid(same.getUuid()),
                        Context.getPatientService().getPatientByUuid(man.getUuid()));
        Context.flushSession();
        Context.clearSession();

        Placement read = places.placements.getPlacement(waiting.getUuid()).get();
        assertEquals(man.getUuid(), read.getPatient());
        assertTrue(read.isPatientVoided());
        assertEquals(List.of(), uuids(PlacementSearch.builder().patient(same.getUuid())));

        places.save(step(waiting, null).patient(same.getUuid()));
        assertEquals(List.of(waiting.getUuid()), uuids(PlacementSearch.builder().patient(same.getUuid())));
    }

    @Test
    public void shouldListThoseWhoWaitByPriorityAndThenByTheDayOfTheirRequest() {
        String second = wait(Priority.NORMAL, "2026-02-01");
        String third = wait(Priority.NORMAL, "2026-02-15");
        String first = wait(Priority.URGENT, "2026-03-01");
        places.reserve(unit, "2026-03-14", "2026-09-14");
        PlacementSearch.PlacementSearchBuilder waiting =
                PlacementSearch.builder().unit(unit.getUuid()).statuses(List.of(PlacementStatus.WAITING));

        assertEquals(List.of(first, second, third), uuids(waiting));
        assertEquals(3, places.placements.countPlacements(waiting.build()));
        assertEquals(List.of(second), uuids(waiting.startIndex(1).limit(1)));
        assertEquals(4, uuids(PlacementSearch.builder().unit(unit.getUuid())).size());
    }

    private String wait(Priority priority, String requestedOn) {
        return places.save(places.of(unit, places.man(), PlacementStatus.WAITING)
                        .requestedOn(day(requestedOn))
                        .priority(priority)
                        .priorityReason(priority == Priority.NORMAL ? null : "no home"))
                .getUuid();
    }

    @Test
    public void shouldChangeThePriorityOfOneWhoWaits() {
        Placement waiting = places.save(places.of(unit, places.man(), PlacementStatus.WAITING));
        waiting = places.save(step(waiting, null).priority(Priority.URGENT).priorityReason("leaves in a week"));
        assertEquals(Priority.URGENT, waiting.getPriority());
        waiting = places.save(step(waiting, null).priority(Priority.NORMAL));
        assertNull(waiting.getPriorityReason());
    }

    @Test
    public void shouldRefuseAChangeOfWhatHasChangedMeanwhile() {
        Placement waiting = places.save(places.of(unit, places.man(), PlacementStatus.WAITING));
        Placement changed = places.save(step(waiting, null).version(waiting.getVersion()));

        assertThrows(
                ChangedMeanwhileException.class,
                () -> places.save(
                        step(waiting, PlacementStatus.WITHDRAWN).reason("late").version(waiting.getVersion())));
        places.save(step(changed, null).version(changed.getVersion()));
    }

    @Test
    public void shouldTellWhoChartedAndChangedIt() {
        Placement waiting = places.save(places.of(unit, places.man(), PlacementStatus.WAITING));
        assertEquals(
                Context.getAuthenticatedUser().getUsername(), waiting.getAudit().getCreator());
        assertNull(waiting.getAudit().getChangedBy());

        Placement changed = places.save(step(waiting, null).priority(Priority.NORMAL));
        assertEquals(
                Context.getAuthenticatedUser().getUsername(), changed.getAudit().getChangedBy());
        assertEquals(
                Instant.parse("2026-03-02T12:00:00Z").toEpochMilli(),
                changed.getAudit().getDateChanged().getTime());
    }

    @Test
    public void shouldGiveItsNightsBackWhenItIsVoided() {
        Patient man = places.man();
        Placement reserved =
                places.save(places.of(unit, man, PlacementStatus.RESERVED).from(day("2026-03-14")));
        assertThrows(FaultsException.class, () -> places.placements.deletePlacement(reserved, " "));

        places.placements.deletePlacement(reserved, "the wrong man");
        places.placements.deletePlacement(reserved, "once more");

        Placement voided = places.placements.getPlacement(reserved.getUuid()).get();
        assertTrue(voided.isVoided());
        assertEquals("the wrong man", voided.getAudit().getReason());
        assertEquals(0, places.night(unit, "2026-03-14").getTaken());
        assertEquals(List.of(), uuids(PlacementSearch.builder().patient(man.getUuid())));
        assertEquals(
                1,
                uuids(PlacementSearch.builder().patient(man.getUuid()).includeVoided(true))
                        .size());
        places.save(places.of(unit, man, PlacementStatus.WAITING));
        assertEquals(
                Map.of("uuid", List.of("unknownPlacement")), places.faults(step(reserved, PlacementStatus.ENTERED)));
    }

    @Test
    public void shouldTellTheStaysOfManyInOneStatement() {
        Patient man = places.man();
        places.leave(
                places.save(places.of(unit, man, PlacementStatus.ENTERED).enteredOn(day("2025-11-01"))), "2025-12-01");
        places.save(places.of(unit, man, PlacementStatus.ENTERED).enteredOn(day("2026-03-01")));
        Patient waiting = places.man();
        places.save(places.of(unit, waiting, PlacementStatus.WAITING));
        Stays stays = applicationContext.getBean(Stays.class);
        SessionFactory factory = applicationContext.getBean("sessionFactory", SessionFactory.class);
        factory.getStatistics().setStatisticsEnabled(true);
        factory.getStatistics().clear();

        assertEquals(
                Map.of(
                        man.getUuid(),
                        List.of(new Stay(day("2025-11-01"), day("2025-12-01")), new Stay(day("2026-03-01"), null))),
                stays.of(List.of(man.getUuid(), waiting.getUuid())));
        assertEquals(1, factory.getStatistics().getPrepareStatementCount());
    }

    @Test
    public void shouldTakeTodayForTheDayOfTheSiteAndNightsForNightsAcrossAChangeOfClocks() {
        check("Europe/Paris", "2026-03-28T23:30:00Z", "2026-03-29");
        check("Europe/Paris", "2026-10-24T22:30:00Z", "2026-10-25");
        check("Europe/Paris", "2026-10-25T22:30:00Z", "2026-10-25");
        // There the day of the change has no midnight.
        check("Asia/Beirut", "2026-03-28T22:30:00Z", "2026-03-29");
    }

    private void check(String zone, String now, String today) {
        places.now(Instant.parse(now), ZoneId.of(zone));
        Unit one = places.unit(1);
        String tomorrow = day(today).plusDays(1).toString();
        Placement placement = places.save(
                places.of(one, places.man(), PlacementStatus.ENTERED).plannedEnd(day(tomorrow)));
        assertEquals(zone, day(today), placement.getEnteredOn());
        assertEquals(zone, day(tomorrow), placement.getPlannedEnd());
        assertEquals(zone, 1, places.night(one, today).getLiving());
        assertEquals(zone, 0, places.night(one, tomorrow).getTaken());
        assertEquals(zone, List.of(1), places.bookedPlaces(one, today));
        assertEquals(
                zone,
                Optional.of(day(tomorrow)),
                places.units.getUnit(one.getUuid(), span(today, tomorrow)).get().getFreeForSpan());
    }

    private List<String> uuids(PlacementSearch.PlacementSearchBuilder search) {
        return places.placements.getPlacements(search.build()).stream()
                .map(Placement::getUuid)
                .collect(Collectors.toList());
    }
}
