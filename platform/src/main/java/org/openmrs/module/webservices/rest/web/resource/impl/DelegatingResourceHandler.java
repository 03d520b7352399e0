/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

/** What a resource over domain objects must be able to do. */
public interface DelegatingResourceHandler<T> extends DelegatingPropertyAccessor<T> {
    T newDelegate();

    T newDelegate(SimpleObject object);

    T save(T delegate);

    void purge(T delegate, RequestContext context) throws ResponseException;

    DelegatingResourceDescription getRepresentationDescription(Representation rep);

    DelegatingResourceDescription getCreatableProperties();

    DelegatingResourceDescription getUpdatableProperties();

    String getResourceVersion();
}
