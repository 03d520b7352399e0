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
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.site.SiteService;

/** What is due over REST: in an episode, and in the service. */
public class WorklistResourceTest extends SmprRestTest {

    private static final LocalDate TODAY = LocalDate.now();

    /** As a site in another prison might set it. */
    private static final String SETTINGS = "{'format': 1, 'careGap': {'days': 21}, 'waves': [{'code': 'A',"
            + "'label': {'en': 'first', 'fr': 'premier'}, 'instruments': ['HCR20V3', 'SAPROF'], 'countedFrom': 'ENTRY',"
            + "'offset': {'days': 30}, 'window': {'daysBefore': 10, 'daysAfter': 10}}]}";

    @Before
    public void setPlan() {
        Context.getService(SiteService.class).acceptSettings("test", SETTINGS.replace('\'', '"'));
    }

    @Test
    public void shouldTellWhatIsDueInAnEpisodeAndHowLongAgoHeWasSeen() {
        String uuid = begin(patient.getUuid(), 35);
        String assessment = chart(body(TestAssessments.saprof(patient, day(3))));
        String unscheduled = chart(body(TestAssessments.saprof(patient, day(30))));
        post("contact", Map.of("patient", patient.getUuid(), "date", day(5), "kind", "CUSTODY", "outcome", "KEPT"));
        JsonNode episode = get("episode/" + uuid).json();
        assertEquals("A", episode.at("/waves/0/wave/code").asText());
        assertEquals("first", episode.at("/waves/0/wave/display").asText());
        assertEquals("HCR20V3", episode.at("/waves/0/instrument/code").asText());
        assertEquals("DUE", episode.at("/waves/0/status/code").asText());
        assertEquals(day(5), episode.at("/waves/0/due").asText());
        assertEquals(day(15), episode.at("/waves/0/from").asText());
        assertTrue(episode.at("/waves/0/assessment").isNull());
        assertEquals("DONE", episode.at("/waves/1/status/code").asText());
        assertEquals(assessment, episode.at("/waves/1/assessment/uuid").asText());
        assertTrue(episode.at("/waves/1/inWindow").asBoolean());
        assertEquals(unscheduled, episode.at("/unscheduled/0/uuid").asText());
        assertEquals(day(5), episode.at("/care/lastKept").asText());
        assertEquals(5, episode.at("/care/daysSince").asInt());
        assertFalse(episode.at("/care/broken").asBoolean());
        assertEquals(30, episode.at("/care/breaks/0/days").asInt());
    }

    @Test
    public void shouldShowWhoIsDueWithCountsAndNothingThatWasCharted() {
        begin(patient.getUuid(), 60);
        begin(TestPeople.patient().getUuid(), 30);
        JsonNode all = get("worklist").json();
        assertEquals(6, all.get("results").size());
        JsonNode first = all.get("results").get(0);
        assertEquals(
                List.of(
                        "uuid",
                        "display",
                        "patient",
                        "episode",
                        "kind",
                        "status",
                        "due",
                        "overdueSince",
                        "phase",
                        "inCharge",
                        "wave",
                        "instrument",
                        "from",
                        "to",
                        "links"),
                namesOf(first));
        assertEquals("OVERDUE", first.at("/status/code").asText());
        assertEquals(
                "{\"total\":6,\"byStatus\":{\"OVERDUE\":4,\"DUE\":2},\"byKind\":{\"ASSESSMENT\":4,\"CONTACT\":2},"
                        + "\"byPhase\":{\"CUSTODY\":6}}",
                all.get("counts").toString());
        JsonNode page =
                get("worklist?kind=ASSESSMENT&status=OVERDUE&phase=CUSTODY&limit=1&startIndex=1&totalCount=true")
                        .json();
        assertEquals(1, page.get("results").size());
        assertEquals(2, page.get("totalCount").asInt());
        assertEquals(
                "assessment: SAPROF, first, " + day(30),
                page.at("/results/0/display").asText());
        assertEquals(0, get("worklist?to=" + day(200)).json().get("results").size());
    }

    @Test
    public void shouldRefuseWhatCannotBeAskedFor() {
        JsonNode refused = get("worklist?kind=NIGHT&status=DONE&phase=UCTI&from=tomorrow&inCharge=me")
                .error(400);
        assertEquals(List.of("kind", "status", "phase", "inCharge", "from"), namesOf(refused.at("/fieldErrors")));
        get("worklist/" + patient.getUuid()).error(405);
    }

    @Test
    public void shouldAskForThePlansOfAPageAtOnce() {
        begin(patient.getUuid(), 60);
        long one = statements();
        for (int i = 0; i < 5; i++) {
            begin(TestPeople.patient().getUuid(), 60);
        }
        // The access log has an entry a person.
        assertEquals(one + 5, statements());
    }

    private long statements() {
        get("episode?v=full");
        Context.flushSession();
        Context.clearSession();
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        get("episode?v=custom:(uuid,waves,care)");
        return statistics.getPrepareStatementCount();
    }

    private String begin(String person, int daysAgo) {
        return post("episode", Map.of("patient", person, "begun", day(daysAgo)))
                .json()
                .get("uuid")
                .asText();
    }

    private static String day(int daysAgo) {
        return TODAY.minusDays(daysAgo).toString();
    }
}
