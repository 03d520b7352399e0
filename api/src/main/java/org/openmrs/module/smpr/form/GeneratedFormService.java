/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import java.util.Optional;
import org.openmrs.annotation.Authorized;
import org.openmrs.api.OpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;

/** Forms as they are generated from the definitions and the settings in force, for those who set up a site. */
public interface GeneratedFormService extends OpenmrsService {

    /**
     * @return the form of that instrument for OpenMRS 3; empty where there is no such instrument
     * @throws IllegalStateException where the dictionary lacks a concept that the form asks with
     */
    @Authorized(SmprPrivileges.GET_SETTINGS)
    Optional<O3Form> getO3Form(String instrument);

    /**
     * @return the form of that instrument for the module HTML Form Entry, whether that is there or not; empty where there is no
     *     such instrument
     * @throws IllegalStateException where the dictionary lacks a concept that the form asks with
     */
    @Authorized(SmprPrivileges.GET_SETTINGS)
    Optional<HtmlForm> getHtmlForm(String instrument);
}
