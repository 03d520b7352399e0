/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.TrajectoryComposer;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.w3c.dom.Element;

public class TrajectoryChartTest {

    private final Instrument saprof = TestInstruments.SAPROF;

    private final Instrument hcr = TestInstruments.HCR20V3;

    private final Instrument capp = TestInstruments.CAPP;

    private final List<Assessment> assessments = new ArrayList<>();

    /** Of the clinical items. */
    private Reliability reliability;

    @Test
    public void shouldSayInWordsWhatEveryShapeStandsFor() {
        assess("2025-03-01", "IN", "1", Map.of("03", "OMIT", "12", "NA"));
        assess("2026-03-01", "OUT", "2", Map.of());
        Drawing drawn = draw(Locale.ENGLISH, true);
        drawn.assertTitle("SAPROF over time");
        drawn.assertTitle("05 Self-control – 1 Mar 2025 – 1: partly present – key items – goal items");
        drawn.assertTitle("05 Self-control – 1 Mar 2026 – 2: present – key items – goal items");
        drawn.assertTitle("03 Empathy – 1 Mar 2025 – omitted");
        drawn.assertTitle("12 Medication – 1 Mar 2025 – not applicable");
        drawn.assertTitle("01 Intelligence (static) – 1 Mar 2026 – 2: present");
        drawn.assertTitle("final protection judgement – 1 Mar 2026 – moderate");
        drawn.assertTitle("in the community");
        drawn.assertTitle("Motivational items – 1 Mar 2025 – no value: an item does not apply");
        drawn.assertTitle("External items – 1 Mar 2026 – 10");
    }

    @Test
    public void shouldSpeakFrench() {
        assess("2025-03-01", "IN", "1", Map.of());
        Drawing drawn = draw(Locale.FRENCH, true);
        drawn.assertTitle("SAPROF au fil du temps");
        drawn.assertTitle(
                "05 Maîtrise de soi – 1er mars 2025 – 1\u00a0: en partie présent – facteurs clés – facteurs cibles");
        assertEquals("fr", drawn.root().getAttribute("lang"));
        assertTrue(drawn.text().contains("Ne constitue pas une expertise"));
    }

    @Test
    public void shouldDrawNoSumsForThoseWhoMayNotSeeThem() {
        assess("2025-03-01", "IN", "1", Map.of());
        String text = draw(Locale.ENGLISH, false).text();
        assertFalse(text.contains("Sums"));
        assertTrue(draw(Locale.ENGLISH, true).text().contains("Sums (research values)"));
    }

    @Test
    public void shouldShowAFaultyAndAMissingRatingAsSuch() {
        assess("2025-03-01", "IN", "1", Map.of());
        Assessment faulty = assessments.remove(0);
        Map<String, List<Object>> answers = new LinkedHashMap<>(faulty.getAnswers());
        answers.remove("06");
        assessments.add(faulty.toBuilder()
                .answers(answers)
                .faults(List.of(Fault.of("ratings.05", "severalAnswers")))
                .build());
        Drawing drawn = draw(Locale.ENGLISH, true);
        drawn.assertTitle("05 Self-control – 1 Mar 2025 – answer to be checked – key items – goal items");
        drawn.assertTitle("06 Work – 1 Mar 2025 – not stated – goal items");
    }

    @Test
    public void shouldDrawPresenceAndRelevanceBesideEachOther() {
        assessHcr("2026-03-01", "IN", Map.of("H4.presence", "N", "H5.presence", "OMIT", "C1.relevance", "HIGH"));
        Drawing drawn = draw(hcr, Locale.ENGLISH, true);
        drawn.assertTitle("H1 Violence (static) – 1 Mar 2026 – presence: present – relevance: low");
        drawn.assertTitle("C1 Insight – 1 Mar 2026 – presence: present – relevance: high");
        drawn.assertTitle("H4 Employment (static) – 1 Mar 2026 – presence: absent");
        drawn.assertTitle("H5 Substance use (static) – 1 Mar 2026 – presence: omitted");
        String text = drawn.text();
        assertTrue(text.contains("possibly or partially present"));
        assertTrue(text.contains("Where no “relevance” stands beside a rating"));
        assertFalse("a sub-item has no row", text.contains("as a child"));
    }

