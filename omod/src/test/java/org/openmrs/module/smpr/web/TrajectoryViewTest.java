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
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.site.SiteService;

/** What is said of change, of targets and of what is missing, and to whom. */
public class TrajectoryViewTest extends SmprRestTest {

    private static final Set<String> EVERYTHING =
            Set.of("", "?v=full", "?v=custom:(instruments)", "?v=custom:(instruments:full)", custom());

    /** Where a number may stand for one who may see no sums: a count of ratings or assessments, a month, or what the site states. */
    private static final Set<String> NUMBERS = Set.of(
            "instruments.assessments.horizon",
            "instruments.assessments.answers.value",
            "instruments.comparisons.same",
            "instruments.comparisons.scales.reliability.reliability",
            "instruments.comparisons.scales.reliability.sd",
            "gaps.months",
            "targets.risk.notRated",
            "targets.risk.ratedSo");

    /** The prorated clinical sum of the man charted below, as it is computed and as it is drawn, and its difference. */
    private static final Pattern SUM = Pattern.compile("(?<![0-9])3[.,](75|8|25)(?![0-9])");

    private String first;

    private String second;

    private String third;

    @Test
    public void shouldCompareWithCodesAndWordsSideBySide() {
        chartThree();
        JsonNode comparisons = instrument("", 0).get("comparisons");
        assertEquals(2, comparisons.size());
        JsonNode comparison = comparisons.get(0);
        assertEquals(
                List.of("kinds", "from", "to", "reasons", "same", "ratings", "scales", "indices"), namesOf(comparison));
        assertEquals(List.of("FIRST_IN_CUSTODY"), codes(comparison.get("kinds")));
        assertEquals(
                "from the first in custody to the latest",
                comparison.at("/kinds/0/display").asText());
        assertEquals(first, comparison.at("/from/assessment").asText());
        assertEquals("IN", comparison.at("/from/context").asText());
        assertEquals(third, comparison.at("/to/assessment").asText());
        assertEquals(second, comparisons.get(1).at("/from/assessment").asText());
        assertEquals(0, comparison.get("reasons").size());
    }

    @Test
    public void shouldListTheRatingsThatMovedAndCountTheOthers() {
        chartThree();
        JsonNode comparison = instrument("", 0).at("/comparisons/0");
        assertEquals(16, comparison.get("same").asInt());
        assertEquals(
                List.of("H3 REINFORMED", "C1 LESS", "C2 LESS", "C3 NOT_COMPARABLE"),
                each(
                        comparison.get("ratings"),
                        rating -> rating.at("/item/code").asText() + " "
                                + rating.at("/movement/code").asText()));
        JsonNode insight = comparison.at("/ratings/1");
        assertEquals(
                List.of(
                        "field",
                        "item",
                        "context",
                        "static",
                        "from",
                        "to",
                        "relevanceFrom",
                        "relevanceTo",
                        "movement",
                        "expected"),
                namesOf(insight));
        assertEquals("ratings.C1.presence", insight.get("field").asText());
        assertEquals("Y", insight.at("/from/code").asText());
        assertEquals("present", insight.at("/from/display").asText());
        assertEquals("possibly or partially present", insight.at("/to/display").asText());
        assertEquals("MODERATE", insight.at("/relevanceFrom/code").asText());
        assertEquals("towards less risk", insight.at("/movement/display").asText());
        assertTrue(comparison.at("/ratings/0/static").asBoolean());
    }

    @Test
    public void shouldShowEveryRatingAndTheWholeAssessmentsInFull() {
        chartThree();
        JsonNode hcr20 = instrument("?v=full", 0);
        JsonNode comparison = hcr20.at("/comparisons/0");
        assertEquals(16, comparison.get("same").asInt());
        assertEquals(20, comparison.get("ratings").size());
        List<String> names = namesOf(hcr20.at("/assessments/0"));
        assertTrue(names.toString(), names.containsAll(List.of("answers", "auditInfo", "counted")));
        assertFalse("which takes a statement each", names.contains("history"));
    }

