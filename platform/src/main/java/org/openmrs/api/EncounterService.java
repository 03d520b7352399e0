/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.List;
import org.openmrs.Encounter;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** Encounters, their types and roles. */
public interface EncounterService extends OpenmrsService {
    @Authorized({PrivilegeConstants.ADD_ENCOUNTERS, PrivilegeConstants.EDIT_ENCOUNTERS})
    Encounter saveEncounter(Encounter encounter);

    @Authorized(PrivilegeConstants.GET_ENCOUNTERS)
    Encounter getEncounter(Integer encounterId);

    @Authorized(PrivilegeConstants.GET_ENCOUNTERS)
    Encounter getEncounterByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_ENCOUNTERS)
    List<Encounter> getEncountersByPatient(Patient patient);

    @Authorized(PrivilegeConstants.EDIT_ENCOUNTERS)
    Encounter voidEncounter(Encounter encounter, String reason);

    @Authorized(PrivilegeConstants.EDIT_ENCOUNTERS)
    Encounter unvoidEncounter(Encounter encounter);

    @Authorized(PrivilegeConstants.PURGE_ENCOUNTERS)
    void purgeEncounter(Encounter encounter);

    @Authorized(PrivilegeConstants.PURGE_ENCOUNTERS)
    void purgeEncounter(Encounter encounter, boolean cascade);

    @Authorized(PrivilegeConstants.EDIT_ENCOUNTERS)
    Encounter transferEncounter(Encounter encounter, Patient patient);

    boolean canViewEncounter(Encounter encounter, User user);

    boolean canEditEncounter(Encounter encounter, User user);

    boolean canViewAllEncounterTypes(User user);

    @Authorized(PrivilegeConstants.GET_ENCOUNTER_TYPES)
    EncounterType getEncounterType(Integer encounterTypeId);

    @Authorized(PrivilegeConstants.GET_ENCOUNTER_TYPES)
    EncounterType getEncounterType(String name);

    @Authorized(PrivilegeConstants.GET_ENCOUNTER_TYPES)
    EncounterType getEncounterTypeByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_ENCOUNTER_TYPES)
    List<EncounterType> getAllEncounterTypes();

    @Authorized(PrivilegeConstants.GET_ENCOUNTER_TYPES)
    List<EncounterType> getAllEncounterTypes(boolean includeRetired);

    @Authorized(PrivilegeConstants.MANAGE_ENCOUNTER_TYPES)
    EncounterType saveEncounterType(EncounterType encounterType);

    @Authorized(PrivilegeConstants.MANAGE_ENCOUNTER_TYPES)
    EncounterType retireEncounterType(EncounterType encounterType, String reason);

    void checkIfEncounterTypesAreLocked();

    @Authorized(PrivilegeConstants.GET_ENCOUNTER_ROLES)
    EncounterRole getEncounterRoleByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_ENCOUNTER_ROLES)
    EncounterRole getEncounterRoleByName(String name);

    @Authorized(PrivilegeConstants.MANAGE_ENCOUNTER_ROLES)
    EncounterRole saveEncounterRole(EncounterRole encounterRole);
}
