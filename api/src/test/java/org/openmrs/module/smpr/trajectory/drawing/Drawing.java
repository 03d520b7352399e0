/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.openmrs.module.smpr.trajectory.TestSeries;
import org.openmrs.module.smpr.trajectory.words.Language;
import org.openmrs.module.smpr.trajectory.words.Words;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** An SVG document as it was drawn, to be looked at. */
final class Drawing {

    private final Element root;

    Drawing(String svg) {
        try {
            root = DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)))
                    .getDocumentElement();
        } catch (Exception e) {
            throw new IllegalArgumentException(svg, e);
        }
    }

    static Language language(Locale locale) {
        ResourceBundle messages = ResourceBundle.getBundle(
                "messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Words words =
                (key, arguments) -> MessageFormat.format(messages.getString(key).replace("'", "''"), arguments);
        return new Language(words, locale, TestSeries.ZONE);
    }

    Element root() {
        return root;
    }

    /** Everything that it says, titles too. */
    String text() {
        return root.getTextContent();
    }

    List<Element> elements(String name) {
        return elements(root, name);
    }

    private static List<Element> elements(Element within, String name) {
        NodeList found = within.getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }

    /** What can be read on it, text by text. */
    List<String> texts() {
        return elements("text").stream().map(Element::getTextContent).collect(Collectors.toList());
    }

    List<String> titles() {
        return elements("title").stream().map(Element::getTextContent).collect(Collectors.toList());
    }

    void assertTitle(String title) {
        assertTrue("\"" + title + "\" in " + titles(), titles().contains(title));
    }

    void assertText(String text) {
        assertTrue("\"" + text + "\" in " + texts(), texts().contains(text));
    }

    /** The first shape of that name in the group that has this title. */
    Element shape(String name, String title) {
        return elements("title").stream()
                .filter(element -> element.getTextContent().equals(title))
                .map(element -> elements((Element) element.getParentNode(), name))
                .filter(shapes -> !shapes.isEmpty())
                .map(shapes -> shapes.get(0))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + name + " with " + title + " in " + titles()));
    }

    /** Where the text stands. */
    Element text(String text) {
        return elements("text").stream()
                .filter(element -> element.getTextContent().equals(text))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + text + " in " + texts()));
    }

    static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }
}
