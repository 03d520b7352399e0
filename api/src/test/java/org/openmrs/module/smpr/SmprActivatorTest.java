/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.util.OpenmrsUtil;

public class SmprActivatorTest extends SmprContextTest {

    private final SmprActivator activator = new SmprActivator();

    @Rule
    public final TemporaryFolder data = new TemporaryFolder();

    private String dataBefore;

    private Path settings;

    @Before
    public void useADataFolderOfItsOwn() throws Exception {
        dataBefore = OpenmrsUtil.getApplicationDataDirectory();
        OpenmrsUtil.setApplicationDataDirectory(data.getRoot().getPath());
        settings = data.getRoot().toPath().resolve("configuration/smpr/site.json");
        Files.createDirectories(settings.getParent());
    }

    @After
    public void stopAndUseTheDataFolderAsBefore() {
        activator.willStop();
        OpenmrsUtil.setApplicationDataDirectory(dataBefore);
    }

    @Test
    public void shouldStartAndStopWithoutASettingsFile() {
        activator.started();
        activator.stopped();

        assertFalse(Context.getService(SiteService.class).getDocumentInForce().isPresent());
    }

    @Test
    public void shouldPutTheSettingsOfTheFileInForceWhoeverIsSignedIn() throws Exception {
        Files.writeString(settings, "{\"format\": 1, \"labels\": {\"SAPROF.05\": {\"fr\": \"Autocontrôle\"}}}");
        TestPeople.signInWith(List.of(), List.of());

        activator.started();

        assertEquals(
                "Autocontrôle",
                Context.getService(SiteService.class)
                        .getSettings()
                        .getLabels()
                        .get("SAPROF.05")
                        .texts()
                        .get("fr"));
        assertFalse(Context.hasPrivilege(SmprPrivileges.MANAGE_SETTINGS));
    }

    @Test
    public void shouldStartWithAFaultySettingsFile() throws Exception {
        Files.writeString(settings, "{\"format\": 1, \"labels\": {\"SAPROF.99\": {\"fr\": \"?\"}}}");

        activator.started();

        assertFalse(Context.getService(SiteService.class).getDocumentInForce().isPresent());
    }
}
