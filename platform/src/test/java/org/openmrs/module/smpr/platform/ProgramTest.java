/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.text.ParseException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Concept;
import org.openmrs.ConceptDatatype;
import org.openmrs.Patient;
import org.openmrs.PatientProgram;
import org.openmrs.PatientState;
import org.openmrs.Program;
import org.openmrs.ProgramWorkflow;
import org.openmrs.ProgramWorkflowState;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.APIException;
import org.openmrs.api.ProgramWorkflowService;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.test.BaseModuleContextSensitiveTest;
import org.openmrs.util.PrivilegeConstants;

/** How programs and enrolments behave towards a module, as seen on a running OpenMRS 2.8.9. */
public class ProgramTest extends BaseModuleContextSensitiveTest {
    private static final String ENROLLED = "2024-01-10 09:30";

    private final Program program = new Program("Care");
    private final ProgramWorkflow phases = new ProgramWorkflow();
    private ProgramWorkflowService programs;
    private Patient patient;
    private ProgramWorkflowState first;
    private ProgramWorkflowState second;
    private ProgramWorkflowState last;

    @Before
    public void defineProgram() {
        programs = Context.getProgramWorkflowService();
        patient = BehaviourTest.patient("A1", "Anna", "Alpha");
        program.setDescription("A kind of care");
        program.setConcept(concept("Care program"));
        phases.setConcept(concept("Phases"));
        program.addWorkflow(phases);
        first = state(phases, "Assessment", true, false);
        second = state(phases, "Treatment", false, false);
        last = state(phases, "Release", false, true);
        programs.saveProgram(program);
    }

    @Test
    public void shouldKeepAProgramWithItsWorkflowsAndStates() {
        BehaviourTest.reload();
        Program stored = programs.getProgramByName("care");
        assertEquals(program, stored);
        assertEquals(List.of(program), programs.getPrograms("AR"));
        ProgramWorkflow workflow = stored.getWorkflowByName("phases");
        assertEquals(phases, workflow);
        assertEquals(Context.getAuthenticatedUser(), workflow.getCreator());
        assertEquals(second, workflow.getState(second.getConcept()));
        assertEquals(last, workflow.getStateByName("Release"));
        assertEquals(workflow, programs.getStateByUuid(first.getUuid()).getProgramWorkflow());
        assertNull(programs.getProgramByName("none"));
        programs.retireProgram(stored, "old");
        assertTrue(stored.getWorkflows().isEmpty());
        assertTrue(workflow.getStates(false).isEmpty());
        assertTrue(programs.getAllPrograms(false).isEmpty());
        assertEquals(List.of(stored), programs.getAllPrograms());
    }

    @Test
    public void shouldRefuseAnIncompleteProgram() {
        Program incomplete = new Program("CARE");
        assertEquals(
                "concept: Invalid concept, name: The name you entered is already in use, please enter a unique name.",
                refusal(() -> programs.saveProgram(incomplete)));
        incomplete.setName("Other");
        incomplete.setConcept(program.getConcept());
        ProgramWorkflow workflow = new ProgramWorkflow();
        incomplete.addWorkflow(workflow);
        assertEquals(
                "ProgramWorkflow concept is required",
                assertThrows(APIException.class, () -> programs.saveProgram(incomplete))
                        .getMessage());
        workflow.setConcept(phases.getConcept());
        workflow.addState(new ProgramWorkflowState());
        assertEquals(
                "ProgramWorkflowState concept, initial, terminal are required",
                assertThrows(APIException.class, () -> programs.saveProgram(incomplete))
                        .getMessage());
    }

    @Test
    public void shouldKeepAnEnrolmentWithItsStates() {
        PatientProgram enrolment = enrolment();
        enrolment.transitionToState(first, date("2024-01-20 10:00"));
        enrolment.transitionToState(second, date("2024-02-20"));
        PatientProgram stored = stored(enrolment);
        List<PatientState> states = stored.statesInWorkflow(phases, false);
        assertEquals(date(ENROLLED).getTime(), stored.getDateEnrolled().getTime());
        assertEquals(
                "only the day of a state is kept",
                date("2024-01-20").getTime(),
                states.get(0).getStartDate().getTime());
        assertEquals(date("2024-02-20").getTime(), states.get(0).getEndDate().getTime());
        assertEquals(Context.getAuthenticatedUser(), states.get(0).getCreator());
        assertEquals(second, stored.getCurrentState(phases).getState());
        assertEquals(states.get(1), programs.getPatientStateByUuid(states.get(1).getUuid()));
        assertNull(stored.getDateChanged());
    }

