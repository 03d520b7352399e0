/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.resource.api;

import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.response.ConversionException;

/** Turns objects of a type into JSON and back. */
public interface Converter<T> {
    T newInstance(String type);

    T getByUniqueId(String string);

    SimpleObject asRepresentation(T instance, Representation rep) throws ConversionException;

    Object getProperty(T instance, String propertyName) throws ConversionException;

    void setProperty(Object instance, String propertyName, Object value);
}
