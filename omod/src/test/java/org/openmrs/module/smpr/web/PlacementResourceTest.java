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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.pathway.place.CareOnDay;
import org.openmrs.module.smpr.pathway.place.TestPathwayDays;

public class PlacementResourceTest extends SmprRestTest {

    private final LocalDate today = LocalDate.now();

    private String unit;

    @Before
    public void makeAUnit() {
        unit = unit(1);
        TestPathwayDays.in(applicationContext).inApc(patient);
    }

    @Test
    public void shouldBeDrivenFromTheWaitingListToTheEndOfTheStay() {
        Answer answer = post(
                "placement",
                Map.of(
                        "patient", patient.getUuid(),
                        "unit", unit,
                        "status", "WAITING",
                        "priority", "HIGH",
                        "priorityReason", "leaves in a month"));
        assertEquals(answer.text(), 201, answer.status());
        assertEquals(
                List.of(
                        "uuid",
                        "display",
                        "patient",
                        "patientVoided",
                        "unit",
                        "status",
                        "requestedOn",
                        "priority",
                        "priorityReason",
                        "offeredOn",
                        "reservedOn",
                        "from",
                        "plannedEnd",
                        "enteredOn",
                        "overstaying",
                        "leftOn",
                        "leftBecause",
                        "endedOn",
                        "reason",
                        "voided",
                        "version",
                        "links"),
                answer.names());
        JsonNode placement = answer.json();
        assertEquals(patient.getUuid(), placement.at("/patient/uuid").asText());
        assertEquals("UCTI", placement.at("/unit/display").asText());
        assertEquals("WAITING", placement.at("/status/code").asText());
        assertEquals("on the waiting list", placement.at("/status/display").asText());
        assertEquals(today.toString(), placement.get("requestedOn").asText());
        assertTrue(placement.get("display").asText().startsWith("UCTI: on the waiting list, "));

        placement = step(placement, Map.of("status", "OFFERED", "from", today.toString()));
        assertEquals(today.plusMonths(6).toString(), placement.get("plannedEnd").asText());
        placement = step(placement, Map.of("status", "RESERVED"));
        placement = step(placement, Map.of("status", "ENTERED"));
        assertEquals(today.toString(), placement.get("enteredOn").asText());
        assertFalse(placement.get("overstaying").asBoolean());
        placement = step(
                placement, Map.of("status", "LEFT", "leftBecause", "HOSPITALIZED", "reason", "asked for it himself"));
        assertEquals("hospitalized", placement.at("/leftBecause/display").asText());
        assertEquals("asked for it himself", placement.get("reason").asText());
        String uuid = placement.get("uuid").asText();
        assertEquals(placement, get("placement/" + uuid).json());
        assertEquals(
                List.of("creator", "dateCreated", "changedBy", "dateChanged"),
                namesOf(get("placement/" + uuid + "?v=full").json().get("auditInfo")));
        assertEquals(
                Map.of("status", List.of("placementEnded")),
                post("placement/" + uuid, Map.of("status", "ENTERED")).faults());
    }

    @Test
    public void shouldAnswerAConflictWithTheDayFromWhichAPlaceIsFree() {
        String end = today.plusDays(30).toString();
        post("placement", reservation().put("plannedEnd", end).body());
        Map<String, Object> another = reservation().put("patient", man()).body();

        JsonNode error = post("placement", another).error(409);
        assertEquals("smpr.place.FULL", error.get("code").asText());
        assertEquals(end, error.get("freeFrom").asText());
        String day = Messages.language().day(today.plusDays(30));
        assertTrue(error.get("message").asText(), error.get("message").asText().contains("From " + day + " on"));
        Context.setLocale(Locale.FRENCH);
        assertTrue(
                post("placement", another).error(409).get("message").asText().startsWith("Aucune place n’est libre"));
        another.put("from", end);
        assertEquals(201, post("placement", another).status());
    }

    @Test
    public void shouldAnswerAConflictWhereThePersonHasAnotherOpenPlacement() {
        post("placement", reservation().body());

        JsonNode error =
                post("placement", reservation().put("unit", unit(2)).body()).error(409);
        assertEquals("smpr.place.ALREADY_OPEN", error.get("code").asText());
        assertFalse(error.has("freeFrom"));
    }

    @Test
    public void shouldAnswerAConflictWhereItHasChangedMeanwhile() {
        JsonNode placement = post("placement", reservation().body()).json();
        String path = "placement/" + placement.get("uuid").asText();
        String version = placement.get("version").asText();
        post(path, Map.of("from", today.plusDays(1).toString(), "version", version));

        assertEquals(
                "smpr.changedMeanwhile",
                post(path, Map.of("status", "ENTERED", "version", version))
                        .error(409)
                        .get("code")
                        .asText());
    }