    @Test
    public void shouldEndTheOpenStateOfACompletedEnrolment() {
        PatientProgram enrolment = enrolment();
        enrolment.transitionToState(first, date("2024-01-20"));
        enrolment.setDateCompleted(date("2024-03-01 12:00"));
        assertNull(enrolment.getCurrentState(phases).getEndDate());
        PatientProgram stored = stored(enrolment);
        assertEquals(
                date("2024-03-01").getTime(),
                stored.getStates().iterator().next().getEndDate().getTime());
        stored.setDateCompleted(null);
        stored = stored(stored);
        assertNotNull(
                "reopening does not reopen the state",
                stored.getStates().iterator().next().getEndDate());
        assertEquals(Context.getAuthenticatedUser(), stored.getChangedBy());
    }

    @Test
    public void shouldRefuseDatesThatCannotBe() {
        PatientProgram enrolment = new PatientProgram();
        assertEquals("patient: Patient is required, program: Program is required", refusal(enrolment));
        enrolment.setPatient(patient);
        enrolment.setProgram(program);
        assertEquals("dateEnrolled: Enrolled date is empty, Please select a enrolled date", refusal(enrolment));
        enrolment.setDateEnrolled(date(ENROLLED));
        enrolment.setDateCompleted(date("2024-01-10 08:00"));
        assertEquals("dateCompleted: Enrolled Date should be before completion Date", refusal(enrolment));
        enrolment.setDateEnrolled(date("2130-01-01"));
        enrolment.setDateCompleted(date("2131-01-01"));
        assertEquals(
                "dateEnrolled: Enrolled date can't be in future, Please select a date on or before today, "
                        + "dateCompleted: Completed date can't be in future, Please select a date on or before today",
                refusal(enrolment));
    }

    @Test
    public void shouldRefuseStatesThatExcludeEachOther() {
        assertEquals(
                "states: The patient state with start date {0} over laps another state with end date {1} in the same"
                        + " program work flow",
                refusal(with(with(enrolment(), first, "2024-01-10", "2024-02-10"), second, "2024-02-09", null)));
        assertEquals(
                "states: A patient can't be in multiple patient states for the same program work flow",
                refusal(with(with(enrolment(), first, null, null), second, "2024-02-09", null)));
        assertEquals(
                "states: Found duplicate patient states with similar start dates and program work flow states",
                refusal(with(with(enrolment(), first, "2024-01-10", null), first, "2024-01-10", null)));
        assertEquals(
                "states: Start date is required for a patient state",
                refusal(with(with(enrolment(), first, null, null), second, null, null)));
        assertEquals(
                "states: End date can't be before start date for a patient state",
                refusal(with(enrolment(), first, "2024-02-10", "2024-02-01")));
        assertEquals(
                "states: End date can't be before start date for a patient state",
                refusal(with(enrolment(), first, null, "2024-02-01")));
        assertEquals(
                "states: State is required for a patient state", refusal(with(enrolment(), null, "2024-02-10", null)));
        assertTrue(refusal(with(enrolment(), stateOfAnother(), "2024-02-10", null))
                .startsWith("states: Found invalid patient state:"));
    }

    @Test
    public void shouldTakeStatesThatTouchOrLieOutsideTheEnrolment() {
        stored(with(with(enrolment(), first, "2024-01-10", "2024-01-10"), second, "2024-01-10", null));
        stored(with(enrolment(), first, "2024-01-01", null));
        stored(with(enrolment(), second, null, null));
        PatientProgram beside = with(with(enrolment(), first, "2024-01-10", null), second, "2024-01-10", null);
        beside.getStates().iterator().next().setVoided(true);
        stored(beside);
        assertEquals(
                "several enrolments may be open",
                4,
                programs.getPatientPrograms(patient, program, null, null, null, null, false)
                        .size());
    }

    @Test
    public void shouldGoFromStateToState() {
        PatientProgram enrolment = enrolment();
        assertEquals(List.of(first), phases.getPossibleNextStates(enrolment));
        enrolment.transitionToState(first, date("2024-01-20"));
        assertEquals(List.of(last, second), phases.getPossibleNextStates(enrolment));
        assertEquals(
                "You can't change from a non-null state without giving a change date",
                stopped(enrolment, second, null));
        assertEquals(
                "You can't change out of a state before that state started",
                stopped(enrolment, second, date("2024-01-19")));
        assertTrue(stopped(enrolment, first, date("2024-02-20")).startsWith("You can't change from state "));
        enrolment.transitionToState(last, date("2024-02-15 11:00"));
        assertEquals(date("2024-02-15 11:00"), enrolment.getDateCompleted());
        assertFalse(enrolment.getActive());
    }

