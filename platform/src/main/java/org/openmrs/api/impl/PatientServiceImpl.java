/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.List;
import java.util.Locale;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PatientIdentifierType;
import org.openmrs.PersonName;
import org.openmrs.api.APIException;
import org.openmrs.api.PatientService;
import org.openmrs.api.context.Context;

class PatientServiceImpl extends HibernateService implements PatientService {
    @Override
    public Patient savePatient(Patient patient) {
        Integer id = patient.getPatientId();
        String known = "select personId from Patient where personId = ?1";
        if (id != null && !session().contains(patient) && first(Integer.class, known, id) == null) {
            throw new UnsupportedOperationException("The stand-in does not make patients of persons stored before");
        }
        List<PatientIdentifier> identifiers = patient.getActiveIdentifiers();
        if (identifiers.stream().noneMatch(PatientIdentifier::isPreferred)) {
            identifiers.stream().limit(1).forEach(i -> i.setPreferred(true));
        }
        if (!patient.isVoided() && !patient.getPersonName().isPreferred()) {
            patient.getPersonName().setPreferred(true);
        }
        return save(patient);
    }

    @Override
    public Patient getPatient(Integer patientId) {
        return session().get(Patient.class, patientId);
    }

    @Override
    public Patient getPatientByUuid(String uuid) {
        return byUuid(Patient.class, uuid);
    }

    @Override
    public List<Patient> getPatients(String query) {
        StringBuilder hql = new StringBuilder(
                "select distinct p from Patient p left join p.identifiers i left join p.names n"
                        + " where p.voided = false and (i.voided = false and lower(i.identifier) = ?1 or n.voided = false");
        String[] words = query.trim().toLowerCase(Locale.ROOT).split("\\s+");
        Object[] parameters = new Object[words.length + 1];
        parameters[0] = query.trim().toLowerCase(Locale.ROOT);
        for (int i = 0; i < words.length; i++) {
            parameters[i + 1] = words[i] + "%";
            String like = " like ?" + (i + 2);
            hql.append(" and (lower(n.givenName)")
                    .append(like)
                    .append(" or lower(n.middleName)")
                    .append(like);
            hql.append(" or lower(n.familyName)")
                    .append(like)
                    .append(" or lower(n.familyName2)")
                    .append(like)
                    .append(")");
        }
        return list(Patient.class, hql + ") order by p.personId", parameters);
    }

    @Override
    public Patient voidPatient(Patient patient, String reason) {
        for (Encounter encounter : Context.getEncounterService().getEncountersByPatient(patient)) {
            Context.getEncounterService().voidEncounter(encounter, reason);
        }
        return save(patient);
    }

    @Override
    public Patient unvoidPatient(Patient patient) {
        return save(patient);
    }

    @Override
    public void purgePatient(Patient patient) {
        session().delete(patient);
    }

    @Override
    public void mergePatients(Patient preferred, Patient notPreferred) {
        if (preferred.equals(notPreferred)) {
            throw new APIException("Merge operation cancelled: Cannot merge user" + preferred + " to self");
        }
        List<Encounter> encounters = list(Encounter.class, "from Encounter where patient = ?1", notPreferred);
        for (Encounter encounter : encounters) {
            if (Context.getEncounterService().canViewEncounter(encounter, Context.getAuthenticatedUser())) {
                encounter.setPatient(preferred);
                Context.getEncounterService().saveEncounter(encounter);
            }
        }
        for (Obs obs : Context.getObsService().getObservationsByPerson(notPreferred)) {
            if (obs.getEncounter() == null && obs.getObsGroup() == null) {
                obs.setPerson(preferred);
                Context.getObsService().saveObs(obs, "Merged from patient #" + notPreferred.getPatientId());
            }
        }
        List<PatientIdentifier> identifiers = notPreferred.getActiveIdentifiers();
        List<PersonName> names =
                notPreferred.getNames().stream().filter(n -> !n.isVoided()).toList();
        Context.getPatientService().voidPatient(notPreferred, "Merged with patient #" + preferred.getPatientId());
        identifiers.forEach(i -> copyTo(preferred, i));
        names.forEach(n -> copyTo(preferred, n));
        Context.getPatientService().savePatient(preferred);
    }

    private static void copyTo(Patient preferred, PatientIdentifier identifier) {
        boolean known = preferred.getActiveIdentifiers().stream()
                .anyMatch(i -> i.getIdentifier().equals(identifier.getIdentifier())
                        && i.getIdentifierType().equals(identifier.getIdentifierType()));
        if (!known) {
            preferred.addIdentifier(new PatientIdentifier(
                    identifier.getIdentifier(), identifier.getIdentifierType(), identifier.getLocation()));
        }
    }

    private static void copyTo(Patient preferred, PersonName name) {
        if (preferred.getNames().stream().noneMatch(n -> n.equalsContent(name))) {
            PersonName copy = new PersonName(name.getGivenName(), name.getMiddleName(), name.getFamilyName());
            copy.setPrefix(name.getPrefix());
            copy.setFamilyName2(name.getFamilyName2());
            preferred.addName(copy);
        }
    }

    @Override
    public List<PatientIdentifierType> getAllPatientIdentifierTypes() {
        return list(PatientIdentifierType.class, "from PatientIdentifierType where retired = false order by name");
    }

    @Override
    public PatientIdentifierType getPatientIdentifierTypeByUuid(String uuid) {
        return byUuid(PatientIdentifierType.class, uuid);
    }

    @Override
    public PatientIdentifierType getPatientIdentifierTypeByName(String name) {
        return first(
                PatientIdentifierType.class, "from PatientIdentifierType where name = ?1 and retired = false", name);
    }

    @Override
    public PatientIdentifierType savePatientIdentifierType(PatientIdentifierType type) {
        return save(type);
    }
}
