/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.List;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** Users, roles and privileges. */
public interface UserService extends OpenmrsService {
    @Authorized(PrivilegeConstants.ADD_USERS)
    User createUser(User user, String password);

    @Authorized(PrivilegeConstants.GET_USERS)
    User getUser(Integer userId);

    @Authorized(PrivilegeConstants.GET_USERS)
    User getUserByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_USERS)
    User getUserByUsername(String username);

    @Authorized(PrivilegeConstants.EDIT_USERS)
    User saveUser(User user);

    @Authorized(PrivilegeConstants.MANAGE_ROLES)
    List<Role> getAllRoles();

    Role getRole(String name);

    Role getRoleByUuid(String uuid);

    @Authorized(PrivilegeConstants.MANAGE_ROLES)
    Role saveRole(Role role);

    @Authorized(PrivilegeConstants.MANAGE_PRIVILEGES)
    List<Privilege> getAllPrivileges();

    @Authorized(PrivilegeConstants.GET_PRIVILEGES)
    Privilege getPrivilege(String name);

    @Authorized(PrivilegeConstants.GET_PRIVILEGES)
    Privilege getPrivilegeByUuid(String uuid);

    @Authorized(PrivilegeConstants.MANAGE_PRIVILEGES)
    Privilege savePrivilege(Privilege privilege);
}
