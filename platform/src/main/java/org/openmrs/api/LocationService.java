/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.List;
import org.openmrs.Location;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** Places of care. */
public interface LocationService extends OpenmrsService {
    @Authorized(PrivilegeConstants.GET_LOCATIONS)
    Location getLocation(Integer locationId);

    @Authorized(PrivilegeConstants.GET_LOCATIONS)
    Location getLocation(String name);

    @Authorized(PrivilegeConstants.GET_LOCATIONS)
    Location getLocationByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_LOCATIONS)
    List<Location> getAllLocations();

    @Authorized(PrivilegeConstants.GET_LOCATIONS)
    List<Location> getLocations(String nameFragment);

    @Authorized(PrivilegeConstants.GET_LOCATIONS)
    Location getDefaultLocation();

    @Authorized(PrivilegeConstants.MANAGE_LOCATIONS)
    Location saveLocation(Location location);
}