    @Test
    public void shouldReopenTheStateBeforeTheVoidedOne() {
        PatientProgram enrolment = enrolment();
        enrolment.transitionToState(first, date("2024-01-20"));
        enrolment.transitionToState(second, date("2024-02-20"));
        enrolment.voidLastState(phases, Context.getAuthenticatedUser(), new Date(), "wrong");
        assertEquals(first, enrolment.getCurrentState(phases).getState());
        assertEquals("wrong", enrolment.statesInWorkflow(phases, true).get(1).getVoidReason());
        enrolment.transitionToState(last, date("2024-03-15"));
        enrolment.voidLastState(phases, Context.getAuthenticatedUser(), new Date(), "wrong");
        assertEquals("it stays completed", date("2024-03-15"), enrolment.getDateCompleted());
        assertEquals(
                date("2024-03-15"),
                enrolment.statesInWorkflow(phases, false).get(0).getEndDate());
    }

    @Test
    public void shouldBeActiveFromEnrolmentUntilBeforeCompletion() {
        PatientProgram enrolment = enrolment();
        enrolment.setDateCompleted(date("2024-02-02"));
        assertFalse(enrolment.getActive(date("2024-01-10 09:29")));
        assertTrue(enrolment.getActive(date(ENROLLED)));
        assertTrue(enrolment.getActive(date("2024-02-01 23:59")));
        assertFalse(enrolment.getActive(date("2024-02-02")));
        enrolment.setVoided(true);
        assertFalse(enrolment.getActive(date(ENROLLED)));
    }

    @Test
    public void shouldVoidUnvoidAndPurgeAnEnrolmentWithItsStates() {
        PatientProgram enrolment = stored(with(enrolment(), first, "2024-01-20", null));
        programs.voidPatientProgram(enrolment, "mistake");
        BehaviourTest.reload();
        enrolment = programs.getPatientProgramByUuid(enrolment.getUuid());
        assertEquals("mistake", enrolment.getStates().iterator().next().getVoidReason());
        assertTrue(programs.getPatientPrograms(patient, null, null, null, null, null, false)
                .isEmpty());
        assertEquals(
                1,
                programs.getPatientPrograms(patient, null, null, null, null, null, true)
                        .size());
        programs.unvoidPatientProgram(enrolment);
        BehaviourTest.reload();
        enrolment = programs.getPatientProgramByUuid(enrolment.getUuid());
        assertFalse(enrolment.getStates().iterator().next().getVoided());
        String state = enrolment.getStates().iterator().next().getUuid();
        programs.purgePatientProgram(enrolment);
        assertNull(programs.getPatientStateByUuid(state));
    }

    @Test
    public void shouldFindEnrolmentsByTheirDates() {
        PatientProgram early = enrolment();
        early.setDateCompleted(date("2024-03-01"));
        stored(early);
        PatientProgram late = enrolment();
        late.setDateEnrolled(date("2024-05-01"));
        stored(late);
        assertEquals(List.of(early, late), found(null, null, null, null));
        assertEquals(List.of(late), found("2024-05-01", null, null, null));
        assertEquals(List.of(early), found(null, ENROLLED, null, null));
        assertEquals(List.of(early, late), found(null, null, "2024-03-01", null));
        assertEquals(List.of(late), found(null, null, "2024-03-02", null));
        assertEquals(List.of(early), found(null, null, null, "2024-03-01"));
    }

    @Test
    public void shouldMoveEnrolmentsWhenPatientsAreMergedAndLeaveThemWhenOneIsVoided() throws Exception {
        PatientProgram enrolment = stored(with(enrolment(), first, "2024-01-20", null));
        PatientProgram mistaken = stored(enrolment());
        programs.voidPatientProgram(mistaken, "mistake");
        Patient preferred = BehaviourTest.patient("B2", "Berta", "Beta");
        BehaviourTest.reload();
        Context.getPatientService()
                .mergePatients(
                        Context.getPatientService().getPatientByUuid(preferred.getUuid()),
                        Context.getPatientService().getPatientByUuid(patient.getUuid()));
        BehaviourTest.reload();
        assertEquals(List.of(enrolment), programs.getPatientPrograms(preferred, null, null, null, null, null, true));
        assertEquals(List.of(mistaken), programs.getPatientPrograms(patient, null, null, null, null, null, true));
        Context.getPatientService()
                .voidPatient(Context.getPatientService().getPatientByUuid(preferred.getUuid()), "wrong person");
        BehaviourTest.reload();
        assertFalse(programs.getPatientProgramByUuid(enrolment.getUuid()).getVoided());
    }