    @Test
    public void shouldGiveAVerdictWithWhatItRestsOn() {
        chartThree();
        JsonNode clinical = scale(instrument("", 0).at("/comparisons/0"), "C");
        assertEquals(
                List.of(
                        "code",
                        "display",
                        "context",
                        "verdict",
                        "reasons",
                        "expected",
                        "reliability",
                        "from",
                        "to",
                        "difference",
                        "reliableChange"),
                namesOf(clinical));
        assertEquals("LOWER", clinical.at("/verdict/code").asText());
        assertEquals(
                "lower, beyond measurement error",
                clinical.at("/verdict/display").asText());
        assertEquals(
                "{\"sd\":2.89,\"reliability\":0.88,\"source\":\"an illustration\"}",
                clinical.get("reliability").toString());
        assertEquals(List.of("MAY_CONTAIN_INDEX_OFFENCE"), codes(clinical.get("expected")));
        // (2 + 2 + 1 + 1 + 1), and of four items (1 + 1 + 0 + 1) / 4 × 5 = 3.75: −3.25 / 1.4158
        assertEquals(7, clinical.at("/from/value").asDouble(), 0);
        assertEquals(3.75, clinical.at("/to/value").asDouble(), 0);
        assertEquals(-3.25, clinical.get("difference").asDouble(), 0);
        assertEquals(-2.2955, clinical.at("/reliableChange/index").asDouble(), 0.0001);
        assertEquals(
                1.4158, clinical.at("/reliableChange/standardErrorOfDifference").asDouble(), 0.0001);
        assertEquals(
                2.7749, clinical.at("/reliableChange/minimalDetectableChange").asDouble(), 0.0001);
    }

    @Test
    public void shouldSayWhyNothingIsTested() {
        chartThree();
        JsonNode historical = scale(instrument("", 0).at("/comparisons/0"), "H");
        assertEquals("NOT_TESTABLE", historical.at("/verdict/code").asText());
        assertEquals("not testable", historical.at("/verdict/display").asText());
        assertEquals(List.of("STATIC_ITEMS", "REINFORMED"), codes(historical.get("reasons")));
        assertEquals(
                "with static items, which are not tested for change",
                historical.at("/reasons/0/display").asText());
        assertTrue(historical.get("reliableChange").isNull());
    }

    @Test
    public void shouldSayInFrenchWhatAReleaseDoesToExternalProtection() {
        chart(body(TestAssessments.saprof(patient, "2024-03-01").with("ratings.15", "2")));
        chart(body(TestAssessments.saprof(patient, "2024-09-01")
                .with("context", "OUT")
                .with("ratings.13", "2")));
        Context.setLocale(Locale.FRENCH);
        JsonNode comparison = instrument("", 1).at("/comparisons/0");
        JsonNode external = scale(comparison, "external");
        assertEquals(
                "descriptif, changement de contexte",
                external.at("/verdict/display").asText());
        assertEquals(List.of("CARRIED_BY_SUPPORT", "FALLS_WITH_FREEDOM"), codes(external.get("expected")));
        assertEquals(
                "baisse attendue à mesure que la liberté grandit, à la sortie et à la fin de la prise en soin, ce qui n’est pas un échec",
                external.at("/expected/1/display").asText());
        assertEquals(
                List.of("plus de protection, vers moins de risque", "moins de protection, vers plus de risque"),
                each(
                        comparison.get("ratings"),
                        rating -> rating.at("/movement/display").asText()));
        assertEquals(
                "CARRIED_BY_SUPPORT",
                comparison.at("/ratings/1/expected/0/code").asText());
    }

    @Test
    public void shouldSaySoOfSymptomsInTheirOwnWords() {
        chart(body(TestAssessments.capp(patient, "2024-03-01")));
        chart(body(TestAssessments.capp(patient, "2024-09-01").with("ratings.A1", "1")));
        assertEquals(
                "less severe",
                instrument("", 2)
                        .at("/comparisons/0/ratings/0/movement/display")
                        .asText());
    }

    @Test
    public void shouldCompareTheTwoThatAreAskedFor() {
        chartThree();
        JsonNode comparisons = instrument("?compare=" + second + "," + first, 0).get("comparisons");
        assertEquals(1, comparisons.size());
        assertEquals(List.of("CHOSEN"), codes(comparisons.at("/0/kinds")));
        assertEquals(first, comparisons.at("/0/from/assessment").asText());
        assertEquals(second, comparisons.at("/0/to/assessment").asText());
    }

