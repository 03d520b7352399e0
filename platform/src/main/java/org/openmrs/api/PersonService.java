/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import org.openmrs.Person;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** People. */
public interface PersonService extends OpenmrsService {
    @Authorized(PrivilegeConstants.GET_PERSONS)
    Person getPerson(Integer personId);

    @Authorized(PrivilegeConstants.GET_PERSONS)
    Person getPersonByUuid(String uuid);

    @Authorized({PrivilegeConstants.ADD_PERSONS, PrivilegeConstants.EDIT_PERSONS})
    Person savePerson(Person person);
}
