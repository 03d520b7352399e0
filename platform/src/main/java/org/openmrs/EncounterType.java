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
import javax.persistence.JoinColumn;
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;

/** A kind of encounter, with the privileges that open it. */
@Entity
@Getter
@Setter
public class EncounterType extends BaseChangeableOpenmrsMetadata {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer encounterTypeId;

    @Override
    public Integer getId() {
        return getEncounterTypeId();
    }

    @Override
    public void setId(Integer id) {
        setEncounterTypeId(id);
    }

    @ManyToOne
    @JoinColumn(name = "view_privilege")
    private Privilege viewPrivilege;

    @ManyToOne
    @JoinColumn(name = "edit_privilege")
    private Privilege editPrivilege;

    public EncounterType() {}

    public EncounterType(Integer encounterTypeId) {
        this.encounterTypeId = encounterTypeId;
    }

    public EncounterType(String name, String description) {
        setName(name);
        setDescription(description);
    }
}
