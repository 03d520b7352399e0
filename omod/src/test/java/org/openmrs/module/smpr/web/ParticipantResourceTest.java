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
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.study.plan.StudyPlanService;
import org.openmrs.module.smpr.study.plan.TestPlans;
import org.springframework.http.HttpMethod;

/** {@code smpr/study/participant} over HTTP, and what every address under {@code smpr/study/} answers where something is wrong. */
public class ParticipantResourceTest extends SmprRestTest {

    private static final Map<String, Object> ELIGIBLE = Map.of("followed", "YES", "leaves-region", "NO");

    private String episode;

    @Before
    public void acceptAPlan() {
        Context.getService(StudyPlanService.class).accept(null, TestPlans.WHOLE);
        episode = episode(patient);
    }

    @Test
    public void shouldRecordAmendAndVoidAParticipant() {
        Answer recorded = post("study/participant", considered(patient, episode));
        assertEquals(recorded.text(), 201, recorded.status());
        JsonNode participant = recorded.json();
        String code = participant.get("studyCode").asText();
        assertEquals("CONSIDERED", participant.get("state").get("code").asText());
        assertEquals(code + ", considered", participant.get("display").asText());
        assertEquals(patient.getUuid(), participant.get("patient").get("uuid").asText());
        assertEquals(episode, participant.get("indexEpisode").get("uuid").asText());
        assertTrue(participant.get("links").get(0).get("uri").asText().contains("/smpr/study/participant/"));

        String path = "study/participant/" + participant.get("uuid").asText();
        JsonNode included = post(
                        path + "?v=full",
                        Map.of(
                                "version", "0",
                                "criteria", ELIGIBLE,
                                "dateInformed", "2025-02-01",
                                "dateNotOpposed", "2025-02-15",
                                "dateIncluded", "2025-02-15"))
                .json();
        assertEquals("INCLUDED", included.get("state").get("code").asText());
        assertEquals("YES", included.get("eligible").get("code").asText());
        assertEquals("YES", included.get("criteria").get("followed").get("code").asText());
        assertEquals("admin", included.get("informedBy").get("display").asText());
        assertEquals("1", included.get("version").asText());
        assertEquals(code, included.get("studyCode").asText());
        assertEquals(
                409,
                post(path, Map.of("version", "0", "dateIncluded", "2025-02-16")).status());

        assertEquals(Map.of("reason", List.of("missing")), delete(path).faults());
        assertEquals(204, delete(path + "?reason=test").status());
        assertTrue(get(path).json().get("voided").asBoolean());
        assertEquals(0, get("study/participant").json().get("results").size());
        assertEquals(
                1,
                get("study/participant?includeAll=true").json().get("results").size());
    }

    @Test
    public void shouldTakeBackWhatItGave() {
        String path = record(patient, episode);
        post(path, Map.of("criteria", ELIGIBLE, "dateInformed", "2025-02-01"));
        post(path, Map.of("opposition", "STOP_USING", "dateOpposed", "2025-02-03"));
        String given = get(path).text();
        Answer again = post(path, given);
        assertEquals(again.text(), 200, again.status());
        assertEquals(given, again.text());
    }

    @Test
    public void shouldTakeAnOppositionBackWithAReasonAndShowIt() {
        String path = record(patient, episode);
        post(path, Map.of("dateInformed", "2025-02-01", "opposition", "STOP_COLLECTING", "dateOpposed", "2025-02-03"));
        Map<String, Object> back = new LinkedHashMap<>();
        back.put("opposition", null);
        assertEquals(Map.of("reason", List.of("missing")), post(path, back).faults());
        back.put("reason", "another man's");
        JsonNode told = post(path + "?v=full", back).json();
        assertTrue(told.get("opposition").isNull());
        assertTrue(told.get("dateOpposed").isNull());
        assertEquals("INFORMED", told.get("state").get("code").asText());
        JsonNode opposition = told.get("oppositions").get(0);
        assertTrue(opposition.get("voided").asBoolean());
        assertEquals("another man's", opposition.get("voidReason").asText());
        assertEquals("2025-02-03", opposition.get("dateOpposed").asText());
    }

    @Test
    public void shouldSayOfOneWithTwoCodesThatHeOpposesUnderTheOther_AndNotLetThatBeLost() throws Exception {
        String stands = record(patient, episode);
        post(stands, Map.of("criteria", ELIGIBLE, "dateInformed", "2025-02-01", "dateNotOpposed", "2025-02-15"));
        post(stands, Map.of("dateIncluded", "2025-02-15"));
        Patient twin = TestPeople.patient();
        String other = record(twin, episode(twin));
        post(other, Map.of("dateInformed", "2025-02-01", "opposition", "STOP_USING", "dateOpposed", "2025-02-03"));
        Context.flushSession();
        Context.getPatientService()
                .mergePatients(
                        Context.getPatientService().getPatient(patient.getPatientId()),
                        Context.getPatientService().getPatient(twin.getPatientId()));
        Context.flushSession();
        Context.clearSession();

        JsonNode told = get(stands).json();
        assertEquals("STOPPED_USING", told.get("state").get("code").asText());
        assertEquals("2025-02-03", told.get("dateStoppedUsing").asText());
        assertTrue(told.get("opposition").isNull());
        assertTrue(told.get("faults").findValuesAsText("code").contains("smpr.fault.opposedElsewhere"));
        assertEquals(
                Map.of("opposition", List.of("opposedHereAlone")),
                delete(other + "?reason=twice").faults());
        assertEquals(
                200,
                post(stands, Map.of("opposition", "STOP_USING", "dateOpposed", "2025-02-20"))
                        .status());
        assertEquals(204, delete(other + "?reason=twice").status());
    }

