/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.util.Date;
import java.util.List;
import org.hibernate.Hibernate;
import org.openmrs.Patient;
import org.openmrs.PatientProgram;
import org.openmrs.PatientState;
import org.openmrs.Program;
import org.openmrs.ProgramWorkflow;
import org.openmrs.ProgramWorkflowState;
import org.openmrs.api.ProgramWorkflowService;
import org.openmrs.api.context.Context;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.EmptySearchResult;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;
import org.openmrs.module.webservices.rest.web.response.ConversionException;

/** The resources of programs, which can be read, and of enrolments, which are written to. */
final class Programs {
    private Programs() {}

    private static ProgramWorkflowService service() {
        return Context.getProgramWorkflowService();
    }

    static List<CoreResource<?>> all() {
        return List.of(
                new CoreResource<>(
                                "program",
                                Program.class,
                                "1.8",
                                "uuid,name,description,retired,concept:default,outcomesConcept:default,allWorkflows:full",
                                ",auditInfo")
                        .with(r -> {
                            r.byDefault =
                                    "name,uuid,retired,description,concept:ref,allWorkflows:default,outcomesConcept:full";
                            r.byRef = "uuid,display,name,retired,allWorkflows:ref";
                            r.byUuid = Programs::program;
                            r.all = c -> Resources.page(service().getAllPrograms(), p -> true, c);
                            r.search = c -> Resources.page(service().getPrograms(c.getParameter("q")), p -> true, c);
                        }),
                new CoreResource<>(
                                "workflow",
                                ProgramWorkflow.class,
                                "1.8",
                                "uuid,concept:%1$s,description,retired,states:%3$s",
                                "")
                        .with(r -> {
                            r.byRef = "uuid,concept:ref,retired,states:ref";
                            r.display = Programs::refuseDisplay;
                            r.byUuid = id -> service().getWorkflowByUuid(id);
                        }),
                new CoreResource<>(
                                "workflow/state",
                                ProgramWorkflowState.class,
                                "1.8",
                                "uuid,description,retired,concept:%3$s",
                                "")
                        .with(r -> {
                            r.byRef = "uuid,retired,concept:ref";
                            r.display = Programs::refuseDisplay;
                            r.uri = s -> s.getProgramWorkflow().getUuid();
                            r.byUuid = id -> service().getStateByUuid(id);
                        }),
                new CoreResource<>(
                                "programenrollment/state",
                                PatientState.class,
                                "1.8",
                                "state:%3$s,uuid,patientProgram:%1$s,startDate,endDate,voided",
                                "")
                        .with(r -> {
                            r.byRef = "state:ref,uuid,startDate,endDate,voided";
                            r.uri = s -> s.getPatientProgram().getUuid();
                            r.byUuid = id -> service().getPatientStateByUuid(id);
                            r.fresh = PatientState::new;
                        }),
                new Enrolments());
    }

    /** Its name will do. */
    private static Program program(String uuidOrName) {
        Program program = service().getProgramByUuid(uuidOrName);
        return program == null ? service().getProgramByName(uuidOrName) : program;
    }

    /** Workflows and their states are shown by their concepts; OpenMRS answers 400 to who asks for more. */
    private static String refuseDisplay(Object shown) {
        throw new ConversionException("Unknown property 'display' on class '"
                + Hibernate.getClass(shown).getName() + "'");
    }

    static class Enrolments extends CoreResource<PatientProgram> {
        Enrolments() {
            super(
                    "programenrollment",
                    PatientProgram.class,
                    "1.8",
                    "uuid,patient:%1$s,program:%1$s,display,dateEnrolled,dateCompleted,location:%1$s,voided,outcome:%1$s,"
                            + "states:ref",
                    ",auditInfo");
            byUuid = id -> service().getPatientProgramByUuid(id);
            display = e -> e.getProgram().getName();
            fresh = PatientProgram::new;
            search = c -> {
                Patient patient = Clinical.patient(c);
                return patient == null
                        ? new EmptySearchResult()
                        : new NeedsPaging<>(
                                service().getPatientPrograms(patient, null, null, null, null, null, false), c);
            };
        }

        /** One known is as it is; the enrolment goes over to any other, today if no day is said. */
        @PropertySetter("states")
        public void setStates(PatientProgram changed, List<PatientState> states) {
            for (PatientState state : states) {
                if (!changed.getStates().contains(state)) {
                    Date start = state.getStartDate();
                    changed.transitionToState(state.getState(), start == null ? new Date() : start);
                }
            }
        }

        @Override
        public DelegatingResourceDescription getCreatableProperties() {
            return Clinical.settable("patient,dateEnrolled,program", "dateCompleted,location,outcome,states,uuid");
        }

        @Override
        public DelegatingResourceDescription getUpdatableProperties() {
            return Shown.of("dateEnrolled,dateCompleted,location,outcome,states");
        }

        @Override
        public PatientProgram save(PatientProgram enrolment) {
            return service().savePatientProgram(enrolment);
        }

        @Override
        protected void delete(PatientProgram enrolment, String reason, RequestContext context) {
            service().voidPatientProgram(enrolment, reason);
        }

        @Override
        protected PatientProgram undelete(PatientProgram enrolment, RequestContext context) {
            return service().unvoidPatientProgram(enrolment);
        }

        @Override
        public void purge(PatientProgram enrolment, RequestContext context) {
            service().purgePatientProgram(enrolment);
        }
    }
}
