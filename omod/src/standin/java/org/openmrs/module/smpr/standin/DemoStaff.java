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

/** Who works in the demonstration, and where: made through the platform's services, which REST does not offer for them. */
@AllArgsConstructor(access = AccessLevel.PRIVATE)
final class DemoStaff {

    static final String USER = "demo";

    static final String PASSWORD = "Demo1234";

    /** Rates some of the men, and others a second time without having seen the first rating. */
    static final String SECOND_RATER = "second";

    static final String SECOND_RATER_PASSWORD = "Second1234";

    /** A nurse or social worker: charts the pathway, care and places, and rates nothing. */
    static final String FOLLOWER = "follower";

    static final String FOLLOWER_PASSWORD = "Follower1234";

    /** Sees who is due and which places are taken. */
    static final String SECRETARY = "secretary";

    static final String SECRETARY_PASSWORD = "Secretary1234";

    /** Keeps the outcome register, and sees nothing of anybody's care. */
    static final String REGISTRAR = "registrar";

    static final String REGISTRAR_PASSWORD = "Registrar1234";

    /** Reads, and sees no sums. */
    static final String READER = "reader";

    static final String READER_PASSWORD = "Reader1234";

    /** Records who takes part in the study, and can tell whose a study code is. */
    static final String COORDINATOR = "coordinator";

    static final String COORDINATOR_PASSWORD = "Coordinator1234";

    /** Reads what the study finds, and finds nobody. */
    static final String ANALYST = "analyst";

    static final String ANALYST_PASSWORD = "Analyst1234";

    /** Reads who read what of whom. */
    static final String AUDITOR = "auditor";

    static final String AUDITOR_PASSWORD = "Auditor1234";

    static final String ADMINISTRATOR = "admin";

    static final String ADMINISTRATOR_PASSWORD = "Admin123";

    private static final String REGISTRATION = "Demonstration: registers people";

    private static final String[] ROLES = {"SMPR: Rater", "SMPR: Researcher", REGISTRATION};

    /** The raters, and after them who follows. */
    private final List<String> providers;

    private final Map<String, String> places;

    /** Makes the cohort's two raters and its places. */
    static DemoStaff hire(DemoCohort cohort) {
        Context.openSession();
        try {
            Context.authenticate(ADMINISTRATOR, ADMINISTRATOR_PASSWORD);
            addRegistration();
            List<String> providers = new ArrayList<>();
            for (String name : cohort.raters()) {
                Person rater = newPerson(name);
                if (providers.isEmpty()) {
                    addUser(rater, USER, PASSWORD, ROLES);
                } else {
                    addUser(rater, SECOND_RATER, SECOND_RATER_PASSWORD, "SMPR: Rater");
                }
                providers.add(newProvider(rater).getUuid());
            }
            Person follower = newPerson(cohort.follower());
            addUser(follower, FOLLOWER, FOLLOWER_PASSWORD, "SMPR: Follower");
            providers.add(newProvider(follower).getUuid());
            addUser(newPerson("Secrétaire", "Démonstration"), SECRETARY, SECRETARY_PASSWORD, "SMPR: Secretary");
            addUser(newPerson("Registre", "Démonstration"), REGISTRAR, REGISTRAR_PASSWORD, "SMPR: Outcome registrar");
            addUser(newPerson("Lecteur", "Démonstration"), READER, READER_PASSWORD, "SMPR: Reader");
            addUser(
                    newPerson("Étude", "Démonstration"),
                    COORDINATOR,
                    COORDINATOR_PASSWORD,
                    "SMPR: Study coordinator");
            addUser(newPerson("Analyse", "Démonstration"), ANALYST, ANALYST_PASSWORD, "SMPR: Study analyst");
            addUser(newPerson("Auditeur", "Démonstration"), AUDITOR, AUDITOR_PASSWORD, "SMPR: Auditor");
            Map<String, String> places = new LinkedHashMap<>();
            cohort.places().forEach((context, name) -> places.put(context, newPlace(name)));
            return new DemoStaff(providers, places);
        } finally {
            Context.logout();
            Context.closeSession();
        }
    }

    private static Provider newProvider(Person person) {
        Provider provider = new Provider();
        provider.setPerson(person);
        provider.setIdentifier(person.getPersonName().getFamilyName());
        return Context.getProviderService().saveProvider(provider);
    }

    private static Person newPerson(String name) {
        String[] names = name.split(" ");
        return newPerson(names[0], names[1]);
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
    private static void addRegistration() {
        Role role = new Role(REGISTRATION, "Registers the people of the demonstration");
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

    /** @param number from 1: the raters first, then who follows */
    String provider(int number) {
        return providers.get(number - 1);
    }

    String place(String context) {
        return places.get(context);
    }
}
