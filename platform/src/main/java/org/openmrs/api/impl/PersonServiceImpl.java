/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import org.openmrs.Person;
import org.openmrs.api.PersonService;

class PersonServiceImpl extends HibernateService implements PersonService {
    @Override
    public Person getPerson(Integer personId) {
        return session().get(Person.class, personId);
    }

    @Override
    public Person getPersonByUuid(String uuid) {
        return byUuid(Person.class, uuid);
    }

    @Override
    public Person savePerson(Person person) {
        return save(person);
    }
}
