/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The settings of the invented site: {@code demo-cohort/site.json}, put in force as any site's are, by a file in the data folder. */
final class DemoSettings {

    private DemoSettings() {}

    static String document() throws IOException {
        try (InputStream file = DemoSettings.class.getResourceAsStream("/demo-cohort/site.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** @param data the server's data folder; one that has settings keeps them */
    static void putInto(Path data) throws IOException {
        Path settings = data.resolve("configuration/smpr/site.json");
        if (Files.notExists(settings)) {
            Files.createDirectories(settings.getParent());
            Files.writeString(settings, document());
        }
    }
}
