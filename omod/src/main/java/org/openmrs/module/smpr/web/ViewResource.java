/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Collections;
import java.util.List;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingCrudResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.resource.impl.NeedsPaging;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** A resource that shows things by a {@link View}; one that can be written overrides the refusals. */
abstract class ViewResource<T> extends DelegatingCrudResource<T> {

    private final View<T> view;

    ViewResource(View<T> view) {
        this.view = view;
    }

    @Override
    public SimpleObject asRepresentation(T thing, Representation representation) {
        return view.of(thing, representation);
    }

    @Override
    public DelegatingResourceDescription getRepresentationDescription(Representation representation) {
        return view.description(representation);
    }

    @Override
    public SimpleObject getAll(RequestContext context) {
        view.refuseUnknown(context.getRepresentation());
        return ReadRoute.through(view.route(), () -> super.getAll(context));
    }

    @Override
    public SimpleObject search(RequestContext context) {
        view.refuseUnknown(context.getRepresentation());
        return ReadRoute.through(view.route(), () -> super.search(context));
    }

    @Override
    public Object retrieve(String uuid, RequestContext context) {
        view.refuseUnknown(context.getRepresentation());
        return ReadRoute.through(view.route() + "/{uuid}", () -> super.retrieve(uuid, context));
    }

    @Override
    public Object create(SimpleObject body, RequestContext context) {
        view.refuseUnknown(context.getRepresentation());
        return ReadRoute.through(view.route(), () -> asRepresentation(create(body), context.getRepresentation()));
    }

    /** @return the page that is asked for; an empty one behind the end, where the REST module would fail */
    static <X> PageableResult page(List<X> all, RequestContext context) {
        return context.getStartIndex() < all.size()
                ? new NeedsPaging<>(all, context)
                : new AlreadyPaged<>(context, Collections.emptyList(), false, (long) all.size());
    }

    /** @return what was made of the body */
    T create(SimpleObject body) {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    public Object update(String uuid, SimpleObject body, RequestContext context) {
        view.refuseUnknown(context.getRepresentation());
        return ReadRoute.through(view.route() + "/{uuid}", () -> {
            T thing = getByUniqueId(uuid);
            if (thing == null) {
                throw new ObjectNotFoundException();
            }
            return asRepresentation(update(thing, body), context.getRepresentation());
        });
    }

    /** @return the thing as the body changes it */
    T update(T thing, SimpleObject body) {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    public void delete(String uuid, String reason, RequestContext context) {
        onRoute(() -> super.delete(uuid, reason, context));
    }

    @Override
    public Object undelete(String uuid, RequestContext context) {
        return ReadRoute.through(view.route() + "/{uuid}", () -> super.undelete(uuid, context));
    }

    @Override
    public void purge(String uuid, RequestContext context) {
        onRoute(() -> super.purge(uuid, context));
    }

    private void onRoute(Runnable work) {
        ReadRoute.through(view.route() + "/{uuid}", () -> {
            work.run();
            return null;
        });
    }

    @Override
    protected void delete(T thing, String reason, RequestContext context) {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    public void purge(T thing, RequestContext context) {
        throw new ResourceDoesNotSupportOperationException();
    }

    /** Things are read from a request as a whole, not made first and filled then. */
    @Override
    public T newDelegate() {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    public T save(T thing) {
        throw new ResourceDoesNotSupportOperationException();
    }
}
