/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;
import org.openmrs.Location;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.site.SiteService;

public class AssessmentResourceTest extends SmprRestTest {

    private static final List<String> DEFAULT = List.of(
            "uuid",
            "display",
            "patient",
            "instrument",
            "date",
            "location",
            "raters",
            "edition",
            "informant",
            "context",
            "phase",
            "windowStart",
            "windowEnd",
            "horizon",
            "raterRole",
            "status",
            "ratings",
            "marks",
            "judgements",
            "fields",
            "phaseOfEpisode",
            "faults",
            "warnings",
            "amended",
            "version",
            "voided",
            "links");

    @Test
    public void shouldGiveBackWhatWasCharted() {
        Location ward = TestPeople.location();
        Map<String, Object> body = saprof();
        body.put("location", ward.getUuid());
        Answer answer = post("assessment", body);
        assertEquals(answer.text(), 201, answer.status());
        assertEquals(DEFAULT, answer.names());
        JsonNode charted = answer.json();
        assertEquals("SAPROF 2024-03-01", charted.get("display").asText());
        assertEquals(patient.getUuid(), charted.get("patient").get("uuid").asText());
        assertEquals("SAPROF", charted.get("instrument").get("code").asText());
        assertTrue(charted.get("date").asText().startsWith("2024-03-01T00:00:00.000"));
        assertEquals(ward.getName(), charted.get("location").get("display").asText());
        assertEquals(rater.getUuid(), charted.at("/raters/0/uuid").asText());
        assertEquals("2012", charted.get("edition").asText());
        assertEquals("FILE", charted.at("/informant/0").asText());
        assertEquals("2023-09-01", charted.get("windowStart").asText());
        assertEquals("12", charted.get("horizon").toString());
        assertEquals(17, charted.get("ratings").size());
        assertEquals("1", charted.get("ratings").get("05").asText());
        assertEquals("05", charted.at("/marks/key/0").asText());
        assertEquals("MODERATE", charted.at("/judgements/FPJ").asText());
        assertEquals(0, charted.get("faults").size());
        assertEquals(0, charted.get("warnings").size());
        assertFalse(charted.get("amended").asBoolean());
        assertFalse(charted.get("voided").asBoolean());
        assertEquals(charted, get("assessment/" + charted.get("uuid").asText()).json());
    }

    @Test
    public void shouldCarryAnHcr20WithBothContextsSubItemsAndFields() {
        Map<String, Object> body = body(TestAssessments.hcr20(patient, "2024-03-01")
                .ratedFor("OUT")
                .with("ratings.R2.OUT.relevance", "HIGH")
                .with("ratings.H1.a.presence", "Y")
                .with("ratings.R4.b.OUT.presence", "OMIT")
                .with("judgements.CP.OUT", "HIGH")
                .with("fields.OC-H", "autres considérations")
                .with("fields.scenario2.nature", "inventé")
                .with("fields.reviewDate", "2024-09-01"));
        JsonNode charted = get("assessment/" + chart(body)).json();
        assertEquals("HCR-20 V3 2024-03-01", charted.get("display").asText());
        // 15 items and 5 in two contexts, in two dimensions, and two sub-items.
        assertEquals(2 * 25 + 2, charted.get("ratings").size());
        assertEquals("P", charted.get("ratings").get("R2.OUT.presence").asText());
        assertEquals("HIGH", charted.get("ratings").get("R2.OUT.relevance").asText());
        assertEquals("Y", charted.get("ratings").get("H1.a.presence").asText());
        assertEquals("OMIT", charted.get("ratings").get("R4.b.OUT.presence").asText());
        assertEquals(6, charted.get("judgements").size());
        assertEquals("HIGH", charted.get("judgements").get("CP.OUT").asText());
        assertEquals("inventé", charted.get("fields").get("scenario2.nature").asText());
        assertEquals("2024-09-01", charted.get("fields").get("reviewDate").asText());
        assertEquals(0, charted.get("faults").size());
    }

