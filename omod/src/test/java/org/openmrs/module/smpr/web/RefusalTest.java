/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;
import org.openmrs.api.ValidationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RestUtil;
import org.springframework.core.SpringVersion;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

public class RefusalTest extends SmprRestTest {

    private static final String SIGNED_OUT = "{\"error\":{\"message\":\"Please sign in.\",\"code\":\"\"}}";

    private static final String NOT_ALLOWED =
            "{\"error\":{\"message\":\"You do not have the privilege that this takes.\",\"code\":\"\"}}";

    @Test
    public void shouldRefuseEverythingToOneWhoIsNotSignedIn() {
        String uuid = chart(saprof());
        Context.logout();
        for (Answer answer : open()) {
            refused(401, SIGNED_OUT, answer);
        }
        for (Answer answer : guarded(uuid)) {
            refused(401, SIGNED_OUT, answer);
        }
        for (String path : List.of(
                "assessment?v=",
                "assessment?limit=x",
                "assessment?from=x&instrument=FOO&patient=nobody",
                "trajectory/none?from=x",
                "trajectory/none/chart",
                "trajectory/none/chart?width=x",
                "nothing")) {
            refused(401, SIGNED_OUT, get(path));
        }
        refused(401, SIGNED_OUT, delete("assessment/" + uuid));
    }

    @Test
    public void shouldRefuseWhatTakesAPrivilegeToOneWhoHasNone() {
        String uuid = chart(saprof());
        TestPeople.signInWith(List.of(), List.of());
        for (Answer answer : open()) {
            assertEquals(answer.text(), 200, answer.status());
        }
        for (Answer answer : guarded(uuid)) {
            refused(403, NOT_ALLOWED, answer);
        }
    }

    @Test
    public void shouldRefuseToWriteToOneWhoMayRead() {
        String uuid = chart(saprof());
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertEquals(200, get("assessment/" + uuid).status());
        for (Answer answer : written(uuid)) {
            refused(403, NOT_ALLOWED, answer);
        }
    }

