/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import lombok.Getter;
import org.openmrs.OpenmrsData;
import org.openmrs.Voidable;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.RepHandler;
import org.openmrs.module.webservices.rest.web.representation.DefaultRepresentation;
import org.openmrs.module.webservices.rest.web.representation.FullRepresentation;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingCrudResource;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** A resource of the platform's own, by lists of properties; it can only be read unless a method is replaced. */
public class CoreResource<T> extends DelegatingCrudResource<T> {
    private final String name;
    private final String version;
    private final String inFull;

    @Getter
    private final Class<T> supportedClass;

    String byDefault;
    String byRef;
    Function<T, String> display;
    Function<T, String> uri;
    Function<String, T> byUuid = uuid -> refuse();
    Function<RequestContext, PageableResult> all = context -> refuse();
    Function<RequestContext, PageableResult> search = context -> all.apply(context);
    Supplier<T> fresh = CoreResource::refuse;

    /** Both lists of properties from one: %1$s is ref by default and default in full, %2$s is shown in full only; %3$s is default and full. */
    CoreResource(String name, Class<T> supportedClass, String version, String properties, String full) {
        this.name = name;
        this.supportedClass = supportedClass;
        this.version = version;
        this.byDefault = String.format(properties, "ref", "", "default");
        this.inFull = String.format(properties, "default", full, "full") + (properties.contains("%2$s") ? "" : full);
    }

    CoreResource<T> with(Consumer<CoreResource<T>> more) {
        more.accept(this);
        return this;
    }

    private static <X> X refuse() {
        throw new ResourceDoesNotSupportOperationException();
    }

    /** The name it is registered under. */
    @Override
    public String getResourceName() {
        return "v1/" + name;
    }

    @Override
    public String getResourceVersion() {
        return version;
    }

    @Override
    public DelegatingResourceDescription getRepresentationDescription(Representation rep) {
        if (rep instanceof DefaultRepresentation) {
            return Shown.of(byDefault).addSelfLink().addLink("full", ".?v=full");
        }
        return rep instanceof FullRepresentation ? Shown.of(inFull).addSelfLink() : null;
    }

    @RepHandler(RefRepresentation.class)
    public SimpleObject asRef(T shown) {
        boolean voided = shown instanceof Voidable voidable && voidable.getVoided();
        String properties = byRef != null ? byRef : voided ? "uuid,display,voided" : "uuid,display";
        return convertDelegateToRepresentation(shown, Shown.of(properties).addSelfLink());
    }

    @PropertyGetter("display")
    public String getDisplay(T shown) {
        return display == null ? (String) getProperty(shown, "name") : display.apply(shown);
    }

    @Override
    public String getUri(Object shown) {
        return uri == null
                ? super.getUri(shown)
                : RestConstants.URI_PREFIX + "v1/"
                        + name.replace("/", "/" + uri.apply(supportedClass.cast(shown)) + "/") + "/"
                        + getUniqueId(supportedClass.cast(shown));
    }

    @Override
    public T getByUniqueId(String uuid) {
        return byUuid.apply(uuid);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return all.apply(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        return search.apply(context);
    }

    @Override
    public boolean isVoidable() {
        return OpenmrsData.class.isAssignableFrom(supportedClass);
    }

    @Override
    public boolean isRetirable() {
        return false;
    }

    @Override
    public T newDelegate() {
        return fresh.get();
    }

    @Override
    public T save(T delegate) {
        return refuse();
    }

    @Override
    protected void delete(T delegate, String reason, RequestContext context) {
        refuse();
    }

    @Override
    public void purge(T delegate, RequestContext context) {
        refuse();
    }
}
