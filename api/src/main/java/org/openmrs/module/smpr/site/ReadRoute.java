/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;

/** By which way of ours something is read: said by whoever takes a request in, and asked by the access log. */
public final class ReadRoute {

    private static final ThreadLocal<ReadRoute> CURRENT = new ThreadLocal<>();

    private final String name;

    private final Set<Object> written = new HashSet<>();

    private ReadRoute(String name) {
        this.name = name;
    }

    /**
     * Runs what a request asks for. What it reads of one thing several times is written down once.
     *
     * @param name the REST path, with what varies in braces
     */
    public static <T> T through(String name, Supplier<T> work) {
        ReadRoute before = CURRENT.get();
        CURRENT.set(new ReadRoute(name));
        try {
            return work.get();
        } finally {
            if (before == null) {
                CURRENT.remove();
            } else {
                CURRENT.set(before);
            }
        }
    }

    /** @return the route that this thread is on, or {@code otherwise} */
    static String current(String otherwise) {
        ReadRoute current = CURRENT.get();
        return current == null ? otherwise : current.name;
    }

    /** @return whether this is the first time on this route */
    static boolean isNew(Object reading) {
        ReadRoute current = CURRENT.get();
        return current == null || current.written.add(reading);
    }
}