    @Test
    public void shouldRefuseToCompareWhatMakesNoPair() {
        chartThree();
        String draft = chart(body(TestAssessments.hcr20(patient, "2024-10-01").with("status", "DRAFT")));
        assertEquals(List.of("notAUuid"), refused("yesterday"));
        assertEquals(List.of("notAUuid"), refused(""));
        assertEquals(List.of("notAUuid"), refused(first + "," + second + ","));
        assertEquals(List.of("notTwo"), refused(first));
        assertEquals(List.of("notTwo"), refused(first + "," + first));
        assertEquals(List.of("notTwo"), refused(first + "," + second + "," + third));
        assertEquals(List.of("notInSeries", "notTwo"), refused(first + "," + draft));
        assertEquals(List.of("notInSeries", "notInSeries"), refused(patient.getUuid() + "," + draft));
        assertEquals(List.of("notInSeries", "notInSeries"), refused(first + "," + second + "&instrument=SAPROF"));
    }

    @Test
    public void shouldSayWhatChangedAroundHim() {
        chartThree();
        chart(body(TestAssessments.hcr20(patient, "2024-10-01")
                .ratedFor("OUT")
                .with("context", "OUT")
                .with("phase", "APC")));
        JsonNode timeline = trajectory("").get("timeline");
        assertEquals(6, timeline.get("assessments").size());
        JsonNode latest = timeline.at("/assessments/5");
        assertEquals(
                List.of(
                        "assessment",
                        "date",
                        "context",
                        "amended",
                        "phase",
                        "instrument",
                        "status",
                        "raterRole",
                        "counted"),
                namesOf(latest));
        assertEquals("APC", latest.get("phase").asText());
        assertEquals("HCR-20 V3", latest.at("/instrument/display").asText());
        JsonNode change = timeline.at("/changes/0");
        assertEquals(List.of("last", "from", "first", "day", "to"), namesOf(change));
        assertTrue("no episode has it", change.get("day").isNull());
        assertEquals(third, change.at("/last/assessment").asText());
        assertEquals("in an institution", change.at("/from/context/display").asText());
        assertTrue(change.at("/from/phase").isNull());
        assertEquals("OUT", change.at("/to/context/code").asText());
        assertEquals("post-prison care (APC)", change.at("/to/phase/display").asText());
    }

    @Test
    public void shouldShowWhatToWorkOnAndWhatProtects() {
        chartThree();
        JsonNode targets = trajectory("").get("targets");
        assertEquals(List.of("notice", "risk", "notRatedNow", "keep", "build"), namesOf(targets));
        assertTrue(targets.get("notice").asText().contains("suggestion of the module"));
        JsonNode target = targets.at("/risk/0");
        assertEquals(
                List.of(
                        "instrument",
                        "field",
                        "context",
                        "item",
                        "rating",
                        "relevance",
                        "sinceLast",
                        "sinceLastReasons",
                        "ratedBy",
                        "standingSince",
                        "ratedSo",
                        "notRated",
                        "protectors",
                        "care"),
                namesOf(target));
        assertEquals("C5", target.at("/item/code").asText());
        assertEquals("high", target.at("/relevance/display").asText());
        assertEquals("SAME", target.at("/sinceLast/code").asText());
        assertEquals(third, target.at("/ratedBy/assessment").asText());
        assertEquals(first, target.at("/standingSince/assessment").asText());
        assertEquals(3, target.get("ratedSo").asInt());
        assertEquals(
                List.of("09", "10", "12"),
                each(
                        target.get("protectors"),
                        protector -> protector.at("/item/code").asText()));
        JsonNode keep = targets.at("/keep/0");
        assertEquals(
                List.of(
                        "instrument",
                        "field",
                        "context",
                        "item",
                        "rating",
                        "sinceLast",
                        "sinceLastReasons",
                        "carriedBySupport",
                        "marks",
                        "ratedBy",
                        "care"),
                namesOf(keep));
        assertEquals("Self-control", keep.at("/item/display").asText());
        assertEquals(List.of("key"), codes(keep.get("marks")));
        assertEquals("06", targets.at("/build/0/item/code").asText());
    }

    @Test
    public void shouldSayWhatIsDueAndWhatIsMissing() {
        chartThree();
        JsonNode trajectory = trajectory("");
        JsonNode review = trajectory.at("/reviews/0");
        assertEquals(List.of("instrument", "date", "overdue", "setBy"), namesOf(review));
        assertEquals("2024-12-01", review.get("date").asText());
        assertTrue(review.get("overdue").asBoolean());
        assertEquals(third, review.at("/setBy/assessment").asText());
        List<String> kinds = each(
                trajectory.get("gaps"),
                gap -> gap.at("/instrument/code").asText() + " "
                        + gap.at("/kind/code").asText());
        assertEquals(
                List.of("HCR20V3 NOT_LATELY", "HCR20V3 OMITTED", "SAPROF NOT_LATELY", "CAPP NEVER_ASSESSED"), kinds);
        JsonNode late = trajectory.at("/gaps/0");
        assertEquals(List.of("instrument", "kind", "assessment", "items", "months", "wave"), namesOf(late));
        assertEquals(
                "the latest assessment was " + late.get("months").asInt() + " months ago",
                late.at("/kind/display").asText());
        assertEquals(List.of("C3"), codes(trajectory.at("/gaps/1/items")));
        assertTrue(trajectory.at("/gaps/3/assessment").isNull());
    }

