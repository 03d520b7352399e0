/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.study.backlog.TestBacklogs;
import org.openmrs.module.smpr.study.job.Job;
import org.openmrs.module.smpr.study.job.TestJobs;
import org.springframework.http.HttpMethod;

public class JobResourceTest extends SmprRestTest {

    private TestJobs jobs;

    @Before
    public void setUp() {
        jobs = new TestJobs(applicationContext);
        Simultaneously.commit();
    }

    @After
    public void takeAway() {
        beginAnew();
        Context.logout();
        Context.authenticate("admin", "test");
        AssessmentService assessments = Context.getService(AssessmentService.class);
        for (Assessment assessment : assessments.getAssessments(
                AssessmentSearch.builder().patient(patient.getUuid()).build())) {
            assessments.purgeAssessment(assessment);
        }
        Context.flushSession();
        Context.clearSession();
        Context.getPatientService().purgePatient(Context.getPatientService().getPatientByUuid(patient.getUuid()));
        jobs.close();
    }

    @Test
    public void shouldCheckAFileAndThenImportIt() {
        String csv = csv("2024-03-01", "2024-03-02");

        Answer dry = post("study/import", Map.of("instrument", "SAPROF", "file", csv, "dryRun", true));
        assertEquals(dry.text(), 202, dry.status());
        assertEquals("WAITING", dry.json().at("/state/code").asText());
        assertEquals("waiting", dry.json().at("/state/display").asText());
        assertEquals(
                "Import of earlier assessments", dry.json().at("/kind/display").asText());
        assertEquals("SAPROF", dry.json().at("/parameters/instrument").asText());
        assertTrue(dry.json().at("/parameters/dryRun").asBoolean());
        JsonNode checked = ended(dry);
        assertEquals("DONE", checked.at("/state/code").asText());
        assertEquals(2, checked.at("/result/toWrite").asInt());
        assertTrue(checked.get("reason").isNull());

        JsonNode done = ended(post("study/import", Map.of("instrument", "SAPROF", "file", csv)));
        assertEquals(2, done.at("/result/written").asInt());
        assertEquals(
                2,
                get("assessment?patient=" + patient.getUuid())
                        .json()
                        .get("results")
                        .size());
        assertEquals(
                done.get("uuid"),
                get("study/job?kind=IMPORT&state=DONE&limit=1").first().get("uuid"));
        assertEquals(
                2,
                get("study/job?state=DONE,FAILED&totalCount=true")
                        .json()
                        .get("totalCount")
                        .asInt());
    }

    @Test
    public void shouldSayWhatIsWrongWithAFileInTheLanguageOfWhoReads() {
        JsonNode failed = ended(post(
                "study/import",
                Map.of(
                        "instrument",
                        "SAPROF",
                        "file",
                        csv("2024-03-01") + csv("soon").split("\r\n")[1])));
        assertEquals("FAILED", failed.at("/state/code").asText());
        assertEquals("FAULTS", failed.at("/reason/code").asText());
        JsonNode fault = failed.at("/result/faults/0");
        assertEquals(3, fault.get("line").asInt());
        assertEquals("date", fault.get("column").asText());
        assertEquals(2, fault.get("columnNumber").asInt());
        assertEquals("smpr.fault.notADate", fault.get("code").asText());
        assertEquals(
                "This is not a date: a day is written 2026-03-31.",
                fault.get("message").asText());

        Context.setLocale(Locale.FRENCH);
        JsonNode french = get("study/job/" + failed.get("uuid").asText()).json();
        assertEquals(
                "Ce n’est pas une date\u00a0: un jour s’écrit 2026-03-31.",
                french.at("/result/faults/0/message").asText());
        assertEquals(
                "Le fichier comporte des erreurs. Rien n’en est dans le dossier.",
                french.at("/reason/display").asText());
    }

    @Test
    public void shouldGiveUpWhatIsDeleted() {
        String uuid = post("study/import", Map.of("instrument", "SAPROF", "file", csv("2024-03-01")))
                .json()
                .get("uuid")
                .asText();

        assertEquals(204, delete("study/job/" + uuid).status());

        assertEquals(
                "CANCELLED", get("study/job/" + uuid).json().at("/state/code").asText());
        assertEquals(404, delete("study/job/none").status());
        assertEquals(405, delete("study/job/" + uuid + "?purge=true").status());
        assertEquals(405, post("study/job", Map.of()).status());
    }

