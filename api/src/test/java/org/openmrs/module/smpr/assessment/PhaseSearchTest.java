/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.TestPeople;

/** The phase of care that a form charts, and finding assessments by it: one by one and as a cohort alike. */
public class PhaseSearchTest extends SmprContextTest {

    private AssessmentService service;

    private TestRecord record;

    private Patient patient;

    @Before
    public void setUp() {
        service = Context.getService(AssessmentService.class);
        record = new TestRecord(applicationContext.getBean("sessionFactory", SessionFactory.class));
        patient = TestPeople.patient();
    }

    @Test
    public void shouldFindWhatSaysThatItWasMadeInThePhase_WithEveryInstrument() {
        Assessment hcr20 = chart(TestAssessments.hcr20(patient, "2026-01-10").with("phase", "APC"));
        Assessment saprof = chart(TestAssessments.saprof(patient, "2026-01-11").with("phase", "APC"));
        Assessment capp = chart(TestAssessments.capp(patient, "2026-01-12").with("phase", "APC"));
        Assessment custody = chart(TestAssessments.saprof(patient, "2025-01-11").with("phase", "CUSTODY"));
        assertFinds("APC", hcr20, saprof, capp);
        assertFinds("CUSTODY", custody);
        assertFinds("UCTI");
    }

    @Test
    public void shouldFindInNoPhaseWhatDoesNotSay() {
        Assessment silent = chart(TestAssessments.saprof(patient, "2026-01-11"));
        assertEquals(List.of(), silent.getFaults());
        for (String phase : List.of("CUSTODY", "PRE-RELEASE", "APC", "UCTI", "AFTER-CARE")) {
            assertFinds(phase);
        }
        assertFinds(null, silent);
    }

    @Test
    public void shouldFindNothingInAPhaseThatThereIsNot() {
        chart(TestAssessments.saprof(patient, "2026-01-11").with("phase", "APC"));
        assertFinds("apc ");
        assertFinds("");
    }

    @Test
    public void shouldFollowAnAmendment() {
        Assessment charted = chart(TestAssessments.saprof(patient, "2026-01-11").with("phase", "APC"));
        chart(TestAssessments.amendmentOf(charted).with("phase", "UCTI"));
        assertFinds("APC");
        assertFinds("UCTI", charted);
        chart(TestAssessments.amendmentOf(charted).with("phase", null));
        assertFinds("UCTI");
    }

    /** Of two answers none is the right one: it is shown with its fault, where no phase is asked for. */
    @Test
    public void shouldFindInNoPhaseWhatSaysTwo() {
        Assessment charted = chart(TestAssessments.saprof(patient, "2026-01-11").with("phase", "APC"));
        Encounter encounter = record.encounter(charted);
        encounter.addObs(TestRecord.answer(TestInstruments.SAPROF, "phase", "UCTI", patient));
        Context.getEncounterService().saveEncounter(encounter);
        assertFinds("APC");
        assertFinds("UCTI");
        assertEquals(
                List.of(Fault.of("phase", "severalAnswers")),
                TestRecord.read(patient).get(0).getFaults());
    }

    @Test
    public void shouldFindInNoPhaseWhatSaysOneBesideWhatIsNone() {
        Assessment charted = chart(TestAssessments.saprof(patient, "2026-01-11").with("phase", "APC"));
        Encounter encounter = record.encounter(charted);
        Obs none = TestRecord.answer(TestInstruments.SAPROF, "phase", "UCTI", patient);
        none.setValueCoded(TestRecord.concept("ASSESSMENT.context.IN"));
        encounter.addObs(none);
        Context.getEncounterService().saveEncounter(encounter);
        assertFinds("APC");
    }

