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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.outcome.Release;
import org.openmrs.module.smpr.outcome.TestReleases;
import org.openmrs.module.smpr.site.SiteService;

public class OutcomeResourceTest extends SmprRestTest {

    private static final String DECIDED = "{\"format\": 1, \"outcomeRegister\": {"
            + "\"legalBasis\": {\"text\": {\"en\": \"an invented act\", \"fr\": \"un acte inventé\"}, \"date\": \"2020-01-01\", \"who\": \"nobody\"},"
            + "\"indexRelease\": \"FIRST\", \"clock\": \"LEFT_BUILDING\","
            + "\"violentDefinition\": {\"name\": \"ours\", \"text\": {\"en\": \"against persons\", \"fr\": \"contre les personnes\"}}}}";

    private final LocalDate left = LocalDate.now(Shown.zone()).minusMonths(13);

    @Before
    public void open() {
        Context.getService(SiteService.class).acceptSettings("test", DECIDED);
        TestReleases releases = applicationContext.getBean("smpr.releases", TestReleases.class);
        releases.none();
        releases.released(
                patient.getUuid(),
                Release.builder()
                        .episode("an episode")
                        .leftBuilding(left)
                        .endOfCare(left.plusMonths(6))
                        .build());
    }

    @Test
    public void shouldRecordAnOffenceShowItAmendItAndVoidIt() {
        Answer recorded = post("outcomeevent", offence());
        assertEquals(recorded.text(), 201, recorded.status());
        JsonNode event = recorded.json();
        assertEquals("NEW_OFFENCE", event.get("kind").get("code").asText());
        assertEquals("new offence", event.get("kind").get("display").asText());
        assertEquals("new offence, " + left.plusMonths(2), event.get("display").asText());
        assertEquals("NOT_YET_KNOWN", event.get("qualification").get("code").asText());
        assertEquals("ours", event.get("violentBy").asText());
        assertTrue(event.get("cause").isNull());

        String path = "outcomeevent/" + event.get("uuid").asText();
        assertEquals(
                409, post(path, Map.of("version", "7", "certainty", "UNSURE")).status());
        JsonNode amended = post(path + "?v=full", Map.of("version", "0", "certainty", "UNSURE"))
                .json();
        assertEquals("1", amended.get("version").asText());
        assertFalse(amended.get("auditInfo").get("dateChanged").isNull());
        assertEquals(Map.of("reason", List.of("missing")), delete(path).faults());
        assertEquals(204, delete(path + "?reason=test").status());
        assertEquals(
                0,
                get("outcomeevent?patient=" + patient.getUuid())
                        .json()
                        .get("results")
                        .size());
        assertEquals(
                1,
                get("outcomeevent?includeAll=true&patient=" + patient.getUuid())
                        .json()
                        .get("results")
                        .size());
        assertTrue(get(path).json().get("voided").asBoolean());
    }

    @Test
    public void shouldTakeBackWhatItGave() {
        Answer recorded = post("outcomeevent", offence());
        String path = "outcomeevent/" + recorded.json().get("uuid").asText();
        Answer again = post(path, get(path).text());
        assertEquals(again.text(), 200, again.status());
        assertEquals("0", again.json().get("version").asText());
    }

    @Test
    public void shouldNameEveryFaultByItsField() {
        Map<String, Object> body = offence();
        body.put("date", "2024-02-30");
        body.put("severity", 3);
        body.put("cause", "ILLNESS");
        body.put("gravity", "x");
        body.remove("source");
        assertEquals(
                Map.of(
                        "date", List.of("notAPartialDate"),
                        "severity", List.of("notAText"),
                        "cause", List.of("notOfThisKind"),
                        "gravity", List.of("unknownProperty"),
                        "source", List.of("missing")),
                post("outcomeevent", body).faults());
    }

    @Test
    public void shouldSayThatThereIsNoRegisterBeforeItsLegalBasisIsRecorded() {
        String path = "outcomeevent/"
                + post("outcomeevent", offence()).json().get("uuid").asText();
        Context.getService(SiteService.class).acceptSettings("test", "{\"format\": 1}");
        for (Answer answer : List.of(
                get(path),
                get("outcomeevent?patient=" + patient.getUuid()),
                post("outcomeevent", offence()),
                post(path, Map.of("certainty", "UNSURE")),
                delete(path + "?reason=test"),
                get("followupcheck?patient=" + patient.getUuid()),
                get("followupcheck/none"),
                post("followupcheck", check("VISIT", left)),
                get("followup"),
                get("followup/" + patient.getUuid()))) {
            assertEquals(
                    "smpr.outcomeRegisterOff", answer.error(409).get("code").asText());
        }
    }

