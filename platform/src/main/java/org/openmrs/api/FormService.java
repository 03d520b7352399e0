/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api;

import java.util.Collection;
import org.openmrs.Form;
import org.openmrs.FormResource;
import org.openmrs.annotation.Authorized;
import org.openmrs.util.PrivilegeConstants;

/** Forms' name cards. */
public interface FormService extends OpenmrsService {
    @Authorized(PrivilegeConstants.GET_FORMS)
    Form getForm(Integer formId);

    @Authorized(PrivilegeConstants.GET_FORMS)
    Form getFormByUuid(String uuid);

    @Authorized(PrivilegeConstants.MANAGE_FORMS)
    Form saveForm(Form form);

    @Authorized(PrivilegeConstants.MANAGE_FORMS)
    void retireForm(Form form, String reason);

    @Authorized(PrivilegeConstants.MANAGE_FORMS)
    void unretireForm(Form form);

    @Authorized(PrivilegeConstants.GET_FORMS)
    Collection<FormResource> getFormResourcesForForm(Form form);

    @Authorized(PrivilegeConstants.GET_FORMS)
    FormResource getFormResource(Form form, String name);

    @Authorized(PrivilegeConstants.MANAGE_FORMS)
    FormResource saveFormResource(FormResource resource);
}
