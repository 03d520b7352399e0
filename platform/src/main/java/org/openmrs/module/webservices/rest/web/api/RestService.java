/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.api;

import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;

/** Knows the resources. */
public interface RestService {
    Representation getRepresentation(String requested);

    Resource getResourceByName(String name);

    Resource getResourceBySupportedClass(Class<?> resourceClass);
}
