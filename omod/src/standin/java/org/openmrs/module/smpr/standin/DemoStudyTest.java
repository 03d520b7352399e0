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
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.BeforeClass;
import org.junit.Test;

/** What the study of the running demonstration finds: of every state of taking part somebody, and enough for every analysis to say something. */
public class DemoStudyTest {

    private static final List<String> ANALYSES =
            List.of("flow", "baseline", "survival", "change", "validity", "reliability", "implementation", "uctieffect");

    private static RestClient analyst;

    private static RestClient coordinator;

    private static DemoCohort cohort;

    @BeforeClass
    public static void start() throws Exception {
        analyst = new RestClient(DemoServer.url(), DemoStaff.ANALYST, DemoStaff.ANALYST_PASSWORD);
        coordinator = new RestClient(DemoServer.url(), DemoStaff.COORDINATOR, DemoStaff.COORDINATOR_PASSWORD);
        cohort = DemoCohort.read(LocalDate.now());
    }

    @Test
    public void shouldHaveMenInEveryStateOfTakingPart() throws Exception {
        Map<String, Integer> states = new TreeMap<>();
        for (JsonNode participant : coordinator.get("smpr/study/participant?v=default&limit=100").get("results")) {
            assertEquals(participant.toString(), 0, participant.get("faults").size());
            if (isOfTheCohort(participant)) {
                states.merge(participant.at("/state/code").asText(), 1, Integer::sum);
            }
        }
        assertEquals(
                Map.of(
                        "CONSIDERED", 2, "NOT_ELIGIBLE", 3, "ELIGIBLE", 2, "INFORMED", 2, "OPPOSED_BEFORE_INCLUSION", 3,
                        "INCLUDED", 41, "STOPPED_COLLECTING", 2, "STOPPED_USING", 1),
                states);
    }

    /** Other tests have people of their own take part. */
    private static boolean isOfTheCohort(JsonNode participant) throws Exception {
        String patient = participant.at("/patient/uuid").asText();
        return coordinator
                .get("patient/" + patient + "?v=custom:(display)")
                .get("display")
                .asText()
                .startsWith("INV-");
    }

    @Test
    public void shouldHaveAPlanThatIsOlderThanWhatItPlans_SoThatAnalysesArePlanned() throws Exception {
        JsonNode found = analyst.get("smpr/study/survival");
        assertEquals(cohort.studyPlanned().toString(), found.at("/plan/date").asText());
        assertTrue(found.at("/findings/0/planned").asBoolean());
        assertFalse(analyst.get("smpr/study/survival?counted=ANY_BY_CONVICTION&horizon=18")
                .at("/findings/0/planned")
                .asBoolean());
    }

    @Test
    public void shouldHaveEventsDeathsAndLossesEnoughForACurve() throws Exception {
        JsonNode incidence = analyst.get("smpr/study/survival").at("/findings/0/tables/0");
        assertEquals("incidence", incidence.get("code").asText());
        JsonNode last = incidence.get("rows").get(incidence.get("rows").size() - 1);
        assertEquals("60", last.at("/horizon/code").asText());
        assertTrue(last.toString(), 10 <= last.get("events").asInt() && last.get("events").asInt() <= 14);
        assertTrue(last.toString(), last.get("deaths").asInt() >= 2);
        assertTrue(last.toString(), last.get("atRisk").asInt() >= 1);
        assertTrue(analyst.get("smpr/study/survival").at("/findings/0/figures/0/curves/0/times").size() > 8);
    }

    @Test
    public void shouldHaveEachAnalysisSaySomething() throws Exception {
        for (String analysis : ANALYSES) {
            JsonNode findings = analyst.get("smpr/study/" + analysis).get("findings");
            assertTrue(analysis, findings.size() > 0);
            for (JsonNode finding : findings) {
                assertTrue(finding.get("title").asText(), finding.get("n").asInt() > 0);
                assertTrue(finding.get("title").asText(), finding.get("tables").size() > 0);
            }
        }
    }

    @Test
    public void shouldNameNobodyInTheReport_WhetherItStaysOrLeaves() throws Exception {
        for (String report : List.of("smpr/study/report", "smpr/study/report?leave=true")) {
            String text = new String(analyst.bytes(report), StandardCharsets.UTF_8);
            assertTrue(text.contains("<svg "));
            for (DemoPerson man : cohort.people()) {
                for (String name : List.of("identifier", "givenName", "familyName", "birthdate")) {
                    assertFalse(man.text(name), text.matches("(?s).*\\b" + man.text(name) + "\\b.*"));
                }
            }
        }
    }
}
