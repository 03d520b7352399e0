/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.List;
import org.openmrs.Concept;
import org.openmrs.Obs;
import org.openmrs.Person;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** Observations; none is ever changed in place. */
public interface ObsService extends OpenmrsService {
    @Authorized(PrivilegeConstants.GET_OBS)
    Obs getObs(Integer obsId);

    @Authorized(PrivilegeConstants.GET_OBS)
    Obs getObsByUuid(String uuid);

    @Authorized({PrivilegeConstants.ADD_OBS, PrivilegeConstants.EDIT_OBS})
    Obs saveObs(Obs obs, String changeMessage);

    @Authorized(PrivilegeConstants.EDIT_OBS)
    Obs voidObs(Obs obs, String reason);

    @Authorized(PrivilegeConstants.EDIT_OBS)
    Obs unvoidObs(Obs obs);

    @Authorized(PrivilegeConstants.DELETE_OBS)
    void purgeObs(Obs obs);

    @Authorized(PrivilegeConstants.GET_OBS)
    List<Obs> getObservationsByPerson(Person who);

    @Authorized(PrivilegeConstants.GET_OBS)
    List<Obs> getObservationsByPersonAndConcept(Person who, Concept question);
}
