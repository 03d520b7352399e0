/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs;

import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import javax.persistence.CollectionTable;
import javax.persistence.Column;
import javax.persistence.ElementCollection;
import javax.persistence.Entity;
import javax.persistence.GeneratedValue;
import javax.persistence.GenerationType;
import javax.persistence.Id;
import javax.persistence.JoinColumn;
import javax.persistence.JoinTable;
import javax.persistence.ManyToMany;
import javax.persistence.ManyToOne;
import javax.persistence.MapKeyColumn;
import javax.persistence.Table;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.Setter;
import org.hibernate.annotations.Type;
import org.openmrs.module.smpr.platform.NotNull;
import org.openmrs.util.RoleConstants;

/** Somebody who can sign in. */
@Entity
@Table(name = "users")
@Getter
@Setter
public class User extends BaseOpenmrsObject implements Auditable, Retireable {
    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Integer userId;

    @Override
    public Integer getId() {
        return getUserId();
    }

    @Override
    public void setId(Integer id) {
        setUserId(id);
    }

    @NotNull
    @ManyToOne
    private Person person;

    @NotNull
    private String systemId;

    private String username;
    private String email;

    @Column(length = 128)
    @Getter(AccessLevel.NONE)
    @Setter(AccessLevel.NONE)
    private String password;

    @Column(length = 128)
    @Getter(AccessLevel.NONE)
    @Setter(AccessLevel.NONE)
    private String salt;

    @NotNull
    @ManyToOne
    private User creator;

    @NotNull
    private Date dateCreated;

    @ManyToOne
    private User changedBy;

    private Date dateChanged;

    @NotNull
    private Boolean retired = Boolean.FALSE;

    @ManyToOne
    private User retiredBy;

    private Date dateRetired;
    private String retireReason;

    @ManyToMany
    @JoinTable(
            name = "user_role",
            joinColumns = @JoinColumn(name = "user_id"),
            inverseJoinColumns = @JoinColumn(name = "role"))
    private Set<Role> roles = new LinkedHashSet<>();

    @ElementCollection
    @CollectionTable(name = "user_property", joinColumns = @JoinColumn(name = "user_id"))
    @MapKeyColumn(name = "property")
    @Column(name = "property_value")
    @Type(type = "text")
    private Map<String, String> userProperties = new HashMap<>();

    public User() {}

    public User(Integer userId) {
        this.userId = userId;
    }

    public User(Person person) {
        this.person = person;
    }

    @Override
    public Boolean isRetired() {
        return getRetired();
    }

    public boolean isSuperUser() {
        return containsRole(RoleConstants.SUPERUSER);
    }

    public boolean containsRole(String role) {
        return getAllRoles().stream().anyMatch(r -> r.getRole().equals(role));
    }

    public boolean hasRole(String role) {
        return hasRole(role, false);
    }

    public boolean hasRole(String role, boolean ignoreSuperUser) {
        return containsRole(role) || !ignoreSuperUser && isSuperUser();
    }

    public boolean hasPrivilege(String privilege) {
        return privilege == null
                || privilege.isEmpty()
                || isSuperUser()
                || getAllRoles().stream().anyMatch(r -> r.hasPrivilege(privilege));
    }

    public Set<Role> getAllRoles() {
        Set<Role> all = new HashSet<>(getRoles());
        getRoles().forEach(r -> all.addAll(r.getAllParentRoles()));
        return all;
    }

    public Collection<Privilege> getPrivileges() {
        Set<Privilege> all = new HashSet<>();
        getAllRoles().forEach(r -> all.addAll(r.getPrivileges()));
        return all;
    }

    public User addRole(Role role) {
        roles.add(role);
        return this;
    }

    public PersonName getPersonName() {
        return getPerson() == null ? null : getPerson().getPersonName();
    }

    public String getGivenName() {
        return getPerson() == null ? null : getPerson().getGivenName();
    }

    public String getFamilyName() {
        return getPerson() == null ? null : getPerson().getFamilyName();
    }

    public void addName(PersonName name) {
        if (getPerson() == null) {
            setPerson(new Person());
        }
        getPerson().addName(name);
    }

    public String getDisplayString() {
        return getPersonName() + " (" + getUsername() + ")";
    }

    public String getUserProperty(String name) {
        return getUserProperty(name, "");
    }

    public String getUserProperty(String name, String otherwise) {
        return getUserProperties().getOrDefault(name, otherwise);
    }

    public void setUserProperty(String name, String value) {
        getUserProperties().put(name, value);
    }

    @Override
    public String toString() {
        return getUsername() != null ? getUsername() : getSystemId();
    }
}
