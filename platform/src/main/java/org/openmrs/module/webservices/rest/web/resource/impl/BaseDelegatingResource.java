/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.openmrs.OpenmrsObject;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.RepHandler;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.NamedRepresentation;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.api.Resource;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;
import org.openmrs.module.webservices.rest.web.response.ResponseException;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/** A resource over domain objects. */
public abstract class BaseDelegatingResource<T> extends BaseDelegatingConverter<T>
        implements Converter<T>, Resource, DelegatingResourceHandler<T> {
    protected Set<String> allowedMissingProperties = new HashSet<>();
    protected Set<String> propertiesIgnoredWhenUpdating =
            new HashSet<>(Set.of("display", "auditInfo", "links", "type", "resourceVersion"));
    private static final Set<String> IGNORED_WHEN_CREATING = Set.of(
            "creator",
            "dateCreated",
            "changedBy",
            "dateChanged",
            "voidedBy",
            "dateVoided",
            "voidReason",
            "retiredBy",
            "dateRetired",
            "retireReason");

    protected BaseDelegatingResource() {}

    @Override
    public abstract T getByUniqueId(String uniqueId);

    protected abstract void delete(T delegate, String reason, RequestContext context) throws ResponseException;

    @Override
    public abstract void purge(T delegate, RequestContext context) throws ResponseException;

    protected T undelete(T delegate, RequestContext context) throws ResponseException {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    public T newDelegate(SimpleObject object) {
        return newDelegate();
    }

    @Override
    public T newInstance(String type) {
        return newDelegate();
    }

    @Override
    public DelegatingResourceDescription getCreatableProperties() {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    public DelegatingResourceDescription getUpdatableProperties() {
        return getCreatableProperties();
    }

    @Override
    public String getResourceVersion() {
        return RestConstants.PROPERTY_FOR_RESOURCE_VERSION_DEFAULT_VALUE;
    }

    protected String getResourceName() {
        return annotation().name();
    }

    private org.openmrs.module.webservices.rest.web.annotation.Resource annotation() {
        return AnnotationUtils.findAnnotation(
                getClass(), org.openmrs.module.webservices.rest.web.annotation.Resource.class);
    }

    @Override
    String alias() {
        return getResourceName().replaceFirst(".*/", "");
    }

    @Override
    public String getUri(Object instance) {
        @SuppressWarnings("unchecked")
        String id = getUniqueId((T) instance);
        return RestConstants.URI_PREFIX + getResourceName() + "/" + id;
    }

    protected String getUniqueId(T delegate) {
        return delegate instanceof OpenmrsObject
                ? ((OpenmrsObject) delegate).getUuid()
                : (String) getProperty(delegate, RestConstants.PROPERTY_UUID);
    }

    public SimpleObject getAuditInfo(Object delegate) {
        return ConversionUtil.getAuditInfo(delegate);
    }

    @Override
    public Object getProperty(T instance, String propertyName) throws ConversionException {
        return propertyName.equals("auditInfo") ? getAuditInfo(instance) : super.getProperty(instance, propertyName);
    }

    @Override
    public void setProperty(Object instance, String propertyName, Object value) {
        super.setProperty(instance, propertyName, value);
    }

    @Override
    public SimpleObject asRepresentation(T delegate, Representation rep) throws ConversionException {
        if (delegate == null) {
            throw new NullPointerException();
        }
        SimpleObject shown = null;
        if (!(rep instanceof CustomRepresentation) && getRepresentationDescription(rep) == null) {
            shown = handled(delegate, rep);
        }
        if (shown == null) {
            shown = super.asRepresentation(delegate, rep);
        }
        if (!(rep instanceof RefRepresentation)) {
            shown.add(RestConstants.PROPERTY_FOR_RESOURCE_VERSION, getResourceVersion());
        }
        return shown;
    }

    private SimpleObject handled(T delegate, Representation rep) {
        for (Method method : ReflectionUtils.getUniqueDeclaredMethods(getClass())) {
            RepHandler handler = method.getAnnotation(RepHandler.class);
            if (handler != null
                    && (rep instanceof NamedRepresentation
                            ? ((NamedRepresentation) rep).matchesAnnotation(handler)
                            : handler.value() == rep.getClass())) {
                try {
                    method.setAccessible(true);
                    return (SimpleObject) method.invoke(this, delegate);
                } catch (InvocationTargetException e) {
                    throw new ConversionException(null, e.getCause());
                } catch (IllegalAccessException e) {
                    throw new ConversionException(null, e);
                }
            }
        }
        return null;
    }

    public void setConvertedProperties(
            T delegate,
            Map<String, Object> propertyMap,
            DelegatingResourceDescription description,
            boolean mustIncludeRequiredProperties)
            throws ConversionException {
        Map<String, DelegatingResourceDescription.Property> known = description.getProperties();
        for (Map.Entry<String, Object> given : propertyMap.entrySet()) {
            String name = given.getKey();
            if (propertiesIgnoredWhenUpdating.contains(name)
                    || mustIncludeRequiredProperties && IGNORED_WHEN_CREATING.contains(name)) {
                continue;
            }
            Object present = getProperty(
                    delegate, known.containsKey(name) ? known.get(name).getDelegateProperty() : name);
            if (!known.containsKey(name) && !Objects.equals(present, given.getValue())) {
                throw new ConversionException("Some properties are not allowed to be set: " + name);
            }
        }
        List<String> missing = new ArrayList<>();
        known.forEach((name, property) -> {
            if (property.isRequired() && !propertyMap.containsKey(name) && !allowedMissingProperties.contains(name)) {
                missing.add(name);
            }
        });
        if (mustIncludeRequiredProperties && !missing.isEmpty()) {
            throw new ConversionException("Some required properties are missing: " + String.join(", ", missing));
        }
        known.forEach((name, property) -> {
            if (propertyMap.containsKey(name)) {
                setProperty(delegate, property.getDelegateProperty(), propertyMap.get(name));
            }
        });
    }
}
