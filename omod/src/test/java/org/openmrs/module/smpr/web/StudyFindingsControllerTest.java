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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.AccessLogEntry;
import org.openmrs.module.smpr.site.AccessLogSearch;
import org.openmrs.module.smpr.site.AccessLogService;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.study.plan.StudyPlanService;
import org.openmrs.module.smpr.study.plan.TestPlans;
import org.springframework.http.HttpMethod;

/** {@code smpr/study/flow} and the other analyses, and {@code smpr/study/report}. */
public class StudyFindingsControllerTest extends SmprRestTest {

    private static final String SUPPRESSING = "{\"format\": 1, \"study\": {\"suppressBelow\": 5}}";

    private static final List<String> OF_A_FINDING = List.of(
            "code",
            "title",
            "about",
            "planned",
            "standing",
            "n",
            "missing",
            "definitions",
            "notes",
            "tables",
            "figures");

    @Before
    public void considerOne() {
        Context.getService(StudyPlanService.class).accept(null, TestPlans.WHOLE);
        String episode = post("episode", Map.of("patient", patient.getUuid(), "begun", "2025-01-10"))
                .json()
                .get("uuid")
                .asText();
        Map<String, Object> included = Map.of(
                "patient",
                patient.getUuid(),
                "indexEpisode",
                episode,
                "criteria",
                Map.of("followed", "YES", "leaves-region", "NO"),
                "dateInformed",
                "2025-02-01",
                "dateNotOpposed",
                "2025-02-15",
                "dateIncluded",
                "2025-02-15");
        Answer recorded = post("study/participant", included);
        assertEquals(recorded.text(), 201, recorded.status());
    }

    @Test
    public void shouldTellWhatWasFound_OfWhichRecord_ByWhichSoftware_AndUnderWhichPlan() {
        JsonNode found = get("study/flow").json();
        assertEquals(List.of("asOf", "softwareVersion", "plan", "findings"), namesOf(found));
        assertEquals(1, found.get("plan").get("version").asInt());
        assertTrue(found.get("plan").get("sha256").asText().matches("[0-9a-f]{64}"));
        assertTrue(found.get("asOf").asText().matches("\\d{4}-\\d\\d-\\d\\dT.*"));
        JsonNode finding = found.get("findings").get(0);
        assertEquals(OF_A_FINDING, namesOf(finding));
        assertEquals("flow", finding.get("code").asText());
        assertEquals(1, finding.get("n").asInt());
        assertTrue(
                "It is no analysis that could be planned",
                finding.get("planned").isNull());
    }

    @Test
    public void shouldGiveEachRowOfATableTheSameNames_WithValuesAsTheyAre() {
        JsonNode table =
                get("study/flow").json().get("findings").get(0).get("tables").get(0);
        assertEquals(List.of("code", "title", "about", "columns", "rows", "notes"), namesOf(table));
        assertEquals(
                List.of("code", "heading", "kind", "decimals"),
                namesOf(table.get("columns").get(0)));
        List<String> columns = codes(table.get("columns"));
        List<String> steps = new ArrayList<>();
        for (JsonNode row : table.get("rows")) {
            assertEquals(columns, namesOf(row));
            assertEquals(List.of("code", "display"), namesOf(row.get("step")));
            assertTrue(row.get("n").isIntegralNumber());
            steps.add(row.get("step").get("code").asText() + " " + row.get("n").asInt());
        }
        assertTrue(
                steps.toString(), steps.containsAll(List.of("considered 1", "included 1", "analysed 1", "released 0")));
    }

    @Test
    public void shouldNeverUseANameOfAColumnTwice() {
        for (String analysis : List.of("flow", "baseline", "survival", "change", "reliability", "implementation")) {
            for (JsonNode finding : get("study/" + analysis).json().get("findings")) {
                finding.get("tables").forEach(table -> {
                    List<String> columns = codes(table.get("columns"));
                    assertEquals(
                            table.get("code").asText(),
                            columns.stream().distinct().count(),
                            columns.size());
                });
            }
        }
    }

    @Test
    public void shouldSayNothingWhereNothingIsDefined_AsJsonDoes() {
        JsonNode numbers = get("study/baseline")
                .json()
                .get("findings")
                .get(0)
                .get("tables")
                .get(0);
        JsonNode row = numbers.get("rows").get(0);
        assertEquals("age", row.get("variable").get("code").asText());
        assertTrue("The spread of one man", row.get("sd").isNull());
    }

    @Test
    public void shouldSpeakTheLanguageOfTheSession() {
        Context.setLocale(Locale.FRENCH);
        JsonNode finding = get("study/flow").json().get("findings").get(0);
        assertEquals("Flux des participants", finding.get("title").asText());
        assertTrue(finding.get("definitions").get(0).isTextual());
    }

    @Test
    public void shouldAnswerWhatIsAsked_AndSayThatItWasNotPlanned() {
        JsonNode finding = get("study/survival?counted=ANY_BY_FACTS&horizon=END_OF_CARE,7")
                .json()
                .get("findings")
                .get(0);
        assertEquals(false, finding.get("planned").asBoolean());
        assertFalse(finding.get("standing").get(0).asText().startsWith("smpr."));
        assertEquals(
                1,
                get("study/survival?counted=ANY_BY_FACTS&horizon=12")
                        .json()
                        .get("findings")
                        .size());
    }

