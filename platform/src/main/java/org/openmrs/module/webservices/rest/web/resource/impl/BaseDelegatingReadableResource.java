/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.api.Listable;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.api.Retrievable;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;

/** A resource that can only be read. */
public abstract class BaseDelegatingReadableResource<T> extends BaseDelegatingResource<T>
        implements Retrievable, Listable, Converter<T> {
    @Override
    public T save(T delegate) {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    protected void delete(T delegate, String reason, RequestContext context) throws ResponseException {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    public void purge(T delegate, RequestContext context) throws ResponseException {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    public Object retrieve(String uuid, RequestContext context) {
        return asRepresentation(getByUniqueId(uuid), context.getRepresentation());
    }

    @Override
    public SimpleObject getAll(RequestContext context) {
        return doGetAll(context).toSimpleObject(this);
    }

    public PageableResult doGetAll(RequestContext context) {
        throw new ResourceDoesNotSupportOperationException();
    }

    public SimpleObject search(RequestContext context) {
        return doSearch(context).toSimpleObject(this);
    }

    protected PageableResult doSearch(RequestContext context) {
        return new EmptySearchResult();
    }
}
