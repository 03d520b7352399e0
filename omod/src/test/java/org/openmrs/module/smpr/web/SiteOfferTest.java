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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.form.FormGenerator;
import org.openmrs.module.smpr.form.FormPlan;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.SiteService;

/** Documents that are posted: checked, accepted, refused. */
public class SiteOfferTest extends SmprRestTest {

    private static final Path EXAMPLES = Paths.get("src/main/webapp/resources/schemas");

    private static final String LIMIT =
            "{\"format\": 1, \"instruments\": {\"SAPROF\": {\"omissionLimits\": {\"total\": 2}}}}";

    private static final String FAULTY = "{\n  \"format\": 1,\n  \"careGap\": {\"days\": 0},\n  \"beds\": 5\n}";

    private String instrument;

    private String site;

    @Before
    public void readTheExamples() throws Exception {
        instrument = Files.readString(EXAMPLES.resolve("instrument.example.json"));
        site = Files.readString(EXAMPLES.resolve("site.example.json"));
    }

    @Test
    public void shouldSayWhatADocumentWouldDoAndDoNothing() {
        JsonNode answer = ok(Map.of("document", LIMIT, "check", true));

        assertEquals(List.of("accepted", "faults", "changes", "warnings"), namesOf(answer));
        assertFalse(answer.get("accepted").asBoolean());
        assertEquals(1, answer.get("changes").size());
        JsonNode change = answer.get("changes").get(0);
        assertEquals("INSTRUMENTS", change.get("section").asText());
        assertEquals(
                "instruments/SAPROF/omissionLimits/total", change.get("key").asText());
        assertTrue(change.get("before").isNull());
        assertEquals("2", change.get("after").asText());
        assertEquals("NOT_SET", change.get("beforeOrigin").asText());
        assertEquals("SITE", change.get("afterOrigin").asText());
        assertTrue(get("site?v=default").first().get("version").isNull());
    }

    @Test
    public void shouldPutADocumentInForce() {
        JsonNode answer = ok(Map.of("document", LIMIT));

        assertTrue(answer.get("accepted").asBoolean());
        assertEquals(1, answer.get("changes").size());
        JsonNode inForce = get("site?v=full").first();
        assertEquals(answer.get("version"), inForce.get("version"));
        assertEquals("REST", inForce.get("source").asText());
        assertEquals(LIMIT, inForce.get("text").asText());
        JsonNode row = row(inForce, "instruments/SAPROF/omissionLimits/total");
        assertEquals("2", row.get("value").asText());
        assertEquals("SITE", row.get("origin").asText());
        assertEquals("set by the site", row.get("originLabel").asText());
        assertEquals(inForce.get("dateAccepted"), row.get("since"));
        assertEquals(inForce.get("acceptedBy"), row.get("by"));
        assertEquals("REST", row.get("source").asText());
        assertEquals("NOT_SET", row(inForce, "readLog/keepDays").get("origin").asText());
        assertTrue(row(inForce, "readLog/keepDays").get("since").isNull());
    }

    @Test
    public void shouldLeaveAsItIsWhatIsInForceWordForWord() {
        JsonNode first = ok(Map.of("document", LIMIT));
        JsonNode second = ok(Map.of("document", LIMIT));

        assertTrue(second.get("accepted").asBoolean());
        assertEquals(0, second.get("changes").size());
        assertEquals(first.get("version"), second.get("version"));
        assertEquals(1, get("site?v=full").first().get("documents").size());
    }

    @Test
    public void shouldKeepTheMomentOfWhatAFurtherDocumentLeavesAsItIs() {
        ok(Map.of("document", LIMIT));
        JsonNode first = get("site?v=default").first();
        ok(Map.of("document", LIMIT.replace("{\"format\": 1,", "{\"format\": 1, \"readLog\": {\"keepDays\": 30},")));
        JsonNode inForce = get("site?v=full").first();

        List<String> uuids = new ArrayList<>();
        inForce.get("documents")
                .forEach(document -> uuids.add(document.get("uuid").asText()));
        assertEquals(
                List.of(inForce.get("version").asText(), first.get("version").asText()), uuids);
        assertTrue(inForce.at("/documents/0/inForce").asBoolean());
        assertFalse(inForce.at("/documents/1/inForce").asBoolean());
        assertEquals("30 days", row(inForce, "readLog/keepDays").get("value").asText());
    }

