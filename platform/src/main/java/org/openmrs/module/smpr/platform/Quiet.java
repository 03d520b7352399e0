/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Leaves only warnings in the logs of the libraries. */
final class Quiet {
    private static final List<Logger> LOGGERS =
            List.of(Logger.getLogger("org.apache"), Logger.getLogger("liquibase"), Logger.getLogger("org.hibernate"));

    private Quiet() {}

    static void logs() {
        if (System.getProperty("org.slf4j.simpleLogger.defaultLogLevel") == null) {
            System.setProperty("org.slf4j.simpleLogger.defaultLogLevel", "warn");
        }
        LOGGERS.forEach(l -> l.setLevel(Level.WARNING));
    }
}