    @Test
    public void shouldWarnOfACappThatLooksBackOverTooShortATime() {
        Map<String, Object> body =
                body(TestAssessments.capp(patient, "2024-03-01").with("windowStart", "2023-09-03"));
        JsonNode charted = get("assessment/" + chart(body)).json();
        assertEquals(0, charted.get("faults").size());
        assertEquals(1, charted.get("warnings").size());
        JsonNode warning = charted.get("warnings").get(0);
        assertEquals("windowStart", warning.get("field").asText());
        assertEquals("smpr.fault.shortWindow", warning.get("code").asText());
        assertEquals(
                "The rating window is shorter than 6 months, for which this instrument is made.",
                warning.get("message").asText());
        body.put("windowStart", "2023-09-02");
        assertEquals(0, get("assessment/" + chart(body)).json().get("warnings").size());
    }

    @Test
    public void shouldTellInFullWhatWasAmended() {
        String uuid = chart(saprof());
        String path = "assessment/" + uuid;
        assertEquals(0, get(path + "?v=full").json().get("history").size());
        TestAssessments.tenMinutesPass(uuid);
        Map<String, Object> change = new HashMap<>();
        change.put("ratings", Map.of("05", "2"));
        change.put("marks", Collections.singletonMap("key", null));
        change.put("windowStart", null);
        change.put("reason", "known only since");
        assertEquals(200, post(path, change).status());
        Context.setLocale(Locale.FRENCH);
        JsonNode full = get(path + "?v=full").json();
        assertTrue(full.get("amended").asBoolean());
        assertEquals(1, full.get("history").size());
        JsonNode amendment = full.get("history").get(0);
        assertEquals(List.of("date", "by", "reason", "ofDraft", "changes"), namesOf(amendment));
        assertEquals(full.at("/auditInfo/creator"), amendment.get("by"));
        assertEquals("known only since", amendment.get("reason").asText());
        assertFalse(amendment.get("ofDraft").asBoolean());
        assertEquals(
                List.of("windowStart", "ratings.05", "marks.key"),
                List.of(
                        amendment.at("/changes/0/field").asText(),
                        amendment.at("/changes/1/field").asText(),
                        amendment.at("/changes/2/field").asText()));
        JsonNode window = amendment.at("/changes/0");
        assertEquals("2023-09-01", window.get("before").asText());
        assertTrue(window.get("after").isNull());
        JsonNode rating = amendment.at("/changes/1");
        assertEquals(List.of("field", "display", "before", "after", "beforeDisplay", "afterDisplay"), namesOf(rating));
        assertEquals("Maîtrise de soi", rating.get("display").asText());
        assertEquals("1", rating.get("before").asText());
        assertEquals("2", rating.get("after").asText());
        assertEquals("2\u00a0: présent", rating.get("afterDisplay").asText());
        JsonNode key = amendment.at("/changes/2");
        assertEquals("[\"05\"]", key.get("before").toString());
        assertEquals("[]", key.get("after").toString());
        assertFalse(get(path).json().has("history"));
        assertFalse(get(path).json().has("reason"));
    }

    @Test
    public void shouldTellTheHistoryToAReader() {
        String uuid = chart(saprof());
        TestAssessments.tenMinutesPass(uuid);
        post("assessment/" + uuid, Map.of("ratings", Map.of("05", "2"), "reason", "invented"));
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertEquals(
                1,
                get("assessment/" + uuid + "?v=custom:(history)")
                        .json()
                        .get("history")
                        .size());
    }

    @Test
    public void shouldTakeTheReasonOfAnAmendmentAndNothingElseForOne() {
        Map<String, Object> body = saprof();
        body.put("amendment", "because");
        assertEquals(
                Map.of("amendment", List.of("unknownProperty")),
                post("assessment", body).faults());
        String path = "assessment/" + chart(saprof());
        assertEquals(
                Map.of("amendment", List.of("unknownProperty"), "reason", List.of("missing")),
                post(path, Map.of("amendment", "because", "ratings", Map.of("05", "2")))
                        .faults());
        assertEquals(
                Map.of("reason", List.of("notAText", "missing")),
                post(path, Map.of("reason", 5, "ratings", Map.of("05", "2"))).faults());
        assertEquals(
                Map.of("status", List.of("locked")),
                post(path, Map.of("status", "DRAFT", "reason", "invented")).faults());
        assertFalse(get(path).json().get("amended").asBoolean());
    }