    @Test
    public void shouldNameEveryFaultByItsField() {
        assertEquals(
                Map.of(
                        "patient", List.of("missing"),
                        "unit", List.of("missing"),
                        "status", List.of("missing")),
                post("placement", Map.of()).faults());
        Map<String, Object> body = new HashMap<>();
        body.put("patient", 7);
        body.put("unit", "none");
        body.put("status", "MOVED");
        body.put("from", "tomorrow");
        body.put("colour", "blue");
        assertEquals(
                Map.of(
                        "patient", List.of("notAText"),
                        "unit", List.of("unknownUnit"),
                        "status", List.of("notOneOf"),
                        "from", List.of("notADate"),
                        "colour", List.of("unknownProperty")),
                post("placement", body).faults());
        assertEquals(
                Map.of("unit", List.of("notAUuid"), "status", List.of("notOneOf")),
                get("placement?unit=x&status=WAITING,").faults());
        get("placement/none").error(404);
        post("placement/none", Map.of("status", "LEFT")).error(404);
    }

    @Test
    public void shouldRefuseTheFlatShareOutsideOfPostPrisonCare() {
        TestPathwayDays.in(applicationContext).from(patient, "2020-01-01", CareOnDay.BEFORE_RELEASE);

        Answer answer = post("placement", reservation().put("status", "ENTERED").without("from"));
        assertEquals(Map.of("enteredOn", List.of("beforeRelease")), answer.faults());
        assertEquals(201, post("placement", reservation().body()).status());
    }

    @Test
    public void shouldListByUnitStatusAndPatientPageByPage() {
        String large = unit(3);
        String waiting =
                post("placement", waiting(large, "NORMAL")).json().get("uuid").asText();
        String urgent =
                post("placement", waiting(large, "URGENT")).json().get("uuid").asText();
        String reserved = post("placement", reservation().put("unit", large).body())
                .json()
                .get("uuid")
                .asText();
        String path = "placement?unit=" + large;

        JsonNode found = get(path + "&status=WAITING").json().get("results");
        assertEquals(2, found.size());
        assertEquals(List.of("uuid", "display", "links"), namesOf(found.get(0)));
        assertEquals(urgent, found.at("/0/uuid").asText());
        assertEquals(waiting, found.at("/1/uuid").asText());
        assertEquals(
                waiting,
                get(path + "&status=WAITING,OFFERED&limit=1&startIndex=1")
                        .first()
                        .get("uuid")
                        .asText());
        assertEquals(
                reserved,
                get("placement?patient=" + patient.getUuid())
                        .first()
                        .get("uuid")
                        .asText());
        assertEquals(3, get(path + "&totalCount=true").json().get("totalCount").asInt());
    }

    @Test
    public void shouldBeVoidedWithAReason() {
        String uuid = post("placement", reservation().body()).json().get("uuid").asText();
        assertEquals(
                Map.of("reason", List.of("missing")),
                delete("placement/" + uuid).faults());
        assertEquals(204, delete("placement/" + uuid + "?reason=mistaken").status());

        JsonNode voided = get("placement/" + uuid + "?v=full").json();
        assertTrue(voided.get("voided").asBoolean());
        assertEquals("mistaken", voided.at("/auditInfo/voidReason").asText());
        assertEquals(0, get("placement?unit=" + unit).json().get("results").size());
        assertEquals(
                1,
                get("placement?includeAll=true&unit=" + unit)
                        .json()
                        .get("results")
                        .size());
        delete("placement/" + uuid + "?purge=true").error(405);
        assertEquals(0, get("unit/" + unit).json().at("/today/reserved").asInt());
    }

    @Test
    public void shouldBeForThoseWhoHaveThePrivileges() {
        String uuid = post("placement", reservation().body()).json().get("uuid").asText();
        String path = "placement/" + uuid;
        TestPeople.signInWith(List.of("SMPR: Secretary"), List.of());
        assertEquals(200, get(path).status());
        assertTrue("why is of his care", get(path).json().get("priorityReason").isNull());
        assertEquals(200, get("unit/" + unit).status());
        post(path, Map.of("status", "ENTERED")).error(403);
        delete(path + "?reason=test").error(403);
        post("unit/" + unit, Map.of("capacity", 2)).error(403);

        authenticate();
        TestPeople.signInWith(List.of("SMPR: Follower"), List.of());
        assertEquals(200, post(path, Map.of("status", "ENTERED")).status());
        post("unit/" + unit, Map.of("capacity", 2)).error(403);

        authenticate();
        TestPeople.signInWith(List.of("SMPR: Administrator"), List.of());
        assertEquals(200, post("unit/" + unit, Map.of("capacity", 2)).status());
        delete(path + "?reason=test").error(403);
    }

