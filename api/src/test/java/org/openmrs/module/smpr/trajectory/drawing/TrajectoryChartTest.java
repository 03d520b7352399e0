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
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.TestSeries;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.w3c.dom.Element;

public class TrajectoryChartTest {

    private final Instrument saprof = TestInstruments.SAPROF;

    private final Instrument hcr = TestInstruments.HCR20V3;

    private final Instrument capp = TestInstruments.CAPP;

    private final TestSeries series = new TestSeries();

    @Test
    public void shouldSayInWordsWhatEveryShapeStandsFor() {
        series.saprof("2025-03-01").rated("03", "OMIT").rated("12", "NA");
        series.saprof("2026-03-01").outside().rated("2");
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
    public void shouldMarkWhatWasAmendedAfterItWasComplete() {
        series.saprof("2025-03-01").amended();
        Drawing drawn = draw(Locale.ENGLISH, false);
        assertTrue(drawn.text(), drawn.text().contains("1 Mar 2025*"));
        assertTrue(drawn.text(), drawn.text().contains("amended after it was complete"));
        assertTrue(draw(Locale.FRENCH, false).text().contains("modifiée après avoir été terminée"));
    }

    @Test
    public void shouldSpeakFrench() {
        series.saprof("2025-03-01");
        Drawing drawn = draw(Locale.FRENCH, true);
        drawn.assertTitle("SAPROF au fil du temps");
        drawn.assertTitle(
                "05 Maîtrise de soi – 1er mars 2025 – 1\u00a0: en partie présent – facteurs clés – facteurs cibles");
        assertEquals("fr", drawn.root().getAttribute("lang"));
        assertTrue(drawn.text().contains("Ne constitue pas une expertise"));
    }

    @Test
    public void shouldDrawNoSumsForThoseWhoMayNotSeeThem() {
        series.saprof("2025-03-01");
        String text = draw(Locale.ENGLISH, false).text();
        assertFalse(text.contains("Sums"));
        assertTrue(draw(Locale.ENGLISH, true).text().contains("Sums (research values)"));
    }

    @Test
    public void shouldShowAFaultyAndAMissingRatingAsSuch() {
        series.saprof("2025-03-01").without("06").fault("ratings.05", "severalAnswers");
        Drawing drawn = draw(Locale.ENGLISH, true);
        drawn.assertTitle("05 Self-control – 1 Mar 2025 – answer to be checked – key items – goal items");
        drawn.assertTitle("06 Work – 1 Mar 2025 – not stated – goal items");
    }

    @Test
    public void shouldDrawPresenceAndRelevanceBesideEachOther() {
        hcr20("2026-03-01").rated("H4", "N").rated("H5", "OMIT").relevance("C1", "HIGH");
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
        hcr20("2025-10-01");
        Drawing once = draw(hcr, Locale.ENGLISH, true);
        once.assertTitle("R2 Living situation – in an institution – 1 Oct 2025 – presence: present – relevance: low");
        assertFalse(once.titles().stream().anyMatch(title -> title.contains("R2") && title.contains("community")));
        hcr20("2026-03-01").outside();
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
        hcr20("2025-03-01");
        hcr20("2025-10-01").outside();
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
        hcr20("2026-03-01").outside().rated("C2", "P");
        Drawing drawn = draw(hcr, Locale.FRENCH, false);
        drawn.assertTitle(
                "C2 Idées ou intentions violentes – 1er mars 2026 – présence\u00a0: possible ou partiel – pertinence\u00a0: faible");
        drawn.assertTitle("violence imminente – en milieu libre – 1er mars 2026 – élevée");
    }

    @Test
    public void shouldDrawTheMeanWhereItIsUsualAndSayWhenAWindowIsShort() {
        series.capp("2026-03-01")
                .rated("4")
                .rated("A2", "OMIT")
                .rated("S7", "6")
                .shortWindow();
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
        series.reliability(hcr, "C", 2.89, 0.88);
        hcr20("2025-03-01").rated("C1", "P");
        Drawing drawn = draw(hcr, Locale.ENGLISH, true);
        String title = "clinical items – 1 Mar 2025 – 9 – 95\u00a0% band of measurement error: 7.0 to 10";
        Element band = drawn.shape("rect", title);
        double point = Drawing.number(drawn.shape("circle", title), "cy");
        assertTrue(Drawing.number(band, "y") < point);
        assertTrue(Drawing.number(band, "y") + Drawing.number(band, "height") > point);
        double number = Drawing.number(drawn.shape("text", title), "y");
        assertTrue("the number stands over the band", number < Drawing.number(band, "y"));
        drawn.assertText("95\u00a0% band of measurement error");
        drawn.assertText("Measurement error: standard deviation 2.89, reliability 0.88 (an illustration).");
        drawn.assertTitle("historical items – 1 Mar 2025 – 20");
    }

    @Test
    public void shouldDrawNoBandWhereNoReliabilityIsStated() {
        hcr20("2025-03-01");
        assertFalse(draw(hcr, Locale.ENGLISH, true).text().contains("measurement error"));
    }

    @Test
    public void shouldDrawTheBandOfAMeanAsAMean() {
        series.reliability(capp, "A", 4, 0.75);
        series.capp("2025-03-01");
        draw(capp, Locale.ENGLISH, true)
                .assertTitle(
                        "attachment domain – 1 Mar 2025 – mean 3, sum 12 – 95\u00a0% band of measurement error: 2.0 to 4.0");
    }

    @Test
    public void shouldSayASlopeInWordsAndDrawNone() {
        for (int month = 1; month <= 5; month++) {
            hcr20("2025-0" + month + "-01").scale("C", "YYYYYNNNN".substring(month - 1, month + 4));
        }
        Drawing drawn = draw(hcr, Locale.ENGLISH, true);
        assertTrue(
                drawn.texts().toString(),
                drawn.texts().stream()
                        .anyMatch(
                                text -> text.matches(
                                        "Theil–Sen −[12]\\.\\d\\d points a month in an institution, 5 assessments, interval −2\\.\\d\\d to −[12]\\.\\d\\d \\(98\u00a0%\\)\\.")));
        assertTrue(drawn.text().contains("it is no forecast"));
        assertTrue(draw(hcr, Locale.FRENCH, true)
                .text()
                .contains("point par mois en établissement, 5 évaluations, intervalle de −"));
        assertFalse(draw(hcr, Locale.ENGLISH, false).text().contains("Theil"));
    }

    @Test
    public void shouldDivideColumnsInDifferentSettings() {
        String divider = "the setting is another from here on";
        hcr20("2025-03-01");
        hcr20("2025-06-01");
        assertFalse(draw(hcr, Locale.ENGLISH, true).texts().contains(divider));
        hcr20("2025-10-01").outside();
        Drawing drawn = draw(hcr, Locale.ENGLISH, false);
        drawn.assertText(divider);
        double before = Drawing.number(drawn.text("1 Jun 2025"), "x");
        double after = Drawing.number(drawn.text("1 Oct 2025"), "x");
        assertEquals(
                "a double line halfway",
                2,
                drawn.elements("line").stream()
                        .filter(line -> Math.abs(Drawing.number(line, "x1") - (before + after) / 2) < 2)
                        .filter(line -> line.getAttribute("x1").equals(line.getAttribute("x2")))
                        .count());
    }

    @Test
    public void shouldDivideTheFlatShareFromTheRestOfTheCommunity() {
        hcr20("2025-06-01").outside("APC");
        hcr20("2025-10-01").outside("UCTI");
        draw(hcr, Locale.ENGLISH, false).assertText("the setting is another from here on");
    }

    @Test
    public void shouldShowThePhaseOfCareWhereItIsCharted() {
        hcr20("2025-03-01");
        assertFalse(draw(hcr, Locale.ENGLISH, false).texts().contains("Phase of care"));
        hcr20("2025-10-01").outside("APC");
        Drawing drawn = draw(hcr, Locale.ENGLISH, false);
        drawn.assertText("Phase of care");
        drawn.assertTitle("phase not stated");
        drawn.assertTitle("post-prison care (APC)");
    }

    @Test
    public void shouldNumberPhasesWhoseNamesDoNotFitAndNameThemUnderneath() {
        String[] phases = {"APC", "UCTI", "APC", "UCTI"};
        for (int i = 0; i < phases.length; i++) {
            hcr20("2025-0" + (i + 1) + "-01").outside(phases[i]);
        }
        Drawing drawn = new Drawing(svg(hcr, Locale.ENGLISH, false, TrajectoryChart.NARROWEST));
        assertEquals(
                List.of("1", "2", "1", "2"),
                drawn.texts().stream().filter(text -> text.matches("\\d")).collect(Collectors.toList()));
        drawn.assertText("1: post-prison care (APC); 2: post-prison care with a place in the flat-share (UCTI)");
        Drawing wide = new Drawing(svg(hcr, Locale.ENGLISH, false, TrajectoryChart.WIDEST));
        assertTrue(wide.texts().stream().noneMatch(text -> text.matches("\\d")));
    }

    @Test
    public void shouldJoinOpinionsByStepsAlone() {
        hcr20("2025-03-01");
        hcr20("2025-06-01").with("CP.IN", "LOW").with("SPH.IN", "MODERATE");
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
        series.saprof("2025-03-01");
        String svg = svg(saprof, Locale.ENGLISH, true, TrajectoryChart.WIDTH);
        assertFalse(svg.replace("http://www.w3.org/2000/svg", "").contains("http"));
        assertFalse(svg.contains("<script"));
    }

    @Test
    public void shouldStayWithinItsWidthHoweverManyAssessments() throws Exception {
        for (int i = 0; i < 24; i++) {
            TestSeries.Charted saprof = series.saprof(day(i)).rated(String.valueOf(i % 3));
            if (i >= 12) {
                saprof.outside();
            }
        }
        assertWithin(saprof);
        Files.writeString(Path.of("target", "trajectory.svg"), svg(saprof, Locale.FRENCH, true, TrajectoryChart.WIDTH));
    }

    @Test
    public void shouldStayWithinItsWidthInEveryDimensionAndContext() {
        for (int i = 0; i < 12; i++) {
            TestSeries.Charted hcr20 = hcr20(day(i));
            if (i >= 6) {
                hcr20.outside();
            }
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

    /** Everything present, of low relevance. */
    private TestSeries.Charted hcr20(String day) {
        TestSeries.Charted charted = series.hcr20(day).rated("Y");
        hcr.getItems().forEach(item -> charted.relevance(item.getCode(), "LOW"));
        return charted;
    }

    private Drawing draw(Locale locale, boolean sums) {
        return draw(saprof, locale, sums);
    }

    private Drawing draw(Instrument instrument, Locale locale, boolean sums) {
        return new Drawing(svg(instrument, locale, sums, TrajectoryChart.WIDTH));
    }

    @Test
    public void shouldSayThatItIsAPartAndNotThatNothingWasCharted() {
        series.saprof("2026-01-10");
        InstrumentTrajectory part = series.visible(TestInstruments.SAPROF)
                .trajectory(TrajectorySearch.builder().phase("APC").build(), false)
                .getInstruments()
                .get(0);
        String drawn = new TrajectoryChart(Drawing.language(Locale.ENGLISH)).svg(part, TrajectoryChart.WIDTH);
        assertTrue(drawn, drawn.contains("The part asked for has no complete assessment."));
        assertTrue(drawn, drawn.contains("Only a part of the record was asked for"));
    }

    private String svg(Instrument instrument, Locale locale, boolean sums, int width) {
        InstrumentTrajectory trajectory = series.visible(instrument)
                .trajectory(TrajectorySearch.builder().build(), sums)
                .getInstruments()
                .get(0);
        return new TrajectoryChart(Drawing.language(locale)).svg(trajectory, width);
    }
}
