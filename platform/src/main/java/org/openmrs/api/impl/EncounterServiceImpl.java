/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Objects;
import org.hibernate.engine.spi.EntityEntry;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.openmrs.Encounter;
import org.openmrs.EncounterProvider;
import org.openmrs.EncounterRole;
import org.openmrs.EncounterType;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.Privilege;
import org.openmrs.User;
import org.openmrs.Voidable;
import org.openmrs.api.APIException;
import org.openmrs.api.EncounterService;
import org.openmrs.api.EncounterTypeLockedException;
import org.openmrs.api.ObsService;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.Daemon;
import org.openmrs.module.smpr.platform.Settings;
import org.openmrs.util.OpenmrsConstants;
import org.openmrs.util.OpenmrsUtil;

class EncounterServiceImpl extends HibernateService implements EncounterService {
    @Override
    public Encounter saveEncounter(Encounter encounter) {
        requireEdit(encounter, "edit");
        followEncounter(encounter);
        save(encounter);
        // What was edited is stored as another; until all of it is, nothing of it may be written.
        encounter.getAllFlattenedObs(true).stream()
                .filter(obs -> obs.getObsId() != null && obs.isDirty() && !obs.getVoided())
                .forEach(session()::evict);
        ObsService observations = Context.getObsService();
        for (Obs obs : new ArrayList<>(encounter.getObsAtTopLevel(true))) {
            Obs stored = observations.saveObs(
                    obs, obs.getObsId() == null ? null : "Replaced with a new one because it was changed");
            if (stored != obs) {
                encounter.removeObs(obs);
                encounter.addObs(stored);
            }
        }
        return encounter;
    }

    /** Observations that had the encounter's date or patient go with it when that changes. */
    private void followEncounter(Encounter encounter) {
        EntityEntry entry = session()
                .unwrap(SharedSessionContractImplementor.class)
                .getPersistenceContext()
                .getEntry(encounter);
        Date before = entry == null ? null : (Date) entry.getLoadedValue("encounterDatetime");
        for (Obs obs : encounter.getAllFlattenedObs(true)) {
            if (before != null
                    && !OpenmrsUtil.nullSafeEquals(before, encounter.getEncounterDatetime())
                    && OpenmrsUtil.nullSafeEquals(before, obs.getObsDatetime())) {
                obs.setObsDatetime(encounter.getEncounterDatetime());
            }
            if (!Objects.equals(obs.getPersonId(), encounter.getPatient().getPatientId())) {
                obs.setPerson(encounter.getPatient());
            }
        }
    }

    @Override
    public Encounter getEncounter(Integer encounterId) {
        Encounter encounter = session().get(Encounter.class, encounterId);
        if (encounter != null && !canViewEncounter(encounter, Context.getAuthenticatedUser())) {
            throw denied(encounter.getEncounterType().getViewPrivilege(), "view");
        }
        return encounter;
    }

    @Override
    public Encounter getEncounterByUuid(String uuid) {
        return byUuid(Encounter.class, uuid);
    }

    @Override
    public List<Encounter> getEncountersByPatient(Patient patient) {
        List<Encounter> encounters = list(
                Encounter.class,
                "from Encounter where patient = ?1 and voided = false order by encounterDatetime",
                Objects.requireNonNull(patient, "patient"));
        encounters.removeIf(e -> !canViewEncounter(e, Context.getAuthenticatedUser()));
        return encounters;
    }

    @Override
    public Encounter voidEncounter(Encounter encounter, String reason) {
        requireEdit(encounter, "void");
        if (reason == null) {
            throw new IllegalArgumentException("The argument 'reason' is required and so cannot be null");
        }
        for (Obs obs : encounter.getAllFlattenedObs(false)) {
            markVoided(obs, reason);
        }
        markVoided(encounter, reason);
        return saveEncounter(encounter);
    }

    private static void markVoided(Voidable object, String reason) {
        if (!object.isVoided()) {
            object.setVoided(true);
            object.setVoidedBy(Context.getAuthenticatedUser());
            object.setDateVoided(new Date());
            object.setVoidReason(reason);
        }
    }

    @Override
    public Encounter unvoidEncounter(Encounter encounter) {
        requireEdit(encounter, "unvoid");
        return save(encounter);
    }

    @Override
    public void purgeEncounter(Encounter encounter) {
        requireEdit(encounter, "purge");
        session().delete(encounter);
    }

    @Override
    public void purgeEncounter(Encounter encounter, boolean cascade) {
        if (cascade) {
            encounter.getObsAtTopLevel(true).forEach(session()::delete);
        }
        purgeEncounter(encounter);
    }