    @Test
    public void shouldNameEveryFaultWithItsPlaceAndChangeNothing() {
        ok(Map.of("document", LIMIT));
        JsonNode before = get("site?v=full").first();

        JsonNode checked = ok(Map.of("document", FAULTY, "check", true));
        Answer refused = post("site", Map.of("document", FAULTY));

        assertEquals(400, refused.status());
        for (JsonNode answer : List.of(checked, refused.json())) {
            assertFalse(answer.get("accepted").asBoolean());
            assertEquals(0, answer.get("changes").size());
            assertEquals(
                    "[{\"line\":3,\"column\":15,\"path\":\"/careGap/days\",\"code\":\"TOO_SMALL\",\"message\":\"is 1 or more\"},"
                            + "{\"line\":4,\"column\":3,\"path\":\"/beds\",\"code\":\"UNKNOWN\",\"message\":\"is unknown here\"}]",
                    answer.get("faults").toString());
        }
        JsonNode error = refused.json().get("error");
        assertEquals("smpr.error.invalid", error.get("code").asText());
        assertEquals(
                "Line 4, column 3: /beds: is unknown here",
                error.at("/fieldErrors/document/1/message").asText());
        assertEquals(before, get("site?v=full").first());
    }

    @Test
    public void shouldNameFaultsInTheLanguageOfTheSession() {
        Context.setLocale(Locale.FRENCH);

        JsonNode answer = ok(Map.of("document", FAULTY, "check", true));

        assertEquals("est 1 ou plus", answer.at("/faults/0/message").asText());
        assertEquals(
                "non fixé",
                row(get("site?v=default").first(), "careGap/days")
                        .get("originLabel")
                        .asText());
    }

    @Test
    public void shouldSayWhereATextIsNoJson() {
        JsonNode answer = ok(Map.of("document", "{\n  format: 1\n}", "check", true));

        assertEquals(1, answer.get("faults").size());
        assertEquals("NO_JSON", answer.at("/faults/0/code").asText());
        assertEquals("", answer.at("/faults/0/path").asText());
        assertEquals(2, answer.at("/faults/0/line").asInt());
    }

    @Test
    public void shouldNotWriteOverWhatAnotherHasPutInForceMeanwhile() {
        String seen = ok(Map.of("document", LIMIT)).get("version").asText();
        ok(Map.of("document", "{\"format\": 1}", "version", seen));

        JsonNode error =
                post("site", Map.of("document", LIMIT, "version", seen)).error(409);

        assertTrue(error.get("message").asText().startsWith("Another document was accepted meanwhile."));
        assertEquals("{\"format\": 1}", get("site?v=full").first().get("text").asText());
    }

    @Test
    public void shouldNotWriteOverTheFirstDocumentForOneWhoSawNone() {
        Map<String, Object> body = new HashMap<>(Map.of("document", LIMIT));
        body.put("version", null);
        ok(body);
        body.put("document", "{\"format\": 1}");

        post("site", body).error(409);

        assertEquals(LIMIT, get("site?v=full").first().get("text").asText());
        body.remove("version");
        ok(body);
        assertEquals("{\"format\": 1}", get("site?v=full").first().get("text").asText());
    }

    @Test
    public void shouldMakeAnInstrumentOfADefinition() {
        JsonNode answer = ok(Map.of("document", instrument, "kind", "INSTRUMENT"));

        assertEquals("[]", answer.get("warnings").toString());
        JsonNode daily = get("instrument/DAILY").json();
        assertTrue(daily.get("inUse").asBoolean());
        daily.get("questions")
                .forEach(question ->
                        assertFalse(question.toString(), question.get("concept").isNull()));
        Instrument installed =
                Context.getService(SiteService.class).getInstrument("DAILY").get();
        assertEquals(
                "SMPR Daily life (invented)",
                Context.getFormService()
                        .getFormByUuid(FormGenerator.uuid(FormPlan.of(installed), 1))
                        .getName());
        Map<String, Object> body = saprof();
        body.put("instrument", "DAILY");
        body.put("edition", "1");
        body.put("ratings", Map.of("1", "1", "2", "2", "3", "OMIT", "4", "0"));
        body.put("judgements", Map.of("support", "MUCH"));
        body.put("marks", Map.of("key", List.of("2")));
        body.remove("horizon");
        chart(body);
        assertEquals(
                1,
                get("trajectory/" + patient.getUuid() + "?instrument=DAILY")
                        .json()
                        .at("/instruments/0/assessments")
                        .size());
        JsonNode row = row(get("site?v=default").first(), "instruments/DAILY/definition");
        assertEquals("SITE", row.get("origin").asText());
    }

