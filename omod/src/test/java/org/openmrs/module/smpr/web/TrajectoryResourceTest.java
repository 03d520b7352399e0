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
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.site.SiteService;

public class TrajectoryResourceTest extends SmprRestTest {

    @Test
    public void shouldShowAPersonOfWhomNothingIsCharted() {
        Answer answer = get("trajectory/" + patient.getUuid());
        assertEquals(
                List.of(
                        "uuid",
                        "display",
                        "patient",
                        "notice",
                        "asOf",
                        "part",
                        "withheld",
                        "instruments",
                        "timeline",
                        "targets",
                        "reviews",
                        "gaps",
                        "summary",
                        "version",
                        "filedSummary",
                        "filedNotIntact",
                        "links"),
                answer.names());
        assertTrue(answer.json().get("filedSummary").isNull());
        assertTrue(answer.json().get("filedNotIntact").isNull());
        assertFalse(answer.json().get("part").asBoolean());
        assertEquals(3, answer.json().get("gaps").size());
        assertEquals(List.of("uuid"), namesOf(answer.json().get("patient")));
        assertEquals(List.of("HCR20V3", "SAPROF", "CAPP"), codes(answer.json().get("instruments")));
        JsonNode saprof = answer.json().get("instruments").get(1);
        assertEquals(
                List.of(
                        "code",
                        "display",
                        "notice",
                        "assessments",
                        "judgements",
                        "comparisons",
                        "scales",
                        "indices",
                        "researchNotice"),
                namesOf(saprof));
        assertEquals(0, saprof.get("assessments").size());
    }

    @Test
    public void shouldLayAssessmentsOutAsSeries() {
        Map<String, Object> later = saprof();
        later.put("date", "2024-09-01");
        later.put("context", "OUT");
        later.put("judgements", Map.of("FPJ", "HIGH"));
        Map<String, Object> draft = saprof();
        draft.put("date", "2024-10-01");
        draft.put("status", "DRAFT");
        String second = chart(later);
        String first = chart(saprof());
        chart(draft);

        JsonNode saprof =
                get("trajectory/" + patient.getUuid()).json().get("instruments").get(1);
        assertEquals(3, saprof.get("assessments").size());
        assertEquals(first, saprof.at("/assessments/0/uuid").asText());
        assertTrue(saprof.at("/assessments/0/counted").asBoolean());
        assertFalse(saprof.at("/assessments/2/counted").asBoolean());
        JsonNode judgement = saprof.get("judgements").get(0);
        assertEquals("FPJ", judgement.get("code").asText());
        assertEquals(2, judgement.get("points").size());
        JsonNode point = judgement.get("points").get(1);
        assertEquals(List.of("assessment", "date", "context", "amended", "level", "display"), namesOf(point));
        assertEquals(second, point.get("assessment").asText());
        assertEquals("OUT", point.get("context").asText());
        assertEquals("HIGH", point.get("level").asText());
        JsonNode total = saprof.get("scales").get(3);
        assertEquals(17, total.at("/points/0/value").asInt());
        assertTrue(total.get("containsStatic").asBoolean());
    }

    @Test
    public void shouldLayOpinionsOutByContext() {
        chart(body(TestAssessments.hcr20(patient, "2024-03-01").ratedFor("OUT").with("judgements.CP.OUT", "HIGH")));
        JsonNode hcr20 =
                get("trajectory/" + patient.getUuid()).json().get("instruments").get(0);
        assertEquals(
                List.of("CP.IN", "CP.OUT", "SPH.IN", "SPH.OUT", "IV.IN", "IV.OUT"), codes(hcr20.get("judgements")));
        JsonNode outside = hcr20.at("/judgements/1");
        assertEquals(List.of("code", "display", "context", "points"), namesOf(outside));
        assertEquals("OUT", outside.get("context").asText());
        assertEquals("HIGH", outside.at("/points/0/level").asText());
        // What he was in when it was made, whatever the opinion is about.
        assertEquals("IN", outside.at("/points/0/context").asText());
        assertEquals("OUT", hcr20.at("/scales/3/context").asText());
    }

