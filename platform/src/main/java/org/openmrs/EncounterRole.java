/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.Setter;

/** What a provider did in an encounter. */
@Entity
@Getter
@Setter
public class EncounterRole extends BaseChangeableOpenmrsMetadata {
    public static final String UNKNOWN_ENCOUNTER_ROLE_UUID = "a0b03050-c99b-11e0-9572-0800200c9a66";

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    @Setter(AccessLevel.NONE)
    private Integer encounterRoleId;

    @Override
    public Integer getId() {
        return getEncounterRoleId();
    }

    @Override
    public void setId(Integer id) {
        this.encounterRoleId = id;
    }
}
