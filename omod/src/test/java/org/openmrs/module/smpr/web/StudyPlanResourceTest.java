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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.study.plan.TestPlans;

public class StudyPlanResourceTest extends SmprRestTest {

    @Test
    public void shouldCheckAPlanAndAcceptNothing() {
        JsonNode checked = post("study/plan", Map.of("document", TestPlans.WHOLE, "check", true))
                .json();
        assertFalse(checked.get("accepted").asBoolean());
        assertEquals(0, checked.get("faults").size());
        Answer faulty = post("study/plan", Map.of("document", TestPlans.with("date", "\"soon\""), "check", true));
        assertEquals(200, faulty.status());
        JsonNode fault = faulty.json().get("faults").get(0);
        assertEquals(3, fault.get("line").asInt());
        assertEquals(1, fault.get("column").asInt());
        assertEquals("/date", fault.get("path").asText());
        assertEquals(
                "a day is expected, such as 2026-03-31", fault.get("message").asText());
        assertEquals(0, get("study/plan").json().get("results").size());
    }

    @Test
    public void shouldFreezeAPlanListEveryVersionAndSayWhichIsInForce() {
        JsonNode accepted = accept(null, TestPlans.WHOLE).json();
        assertTrue(accepted.get("accepted").asBoolean());
        assertEquals(1, accepted.get("plan").get("version").asInt());
        assertEquals("An invented plan", accepted.get("plan").get("title").asText());

        assertEquals(200, accept(1, TestPlans.LEAST).status());
        JsonNode plans = get("study/plan?v=full").json().get("results");
        assertEquals(2, plans.size());
        assertEquals("Plan of analysis, version 2", plans.get(0).get("display").asText());
        assertTrue(plans.get(0).get("inForce").asBoolean());
        assertFalse(plans.get(1).get("inForce").asBoolean());
        assertEquals(TestPlans.WHOLE, plans.get(1).get("text").asText());
        assertTrue(plans.get(1).get("sha256").asText().matches("[0-9a-f]{64}"));
        assertEquals("admin", plans.get(1).get("acceptedBy").get("display").asText());
        assertEquals(
                "followed by the service",
                plans.get(1)
                        .get("eligibility")
                        .get("criteria")
                        .get(0)
                        .get("display")
                        .asText());
        JsonNode analyses = plans.get(1).get("analyses");
        assertTrue(analyses.get("survival").get(0).get("primary").asBoolean());
        assertEquals(
                "END_OF_CARE",
                analyses.get("survival").get(0).get("horizons").get(2).asText());
        assertEquals(30, analyses.get("uctiEffect").get("landmarkDays").asInt());
        JsonNode names = plans.get(1).get("names");
        assertEquals("HCR-20 V3, clinical items", names.path("HCR20V3.scale.C").asText());
        for (JsonNode wave : plans.get(1).get("definitions").get("waves")) {
            assertFalse(wave.asText(), names.path(wave.asText()).asText().isEmpty());
        }

        String path = "study/plan/" + plans.get(1).get("uuid").asText();
        assertEquals(1, get(path).json().get("version").asInt());
        assertEquals(405, post(path, Map.of("date", "2026-01-16")).status());
        assertEquals(405, delete(path + "?reason=test").status());
        assertEquals(405, delete(path + "?purge=true").status());
    }

    @Test
    public void shouldRefuseOneWhoSawAnotherVersion() {
        accept(null, TestPlans.LEAST);
        assertEquals(
                "smpr.study.planChanged",
                accept(null, TestPlans.WHOLE).error(409).get("code").asText());
        assertEquals(
                "smpr.study.planChanged",
                accept(7, TestPlans.WHOLE).error(409).get("code").asText());
    }

    @Test
    public void shouldNameEveryFaultOfAPlanThatIsRefusedAndOfARequest() {
        Answer refused = accept(null, TestPlans.with("date", "\"soon\""));
        assertEquals(400, refused.status());
        assertEquals(
                "Line 3, column 1: /date: a day is expected, such as 2026-03-31",
                refused.json()
                        .get("error")
                        .get("fieldErrors")
                        .get("document")
                        .get(0)
                        .get("message")
                        .asText());
        assertEquals(
                Map.of(
                        "document", List.of("missing"),
                        "check", List.of("notTrueOrFalse"),
                        "inPlaceOf", List.of("notANumber"),
                        "mood", List.of("unknownProperty")),
                post("study/plan", Map.of("check", "yes", "inPlaceOf", "1", "mood", 1))
                        .faults());
    }

    @Test
    public void shouldShowThePlanToTheAnalystAndTakeOneFromThoseWhoManageTheStudyAlone() {
        accept(null, TestPlans.LEAST);
        TestPeople.signInWith(List.of("SMPR: Study analyst"), List.of());
        assertEquals(1, get("study/plan").json().get("results").size());
        post("study/plan", Map.of("nothing", "of it is looked at")).error(403);
        authenticate();
        TestPeople.signInWith(List.of("SMPR: Study analyst"), List.of(SmprPrivileges.MANAGE_STUDY));
        assertEquals(200, accept(1, TestPlans.WHOLE).status());
        Context.logout();
        get("study/plan").error(401);
        post("study/plan", Map.of()).error(401);
        authenticate();
    }

    private Answer accept(Integer inPlaceOf, String document) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("document", document);
        body.put("inPlaceOf", inPlaceOf);
        return post("study/plan", body);
    }
}