    @Test
    public void shouldCountAndGivePagesOfAPhase() {
        for (String day : List.of("2025-03-01", "2025-06-01", "2025-09-01")) {
            chart(TestAssessments.saprof(patient, day).with("phase", "APC"));
            chart(TestAssessments.saprof(patient, day).with("phase", "UCTI"));
        }
        AssessmentSearch page = search("APC").toBuilder().startIndex(1).limit(1).build();
        assertEquals(3, service.countAssessments(page));
        assertEquals(1, service.getAssessments(page).size());
        assertEquals(
                TestPeople.day("2025-06-01").getTime(),
                service.getAssessments(page).get(0).getDate().getTime());
        assertEquals(
                2,
                service.countAssessments(search("APC").toBuilder()
                        .from(TestPeople.day("2025-06-01"))
                        .build()));
    }

    @Test
    public void shouldFindAVoidedOneByWhatItLastSaid_AndOnlyWhereVoidedOnesAreAskedFor() {
        Assessment charted = chart(TestAssessments.saprof(patient, "2026-01-11").with("phase", "CUSTODY"));
        // Corrected by another route, in the words in which all of it is voided later.
        Context.getObsService().voidObs(record.obs(charted, "ASSESSMENT.phase"), "a mistake");
        Encounter encounter = record.encounter(charted);
        encounter.addObs(TestRecord.answer(TestInstruments.SAPROF, "phase", "PRE-RELEASE", patient));
        Context.getEncounterService().saveEncounter(encounter);
        TestAssessments.tenMinutesPass(charted);
        service.deleteAssessment(charted, "a mistake");
        Context.flushSession();
        assertFinds("PRE-RELEASE");
        assertEquals(List.of(charted.getUuid()), uuids(withVoided("PRE-RELEASE")));
        assertEquals(List.of(), uuids(withVoided("CUSTODY")));
        assertTrue(service.getAssessment(charted.getUuid()).get().isInPhase("PRE-RELEASE"));
    }

    @Test
    public void shouldFindDraftsOneByOneAndNotInACohort() {
        chart(TestAssessments.saprof(patient, "2026-01-11").with("phase", "APC").with("status", "DRAFT"));
        TestRecord.settle();
        assertEquals(1, service.getAssessments(search("APC")).size());
        assertEquals(List.of(), service.getCohortAssessments(search("APC")));
    }

    @Test
    public void shouldRefuseAnAnswerThatIsNoPhase() {
        FaultsException refused = assertThrows(
                FaultsException.class,
                () -> chart(TestAssessments.saprof(patient, "2026-01-11").with("phase", "HOLIDAY")));
        assertEquals(
                List.of("phase: unknownAnswer"),
                refused.getFaults().stream()
                        .map(fault -> fault.getField() + ": " + fault.getCode())
                        .collect(Collectors.toList()));
    }

    /** By every way of reading, and as the assessments themselves say. */
    private void assertFinds(String phase, Assessment... expected) {
        TestRecord.settle();
        List<String> uuids = Arrays.stream(expected).map(Assessment::getUuid).collect(Collectors.toList());
        AssessmentSearch search = search(phase);
        assertEquals(phase, uuids, uuids(service.getAssessments(search)));
        assertEquals(phase, uuids.size(), service.countAssessments(search));
        assertEquals(phase, uuids, uuids(service.getCohortAssessments(search)));
        assertEquals(
                phase,
                uuids,
                uuids(TestRecord.read(patient).stream()
                        .filter(assessment -> phase == null || assessment.isInPhase(phase))
                        .collect(Collectors.toList())));
    }

    private AssessmentSearch search(String phase) {
        return AssessmentSearch.builder()
                .patient(patient.getUuid())
                .phase(phase)
                .build();
    }

    private List<Assessment> withVoided(String phase) {
        return service.getAssessments(
                search(phase).toBuilder().includeVoided(true).build());
    }

    private static List<String> uuids(List<Assessment> assessments) {
        return assessments.stream().map(Assessment::getUuid).collect(Collectors.toList());
    }

    private Assessment chart(TestAssessments assessment) {
        Assessment charted = service.saveAssessment(assessment.input());
        TestRecord.settle();
        return charted;
    }
}
