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
import javax.persistence.ManyToOne;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.smpr.platform.NotNull;

/** A provider in a role in an encounter. */
@Entity
@Getter
@Setter
public class EncounterProvider extends BaseChangeableOpenmrsData {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer encounterProviderId;

    @Override
    public Integer getId() {
        return getEncounterProviderId();
    }

    @Override
    public void setId(Integer id) {
        setEncounterProviderId(id);
    }

    @NotNull
    @ManyToOne
    private Encounter encounter;

    @NotNull
    @ManyToOne
    private Provider provider;

    @NotNull
    @ManyToOne
    private EncounterRole encounterRole;
}
