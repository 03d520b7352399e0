/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lombok.Getter;
import lombok.Setter;

/** A person under care. Mapped in platform.hbm.xml. */
@Getter
@Setter
public class Patient extends Person {
    private String allergyStatus = "Unknown";
    private Set<PatientIdentifier> identifiers = new LinkedHashSet<>();

    public Patient() {}

    public Patient(Integer patientId) {
        super(patientId);
    }

    public Patient(Person person) {
        super(person.getPersonId());
        setUuid(person.getUuid());
        setGender(person.getGender());
        setBirthdate(person.getBirthdate());
        setBirthdateEstimated(person.getBirthdateEstimated());
        setDead(person.getDead());
        setDeathDate(person.getDeathDate());
        setPersonCreator(person.getPersonCreator());
        setPersonDateCreated(person.getPersonDateCreated());
        setNames(person.getNames());
    }

    public Integer getPatientId() {
        return getPersonId();
    }

    public void setPatientId(Integer patientId) {
        setPersonId(patientId);
    }

    public Person getPerson() {
        return this;
    }

    public List<PatientIdentifier> getActiveIdentifiers() {
        return identifiers.stream()
                .filter(i -> !i.isVoided())
                .sorted(Comparator.comparing(i -> !i.isPreferred()))
                .toList();
    }

    public PatientIdentifier getPatientIdentifier() {
        return getActiveIdentifiers().stream().findFirst().orElse(null);
    }

    public PatientIdentifier getPatientIdentifier(PatientIdentifierType type) {
        return getPatientIdentifiers(type).stream().findFirst().orElse(null);
    }

    public List<PatientIdentifier> getPatientIdentifiers(PatientIdentifierType type) {
        return getActiveIdentifiers().stream()
                .filter(i -> type.equals(i.getIdentifierType()))
                .toList();
    }

    public void addIdentifier(PatientIdentifier identifier) {
        if (identifier != null && identifiers.stream().noneMatch(i -> i.equalsContent(identifier))) {
            identifier.setPatient(this);
            identifiers.add(identifier);
        }
    }

    @Override
    public String toString() {
        return "Patient#" + getPatientId();
    }
}
