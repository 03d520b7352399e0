/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import lombok.Getter;
import lombok.Setter;

/** Somebody who gives care. Mapped in platform.hbm.xml. */
@Getter
@Setter
public class Provider extends BaseChangeableOpenmrsMetadata {
    private Integer providerId;
    private Person person;
    private String identifier;

    @Override
    public Integer getId() {
        return getProviderId();
    }

    @Override
    public void setId(Integer id) {
        setProviderId(id);
    }

    @Override
    public String getName() {
        PersonName name = getPerson() == null ? null : getPerson().getPersonName();
        return name == null ? super.getName() : name.getFullName();
    }
}
