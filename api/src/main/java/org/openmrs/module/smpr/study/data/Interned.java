/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.util.HashMap;
import java.util.Map;

/** Values of which one stands for all that are equal: what the measurements of many people have in common is kept once. */
final class Interned {

    private final Map<Object, Object> known = new HashMap<>();

    /** @return the first that was given of those that are equal to it, which nobody changes any more */
    @SuppressWarnings("unchecked")
    <T> T of(T value) {
        return (T) known.computeIfAbsent(value, first -> first);
    }
}
