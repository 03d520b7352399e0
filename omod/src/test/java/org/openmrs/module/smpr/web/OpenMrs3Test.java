/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.module.smpr.SmprPrivileges;

/** What OpenMRS 3 and the Reference Application read of the module, before either of them does. */
public class OpenMrs3Test {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Path RESOURCES = Path.of("src/main/webapp/resources");

    private String script;

    private String module;

    private List<JsonNode> extensions;

    @Before
    public void read() throws IOException {
        script = Files.readString(RESOURCES.resolve("o3.js"));
        JsonNode routes = JSON.readTree(RESOURCES.resolve("o3-routes.json").toFile());
        module = routes.fieldNames().next();
        extensions = list(routes.get(module).get("extensions"));
    }

    @Test
    public void shouldBeFoundWhereTheImportMapSays() throws IOException {
        JsonNode imports =
                JSON.readTree(RESOURCES.resolve("o3-importmap.json").toFile()).get("imports");

        assertEquals(1, imports.size());
        assertEquals("/openmrs/moduleResources/smpr/o3.js", imports.get(module).asText());
    }

    @Test
    public void shouldBeTheGlobalThatTheLoaderMakesOfTheName() {
        assertTrue(script.contains("window." + module.replaceAll("[/@-]", "_") + " = {"));
    }

    @Test
    public void shouldNameOnlyComponentsThatTheScriptHas() {
        String components = script.substring(script.indexOf("const components = {"));
        Set<String> exported =
                PageTest.matches("(?m)^    (\\w+)(?:,|:)", components.substring(0, components.indexOf("\n  };")));
        Set<String> named = values("component", extensions);

        assertEquals(Set.of("link", "person", "worklist", "board"), named);
        assertTrue(exported.toString(), exported.containsAll(named));
    }

    @Test
    public void shouldLeadEachLinkToTheSlotOfADashboard() {
        List<String> led = new ArrayList<>();
        List<String> filled = new ArrayList<>();
        for (JsonNode extension : extensions) {
            if (extension.get("component").asText().equals("link")) {
                led.add(extension.get("meta").get("slot").asText());
            } else {
                filled.add(extension.get("slot").asText());
            }
        }

        assertFalse(led.isEmpty());
        assertEquals(led, filled);
    }

    @Test
    public void shouldShowNothingWithoutAPrivilegeOfTheModule() throws IllegalAccessException {
        Set<String> known = new TreeSet<>();
        for (Field constant : SmprPrivileges.class.getFields()) {
            known.add((String) constant.get(null));
        }
        for (JsonNode extension : extensions) {
            assertTrue(
                    extension.get("name").asText(),
                    known.contains(extension.path("privileges").asText()));
        }
    }

    @Test
    public void shouldCallEachLinkByATextOfItsOwn() throws IOException {
        String texts = Files.readString(RESOURCES.resolve("o3-texts.js"));
        Set<String> called = new TreeSet<>();
        extensions.stream()
                .filter(extension -> extension.get("component").asText().equals("link"))
                .forEach(link -> called.add(link.get("meta").get("text").asText()));

        assertEquals(PageTest.matches("(?m)^    (\\w+):", texts), called);
    }

    @Test
    public void shouldGoToTheDashboardWhereItStands() {
        String path = extensions.get(0).get("meta").get("path").asText();

        assertEquals(Set.of(path), PageTest.matches("const DASHBOARD = \"(\\w+)\";", script));
    }

    @Test
    public void shouldMountOnlyElementsThatCanBeEmbedded() throws IOException {
        Set<String> mounted =
                PageTest.matches("\"(smpr-[a-z]+)\"[,)]", script.substring(script.indexOf("const components")));
        Set<String> embeddable =
                PageTest.matches("\"(smpr-[a-z]+)\": ", Files.readString(RESOURCES.resolve("embed.js")));

        assertEquals(Set.of("smpr-trajectory", "smpr-worklist", "smpr-board"), mounted);
        assertTrue(embeddable.toString(), embeddable.containsAll(mounted));
    }

    @Test
    public void shouldLinkTheReferenceApplicationToPagesWithTheirPrivilege() throws IOException {
        JsonNode app = JSON.readTree(
                        Path.of("src/main/resources/apps/smpr_app.json").toFile())
                .get(0);
        String messages = Files.readString(Path.of("../api/src/main/resources/messages.properties"));
        List<JsonNode> links = list(app.get("extensions"));

        assertEquals(values("requiredPrivilege", links), values("privileges", extensions));
        for (JsonNode link : links) {
            assertTrue(messages.contains("\n" + link.get("label").asText() + "="));
            assertTrue(link.get("url").asText().startsWith("moduleResources/smpr/index.html#/"));
        }
    }

    private static List<JsonNode> list(JsonNode array) {
        List<JsonNode> list = new ArrayList<>();
        array.forEach(list::add);
        return list;
    }

    private static Set<String> values(String name, List<JsonNode> objects) {
        Set<String> values = new TreeSet<>();
        objects.forEach(object -> values.add(object.get(name).asText()));
        return values;
    }
}