    @Test
    public void shouldRefuseOneWithoutThePrivilegeWhetherThereIsARegisterOrNot() {
        TestPeople.signInWith(List.of("SMPR: Rater", "SMPR: Researcher"), List.of());
        assertEquals(403, get("followup/" + patient.getUuid()).status());
        authenticate();
        Context.getService(SiteService.class).acceptSettings("test", "{\"format\": 1}");
        TestPeople.signInWith(List.of("SMPR: Rater", "SMPR: Researcher"), List.of());
        assertEquals(403, get("followup/" + patient.getUuid()).status());
        assertEquals(403, post("outcomeevent", offence()).status());
    }

    @Test
    public void shouldAskWhomItIsAbout() {
        for (String path : List.of("outcomeevent", "followupcheck")) {
            assertEquals(Map.of("patient", List.of("missing")), get(path).faults());
            assertEquals(
                    Map.of("patient", List.of("notAUuid")),
                    get(path + "?patient=x").faults());
            assertEquals(
                    Map.of("patient", List.of("unknownPatient")),
                    get(path + "?patient=00000000-0000-0000-0000-000000000000").faults());
        }
        assertEquals(404, get("followup/00000000-0000-0000-0000-000000000000").status());
    }

    @Test
    public void shouldTellWhatIsKnownAndByWhichDefinitions() {
        post("followupcheck", check("JUDICIAL_REGISTER", left.plusMonths(8)));
        post("followupcheck", check("HIS_OWN_WORD", left.plusMonths(12)));
        JsonNode followUp = get("followup/" + patient.getUuid()).json();

        assertEquals(
                "FIRST",
                followUp.get("definitions").get("indexRelease").get("code").asText());
        assertEquals(
                "an invented act",
                followUp.get("definitions").get("legalBasis").get("text").asText());
        assertTrue(followUp.get("definitions").get("convictionLagYears").isNull());
        assertEquals(left.toString(), followUp.get("indexDay").asText());
        JsonNode endOfCare = followUp.get("horizons").get(0);
        assertTrue(endOfCare.get("endOfCare").asBoolean());
        assertEquals(4, endOfCare.get("statuses").size());
        assertStatus("FREE_KNOWN", endOfCare);
        JsonNode oneYear = followUp.get("horizons").get(1);
        assertEquals(12, oneYear.get("months").asInt());
        assertStatus("NOT_KNOWN_SINCE", oneYear);
        JsonNode status = oneYear.get("statuses").get(0);
        assertEquals(left.plusMonths(8).toString(), status.get("day").asText());
        assertEquals(
                left.plusMonths(12).toString(), status.get("noEventKnownUntil").asText());
        assertTrue(status.get("provisional").asBoolean());
        assertEquals(List.of("LAG_NOT_SET"), codes(status.get("notes")));
        assertStatus("NOT_YET_REACHED", followUp.get("horizons").get(2));
        assertEquals(
                left.plusMonths(24).toString(),
                followUp.get("nextCheck").get("day").asText());
        assertFalse(followUp.has("events"));
        JsonNode full = get("followup/" + patient.getUuid() + "?v=full").json();
        assertEquals(2, full.get("checks").size());
        assertEquals(0, full.get("events").size());
    }

    @Test
    public void shouldListThoseOfWhomACheckIsDueTheLongestDueFirst() {
        TestReleases releases = applicationContext.getBean("smpr.releases", TestReleases.class);
        LocalDate today = left.plusMonths(13);
        String longest = TestPeople.patient().getUuid();
        String dueToday = TestPeople.patient().getUuid();
        String notYet = TestPeople.patient().getUuid();
        releases.released(
                longest, Release.builder().leftBuilding(left.minusYears(1)).build());
        releases.released(
                dueToday, Release.builder().leftBuilding(left).endOfCare(today).build());
        releases.released(
                notYet, Release.builder().leftBuilding(today.minusMonths(2)).build());
        post("followupcheck", checkOf(dueToday, "VISIT", left.plusMonths(12)));

        assertEquals(List.of(longest, patient.getUuid(), dueToday), listed("followup"));
        assertEquals(List.of(patient.getUuid()), listed("followup?limit=1&startIndex=1"));
        assertEquals(List.of(), listed("followup?startIndex=5"));
        JsonNode first = get("followup?limit=1&v=default").first();
        assertTrue(first.get("nextCheck").get("overdue").asBoolean());
        post("followupcheck", check("VISIT", today));
        assertEquals(List.of(longest, dueToday), listed("followup"));
        assertEquals(405, get("followup?patient=" + notYet).status());
    }