    @Test
    public void shouldTakeTheExamplesOneAfterTheOther() {
        assertEquals(400, post("site", Map.of("document", site)).status());
        ok(Map.of("document", instrument, "kind", "INSTRUMENT"));
        JsonNode answer = ok(Map.of("document", site));

        assertEquals(
                "[\"CAPP is in use no more: nothing new is charted with it. What was charted is read as before.\"]",
                answer.get("warnings").toString());
        JsonNode inForce = get("site?v=default").first();
        assertEquals(
                "[\"HCR20V3\",\"SAPROF\",\"DAILY\"]",
                inForce.get("instrumentsInUse").toString());
        assertFalse(get("instrument/CAPP?v=ref").json().get("inUse").asBoolean());
        assertEquals(
                "HCR-20 V3, SAPROF, Daily life (invented)\n"
                        + "counted from: entry into care\n"
                        + "due: 1 month after, 7 days after\n"
                        + "window: from 21 days before to 30 days after\n"
                        + "only in: in custody, pre-release\n"
                        + "independent second rating of: SAPROF\n"
                        + "second rating within: 14 days",
                row(inForce, "waves/T0").get("value").asText());
        List<String> sections = new ArrayList<>();
        List<String> keys = new ArrayList<>();
        inForce.get("values").forEach(row -> {
            if (sections.isEmpty()
                    || !sections.get(sections.size() - 1)
                            .equals(row.get("section").asText())) {
                sections.add(row.get("section").asText());
            }
            assertFalse(row.toString(), keys.contains(row.get("key").asText()));
            keys.add(row.get("key").asText());
            assertEquals(
                    row.toString(),
                    row.get("origin").asText().equals("NOT_SET"),
                    row.get("value").isNull());
        });
        assertEquals(
                List.of(
                        "IN_USE",
                        "LABELS",
                        "INSTRUMENTS",
                        "SAME_FIELD",
                        "WAVES",
                        "CARE",
                        "PLACES",
                        "LOG",
                        "OUTCOMES",
                        "STUDY"),
                sections);
        assertEquals("RECORD", row(inForce, "units").get("origin").asText());
    }

    @Test
    public void shouldWarnOfWhatANewDefinitionDrops() {
        ok(Map.of("document", instrument, "kind", "INSTRUMENT"));

        JsonNode answer = ok(Map.of(
                "document",
                instrument.replaceFirst("(?m)^.*\"code\": \"visits\".*\\n", ""),
                "kind",
                "INSTRUMENT",
                "check",
                true));

        assertEquals(
                "[\"The new definition of Daily life (invented) has no more: visits. What was charted of it stays in the"
                        + " record, and counts no more.\"]",
                answer.get("warnings").toString());
    }

    @Test
    public void shouldNameWhatIsWrongWithTheRequest() {
        assertEquals(
                Map.of(
                        "document", List.of("missing"),
                        "kind", List.of("notOneOf"),
                        "check", List.of("notTrueOrFalse"),
                        "file", List.of("unknownProperty")),
                post("site", Map.of("kind", "FORM", "check", "yes", "file", "x"))
                        .faults());
        assertEquals(
                Map.of("document", List.of("notAText")),
                post("site", Map.of("document", Map.of("format", 1))).faults());
    }

    @Test
    public void shouldTakeThePrivilegeToManageSettings() {
        TestPeople.signInWith(List.of(), List.of(SmprPrivileges.GET_SETTINGS));
        assertEquals(403, post("site", Map.of()).status());
        assertEquals(403, post("site", Map.of("document", LIMIT)).status());
        get("site?v=full").first();
        Context.logout();
        assertEquals(401, post("site", Map.of("document", LIMIT)).status());
    }

    private JsonNode ok(Map<String, Object> body) {
        Answer answer = post("site", body);
        assertEquals(answer.text(), 200, answer.status());
        return answer.json();
    }

    private static JsonNode row(JsonNode site, String key) {
        for (JsonNode row : site.get("values")) {
            if (row.get("key").asText().equals(key)) {
                return row;
            }
        }
        throw new AssertionError(key);
    }
}
