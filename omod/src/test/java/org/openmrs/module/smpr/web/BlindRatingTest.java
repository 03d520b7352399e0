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
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.User;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.TestAssessments;

/** What REST answers a second rater, and a first, until both have completed what they rate. */
public class BlindRatingTest extends SmprRestTest {

    private User first;

    private User second;

    @Before
    public void meet() {
        first = TestPeople.staff("SMPR: Rater");
        second = TestPeople.staff("SMPR: Rater");
    }

    @Test
    public void shouldAnswerTheSecondRaterAsIfThereWereNoFirstAndSayThatSomethingIsHidden() {
        String rating = rate(first, "2026-03-01", "CONSENSUS", "COMPLETE");
        String summary = fileSummary();
        String draft = rate(second, "2026-03-05", "INDEPENDENT", "DRAFT");

        assertEquals(Set.of(draft), listed());
        assertEquals(404, get("assessment/" + rating).status());
        assertEquals(
                404,
                post("assessment/" + rating, Map.of("reason", "none", "version", "1"))
                        .status());
        assertEquals(404, delete("assessment/" + rating + "?reason=none").status());
        assertEquals(404, get("summary/" + summary).status());
        assertEquals(
                0,
                get("summary?patient=" + patient.getUuid())
                        .json()
                        .get("results")
                        .size());
        JsonNode trajectory = get("trajectory/" + patient.getUuid() + "?v=full").json();
        assertTrue(trajectory.get("withheld").asBoolean());
        assertTrue(trajectory.get("version").isNull());
        assertTrue(trajectory.get("filedSummary").isNull());
        assertFalse(trajectory.toString().contains(rating));
        assertTrue(trajectory.get("gaps").toString().contains("\"HIDDEN\""));
        assertEquals(1, trajectory.get("summary").get("sentences").size());
        Answer report = get("trajectory/" + patient.getUuid() + "/report");
        assertEquals(Map.of("patient", List.of("blindRating")), report.faults());
        for (String instrument : List.of("", "?instrument=SAPROF")) {
            String chart = get("trajectory/" + patient.getUuid() + "/chart" + instrument)
                    .text();
            assertTrue(chart, chart.contains("hidden from this reader"));
            assertFalse(chart, chart.contains("1 March 2026"));
        }
    }

    @Test
    public void shouldAnswerTheFirstRaterAsIfThereWereNoSecond() {
        String draft = rate(first, "2026-03-01", "CONSENSUS", "DRAFT");
        String rating = rate(second, "2026-03-05", "INDEPENDENT", "COMPLETE");
        assertEquals(Set.of(rating), listed());

        TestPeople.signIn(first);
        assertEquals(Set.of(draft), listed());
        assertEquals(404, get("assessment/" + rating).status());
        JsonNode trajectory = get("trajectory/" + patient.getUuid()).json();
        assertFalse(trajectory.get("withheld").asBoolean());
        assertTrue(trajectory.get("gaps").toString().contains("\"HIDDEN\""));
        assertTrue(get("trajectory/" + patient.getUuid() + "/report").text().contains("a rating is hidden"));
    }

    @Test
    public void shouldAnswerBothOnceBothAreComplete() {
        String one = rate(first, "2026-03-01", "CONSENSUS", "COMPLETE");
        String other = rate(second, "2026-03-05", "INDEPENDENT", "COMPLETE");

        for (User rater : List.of(first, second)) {
            TestPeople.signIn(rater);
            assertEquals(Set.of(one, other), listed());
        }
        assertTrue(get("assessment/" + other + "?v=full").json().get("blind").asBoolean());
        assertTrue(get("assessment/" + one + "?v=full").json().get("blind").isNull());
    }

    private Set<String> listed() {
        JsonNode list = get("assessment?patient=" + patient.getUuid() + "&totalCount=true&v=default")
                .json();
        Set<String> uuids = new TreeSet<>();
        list.get("results").forEach(one -> uuids.add(one.get("uuid").asText()));
        assertEquals(uuids.size(), list.get("totalCount").asInt());
        return uuids;
    }

    private String rate(User user, String day, String role, String status) {
        TestPeople.signIn(user);
        return chart(body(
                TestAssessments.saprof(patient, day).with("raterRole", role).with("status", status)));
    }

    private String fileSummary() {
        String version =
                get("trajectory/" + patient.getUuid()).json().get("version").asText();
        Answer filed = post(
                "summary",
                Map.of("patient", patient.getUuid(), "language", "en", "text", List.of("Calmer."), "version", version));
        assertEquals(filed.text(), 201, filed.status());
        return filed.json().get("uuid").asText();
    }
}
