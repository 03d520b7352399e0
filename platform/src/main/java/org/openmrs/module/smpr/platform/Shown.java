/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** Reads a list of properties as a custom representation has it: name, name:ref, name:(nested, …), links. */
public final class Shown {
    private Shown() {}

    /** The description that the list makes; a missing bracket at its end is forgiven. */
    public static DelegatingResourceDescription of(String list) {
        DelegatingResourceDescription description = new DelegatingResourceDescription();
        String text = list.trim().replaceFirst("^\\((.*?)\\)?$", "$1");
        for (int from = 0, to; from < text.length(); from = to + 1) {
            int depth = 0;
            for (to = from; to < text.length() && (depth > 0 || text.charAt(to) != ','); to++) {
                depth += text.charAt(to) == '(' ? 1 : text.charAt(to) == ')' ? -1 : 0;
            }
            add(description, text.substring(from, to).trim());
        }
        return description;
    }

    private static void add(DelegatingResourceDescription description, String item) {
        int colon = item.indexOf(':');
        String name = colon < 0 ? item : item.substring(0, colon);
        if (name.equals("links")) {
            description.addSelfLink().addLink("default", ".?v=default");
        } else {
            description.addProperty(name, colon < 0 ? Representation.DEFAULT : nested(item.substring(colon + 1)));
        }
    }

    private static Representation nested(String rep) {
        return switch (rep) {
            case "ref" -> Representation.REF;
            case "default" -> Representation.DEFAULT;
            case "full" -> Representation.FULL;
            default -> new CustomRepresentation(rep);
        };
    }
}
