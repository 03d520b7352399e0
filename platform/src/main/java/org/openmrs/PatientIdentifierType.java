/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import javax.persistence.Entity;
import javax.persistence.EnumType;
import javax.persistence.Enumerated;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A kind of patient identifier and its rules. */
@Entity
@Getter
@Setter
public class PatientIdentifierType extends BaseChangeableOpenmrsMetadata {
    public enum LocationBehavior {
        REQUIRED,
        NOT_USED
    }

    public enum UniquenessBehavior {
        UNIQUE,
        NON_UNIQUE,
        LOCATION
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer patientIdentifierTypeId;

    @Override
    public Integer getId() {
        return getPatientIdentifierTypeId();
    }

    @Override
    public void setId(Integer id) {
        setPatientIdentifierTypeId(id);
    }

    private String format;
    private String formatDescription;
    private String validator;

    @NotNull
    private Boolean required = Boolean.FALSE;

    @Enumerated(EnumType.STRING)
    private LocationBehavior locationBehavior;

    @Enumerated(EnumType.STRING)
    private UniquenessBehavior uniquenessBehavior;

    public PatientIdentifierType() {}

    public PatientIdentifierType(Integer patientIdentifierTypeId) {
        this.patientIdentifierTypeId = patientIdentifierTypeId;
    }

    public boolean hasValidator() {
        return validator != null && !validator.isEmpty();
    }
}
