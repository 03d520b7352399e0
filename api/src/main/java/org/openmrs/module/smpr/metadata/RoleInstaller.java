/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import lombok.Getter;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.api.UserService;

/** Installs the module's roles, which nobody has until the site gives them; a role that is there stays as the site has it. */
final class RoleInstaller {

    private final UserService service;

    private final Installation installation;

    @Getter
    private int created;

    RoleInstaller(UserService service, Installation installation) {
        this.service = service;
        this.installation = installation;
    }

    void install() {
        for (SmprRole role : SmprRole.values()) {
            if (installation.install("Role \"" + role.getName() + "\"", () -> install(role))) {
                created++;
            }
        }
    }

    private boolean install(SmprRole planned) {
        if (service.getRole(planned.getName()) != null) {
            return false;
        }
        Role role = new Role(planned.getName(), planned.getDescription());
        role.setUuid(StableUuid.of("role", planned.getName()));
        planned.getPrivileges().forEach(name -> role.addPrivilege(privilege(name)));
        service.saveRole(role);
        return true;
    }

    /** @return the privilege of that name; made where the site has it no more */
    Privilege privilege(String name) {
        Privilege known = service.getPrivilege(name);
        return known != null ? known : service.savePrivilege(new Privilege(name, "Used by the module SMPR"));
    }
}
