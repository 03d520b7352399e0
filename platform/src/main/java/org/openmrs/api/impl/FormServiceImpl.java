/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.Collection;
import org.openmrs.Form;
import org.openmrs.FormResource;
import org.openmrs.api.FormService;
import org.openmrs.api.FormsLockedException;
import org.openmrs.module.smpr.platform.Settings;
import org.openmrs.util.OpenmrsConstants;

class FormServiceImpl extends HibernateService implements FormService {
    @Override
    public Form getForm(Integer formId) {
        return session().get(Form.class, formId);
    }

    @Override
    public Form getFormByUuid(String uuid) {
        return byUuid(Form.class, uuid);
    }

    @Override
    public Form saveForm(Form form) {
        if (Settings.isTrue(OpenmrsConstants.GLOBAL_PROPERTY_FORMS_LOCKED)) {
            throw new FormsLockedException("Forms are currently locked");
        }
        return save(form);
    }

    @Override
    public void retireForm(Form form, String reason) {
        saveForm(form);
    }

    @Override
    public void unretireForm(Form form) {
        saveForm(form);
    }

    @Override
    public Collection<FormResource> getFormResourcesForForm(Form form) {
        return list(FormResource.class, "from FormResource where form = ?1 order by formResourceId", form);
    }

    @Override
    public FormResource getFormResource(Form form, String name) {
        return first(FormResource.class, "from FormResource where form = ?1 and name = ?2", form, name);
    }

    @Override
    public FormResource saveFormResource(FormResource resource) {
        return save(resource);
    }
}
