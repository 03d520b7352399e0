/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.EncounterRole;
import org.openmrs.Form;
import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.form.FormGenerator;
import org.openmrs.module.smpr.form.FormInstaller;
import org.openmrs.module.smpr.form.FormPlan;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.webservices.rest.web.v1_0.controller.MainResourceController;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/**
 * What is charted on an installed form is the same assessment as what is charted by the module's own REST: posted is what the form
 * engine of OpenMRS 3 was seen to send when a form is saved, made from the schema as the engine makes it.
 */
public class O3PayloadTest extends SmprRestTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What tells two records apart that say the same. */
    private static final Set<String> OWN = Set.of("uuid", "display", "links", "version", "history", "auditInfo");

    private MockMvc platform;

    private Location location;

    @Before
    public void installForms() {
        Context.getRegisteredComponent("smpr.formInstaller", FormInstaller.class).install();
        platform = MockMvcBuilders.standaloneSetup(applicationContext.getBean("mainResourceController", MainResourceController.class))
                .build();
        location = TestPeople.location();
    }

    @Test
    public void shouldBeTheSameHcr20() throws Exception {
        TestAssessments assessment = TestAssessments.hcr20(patient, "2024-03-01")
                .ratedFor("OUT")
                .with("ratings.H1.a.presence", "Y")
                .with("ratings.H4.presence", "N")
                .without("ratings.H4.relevance")
                .with("ratings.H7.presence", "OMIT")
                .without("ratings.H7.relevance");
        sameByBothRoutes(withTexts(assessment, "HCR20V3"), "HCR20V3");
    }

    @Test
    public void shouldBeTheSameSaprof() throws Exception {
        sameByBothRoutes(
                withTexts(
                        TestAssessments.saprof(patient, "2024-03-01")
                                .with("windowStart", "2023-09-01")
                                .with("windowEnd", "2024-02-29")
                                .with("marks.key", List.of("05", "11"))
                                .with("marks.goal", List.of("06"))
                                .with("ratings.12", "NA"),
                        "SAPROF"),
                "SAPROF");
    }

    @Test
    public void shouldBeTheSameCapp() throws Exception {
        sameByBothRoutes(withTexts(TestAssessments.capp(patient, "2024-03-01"), "CAPP"), "CAPP");
    }

    @Test
    public void shouldBeTheSameDraft() throws Exception {
        sameByBothRoutes(
                TestAssessments.hcr20(patient, "2024-03-01")
                        .with("status", "DRAFT")
                        .without("ratings.C1.presence")
                        .without("informant"),
                "HCR20V3");
    }

    /** Every free text of the instrument, which nobody needs for a complete assessment. */
    private TestAssessments withTexts(TestAssessments assessment, String code) {
        for (JsonNode question : get("instrument/" + code + "?v=full").json().get("questions")) {
            if (question.get("kind").asText().equals("TEXT")
                    && question.get("offered").asBoolean()
                    && !question.get("field").asText().equals("amendment")) {
                assessment.with(question.get("field").asText(), "Invented « words » of " + question.get("code").asText());
            }
        }
        return assessment;
    }

    private void sameByBothRoutes(TestAssessments assessment, String code) throws Exception {
        assessment.raters(rater.getUuid()).location(location.getUuid());
        JsonNode instrument = get("instrument/" + code + "?v=full").json();
        Map<String, Object> body = body(assessment);
        body.put("location", location.getUuid());
        JsonNode charted = get("assessment/" + chart(body) + "?v=full").json();

        String onForm = post(payload(installed(code), instrument, assessment));

        JsonNode read = get("assessment/" + onForm + "?v=full").json();
        assertEquals(0, read.get("faults").size());
        assertEquals(content(charted), content(read));
    }

    /** The schema as the form engine is given it. */
    private static JsonNode installed(String instrument) throws Exception {
        FormPlan plan = FormPlan.of(
                Context.getService(SiteService.class).getInstrument(instrument).get());
        Form form = Context.getFormService().getFormByUuid(FormGenerator.uuid(plan, 1));
        String storage = Context.getFormService().getFormResource(form, "JSON schema").getValueReference();
        return JSON.readTree(
                Context.getDatatypeService().getClobDatatypeStorageByUuid(storage).getValue());
    }

    private Map<String, Object> payload(JsonNode schema, JsonNode instrument, TestAssessments assessment) {
        Map<String, Object> payload = new LinkedHashMap<>();
        payload.put("patient", patient.getUuid());
        payload.put("location", location.getUuid());
        payload.put("encounterType", schema.get("encounterType").asText());
        payload.put(
                "encounterProviders",
                List.of(Map.of(
                        "provider", rater.getUuid(), "encounterRole", EncounterRole.UNKNOWN_ENCOUNTER_ROLE_UUID)));
        payload.put("obs", obs(schema, instrument, new LinkedHashMap<>(assessment.input().getAnswers())));
        payload.put("form", Map.of("uuid", schema.get("uuid").asText()));
        payload.put("orders", List.of());
        payload.put("diagnoses", List.of());
        payload.put("encounterDatetime", assessment.input().getDate());
        return payload;
    }

    /** In the order of the form, one an answer; and nothing that the assessment answers is not asked. */
    private static List<Map<String, Object>> obs(JsonNode schema, JsonNode instrument, Map<String, Object> answers) {
        List<Map<String, Object>> all = new ArrayList<>();
        for (JsonNode page : schema.get("pages")) {
            for (JsonNode section : page.get("sections")) {
                for (JsonNode field : section.get("questions")) {
                    if (!field.get("type").asText().equals("obs")) {
                        continue;
                    }
                    JsonNode question = question(instrument, field.at("/questionOptions/concept").asText());
                    Object answer = answers.remove(question.get("field").asText());
                    Collection<?> given = answer instanceof Collection
                            ? (Collection<?>) answer
                            : answer == null ? List.of() : List.of(answer);
                    for (Object one : given) {
                        all.add(obs(field, value(field, question, one)));
                    }
                }
            }
        }
        assertTrue(answers.toString(), answers.isEmpty());
        return all;
    }

    private static Map<String, Object> obs(JsonNode field, Object value) {
        Map<String, Object> obs = new LinkedHashMap<>();
        obs.put("value", value);
        obs.put("concept", field.at("/questionOptions/concept").asText());
        obs.put("formFieldNamespace", "rfe-forms");
        obs.put("formFieldPath", "rfe-forms-" + field.get("id").asText());
        return obs;
    }

    /** A choice is one that the field offers; days and numbers are sent as they are. */
    private static Object value(JsonNode field, JsonNode question, Object answer) {
        if (!question.get("kind").asText().equals("CODED")) {
            return answer;
        }
        for (JsonNode choice : question.get("choices")) {
            if (choice.get("code").asText().equals(answer)) {
                for (JsonNode offered : field.at("/questionOptions/answers")) {
                    if (offered.get("concept").equals(choice.get("concept"))) {
                        return offered.get("concept").asText();
                    }
                }
            }
        }
        throw new AssertionError(field.get("id") + " does not offer " + answer);
    }

    private static JsonNode question(JsonNode instrument, String concept) {
        for (JsonNode question : instrument.get("questions")) {
            if (question.get("concept").asText().equals(concept)) {
                return question;
            }
        }
        throw new AssertionError("The instrument has no question " + concept);
    }

    private String post(Map<String, Object> payload) throws Exception {
        MockHttpServletResponse response = platform.perform(MockMvcRequestBuilders.post("/rest/v1/encounter")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content(JSON.writeValueAsBytes(payload)))
                .andReturn()
                .getResponse();
        String text = new String(response.getContentAsByteArray(), StandardCharsets.UTF_8);
        assertEquals(text, 201, response.getStatus());
        Context.flushSession();
        Context.clearSession();
        return JSON.readTree(text).get("uuid").asText();
    }

    /** What is charted, with several answers to a question in one order: the platform keeps none. */
    private static JsonNode content(JsonNode assessment) {
        ObjectNode content = assessment.deepCopy();
        content.remove(new HashSet<>(OWN));
        sort(content);
        return content;
    }

    private static void sort(JsonNode node) {
        node.forEach(O3PayloadTest::sort);
        if (node instanceof ObjectNode) {
            ObjectNode object = (ObjectNode) node;
            object.fieldNames().forEachRemaining(name -> {
                if (object.get(name).isArray()) {
                    List<JsonNode> parts = new ArrayList<>();
                    object.get(name).forEach(parts::add);
                    parts.sort((a, b) -> a.toString().compareTo(b.toString()));
                    object.set(name, JSON.createArrayNode().addAll(parts));
                }
            });
        }
    }
}