    @Test
    public void shouldShowAUnitWithItsOccupancy() {
        post(
                "placement",
                reservation().put("plannedEnd", today.plusDays(10).toString()).body());

        Answer answer = get("unit/" + unit);
        assertEquals(
                List.of(
                        "uuid",
                        "display",
                        "name",
                        "location",
                        "capacity",
                        "today",
                        "nextFreeDay",
                        "daysToNextFreePlace",
                        "stay",
                        "retired",
                        "version",
                        "links"),
                answer.names());
        JsonNode shown = answer.json();
        assertEquals(
                "{\"night\":\"" + today + "\",\"living\":0,\"overstaying\":0,\"reserved\":1,\"free\":0}",
                shown.get("today").toString());
        assertEquals(today.plusDays(10).toString(), shown.get("nextFreeDay").asText());
        assertEquals(10, shown.get("daysToNextFreePlace").asInt());
        assertFalse(shown.at("/stay/free").asBoolean());
        JsonNode over = get("unit/" + unit + "?v=full&from=" + today.plusDays(9) + "&to=" + today.plusDays(11))
                .json();
        assertEquals(2, over.get("occupancy").size());
        assertEquals(0, over.at("/occupancy/0/free").asInt());
        assertEquals(1, over.at("/occupancy/1/free").asInt());
        assertEquals(today.plusDays(10).toString(), over.at("/stay/freeFrom").asText());
        assertTrue(get("unit/" + unit + "?from=" + today.plusDays(10))
                .json()
                .at("/stay/free")
                .asBoolean());
    }

    @Test
    public void shouldMakeChangeAndRetireAUnit() {
        assertEquals(
                Map.of("name", List.of("missing"), "location", List.of("missing"), "capacity", List.of("notANumber")),
                post("unit", Map.of("capacity", "five")).faults());
        assertEquals(
                Map.of("from", List.of("notADate"), "to", List.of("notADate")),
                get("unit?from=x&to=y").faults());
        assertEquals(
                Map.of("to", List.of("endNotAfterStart")),
                get("unit?from=2026-03-02&to=2026-03-02").faults());
        assertEquals(
                Map.of("to", List.of("tooManyNights")),
                get("unit?from=2026-03-02&to=2028-03-03").faults());
        post("placement", reservation().body());
        assertEquals(
                "smpr.place.UNIT_IN_USE",
                delete("unit/" + unit + "?reason=closed").error(409).get("code").asText());

        String other = unit(2);
        assertEquals(2, get("unit").json().get("results").size());
        assertEquals(
                Map.of("reason", List.of("missing")), delete("unit/" + other).faults());
        assertEquals(204, delete("unit/" + other + "?reason=closed").status());
        assertEquals(1, get("unit").json().get("results").size());
        assertEquals(2, get("unit?includeAll=true").json().get("results").size());
        assertEquals(
                "closed",
                get("unit/" + other + "?v=full")
                        .json()
                        .at("/auditInfo/retireReason")
                        .asText());
        assertFalse(post("unit/" + other, Map.of("deleted", false))
                .json()
                .get("retired")
                .asBoolean());
        assertEquals(
                7,
                post("unit/" + other, Map.of("capacity", 7))
                        .json()
                        .get("capacity")
                        .asInt());
    }

    private JsonNode step(JsonNode placement, Map<String, Object> body) {
        Map<String, Object> versioned = new HashMap<>(body);
        versioned.put("version", placement.get("version").asText());
        Answer answer = post("placement/" + placement.get("uuid").asText(), versioned);
        assertEquals(answer.text(), 200, answer.status());
        return answer.json();
    }

    private String unit(int capacity) {
        return post(
                        "unit",
                        Map.of("name", "UCTI", "location", TestPeople.location().getUuid(), "capacity", capacity))
                .json()
                .get("uuid")
                .asText();
    }

    private String man() {
        return TestPathwayDays.in(applicationContext)
                .inApc(TestPeople.patient())
                .getUuid();
    }

    private Map<String, Object> waiting(String where, String priority) {
        return new Posted()
                .put("patient", man())
                .put("unit", where)
                .put("status", "WAITING")
                .put("priority", priority)
                .put("priorityReason", "invented")
                .body();
    }

    /** A place from today on. */
    private Posted reservation() {
        return new Posted()
                .put("patient", patient.getUuid())
                .put("unit", unit)
                .put("status", "RESERVED")
                .put("from", today.toString());
    }

    private static final class Posted {

        private final Map<String, Object> body = new HashMap<>();

        Posted put(String field, Object value) {
            body.put(field, value);
            return this;
        }

        Map<String, Object> without(String field) {
            body.remove(field);
            return body;
        }

        Map<String, Object> body() {
            return body;
        }
    }
}
