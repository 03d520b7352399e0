/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.List;
import java.util.Locale;
import org.openmrs.GlobalProperty;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** Global properties. */
public interface AdministrationService extends OpenmrsService {
    @Authorized(PrivilegeConstants.GET_GLOBAL_PROPERTIES)
    String getGlobalProperty(String propertyName);

    @Authorized(PrivilegeConstants.GET_GLOBAL_PROPERTIES)
    String getGlobalProperty(String propertyName, String defaultValue);

    @Authorized(PrivilegeConstants.GET_GLOBAL_PROPERTIES)
    GlobalProperty getGlobalPropertyObject(String propertyName);

    @Authorized(PrivilegeConstants.GET_GLOBAL_PROPERTIES)
    GlobalProperty getGlobalPropertyByUuid(String uuid);

    @Authorized(PrivilegeConstants.GET_GLOBAL_PROPERTIES)
    List<GlobalProperty> getAllGlobalProperties();

    @Authorized(PrivilegeConstants.MANAGE_GLOBAL_PROPERTIES)
    GlobalProperty saveGlobalProperty(GlobalProperty property);

    @Authorized(PrivilegeConstants.MANAGE_GLOBAL_PROPERTIES)
    void setGlobalProperty(String propertyName, String propertyValue);

    @Authorized(PrivilegeConstants.PURGE_GLOBAL_PROPERTIES)
    void purgeGlobalProperty(GlobalProperty property);

    void addGlobalPropertyListener(GlobalPropertyListener listener);

    void removeGlobalPropertyListener(GlobalPropertyListener listener);

    List<Locale> getAllowedLocales();
}
