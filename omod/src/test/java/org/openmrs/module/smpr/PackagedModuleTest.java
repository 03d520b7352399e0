/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Assume;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.module.smpr.web.PatientDashboardTab;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Looks into the module's file as it is packaged. The build runs it once there is one. */
public class PackagedModuleTest {

    private static final int JAVA_8 = 52;

    /** None that a platform from 2.5 to 2.8 has. */
    private static final String LIBRARY =
            "lib/(commons-(csv|numbers-[a-z]+|rng-[a-z-]+|statistics-[a-z]+)|hipparchus-core)-[0-9.]+\\.jar";

    private final Map<String, byte[]> content = new TreeMap<>();

    private Element config;

    @Before
    public void open() throws Exception {
        String file = System.getProperty("omod.file");
        Assume.assumeTrue("The file is not packaged yet", file != null);
        try (ZipFile omod = new ZipFile(new File(file))) {
            for (ZipEntry entry : omod.stream().toArray(ZipEntry[]::new)) {
                if (!entry.isDirectory()) {
                    content.put(entry.getName(), omod.getInputStream(entry).readAllBytes());
                }
            }
        }
        config = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(content.get("config.xml")))
                .getDocumentElement();
    }

    @Test
    public void shouldHaveAtItsRootWhatThePlatformLooksForThere() {
        Set<String> root = new TreeSet<>(content.keySet());
        root.removeIf(name -> name.contains("/"));

        assertEquals(
                Set.of(
                        "Smpr.hbm.xml",
                        "common-questions.json",
                        "config.xml",
                        "liquibase.xml",
                        "messages.properties",
                        "messages_fr.properties",
                        "moduleApplicationContext.xml",
                        "forms.json",
                        "same-field.json",
                        "waves.json",
                        "webModuleApplicationContext.xml"),
                root);
    }

    @Test
    public void shouldHoldNothingThatIsNotItsOwn() {
        List<String> strange = new ArrayList<>(content.keySet());
        strange.removeIf(name -> !name.contains("/")
                || name.equals("META-INF/MANIFEST.MF")
                || name.startsWith("org/openmrs/module/smpr/") && !name.startsWith("org/openmrs/module/smpr/platform/")
                || name.matches("(instruments|records|apps)/[^/]+\\.json")
                || name.matches("web/module/(resources|portlets)/.+")
                || name.matches(LIBRARY));

        assertEquals(List.of(), strange);
    }

    @Test
    public void shouldBeJava8() {
        content.forEach(PackagedModuleTest::assertJava8);
    }

    @Test
    public void shouldBringOnlyLibrariesOfJava8() throws IOException {
        for (Map.Entry<String, byte[]> library : content.entrySet()) {
            if (library.getKey().startsWith("lib/")) {
                try (ZipInputStream jar = new ZipInputStream(new ByteArrayInputStream(library.getValue()))) {
                    for (ZipEntry entry = jar.getNextEntry(); entry != null; entry = jar.getNextEntry()) {
                        // What is for newer versions is apart, and passed over by an older one.
                        if (!entry.getName().startsWith("META-INF/versions/")
                                && !entry.getName().equals("module-info.class")) {
                            assertJava8(entry.getName(), jar.readAllBytes());
                        }
                    }
                }
            }
        }
    }

    private static void assertJava8(String name, byte[] bytes) {
        if (name.endsWith(".class")) {
            assertTrue(name, (bytes[6] << 8 | bytes[7]) <= JAVA_8);
        }
    }

    @Test
    public void shouldLeaveNoPropertyOfTheBuildUnresolved() {
        for (String name : List.of("config.xml", "moduleApplicationContext.xml", "webModuleApplicationContext.xml")) {
            assertTrue(name, !text(name).contains("${"));
        }
    }

    @Test
    public void shouldSayWhatItIsInTheOrderThatThePlatformReads() {
        List<String> elements = new ArrayList<>();
        for (Node node = config.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && !elements.contains(node.getNodeName())) {
                elements.add(node.getNodeName());
            }
        }

        assertEquals("1.6", config.getAttribute("configVersion"));
        assertEquals(
                List.of(
                        "id",
                        "name",
                        "version",
                        "package",
                        "author",
                        "description",
                        "activator",
                        "require_version",
                        "require_modules",
                        "extension",
                        "advice",
                        "privilege",
                        "messages",
                        "mappingFiles"),
                elements);
        assertEquals("smpr", value(config, "id"));
        assertEquals("2.5.0 - 2.8.*", value(config, "require_version"));
        assertTrue(content.containsKey(value(config, "activator").replace('.', '/') + ".class"));
    }

    @Test
    public void shouldBringEveryPrivilegeThatItAsksFor() throws IllegalAccessException {
        Set<String> asked = new TreeSet<>();
        for (Field constant : SmprPrivileges.class.getFields()) {
            asked.add((String) constant.get(null));
        }
        Set<String> brought = new TreeSet<>();
        for (Element privilege : elements("privilege")) {
            brought.add(value(privilege, "name"));
            assertTrue(value(privilege, "description").length() > 10);
        }

        assertEquals(asked, brought);
    }

    @Test
    public void shouldBringTheAdviceThatKeepsEncountersPrivate_AndTheOneThatNoticesMerges() {
        List<String> points = new ArrayList<>();
        for (Element advice : elements("advice")) {
            points.add(value(advice, "point"));
            assertTrue(content.containsKey(value(advice, "class").replace('.', '/') + ".class"));
        }
        assertEquals(
                List.of(
                        "org.openmrs.api.EncounterService",
                        "org.openmrs.api.EncounterService",
                        "org.openmrs.api.PatientService"),
                points);
    }

    @Test
    public void shouldBringTheTabOfTheLegacyUi() {
        Element tab = elements("extension").get(0);
        assertEquals("org.openmrs.patientDashboardTab", value(tab, "point"));
        assertEquals(PatientDashboardTab.class.getName(), value(tab, "class"));
        assertTrue(content.containsKey("web/module/portlets/" + new PatientDashboardTab().getPortletUrl() + ".jsp"));
    }

    @Test
    public void shouldNameFilesThatAreThere() {
        List<String> files =
                new ArrayList<>(List.of(value(config, "mappingFiles").trim().split("\\s+")));
        elements("messages").forEach(messages -> files.add(value(messages, "file")));

        assertEquals(3, files.size());
        files.forEach(file -> assertTrue(file, content.containsKey(file)));
    }

    private String text(String name) {
        return new String(content.get(name), StandardCharsets.UTF_8);
    }

    private List<Element> elements(String name) {
        NodeList nodes = config.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }

    private static String value(Element parent, String name) {
        return parent.getElementsByTagName(name).item(0).getTextContent();
    }
}