    @Test
    public void shouldShowTheErrorBandAndTheSlopeToThoseWhoMaySeeSums() {
        chartThree();
        JsonNode clinical = scale(instrument("", 0), "C");
        assertEquals(
                List.of(
                        "code",
                        "display",
                        "context",
                        "min",
                        "max",
                        "containsStatic",
                        "reliability",
                        "points",
                        "slopes"),
                namesOf(clinical));
        // 7 − 1.9622
        assertEquals(5.0378, clinical.at("/points/0/low").asDouble(), 0.0001);
        assertEquals(8.9622, clinical.at("/points/0/high").asDouble(), 0.0001);
        JsonNode slope = clinical.at("/slopes/0");
        assertEquals(
                List.of("setting", "points", "first", "last", "perMonth", "low", "high", "confidence"), namesOf(slope));
        assertEquals("in an institution", slope.at("/setting/context/display").asText());
        assertEquals(3, slope.get("points").asInt());
        assertEquals("2024-01-01", slope.get("first").asText());
        assertTrue(slope.get("low").isNull());
        assertEquals(0, scale(instrument("", 0), "H").get("slopes").size());
    }

    @Test
    public void shouldSayThatAPartWasAskedFor() {
        chartThree();
        assertTrue(trajectory("?instrument=HCR20V3").get("part").asBoolean());
        assertTrue(trajectory("?from=2024-02-01").get("part").asBoolean());
    }

    @Test
    public void shouldGiveOfComparisonsWhatACustomRepresentationAsksFor() {
        chartThree();
        JsonNode answer = get("trajectory/" + patient.getUuid()
                        + "?v=custom:(asOf,instruments:(code,comparisons:(scales:(code,verdict:(code)),ratings:(field))),gaps:(kind:ref))")
                .json();
        assertEquals(List.of("asOf", "instruments", "gaps"), namesOf(answer));
        JsonNode comparison = answer.at("/instruments/0/comparisons/0");
        assertEquals(List.of("scales", "ratings"), namesOf(comparison));
        assertEquals(
                "{\"code\":\"H\",\"verdict\":{\"code\":\"NOT_TESTABLE\"}}",
                comparison.at("/scales/0").toString());
    }

    @Test
    public void shouldGiveNoSumToAReaderByAnyRepresentation() {
        chartThree();
        Set<String> researchers = new TreeSet<>();
        walk(trajectory("?v=full"), "", researchers::add);
        assertTrue(researchers.containsAll(NUMBERS));
        assertTrue(researchers.containsAll(Set.of(
                "instruments.assessments.scores.value",
                "instruments.comparisons.indices.difference",
                "instruments.comparisons.scales.difference",
                "instruments.comparisons.scales.reliableChange.index",
                "instruments.indices.points.value",
                "instruments.scales.points.low",
                "instruments.scales.slopes.perMonth")));
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        for (String v : EVERYTHING) {
            Answer answer = get("trajectory/" + patient.getUuid() + v);
            assertEquals(answer.text(), 200, answer.status());
            Set<String> numbers = new TreeSet<>();
            walk(answer.json(), "", numbers::add);
            numbers.removeAll(NUMBERS);
            assertEquals(v, Set.of(), numbers);
            assertNoSum(answer.text());
            assertFalse(answer.text(), answer.text().contains("research"));
        }
        assertEquals(
                "LOWER",
                scale(instrument("", 0).at("/comparisons/0"), "C")
                        .at("/verdict/code")
                        .asText());
        for (String drawn : List.of("chart?instrument=HCR20V3", "chart?instrument=SAPROF", "report")) {
            assertNoSum(words("trajectory/" + patient.getUuid() + "/" + drawn));
        }
    }

    @Test
    public void shouldFindThemInWhatAResearcherIsGiven() {
        chartThree();
        assertTrue(SUM.matcher(get("trajectory/" + patient.getUuid()).text()).find());
        assertTrue(SUM.matcher(words("trajectory/" + patient.getUuid() + "/chart?instrument=HCR20V3"))
                .find());
    }

