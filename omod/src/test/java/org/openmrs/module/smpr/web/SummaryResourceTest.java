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
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Obs;
import org.openmrs.Provider;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;

public class SummaryResourceTest extends SmprRestTest {

    private static final List<String> WORDS = List.of("Il va mieux.", "Rien d’autre n’est connu.");

    private String saprof;

    private Provider clinician;

    @Before
    public void chartAndSignIn() {
        saprof = chart(saprof());
        clinician = TestPeople.signInAsClinician("SMPR: Rater");
    }

    @Test
    public void shouldFileWhatIsValidatedInTheNameOfTheUser() {
        Answer answer = post("summary", summary());

        assertEquals(answer.text(), 201, answer.status());
        assertEquals(
                List.of(
                        "uuid",
                        "display",
                        "patient",
                        "date",
                        "validator",
                        "language",
                        "text",
                        "edited",
                        "intact",
                        "upToDate",
                        "changedSince",
                        "voided",
                        "links"),
                answer.names());
        JsonNode filed = answer.json();
        assertEquals(patient.getUuid(), filed.at("/patient/uuid").asText());
        assertEquals(clinician.getUuid(), filed.at("/validator/uuid").asText());
        assertEquals("Invented Rater", filed.at("/validator/display").asText());
        assertEquals("fr", filed.get("language").asText());
        assertEquals("Il va mieux.", filed.at("/text/0").asText());
        assertEquals(2, filed.get("text").size());
        assertTrue(filed.get("edited").asBoolean());
        assertTrue(filed.get("intact").asBoolean());
        assertTrue(filed.get("upToDate").asBoolean());
        assertEquals(0, filed.get("changedSince").size());
        assertTrue(filed.get("display").asText().startsWith("Summary, validated by Invented Rater on "));
        assertEquals(filed, get("summary/" + filed.get("uuid").asText()).json());
    }

    @Test
    public void shouldGiveInFullWhatItRestsOnAndWhoChartedIt() {
        JsonNode filed = get("summary/" + file() + "?v=full").json();

        assertEquals(1, filed.get("basis").size());
        assertEquals(List.of("assessment", "instrument", "date", "version"), namesOf(filed.at("/basis/0")));
        assertEquals(saprof, filed.at("/basis/0/assessment").asText());
        assertEquals("SAPROF", filed.at("/basis/0/instrument").asText());
        assertEquals("2024-03-01", filed.at("/basis/0/date").asText());
        assertEquals(get("assessment/" + saprof).json().get("version"), filed.at("/basis/0/version"));
        assertEquals(List.of("creator", "dateCreated"), namesOf(filed.get("auditInfo")));
    }

    @Test
    public void shouldGiveNoWordsOfOneWhoseRecordIsNotWhatWasValidated() {
        String uuid = file();
        putWordsInto(uuid);

        JsonNode filed = get("summary/" + uuid + "?v=full").json();
        assertFalse(filed.get("intact").asBoolean());
        assertTrue(filed.get("display").asText().endsWith("the record of it is not what was validated"));
        for (String said : List.of("language", "text", "edited", "upToDate", "changedSince", "basis")) {
            assertTrue(said, filed.get(said).isNull());
        }
        // Whose encounter it is, and where to find it.
        assertEquals(uuid, filed.get("uuid").asText());
        assertEquals(clinician.getUuid(), filed.at("/validator/uuid").asText());
        String everything = get("summary?v=full&patient=" + patient.getUuid()).text()
                + get("trajectory/" + patient.getUuid()).text();
        assertFalse(everything, everything.contains("dangerous"));
    }

    @Test
    public void shouldShowTheNewestThatIsIntactAndThatANewerOneIsNot() {
        String valid = file();
        String newer = file();
        String path = "trajectory/" + patient.getUuid();
        assertEquals(newer, get(path).json().at("/filedSummary/uuid").asText());
        assertTrue(get(path).json().get("filedNotIntact").isNull());
        putWordsInto(newer);

        JsonNode trajectory = get(path).json();
        assertEquals(valid, trajectory.at("/filedSummary/uuid").asText());
        assertEquals(newer, trajectory.at("/filedNotIntact/uuid").asText());
        assertFalse(trajectory.at("/filedNotIntact/intact").asBoolean());
        assertTrue(trajectory.at("/filedNotIntact/text").isNull());
        String report = get(path + "/report").text();
        assertTrue(report, report.contains("Il va mieux."));
        assertTrue(report, report.contains("is not shown: the record of it is not what was validated."));
        assertFalse(report, report.contains("dangerous"));
    }

