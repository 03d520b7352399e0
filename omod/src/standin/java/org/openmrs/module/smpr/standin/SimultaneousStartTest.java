/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Two servers whose first starts on one database are at the same time. */
public class SimultaneousStartTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void shouldInstallOneSetOfMetadata() throws Exception {
        Path omod = ServerProcess.moduleFile();
        try (FreshDatabases databases = FreshDatabases.start(data("platform"))) {
            Map<String, List<String>> alone = alone(databases, omod);
            String shared = databases.create("shared");
            try (ServerProcess one = ServerProcess.server(shared, data("one"), omod);
                    ServerProcess other = ServerProcess.server(shared, data("other"), omod)) {
                one.url();
                other.url();
                try (Connection connection = databases.connect("shared")) {
                    assertEquals(alone, InstalledMetadata.of(connection));
                }
                for (ServerProcess server : List.of(one, other)) {
                    assertFalse(server.log(), server.saysThatSomethingFailed());
                }
            }
        }
    }

    /** What one server installs, of which nothing is there twice. */
    private Map<String, List<String>> alone(FreshDatabases databases, Path omod) throws Exception {
        try (ServerProcess server = ServerProcess.server(databases.create("alone"), data("alone"), omod);
                Connection connection = databases.connect("alone")) {
            server.url();
            Map<String, List<String>> metadata = InstalledMetadata.of(connection);
            metadata.forEach((table, rows) -> assertEquals(table, rows.size(), new HashSet<>(rows).size()));
            assertTrue(metadata.get("concept").size() > 200);
            return metadata;
        }
    }

    private Path data(String name) throws Exception {
        return folder.newFolder(name).toPath();
    }
}
