/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.openmrs.Location;
import org.openmrs.Patient;
import org.openmrs.PatientIdentifier;
import org.openmrs.PatientIdentifierType;
import org.openmrs.Person;
import org.openmrs.PersonName;
import org.openmrs.Privilege;
import org.openmrs.Provider;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Times;

/** Invented people for tests, saved through the platform's services. */
public final class TestPeople {

    private static final String PASSWORD = "Invented123";

    private TestPeople() {}

    /** A man born in 1980, under a number of his own. */
    public static Patient patient() {
        PatientIdentifierType type = new PatientIdentifierType();
        type.setName("Invented number " + UUID.randomUUID().toString().substring(0, 8));
        type.setDescription("For tests");
        Context.getPatientService().savePatientIdentifierType(type);
        Patient patient = new Patient();
        patient.addName(new PersonName("Invented", null, "Aspen"));
        patient.setGender("M");
        patient.setBirthdate(day("1980-02-01"));
        patient.addIdentifier(new PatientIdentifier(UUID.randomUUID().toString().substring(0, 12), type, location()));
        return Context.getPatientService().savePatient(patient);
    }

    public static Location location() {
        Location location = new Location();
        location.setName("Invented ward " + UUID.randomUUID().toString().substring(0, 8));
        location.setDescription("For tests");
        return Context.getLocationService().saveLocation(location);
    }

    public static Provider rater() {
        return clinician(person("Rater"));
    }

    /** Gives the person an account as a provider, or one more. */
    public static Provider clinician(Person person) {
        Provider provider = new Provider();
        provider.setPerson(person);
        provider.setIdentifier(UUID.randomUUID().toString());
        return Context.getProviderService().saveProvider(provider);
    }

    /** Signs in as someone with those roles and privileges, and no others. */
    public static void signInWith(List<String> roles, List<String> privileges) {
        signInAs(person("Rater"), roles, privileges);
    }

    /** Signs in as someone with those roles who has an account as a provider, and gives that. */
    public static Provider signInAsClinician(String... roles) {
        Provider clinician = rater();
        signInAs(clinician.getPerson(), Arrays.asList(roles), Collections.emptyList());
        return clinician;
    }

    /** Someone of the service with those roles and an account as a provider, to be signed in when it is his turn. */
    public static User staff(String... roles) {
        return account(rater().getPerson(), Arrays.asList(roles), Collections.emptyList());
    }

    /** Someone with those privileges alone, to be signed in when it is his turn. */
    public static User userWith(String... privileges) {
        return account(person("Rater"), Collections.emptyList(), Arrays.asList(privileges));
    }

    /** The same with privileges that none of the roles has. */
    public static User staff(List<String> roles, List<String> privileges) {
        return account(rater().getPerson(), roles, privileges);
    }

    /** Signs in as one of {@link #staff}. */
    public static void signIn(User user) {
        Context.flushSession();
        Context.clearSession();
        Context.logout();
        Context.authenticate(user.getUsername(), PASSWORD);
    }

    private static void signInAs(Person person, List<String> roles, List<String> privileges) {
        signIn(account(person, roles, privileges));
    }

    private static User account(Person person, List<String> roles, List<String> privileges) {
        String name = "invented-" + UUID.randomUUID().toString().substring(0, 8);
        Set<Role> given = new HashSet<>();
        roles.forEach(role -> given.add(Context.getUserService().getRole(role)));
        privileges.forEach(privilege -> given.add(roleWith(privilege)));
        User user = new User(person);
        user.setUsername(name);
        user.setRoles(given);
        return Context.getUserService().createUser(user, PASSWORD);
    }

    /** @return one that has that privilege alone; OpenMRS honours those alone that others see too: who installs them before all tests commits them */
    static Role roleWith(String privilege) {
        String name = "Invented: " + privilege;
        Role known = Context.getUserService().getRole(name);
        if (known != null) {
            return known;
        }
        Role role = new Role(name, "For tests");
        role.addPrivilege(privilege(privilege));
        return Context.getUserService().saveRole(role);
    }

    /** Outside a server nobody reads config.xml's privileges; those in no role of the module are not there. */
    private static Privilege privilege(String name) {
        Privilege known = Context.getUserService().getPrivilege(name);
        return known != null ? known : Context.getUserService().savePrivilege(new Privilege(name, "For tests"));
    }

    public static Date day(String day) {
        return Times.moment(day, java.time.ZoneId.systemDefault()).get();
    }

    private static Person person(String name) {
        Person person = new Person();
        person.addName(
                new PersonName("Invented", null, name.replaceAll("[0-9]", "").replace("-", "")));
        person.setGender("F");
        return Context.getPersonService().savePerson(person);
    }
}