    @Test
    public void shouldSaveADraftThatSaysNothingButWhoseItIs() {
        for (Instrument instrument : Context.getService(SiteService.class).getInstruments()) {
            Map<String, Object> body = body(TestAssessments.draft(instrument, patient));
            body.remove("date");
            JsonNode draft = get("assessment/" + chart(body)).json();
            assertEquals("DRAFT", draft.get("status").asText());
            assertEquals(0, draft.get("faults").size());
            assertEquals(0, draft.get("ratings").size());
        }
    }

    @Test
    public void shouldRefuseRelevanceWhereItIsNotAskedOrNotUsed() {
        Map<String, Object> body = body(TestAssessments.hcr20(patient, "2024-03-01")
                .with("ratings.C1.presence", "N")
                .with("ratings.H1.a.relevance", "HIGH")
                .without("ratings.C2.relevance"));
        assertEquals(
                Map.of(
                        "ratings.C1.relevance", List.of("notAsked"),
                        "ratings.H1.a.relevance", List.of("notUsedHere"),
                        "ratings.C2.relevance", List.of("missing")),
                post("assessment", body).faults());
    }

    @Test
    public void shouldSumPerContextAndGiveMeansWithoutBandsOrCutOffs() {
        JsonNode hcr20 = get("assessment/"
                        + chart(body(
                                TestAssessments.hcr20(patient, "2024-03-01").ratedFor("OUT"))) + "?v=full")
                .json()
                .get("scores");
        assertEquals(8, hcr20.size());
        assertEquals("total", hcr20.at("/7/scale").asText());
        assertEquals("OUT", hcr20.at("/7/context").asText());
        assertEquals(20, hcr20.at("/7/value").asInt());
        assertTrue(hcr20.at("/7/mean").isNull());
        JsonNode capp = get("assessment/" + chart(body(TestAssessments.capp(patient, "2024-03-01"))) + "?v=full")
                .json()
                .get("scores");
        assertEquals(7, capp.size());
        assertEquals(99, capp.at("/6/value").asInt());
        assertEquals(3.0, capp.at("/6/mean").asDouble(), 0);
        assertEquals(
                List.of(
                        "scale",
                        "display",
                        "context",
                        "min",
                        "max",
                        "containsStatic",
                        "value",
                        "raw",
                        "prorated",
                        "mean",
                        "rated",
                        "omitted",
                        "notApplicable",
                        "missing",
                        "noValue",
                        "noValueDisplay"),
                namesOf(capp.get(0)));
    }