    @Test
    public void shouldNameEveryParameterThatIsWrong_AlsoWhereItIsAnotherAnalysis() {
        assertEquals(
                Map.of(
                        "counted", List.of("notOneOf"),
                        "horizon", List.of("notANumber", "outOfRange"),
                        "measure", List.of("unknownProperty"),
                        "foo", List.of("unknownProperty")),
                get("study/survival?counted=ANY&horizon=x,601&measure=SAPROF.FPJ&foo=1")
                        .faults());
        assertEquals(
                Map.of("horizon", List.of("missing")),
                get("study/survival?counted=ANY_BY_FACTS").faults());
        assertEquals(
                Map.of("patient", List.of("unknownProperty")),
                get("study/flow?patient=x").faults());
        assertEquals(Map.of("v", List.of("notOneOf")), get("study/flow?v=full").faults());
        assertEquals(
                Map.of("to", List.of("noLaterWave"), "measures", List.of("measureNeverChanges")),
                get("study/change?from=T1&to=T0&measures=HCR20V3.scale.H").faults());
        assertEquals(
                Map.of("measures", List.of("measureIsJudgement", "unknownMeasure")),
                order(get("study/change?from=T0&to=T1&measures=SAPROF.FPJ,FOO").faults()));
        assertEquals(
                Map.of("from", List.of("notOneOf"), "to", List.of("missing"), "measures", List.of("missing")),
                get("study/change?from=T9").faults());
        assertEquals(
                Map.of("measures", List.of("unknownMeasure")),
                get("study/reliability?measures=HCR20V3.scale.C,FOO").faults());
    }

    /** Faults of one field come in no order that means anything. */
    private static Map<String, List<String>> order(Map<String, List<String>> faults) {
        faults.replaceAll((field, codes) -> codes.stream().sorted().collect(Collectors.toList()));
        return faults;
    }

    @Test
    public void shouldCountNoViolenceThatNobodyHasDefined() {
        assertEquals(
                Map.of("counted", List.of("violenceNotDefined")),
                get("study/survival?counted=VIOLENT_BY_FACTS&horizon=12").faults());
    }

    @Test
    public void shouldGiveAnAnalysisAsAPageToo_ThatFetchesNothing_AndTakesTheStyleOfWhereItIsShown() {
        Answer page = get("study/flow?v=html");
        assertEquals("text/html;charset=UTF-8", page.header("Content-Type"));
        assertTrue(page.header("Content-Security-Policy").startsWith("default-src 'none'"));
        assertTrue(page.text().contains("<svg "));
        assertFalse(page.text(), page.text().matches("(?s).*(<style|\\sstyle=).*"));
        assertFalse(page.header("Content-Security-Policy").contains("unsafe-inline"));
        assertFalse(page.text(), page.text().matches("(?s).*(src=|href=\"http|<script).*"));
    }

    @Test
    public void shouldGiveTheReport_WithSmallNumbersOnlyAsLongAsItStays() {
        String inside = get("study/report").text();
        assertTrue(inside.contains("This report stays in the service"));
        assertEquals(
                "smpr.job.reason.SUPPRESSION_NOT_SET",
                get("study/report?leave=true").error(409).get("code").asText());
        Context.getService(SiteService.class).acceptSettings("test", SUPPRESSING);
        String outside = get("study/report?leave=true").text();
        assertTrue(outside.contains("Counts from 1 to fewer than 5 are not told"));
        assertTrue(outside.contains("not told"));
        assertFalse(inside.contains("not told"));
        assertEquals(
                Map.of(
                        "leave", List.of("notOneOf"),
                        "unfolded", List.of("notOneOf"),
                        "x", List.of("unknownProperty")),
                get("study/report?leave=maybe&unfolded=1&x=1").faults());
    }

    @Test
    public void shouldUnfoldAllTablesToBePrinted() {
        Context.getService(SiteService.class).acceptSettings("test", SUPPRESSING);

        assertTrue(
                get("study/report").text().contains("<a href=\"?unfolded=true\">Unfold all tables, to print them</a>"));
        assertTrue(get("study/report?leave=true").text().contains("href=\"?unfolded=true&amp;leave=true\""));
        String unfolded = get("study/report?unfolded=true").text();
        assertFalse(unfolded.contains("?unfolded=true"));
        assertFalse(unfolded.contains("<details>"));
    }

    @Test
    public void shouldWriteDownWhoReadIt_AsOneReadingOfACohort() {
        int before = routesOfCohorts().size();
        get("study/report");
        get("study/flow");
        beginAnew();

        List<String> routes = routesOfCohorts();
        assertEquals(List.of("smpr/study/flow", "smpr/study/report"), routes.subList(0, routes.size() - before));
    }

    private static List<String> routesOfCohorts() {
        return Context.getService(AccessLogService.class)
                .getAccessLog(AccessLogSearch.builder().what("COHORT").build())
                .stream()
                .map(AccessLogEntry::getRoute)
                .collect(Collectors.toList());
    }

    @Test
    public void shouldChangeNothing_AndAnswerInJsonUnlessAPageIsAskedFor() {
        assertEquals(404, post("study/survival", Map.of()).status());
        assertEquals(
                406,
                send(HttpMethod.GET, "study/flow", null, "Accept", "text/csv").status());
    }
}
