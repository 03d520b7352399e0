/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Objects;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A number by which a patient is known somewhere. */
@Entity
@Getter
@Setter
public class PatientIdentifier extends BaseChangeableOpenmrsData {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer patientIdentifierId;

    @Override
    public Integer getId() {
        return getPatientIdentifierId();
    }

    @Override
    public void setId(Integer id) {
        setPatientIdentifierId(id);
    }

    @NotNull
    @ManyToOne
    private Patient patient;

    @NotNull
    private String identifier;

    @ManyToOne
    @JoinColumn(name = "identifier_type", nullable = false)
    private PatientIdentifierType identifierType;

    @NotNull
    private Boolean preferred = Boolean.FALSE;

    @ManyToOne
    private Location location;

    public PatientIdentifier() {}

    public PatientIdentifier(String identifier, PatientIdentifierType type, Location location) {
        this.identifier = identifier;
        this.identifierType = type;
        this.location = location;
    }

    public Boolean isPreferred() {
        return getPreferred();
    }

    public boolean equalsContent(PatientIdentifier other) {
        return Objects.equals(getPatient(), other.getPatient())
                && Objects.equals(getIdentifier(), other.getIdentifier())
                && Objects.equals(getIdentifierType(), other.getIdentifierType())
                && Objects.equals(getLocation(), other.getLocation());
    }

    @Override
    public String toString() {
        return getIdentifier();
    }
}
