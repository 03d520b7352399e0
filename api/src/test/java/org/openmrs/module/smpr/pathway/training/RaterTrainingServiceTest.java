/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.training;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Provider;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;

public class RaterTrainingServiceTest extends SmprContextTest {

    private Provider rater;

    @Before
    public void hire() {
        rater = TestPeople.rater();
    }

    @Test
    public void shouldKeepWhoWasTrainedInWhatWhenAndHowFar() {
        RaterTraining charted =
                service().saveTraining(input().note(" by its authors ").build());
        settle();

        RaterTraining read = service().getTraining(charted.getUuid()).get();
        assertEquals(rater.getUuid(), read.getRater().getUuid());
        assertEquals("Invented Rater", read.getRater().getName());
        assertEquals("SAPROF", read.getInstrument());
        assertEquals(LocalDate.parse("2025-03-31"), read.getDay());
        assertEquals(TrainingLevel.CERTIFIED, read.getTrainingLevel());
        assertEquals("by its authors", read.getNote());
        assertEquals(Context.getAuthenticatedUser(), read.getCreator());
        assertFalse(read.isVoided());
    }

    @Test
    public void shouldFindThemByRaterAndInstrumentTheLatestFirst() {
        String first = chart(input().build());
        String later = chart(input().date("2025-04-01").level("TRAINER").build());
        String capp = chart(input().instrument("CAPP").build());
        String other = chart(input().provider(TestPeople.rater().getUuid()).build());

        assertEquals(
                List.of(later, capp, first),
                found(RaterTrainingSearch.builder().provider(rater.getUuid()).build()));
        assertEquals(
                List.of(later, first),
                found(RaterTrainingSearch.builder()
                        .provider(rater.getUuid())
                        .instrument("SAPROF")
                        .build()));
        assertEquals(
                List.of(capp),
                found(RaterTrainingSearch.builder()
                        .provider(rater.getUuid())
                        .startIndex(1)
                        .limit(1)
                        .build()));
        assertTrue(found(RaterTrainingSearch.builder().instrument("SAPROF").build())
                .containsAll(List.of(other, later, first)));
        assertEquals(
                3,
                service()
                        .countTrainings(RaterTrainingSearch.builder()
                                .provider(rater.getUuid())
                                .limit(1)
                                .build()));
    }

    @Test
    public void shouldNameEveryFaultAtOnce() {
        assertEquals(
                List.of(
                        Fault.of("provider", "missing"),
                        Fault.of("instrument", "missing"),
                        Fault.of("date", "missing"),
                        Fault.of("level", "missing")),
                faults(RaterTrainingInput.builder().build()));
        assertEquals(
                List.of(
                        Fault.of("provider", "unknownRater"),
                        Fault.of("instrument", "unknownInstrument", "FOO"),
                        Fault.of("date", "inTheFuture"),
                        Fault.of("level", "notOneOf", "INTRODUCTION, COURSE, CERTIFIED, TRAINER"),
                        Fault.of("note", "tooLong", "1000"),
                        Fault.of("note", "unwritable")),
                faults(RaterTrainingInput.builder()
                        .provider("none")
                        .instrument("FOO")
                        .date(LocalDate.now().plusDays(1).toString())
                        .level("EXPERT")
                        .note(new String(new char[1000]).replace((char) 0, (char) 120) + "\u0001x")
                        .build()));
        assertEquals(
                List.of(Fault.of("date", "notADate")),
                faults(input().date("2025-02-30").build()));
    }

    @Test
    public void shouldVoidOneWithAReason() {
        RaterTraining charted = service().saveTraining(input().build());
        FaultsException refused =
                assertThrows(FaultsException.class, () -> service().deleteTraining(charted, " "));
        assertEquals(List.of(Fault.of("reason", "missing")), refused.getFaults());

        service().deleteTraining(charted, "of another");
        settle();
        assertEquals(
                List.of(),
                found(RaterTrainingSearch.builder().provider(rater.getUuid()).build()));
        assertEquals(
                List.of(charted.getUuid()),
                found(RaterTrainingSearch.builder()
                        .provider(rater.getUuid())
                        .includeVoided(true)
                        .build()));
        RaterTraining voided = service().getTraining(charted.getUuid()).get();
        assertEquals("of another", voided.getVoidReason());
        service().deleteTraining(voided, "again");
        settle();
        assertEquals(
                "of another", service().getTraining(charted.getUuid()).get().getVoidReason());
    }

    @Test
    public void shouldNotVoidWhatIsNotThere() {
        FaultsException refused =
                assertThrows(FaultsException.class, () -> service().deleteTraining(new RaterTraining(), "none"));
        assertEquals(List.of(Fault.of("uuid", "unknownTraining")), refused.getFaults());
    }

    @Test
    public void shouldBeReadByThoseWhoFollowCareAndWrittenByWhoeverManagesTheSettings() {
        String charted = chart(input().build());
        TestPeople.signInWith(List.of(), List.of());
        Context.addProxyPrivilege(SmprPrivileges.GET_PATHWAY);
        try {
            assertTrue(service().getTraining(charted).isPresent());
            assertThrows(APIAuthenticationException.class, () -> service().saveTraining(input().build()));
            assertThrows(APIAuthenticationException.class, () -> service().deleteTraining(new RaterTraining(), "none"));
        } finally {
            Context.removeProxyPrivilege(SmprPrivileges.GET_PATHWAY);
        }
    }

    @Test
    public void shouldBeReadByNobodyElse() {
        TestPeople.signInWith(List.of("SMPR: Auditor"), List.of());
        assertThrows(
                APIAuthenticationException.class,
                () -> service().getTrainings(RaterTrainingSearch.builder().build()));
    }

    private RaterTrainingInput.RaterTrainingInputBuilder input() {
        return RaterTrainingInput.builder()
                .provider(rater.getUuid())
                .instrument("SAPROF")
                .date("2025-03-31")
                .level("CERTIFIED");
    }

    private static String chart(RaterTrainingInput input) {
        String uuid = service().saveTraining(input).getUuid();
        settle();
        return uuid;
    }

    private static List<String> found(RaterTrainingSearch search) {
        return service().getTrainings(search).stream()
                .map(RaterTraining::getUuid)
                .collect(Collectors.toList());
    }

    private static List<Fault> faults(RaterTrainingInput input) {
        return assertThrows(FaultsException.class, () -> service().saveTraining(input))
                .getFaults();
    }

    private static void settle() {
        Context.flushSession();
        Context.clearSession();
    }

    private static RaterTrainingService service() {
        return Context.getService(RaterTrainingService.class);
    }
}
