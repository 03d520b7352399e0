/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Whom and what some rows name: by each name, as it is written, the uuids that it can stand for. */
final class BacklogNames {

    private final Map<String, Set<String>> patients = new HashMap<>();

    private final Map<String, Set<String>> patientsByType = new HashMap<>();

    private final Set<String> types = new LinkedHashSet<>();

    private final Map<String, Set<String>> raters = new HashMap<>();

    private final Map<String, Set<String>> locations = new HashMap<>();

    BacklogNames(
            BacklogDao dao,
            Collection<String> patientNames,
            Collection<String> raterNames,
            Collection<String> locationNames) {
        for (Object[] row : dao.patients(patientNames)) {
            add(patients, row[0], row[1]);
        }
        for (Object[] row : dao.identifiers(patientNames)) {
            add(patients, row[0], row[1]);
            add(patientsByType, typed(row[0], row[2]), row[1]);
            add(patientsByType, typed(row[0], row[3]), row[1]);
        }
        for (Object[] row : dao.identifierTypes()) {
            types.add((String) row[0]);
            types.add((String) row[1]);
        }
        each(dao.providers(raterNames), raters);
        each(dao.locations(locationNames), locations);
    }

    private static void each(List<Object[]> rows, Map<String, Set<String>> into) {
        for (Object[] row : rows) {
            add(into, row[0], row[0]);
            add(into, row[1], row[0]);
        }
    }

    private static void add(Map<String, Set<String>> into, Object name, Object uuid) {
        if (name != null) {
            into.computeIfAbsent((String) name, n -> new LinkedHashSet<>()).add((String) uuid);
        }
    }

    private static String typed(Object identifier, Object type) {
        return type + "\n" + identifier;
    }

    /** @param type name or uuid of the type of the identifier; null for any */
    Set<String> patients(String name, String type) {
        return type == null ? of(patients, name) : of(patientsByType, typed(name, type));
    }

    boolean isIdentifierType(String type) {
        return types.contains(type);
    }

    Set<String> raters(String name) {
        return of(raters, name);
    }

    Set<String> locations(String name) {
        return of(locations, name);
    }

    private static Set<String> of(Map<String, Set<String>> names, String name) {
        return names.getOrDefault(name, new LinkedHashSet<>());
    }
}
