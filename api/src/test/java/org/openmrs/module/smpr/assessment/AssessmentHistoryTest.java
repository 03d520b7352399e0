/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.EncounterType;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.metadata.StableUuid;

/** What became of an assessment since it was first charted: who changed what, when and why. */
public class AssessmentHistoryTest extends SmprContextTest {

    private static final String DAY = "2026-03-01";

    private AssessmentService service;

    private Patient patient;

    @Before
    public void setUp() {
        service = Context.getService(AssessmentService.class);
        patient = TestPeople.patient();
    }

    @Test
    public void shouldTellNothingOfWhatWasOnlyCharted() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        assertEquals(List.of(), history(charted));
        assertFalse(charted.isAmended());
    }

    @Test
    public void shouldTellWhatWasChangedAddedAndTakenAway() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY)
                .with("windowStart", "2025-09-01")
                .with("marks.key", List.of("05", "11")));
        TestAssessments.tenMinutesPass(charted);
        Assessment amended = save(TestAssessments.amendmentOf(charted)
                .reason("heard of it since")
                .with("ratings.05", "2")
                .with("windowStart", null)
                .with("horizon", 6)
                .with("marks.goal", List.of("06"))
                .with("marks.key", List.of("11", "12")));
        assertTrue(amended.isAmended());
        assertEquals(
                List.of("heard of it since: windowStart [2025-09-01] → [], horizon [12.0] → [6.0], 05 [1] → [2],"
                        + " key [05, 11] → [11, 12], goal [] → [06]"),
                history(amended));
    }

    @Test
    public void shouldTellWhoAndWhen() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        TestAssessments.tenMinutesPass(charted);
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());
        long before = System.currentTimeMillis();
        save(TestAssessments.amendmentOf(charted).with("ratings.05", "2"));
        List<Amendment> history = service.getHistory(charted);
        assertEquals(1, history.size());
        assertEquals(name(Context.getAuthenticatedUser()), history.get(0).getBy());
        long told = history.get(0).getDate().getTime();
        // Databases may keep seconds only.
        assertTrue(before - 1000 <= told && told <= System.currentTimeMillis());
        assertFalse(history.get(0).isOfDraft());
    }

    @Test
    public void shouldTellSeveralAmendmentsInOrder() {
        Assessment charted = save(TestAssessments.hcr20(patient, DAY));
        for (String presence : List.of("Y", "P", "Y")) {
            TestAssessments.tenMinutesPass(charted);
            save(TestAssessments.amendmentOf(charted).reason("now " + presence).with("ratings.C1.presence", presence));
        }
        assertEquals(
                List.of("now Y: C1.presence [P] → [Y]", "now P: C1.presence [Y] → [P]", "now Y: C1.presence [P] → [Y]"),
                history(charted));
    }

    @Test
    public void shouldTellAnAmendmentThatOnlyAddsAndOneThatOnlyTakesAway() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        TestAssessments.tenMinutesPass(charted);
        save(TestAssessments.amendmentOf(charted).reason("more").with("marks.key", List.of("03")));
        TestAssessments.tenMinutesPass(charted);
        save(TestAssessments.amendmentOf(charted).reason("less").with("marks.key", null));
        assertEquals(List.of("more: key [] → [03]", "less: key [03] → []"), history(charted));
    }

    @Test
    public void shouldTellTheReasonOfAnAmendmentThatChangesNoAnswer() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        TestAssessments.tenMinutesPass(charted);
        save(TestAssessments.amendmentOf(charted).reason("made the day after").date("2026-03-02"));
        assertEquals(List.of("made the day after:"), history(charted));
    }

    @Test
    public void shouldTellTheChangesOfADraftApart() {
        Assessment draft = save(TestAssessments.capp(patient, DAY).with("status", "DRAFT"));
        TestAssessments.tenMinutesPass(draft);
        save(TestAssessments.amendmentOf(draft).reason(null).with("ratings.A1", "4"));
        TestAssessments.tenMinutesPass(draft);
        Assessment complete =
                save(TestAssessments.amendmentOf(draft).reason(null).with("status", "COMPLETE"));
        assertFalse(complete.isAmended());
        TestAssessments.tenMinutesPass(draft);
        Assessment amended = save(TestAssessments.amendmentOf(draft).with("ratings.A1", "5"));
        assertTrue(amended.isAmended());
        assertEquals(
                List.of(
                        "null: A1 [3] → [4]",
                        "null: status [DRAFT] → [COMPLETE]",
                        TestAssessments.REASON + ": A1 [4] → [5]"),
                history(draft));
        assertEquals(
                List.of(true, true, false),
                service.getHistory(draft).stream().map(Amendment::isOfDraft).collect(Collectors.toList()));
    }

    @Test
    public void shouldTellAnAmendmentMadeRightAfterTheCharting() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        // Databases that keep seconds only do not tell saves of one second apart.
        pause(1100);
        save(TestAssessments.amendmentOf(charted).reason("at once").with("ratings.05", "2"));
        assertEquals(List.of("at once: 05 [1] → [2]"), history(charted));
    }

    @Test
    public void shouldTellWhatTheObsServiceChanged() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        TestAssessments.tenMinutesPass(charted);
        Concept rating = concept("SAPROF.rating.2");
        Obs obs = obs(charted, "SAPROF.05");
        obs.setValueCoded(rating);
        Context.getObsService().saveObs(obs, "mistyped");
        TestAssessments.tenMinutesPass(charted);
        assertEquals(List.of("mistyped: 05 [1] → [2]"), history(charted));
        Assessment read = read(charted);
        assertTrue(read.isAmended());
        assertEquals(List.of("2"), read.values("05"));

        Context.getObsService().voidObs(obs(charted, "SAPROF.06"), "of another man");
        Context.flushSession();
        assertEquals(List.of("mistyped: 05 [1] → [2]", "of another man: 06 [1] → []"), history(charted));
    }

    @Test
    public void shouldTellWhatTheEncounterServiceChanged() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        TestAssessments.tenMinutesPass(charted);
        Encounter encounter = encounter(charted);
        Concept rating = concept("SAPROF.rating.0");
        obs(charted, "SAPROF.05").setValueCoded(rating);
        Context.getEncounterService().saveEncounter(encounter);
        Context.flushSession();
        Context.clearSession();
        List<Amendment> history = service.getHistory(charted);
        assertEquals(1, history.size());
        assertEquals("05 [1] → [0]", changes(history.get(0)));
        assertFalse(history.get(0).isOfDraft());
        assertTrue(read(charted).isAmended());
    }

    @Test
    public void shouldTellWhatTheEncounterServiceAdded() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        TestAssessments.tenMinutesPass(charted);
        Encounter encounter = encounter(charted);
        Obs obs = new Obs();
        obs.setPerson(encounter.getPatient());
        obs.setConcept(concept("SAPROF.key"));
        obs.setValueCoded(concept("SAPROF.03"));
        encounter.addObs(obs);
        Context.getEncounterService().saveEncounter(encounter);
        Context.flushSession();
        assertEquals(List.of("null: key [] → [03]"), history(charted));
        assertTrue(read(charted).isAmended());
    }

    @Test
    public void shouldNotTakeADraftCompletedThroughThePlatformForAmended() {
        Assessment draft = save(TestAssessments.saprof(patient, DAY).with("status", "DRAFT"));
        TestAssessments.tenMinutesPass(draft);
        Encounter encounter = encounter(draft);
        Concept complete = concept("ASSESSMENT.status.COMPLETE");
        Concept rating = concept("SAPROF.rating.2");
        Obs status = obs(draft, "ASSESSMENT.status");
        Obs rated = obs(draft, "SAPROF.05");
        status.setValueCoded(complete);
        rated.setValueCoded(rating);
        Context.getEncounterService().saveEncounter(encounter);
        Context.flushSession();
        Context.clearSession();
        assertTrue(read(draft).isComplete());
        assertFalse(read(draft).isAmended());
        assertEquals(
                "status [DRAFT] → [COMPLETE], 05 [1] → [2]",
                changes(service.getHistory(draft).get(0)));
        assertTrue(service.getHistory(draft).get(0).isOfDraft());
    }

    @Test
    public void shouldTellTheSameOfWhatIsVoidedAndBroughtBack() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        TestAssessments.tenMinutesPass(charted);
        save(TestAssessments.amendmentOf(charted).reason("better known").with("ratings.05", "2"));
        TestAssessments.tenMinutesPass(charted);
        List<String> expected = List.of("better known: 05 [1] → [2]");
        service.deleteAssessment(charted, "of another man");
        Context.flushSession();
        assertEquals(expected, history(charted));
        assertTrue(read(charted).isAmended());
        TestAssessments.tenMinutesPass(charted);
        service.undeleteAssessment(charted);
        assertEquals(expected, history(charted));
        assertEquals(List.of("2"), read(charted).values("05"));
        TestAssessments.tenMinutesPass(charted);
        save(TestAssessments.amendmentOf(charted).reason("again").with("ratings.05", "0"));
        assertEquals(List.of(expected.get(0), "again: 05 [2] → [0]"), history(charted));
    }

    @Test
    public void shouldNotTakeVoidingAndBringingBackForAnAmendment() {
        Assessment charted = save(TestAssessments.hcr20(patient, DAY));
        TestAssessments.tenMinutesPass(charted);
        service.deleteAssessment(charted, "of another man");
        Context.flushSession();
        assertFalse(read(charted).isAmended());
        TestAssessments.tenMinutesPass(charted);
        assertFalse(service.undeleteAssessment(charted).isAmended());
        assertEquals(List.of(), history(charted));
    }

    @Test
    public void shouldTellNothingToWhoeverMayNotReadIt() {
        Assessment charted = save(TestAssessments.saprof(patient, DAY));
        TestAssessments.tenMinutesPass(charted);
        save(TestAssessments.amendmentOf(charted).with("ratings.05", "2"));
        EncounterType type = encounter(charted).getEncounterType();
        type.setViewPrivilege(Context.getUserService().getPrivilege(SmprPrivileges.PURGE_ASSESSMENTS));
        Context.getEncounterService().saveEncounterType(type);
        Context.flushSession();
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertEquals(List.of(), service.getHistory(charted));
        Context.logout();
        Context.authenticate("admin", "test");
        TestPeople.signInWith(List.of(), List.of("Get Patients"));
        assertThrows(APIAuthenticationException.class, () -> service.getHistory(charted));
    }

    @Test
    public void shouldTellNothingOfAnEncounterThatIsNoAssessment() {
        assertEquals(
                List.of(),
                service.getHistory(Assessment.builder()
                        .uuid("nothing")
                        .instrument(TestInstruments.SAPROF)
                        .build()));
        assertNull(Context.getEncounterService().getEncounterByUuid("nothing"));
    }

    private Assessment save(TestAssessments assessment) {
        return service.saveAssessment(assessment.input());
    }

    private Assessment read(Assessment assessment) {
        return service.getAssessment(assessment.getUuid()).get();
    }

    /** Each amendment as {@code reason: question [before] → [after], …}. */
    private List<String> history(Assessment assessment) {
        return service.getHistory(assessment).stream()
                .map(amendment -> (amendment.getReason() + ": " + changes(amendment)).trim())
                .collect(Collectors.toList());
    }

    private static String changes(Amendment amendment) {
        return amendment.getChanges().stream()
                .map(c -> c.getQuestion().getCode() + " " + c.getBefore() + " → " + c.getAfter())
                .collect(Collectors.joining(", "));
    }

    private static String name(User user) {
        return user.getUsername() == null ? user.getSystemId() : user.getUsername();
    }

    private static Encounter encounter(Assessment assessment) {
        return Context.getEncounterService().getEncounterByUuid(assessment.getUuid());
    }

    private static Obs obs(Assessment assessment, String question) {
        return encounter(assessment).getAllObs(false).stream()
                .filter(obs -> obs.getConcept().getUuid().equals(StableUuid.ofConcept(question)))
                .findFirst()
                .get();
    }

    private static Concept concept(String code) {
        return Context.getConceptService().getConceptByUuid(StableUuid.ofConcept(code));
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
