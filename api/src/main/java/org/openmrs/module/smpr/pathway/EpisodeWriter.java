/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import org.openmrs.PatientProgram;
import org.openmrs.PatientState;
import org.openmrs.Program;
import org.openmrs.ProgramWorkflow;
import org.openmrs.ProgramWorkflowState;
import org.openmrs.api.ProgramWorkflowService;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.metadata.PathwayProgram;

/** Writes an episode as an enrolment in the program and its states. */
final class EpisodeWriter {

    static final String WITHDRAWN = "SMPR: it was taken away";

    static final String REOPENED = "SMPR: the end was taken away";

    private final ProgramWorkflowService service = Context.getProgramWorkflowService();

    private final Clock clock;

    EpisodeWriter(Clock clock) {
        this.clock = clock;
    }

    /** @param changed the episode that is changed; null for a new one */
    PatientProgram write(EpisodeChange change, Episode changed) {
        Program program = service.getProgramByUuid(PathwayProgram.UUID);
        ProgramWorkflow workflow = program == null
                ? null
                : program.getAllWorkflows().stream()
                        .filter(w -> w.getUuid().equals(PathwayProgram.WORKFLOW))
                        .findFirst()
                        .orElse(null);
        if (workflow == null) {
            throw new FaultsException(Collections.singletonList(Fault.of("episode", "notInstalled")));
        }
        PatientProgram enrolment =
                changed == null ? new PatientProgram() : service.getPatientProgramByUuid(changed.getUuid());
        if (changed == null) {
            enrolment.setPatient(change.getPatient());
            enrolment.setProgram(program);
        }
        if (change.isReopened()) {
            reopen(enrolment, workflow);
        }
        if (change.getBegun() != null) {
            begin(enrolment, workflow, change.getBegun());
        }
        if (change.getPhase() != null) {
            move(enrolment, workflow, change.getPhase(), change.getPhaseFrom());
        }
        if (change.getEndReason() != null) {
            Date end = start(change.getEnded());
            enrolment.transitionToState(state(workflow, PathwayProgram.endOf(change.getEndReason())), end);
            enrolment.setDateCompleted(end);
        }
        return service.savePatientProgram(enrolment);
    }

    private void reopen(PatientProgram enrolment, ProgramWorkflow workflow) {
        PatientState last = last(enrolment, workflow);
        if (last != null && Phases.end(last.getState().getUuid()).isPresent()) {
            enrolment.voidLastState(workflow, Context.getAuthenticatedUser(), Date.from(clock.instant()), REOPENED);
            last = last(enrolment, workflow);
        }
        if (last != null) {
            last.setEndDate(null);
        }
        enrolment.setDateCompleted(null);
    }

    private void begin(PatientProgram enrolment, ProgramWorkflow workflow, LocalDate day) {
        enrolment.setDateEnrolled(start(day));
        List<PatientState> states = enrolment.statesInWorkflow(workflow, false);
        if (!states.isEmpty()) {
            states.get(0).setStartDate(start(day));
        }
    }

    private void move(PatientProgram enrolment, ProgramWorkflow workflow, String phase, LocalDate from) {
        ProgramWorkflowState state = state(workflow, PathwayProgram.stateOf(phase));
        List<PatientState> states = enrolment.statesInWorkflow(workflow, false);
        PatientState last = last(enrolment, workflow);
        if (last == null || !last.getState().equals(state)) {
            enrolment.transitionToState(state, start(from));
            return;
        }
        last.setStartDate(start(from));
        if (states.size() > 1) {
            states.get(states.size() - 2).setEndDate(start(from));
        } else {
            enrolment.setDateEnrolled(start(from));
        }
    }

    private static PatientState last(PatientProgram enrolment, ProgramWorkflow workflow) {
        List<PatientState> states = enrolment.statesInWorkflow(workflow, false);
        return states.isEmpty() ? null : states.get(states.size() - 1);
    }

    private static ProgramWorkflowState state(ProgramWorkflow workflow, String uuid) {
        return workflow.getStates(true).stream()
                .filter(state -> state.getUuid().equals(uuid))
                .findFirst()
                .orElseThrow(() -> new FaultsException(Collections.singletonList(Fault.of("episode", "notInstalled"))));
    }

    private Date start(LocalDate day) {
        return Times.start(day, clock.getZone());
    }
}
