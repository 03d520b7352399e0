/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.form;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

public class HtmlFormTest {

    @Test
    public void shouldAskEachQuestionOnceWithItsConceptAndItsAnswers() throws Exception {
        for (FormPlan plan : GeneratedForms.plans()) {
            Map<String, List<String>> asked = new LinkedHashMap<>();
            for (Element obs : elements(root(plan), "obs")) {
                String answers = obs.getAttribute("style").equals("checkbox")
                        ? obs.getAttribute("answerConceptId")
                        : obs.getAttribute("answerConceptIds");
                List<String> before = asked.computeIfAbsent(obs.getAttribute("conceptId"), c -> new ArrayList<>());
                assertTrue(
                        "asked again: " + obs,
                        before.isEmpty() || obs.getAttribute("style").equals("checkbox"));
                before.addAll(Arrays.asList(answers.split(",")));
            }
            Map<String, List<String>> expected = new LinkedHashMap<>();
            for (Question question : plan.getQuestions()) {
                expected.put(
                        concept(question.getConceptCode()),
                        question.getKind() == Question.Kind.CODED
                                ? plan.choices(question).stream()
                                        .map(Choice::getConceptCode)
                                        .map(HtmlFormTest::concept)
                                        .collect(Collectors.toList())
                                : Collections.singletonList(""));
            }
            assertEquals(plan.getQuestionnaire().getCode(), expected, asked);
        }
    }

    @Test
    public void shouldHoldEachTextThatItShowsInBothLanguages() throws Exception {
        for (FormPlan plan : GeneratedForms.plans()) {
            Element root = root(plan);
            Set<String> used = new HashSet<>();
            for (Element section : elements(root, "section")) {
                used.add(section.getAttribute("headerCode"));
            }
            for (Element obs : elements(root, "obs")) {
                for (String name : Arrays.asList("answerCode", "answerCodes")) {
                    if (obs.hasAttribute(name)) {
                        used.addAll(Arrays.asList(obs.getAttribute(name).split(",")));
                    }
                }
                if (obs.hasAttribute("answerCodes")) {
                    assertEquals(
                            obs.getAttribute("answerConceptIds").split(",").length,
                            obs.getAttribute("answerCodes").split(",").length);
                }
            }
            Set<String> translated = new HashSet<>();
            for (Element code : elements(root, "code")) {
                assertTrue(code.getAttribute("name"), translated.add(code.getAttribute("name")));
                assertEquals(
                        new ArrayList<>(Label.LANGUAGES),
                        elements(code, "variant").stream()
                                .map(variant -> variant.getAttribute("locale"))
                                .collect(Collectors.toList()));
                elements(code, "variant")
                        .forEach(variant ->
                                assertFalse(variant.getAttribute("value").isEmpty()));
            }
            assertEquals(used, translated);
        }
    }

    @Test
    public void shouldLeaveADraftOpenButForTheQuestionWhetherItIsOne() throws Exception {
        assertEquals(
                Arrays.asList(concept("ASSESSMENT.raterRole"), concept("ASSESSMENT.status")),
                elements(root("HCR20V3"), "obs").stream()
                        .filter(obs -> obs.getAttribute("required").equals("true"))
                        .map(obs -> obs.getAttribute("conceptId"))
                        .collect(Collectors.toList()));
        assertTrue(elements(root("CONTACT"), "obs").stream()
                .anyMatch(obs -> obs.getAttribute("required").equals("true")));
    }

    @Test
    public void shouldFoldWhatIsAskedForAContextAndTheSubItemsOfAnItem() throws Exception {
        Element root = root("HCR20V3");
        for (String code :
                Arrays.asList("HCR20V3.R1.IN.presence", "HCR20V3.R1.OUT.presence", "HCR20V3.H1.a.presence")) {
            assertEquals(code, "details", folded(obs(root, code)).getAttribute("sectionTag"));
        }
        assertEquals(null, folded(obs(root, "HCR20V3.H1.presence")));
        assertNotEquals(
                folded(obs(root, "HCR20V3.R1.IN.presence")).getAttribute("headerCode"),
                folded(obs(root, "HCR20V3.R1.OUT.presence")).getAttribute("headerCode"));
    }

