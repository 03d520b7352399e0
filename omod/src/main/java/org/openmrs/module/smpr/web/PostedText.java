/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

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
}
