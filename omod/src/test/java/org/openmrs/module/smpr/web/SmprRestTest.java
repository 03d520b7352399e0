/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.openmrs.Patient;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestMetadata;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.AssessmentInput;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.web.test.BaseModuleWebContextSensitiveTest;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;

/** Tests of what REST answers, with the platform behind it, signed in as its administrator until a test says otherwise. */
@SuppressWarnings("deprecation")
public abstract class SmprRestTest extends BaseModuleWebContextSensitiveTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private MockMvc mvc;

    protected Patient patient;

    protected Provider rater;

    @Before
    public void prepare() {
        TestMetadata.installOnce(applicationContext);
        mvc = MockMvcBuilders.standaloneSetup(
                        applicationContext.getBean(SmprRestController.class),
                        applicationContext.getBean(StudyRestController.class),
                        applicationContext.getBean(JobPartController.class),
                        applicationContext.getBean(BacklogController.class),
                        applicationContext.getBean(StudyFindingsController.class),
                        applicationContext.getBean(StudyExportController.class),
                        applicationContext.getBean(InstrumentFormController.class),
                        applicationContext.getBean(TrajectoryChartController.class),
                        applicationContext.getBean(TrajectoryReportController.class))
                .setControllerAdvice(applicationContext.getBean(PlatformErrors.class))
                .build();
        patient = TestPeople.patient();
        rater = TestPeople.rater();
        Context.setLocale(Locale.ENGLISH);
    }

    @After
    public void leave() {
        Context.setLocale(Locale.ENGLISH);
    }

    /** Takes back what the test has done so far, and goes on in another transaction: on MariaDB this one sees nothing that was written since it began. */
    static void beginAnew() {
        TestTransaction.end();
        TestTransaction.start();
    }

    protected Answer get(String path) {
        return send(HttpMethod.GET, path, null);
    }

    protected Answer post(String path, Object body) {
        try {
            return send(HttpMethod.POST, path, body instanceof String ? (String) body : JSON.writeValueAsString(body));
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    protected Answer delete(String path) {
        return send(HttpMethod.DELETE, path, null);
    }

    /**
     * @param path from {@code smpr/} on
     * @param headers names and values, in turn
     */
    protected Answer send(HttpMethod verb, String path, String body, String... headers) {
        // The text is a template to MockMvc, and custom representations have no braces: nothing in it is replaced.
        MockHttpServletRequestBuilder request = MockMvcRequestBuilders.request(verb, "/rest/v1/smpr/" + path);
        if (body != null) {
            request.content(body.getBytes(StandardCharsets.UTF_8));
            if (!Arrays.asList(headers).contains("Content-Type")) {
                request.contentType(MediaType.APPLICATION_JSON);
            }
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            MvcResult result = mvc.perform(request).andReturn();
            // Each request has a session of its own on a server, and a failed one leaves nothing.
            if (result.getResponse().getStatus() < 400) {
                Context.flushSession();
            }
            Context.clearSession();
            return new Answer(result.getResponse());
        } catch (Exception e) {
            throw new AssertionError(verb + " " + path, e);
        }
    }

    /** A complete SAPROF, every item rated 1, as it is posted; to be changed by a test before it does. */
    protected Map<String, Object> saprof() {
        return body(TestAssessments.saprof(patient, "2024-03-01")
                .with("windowStart", "2023-09-01")
                .with("windowEnd", "2024-02-29")
                .with("marks.key", List.of("05"))
                .raters(rater.getUuid()));
    }

    /** What is to be charted, as it is posted: answers that stand in a group are put into it. */
    @SuppressWarnings("unchecked")
    protected static Map<String, Object> body(TestAssessments assessment) {
        AssessmentInput input = assessment.input();
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("patient", input.getPatient());
        body.put("instrument", input.getInstrument());
        body.put("date", input.getDate());
        if (input.getRaters() != null) {
            body.put("raters", new ArrayList<>(input.getRaters()));
        }
        input.getAnswers().forEach((field, answer) -> {
            int dot = field.indexOf('.');
            if (dot < 0) {
                body.put(field, answer);
            } else {
                ((Map<String, Object>) body.computeIfAbsent(field.substring(0, dot), g -> new LinkedHashMap<>()))
                        .put(field.substring(dot + 1), answer);
            }
        });
        return body;
    }

    /** @return the uuid of the assessment charted */
    protected String chart(Map<String, Object> body) {
        Answer answer = post("assessment", body);
        assertEquals(answer.text(), 201, answer.status());
        return answer.json().get("uuid").asText();
    }

    /** Holds that each parameter that makes no sense is named. */
    protected void refusesWhatCannotBeSearchedFor(String path) {
        assertEquals(
                Map.of(
                        "instrument",
                        List.of("unknownInstrument"),
                        "phase",
                        List.of("notOneOf"),
                        "from",
                        List.of("notADate"),
                        "to",
                        List.of("notADate")),
                get(path + "instrument=FOO&phase=HOLIDAY&from=yesterday&to=2024-13-01")
                        .faults());
    }

    /** What came back. */
    protected static final class Answer {

        private final MockHttpServletResponse response;

        private Answer(MockHttpServletResponse response) {
            this.response = response;
        }

        int status() {
            return response.getStatus();
        }

        String header(String name) {
            return response.getHeader(name);
        }

        String text() {
            return new String(bytes(), StandardCharsets.UTF_8);
        }

        byte[] bytes() {
            return response.getContentAsByteArray();
        }

        JsonNode json() {
            try {
                return JSON.readTree(response.getContentAsByteArray());
            } catch (Exception e) {
                throw new AssertionError(text(), e);
            }
        }

        /** @return the first result of a list */
        JsonNode first() {
            return json().get("results").get(0);
        }

        List<String> names() {
            return namesOf(json());
        }

        /** Holds that it is an error of that status, and says nothing of the server's inside. */
        JsonNode error(int status) {
            assertEquals(text(), status, status());
            assertEquals(List.of("error"), names());
            assertFalse(text(), text().matches("(?s).*(org\\.openmrs|java\\.|Exception|\\\\tat ).*"));
            return json().get("error");
        }

        /** Holds that it is a refusal of bad input, and gives the codes of its faults by field, without their prefix. */
        Map<String, List<String>> faults() {
            JsonNode error = error(400);
            assertEquals(List.of("message", "code", "fieldErrors", "globalErrors"), namesOf(error));
            Map<String, List<String>> faults = new LinkedHashMap<>();
            error.get("fieldErrors")
                    .fields()
                    .forEachRemaining(field -> field.getValue().forEach(fault -> {
                        assertFalse(fault.get("message").asText().startsWith("smpr."));
                        faults.computeIfAbsent(field.getKey(), name -> new ArrayList<>())
                                .add(fault.get("code").asText().replace("smpr.fault.", ""));
                    }));
            return faults;
        }
    }

    /** @return the code of each in the list */
    protected static List<String> codes(JsonNode list) {
        List<String> codes = new ArrayList<>();
        list.forEach(listed -> codes.add(listed.get("code").asText()));
        return codes;
    }

    protected static List<String> namesOf(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
