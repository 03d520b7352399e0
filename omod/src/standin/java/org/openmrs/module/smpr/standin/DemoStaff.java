/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.AccessLevel;
import lombok.AllArgsConstructor;
import org.openmrs.Location;
import org.openmrs.Person;
import org.openmrs.PersonName;
import org.openmrs.Provider;
import org.openmrs.Role;
import org.openmrs.User;
import org.openmrs.api.context.Context;

/** Who rates in the demonstration, and where: made through the platform's services, which REST does not offer for them. */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class DemoStaff {

    static final String USER = "demo";

    static final String PASSWORD = "Demo1234";

    /** Reads, and sees no sums. */
    static final String READER = "reader";

    static final String READER_PASSWORD = "Reader1234";

    /** Reads who read what of whom. */
    static final String AUDITOR = "auditor";

    static final String AUDITOR_PASSWORD = "Auditor1234";

    static final String ADMINISTRATOR = "admin";

    static final String ADMINISTRATOR_PASSWORD = "Admin123";

    private static final String REGISTRAR = "Demonstration: registers people";

    private static final String[] ROLES = {"SMPR: Rater", "SMPR: Researcher", REGISTRAR};

    private final List<String> raters;

    private final Map<String, String> places;

    /** Makes the cohort's raters and places. The first rater is who signs in. */
    static DemoStaff hire(DemoCohort cohort) {
        Context.openSession();
        try {
            Context.authenticate(ADMINISTRATOR, ADMINISTRATOR_PASSWORD);
            addRegistrar();
            List<String> raters = new ArrayList<>();
            for (String name : cohort.raters()) {
                raters.add(newRater(name, raters.isEmpty()).getUuid());
            }
            addUser(newPerson("Reader", "Demonstration"), READER, READER_PASSWORD, "SMPR: Reader");
            addUser(newPerson("Auditor", "Demonstration"), AUDITOR, AUDITOR_PASSWORD, "SMPR: Auditor");
            Map<String, String> places = new LinkedHashMap<>();
            cohort.places().forEach((context, name) -> places.put(context, newPlace(name)));
            return new DemoStaff(raters, places);
        } finally {
            Context.logout();
            Context.closeSession();
        }
    }

    private static Provider newRater(String name, boolean signsIn) {
        String[] names = name.split(" ");
        Person person = newPerson(names[0], names[1]);
        if (signsIn) {
            addUser(person, USER, PASSWORD, ROLES);
        }
        Provider provider = new Provider();
        provider.setPerson(person);
        provider.setIdentifier(names[1]);
        return Context.getProviderService().saveProvider(provider);
    }

    private static Person newPerson(String givenName, String familyName) {
        Person person = new Person();
        person.setGender("U");
        person.addName(new PersonName(givenName, null, familyName));
        return Context.getPersonService().savePerson(person);
    }

    private static void addUser(Person person, String name, String password, String... roles) {
        User user = new User(person);
        user.setUsername(name);
        for (String role : roles) {
            user.addRole(Context.getUserService().getRole(role));
        }
        Context.getUserService().createUser(user, password);
    }

    /** What a demonstration needs beyond the module's roles. */
    private static void addRegistrar() {
        Role role = new Role(REGISTRAR, "Registers the people of the demonstration");
        for (String privilege : new String[] {"Add Patients", "Add Patient Identifiers", "Add People"}) {
            role.addPrivilege(Context.getUserService().getPrivilege(privilege));
        }
        Context.getUserService().saveRole(role);
    }

    private static String newPlace(String name) {
        Location location = new Location();
        location.setName(name);
        location.setDescription(name);
        return Context.getLocationService().saveLocation(location).getUuid();
    }

    /** @param number from 1 */
    String rater(int number) {
        return raters.get(number - 1);
    }

    String place(String context) {
        return places.get(context);
    }
}
