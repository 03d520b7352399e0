/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.impl;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lombok.Getter;
import lombok.Setter;
import org.openmrs.module.webservices.rest.web.ConversionUtil;
import org.openmrs.module.webservices.rest.web.Hyperlink;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.api.RepresentationDescription;
import org.openmrs.module.webservices.rest.web.response.ConversionException;

/** The properties and links of one representation, or those that may be set. */
@Getter
public class DelegatingResourceDescription implements RepresentationDescription {
    private final Map<String, Property> properties = new LinkedHashMap<>();
    private final List<Hyperlink> links = new ArrayList<>();

    public void addProperty(String propertyName) {
        addProperty(propertyName, propertyName);
    }

    public void addProperty(String propertyName, String delegatePropertyName) {
        addProperty(propertyName, delegatePropertyName, Representation.DEFAULT);
    }

    public void addProperty(String propertyName, Representation rep) {
        addProperty(propertyName, propertyName, rep);
    }

    public void addProperty(String propertyName, String delegatePropertyName, Representation rep) {
        properties.put(propertyName, new Property(delegatePropertyName, rep));
    }

    public void addProperty(String propertyName, Method method) {
        addProperty(propertyName, method, Representation.DEFAULT);
    }

    public void addProperty(String propertyName, Method method, Representation rep) {
        properties.put(propertyName, new Property(method, rep));
    }

    public void addRequiredProperty(String propertyName) {
        addRequiredProperty(propertyName, propertyName);
    }

    public void addRequiredProperty(String propertyName, String delegatePropertyName) {
        properties.put(propertyName, new Property(delegatePropertyName, Representation.DEFAULT, true));
    }

    public void removeProperty(String propertyName) {
        properties.remove(propertyName);
    }

    public DelegatingResourceDescription addLink(String rel, String uri) {
        links.add(new Hyperlink(rel, uri));
        return this;
    }

    public DelegatingResourceDescription addSelfLink() {
        return addLink("self", ".");
    }

    /** One property: read from the object, or made by a method of the resource. */
    @Getter
    @Setter
    public class Property {
        private String delegateProperty;
        private Representation rep;
        private Method method;
        private boolean required;

        public Property(String delegateProperty, Representation rep) {
            this(delegateProperty, rep, false);
        }

        public Property(String delegateProperty, Representation rep, boolean required) {
            this.delegateProperty = delegateProperty;
            this.rep = rep;
            this.required = required;
        }

        public Property(Method method, Representation rep) {
            this.method = method;
            this.rep = rep;
        }

        public <T> Object evaluate(BaseDelegatingConverter<T> converter, T delegate) throws ConversionException {
            Object value;
            if (method == null) {
                value = converter.getProperty(delegate, delegateProperty);
            } else {
                try {
                    value = method.getParameterCount() == 0
                            ? method.invoke(converter)
                            : method.invoke(converter, delegate);
                } catch (IllegalAccessException | InvocationTargetException e) {
                    throw new ConversionException("method " + method, e);
                }
            }
            return ConversionUtil.convertToRepresentation(value, rep);
        }
    }
}