    private List<String> listed(String path) {
        List<String> listed = new ArrayList<>();
        Answer answer = get(path + (path.contains("?") ? "&" : "?") + "v=default");
        assertEquals(answer.text(), 200, answer.status());
        answer.json()
                .get("results")
                .forEach(row -> listed.add(row.get("patient").get("uuid").asText()));
        return listed;
    }

    @Test
    public void shouldSayWhyNothingIsTold() {
        Context.getService(SiteService.class)
                .acceptSettings("test", DECIDED.replace("\"clock\": \"LEFT_BUILDING\",", ""));
        JsonNode followUp = get("followup/" + patient.getUuid()).json();
        assertEquals("CLOCK_NOT_SET", followUp.get("noIndex").get("code").asText());
        assertTrue(followUp.get("now").isNull());
        assertEquals(0, followUp.get("horizons").size());
    }

    @Test
    public void shouldSpeakFrench() {
        Context.setLocale(Locale.FRENCH);
        JsonNode event = post("outcomeevent", offence()).json();
        assertEquals("nouvelle infraction", event.get("kind").get("display").asText());
        assertEquals(
                "un acte inventé",
                get("followup/" + patient.getUuid())
                        .json()
                        .get("definitions")
                        .get("legalBasis")
                        .get("text")
                        .asText());
    }

    @Test
    public void shouldShowNothingOfTheRegisterToOneWhoReadsAssessmentsAndTrajectories() {
        chart(saprof());
        String before = care();
        post("outcomeevent", offence());
        post("followupcheck", check("JUDICIAL_REGISTER", left.plusMonths(8)));
        assertEquals(before, care());
        assertFalse(before.matches("(?is).*(offence|infraction|outcome|follow-?up).*"));
    }

    /** What care shows of the person, but for the moments at which it is read. */
    private String care() {
        StringBuilder shown = new StringBuilder();
        for (String path : List.of(
                "assessment?v=full&patient=" + patient.getUuid(),
                "trajectory/" + patient.getUuid() + "?v=full",
                "summary?patient=" + patient.getUuid())) {
            Answer answer = get(path);
            assertEquals(answer.text(), 200, answer.status());
            shown.append(answer.text());
        }
        return shown.toString().replaceAll("\"asOf\":\"[^\"]*\"", "");
    }

    @Test
    public void shouldShowTheSettingsOfTheRegisterWithTheOthers() {
        JsonNode register = get("site?v=default").first().get("outcomeRegister");
        assertEquals("LEFT_BUILDING", register.get("clock").get("code").asText());
        assertEquals(List.of("JUDICIAL_REGISTER"), codes(register.get("sufficientSources")));
    }

    @Test
    public void shouldLetTheRegistrarKeepItAndSeeNothingOfCare() {
        TestPeople.signInWith(List.of("SMPR: Outcome registrar"), List.of());
        assertEquals(200, get("followup/" + patient.getUuid()).status());
        assertEquals(200, get("outcomeevent?patient=" + patient.getUuid()).status());
        assertEquals(201, post("outcomeevent", offence()).status());
        assertEquals(403, get("trajectory/" + patient.getUuid()).status());
        assertEquals(403, get("assessment?patient=" + patient.getUuid()).status());
    }

    private Map<String, Object> offence() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("patient", patient.getUuid());
        body.put("kind", "NEW_OFFENCE");
        body.put("date", left.plusMonths(2).toString());
        body.put("violent", "NO");
        body.put("source", "SPIP");
        body.put("certainty", "ESTABLISHED");
        return body;
    }

    private Map<String, Object> check(String source, LocalDate day) {
        return checkOf(patient.getUuid(), source, day);
    }

    private static Map<String, Object> checkOf(String whom, String source, LocalDate day) {
        return Map.of(
                "patient",
                whom,
                "day",
                day.toString(),
                "kind",
                "OTHER",
                "source",
                source,
                "result",
                "NO_EVENT_KNOWN",
                "coversUntil",
                day.toString());
    }

    private static void assertStatus(String expected, JsonNode horizon) {
        assertEquals(
                expected,
                horizon.get("statuses").get(0).get("status").get("code").asText());
    }
}
