/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.List;
import org.openmrs.Privilege;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.APIException;
import org.openmrs.api.PasswordException;
import org.openmrs.api.UserService;
import org.openmrs.module.smpr.platform.CheckDigit;
import org.openmrs.module.smpr.platform.Passwords;

class UserServiceImpl extends HibernateService implements UserService {
    @Override
    public User createUser(User user, String password) {
        if (password == null || !password.matches("(?=.*[0-9])(?=.*[a-z])(?=.*[A-Z]).{8,}")) {
            throw new PasswordException("A password has eight characters or more, with a digit and both cases");
        }
        if (getUserByUsername(user.getUsername()) != null) {
            throw new APIException("Username " + user.getUsername() + " is already in use.");
        }
        save(user.getPerson());
        if (user.getSystemId() == null) {
            Long users = session()
                    .createQuery("select count(*) from User", Long.class)
                    .uniqueResult();
            user.setSystemId((users + 1) + "-" + CheckDigit.of(users + 1));
        }
        save(user);
        session().flush();
        String salt = Passwords.salt();
        session()
                .createQuery("update User set password = ?1, salt = ?2 where userId = ?3")
                .setParameter(1, Passwords.hash(password, salt))
                .setParameter(2, salt)
                .setParameter(3, user.getUserId())
                .executeUpdate();
        session().refresh(user);
        return user;
    }

    @Override
    public User getUser(Integer userId) {
        return session().get(User.class, userId);
    }

    @Override
    public User getUserByUuid(String uuid) {
        return byUuid(User.class, uuid);
    }

    @Override
    public User getUserByUsername(String username) {
        return first(User.class, "from User where retired = false and (username = ?1 or systemId = ?1)", username);
    }

    @Override
    public User saveUser(User user) {
        return save(user);
    }

    @Override
    public List<Role> getAllRoles() {
        return list(Role.class, "from Role order by role");
    }

    @Override
    public Role getRole(String name) {
        return session().get(Role.class, name);
    }

    @Override
    public Role getRoleByUuid(String uuid) {
        return byUuid(Role.class, uuid);
    }

    @Override
    public Role saveRole(Role role) {
        return save(role);
    }

    @Override
    public List<Privilege> getAllPrivileges() {
        return list(Privilege.class, "from Privilege order by privilege");
    }

    @Override
    public Privilege getPrivilege(String name) {
        return session().get(Privilege.class, name);
    }

    @Override
    public Privilege getPrivilegeByUuid(String uuid) {
        return byUuid(Privilege.class, uuid);
    }

    @Override
    public Privilege savePrivilege(Privilege privilege) {
        return save(privilege);
    }
}