    @Test
    public void shouldSayForWhichContextItemsAndOpinionsAreRated() {
        assessHcr("2025-10-01", "IN", Map.of());
        Drawing once = draw(hcr, Locale.ENGLISH, true);
        once.assertTitle("R2 Living situation – in an institution – 1 Oct 2025 – presence: present – relevance: low");
        assertFalse(once.titles().stream().anyMatch(title -> title.contains("R2") && title.contains("community")));
        assessHcr("2026-03-01", "OUT", Map.of());
        Drawing drawn = draw(hcr, Locale.ENGLISH, true);
        drawn.assertTitle("R2 Living situation – in the community – 1 Mar 2026 – presence: present – relevance: low");
        assertFalse(
                drawn.titles()
                        .contains(
                                "R2 Living situation – in an institution – 1 Mar 2026 – presence: not stated – relevance: not stated"));
        drawn.assertTitle("imminent violence – in the community – 1 Mar 2026 – high");
        String text = drawn.text();
        assertTrue(text.contains("risk management items – in an institution"));
        assertTrue(text.contains("the assessment has not rated that context"));
    }

    @Test
    public void shouldDrawAScaleOfAContextUnderTheAssessmentsThatRateIt() {
        assessHcr("2025-03-01", "IN", Map.of());
        assessHcr("2025-10-01", "OUT", Map.of());
        Drawing drawn = draw(hcr, Locale.ENGLISH, true);
        String date = drawn.text("1 Oct 2025").getAttribute("x");
        assertEquals(
                date,
                drawn.shape("circle", "risk management items – in the community – 1 Oct 2025 – 10")
                        .getAttribute("cx"));
        assertEquals(
                date,
                drawn.shape("circle", "historical items – 1 Oct 2025 – 20").getAttribute("cx"));
        assertTrue(drawn.titles().stream()
                .noneMatch(title -> title.startsWith("risk management items – in the community – 1 Mar 2025")));
    }

    @Test
    public void shouldSpeakFrenchOfPresenceAndRelevance() {
        assessHcr("2026-03-01", "OUT", Map.of("C2.presence", "P"));
        Drawing drawn = draw(hcr, Locale.FRENCH, false);
        drawn.assertTitle(
                "C2 Idées ou intentions violentes – 1er mars 2026 – présence\u00a0: possible ou partiel – pertinence\u00a0: faible");
        drawn.assertTitle("violence imminente – en milieu libre – 1er mars 2026 – élevé");
    }

    @Test
    public void shouldDrawTheMeanWhereItIsUsualAndSayWhenAWindowIsShort() {
        assess(capp, "2026-03-01", "IN", answers(capp, "", "4", Map.of("A2", "OMIT", "S7", "6")));
        assessments.add(assessments.remove(0).toBuilder()
                .warnings(List.of(Fault.of("windowStart", "shortWindow", "6")))
                .build());
        Drawing drawn = draw(capp, Locale.ENGLISH, true);
        drawn.assertTitle("S7 Unstable self-concept – 1 Mar 2026 – 6: very severe");
        drawn.assertTitle("self domain – 1 Mar 2026 – mean 4.3, sum 30");
        drawn.assertTitle(
                "attachment domain – 1 Mar 2026 – no value: items were omitted, and this site has set no limit");
        String text = drawn.text();
        assertTrue(text.contains("Means of the items (research values)"));
        assertTrue(text.contains("1 Mar 2026 – The rating window is shorter than 6 months"));
        assertFalse("nothing in it is static", text.contains("static item"));
    }

    @Test
    public void shouldDrawTheBandOfMeasurementErrorAndSayWhereItIsFrom() {
        reliability = new Reliability(2.89, 0.88, "our double ratings");
        assessHcr("2025-03-01", "IN", Map.of("C1.presence", "P"));
        Drawing drawn = draw(hcr, Locale.ENGLISH, true);
        String title = "clinical items – 1 Mar 2025 – 9 – 95\u00a0% band of measurement error: 7.0 to 10";
        Element band = drawn.shape("rect", title);
        double point = Drawing.number(drawn.shape("circle", title), "cy");
        assertTrue(Drawing.number(band, "y") < point);
        assertTrue(Drawing.number(band, "y") + Drawing.number(band, "height") > point);
        double number = Drawing.number(drawn.shape("text", title), "y");
        assertTrue("the number stands over the band", number < Drawing.number(band, "y"));
        drawn.assertText("95\u00a0% band of measurement error");
        drawn.assertText("Measurement error: standard deviation 2.89, reliability 0.88 (our double ratings).");
        drawn.assertTitle("historical items – 1 Mar 2025 – 20");
    }

