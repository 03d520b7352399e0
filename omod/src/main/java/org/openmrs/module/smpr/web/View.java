/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.Hyperlink;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.representation.CustomRepresentation;
import org.openmrs.module.webservices.rest.web.representation.DefaultRepresentation;
import org.openmrs.module.webservices.rest.web.representation.FullRepresentation;
import org.openmrs.module.webservices.rest.web.representation.RefRepresentation;
import org.openmrs.module.webservices.rest.web.representation.Representation;
import org.openmrs.module.webservices.rest.web.resource.impl.DelegatingResourceDescription;

/** What REST shows of a thing, property by property, in whichever representation is asked for. */
final class View<T> {

    /** Computes a property's value: a text, number, boolean, null, or a list or map of them. */
    interface Property<T> {

        /** @param level how much of the value is asked for */
        Object of(T thing, Level level);
    }

    private final String path;

    private final Map<String, Entry<T>> entries = new LinkedHashMap<>();

    /** @param path the resource's path under {@code smpr/} */
    View(String path, Property<T> uuid) {
        this.path = path;
        ref("uuid", uuid);
        entries.put("links", new Entry<>(Level.REF, null, (thing, level) -> links(path, uuid.of(thing, level), level)));
    }

    private View(View<T> other) {
        this.path = other.path;
        this.entries.putAll(other.entries);
    }

    /** @return the resource's path, as the access log names it */
    String route() {
        return "smpr/" + path;
    }

    /** Adds a property that every representation has. */
    View<T> ref(String name, Property<T> property) {
        return add(name, Level.REF, null, property);
    }

    /** Adds a property that the default representation has. */
    View<T> standard(String name, Property<T> property) {
        return add(name, Level.DEFAULT, null, property);
    }

    /** Adds a property that only the full representation has. */
    View<T> full(String name, Property<T> property) {
        return add(name, Level.FULL, null, property);
    }

    /** Adds a property of the full representation that does not exist for those who may not see research values. */
    View<T> research(String name, Property<T> property) {
        return add(name, Level.FULL, SmprPrivileges.GET_RESEARCH_VALUES, property);
    }

    /** @return the same without that property */
    View<T> without(String name) {
        View<T> view = new View<>(this);
        view.entries.remove(name);
        return view;
    }

    private View<T> add(String name, Level from, String privilege, Property<T> property) {
        Entry<T> links = entries.remove("links");
        entries.put(name, new Entry<>(from, privilege, property));
        if (links != null) {
            entries.put("links", links);
        }
        return this;
    }

    /** @throws FaultsException where there is no such representation, or no such property for a custom one to show */
    void refuseUnknown(Representation representation) {
        if (representation instanceof CustomRepresentation) {
            List<Fault> faults = Selection.parse(representation.getRepresentation()).parts().keySet().stream()
                    .filter(name -> !entries.containsKey(name))
                    .map(name -> Fault.of("v", "unknownProperty", name))
                    .collect(Collectors.toList());
            if (!faults.isEmpty()) {
                throw new FaultsException(faults);
            }
        } else {
            level(representation);
        }
    }

    SimpleObject of(T thing, Representation representation) {
        return representation instanceof CustomRepresentation
                ? of(thing, Selection.parse(representation.getRepresentation()))
                : of(thing, level(representation));
    }

    SimpleObject of(T thing, Level level) {
        SimpleObject shown = new SimpleObject();
        entries.forEach((name, entry) -> {
            if (entry.from.compareTo(level) <= 0 && entry.isAllowed()) {
                shown.add(name, entry.property.of(thing, level));
            }
        });
        return shown;
    }

    private SimpleObject of(T thing, Selection selection) {
        SimpleObject shown = new SimpleObject();
        selection.parts().forEach((name, part) -> {
            Entry<T> entry = entries.get(name);
            if (entry != null && entry.isAllowed()) {
                shown.add(name, part.of(entry.property.of(thing, part.level())));
            }
        });
        return shown;
    }

    /** @return the names of the representation's properties, for the REST module's own documentation; null for a custom one */
    DelegatingResourceDescription description(Representation representation) {
        if (representation instanceof CustomRepresentation) {
            return null;
        }
        DelegatingResourceDescription description = new DelegatingResourceDescription();
        Level level = level(representation);
        entries.forEach((name, entry) -> {
            if (entry.from.compareTo(level) <= 0) {
                description.addProperty(name);
            }
        });
        return description;
    }

    private static Level level(Representation representation) {
        if (representation instanceof RefRepresentation) {
            return Level.REF;
        }
        if (representation instanceof DefaultRepresentation) {
            return Level.DEFAULT;
        }
        if (representation instanceof FullRepresentation) {
            return Level.FULL;
        }
        throw new FaultsException(Collections.singletonList(Fault.of("v", "unknownRepresentation")));
    }

    private static List<Hyperlink> links(String path, Object uuid, Level level) {
        String uri =
                RestConstants.URI_PREFIX + RestConstants.VERSION_1 + "/smpr/" + path + (uuid == null ? "" : "/" + uuid);
        Hyperlink self = link("self", uri, path);
        return level == Level.DEFAULT
                ? Arrays.asList(self, link("full", uri + "?v=" + RestConstants.REPRESENTATION_FULL, path))
                : Collections.singletonList(self);
    }

    private static Hyperlink link(String rel, String uri, String path) {
        Hyperlink link = new Hyperlink(rel, uri);
        link.setResourceAlias(path);
        return link;
    }

    @Value
    private static class Entry<T> {

        /** The smallest level that has it. */
        Level from;

        /** Without which the property does not exist; null for none. */
        String privilege;

        Property<T> property;

        boolean isAllowed() {
            return privilege == null || Context.hasPrivilege(privilege);
        }
    }
}
