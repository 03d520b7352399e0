/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;

/** A failure as the log may have it: where it happened, and nothing of what it says, which can be what was charted. */
public final class FailureTrace {

    private FailureTrace() {}

    /** @return the class and the stack of the failure and of each of its causes, a line each */
    public static String of(Throwable failure) {
        StringBuilder trace = new StringBuilder();
        Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Throwable cause = failure; cause != null && told.add(cause); cause = cause.getCause()) {
            trace.append(told.size() == 1 ? "" : "\nCaused by: ")
                    .append(cause.getClass().getName());
            for (StackTraceElement place : cause.getStackTrace()) {
                trace.append("\n\tat ").append(place);
            }
        }
        return trace.toString();
    }
}
