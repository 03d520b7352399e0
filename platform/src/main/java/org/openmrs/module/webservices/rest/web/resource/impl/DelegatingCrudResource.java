/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import org.openmrs.OpenmrsData;
import org.openmrs.OpenmrsMetadata;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.CrudResource;
import org.openmrs.module.webservices.rest.web.resource.api.Listable;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.api.Searchable;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** A resource whose objects can be created, read, changed, voided and purged. */
public abstract class DelegatingCrudResource<T> extends BaseDelegatingResource<T>
        implements CrudResource, Searchable, Listable {
    private T found(String uuid) {
        T delegate = getByUniqueId(uuid);
        if (delegate == null) {
            throw new ObjectNotFoundException();
        }
        return delegate;
    }

    public T convert(SimpleObject object) {
        T delegate = newDelegate(object);
        DelegatingResourceDescription settable = withState(getCreatableProperties());
        settable.addProperty("uuid");
        setConvertedProperties(delegate, object, settable, true);
        return delegate;
    }

    private DelegatingResourceDescription withState(DelegatingResourceDescription settable) {
        if (isVoidable()) {
            settable.addProperty("voided");
        }
        if (isRetirable()) {
            settable.addProperty("retired");
        }
        return settable;
    }

    @Override
    public Object create(SimpleObject propertiesToCreate, RequestContext context) {
        return ConversionUtil.convertToRepresentation(save(convert(propertiesToCreate)), Representation.DEFAULT, this);
    }

    @Override
    public Object retrieve(String uuid, RequestContext context) {
        return asRepresentation(found(uuid), context.getRepresentation());
    }

    @Override
    public Object update(String uuid, SimpleObject propertiesToUpdate, RequestContext context) {
        T delegate = found(uuid);
        setConvertedProperties(delegate, propertiesToUpdate, withState(getUpdatableProperties()), false);
        return ConversionUtil.convertToRepresentation(save(delegate), Representation.DEFAULT, this);
    }

    @Override
    public void delete(String uuid, String reason, RequestContext context) {
        delete(found(uuid), reason, context);
    }

    @Override
    public Object undelete(String uuid, RequestContext context) {
        return ConversionUtil.convertToRepresentation(
                undelete(found(uuid), context), context.getRepresentation(), this);
    }

    @Override
    public void purge(String uuid, RequestContext context) {
        T delegate = getByUniqueId(uuid);
        if (delegate != null) {
            purge(delegate, context);
        }
    }

    @Override
    public SimpleObject search(RequestContext context) {
        return doSearch(context).toSimpleObject(this);
    }

    protected PageableResult doSearch(RequestContext context) {
        return new EmptySearchResult();
    }

    @Override
    public SimpleObject getAll(RequestContext context) {
        return doGetAll(context).toSimpleObject(this);
    }

    protected PageableResult doGetAll(RequestContext context) {
        throw new ResourceDoesNotSupportOperationException();
    }

    public boolean isRetirable() {
        return OpenmrsMetadata.class.isAssignableFrom(RestUtil.getSupportedClass(this));
    }

    public boolean isVoidable() {
        return OpenmrsData.class.isAssignableFrom(RestUtil.getSupportedClass(this));
    }
}
