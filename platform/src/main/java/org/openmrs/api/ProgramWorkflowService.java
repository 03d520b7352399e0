/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.Date;
import java.util.List;
import org.openmrs.Patient;
import org.openmrs.PatientProgram;
import org.openmrs.PatientState;
import org.openmrs.Program;
import org.openmrs.ProgramWorkflow;
import org.openmrs.ProgramWorkflowState;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** Programs, and patients' enrolments in them. */
public interface ProgramWorkflowService extends OpenmrsService {
    @Authorized(PrivilegeConstants.MANAGE_PROGRAMS)
    Program saveProgram(Program program);

    @Authorized(PrivilegeConstants.MANAGE_PROGRAMS)
    Program retireProgram(Program program, String reason);

    @Authorized(PrivilegeConstants.GET_PROGRAMS)
    Program getProgram(Integer programId);

    /** Asks for no privilege, nor do the two below. */
    Program getProgramByUuid(String uuid);

    ProgramWorkflow getWorkflowByUuid(String uuid);

    ProgramWorkflowState getStateByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_PROGRAMS)
    Program getProgramByName(String name);

    @Authorized(PrivilegeConstants.GET_PROGRAMS)
    List<Program> getAllPrograms();

    @Authorized(PrivilegeConstants.GET_PROGRAMS)
    List<Program> getAllPrograms(boolean includeRetired);

    @Authorized(PrivilegeConstants.GET_PROGRAMS)
    List<Program> getPrograms(String nameFragment);

    @Authorized({PrivilegeConstants.ADD_PATIENT_PROGRAMS, PrivilegeConstants.EDIT_PATIENT_PROGRAMS})
    PatientProgram savePatientProgram(PatientProgram patientProgram);

    @Authorized(PrivilegeConstants.GET_PATIENT_PROGRAMS)
    PatientProgram getPatientProgram(Integer patientProgramId);

    @Authorized(PrivilegeConstants.GET_PATIENT_PROGRAMS)
    PatientProgram getPatientProgramByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_PATIENT_PROGRAMS)
    PatientState getPatientStateByUuid(String uuid);

    /** Those that meet every condition given, by enrolment; one not completed is completed after any date. */
    @Authorized(PrivilegeConstants.GET_PATIENT_PROGRAMS)
    List<PatientProgram> getPatientPrograms(
            Patient patient,
            Program program,
            Date minEnrollmentDate,
            Date maxEnrollmentDate,
            Date minCompletionDate,
            Date maxCompletionDate,
            boolean includeVoided);

    @Authorized(PrivilegeConstants.DELETE_PATIENT_PROGRAMS)
    PatientProgram voidPatientProgram(PatientProgram patientProgram, String reason);

    @Authorized(PrivilegeConstants.DELETE_PATIENT_PROGRAMS)
    PatientProgram unvoidPatientProgram(PatientProgram patientProgram);

    @Authorized(PrivilegeConstants.PURGE_PATIENT_PROGRAMS)
    void purgePatientProgram(PatientProgram patientProgram);
}
