/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import lombok.Getter;
import lombok.Setter;

/** A right, known by its name. Mapped in platform.hbm.xml. */
@Getter
@Setter
public class Privilege extends BaseOpenmrsMetadata {
    private String privilege;

    public Privilege() {}

    public Privilege(String privilege) {
        this.privilege = privilege;
    }

    public Privilege(String privilege, String description) {
        this.privilege = privilege;
        setDescription(description);
    }

    @Override
    public Integer getId() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void setId(Integer id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String getName() {
        return getPrivilege();
    }

    @Override
    public String toString() {
        return getPrivilege();
    }
}
