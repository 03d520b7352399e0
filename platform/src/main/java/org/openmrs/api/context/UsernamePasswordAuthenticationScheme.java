/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.context;

import java.security.MessageDigest;
import org.hibernate.Hibernate;
import org.hibernate.Session;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.module.smpr.platform.Passwords;

/** Signing in by name and password. */
public class UsernamePasswordAuthenticationScheme implements AuthenticationScheme {
    @Override
    public Authenticated authenticate(Credentials credentials) {
        if (!(credentials instanceof UsernamePasswordCredentials given)) {
            throw new ContextAuthenticationException(
                    "The stand-in does not know credentials other than a name and a password");
        }
        User user = find(Context.session(), given);
        if (user == null) {
            throw new ContextAuthenticationException("Invalid username and/or password: " + given.getUsername());
        }
        return new BasicAuthenticated(load(user), credentials.getAuthenticationScheme());
    }

    private static User find(Session session, UsernamePasswordCredentials given) {
        if (given.getUsername() == null || given.getPassword() == null) {
            return null;
        }
        String hql =
                "select u, u.password, u.salt from User u where (u.username = :name or u.systemId = :name) and u.retired = false";
        for (Object[] row : session.createQuery(hql, Object[].class)
                .setParameter("name", given.getUsername())
                .list()) {
            String hash = row[1] == null ? "" : Passwords.hash(given.getPassword(), (String) row[2]);
            if (!hash.isEmpty()
                    && MessageDigest.isEqual(hash.getBytes(), row[1].toString().getBytes())) {
                return (User) row[0];
            }
        }
        return null;
    }

    /** Reads what outlives the session: roles, privileges, names, properties. */
    static User load(User user) {
        Hibernate.initialize(user.getPerson().getNames());
        Hibernate.initialize(user.getUserProperties());
        user.getAllRoles().stream().map(Role::getPrivileges).forEach(Hibernate::initialize);
        return (User) Hibernate.unproxy(user);
    }
}