    @Test
    public void shouldDrawNoBandWhereNoReliabilityIsStated() {
        assessHcr("2025-03-01", "IN", Map.of());
        assertFalse(draw(hcr, Locale.ENGLISH, true).text().contains("measurement error"));
    }

    @Test
    public void shouldSayASlopeInWordsAndDrawNone() {
        for (int month = 1; month <= 5; month++) {
            assessHcr("2025-0" + month + "-01", "IN", month < 4 ? Map.of() : Map.of("C1.presence", "N"));
        }
        Drawing drawn = draw(hcr, Locale.ENGLISH, true);
        assertTrue(
                drawn.texts().stream()
                        .anyMatch(
                                text -> text.matches(
                                        "Theil–Sen −0\\.\\d+ points a month in an institution, 5 assessments, interval −[\\d.]+ to [\\d.]+ \\(98\u00a0%\\)\\.")));
        assertTrue(drawn.text().contains("it is no forecast"));
        assertTrue(draw(hcr, Locale.FRENCH, true)
                .text()
                .contains("point par mois en établissement, 5 évaluations, intervalle de −"));
        assertFalse(draw(hcr, Locale.ENGLISH, false).text().contains("Theil"));
    }

    @Test
    public void shouldDivideColumnsInDifferentSettings() {
        assessHcr("2025-03-01", "IN", Map.of());
        assessHcr("2025-06-01", "IN", Map.of());
        assertFalse(draw(hcr, Locale.ENGLISH, true).texts().contains("the setting is another from here on"));
        assessHcr("2025-10-01", "OUT", Map.of());
        Drawing drawn = draw(hcr, Locale.ENGLISH, false);
        drawn.assertText("the setting is another from here on");
        double before = Drawing.number(drawn.text("1 Jun 2025"), "x");
        double after = Drawing.number(drawn.text("1 Oct 2025"), "x");
        assertEquals(
                "a double line halfway, once on the columns and once in the legend",
                2,
                drawn.elements("line").stream()
                        .filter(line -> Math.abs(Drawing.number(line, "x1") - (before + after) / 2) < 2)
                        .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2")))
                        .count());
    }

    @Test
    public void shouldShowThePhaseOfCareWhereItIsCharted() {
        Instrument asking = TestPhases.asking(hcr);
        assess(asking, "2025-03-01", "IN", answers(hcr, "IN", "Y", Map.of()));
        assertFalse(draw(asking, Locale.ENGLISH, false).texts().contains("Phase of care"));
        Map<String, List<Object>> inFlatShare = answers(hcr, "OUT", "Y", Map.of());
        inFlatShare.put("phase", List.of("UCTI"));
        assess(asking, "2025-10-01", "OUT", inFlatShare);
        Drawing drawn = draw(asking, Locale.ENGLISH, false);
        drawn.assertText("Phase of care");
        drawn.assertTitle("not stated");
        drawn.assertTitle(TestPhases.label(asking, "UCTI"));
    }

    @Test
    public void shouldJoinOpinionsByStepsAlone() {
        assessHcr("2025-03-01", "IN", Map.of());
        Map<String, List<Object>> lower = answers(hcr, "IN", "Y", Map.of());
        List.of("CP.IN", "SPH.IN", "IV.IN").forEach(code -> lower.put(code, List.of("LOW")));
        assess(hcr, "2025-06-01", "IN", lower);
        for (Element line : draw(hcr, Locale.ENGLISH, false).elements("line")) {
            assertTrue(
                    "a slanted line",
                    line.getAttribute("x1").equals(line.getAttribute("x2"))
                            || line.getAttribute("y1").equals(line.getAttribute("y2")));
        }
    }

    @Test
    public void shouldSayThatThereIsNothing() {
        String text = draw(Locale.ENGLISH, true).text();
        assertTrue(text.contains("No complete assessment has been charted."));
    }

    @Test
    public void shouldNeedNothingFromOutside() {
        assess("2025-03-01", "IN", "1", Map.of());
        String svg = svg(saprof, Locale.ENGLISH, true, TrajectoryChart.WIDTH);
        assertFalse(svg.replace("http://www.w3.org/2000/svg", "").contains("http"));
        assertFalse(svg.contains("<script"));
    }

