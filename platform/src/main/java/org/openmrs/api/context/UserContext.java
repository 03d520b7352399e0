/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.context;

import java.io.Serializable;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import lombok.Getter;
import lombok.Setter;
import org.hibernate.Session;
import org.openmrs.Location;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.util.LocaleUtility;
import org.openmrs.util.OpenmrsConstants;
import org.openmrs.util.RoleConstants;

/** Who is at work, in which language and place, and with which borrowed privileges. */
public class UserContext implements Serializable {
    private final transient AuthenticationScheme scheme;
    /** Requests of one session share it, and some come at the same moment. */
    private final List<String> proxies = new CopyOnWriteArrayList<>();

    private User user;

    @Setter
    private Locale locale;

    @Getter
    @Setter
    private Integer locationId;

    public UserContext(AuthenticationScheme authenticationScheme) {
        this.scheme = authenticationScheme;
    }

    public Authenticated authenticate(Credentials credentials) {
        user = null;
        Authenticated authenticated = scheme.authenticate(credentials);
        signIn(authenticated.getUser());
        return authenticated;
    }

    public User becomeUser(String systemId) {
        if (!Context.getAuthenticatedUser().isSuperUser()) {
            throw new org.openmrs.api.APIAuthenticationException(
                    "You must be a super user to assume another user's identity");
        }
        User other = Context.session()
                .createQuery("from User where systemId = ?1", User.class)
                .setParameter(1, systemId)
                .uniqueResult();
        if (other == null) {
            throw new ContextAuthenticationException("User not found with systemId: " + systemId);
        }
        signIn(UsernamePasswordAuthenticationScheme.load(other));
        return user;
    }

    public void refreshAuthenticatedUser() {
        if (user != null) {
            Session session = Context.session();
            session.evict(user);
            user = UsernamePasswordAuthenticationScheme.load(session.get(User.class, user.getUserId()));
        }
    }

    public User getAuthenticatedUser() {
        return user;
    }

    public boolean isAuthenticated() {
        return getAuthenticatedUser() != null;
    }

    public void logout() {
        user = null;
        locale = null;
        locationId = null;
    }

    public void addProxyPrivilege(String privilege) {
        if (privilege == null) {
            throw new IllegalArgumentException("UserContext.addProxyPrivilege does not accept null privileges");
        }
        proxies.add(privilege);
    }

    public void removeProxyPrivilege(String privilege) {
        proxies.remove(privilege);
    }

    public boolean hasPrivilege(String privilege) {
        if (proxies.contains(privilege)) {
            return true;
        }
        if (isAuthenticated() && (user.hasPrivilege(privilege) || roleHas(RoleConstants.AUTHENTICATED, privilege))) {
            return true;
        }
        return roleHas(RoleConstants.ANONYMOUS, privilege);
    }

    public Set<Role> getAllRoles() throws Exception {
        return getAllRoles(getAuthenticatedUser());
    }

    public Set<Role> getAllRoles(User of) throws Exception {
        Set<Role> roles = new HashSet<>();
        if (of != null) {
            roles.addAll(of.getAllRoles());
            roles.add(role(RoleConstants.AUTHENTICATED));
        }
        roles.add(role(RoleConstants.ANONYMOUS));
        return roles;
    }

    public Locale getLocale() {
        return locale == null ? LocaleUtility.getDefaultLocale() : locale;
    }

    public Location getLocation() {
        return locationId == null ? null : Context.session().get(Location.class, locationId);
    }

    public void setLocation(Location location) {
        locationId = location == null ? null : location.getLocationId();
    }

    private void signIn(User who) {
        user = who;
        String preferred = who.getUserProperty(OpenmrsConstants.USER_PROPERTY_DEFAULT_LOCALE);
        if (!preferred.isEmpty()) {
            setLocale(LocaleUtility.fromSpecification(preferred));
        }
    }

    private static boolean roleHas(String role, String privilege) {
        Role found = role(role);
        return found != null
                && (found.hasPrivilege(privilege)
                        || found.getAllParentRoles().stream().anyMatch(r -> r.hasPrivilege(privilege)));
    }

    private static Role role(String name) {
        return Context.session().get(Role.class, name);
    }
}