    @Override
    public Encounter transferEncounter(Encounter encounter, Patient patient) {
        requireEdit(encounter, "edit");
        Encounter copy = new Encounter();
        copy.setPatient(patient);
        copy.setEncounterType(encounter.getEncounterType());
        copy.setEncounterDatetime(encounter.getEncounterDatetime());
        copy.setLocation(encounter.getLocation());
        copy.setForm(encounter.getForm());
        copy.setCreator(encounter.getCreator());
        copy.setDateCreated(encounter.getDateCreated());
        for (EncounterProvider provider : encounter.getActiveEncounterProviders()) {
            copy.addProvider(provider.getEncounterRole(), provider.getProvider());
        }
        for (EncounterProvider provider : copy.getEncounterProviders()) {
            provider.setCreator(encounter.getCreator());
            provider.setDateCreated(encounter.getDateCreated());
        }
        for (Obs obs : encounter.getObsAtTopLevel(false)) {
            copy.addObs(given(Obs.newInstance(obs), patient));
        }
        voidEncounter(encounter, "transfer to patient: id = " + patient.getPatientId());
        return saveEncounter(copy);
    }

    private static Obs given(Obs obs, Patient patient) {
        obs.setPerson(patient);
        obs.setEncounter(null);
        if (obs.hasGroupMembers(true)) {
            obs.getGroupMembers(true).forEach(m -> given(m, patient));
        }
        return obs;
    }

    @Override
    public boolean canViewEncounter(Encounter encounter, User user) {
        return holds(user, encounter.getEncounterType().getViewPrivilege());
    }

    @Override
    public boolean canEditEncounter(Encounter encounter, User user) {
        return encounter.getEncounterType() == null
                || holds(user, encounter.getEncounterType().getEditPrivilege());
    }

    @Override
    public boolean canViewAllEncounterTypes(User user) {
        return getAllEncounterTypes().stream().allMatch(t -> holds(user, t.getViewPrivilege()));
    }

    private static boolean holds(User user, Privilege privilege) {
        return privilege == null
                || Daemon.isDaemonThread()
                || user != null && user.hasPrivilege(privilege.getPrivilege());
    }

    private void requireEdit(Encounter encounter, String verb) {
        if (!canEditEncounter(encounter, Context.getAuthenticatedUser())) {
            throw denied(encounter.getEncounterType().getEditPrivilege(), verb);
        }
    }

    private static APIException denied(Privilege privilege, String verb) {
        return new APIException("Privilege " + privilege + " required to " + verb + " encounters of this type");
    }

    @Override
    public EncounterType getEncounterType(Integer encounterTypeId) {
        return session().get(EncounterType.class, encounterTypeId);
    }

    @Override
    public EncounterType getEncounterType(String name) {
        return first(EncounterType.class, "from EncounterType where name = ?1 and retired = false", name);
    }

    @Override
    public EncounterType getEncounterTypeByUuid(String uuid) {
        return byUuid(EncounterType.class, uuid);
    }

    @Override
    public List<EncounterType> getAllEncounterTypes() {
        return getAllEncounterTypes(true);
    }

    @Override
    public List<EncounterType> getAllEncounterTypes(boolean includeRetired) {
        return list(
                EncounterType.class,
                "from EncounterType" + (includeRetired ? "" : " where retired = false") + " order by name");
    }

    @Override
    public EncounterType saveEncounterType(EncounterType encounterType) {
        checkIfEncounterTypesAreLocked();
        return save(encounterType);
    }

    @Override
    public EncounterType retireEncounterType(EncounterType encounterType, String reason) {
        if (reason == null) {
            throw new IllegalArgumentException("The 'reason' for retiring is required");
        }
        checkIfEncounterTypesAreLocked();
        return save(encounterType);
    }

    @Override
    public void checkIfEncounterTypesAreLocked() {
        if (Settings.isTrue(OpenmrsConstants.GLOBAL_PROPERTY_ENCOUNTER_TYPES_LOCKED)) {
            throw new EncounterTypeLockedException("Encounter types are currently locked");
        }
    }

    @Override
    public EncounterRole getEncounterRoleByUuid(String uuid) {
        return byUuid(EncounterRole.class, uuid);
    }

    @Override
    public EncounterRole getEncounterRoleByName(String name) {
        return by("name", name, EncounterRole.class);
    }

    @Override
    public EncounterRole saveEncounterRole(EncounterRole encounterRole) {
        return save(encounterRole);
    }
}