    @Test
    public void shouldListThoseOfAPersonTheNewestFirst() {
        String first = file();
        String second = file();
        String path = "summary?patient=" + patient.getUuid();

        JsonNode found = get(path).json().get("results");
        assertEquals(2, found.size());
        assertEquals(List.of("uuid", "display", "links"), namesOf(found.get(0)));
        assertEquals(second, found.at("/0/uuid").asText());
        assertEquals(
                first, get(path + "&limit=1&startIndex=1").first().get("uuid").asText());
        assertEquals(0, get(path + "&startIndex=5").json().get("results").size());
        assertEquals(List.of("text"), namesOf(get(path + "&v=custom:(text)").first()));
    }

    @Test
    public void shouldBeAskedOfOnePersonWhoIsThere() {
        assertEquals(Map.of("patient", List.of("missing")), get("summary").faults());
        assertEquals(
                Map.of("patient", List.of("missing")),
                get("summary?includeAll=true").faults());
        assertEquals(
                Map.of("patient", List.of("unknownPatient")),
                get("summary?patient=nobody").faults());
        get("summary/nothing").error(404);
        get("summary/" + saprof).error(404);
        delete("summary/nothing?reason=test").error(404);
    }

    @Test
    public void shouldBePartOfTheTrajectoryAndShowWhatHasChangedSince() {
        String uuid = file();
        String path = "trajectory/" + patient.getUuid();
        JsonNode filed = get(path).json().get("filedSummary");
        assertEquals(uuid, filed.get("uuid").asText());
        assertTrue(filed.get("upToDate").asBoolean());

        post("assessment/" + saprof, Map.of("ratings", Map.of("05", "2"), "reason", "read again"));
        String later = chart(body(TestAssessments.capp(patient, "2024-04-01")));
        filed = get(path).json().get("filedSummary");
        assertFalse(filed.get("upToDate").asBoolean());
        assertEquals(2, filed.get("changedSince").size());
        JsonNode change = filed.at("/changedSince/0");
        assertEquals(List.of("code", "display", "assessment", "instrument", "date"), namesOf(change));
        assertEquals("CHANGED", change.get("code").asText());
        assertEquals("SAPROF of 1 Mar 2024 amended", change.get("display").asText());
        assertEquals(saprof, change.get("assessment").asText());
        assertEquals("SAPROF", change.at("/instrument/code").asText());
        assertEquals("2024-03-01", change.get("date").asText());
        assertEquals("NEW", filed.at("/changedSince/1/code").asText());
        assertEquals(later, filed.at("/changedSince/1/assessment").asText());

        delete("assessment/" + saprof + "?reason=test");
        Context.setLocale(Locale.FRENCH);
        filed = get(path).json().get("filedSummary");
        assertEquals("GONE", filed.at("/changedSince/0/code").asText());
        assertEquals(
                "SAPROF du 1er mars 2024 annulée, ou qui ne compte plus",
                filed.at("/changedSince/0/display").asText());
        assertTrue(filed.get("display").asText().startsWith("Synthèse validée par Invented Rater le "));

        for (String part :
                List.of("?instrument=CAPP", "?from=2024-01-01", "?v=custom:(version,filedSummary)&to=2024-12-31")) {
            JsonNode trajectory = get(path + part).json();
            assertTrue(trajectory.get("filedSummary").isNull());
            assertTrue(trajectory.get("version").isNull());
        }
    }

    @Test
    public void shouldShowThatTheSiteHasSetSomethingElseSince() {
        String uuid = file();
        authenticate();
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test",
                        "{\"format\": 1, \"instruments\": {\"SAPROF\": {\"omissionLimits\": {\"total\": 2}}}}");