    @Test
    public void shouldShowTheIndexWithWhatItIsMadeOf() {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test",
                        "{\"format\": 1, \"instruments\": {\"SAPROF\": {\"indices\": {\"hcr20-saprof\": {\"withinDays\": 30}}}}}");
        String hcr20 = chart(body(TestAssessments.hcr20(patient, "2024-02-20")));
        String saprof = chart(saprof());
        Map<String, Object> later = saprof();
        later.put("date", "2024-09-01");
        chart(later);
        JsonNode trajectory = get("trajectory/" + patient.getUuid()).json().get("instruments");
        assertEquals(0, trajectory.get(0).get("indices").size());
        JsonNode index = trajectory.get(1).get("indices").get(0);
        assertEquals(List.of("code", "display", "notice", "context", "points"), namesOf(index));
        assertEquals("hcr20-saprof", index.get("code").asText());
        assertEquals("IN", index.get("context").asText());
        assertTrue(index.get("notice").asText().contains("version 2"));
        JsonNode point = index.at("/points/0");
        assertEquals(
                List.of(
                        "assessment",
                        "date",
                        "context",
                        "amended",
                        "counterpart",
                        "counterpartDate",
                        "counterpartAmended",
                        "from",
                        "subtracted",
                        "value",
                        "noValue",
                        "noValueDisplay"),
                namesOf(point));
        assertEquals(saprof, point.get("assessment").asText());
        assertEquals(hcr20, point.get("counterpart").asText());
        assertTrue(point.get("counterpartDate").asText().startsWith("2024-02-20T00:00:00.000"));
        assertEquals(20, point.at("/from/value").asInt());
        assertEquals(0, point.at("/from/omitted").asInt());
        assertEquals(17, point.at("/subtracted/value").asInt());
        assertEquals(3, point.get("value").asInt());
        assertTrue(point.get("noValue").isNull());
        JsonNode none = index.at("/points/1");
        assertEquals("NO_COUNTERPART", none.get("noValue").asText());
        assertTrue(none.get("noValueDisplay").asText().startsWith("no value: "));
        assertTrue(none.get("value").isNull());
        assertTrue(none.get("counterpart").isNull());
        assertEquals(17, none.at("/subtracted/value").asInt());
    }

    @Test
    public void shouldCountNoDraft() {
        chart(body(TestAssessments.hcr20(patient, "2024-03-01").with("status", "DRAFT")));
        JsonNode hcr20 =
                get("trajectory/" + patient.getUuid()).json().get("instruments").get(0);
        assertFalse(hcr20.at("/assessments/0/counted").asBoolean());
        assertEquals(0, hcr20.get("scales").size());
    }

    @Test
    public void shouldKeepWithinTheDatesAskedFor() {
        chart(saprof());
        Map<String, Object> later = saprof();
        later.put("date", "2024-09-01T15:00:00.000+0200");
        chart(later);
        String path = "trajectory/" + patient.getUuid();
        assertEquals(
                1,
                get(path + "?from=2024-03-02")
                        .json()
                        .at("/instruments/1/assessments")
                        .size());
        assertEquals(
                1,
                get(path + "?to=2024-08-31")
                        .json()
                        .at("/instruments/1/assessments")
                        .size());
        assertEquals(
                2,
                get(path + "?from=2024-03-01&to=2024-09-01")
                        .json()
                        .at("/instruments/1/assessments")
                        .size());
        refusesWhatCannotBeSearchedFor(path + "?");
    }

    @Test
    public void shouldKeepWithinThePhaseAskedFor_InTheDrawingToo() {
        Map<String, Object> inside = saprof();
        inside.put("phase", "CUSTODY");
        chart(inside);
        Map<String, Object> outside = saprof();
        outside.put("phase", "APC");
        outside.put("date", "2024-09-01");
        String charted = chart(outside);
        String path = "trajectory/" + patient.getUuid();
        JsonNode found = get(path + "?phase=APC").json().at("/instruments/1/assessments");
        assertEquals(1, found.size());
        assertEquals(charted, found.at("/0/uuid").asText());
        String drawing = get(path + "/chart?instrument=SAPROF&phase=CUSTODY").text();
        assertTrue(drawing, drawing.contains("1 assessment, on 1 Mar 2024"));
        assertEquals(
                Map.of("phase", List.of("notOneOf")),
                get(path + "/chart?instrument=SAPROF&phase=HOLIDAY").faults());
    }

    @Test
    public void shouldGiveWhatACustomRepresentationAsksFor() {
        chart(saprof());
        Answer answer =
                get("trajectory/" + patient.getUuid() + "?v=custom:(instruments:(code,assessments:(ratings,counted)))");
        assertEquals(List.of("instruments"), answer.names());
        assertEquals(List.of("code", "assessments"), namesOf(answer.json().at("/instruments/1")));
        assertEquals(List.of("ratings", "counted"), namesOf(answer.json().at("/instruments/1/assessments/0")));
        assertEquals(
                List.of("uuid", "display", "links"),
                get("trajectory/" + patient.getUuid() + "?v=ref").names());
    }

    @Test
    public void shouldKeepResearchValuesFromThoseWhoMayNotSeeThem() {
        chart(saprof());
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        for (String v : new String[] {
            "", "?v=full", "?v=custom:(instruments)", "?v=custom:(instruments:(scales,indices,researchNotice))"
        }) {
            Answer answer = get("trajectory/" + patient.getUuid() + v);
            String text = answer.text();
            assertEquals(text, 200, answer.status());
            assertFalse(text, text.contains("scales") || text.contains("indices") || text.contains("researchNotice"));
        }
        assertFalse(get("trajectory/" + patient.getUuid() + "/chart?instrument=SAPROF")
                .text()
                .contains("smpr.notice.research"));
    }

    @Test
    public void shouldCarryTheNoticeInTheLanguageOfTheSession() {
        Context.setLocale(Locale.FRENCH);
        assertEquals(
                "Document de soin couvert par le secret (CSP L. 1110-4). Ne constitue pas une expertise (CSP R. 4127-105).",
                get("trajectory/" + patient.getUuid()).json().get("notice").asText());
    }

    @Test
    public void shouldNameNobody() {
        chart(saprof());
        String text = get("trajectory/" + patient.getUuid() + "?v=full").text();
        assertFalse(text.contains(patient.getFamilyName()));
    }

    @Test
    public void shouldNotFindAPersonThatThereIsNot() {
        get("trajectory/nobody").error(404);
        get("trajectory/nobody/chart?instrument=SAPROF").error(404);
        get("trajectory").error(405);
        post("trajectory/" + patient.getUuid(), Map.of()).error(405);
        delete("trajectory/" + patient.getUuid()).error(405);
    }

    @Test
    public void shouldDrawTheChart() {
        chart(saprof());
        Context.setLocale(Locale.FRENCH);
        Answer answer = get("trajectory/" + patient.getUuid() + "/chart?instrument=SAPROF&width=1200");
        assertEquals(200, answer.status());
        assertEquals("image/svg+xml;charset=UTF-8", answer.header("Content-Type"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertTrue(answer.text().startsWith("<svg"));
        assertTrue(answer.text().contains("width=\"1200\""));
        assertTrue(answer.text().contains("Maîtrise de soi"));
    }

    @Test
    public void shouldRefuseAChartThatCannotBeDrawn() {
        String path = "trajectory/" + patient.getUuid() + "/chart";
        get(path + "?instrument=FOO").error(404);
        assertEquals(
                Map.of("width", List.of("outOfRange")),
                get(path + "?instrument=SAPROF&width=5").faults());
        assertEquals(
                Map.of("width", List.of("notANumber")),
                get(path + "?width=wide").faults());
        post(path, Map.of()).error(405);
    }
}