    @Test
    public void shouldStayWithinItsWidthHoweverManyAssessments() throws Exception {
        for (int i = 0; i < 24; i++) {
            assess(day(i), i < 12 ? "IN" : "OUT", String.valueOf(i % 3), Map.of());
        }
        assertWithin(saprof);
        Files.writeString(Path.of("target", "trajectory.svg"), svg(saprof, Locale.FRENCH, true, TrajectoryChart.WIDTH));
    }

    @Test
    public void shouldStayWithinItsWidthInEveryDimensionAndContext() {
        for (int i = 0; i < 12; i++) {
            assessHcr(day(i), i < 6 ? "IN" : "OUT", Map.of());
        }
        assertWithin(hcr);
    }

    private static String day(int i) {
        return "2025-" + String.format("%02d", i / 2 + 1) + "-0" + (i % 2 + 1);
    }

    private void assertWithin(Instrument instrument) {
        for (int width : new int[] {TrajectoryChart.NARROWEST, TrajectoryChart.WIDTH, TrajectoryChart.WIDEST}) {
            Drawing drawn = new Drawing(svg(instrument, Locale.FRENCH, true, width));
            for (String shape : List.of("circle", "rect")) {
                for (Element element : drawn.elements(shape)) {
                    double x = Drawing.number(element, shape.equals("rect") ? "x" : "cx");
                    assertTrue("a shape at " + x, x < width);
                }
            }
        }
    }

    private void assess(String day, String context, String rating, Map<String, String> others) {
        Map<String, List<Object>> answers = answers(saprof, context, rating, others);
        answers.put("FPJ", List.of("MODERATE"));
        answers.put("key", List.of("05", "07"));
        answers.put("goal", List.of("05", "06"));
        assess(saprof, day, context, answers);
    }

    /** Everything present, of low relevance where that is asked, in one context. */
    private void assessHcr(String day, String context, Map<String, String> others) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        answers(hcr, context, "Y", others).forEach((code, values) -> {
            Question question = hcr.question(code).get();
            boolean asked = question.getNotAskedWhere().entrySet().stream()
                    .noneMatch(where -> where.getValue().contains(others.getOrDefault(where.getKey(), "Y")));
            boolean relevance = "relevance".equals(question.getDimension());
            if (asked) {
                answers.put(code, relevance && !others.containsKey(code) ? List.of("LOW") : values);
            }
        });
        for (String judgement : List.of("CP", "SPH", "IV")) {
            answers.put(judgement + "." + context, List.of("HIGH"));
        }
        assess(hcr, day, context, answers);
    }

    private static Map<String, List<Object>> answers(
            Instrument instrument, String context, String rating, Map<String, String> others) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        instrument.getQuestions().stream()
                .filter(q -> q.getPart() == Question.Part.RATING && q.getSubItem() == null)
                .filter(q -> q.getContext() == null || q.getContext().equals(context))
                .forEach(q -> answers.put(q.getCode(), List.of(others.getOrDefault(q.getCode(), rating))));
        return answers;
    }

    private void assess(Instrument instrument, String day, String context, Map<String, List<Object>> ratings) {
        Map<String, List<Object>> answers = new LinkedHashMap<>(ratings);
        answers.put("status", List.of("COMPLETE"));
        answers.put("raterRole", List.of("CONSENSUS"));
        answers.put("context", List.of(context));
        assessments.add(Assessment.builder()
                .uuid(day)
                .instrument(instrument)
                .settings(
                        reliability == null
                                ? InstrumentSettings.NONE
                                : InstrumentSettings.builder()
                                        .reliability(Map.of("C", reliability))
                                        .build())
                .date(Times.moment(day, ZoneId.systemDefault()).get())
                .answers(answers)
                .faults(List.of())
                .warnings(List.of())
                .build());
    }

    private Drawing draw(Locale locale, boolean sums) {
        return draw(saprof, locale, sums);
    }

    private Drawing draw(Instrument instrument, Locale locale, boolean sums) {
        return new Drawing(svg(instrument, locale, sums, TrajectoryChart.WIDTH));
    }

    private String svg(Instrument instrument, Locale locale, boolean sums, int width) {
        InstrumentTrajectory trajectory = new TrajectoryComposer(Definitions.sameField(), Clock.systemDefaultZone())
                .compose(TrajectorySearch.builder().build(), List.of(instrument), assessments, sums)
                .getInstruments()
                .get(0);
        return new TrajectoryChart(Drawing.language(locale)).svg(trajectory, width);
    }
}