    @Test
    public void shouldGiveAFilePartByPart() {
        byte[] content = "Une première partie, à la fin".getBytes(StandardCharsets.UTF_8);
        jobs.work(context -> {
            context.writeFile("study.zip", "application/zip", out -> out.write(content));
            return Map.of("rows", 1);
        });
        Job asked = jobs.ask();
        jobs.run();
        Simultaneously.commit();

        JsonNode file = get("study/job/" + asked.getUuid()).json().get("file");
        assertEquals("study.zip", file.get("name").asText());
        assertEquals(1, file.get("parts").asInt());
        Answer part = send(
                HttpMethod.GET, "study/job/" + asked.getUuid() + "/part/1", null, "Accept", "application/octet-stream");
        assertEquals(200, part.status());
        assertEquals("application/octet-stream", part.header("Content-Type"));
        assertEquals("nosniff", part.header("X-Content-Type-Options"));
        assertArrayEquals(content, part.bytes());
        for (String none : List.of("2", "0", "-1", "x", "99999999999")) {
            assertEquals(
                    404, get("study/job/" + asked.getUuid() + "/part/" + none).status());
        }
        assertEquals(404, get("study/job/none/part/1").status());
        Simultaneously.commit();
        JsonNode log = get("accesslog?what=EXPORT&limit=50").json().get("results");
        boolean logged = false;
        for (JsonNode entry : log) {
            logged |= entry.get("route").asText().equals("smpr/study/job/{uuid}/part/{number}")
                    && entry.at("/job/uuid").asText().equals(asked.getUuid())
                    && entry.get("outcome").asText().equals("READ");
        }
        assertTrue(log.toString(), logged);
    }

    /** Free texts that somebody had exported, for one. */
    @Test
    public void shouldGiveNothingThatTakesAPrivilegeWhichTheReaderLacks() {
        jobs.takes(SmprPrivileges.EXPORT_STUDY_TEXTS);
        jobs.work(context -> {
            context.writeFile("study.zip", "application/zip", out -> out.write(1));
            return Map.of("rows", 1);
        });
        Job asked = jobs.ask();
        jobs.run();
        Simultaneously.commit();
        String path = "study/job/" + asked.getUuid();
        assertEquals(200, get(path + "/part/1").status());
        List<String> privileges = List.of(SmprPrivileges.EXPORT_STUDY, SmprPrivileges.MANAGE_STUDY);

        TestPeople.signInWith(List.of(), privileges);
        assertTrue(get(path).json().get("file").isNull());
        assertTrue(get(path).json().get("result").isNull());
        assertEquals(404, get(path + "/part/1").status());
    }

    @Test
    public void shouldNameWhatIsWrongWithARequest() {
        assertEquals(
                Map.of(
                        "dryRun", List.of("notTrueOrFalse"),
                        "sheet", List.of("unknownProperty"),
                        "instrument", List.of("missing"),
                        "file", List.of("missing")),
                post("study/import", Map.of("dryRun", "yes", "sheet", 2)).faults());
        assertEquals(
                Map.of("instrument", List.of("unknownInstrument")),
                post("study/import", Map.of("instrument", "FOO", "file", "x")).faults());
        assertEquals(
                Map.of("state", List.of("notOneOf"), "kind", List.of("notOneOf")),
                get("study/job?state=HALF&kind=EXPORTS").faults());
        assertEquals(
                Map.of("instrument", List.of("missing")),
                get("study/import/template").faults());
        assertTrue(post("study/import", "{\"file\": ").error(400).has("message"));
        for (String unreadable : List.of("{", "", "[]")) {
            assertTrue(post("study/export", unreadable).error(400).has("message"));
        }
        assertEquals(404, get("study/import").status());
    }

    @Test
    public void shouldSayHowLargeAFileMayBe() {
        Answer large = send(HttpMethod.POST, "study/import", "{}", "Content-Length", "50000000");
        assertEquals(Map.of("file", List.of("backlogTooLarge")), large.faults());
        assertTrue(large.text(), large.text().contains("at most 20 MB"));
        assertEquals(
                Map.of("file", List.of("backlogTooLarge")),
                send(HttpMethod.POST, "study/import", "{\"file\": \"not read to its end", "Content-Length", "21000000")
                        .faults());
    }

    @Test
    public void shouldGiveATemplate() {
        Answer template = get("study/import/template?instrument=CAPP");
        assertEquals(200, template.status());
        assertEquals("text/csv;charset=UTF-8", template.header("Content-Type"));
        assertEquals("attachment; filename=\"CAPP.csv\"", template.header("Content-Disposition"));
        assertTrue(template.text(), template.text().startsWith("patient,identifierType,date,location,raters,"));
        assertFalse(template.text().contains(" "));
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());
        assertEquals(403, get("study/import/template?instrument=CAPP").status());
    }

    private JsonNode ended(Answer asked) {
        Simultaneously.commit();
        assertTrue(jobs.run());
        Simultaneously.commit();
        return get("study/job/" + asked.json().get("uuid").asText()).json();
    }

    private String csv(String... days) {
        List<Map<String, String>> rows = new java.util.ArrayList<>();
        for (String day : days) {
            Map<String, String> row =
                    TestBacklogs.row(TestInstruments.SAPROF, patient, TestAssessments.saprof(patient, "2024-03-01"));
            row.put("date", day);
            rows.add(row);
        }
        return TestBacklogs.csv(rows);
    }
}
