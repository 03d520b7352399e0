/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.util.RoleConstants;

/** A set of privileges under a name; it has those of the roles it inherits too. Mapped in platform.hbm.xml. */
@Getter
@Setter
public class Role extends BaseOpenmrsMetadata {
    private String role;
    private Set<Privilege> privileges = new LinkedHashSet<>();
    private Set<Role> inheritedRoles = new LinkedHashSet<>();

    public Role() {}

    public Role(String role) {
        this.role = role;
    }

    public Role(String role, String description) {
        this.role = role;
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
        return getRole();
    }

    public boolean hasPrivilege(String privilege) {
        return RoleConstants.SUPERUSER.equals(getRole())
                || getPrivileges().stream().anyMatch(p -> p.getPrivilege().equalsIgnoreCase(privilege));
    }

    public void addPrivilege(Privilege privilege) {
        privileges.add(privilege);
    }

    public void removePrivilege(Privilege privilege) {
        privileges.remove(privilege);
    }

    public Set<Role> getAllParentRoles() {
        Set<Role> parents = new HashSet<>();
        collect(parents);
        return parents;
    }

    private void collect(Set<Role> parents) {
        for (Role parent : getInheritedRoles()) {
            if (parents.add(parent)) {
                parent.collect(parents);
            }
        }
    }

    @Override
    public String toString() {
        return getRole();
    }
}
