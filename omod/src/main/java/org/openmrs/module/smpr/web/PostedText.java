/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.openmrs.module.smpr.assessment.Fault;

/** Reads a text where something is posted. */
final class PostedText {

    private PostedText() {}

    /**
     * @param key under which a representation has the text, where it has an object; null where it has none
     * @param faults that it is no text is added here
     * @return null where none is given
     */
    static String of(String field, String key, Object given, List<Fault> faults) {
        Object text = key != null && given instanceof Map ? ((Map<?, ?>) given).get(key) : given;
        if (text == null && given == null || text instanceof String) {
            return (String) text;
        }
        faults.add(Fault.of(field, "notAText"));
        return null;
    }

    /**
     * @param faults that it is no list of texts, or of objects with a uuid, is added here
     * @return null where none is given
     */
    static List<String> uuids(String field, Object given, List<Fault> faults) {
        if (given == null) {
            return null;
        }
        if (!(given instanceof Collection)) {
            faults.add(Fault.of(field, "notAList"));
            return Collections.emptyList();
        }
        List<String> uuids = new ArrayList<>();
        for (Object entry : (Collection<?>) given) {
            String uuid = entry == null ? "" : of(field, "uuid", entry, faults);
            if (uuid != null) {
                uuids.add(uuid);
            }
        }
        return uuids;
    }
}
