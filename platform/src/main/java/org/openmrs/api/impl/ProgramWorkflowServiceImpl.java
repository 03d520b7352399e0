/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.openmrs.Auditable;
import org.openmrs.Patient;
import org.openmrs.PatientProgram;
import org.openmrs.PatientState;
import org.openmrs.Program;
import org.openmrs.ProgramWorkflow;
import org.openmrs.ProgramWorkflowState;
import org.openmrs.api.APIException;
import org.openmrs.api.ProgramWorkflowService;
import org.openmrs.api.context.Context;

class ProgramWorkflowServiceImpl extends HibernateService implements ProgramWorkflowService {
    @Override
    public Program saveProgram(Program program) {
        for (ProgramWorkflow workflow : program.getAllWorkflows()) {
            if (workflow.getConcept() == null) {
                throw new APIException("ProgramWorkflow concept is required");
            }
            noteCreator(workflow);
            for (ProgramWorkflowState state : workflow.getStates()) {
                if (state.getConcept() == null || state.getInitial() == null || state.getTerminal() == null) {
                    throw new APIException("ProgramWorkflowState concept, initial, terminal are required");
                }
                noteCreator(state);
            }
        }
        return save(program);
    }

    private static void noteCreator(Auditable part) {
        if (part.getCreator() == null) {
            part.setCreator(Context.getAuthenticatedUser());
        }
        if (part.getDateCreated() == null) {
            part.setDateCreated(new Date());
        }
    }

    @Override
    public Program retireProgram(Program program, String reason) {
        for (ProgramWorkflow workflow : program.getAllWorkflows()) {
            workflow.setRetired(true);
            workflow.getStates().forEach(state -> state.setRetired(true));
        }
        return saveProgram(program);
    }

    @Override
    public Program getProgram(Integer programId) {
        return session().get(Program.class, programId);
    }

    @Override
    public Program getProgramByUuid(String uuid) {
        return byUuid(Program.class, uuid);
    }

    @Override
    public ProgramWorkflow getWorkflowByUuid(String uuid) {
        return byUuid(ProgramWorkflow.class, uuid);
    }

    @Override
    public ProgramWorkflowState getStateByUuid(String uuid) {
        return byUuid(ProgramWorkflowState.class, uuid);
    }

    @Override
    public Program getProgramByName(String name) {
        return by("lower(name)", name.toLowerCase(Locale.ROOT), Program.class);
    }

    @Override
    public List<Program> getAllPrograms() {
        return getAllPrograms(true);
    }

    @Override
    public List<Program> getAllPrograms(boolean includeRetired) {
        return list(Program.class, "from Program" + (includeRetired ? "" : " where retired = false"));
    }

    @Override
    public List<Program> getPrograms(String nameFragment) {
        String part = "%" + nameFragment.toLowerCase(Locale.ROOT) + "%";
        return list(Program.class, "from Program where lower(name) like ?1 order by name", part);
    }

    @Override
    public PatientProgram savePatientProgram(PatientProgram patientProgram) {
        for (PatientState state : patientProgram.getStates()) {
            if (state.getPatientProgram() == null) {
                state.setPatientProgram(patientProgram);
            }
            if (state.getEndDate() == null && !state.getVoided()) {
                state.setEndDate(patientProgram.getDateCompleted());
            }
        }
        return save(patientProgram);
    }

    @Override
    public PatientProgram getPatientProgram(Integer patientProgramId) {
        return session().get(PatientProgram.class, patientProgramId);
    }

    @Override
    public PatientProgram getPatientProgramByUuid(String uuid) {
        return byUuid(PatientProgram.class, uuid);
    }

    @Override
    public PatientState getPatientStateByUuid(String uuid) {
        return byUuid(PatientState.class, uuid);
    }

    @Override
    public List<PatientProgram> getPatientPrograms(
            Patient patient,
            Program program,
            Date minEnrollmentDate,
            Date maxEnrollmentDate,
            Date minCompletionDate,
            Date maxCompletionDate,
            boolean includeVoided) {
        Map<String, Object> conditions = new LinkedHashMap<>();
        conditions.put("patient = ?%d", patient);
        conditions.put("program = ?%d", program);
        conditions.put("dateEnrolled >= ?%d", minEnrollmentDate);
        conditions.put("dateEnrolled <= ?%d", maxEnrollmentDate);
        conditions.put("(dateCompleted is null or dateCompleted >= ?%d)", minCompletionDate);
        conditions.put("dateCompleted <= ?%d", maxCompletionDate);
        conditions.put("voided = ?%d", includeVoided ? null : false);
        conditions.values().removeIf(value -> value == null);
        StringBuilder hql = new StringBuilder("from PatientProgram where 1 = 1");
        int position = 0;
        for (String condition : conditions.keySet()) {
            hql.append(" and ").append(String.format(condition, ++position));
        }
        return list(
                PatientProgram.class,
                hql + " order by dateEnrolled",
                conditions.values().toArray());
    }

    @Override
    public PatientProgram voidPatientProgram(PatientProgram patientProgram, String reason) {
        return save(patientProgram);
    }

    @Override
    public PatientProgram unvoidPatientProgram(PatientProgram patientProgram) {
        return save(patientProgram);
    }

    @Override
    public void purgePatientProgram(PatientProgram patientProgram) {
        session().delete(patientProgram);
    }
}
