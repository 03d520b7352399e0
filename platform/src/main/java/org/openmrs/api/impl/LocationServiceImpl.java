/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.List;
import java.util.Locale;
import org.openmrs.Location;
import org.openmrs.api.LocationService;
import org.openmrs.module.smpr.platform.Settings;
import org.openmrs.util.OpenmrsConstants;

class LocationServiceImpl extends HibernateService implements LocationService {
    @Override
    public Location getLocation(Integer locationId) {
        return session().get(Location.class, locationId);
    }

    @Override
    public Location getLocation(String name) {
        return by("name", name, Location.class);
    }

    @Override
    public Location getLocationByUuid(String uuid) {
        return byUuid(Location.class, uuid);
    }

    @Override
    public List<Location> getAllLocations() {
        return list(Location.class, "from Location order by retired, name");
    }

    @Override
    public List<Location> getLocations(String nameFragment) {
        return list(
                Location.class,
                "from Location where lower(name) like ?1 and retired = false order by name",
                nameFragment.toLowerCase(Locale.ROOT) + "%");
    }

    @Override
    public Location getDefaultLocation() {
        return getLocation(Settings.get(OpenmrsConstants.GLOBAL_PROPERTY_DEFAULT_LOCATION_NAME, "Unknown Location"));
    }

    @Override
    public Location saveLocation(Location location) {
        return save(location);
    }
}