    @Test
    public void shouldShowTheRelevanceWhereTheAnswerAboutPresenceAsksForIt() throws Exception {
        Element root = root("HCR20V3");
        Element presence = obs(root, "HCR20V3.H1.presence");
        List<Element> when = elements(presence, "when");

        Question relevance = GeneratedForms.plan("HCR20V3").getQuestions().stream()
                .filter(q -> q.getCode().equals("H1.relevance"))
                .findFirst()
                .get();
        Set<String> hidden = relevance.getNotAskedWhere().get("H1.presence");
        assertFalse(hidden.isEmpty());
        assertEquals(
                GeneratedForms.plan("HCR20V3").getQuestions().stream()
                        .filter(q -> q.getCode().equals("H1.presence"))
                        .flatMap(q -> q.getChoices().stream())
                        .filter(choice -> !hidden.contains(choice.getCode()))
                        .map(choice -> concept(choice.getConceptCode()))
                        .collect(Collectors.toList()),
                when.stream().map(w -> w.getAttribute("value")).collect(Collectors.toList()));
        Element shown =
                (Element) obs(root, "HCR20V3.H1.relevance").getParentNode().getParentNode();
        assertEquals("." + shown.getAttribute("class"), when.get(0).getAttribute("thenDisplay"));
        assertTrue(presence.hasAttribute("id"));
    }

    @Test
    public void shouldLetADayLieAheadOnlyWhereItMay() throws Exception {
        Element root = root("HCR20V3");
        assertEquals("true", obs(root, "HCR20V3.reviewDate").getAttribute("allowFutureDates"));
        assertFalse(obs(root, "ASSESSMENT.windowStart").hasAttribute("allowFutureDates"));
    }

    @Test
    public void shouldSayNothingOfEarlierRatings_WhichItDoesNotShow() {
        String previous = FormTexts.text("previous").in(Locale.ENGLISH);
        for (FormPlan plan : GeneratedForms.plans()) {
            String xml = GeneratedForms.html(plan).getXml();
            assertFalse(xml.contains(previous));
            assertFalse(xml.contains("<lookup"));
        }
    }

    @Test
    public void shouldShowALabelAsItIsWritten() throws Exception {
        Map<String, String> label = new LinkedHashMap<>();
        label.put("en", "Less < more & \"so\", -- on");
        label.put("fr", "Moins");
        Instrument instrument = ((Instrument) GeneratedForms.plan("SAPROF").getQuestionnaire())
                .asUsedWith(
                        Collections.singletonMap("SAPROF.05", new Label(label)),
                        Collections.emptySet(),
                        Collections.emptyMap());

        Element root = parsed(GeneratedForms.html(FormPlan.of(instrument)).getXml());

        assertTrue(elements(root, "variant").stream()
                .anyMatch(v -> v.getAttribute("value").equals("05 Less &lt; more &amp; \"so\", -- on")));
    }

    @Test
    public void shouldStateTheCheckValueOfWhatItIs() {
        for (FormPlan plan : GeneratedForms.plans()) {
            String xml = GeneratedForms.html(plan).getXml();
            assertEquals(HtmlForm.checkValue(xml), CheckValue.statedBy(xml));
            assertEquals(HtmlForm.checkValue(xml), HtmlForm.checkValue(xml.replace("\n", "\r\n")));
            assertNotEquals(HtmlForm.checkValue(xml), HtmlForm.checkValue(xml.replaceFirst("value=\"", "value=\"x")));
        }
    }

    private static String concept(String code) {
        return StableUuid.ofConcept(code);
    }

    private static Element root(String code) throws Exception {
        return root(GeneratedForms.plan(code));
    }

    private static Element root(FormPlan plan) throws Exception {
        return parsed(GeneratedForms.html(plan).getXml());
    }

    private static Element parsed(String xml) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getDocumentElement();
    }

    private static Element obs(Element root, String code) {
        return elements(root, "obs").stream()
                .filter(obs -> obs.getAttribute("conceptId").equals(concept(code)))
                .findFirst()
                .orElseThrow(() -> new AssertionError("Nothing asks for " + code));
    }

    /** @return the part that is folded around it; null for none */
    private static Element folded(Element element) {
        for (Element e = element; e.getParentNode() instanceof Element; e = (Element) e.getParentNode()) {
            if (e.getAttribute("sectionTag").equals("details")) {
                return e;
            }
        }
        return null;
    }

    private static List<Element> elements(Element parent, String tag) {
        NodeList found = parent.getElementsByTagName(tag);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            elements.add((Element) found.item(i));
        }
        return elements;
    }
}
