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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.Concept;
import org.openmrs.ConceptAnswer;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;

public class InstrumentResourceTest extends SmprRestTest {

    @Test
    public void shouldGiveAnEmptyPageBehindTheEnd() {
        for (String path : List.of("instrument", "site", "projection")) {
            for (String page : List.of("?startIndex=3", "?startIndex=999999999", "?startIndex=3&limit=10&q=x")) {
                Answer answer = get(path + page);
                assertEquals(path + page + answer.text(), 200, answer.status());
                assertEquals(0, answer.json().get("results").size());
            }
        }
        assertEquals(
                2,
                get("instrument?startIndex=1&limit=100").json().get("results").size());
    }

    @Test
    public void shouldListInstrumentsAsReferences() {
        assertEquals(
                List.of("HCR20V3", "SAPROF", "CAPP"),
                codes(get("instrument").json().get("results")));
        JsonNode saprof = get("instrument").json().at("/results/1");
        assertEquals(List.of("uuid", "code", "display", "inUse", "links"), namesOf(saprof));
        assertTrue(saprof.get("links")
                .get(0)
                .get("uri")
                .asText()
                .endsWith("v1/smpr/instrument/" + saprof.get("uuid").asText()));
    }

    @Test
    public void shouldFindAnInstrumentByItsCodeAndByItsUuid() {
        Answer byCode = get("instrument/SAPROF");
        assertEquals(
                byCode.text(),
                get("instrument/" + StableUuid.ofEncounterType("SAPROF")).text());
        assertEquals(
                List.of(
                        "uuid",
                        "code",
                        "display",
                        "inUse",
                        "title",
                        "source",
                        "notice",
                        "encounterType",
                        "concept",
                        "window",
                        "options",
                        "questions",
                        "dimensions",
                        "items",
                        "scales",
                        "indices",
                        "links"),
                byCode.names());
    }

    @Test
    public void shouldTellWhatAHigherRatingSays() {
        assertEquals("RISK", higher("HCR20V3"));
        assertEquals("PROTECTION", higher("SAPROF"));
        assertEquals("SEVERITY", higher("CAPP"));
    }

    private String higher(String code) {
        return get("instrument/" + code)
                .json()
                .get("dimensions")
                .get(0)
                .get("higher")
                .asText();
    }

    @Test
    public void shouldDescribeEveryQuestionWithTheConceptThatItIsChartedWith() {
        for (String code : List.of("HCR20V3", "SAPROF", "CAPP")) {
            JsonNode instrument = get("instrument/" + code).json();
            Concept set = concept(instrument);
            int own = 0;
            for (JsonNode question : instrument.get("questions")) {
                if (!question.get("offered").asBoolean()) {
                    assertTrue(question.toString(), question.get("concept").isNull());
                    continue;
                }
                String mapping = question.get("mapping").asText();
                assertEquals(
                        concept(question),
                        Context.getConceptService().getConceptByMapping(mapping.split(":")[1], "SMPR"));
                assertEquals(question.toString(), answers(question), answersOf(concept(question), code));
                if (!question.get("part").asText().equals("COMMON")) {
                    assertTrue(question.toString(), set.getSetMembers().contains(concept(question)));
                    own++;
                }
            }
            assertEquals(own, set.getSetMembers().size());
        }
        JsonNode saprof = get("instrument/SAPROF").json();
        Map<String, String> mappings = new HashMap<>();
        saprof.get("questions")
                .forEach(q ->
                        mappings.put(q.get("field").asText(), q.get("mapping").asText()));
        JsonNode item = question(saprof, "ratings.05");
        assertEquals("Self-control", item.get("display").asText());
        assertEquals("RATING", item.get("part").asText());
        assertEquals("CODED", item.get("kind").asText());
        assertTrue(item.get("required").asBoolean());
        assertEquals("SMPR:SAPROF.05", item.get("mapping").asText());
        assertEquals("SMPR:ASSESSMENT.context", mappings.get("context"));
        assertEquals("SMPR:ASSESSMENT.phase", mappings.get("phase"));
        assertEquals("SMPR:SAPROF.rating.0", item.at("/choices/0/mapping").asText());
        JsonNode refined = item.get("choices").get(1);
        assertEquals("0-plus", refined.get("code").asText());
        assertTrue(refined.get("value").isNull());
        assertFalse(refined.get("offered").asBoolean());
    }

