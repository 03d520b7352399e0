/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.PhaseSpan;

/** What the running demonstration shows of the invented men's ways through care, to each who may see it. */
public class DemoPathwayTest {

    private static RestClient reader;

    private static RestClient secretary;

    private static RestClient registrar;

    private static DemoCohort cohort;

    private static final Map<String, String> PATIENTS = new HashMap<>();

    @BeforeClass
    public static void start() throws Exception {
        String server = DemoServer.url();
        reader = new RestClient(server, DemoStaff.READER, DemoStaff.READER_PASSWORD);
        secretary = new RestClient(server, DemoStaff.SECRETARY, DemoStaff.SECRETARY_PASSWORD);
        registrar = new RestClient(server, DemoStaff.REGISTRAR, DemoStaff.REGISTRAR_PASSWORD);
        cohort = DemoCohort.read(LocalDate.now());
        for (int page = 0; page < 100; page += 50) {
            String search = "patient?q=INV-1&limit=50&startIndex=" + page + "&v=custom:(uuid,display)";
            for (JsonNode patient : reader.get(search).get("results")) {
                PATIENTS.put(patient.get("display").asText().split(" ")[0], patient.get("uuid").asText());
            }
        }
    }

    @Test
    public void shouldHaveThePhasesOfEveryMan_AndNothingWrongInAnyEpisode() throws Exception {
        for (DemoPerson man : cohort.people()) {
            String identifier = man.text("identifier");
            List<String> phases = texts(trajectory(identifier).at("/timeline/phases"), span -> span.at("/phase/code")
                            .asText() + " " + span.get("from").asText() + " " + span.get("to").asText());
            assertEquals(identifier, man.phases().stream().map(DemoPathwayTest::said).collect(Collectors.toList()), phases);
            for (JsonNode episode : episodes(identifier)) {
                assertEquals(identifier, 0, episode.get("faults").size());
            }
        }
    }

    private static String said(PhaseSpan span) {
        return span.getPhase() + " " + span.getFrom() + " " + (span.getTo() == null ? null : span.getTo().minusDays(1));
    }

    @Test
    public void shouldTellHowEachEpisodeEnded() throws Exception {
        assertEquals(List.of("COMPLETED APC"), ends("INV-101"));
        assertEquals(List.of("BROKEN-OFF APC"), ends("INV-149"));
        assertEquals(List.of("REINCARCERATED APC", "null CUSTODY"), ends("INV-151"));
        assertEquals(List.of("REINCARCERATED APC", "null CUSTODY"), ends("INV-147"));
        assertEquals(List.of("DIED APC"), ends("INV-134"));
        assertEquals(List.of("TRANSFERRED CUSTODY"), ends("INV-150"));
        assertEquals(List.of("OTHER CUSTODY"), ends("INV-155"));
        assertEquals(List.of("null APC"), ends("INV-103"));
        assertEquals(List.of("null PRE-RELEASE"), ends("INV-163"));
        assertEquals(List.of(), ends("INV-104"));
    }

    @Test
    public void shouldTellOfReleasesPlannedOrMade_AndOfExtensions() throws Exception {
        LocalDate today = LocalDate.now();
        assertEquals(today.plusDays(21).toString(), episodes("INV-163").get(0).get("plannedRelease").asText());
        JsonNode dry = episodes("INV-122").get(0).get("release");
        assertEquals("YES", dry.get("withoutSupervision").asText());
        assertEquals("SENTENCE-END", dry.get("manner").asText());
        JsonNode extended = episodes("INV-138").get(0);
        LocalDate released = LocalDate.parse(extended.get("released").asText());
        assertTrue(LocalDate.parse(extended.get("plannedEnd").asText()).isAfter(released.plusMonths(11)));
        JsonNode monitored = episodes("INV-136").get(0).get("release");
        assertEquals("DDSE", monitored.get("manner").asText());
        assertTrue(monitored.has("leftBuilding"));
        assertFalse("His écrou goes on", monitored.has("ecrouLifted"));
        JsonNode late = episodes("INV-127").get(0);
        assertTrue(late.get("ended").isNull());
        assertTrue(LocalDate.parse(late.get("plannedEnd").asText()).isBefore(today));
    }

    @Test
    public void shouldTellOfABreakInCare_AndOfARelayToProbationWithHisAgreement() throws Exception {
        LocalDate lastKept = all("smpr/contact", "INV-112").stream()
                .filter(contact -> contact.get("outcome").asText().equals("KEPT"))
                .map(contact -> LocalDate.parse(contact.get("date").asText().substring(0, 10)))
                .max(LocalDate::compareTo)
                .orElseThrow(AssertionError::new);
        assertTrue(lastKept.isBefore(LocalDate.now().minusWeeks(6)));
        List<String> relays = all("smpr/relay", "INV-102").stream()
                .map(relay -> relay.get("to").asText() + " " + relay.get("agreement").asText())
                .collect(Collectors.toList());
        assertEquals(List.of("SPIP YES", "CSAPA YES"), relays);
    }

    @Test
    public void shouldTellOfPlacesInTheFlatShare() throws Exception {
        JsonNode waiting = placement(secretary, "INV-137");
        assertEquals("WAITING HIGH", status(waiting) + " " + waiting.at("/priority/code").asText());
        assertTrue("Why is not for the secretary", waiting.get("priorityReason").isNull());
        assertEquals(
                "sort de prison sans logement",
                placement(reader, "INV-137").get("priorityReason").asText());
        assertEquals("DECLINED", status(placement(secretary, "INV-103")));
        assertEquals("RESERVED", status(placement(secretary, "INV-163")));
        JsonNode early = placement(reader, "INV-141");
        assertEquals("OWN_WISH", early.at("/leftBecause/code").asText());
        assertTrue(LocalDate.parse(early.get("leftOn").asText())
                .isBefore(LocalDate.parse(early.get("plannedEnd").asText()).minusMonths(3)));
        assertTrue(placement(secretary, "INV-143").get("overstaying").asBoolean());
        JsonNode unit = secretary.get("smpr/unit?v=default").at("/results/0");
        assertEquals(5, unit.get("capacity").asInt());
        assertEquals(3, unit.at("/today/living").asInt());
        assertEquals(1, unit.at("/today/overstaying").asInt());
    }

