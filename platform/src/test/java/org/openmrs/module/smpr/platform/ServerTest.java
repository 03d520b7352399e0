/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.platform;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openmrs.api.context.Context;
import org.openmrs.module.BaseModuleActivator;
import org.openmrs.module.ModuleException;
import org.openmrs.module.ModuleFactory;

/** The server with a module file, started, asked and stopped. */
public class ServerTest {
    private static final List<String> CALLS = new ArrayList<>();

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    public static class Probe extends BaseModuleActivator {
        @Override
        public void willStart() {
            CALLS.add("willStart");
        }

        @Override
        public void started() {
            CALLS.add("started by " + Context.getAuthenticatedUser() + " with "
                    + Context.getAdministrationService().getGlobalProperty("probe.colour"));
        }

        @Override
        public void willStop() {
            CALLS.add("willStop");
        }

        @Override
        public void stopped() {
            CALLS.add("stopped");
        }
    }

    @Test
    public void shouldStartAModuleTwiceInOneProcess() throws Exception {
        File omod = omod("2.5.0 - 2.8.*");
        for (int i = 0; i < 2; i++) {
            CALLS.clear();
            try (Server server = Server.start(options(omod))) {
                assertTrue(get(server, "/ws/rest/v1/session").body().contains("\"authenticated\":true"));
                assertTrue(get(server, "/ws/rest/v1/module/probe").body().contains("\"started\":true"));
                assertEquals(404, get(server, "/ws/rest/v1/nope").statusCode());
                HttpResponse<String> file = get(server, "/moduleResources/probe/a/b.js");
                assertEquals("let a = 'é'", file.body());
                assertEquals(
                        "text/javascript;charset=UTF-8",
                        file.headers().firstValue("Content-Type").get());
                assertTrue(file.headers().firstValue("Last-Modified").isPresent());
                assertEquals(
                        404, get(server, "/moduleResources/probe/../config.xml").statusCode());
            }
            assertEquals(List.of("willStart", "started by daemon with blue", "willStop", "stopped"), CALLS);
            assertFalse(ModuleFactory.isModuleStarted("probe"));
        }
    }

    @Test
    public void shouldRefuseAModuleForAnotherPlatform() throws Exception {
        File omod = omod("3.0.0 - 3.*");
        ModuleException refusal = assertThrows(ModuleException.class, () -> Server.start(options(omod)));
        assertTrue(refusal.getMessage(), refusal.getMessage().contains("requires OpenMRS 3.0.0 - 3.*"));
    }

    @Test
    public void shouldSayThatThePortIsInUse() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Server.Options options = new Server.Options().port(taken.getLocalPort());
            IllegalStateException refusal = assertThrows(IllegalStateException.class, () -> Server.start(options));
            assertEquals(
                    "The web server does not start on 127.0.0.1:" + taken.getLocalPort() + " (is the port in use?)",
                    refusal.getMessage());
        }
    }

    private static Server.Options options(File omod) {
        return new Server.Options().port(0).module(omod.toPath());
    }

    private File omod(String version) throws IOException {
        File file = new File(folder.getRoot(), "probe.omod");
        String config = "<module configVersion='1.6'><id>probe</id><name>Probe</name><version>1</version>"
                + "<package>org.openmrs.module.probe</package><activator>" + Probe.class.getName() + "</activator>"
                + "<require_version>" + version + "</require_version><globalProperty><property>probe.colour</property>"
                + "<defaultValue>blue</defaultValue></globalProperty></module>";
        Map<String, String> entries = Map.of("config.xml", config, "web/module/resources/a/b.js", "let a = 'é'");
        try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file.toPath()))) {
            for (Map.Entry<String, String> entry : entries.entrySet()) {
                jar.putNextEntry(new JarEntry(entry.getKey()));
                jar.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }

    private static HttpResponse<String> get(Server server, String path) throws Exception {
        String user = Base64.getEncoder().encodeToString("admin:Admin123".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(server.url() + path))
                .header("Authorization", "Basic " + user)
                .build();
        return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }
}
