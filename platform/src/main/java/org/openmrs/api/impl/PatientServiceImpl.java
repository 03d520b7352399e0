/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.text.Normalizer;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PatientIdentifierType;
import org.openmrs.PatientProgram;
import org.openmrs.PersonName;
import org.openmrs.api.APIException;
import org.openmrs.api.PatientService;
import org.openmrs.api.ProgramWorkflowService;
import org.openmrs.api.context.Context;
import org.openmrs.person.PersonMergeLog;

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
        String sought = plain(query.trim());
        if (sought.length() < 2) {
            return List.of();
        }
        List<String> words = List.of(sought.split("\\s+"));
        return list(Patient.class, "from Patient where voided = false order by personId").stream()
                .filter(p -> p.getActiveIdentifiers().stream()
                                .anyMatch(i -> plain(i.getIdentifier()).startsWith(sought))
                        || p.getNames().stream().anyMatch(n -> !n.isVoided() && matches(n, words)))
                .toList();
    }

    private static boolean matches(PersonName name, List<String> words) {
        List<String> parts = Stream.of(
                        name.getGivenName(), name.getMiddleName(), name.getFamilyName(), name.getFamilyName2())
                .filter(Objects::nonNull)
                .map(PatientServiceImpl::plain)
                .toList();
        return words.stream().allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)));
    }

    /** Without accents, in lower case. */
    private static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
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
        ProgramWorkflowService programs = Context.getProgramWorkflowService();
        for (PatientProgram enrolment :
                programs.getPatientPrograms(notPreferred, null, null, null, null, null, false)) {
            enrolment.setPatient(preferred);
            programs.savePatientProgram(enrolment);
        }
        List<PatientIdentifier> identifiers = notPreferred.getActiveIdentifiers();
        List<PersonName> names =
                notPreferred.getNames().stream().filter(n -> !n.isVoided()).toList();
        Context.getPatientService().voidPatient(notPreferred, "Merged with patient #" + preferred.getPatientId());
        identifiers.forEach(i -> copyTo(preferred, i));
        names.forEach(n -> copyTo(preferred, n));
        Context.getPatientService().savePatient(preferred);
        PersonMergeLog log = new PersonMergeLog();
        log.setWinner(preferred);
        log.setLoser(notPreferred);
        log.setSerializedMergedData("");
        log.setCreator(Context.getAuthenticatedUser());
        log.setDateCreated(new Date());
        save(log);
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
