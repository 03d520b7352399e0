/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;

/** Contacts with people in care, kept or not. The class it names is itself: the REST module wants another for each resource, and asks for none of them. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/contact",
        supportedClass = ContactResource.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class ContactResource extends RecordResource {

    public ContactResource() {
        super(Records.CONTACT, RecordView.CONTACT);
    }
}
