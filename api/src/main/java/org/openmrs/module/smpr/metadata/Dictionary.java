/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which concept of this server stands for which code of the concept source {@code SMPR}. */
public final class Dictionary {

    private final Map<String, String> uuids = new LinkedHashMap<>();

    private final Map<String, String> codes = new HashMap<>();

    private final Map<String, Set<Integer>> ids = new HashMap<>();

    private final Map<Integer, String> uuidsById = new HashMap<>();

    /** @param mappings a code each, the uuid of a concept mapped to it, and its id; the module's own concept comes before another of the same code */
    Dictionary(List<Object[]> mappings) {
        for (Object[] mapping : mappings) {
            String code = (String) mapping[0];
            String uuid = (String) mapping[1];
            codes.put(uuid, code);
            uuidsById.put((Integer) mapping[2], uuid);
            ids.computeIfAbsent(code, c -> new HashSet<>()).add((Integer) mapping[2]);
            if (uuid.equals(StableUuid.ofConcept(code)) || !uuids.containsKey(code)) {
                uuids.put(code, uuid);
            }
        }
    }

    /** @return a number that changes where a concept comes to stand for another code */
    public int fingerprint() {
        return codes.hashCode();
    }

    /** @return the uuid of the concept to chart the code with; empty where this server has none */
    public Optional<String> uuid(String code) {
        return Optional.ofNullable(uuids.get(code));
    }

    /** @return the ids of all concepts that stand for the code on this server, for a query that spares the dictionary's tables */
    public Set<Integer> ids(String code) {
        return ids.getOrDefault(code, Collections.emptySet());
    }

    /** @return the uuid of the concept of that id; empty where it is none of the module's */
    public Optional<String> uuid(Integer conceptId) {
        return Optional.ofNullable(uuidsById.get(conceptId));
    }

    /** @return the code that the concept stands for; empty where it is none of the module's */
    public Optional<String> code(String conceptUuid) {
        return Optional.ofNullable(codes.get(conceptUuid));
    }
}