    @Test
    public void shouldNameEveryFaultByItsFieldInTheLanguageOfTheSession() {
        Map<String, Object> body = considered(patient, episode);
        body.put("criteria", Map.of("followed", "PERHAPS", "other", "YES"));
        body.put("dateInformed", "2025-02-30");
        body.put("opposition", 3);
        body.put("studyCode", "234-5673");
        assertEquals(
                Map.of(
                        "criteria.followed", List.of("notOneOf"),
                        "criteria.other", List.of("unknownCriterion"),
                        "dateInformed", List.of("notADate"),
                        "opposition", List.of("notAText"),
                        "studyCode", List.of("unknownProperty")),
                post("study/participant", body).faults());
        Context.setLocale(Locale.FRENCH);
        body = considered(patient, episode);
        body.put("criteria", List.of());
        body.put("dateIncluded", "2025-02-15");
        assertTrue(
                post("study/participant", body).text().contains("Ce critère doit être renseigné avant l’inclusion."));
    }

    @Test
    public void shouldListByPatientAndStatePageByPageAsTheRestModuleDoes() {
        record(patient, episode);
        Patient other = TestPeople.patient();
        Map<String, Object> eligible = considered(other, episode(other));
        eligible.put("criteria", ELIGIBLE);
        post("study/participant", eligible);

        JsonNode first =
                get("study/participant?limit=1&totalCount=true&v=default").json();
        assertEquals(1, first.get("results").size());
        assertEquals(2, first.get("totalCount").asInt());
        assertEquals("next", first.get("links").get(0).get("rel").asText());
        assertEquals(
                "prev",
                get("study/participant?limit=1&startIndex=1")
                        .json()
                        .get("links")
                        .get(0)
                        .get("rel")
                        .asText());
        assertEquals(
                List.of("ELIGIBLE"),
                get("study/participant?state=ELIGIBLE").json().get("results").findValuesAsText("code"));
        assertEquals(
                1,
                get("study/participant?patient=" + other.getUuid())
                        .json()
                        .get("results")
                        .size());
        assertEquals(
                Map.of("state", List.of("notOneOf"), "patient", List.of("notAUuid")),
                get("study/participant?state=HAPPY&patient=x").faults());
    }

    @Test
    public void shouldWriteDownWhoReadWhichParticipant() {
        String path = record(patient, episode);
        Context.flushSession();
        get(path);
        beginAnew();

        JsonNode entry =
                get("accesslog?what=STUDY&patient=" + patient.getUuid()).first();
        assertEquals("READ", entry.get("outcome").asText());
        assertEquals("smpr/study/participant/{uuid}", entry.get("route").asText());
        assertEquals(
                path,
                "study/participant/" + entry.get("participant").get("uuid").asText());
    }

    /** None of it is taken for a resource called "study". */
    @Test
    public void shouldAnswerForPathsAndVerbsThatNothingHasAsElsewhere() {
        for (String path :
                List.of("study", "study/nothing", "study/participant/none", "study/nothing/none", "study/plan/x/y")) {
            assertEquals(
                    path,
                    "smpr.error.notFound",
                    get(path).error(404).get("code").asText());
        }
        assertEquals(405, send(HttpMethod.PUT, "study/participant", "{}").status());
        assertEquals(405, send(HttpMethod.DELETE, "study/participant", null).status());
        assertEquals(405, post("study", Map.of()).status());
        assertEquals(
                406,
                send(HttpMethod.GET, "study/participant", null, "Accept", "text/html")
                        .status());
        assertEquals(
                415,
                send(HttpMethod.POST, "study/participant", "x", "Content-Type", "text/plain")
                        .status());
        assertEquals(400, post("study/participant", "{").status());
        assertEquals(
                Map.of("mood", List.of("unknownProperty")),
                get("study/participant?mood=x").faults());
        assertEquals(
                Map.of("v", List.of("unknownRepresentation")),
                get("study/participant?v=long").faults());
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());
        get("study/participant").error(403);
        Context.logout();
        get("study/participant").error(401);
        get("study/nothing").error(401);
        authenticate();
    }

    private String record(Patient whom, String index) {
        Answer recorded = post("study/participant", considered(whom, index));
        assertEquals(recorded.text(), 201, recorded.status());
        return "study/participant/" + recorded.json().get("uuid").asText();
    }

    private static Map<String, Object> considered(Patient whom, String index) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("patient", whom.getUuid());
        body.put("indexEpisode", index);
        return body;
    }

    private String episode(Patient whom) {
        Answer begun = post("episode", Map.of("patient", whom.getUuid(), "begun", "2025-01-10"));
        assertEquals(begun.text(), 201, begun.status());
        assertFalse(begun.json().get("uuid").isNull());
        return begun.json().get("uuid").asText();
    }
}
