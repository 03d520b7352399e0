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
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import org.junit.Test;

/** The care pathway over REST: an episode from its beginning to its end, and the care delivered. */
public class EpisodeResourceTest extends SmprRestTest {

    @Test
    public void shouldLeadAnEpisodeFromCustodyToItsEnd() {
        String uuid = begin();
        JsonNode outside = post(
                        "episode/" + uuid,
                        Map.of(
                                "phase",
                                "APC",
                                "phaseFrom",
                                "2025-08-04",
                                "release",
                                Map.of("leftBuilding", "2025-08-04", "manner", "SENTENCE-END")))
                .json();
        assertEquals("APC", outside.get("phase").get("code").asText());
        assertEquals("2025-08-04", outside.get("released").asText());
        assertEquals("2026-02-04", outside.get("plannedEnd").asText());
        assertEquals("SENTENCE-END", outside.get("release").get("manner").asText());
        assertEquals("2025-08-03", outside.get("phases").get(0).get("to").asText());

        JsonNode ended = post("episode/" + uuid, Map.of("ended", "2026-02-04", "end", Map.of("reason", "COMPLETED")))
                .json();
        assertEquals("COMPLETED", ended.get("endReason").get("code").asText());
        assertEquals("2026-02-04", ended.get("ended").asText());
        assertEquals(
                1,
                get("episode?patient=" + patient.getUuid())
                        .json()
                        .get("results")
                        .size());
        assertEquals(
                "post-prison care (APC), in care from 2025-01-10 to 2026-02-04",
                ended.get("display").asText());
    }

    @Test
    public void shouldChangeNothingWhereWhatWasReadIsSentBack() throws Exception {
        String uuid = begin();
        post(
                "episode/" + uuid,
                Map.of("phase", "PRE-RELEASE", "phaseFrom", "2025-06-01", "release", Map.of("planned", "2025-08-01")));
        JsonNode read = get("episode/" + uuid).json();
        Map<?, ?> body = new ObjectMapper().convertValue(read, Map.class);
        JsonNode again = post("episode/" + uuid, body).json();
        assertEquals(read, again);
        post("episode/" + uuid, Map.of("ended", "2025-07-01", "end", Map.of("reason", "TRANSFERRED")));
        JsonNode ended = get("episode/" + uuid).json();
        assertEquals(
                ended,
                post("episode/" + uuid, new ObjectMapper().convertValue(ended, Map.class))
                        .json());
    }

    @Test
    public void shouldNameEveryFaultAtOnce() {
        JsonNode refused = post(
                        "episode",
                        Map.of(
                                "patient",
                                patient.getUuid(),
                                "begun",
                                "yesterday",
                                "nonsense",
                                1,
                                "reopened",
                                "yes",
                                "entry",
                                Map.of("legalStatus", "FREE"),
                                "release",
                                "soon"))
                .error(400);
        assertTrue(refused.toString(), refused.get("fieldErrors").has("begun"));
        for (String field : List.of("begun", "nonsense", "reopened", "entry.legalStatus", "release")) {
            assertTrue(field, refused.get("fieldErrors").has(field));
        }
    }

    @Test
    public void shouldRefuseWhatCannotFollowWithTheReason() {
        String uuid = begin();
        JsonNode refused = post("episode/" + uuid, Map.of("phase", "APC", "phaseFrom", "2025-08-04"))
                .error(400);
        assertEquals(
                "Post-prison care begins on the day of leaving the building or later, and that day is charted.",
                refused.get("fieldErrors").get("phase").get(0).get("message").asText());
        post("episode", Map.of("patient", patient.getUuid(), "begun", "2025-03-01"))
                .error(400);
    }

    @Test
    public void shouldAnswer409WhereSomebodyElseWasFaster() {
        String uuid = begin();
        String version = get("episode/" + uuid).json().get("version").asText();
        post("episode/" + uuid, Map.of("phase", "PRE-RELEASE", "phaseFrom", "2025-06-01"));
        post("episode/" + uuid, Map.of("version", version, "phase", "CUSTODY", "phaseFrom", "2025-07-01"))
                .error(409);
    }

    @Test
    public void shouldChartAKeptVisitInThreeAnswers() {
        JsonNode contact = post(
                        "contact", Map.of("patient", patient.getUuid(), "kind", "HOME-VISIT", "outcome", "KEPT"))
                .json();
        assertEquals("KEPT", contact.get("outcome").asText());
        JsonNode full =
                get("contact/" + contact.get("uuid").asText() + "?v=full").json();
        assertEquals(
                "visit at home", full.get("answers").get(0).get("valueDisplay").asText());
        JsonNode missed = post("contact/" + contact.get("uuid").asText(), Map.of("outcome", "MISSED"))
                .json();
        assertEquals("MISSED", missed.get("outcome").asText());
        assertEquals(
                204,
                delete("contact/" + contact.get("uuid").asText() + "?reason=the+wrong+man")
                        .status());
        assertEquals(
                0,
                get("contact?patient=" + patient.getUuid())
                        .json()
                        .get("results")
                        .size());
        assertFalse(get("action/" + contact.get("uuid").asText()).status() < 400);
    }

    private String begin() {
        return post(
                        "episode",
                        Map.of(
                                "patient",
                                patient.getUuid(),
                                "begun",
                                "2025-01-10",
                                "entry",
                                Map.of("legalStatus", "REMAND", "offence", List.of("VIOLENCE"))))
                .json()
                .get("uuid")
                .asText();
    }
}