        JsonNode filed = get("summary/" + uuid).json();
        assertFalse(filed.get("upToDate").asBoolean());
        assertEquals(1, filed.get("changedSince").size());
        JsonNode change = filed.at("/changedSince/0");
        assertEquals(List.of("code", "display", "assessment", "instrument", "date"), namesOf(change));
        assertEquals("SETTINGS", change.get("code").asText());
        assertEquals(
                "settings of the site for SAPROF changed", change.get("display").asText());
        assertTrue(change.get("assessment").isNull());
        assertEquals("SAPROF", change.at("/instrument/code").asText());
        assertTrue(change.get("date").isNull());
        Context.setLocale(Locale.FRENCH);
        assertEquals(
                "réglages du site pour SAPROF modifiés",
                get("summary/" + uuid).json().at("/changedSince/0/display").asText());
    }

    @Test
    public void shouldRefuseEveryFaultAtOnce() {
        assertEquals(
                Map.of(
                        "patient", List.of("missing"),
                        "language", List.of("missing"),
                        "text", List.of("missing"),
                        "version", List.of("missing")),
                post("summary", Map.of()).faults());
        assertEquals(
                Map.of(
                        "patient", List.of("unknownPatient"),
                        "language", List.of("notOneOf"),
                        "text", List.of("missing"),
                        "version", List.of("notAText"),
                        "edited", List.of("unknownProperty")),
                post(
                                "summary",
                                Map.of(
                                        "patient",
                                        Map.of("uuid", "nobody"),
                                        "language",
                                        "de",
                                        "text",
                                        List.of(),
                                        "version",
                                        5,
                                        "edited",
                                        false))
                        .faults());
        assertEquals(Map.of("text", List.of("notAList")), faultsOf("text", "Il va mieux."));
        for (Object none : Arrays.asList(null, 5, List.of())) {
            assertEquals(Map.of("text", List.of("notAText")), faultsOf("text", Arrays.asList("Il va mieux.", none)));
        }
        assertEquals(Map.of("text", List.of("unwritable")), faultsOf("text", List.of("\uD83D\uDE00")));
        assertEquals(Map.of("text", List.of("tooLong")), faultsOf("text", List.of("x".repeat(20_001))));
        assertEquals(0, list().size());
    }

    @Test
    public void shouldRefuseOneWhoIsNoClinicianHere() {
        authenticate();
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());

        assertEquals(
                Map.of("validator", List.of("notAClinician")),
                post("summary", summary()).faults());
    }

    @Test
    public void shouldTellWhoeverWasShownOtherAssessments() {
        Map<String, Object> shown = summary();
        post("assessment/" + saprof, Map.of("ratings", Map.of("05", "2"), "reason", "read again"));

        JsonNode error = post("summary", shown).error(409);
        assertEquals("smpr.changedMeanwhile", error.get("code").asText());
        assertEquals(201, post("summary", summary()).status());
    }

    @Test
    public void shouldVoidWithAReasonAndNeverAmend() {
        String uuid = file();
        assertEquals(
                Map.of("reason", List.of("missing")), delete("summary/" + uuid).faults());
        assertEquals(
                Map.of("reason", List.of("tooLong")),
                delete("summary/" + uuid + "?reason=" + "x".repeat(231)).faults());
        post("summary/" + uuid, Map.of("text", WORDS)).error(405);
        delete("summary/" + uuid + "?purge=true").error(405);

        assertEquals(204, delete("summary/" + uuid + "?reason=of another man").status());
        assertEquals(0, list().size());
        assertEquals(
                1,
                get("summary?includeAll=true&patient=" + patient.getUuid())
                        .json()
                        .get("results")
                        .size());
        JsonNode voided = get("summary/" + uuid + "?v=full").json();
        assertTrue(voided.get("voided").asBoolean());
        assertEquals("of another man", voided.at("/auditInfo/voidReason").asText());
        assertEquals("Il va mieux.", voided.at("/text/0").asText());
        post("summary/" + uuid, Map.of("deleted", "false")).error(405);
        assertTrue(get("trajectory/" + patient.getUuid())
                .json()
                .get("filedSummary")
                .isNull());
    }

    @Test
    public void shouldShowNothingOfItToOneWhoMayNotReadAssessments() {
        String uuid = file();
        authenticate();
        TestPeople.signInAsClinician("SMPR: Auditor");
        for (String path : List.of("summary/" + uuid, "summary?v=full&patient=" + patient.getUuid())) {
            assertFalse(get(path).error(403).toString().contains("mieux"));
        }
        delete("summary/" + uuid + "?reason=test").error(403);
        post("summary", Map.of()).error(403);
        Context.logout();
        for (String path : List.of("summary/" + uuid, "summary?patient=" + patient.getUuid())) {
            get(path).error(401);
        }
    }

    @Test
    public void shouldBeReadAndNotFiledNorVoidedByAReader() {
        String uuid = file();
        Map<String, Object> shown = summary();
        authenticate();
        TestPeople.signInAsClinician("SMPR: Reader");

        assertEquals(200, get("summary/" + uuid).status());
        post("summary", shown).error(403);
        delete("summary/" + uuid + "?reason=test").error(403);
    }

    private JsonNode list() {
        return get("summary?patient=" + patient.getUuid()).json().get("results");
    }

    private Map<String, Object> summary() {
        Map<String, Object> body = new HashMap<>();
        body.put("patient", patient.getUuid());
        body.put("language", "fr");
        body.put("text", WORDS);
        body.put(
                "version",
                get("trajectory/" + patient.getUuid()).json().get("version").asText());
        return body;
    }

    private Map<String, List<String>> faultsOf(String field, Object value) {
        Map<String, Object> body = summary();
        body.put(field, value);
        return post("summary", body).faults();
    }

    /** As another route than the module's does. */
    private void putWordsInto(String uuid) {
        authenticate();
        Obs text = Context.getEncounterService().getEncounterByUuid(uuid).getObs().stream()
                .filter(obs -> obs.getConcept().getUuid().equals(StableUuid.ofConcept("SUMMARY.text")))
                .findFirst()
                .get();
        text.setValueText("He is dangerous.");
        Context.getObsService().saveObs(text, "test");
        Context.flushSession();
        Context.clearSession();
    }

    private String file() {
        Answer answer = post("summary", summary());
        assertEquals(answer.text(), 201, answer.status());
        return answer.json().get("uuid").asText();
    }
}