    @Test
    public void shouldDescribeItemsAndScales() {
        JsonNode saprof = get("instrument/SAPROF").json();
        assertEquals(17, saprof.get("items").size());
        assertTrue(saprof.get("items").get(0).get("static").asBoolean());
        assertFalse(saprof.get("items").get(2).get("static").asBoolean());
        assertTrue(saprof.get("items").get(11).get("notApplicable").asBoolean());
        JsonNode total = saprof.get("scales").get(3);
        assertEquals("total", total.get("code").asText());
        assertEquals(34, total.get("max").asInt());
        assertTrue(total.get("containsStatic").asBoolean());
    }

    @Test
    public void shouldSayWhereAQuestionIsNotAskedAndWhatItGoesWith() {
        JsonNode hcr20 = get("instrument/HCR20V3").json();
        JsonNode relevance = question(hcr20, "ratings.R4.OUT.relevance");
        assertEquals(
                "{\"ratings.R4.OUT.presence\":[\"N\",\"OMIT\"]}",
                relevance.get("notAskedWhere").toString());
        assertEquals("R4", relevance.get("item").asText());
        assertTrue(relevance.get("subItem").isNull());
        assertEquals("OUT", relevance.get("context").asText());
        assertEquals("relevance", relevance.get("dimension").asText());
        assertEquals("relevance, in the community", relevance.get("qualifier").asText());
        assertEquals(
                0,
                question(hcr20, "ratings.R4.OUT.presence").get("notAskedWhere").size());
        JsonNode subItem = question(hcr20, "ratings.R4.a.OUT.relevance");
        assertEquals("a", subItem.get("subItem").asText());
        assertFalse(subItem.get("offered").asBoolean());
        assertTrue(question(hcr20, "ratings.R4.a.OUT.presence").get("offered").asBoolean());
        assertEquals("OUT", question(hcr20, "judgements.CP.OUT").get("context").asText());
        JsonNode basis = question(get("instrument/SAPROF").json(), "fields.basis");
        assertEquals("judgements.IFRJ", basis.get("requiredWith").asText());
        assertEquals("HCR20V3", basis.get("assessmentOf").asText());
        assertFalse(basis.get("required").asBoolean());
        assertTrue(relevance.get("requiredWith").isNull());
        assertTrue(relevance.get("assessmentOf").isNull());
    }

    @Test
    public void shouldDescribeSubItemsContextsMeansAndIndices() {
        JsonNode hcr20 = get("instrument/HCR20V3?v=full").json();
        JsonNode h1 = hcr20.at("/items/0");
        assertEquals(List.of("a", "b", "c"), codes(h1.get("subItems")));
        assertEquals("as a child (12 or younger)", h1.at("/subItems/0/display").asText());
        assertEquals("enfance (12 ans ou moins)", h1.at("/subItems/0/labels/fr").asText());
        assertTrue(hcr20.at("/items/15/perContext").asBoolean());
        assertEquals(List.of("H", "C", "R", "CR", "total"), codes(hcr20.get("scales")));
        assertFalse(hcr20.at("/scales/0/perContext").asBoolean());
        assertTrue(hcr20.at("/scales/4/perContext").asBoolean());
        assertFalse(hcr20.at("/scales/4/mean").asBoolean());
        assertEquals(0, hcr20.get("indices").size());
        assertTrue(get("instrument/CAPP").json().at("/scales/0/mean").asBoolean());
        JsonNode index = get("instrument/SAPROF").json().at("/indices/0");
        assertEquals(List.of("code", "display", "notice", "of", "minus"), namesOf(index));
        assertEquals("hcr20-saprof", index.get("code").asText());
        assertEquals("HCR20V3", index.at("/of/instrument").asText());
        assertEquals("total", index.at("/of/scale").asText());
        assertEquals("total", index.get("minus").asText());
        assertTrue(index.get("notice").asText().contains("version 2"));
    }