    @Test
    public void shouldTellOfOutcomesInTheirRegister() throws Exception {
        assertEquals("EVENT", now("INV-147"));
        // Nobody looked whether an event came before.
        assertEquals("DIED_NOT_KNOWN", now("INV-134"));
        assertEquals("FREE_KNOWN", horizon("INV-151", 12));
        assertTrue("An older sentence is no offence", followUp("INV-151").at("/now/daysNotAtRisk").asInt() > 300);
        assertEquals("NOT_KNOWN_SINCE", now("INV-148"));
        assertEquals(
                followUp("INV-148").get("indexDay").asText(),
                followUp("INV-148").at("/now/lostSince").asText());
        assertEquals("FREE_KNOWN", horizon("INV-133", 36));
        assertEquals("NOT_YET_REACHED", horizon("INV-133", 60));
        assertEquals("NOT_KNOWN_SINCE", horizon("INV-121", 12));
        assertFalse(followUp("INV-121").at("/now/noEventKnownUntil").isNull());
        assertEquals("NOT_RELEASED", followUp("INV-163").at("/noIndex/code").asText());
    }

    @Test
    public void shouldSayNothingOfTheRegisterInTrajectoriesAndEpisodes() throws Exception {
        for (DemoPerson man : cohort.people()) {
            String identifier = man.text("identifier");
            String patient = PATIENTS.get(identifier);
            String seen = reader.get("smpr/trajectory/" + patient + "?v=full").toString()
                    + reader.get("smpr/episode?v=full&patient=" + patient);
            for (String word : List.of("NEW_OFFENCE", "conviction", "qualification", "LOSS", "OLDER_SENTENCE", "SUICIDE")) {
                assertFalse(identifier + " has " + word, seen.contains(word));
            }
        }
        JsonNode offence = registrar.get("smpr/outcomeevent?v=default&patient=" + PATIENTS.get("INV-147"))
                .at("/results/0");
        String seen = trajectory("INV-147").toString();
        for (String day : List.of("date", "convicted")) {
            assertFalse(seen.contains(offence.get(day).asText()));
        }
        assertTrue(refuses(reader, "smpr/followup/" + PATIENTS.get("INV-147")));
        assertTrue(refuses(registrar, "smpr/trajectory/" + PATIENTS.get("INV-147")));
        assertTrue(refuses(secretary, "smpr/trajectory/" + PATIENTS.get("INV-147")));
    }

    private static boolean refuses(RestClient user, String path) throws Exception {
        try {
            user.get(path);
            return false;
        } catch (IllegalStateException e) {
            return e.getMessage().contains(": 403 ");
        }
    }

    @Test
    public void shouldShowWhereAFormAndTheEpisodeDisagree() throws Exception {
        Set<String> disagreeing = StreamSupport.stream(
                        reader.get("smpr/assessment?v=default&limit=100&patient=" + PATIENTS.get("INV-135"))
                                .get("results")
                                .spliterator(),
                        false)
                .filter(assessment -> assessment.get("warnings").toString().contains("phaseDisagrees"))
                .map(assessment -> assessment.get("phaseOfEpisode").asText())
                .collect(Collectors.toSet());
        assertEquals(Set.of("AFTER-CARE"), disagreeing);
    }

    private static JsonNode trajectory(String identifier) throws Exception {
        return reader.get("smpr/trajectory/" + PATIENTS.get(identifier));
    }

    private static List<JsonNode> episodes(String identifier) throws Exception {
        return all("smpr/episode", identifier);
    }

    private static List<JsonNode> all(String path, String identifier) throws Exception {
        List<JsonNode> all = new ArrayList<>();
        reader.get(path + "?v=default&limit=100&patient=" + PATIENTS.get(identifier))
                .get("results")
                .forEach(all::add);
        return all;
    }

    private static List<String> ends(String identifier) throws Exception {
        return episodes(identifier).stream()
                .map(episode -> episode.at("/endReason/code").asText("null") + " "
                        + episode.at("/phase/code").asText())
                .map(text -> text.startsWith(" ") ? "null" + text : text)
                .collect(Collectors.toList());
    }

    private static JsonNode placement(RestClient user, String identifier) throws Exception {
        return user.get("smpr/placement?v=default&patient=" + PATIENTS.get(identifier))
                .at("/results/0");
    }

    private static String status(JsonNode placement) {
        return placement.at("/status/code").asText();
    }

    private static JsonNode followUp(String identifier) throws Exception {
        return registrar.get("smpr/followup/" + PATIENTS.get(identifier));
    }

    private static String now(String identifier) throws Exception {
        return followUp(identifier).at("/now/status/code").asText();
    }

    private static String horizon(String identifier, int months) throws Exception {
        for (JsonNode horizon : followUp(identifier).get("horizons")) {
            if (Objects.equals(horizon.get("months").asInt(), months)) {
                return horizon.at("/statuses/0/status/code").asText();
            }
        }
        throw new AssertionError(identifier + " " + months);
    }

    private static List<String> texts(JsonNode list, Function<JsonNode, String> text) {
        List<String> texts = new ArrayList<>();
        list.forEach(one -> texts.add(text.apply(one)));
        return texts;
    }
}
