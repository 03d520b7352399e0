/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.List;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifierType;
import org.openmrs.annotation.Authorized;
import org.openmrs.serialization.SerializationException;
import org.openmrs.util.PrivilegeConstants;

/** Patients and their identifiers. */
public interface PatientService extends OpenmrsService {
    @Authorized({PrivilegeConstants.ADD_PATIENTS, PrivilegeConstants.EDIT_PATIENTS})
    Patient savePatient(Patient patient);

    @Authorized(PrivilegeConstants.GET_PATIENTS)
    Patient getPatient(Integer patientId);

    @Authorized(PrivilegeConstants.GET_PATIENTS)
    Patient getPatientByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_PATIENTS)
    List<Patient> getPatients(String query);

    @Authorized(PrivilegeConstants.DELETE_PATIENTS)
    Patient voidPatient(Patient patient, String reason);

    @Authorized(PrivilegeConstants.DELETE_PATIENTS)
    Patient unvoidPatient(Patient patient);

    @Authorized(PrivilegeConstants.PURGE_PATIENTS)
    void purgePatient(Patient patient);

    @Authorized(PrivilegeConstants.EDIT_PATIENTS)
    void mergePatients(Patient preferred, Patient notPreferred) throws SerializationException;

    @Authorized(PrivilegeConstants.GET_IDENTIFIER_TYPES)
    List<PatientIdentifierType> getAllPatientIdentifierTypes();

    @Authorized(PrivilegeConstants.GET_IDENTIFIER_TYPES)
    PatientIdentifierType getPatientIdentifierTypeByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_IDENTIFIER_TYPES)
    PatientIdentifierType getPatientIdentifierTypeByName(String name);

    @Authorized(PrivilegeConstants.MANAGE_IDENTIFIER_TYPES)
    PatientIdentifierType savePatientIdentifierType(PatientIdentifierType type);
}