    @Test
    public void shouldFollowWhatTheSiteAsks() {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test",
                        "{\"format\": 1, \"instruments\": {\"HCR20V3\": {\"options\": [\"relevance-on-sub-items\"],"
                                + " \"notAskedWhere\": {\"relevance\": {\"presence\": [\"OMIT\"]}}}}}");
        JsonNode hcr20 = get("instrument/HCR20V3").json();
        assertEquals(
                "{\"ratings.C1.presence\":[\"OMIT\"]}",
                question(hcr20, "ratings.C1.relevance").get("notAskedWhere").toString());
        assertTrue(question(hcr20, "ratings.C1.a.relevance").get("offered").asBoolean());
    }

    @Test
    public void shouldGiveEveryLanguageInFull() {
        JsonNode saprof = get("instrument/SAPROF?v=full").json();
        assertEquals(
                "Empathie", saprof.get("items").get(2).get("labels").get("fr").asText());
        assertEquals(
                "Empathy", saprof.get("items").get(2).get("labels").get("en").asText());
        assertEquals(
                "présent",
                question(saprof, "ratings.01")
                        .at("/choices/6/labels/fr")
                        .asText()
                        .substring(4));
    }

    @Test
    public void shouldSpeakTheLanguageOfTheSession() {
        Context.setLocale(Locale.FRENCH);
        assertEquals("Maîtrise de soi", labelOfItem05());
        Context.setLocale(new Locale("fr", "CA"));
        assertEquals("Maîtrise de soi", labelOfItem05());
    }

    @Test
    public void shouldGiveWhatACustomRepresentationAsksFor() {
        Answer answer = get("instrument/SAPROF?v=custom:(code,scales:(code,labels),window:ref,options:full)");
        assertEquals(List.of("code", "scales", "window", "options"), answer.names());
        JsonNode scale = answer.json().get("scales").get(0);
        assertEquals(List.of("code", "labels"), namesOf(scale));
        assertTrue(answer.json().get("options").get(0).has("labels"));
        assertEquals(6, answer.json().get("window").get("horizonFromMonths").asInt());
    }

    @Test
    public void shouldRefuseARepresentationThatThereIsNot() {
        Map<String, List<String>> unknown = Map.of("v", List.of("unknownRepresentation"));
        for (String v : new String[] {"foo", "", "custom:", "custom:(code", "custom:code", "custom:(code:(uuid)))"}) {
            assertEquals(v, unknown, get("instrument?v=" + v).faults());
            assertEquals(v, unknown, get("instrument/SAPROF?v=" + v).faults());
        }
        assertEquals(
                Map.of("v", List.of("unknownProperty", "unknownProperty")),
                get("instrument?v=custom:(foo,code,bar)").faults());
    }

    @Test
    public void shouldNotFindWhatThereIsNot() {
        assertEquals(
                "smpr.error.notFound",
                get("instrument/FOO").error(404).get("code").asText());
        get("").error(404);
        get("nothing").error(404);
        get("nothing/here/either").error(404);
    }

    @Test
    public void shouldOnlyBeRead() {
        post("instrument", Map.of("code", "MINE")).error(405);
        post("instrument/SAPROF", Map.of("code", "MINE")).error(405);
        delete("instrument/SAPROF").error(405);
        delete("instrument/SAPROF?purge=true").error(405);
        delete("instrument").error(405);
    }

    private static JsonNode question(JsonNode instrument, String field) {
        for (JsonNode question : instrument.get("questions")) {
            if (question.get("field").asText().equals(field)) {
                return question;
            }
        }
        throw new AssertionError("no question " + field);
    }

    /** The choices' concepts, by uuid. */
    private static Set<String> answers(JsonNode question) {
        return Set.copyOf(question.get("choices").findValuesAsText("concept"));
    }

    /** The concept's answers; of the editions, which are asked with one concept, those of the one instrument. */
    private static Set<String> answersOf(Concept question, String instrument) {
        return question.getAnswers().stream()
                .map(ConceptAnswer::getAnswerConcept)
                .filter(answer -> !question.getUuid().equals(StableUuid.ofConcept("ASSESSMENT.edition"))
                        || answer.getConceptMappings()
                                .iterator()
                                .next()
                                .getConceptReferenceTerm()
                                .getCode()
                                .startsWith(instrument + "."))
                .map(Concept::getUuid)
                .collect(Collectors.toSet());
    }

    private static Concept concept(JsonNode of) {
        return Context.getConceptService().getConceptByUuid(of.get("concept").asText());
    }

    private String labelOfItem05() {
        return get("instrument/SAPROF").json().at("/items/4/display").asText();
    }
}
