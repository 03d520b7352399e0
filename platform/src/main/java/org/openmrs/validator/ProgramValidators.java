/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.validator;

import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.hibernate.SessionFactory;
import org.openmrs.PatientProgram;
import org.openmrs.PatientState;
import org.openmrs.Program;
import org.openmrs.ProgramWorkflow;
import org.openmrs.annotation.Handler;
import org.openmrs.validator.CoreValidators.Rules;
import org.springframework.validation.Errors;

/** The platform's own rules for programs and enrolments. */
final class ProgramValidators {
    private ProgramValidators() {}

    @Handler(supports = Program.class, order = 60)
    @RequiredArgsConstructor
    static class ProgramRules extends Rules {
        private final SessionFactory sessionFactory;

        @Override
        public void validate(Object object, Errors errors) {
            Program program = (Program) object;
            if (program.getConcept() == null) {
                errors.rejectValue("concept", "error.concept");
            }
            String hql = "from Program where lower(name) = ?1 and uuid <> ?2";
            if (program.getName() != null
                    && exists(sessionFactory, hql, program.getName().toLowerCase(Locale.ROOT), program.getUuid())) {
                errors.rejectValue("name", "general.error.nameAlreadyInUse");
            }
        }
    }

    /** Of the faults of states, the first is told. That a state lies outside its enrolment is none. */
    @Handler(supports = PatientProgram.class, order = 50)
    static class PatientProgramRules extends Rules {
        @Override
        public void validate(Object object, Errors errors) {
            PatientProgram enrolment = (PatientProgram) object;
            if (enrolment.getPatient() == null) {
                refuse(errors, "patient", "error.required", "Patient");
            }
            if (enrolment.getProgram() == null) {
                refuse(errors, "program", "error.required", "Program");
            }
            if (errors.hasErrors()) {
                return;
            }
            validateDates(enrolment.getDateEnrolled(), enrolment.getDateCompleted(), errors);
            if (enrolment.getStates() != null) {
                validateStates(enrolment, errors);
            }
        }

        private static void refuse(Errors errors, String field, String code, Object... arguments) {
            errors.rejectValue(field, code, arguments, null);
        }

        private static void validateDates(Date enrolled, Date completed, Errors errors) {
            Date now = new Date();
            if (enrolled == null) {
                errors.rejectValue("dateEnrolled", "error.patientProgram.enrolledDateEmpty");
                return;
            }
            if (enrolled.after(now)) {
                errors.rejectValue("dateEnrolled", "error.patientProgram.enrolledDateDateCannotBeInFuture");
            }
            if (completed != null && completed.after(now)) {
                errors.rejectValue("dateCompleted", "error.patientProgram.completionDateCannotBeInFuture");
            }
            if (completed != null && completed.before(enrolled)) {
                errors.rejectValue("dateCompleted", "error.patientProgram.enrolledDateShouldBeBeforecompletionDate");
            }
        }

        private static void validateStates(PatientProgram enrolment, Errors errors) {
            Set<ProgramWorkflow> workflows = new HashSet<>();
            for (PatientState state : enrolment.getStates()) {
                if (state.getVoided()) {
                    continue;
                }
                if (state.getState() == null) {
                    refuse(errors, "states", "PatientState.error.requiredField", "State");
                    return;
                }
                ProgramWorkflow workflow = state.getState().getProgramWorkflow();
                if (!enrolment.getProgram().equals(workflow.getProgram())) {
                    refuse(errors, "states", "PatientState.error.invalidPatientState", state);
                    return;
                }
                if (state.getEndDate() != null
                        && (state.getStartDate() == null || state.getEndDate().before(state.getStartDate()))) {
                    refuse(errors, "states", "PatientState.error.endDateCannotBeBeforeStartDate");
                    return;
                }
                workflows.add(workflow);
            }
            for (ProgramWorkflow workflow : workflows) {
                validateOrder(enrolment.statesInWorkflow(workflow, false), errors);
            }
        }

        /** Only the first of a workflow may have an unknown start, and only the last be open. */
        private static void validateOrder(List<PatientState> states, Errors errors) {
            for (int i = 1; i < states.size() && !errors.hasFieldErrors("states"); i++) {
                PatientState before = states.get(i - 1);
                PatientState state = states.get(i);
                if (state.getStartDate() == null) {
                    refuse(errors, "states", "PatientState.error.requiredField", "Start date");
                } else if (before.getStartDate() != null
                        && before.getStartDate().getTime()
                                == state.getStartDate().getTime()
                        && before.getState().equals(state.getState())) {
                    refuse(errors, "states", "PatientState.error.duplicatePatientStates");
                } else if (before.getEndDate() == null) {
                    refuse(errors, "states", "PatientProgram.error.cannotBeInMultipleStates");
                } else if (before.getEndDate().after(state.getStartDate())) {
                    refuse(errors, "states", "PatientProgram.error.foundOverlappingStates");
                }
            }
        }
    }
}