    @Test
    public void shouldRefuseToWriteToOneWhoMayChartButNotSaveEncounters() {
        String uuid = chart(saprof());
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of(SmprPrivileges.MANAGE_ASSESSMENTS));
        for (Answer answer : written(uuid)) {
            refused(403, NOT_ALLOWED, answer);
        }
    }

    @Test
    public void shouldLetARaterChartAmendAndVoid() {
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());
        String uuid = chart(saprof());
        assertEquals(
                200,
                post("assessment/" + uuid, Map.of("ratings", Map.of("05", "2"), "reason", "invented"))
                        .status());
        assertEquals(204, delete("assessment/" + uuid + "?reason=test").status());
        assertEquals(200, post("assessment/" + uuid, Map.of("deleted", "false")).status());
        refused(403, NOT_ALLOWED, delete("assessment/" + uuid + "?purge=true"));
        refused(403, NOT_ALLOWED, get("site"));
    }

    @Test
    public void shouldLetTheAdministratorReadTheSettings() {
        TestPeople.signInWith(List.of("SMPR: Administrator"), List.of());
        assertEquals(200, get("site").status());
    }

    @Test
    public void shouldLetTheAdministratorPurge() {
        String uuid = chart(saprof());
        TestPeople.signInWith(List.of("SMPR: Administrator"), List.of());
        assertEquals(204, delete("assessment/" + uuid + "?purge=true").status());
    }

    @Test
    public void shouldRefuseInTheLanguageOfTheSession() {
        TestPeople.signInWith(List.of(), List.of());
        Context.setLocale(Locale.FRENCH);
        assertEquals(
                "Vous n’avez pas le privilège nécessaire.",
                get("site").error(403).get("message").asText());
    }

    @Test
    public void shouldRefuseAParameterThatNoPathKnows() {
        chart(saprof());
        assertEquals(
                Map.of("patients", List.of("unknownProperty")),
                get("assessment?patients=" + patient.getUuid()).faults());
        assertEquals(
                Map.of("withd", List.of("unknownProperty")),
                get("trajectory/" + patient.getUuid() + "/chart?instrument=SAPROF&withd=600")
                        .faults());
        assertEquals(
                Map.of("user", List.of("notAUuid")), get("accesslog?user=demo").faults());
    }

    /** As webservices.rest 2.39 refuses {@code v=ref} of a list. */
    @Test
    public void shouldTakeARepresentationThatTheRestModuleRefusesForAFaultOfTheRequest() {
        IllegalArgumentException refused = new IllegalArgumentException("Do not specify ?v=ref");
        refused.setStackTrace(new StackTraceElement[] {
            new StackTraceElement(RestUtil.class.getName(), "getRequestContext", "RestUtil.java", 1)
        });
        ResponseEntity<SimpleObject> answer = new ErrorResponses() {}.fail(refused);
        assertEquals(HttpStatus.BAD_REQUEST, answer.getStatusCode());
        assertTrue(answer.getBody().toString().contains("smpr.fault.isDefault"));
    }

    @Test
    public void shouldSayNothingOfWhatThePlatformRefuses() {
        ResponseEntity<SimpleObject> answer =
                new ErrorResponses() {}.fail(new ValidationException("org.openmrs.Encounter: not valid"));
        assertEquals(HttpStatus.BAD_REQUEST, answer.getStatusCode());
        assertEquals(
                Map.of("message", "The record was refused as it stands.", "code", "smpr.error.refused"),
                answer.getBody().get("error"));
    }

    @Test
    public void shouldAnswerInJsonAndNotWriteForOneWhoDoesNotTakeIt() {
        List<String> others = new ArrayList<>(List.of("text/html", "image/svg+xml", "application/json;charset=UTF-16"));
        if (!SpringVersion.getVersion().startsWith("5.2.")) {
            // Platform 2.5's Spring fails at this by itself, before it looks for whom the request is.
            others.add("nonsense");
        }
        for (String accepted : others) {
            for (boolean signedIn : new boolean[] {true, false}) {
                if (!signedIn) {
                    Context.logout();
                }
                Answer answer = send(HttpMethod.POST, "assessment", "{}", "Accept", accepted);
                assertEquals(
                        "smpr.error.notAcceptable",
                        answer.error(406).get("code").asText());
                authenticate();
            }
        }
        for (String accepted : List.of("text/html, */*;q=0.8", "application/*", "application/json;charset=utf-8", "")) {
            assertEquals(
                    accepted,
                    200,
                    send(HttpMethod.GET, "instrument", null, "Accept", accepted).status());
        }
    }

    @Test
    public void shouldReadNothingThatIsNotSaidToBeJson() {
        for (String type : List.of("application/*", "*/*", "text/plain", "json", "application/json;charset=nope")) {
            Answer answer = send(HttpMethod.POST, "assessment", "{}", "Content-Type", type);
            assertEquals("smpr.error.unreadable", answer.error(415).get("code").asText());
        }
    }

    /** As curl sends a body when it is not told what it is: a server gives its fields as parameters, which are not to be called unknown. */
    @Test
    public void shouldReadNoForm() {
        for (String path : List.of("assessment", "study/participant", "study/plan", "study/export", "study/import")) {
            Answer answer = send(
                    HttpMethod.POST,
                    path + "?texts=false",
                    "texts=false",
                    "Content-Type",
                    "application/x-www-form-urlencoded");
            assertEquals(
                    path, "smpr.error.unreadable", answer.error(415).get("code").asText());
        }
    }

    /** What everyone who is signed in may read. */
    private List<Answer> open() {
        return List.of(get("instrument"), get("instrument/SAPROF"));
    }

    private List<Answer> guarded(String uuid) {
        List<Answer> answers = new ArrayList<>(List.of(
                get("assessment"),
                get("assessment?patient=" + patient.getUuid()),
                get("assessment/" + uuid),
                get("assessment/none"),
                get("trajectory/" + patient.getUuid()),
                get("trajectory/none"),
                get("trajectory/" + patient.getUuid() + "/chart?instrument=SAPROF"),
                get("trajectory/none/chart?instrument=SAPROF"),
                get("instrument/SAPROF/form?engine=o3"),
                get("site"),
                get("site/none")));
        answers.addAll(written(uuid));
        return answers;
    }

    private List<Answer> written(String uuid) {
        return List.of(
                post("assessment", saprof()),
                post("assessment/" + uuid, Map.of("ratings", Map.of("05", "2"), "reason", "invented")),
                delete("assessment/" + uuid + "?reason=test"),
                delete("assessment/" + uuid + "?purge=true"));
    }

    private static void refused(int status, String body, Answer answer) {
        assertEquals(answer.text(), status, answer.status());
        assertEquals(body, answer.text());
    }
}
