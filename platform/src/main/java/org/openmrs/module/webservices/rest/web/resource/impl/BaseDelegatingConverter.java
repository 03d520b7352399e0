/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.openmrs.module.smpr.platform.Shown;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.Hyperlink;
import org.openmrs.module.webservices.rest.web.annotation.PropertyGetter;
import org.openmrs.module.webservices.rest.web.annotation.PropertySetter;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.response.ConversionException;
import org.springframework.beans.BeanWrapper;
import org.springframework.beans.NotReadablePropertyException;
import org.springframework.beans.PropertyAccessorFactory;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils;

/** Shows an object by the description of the representation that is asked for. */
public abstract class BaseDelegatingConverter<T> implements Converter<T>, DelegatingPropertyAccessor<T> {
    private final Map<String, Optional<Method>> methods = new ConcurrentHashMap<>();

    public abstract DelegatingResourceDescription getRepresentationDescription(Representation rep);

    @Override
    public SimpleObject asRepresentation(T delegate, Representation rep) throws ConversionException {
        DelegatingResourceDescription description = rep instanceof CustomRepresentation
                ? Shown.of(rep.getRepresentation())
                : getRepresentationDescription(rep);
        if (description == null) {
            throw new ConversionException("Don't know how to get " + getClass().getSimpleName() + "("
                    + delegate.getClass() + ") as " + rep.getRepresentation());
        }
        return convertDelegateToRepresentation(delegate, description);
    }

    protected SimpleObject convertDelegateToRepresentation(T delegate, DelegatingResourceDescription description)
            throws ConversionException {
        if (delegate == null) {
            throw new NullPointerException();
        }
        SimpleObject shown = new SimpleObject();
        for (Map.Entry<String, DelegatingResourceDescription.Property> property :
                description.getProperties().entrySet()) {
            shown.add(property.getKey(), property.getValue().evaluate(this, delegate));
        }
        List<Hyperlink> links = new ArrayList<>();
        for (Hyperlink link : description.getLinks()) {
            String uri = link.getUri().startsWith(".")
                    ? getUri(delegate) + link.getUri().substring(1)
                    : link.getUri();
            Hyperlink absolute = new Hyperlink(link.getRel(), uri);
            absolute.setResourceAlias(alias());
            links.add(absolute);
        }
        if (!links.isEmpty()) {
            shown.add("links", links);
        }
        return shown;
    }

    String alias() {
        return null;
    }

    public String getUri(Object instance) {
        return "";
    }

    @Override
    public Object getProperty(T instance, String propertyName) throws ConversionException {
        try {
            Method getter = marked(PropertyGetter.class, PropertyGetter::value, propertyName);
            return getter == null ? bean(instance).getPropertyValue(propertyName) : getter.invoke(this, instance);
        } catch (NotReadablePropertyException e) {
            String message = "Unknown property '" + propertyName + "' on class '" + instance.getClass() + "'";
            throw new ConversionException(
                    propertyName + " on " + instance.getClass(), new NoSuchMethodException(message));
        } catch (InvocationTargetException e) {
            throw new ConversionException(propertyName + " on " + instance.getClass(), e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ConversionException(propertyName + " on " + instance.getClass(), e);
        }
    }

    @Override
    public void setProperty(Object instance, String propertyName, Object value) {
        try {
            Method setter = marked(PropertySetter.class, PropertySetter::value, propertyName);
            if (setter != null) {
                setter.invoke(
                        this, instance, ConversionUtil.convert(value, setter.getGenericParameterTypes()[1], instance));
            } else {
                BeanWrapper bean = bean(instance);
                Method write = bean.getPropertyDescriptor(propertyName).getWriteMethod();
                if (write == null) {
                    throw new ConversionException("Property '" + propertyName + "' cannot be set");
                }
                write.invoke(instance, ConversionUtil.convert(value, write.getGenericParameterTypes()[0], instance));
            }
        } catch (InvocationTargetException e) {
            throw new ConversionException(propertyName + " on " + instance.getClass(), e.getCause());
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new ConversionException(propertyName + " on " + instance.getClass(), e);
        }
    }

    private static BeanWrapper bean(Object instance) {
        return PropertyAccessorFactory.forBeanPropertyAccess(instance);
    }

    private <A extends Annotation> Method marked(Class<A> type, Function<A, String> key, String value) {
        return methods.computeIfAbsent(
                        type.getSimpleName() + value,
                        k -> Arrays.stream(ReflectionUtils.getUniqueDeclaredMethods(getClass()))
                                .filter(m -> {
                                    A mark = AnnotationUtils.findAnnotation(m, type);
                                    return mark != null && key.apply(mark).equals(value);
                                })
                                .peek(m -> m.setAccessible(true))
                                .findFirst())
                .orElse(null);
    }
}