    @Test
    public void shouldAnswerQueriesByPropertyNames() {
        stored(with(enrolment(), first, "2024-01-20", null));
        assertEquals(
                1,
                Context.getRegisteredComponent("sessionFactory", SessionFactory.class)
                        .getCurrentSession()
                        .createQuery("""
                                select e.patient.patientId, e.program.uuid, e.dateCompleted, l.uuid, o.uuid, s.endDate
                                from PatientProgram e join e.states s left join e.location l left join e.outcome o
                                where e.voided = false and s.voided = false and s.startDate <= :day
                                and s.state.initial = true and s.state.terminal = false and s.encounter is null
                                and s.state.concept is not null and s.state.programWorkflow.program = e.program
                                and s.patientProgram = e""", Object[].class)
                        .setParameter("day", date("2024-01-20"))
                        .list()
                        .size());
    }

    @Test
    public void shouldAskForPrivileges() {
        PatientProgram enrolment = stored(enrolment());
        BehaviourTest.signIn("reader", PrivilegeConstants.GET_PATIENT_PROGRAMS);
        assertNotNull(programs.getPatientProgramByUuid(enrolment.getUuid()));
        assertNotNull(programs.getProgramByUuid(program.getUuid()));
        assertThrows(APIAuthenticationException.class, programs::getAllPrograms);
        assertThrows(APIAuthenticationException.class, () -> programs.savePatientProgram(enrolment));
        assertThrows(APIAuthenticationException.class, () -> programs.voidPatientProgram(enrolment, "no"));
    }

    private List<PatientProgram> found(String minEnrolled, String maxEnrolled, String minDone, String maxDone) {
        return programs.getPatientPrograms(
                patient, program, date(minEnrolled), date(maxEnrolled), date(minDone), date(maxDone), false);
    }

    private PatientProgram enrolment() {
        PatientProgram enrolment = new PatientProgram();
        enrolment.setPatient(patient);
        enrolment.setProgram(program);
        enrolment.setDateEnrolled(date(ENROLLED));
        return enrolment;
    }

    private static PatientProgram with(PatientProgram enrolment, ProgramWorkflowState in, String from, String until) {
        PatientState state = new PatientState();
        state.setState(in);
        state.setStartDate(date(from));
        state.setEndDate(date(until));
        enrolment.getStates().add(state);
        return enrolment;
    }

    private PatientProgram stored(PatientProgram enrolment) {
        programs.savePatientProgram(enrolment);
        BehaviourTest.reload();
        return programs.getPatientProgramByUuid(enrolment.getUuid());
    }

    private String refusal(PatientProgram enrolment) {
        return refusal(() -> programs.savePatientProgram(enrolment));
    }

    private static String refusal(Runnable saving) {
        return assertThrows(ValidationException.class, saving::run)
                .getMessage()
                .replaceFirst(".*? failed to validate with reason: ", "");
    }

    private static String stopped(PatientProgram enrolment, ProgramWorkflowState next, Date on) {
        return assertThrows(IllegalArgumentException.class, () -> enrolment.transitionToState(next, on))
                .getMessage();
    }

    private ProgramWorkflowState stateOfAnother() {
        Program other = new Program("Other care");
        other.setConcept(program.getConcept());
        ProgramWorkflow workflow = new ProgramWorkflow();
        workflow.setConcept(phases.getConcept());
        other.addWorkflow(workflow);
        ProgramWorkflowState state = state(workflow, "Elsewhere", true, false);
        programs.saveProgram(other);
        return state;
    }

    private static ProgramWorkflowState state(
            ProgramWorkflow workflow, String name, boolean initial, boolean terminal) {
        ProgramWorkflowState state = new ProgramWorkflowState();
        state.setConcept(concept(name));
        state.setInitial(initial);
        state.setTerminal(terminal);
        workflow.addState(state);
        return state;
    }

    private static Concept concept(String name) {
        return BehaviourTest.concept(name, ConceptDatatype.N_A_UUID);
    }

    /** A day, or a minute; null for null. */
    private static Date date(String text) {
        try {
            return text == null
                    ? null
                    : new SimpleDateFormat(text.length() > 10 ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd").parse(text);
        } catch (ParseException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
