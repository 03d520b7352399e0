/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.webservices.rest.web.representation;

import org.openmrs.module.webservices.rest.web.annotation.RepHandler;

/** A representation that only the resource knows. */
public class NamedRepresentation implements Representation {
    private String representation;

    public NamedRepresentation(String representation) {
        this.representation = representation;
    }

    @Override
    public String getRepresentation() {
        return representation;
    }

    public void setRepresentation(String representation) {
        this.representation = representation;
    }

    public boolean matchesAnnotation(RepHandler handler) {
        return handler.value() == NamedRepresentation.class && handler.name().equals(representation);
    }
}