    @Test
    public void shouldCarryEveryAnswerOfEveryItemThereAndBack() {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test",
                        "{\"format\": 1, \"instruments\": {\"SAPROF\": {\"options\": [\"refinement\", \"five-levels\", \"motivation-not-applicable\"]}}}");
        Instrument instrument =
                Context.getService(SiteService.class).getInstrument("SAPROF").get();
        Map<String, Object> draft = saprof();
        draft.put("status", "DRAFT");
        String uuid = chart(draft);
        for (Question question : instrument.getQuestions()) {
            if (question.getPart() != Question.Part.RATING && question.getPart() != Question.Part.JUDGEMENT) {
                continue;
            }
            String group = question.getPart() == Question.Part.RATING ? "ratings" : "judgements";
            for (Choice choice : question.getChoices()) {
                Answer answer = post("assessment/" + uuid, Map.of(group, Map.of(question.getCode(), choice.getCode())));
                assertEquals(answer.text(), 200, answer.status());
                assertEquals(
                        choice.getCode(),
                        answer.json().get(group).get(question.getCode()).asText());
            }
        }
    }

    @Test
    public void shouldSayInFullWhatWasAnsweredAndByWhomItWasCharted() {
        JsonNode full = get("assessment/" + chart(saprof()) + "?v=full").json();
        List<String> names = new ArrayList<>(DEFAULT);
        names.addAll(
                names.indexOf("links"),
                List.of("answers", "blind", "history", "auditInfo", "scores", "researchNotice"));
        assertEquals(names, namesOf(full));
        JsonNode context = full.at("/answers/2");
        assertEquals("context", context.get("field").asText());
        assertEquals("IN", context.get("value").asText());
        assertEquals("in an institution", context.get("valueDisplay").asText());
        assertEquals("interview", full.at("/answers/1/valueDisplay/1").asText());
        assertEquals(List.of("creator", "dateCreated"), namesOf(full.get("auditInfo")));
    }

    @Test
    public void shouldSumForThoseWhoMaySeeResearchValues() {
        Map<String, Object> body = saprof();
        rate(body, "13", "OMIT");
        JsonNode scores = get("assessment/" + chart(body) + "?v=full").json().get("scores");
        assertEquals("internal", scores.at("/0/scale").asText());
        assertEquals(5, scores.at("/0/value").asInt());
        assertTrue(scores.at("/0/noValue").isNull());
        assertTrue(scores.at("/2/value").isNull());
        assertEquals(4, scores.at("/2/raw").asInt());
        assertEquals(5.0, scores.at("/2/prorated").asDouble(), 0);
        assertEquals(1, scores.at("/2/omitted").asInt());
        assertEquals("NO_LIMIT_SET", scores.at("/2/noValue").asText());
        assertTrue(scores.at("/2/noValueDisplay").asText().startsWith("no value: "));
    }

    @Test
    public void shouldHaveNoSumsForOthersInAnyRepresentation() {
        String uuid = chart(saprof());
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        // Older REST modules refuse the name of the representation that they give anyway.
        String list = "assessment?patient=" + patient.getUuid();
        String one = "assessment/" + uuid;
        String custom = "v=custom:(uuid,scores,researchNotice)";
        for (String path : new String[] {
            one, one + "?v=ref", one + "?v=full", one + "?" + custom,
            list, list + "&v=default", list + "&v=full", list + "&" + custom
        }) {
            Answer answer = get(path);
            assertEquals(path, 200, answer.status());
            assertFalse(answer.text(), answer.text().matches("(?s).*(scores|researchNotice|prorated).*"));
        }
    }

    @Test
    public void shouldGiveWhatACustomRepresentationAsksFor() {
        Answer answer = get(
                "assessment/" + chart(saprof()) + "?v=custom:(ratings:(05,06),patient:(uuid),raters:(display),links)");
        assertEquals(List.of("ratings", "patient", "raters", "links"), answer.names());
        assertEquals(List.of("05", "06"), namesOf(answer.json().get("ratings")));
        assertEquals(List.of("display"), namesOf(answer.json().at("/raters/0")));
        assertEquals(
                List.of("uuid", "display", "links"),
                get("assessment/" + chart(saprof()) + "?v=ref").names());
    }

    @Test
    public void shouldListByPatientInstrumentAndDate() {
        String first = chart(saprof());
        Map<String, Object> later = saprof();
        later.put("date", "2024-09-01T16:30:00.000+0000");
        String second = chart(later);
        String path = "assessment?patient=" + patient.getUuid();
        assertEquals(List.of(first, second), uuids(get(path)));
        assertEquals(List.of("uuid", "display", "links"), namesOf(get(path).first()));
        assertEquals(List.of(first, second), uuids(get(path + "&instrument=SAPROF")));
        assertEquals(List.of(second), uuids(get(path + "&from=2024-03-02")));
        assertEquals(List.of(first), uuids(get(path + "&from=2024-03-01&to=2024-03-01")));
        assertEquals(List.of(first, second), uuids(get(path + "&to=2024-09-02")));
        assertEquals(
                List.of(),
                uuids(get("assessment?patient=" + TestPeople.patient().getUuid())));
        refusesWhatCannotBeSearchedFor(path + "&");
        assertEquals(
                Map.of("patient", List.of("unknownPatient")),
                get("assessment?patient=nobody").faults());
    }

    @Test
    public void shouldListByPhaseOfCareWhatWasChartedWithOne() {
        Map<String, Object> outside = saprof();
        outside.put("phase", "APC");
        String charted = chart(outside);
        String silent = chart(saprof());
        assertEquals("APC", get("assessment/" + charted).json().get("phase").asText());
        assertTrue(get("assessment/" + silent).json().get("phase").isNull());
        String path = "assessment?patient=" + patient.getUuid() + "&totalCount=true";
        assertEquals(List.of(charted), uuids(get(path + "&phase=APC")));
        assertEquals(1, get(path + "&phase=APC").json().get("totalCount").asInt());
        assertEquals(List.of(), uuids(get(path + "&phase=UCTI")));
        assertEquals(
                "One of these is expected here: CUSTODY, PRE-RELEASE, APC, UCTI, AFTER-CARE.",
                get(path + "&phase=apc")
                        .error(400)
                        .at("/fieldErrors/phase/0/message")
                        .asText());
        refused("phase", "unknownAnswer", body -> body.put("phase", "HOLIDAY"));
    }

    @Test
    public void shouldPage() {
        for (int day = 1; day <= 3; day++) {
            Map<String, Object> body = saprof();
            body.put("date", "2024-04-0" + day);
            chart(body);
        }
        String path = "assessment?patient=" + patient.getUuid() + "&limit=2&totalCount=true";
        JsonNode page = get(path).json();
        assertEquals(2, page.get("results").size());
        assertEquals(3, page.get("totalCount").asInt());
        assertEquals("next", page.at("/links/0/rel").asText());
        JsonNode last = get(path + "&startIndex=2").json();
        assertEquals("SAPROF 2024-04-03", last.at("/results/0/display").asText());
        assertEquals("prev", last.at("/links/0/rel").asText());
        assertEquals(
                Map.of("limit", List.of("outOfRange")),
                get("assessment?limit=0").faults());
        assertEquals(
                Map.of("limit", List.of("notANumber"), "startIndex", List.of("outOfRange")),
                get("assessment?limit=x&startIndex=-1").faults());
    }

    @Test
    public void shouldAmendWhatIsGivenAndLeaveTheRest() {
        JsonNode charted = post("assessment", saprof()).json();
        Map<String, Object> change = new HashMap<>();
        change.put("ratings", Map.of("05", "2"));
        change.put("windowStart", null);
        change.put("reason", "an invented reason");
        change.put("version", charted.get("version").asText());
        Answer answer = post("assessment/" + charted.get("uuid").asText(), change);
        assertEquals(answer.text(), 200, answer.status());
        JsonNode amended = answer.json();
        assertEquals("2", amended.at("/ratings/05").asText());
        assertEquals("1", amended.at("/ratings/06").asText());
        assertTrue(amended.get("windowStart").isNull());
        assertEquals("2024-02-29", amended.get("windowEnd").asText());
        assertNotEquals(charted.get("version"), amended.get("version"));
    }

    @Test
    public void shouldTakeBackWhatItGave() {
        String uuid = chart(saprof());
        for (String v : new String[] {"", "?v=full"}) {
            Answer given = get("assessment/" + uuid + v);
            Answer taken = post("assessment/" + uuid + v, given.text());
            assertEquals(taken.text(), 200, taken.status());
            assertEquals(given.json(), taken.json());
        }
    }

    @Test
    public void shouldRefuseAnAmendmentOfWhatHasChangedMeanwhile() {
        JsonNode charted = post("assessment", saprof()).json();
        String path = "assessment/" + charted.get("uuid").asText();
        Map<String, Object> change = Map.of(
                "version", charted.get("version").asText(),
                "ratings", Map.of("05", "0"),
                "reason", "an invented reason");
        assertEquals(200, post(path, change).status());
        JsonNode error = post(path, change).error(409);
        assertEquals("smpr.changedMeanwhile", error.get("code").asText());
    }

    @Test
    public void shouldVoidAndBringBack() {
        String uuid = chart(saprof());
        assertEquals(
                Map.of("reason", List.of("missing")),
                delete("assessment/" + uuid + "?reason= ").faults());
        assertEquals(
                Map.of("reason", List.of("missing")),
                delete("assessment/" + uuid).faults());
        assertFalse(get("assessment/" + uuid).json().get("voided").asBoolean());
        assertEquals(204, delete("assessment/" + uuid + "?reason=charted+twice").status());
        assertTrue(get("assessment/" + uuid).json().get("voided").asBoolean());
        String list = "assessment?patient=" + patient.getUuid();
        assertEquals(List.of(), uuids(get(list)));
        assertEquals(List.of(uuid), uuids(get(list + "&includeAll=true")));
        assertEquals(204, delete("assessment/" + uuid + "?reason=again").status());
        assertEquals(
                Map.of("uuid", List.of("unknownAssessment")),
                post("assessment/" + uuid, Map.of("status", "DRAFT")).faults());

        for (Object no : new Object[] {"false", false}) {
            delete("assessment/" + uuid + "?reason=again");
            Answer back = post("assessment/" + uuid, Map.of("deleted", no));
            assertEquals(back.text(), 200, back.status());
            assertFalse(get("assessment/" + uuid).json().get("voided").asBoolean());
            assertEquals(17, get("assessment/" + uuid).json().get("ratings").size());
        }
    }

    @Test
    public void shouldPurge() {
        String uuid = chart(saprof());
        assertEquals(204, delete("assessment/" + uuid + "?purge=true").status());
        get("assessment/" + uuid).error(404);
    }

    @Test
    public void shouldNotFindWhatThereIsNot() {
        get("assessment/none").error(404);
        post("assessment/none", Map.of()).error(404);
        delete("assessment/none?reason=x").error(404);
        get("assessment/" + patient.getUuid()).error(404);
    }

    @Test
    public void shouldNameEachFaultWithItsField() {
        refused("patient", "missing", body -> body.remove("patient"));
        refused("patient", "unknownPatient", body -> body.put("patient", "nobody"));
        refused("patient", "notAText", body -> body.put("patient", 5));
        refused("instrument", "unknownInstrument", body -> body.put("instrument", "FOO"));
        refused("instrument", "missing", body -> body.put("instrument", null));
        refused("instrument", "notAText", body -> body.put("instrument", List.of()));
        refused("date", "missing", body -> body.remove("date"));
        refused("date", "notADate", body -> body.put("date", "1 March 2024"));
        refused("date", "notADate", body -> body.put("date", 20240301));
        refused("date", "inTheFuture", body -> body.put("date", "2199-01-01"));
        refused("location", "unknownLocation", body -> body.put("location", "nowhere"));
        refused("location", "notAText", body -> body.put("location", true));
        refused("raters", "unknownRater", body -> body.put("raters", List.of("nobody")));
        refused("raters", "unknownRater", body -> body.put("raters", Collections.singletonList(null)));
        refused("raters", "notAList", body -> body.put("raters", rater.getUuid()));
        refused("raters", "notAText", body -> body.put("raters", List.of(5)));
        refused("version", "notAText", body -> body.put("version", 5));
        refused("edition", "unknownAnswer", body -> body.put("edition", "1999"));
        refused("edition", "missing", body -> body.remove("edition"));
        refused("informant", "sameAnswerTwice", body -> body.put("informant", List.of("FILE", "FILE")));
        refused("context", "severalAnswers", body -> body.put("context", List.of("IN", "OUT")));
        refused("windowEnd", "endBeforeStart", body -> body.put("windowEnd", "2023-08-31"));
        refused("windowEnd", "afterAssessment", body -> body.put("windowEnd", "2024-03-02"));
        refused("windowStart", "notADate", body -> body.put("windowStart", "2023-02-30"));
        refused("horizon", "outOfRange", body -> body.put("horizon", 0));
        refused("horizon", "notANumber", body -> body.put("horizon", "long"));
        refused("horizon", "notANumber", body -> body.put("horizon", 6.5));
        refused("status", "missing", body -> body.remove("status"));
        refused("ratings", "notAnObject", body -> body.put("ratings", List.of("1")));
        refused("ratings", "notAnObject", body -> body.put("ratings", null));
        refused("marks", "notAnObject", body -> body.put("marks", "05"));
        refused("marks", "notAnObject", body -> body.put("marks", null));
        refused("judgements", "notAnObject", body -> body.put("judgements", 5));
        refused("fields", "notAnObject", body -> body.put("fields", false));
        refused("ratings.18", "unknownQuestion", body -> rate(body, "18", "1"));
        refused("ratings.05", "unknownAnswer", body -> rate(body, "05", "3"));
        refused("ratings.05", "unknownAnswer", body -> rate(body, "05", Map.of()));
        refused("ratings.05", "unknownAnswer", body -> rate(body, "05", "NA"));
        refused("ratings.05", "notUsedHere", body -> rate(body, "05", "1-plus"));
        refused("ratings.09", "notUsedHere", body -> rate(body, "09", "NA"));
        refused("ratings.05", "missing", body -> rate(body, "05", null));
        refused("marks.goal", "unknownAnswer", body -> body.put("marks", Map.of("goal", List.of("01"))));
        refused("judgements.FPJ", "missing", body -> body.remove("judgements"));
        refused(
                "judgements.IFRJ",
                "notUsedHere",
                body -> body.put("judgements", Map.of("FPJ", "LOW", "IFRJ", "MODERATE-HIGH")));
        refused("mood", "unknownProperty", body -> body.put("mood", "good"));
        refused("uuid", "unknownProperty", body -> body.put("uuid", "mine"));
    }

    @Test
    public void shouldNameEveryFaultAtOnce() {
        Map<String, Object> body = saprof();
        body.put("patient", Map.of("name", "x"));
        body.put("date", "soon");
        body.put("mood", "good");
        body.put("marks", "05");
        body.put("horizon", 99);
        body.remove("edition");
        rate(body, "05", "9");
        rate(body, "06", null);
        Map<String, List<String>> expected = new LinkedHashMap<>();
        expected.put("patient", List.of("notAText"));
        expected.put("date", List.of("notADate"));
        expected.put("mood", List.of("unknownProperty"));
        expected.put("marks", List.of("notAnObject"));
        expected.put("horizon", List.of("outOfRange"));
        expected.put("edition", List.of("missing"));
        expected.put("ratings.05", List.of("unknownAnswer"));
        expected.put("ratings.06", List.of("missing"));
        assertEquals(expected, post("assessment", body).faults());
        assertEquals(List.of(), uuids(get("assessment?patient=" + patient.getUuid())));
    }

    @Test
    public void shouldNameFaultsOfAnAmendment() {
        String path = "assessment/" + chart(saprof());
        Map<String, Object> body = new HashMap<>();
        body.put("patient", TestPeople.patient().getUuid());
        body.put("mood", "good");
        body.put("judgements", Collections.singletonMap("FPJ", null));
        body.put("ratings", null);
        assertEquals(
                Map.of(
                        "patient",
                        List.of("cannotChange"),
                        "mood",
                        List.of("unknownProperty"),
                        "ratings",
                        List.of("notAnObject"),
                        "judgements.FPJ",
                        List.of("missing"),
                        "reason",
                        List.of("missing")),
                post(path, body).faults());
    }

    @Test
    public void shouldRefuseWhatCannotBeRead() {
        for (String body : Arrays.asList("{", "[]", "\"x\"", "{\"patient\": \"Aspen\"")) {
            assertEquals(
                    "smpr.error.unreadable",
                    post("assessment", body).error(400).get("code").asText());
        }
    }

    @Test
    public void shouldSayWhatIsWrongInTheLanguageOfTheSession() {
        Context.setLocale(Locale.FRENCH);
        Map<String, Object> body = saprof();
        body.put("horizon", 99);
        rate(body, "05", null);
        JsonNode error = post("assessment", body).error(400);
        assertEquals(
                "Une réponse est requise ici.",
                error.at("/fieldErrors/ratings.05/0/message").asText());
        assertEquals(
                "Le nombre doit être compris entre 1 et 60.",
                error.at("/fieldErrors/horizon/0/message").asText());
        assertTrue(error.get("message").asText().startsWith("L’envoi ne peut pas être accepté."));
    }

    private interface Change {
        void of(Map<String, Object> body);
    }

    private void refused(String field, String code, Change change) {
        Map<String, Object> body = saprof();
        change.of(body);
        assertEquals(Map.of(field, List.of(code)), post("assessment", body).faults());
    }

    @SuppressWarnings("unchecked")
    private static void rate(Map<String, Object> body, String item, Object rating) {
        ((Map<String, Object>) body.get("ratings")).put(item, rating);
    }

    private static List<String> uuids(Answer answer) {
        assertEquals(answer.text(), 200, answer.status());
        List<String> uuids = new ArrayList<>();
        answer.json()
                .get("results")
                .forEach(result -> uuids.add(result.get("uuid").asText()));
        return uuids;
    }
}