    private static void assertNoSum(String text) {
        assertFalse(text, SUM.matcher(text).find());
    }

    /** @return what a drawing or a document says, without its markup */
    private String words(String path) {
        Answer answer = get(path);
        assertEquals(path, 200, answer.status());
        return answer.text().replaceAll("(?s)<style.*?</style>|<[^>]*>", " ");
    }

    @Test
    public void shouldTakeAsManyStatementsForTwentyAssessmentsAsForTwo() {
        for (String v : List.of("", "?v=full", custom())) {
            assertEquals(v, 0, statements(v, 1) - statements(v, 2));
            patient = TestPeople.patient();
        }
    }

    /** Charts two of each instrument in the first round and eighteen in the second, and counts what it takes to read them. */
    private long statements(String v, int round) {
        for (int i = 1; i <= (round == 1 ? 2 : 18); i++) {
            String day = String.format("20%02d-01-%02d", 20 + round, i);
            chart(body(TestAssessments.hcr20(patient, day)));
            chart(body(TestAssessments.saprof(patient, day)));
            chart(body(TestAssessments.capp(patient, day)));
        }
        // The first reading of a day asks for how long readings are kept.
        trajectory(v);
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        assertEquals(3, trajectory(v).get("instruments").size());
        return statistics.getPrepareStatementCount();
    }

    /** Three HCR-20s and two SAPROFs in custody, with everything that can be said of them. */
    private void chartThree() {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test",
                        "{\"format\": 1, \"instruments\": {\"HCR20V3\": {\"omissionLimits\": {\"C\": 1, \"total\": 1},"
                                + " \"reliability\": {\"C\": {\"sd\": 2.89, \"reliability\": 0.88, \"source\": \"an illustration\"}}},"
                                + " \"SAPROF\": {\"indices\": {\"hcr20-saprof\": {\"withinDays\": 30}}}}}");
        first = chart(body(TestAssessments.hcr20(patient, "2024-01-01")
                .with("ratings.C1.presence", "Y")
                .with("ratings.C2.presence", "Y")));
        second = chart(body(TestAssessments.hcr20(patient, "2024-05-01").with("ratings.C1.presence", "Y")));
        third = chart(body(TestAssessments.hcr20(patient, "2024-09-01")
                .with("ratings.H3.presence", "Y")
                .with("ratings.C2.presence", "N")
                .without("ratings.C2.relevance")
                .with("ratings.C3.presence", "OMIT")
                .without("ratings.C3.relevance")
                .with("ratings.C5.relevance", "HIGH")
                .with("fields.reviewDate", "2024-12-01")));
        for (String day : List.of("2024-05-02", "2024-09-02")) {
            chart(body(TestAssessments.saprof(patient, day)
                    .with("marks.key", List.of("05"))
                    .with("marks.goal", List.of("06"))));
        }
    }

    private static String custom() {
        return "?v=custom:(timeline,targets,reviews,gaps,"
                + "instruments:(assessments,judgements,comparisons,scales,indices,researchNotice))";
    }

    private JsonNode trajectory(String parameters) {
        Answer answer = get("trajectory/" + patient.getUuid() + parameters);
        assertEquals(answer.text(), 200, answer.status());
        return answer.json();
    }

    private JsonNode instrument(String parameters, int index) {
        return trajectory(parameters).get("instruments").get(index);
    }

    private static JsonNode scale(JsonNode of, String code) {
        for (JsonNode scale : of.get("scales")) {
            if (scale.get("code").asText().equals(code)) {
                return scale;
            }
        }
        throw new AssertionError("no " + code);
    }

    private List<String> refused(String compare) {
        Map<String, List<String>> faults =
                get("trajectory/" + patient.getUuid() + "?compare=" + compare).faults();
        assertEquals(Set.of("compare"), faults.keySet());
        return faults.get("compare");
    }

    private static List<String> each(JsonNode list, Function<JsonNode, String> said) {
        List<String> words = new ArrayList<>();
        list.forEach(one -> words.add(said.apply(one)));
        return words;
    }

    /** Tells of each number, and of the names that lead to it. */
    private static void walk(JsonNode node, String path, Consumer<String> told) {
        if (node.isNumber()) {
            told.accept(path);
        }
        if (node.isArray()) {
            node.forEach(one -> walk(one, path, told));
        }
        node.fields()
                .forEachRemaining(field ->
                        walk(field.getValue(), path.isEmpty() ? field.getKey() : path + "." + field.getKey(), told));
    }
}
