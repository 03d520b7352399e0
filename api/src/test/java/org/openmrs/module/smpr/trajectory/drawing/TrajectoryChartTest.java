/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.TestSeries;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.words.Language;
import org.openmrs.module.smpr.trajectory.words.Words;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

public class TrajectoryChartTest {

    private final Instrument saprof = TestInstruments.SAPROF;

    private final Instrument hcr = TestInstruments.HCR20V3;

    private final Instrument capp = TestInstruments.CAPP;

    private final TestSeries series = new TestSeries();

    @Test
    public void shouldSayInWordsWhatEveryShapeStandsFor() throws Exception {
        series.saprof("2025-03-01").rated("03", "OMIT").rated("12", "NA");
        series.saprof("2026-03-01").outside().rated("2");
        List<String> titles = titles(draw(Locale.ENGLISH, true));
        assertTitle("SAPROF over time", titles);
        assertTitle("05 Self-control – 1 Mar 2025 – 1: partly present – key items – goal items", titles);
        assertTitle("05 Self-control – 1 Mar 2026 – 2: present – key items – goal items", titles);
        assertTitle("03 Empathy – 1 Mar 2025 – omitted", titles);
        assertTitle("12 Medication – 1 Mar 2025 – not applicable", titles);
        assertTitle("01 Intelligence (static) – 1 Mar 2026 – 2: present", titles);
        assertTitle("final protection judgement – 1 Mar 2026 – moderate", titles);
        assertTitle("in the community", titles);
        assertTitle("Motivational items – 1 Mar 2025 – no value: an item does not apply", titles);
        assertTitle("External items – 1 Mar 2026 – 10", titles);
    }

    @Test
    public void shouldSpeakFrench() throws Exception {
        series.saprof("2025-03-01");
        Document drawn = draw(Locale.FRENCH, true);
        List<String> titles = titles(drawn);
        assertTitle("SAPROF au fil du temps", titles);
        assertTitle(
                "05 Maîtrise de soi – 1er mars 2025 – 1\u00a0: en partie présent – facteurs clés – facteurs cibles",
                titles);
        assertEquals("fr", drawn.getDocumentElement().getAttribute("lang"));
        assertTrue(drawn.getDocumentElement().getTextContent().contains("Ne constitue pas une expertise"));
    }

    @Test
    public void shouldDrawNoSumsForThoseWhoMayNotSeeThem() throws Exception {
        series.saprof("2025-03-01");
        String text = draw(Locale.ENGLISH, false).getDocumentElement().getTextContent();
        assertFalse(text.contains("Sums"));
        assertTrue(
                draw(Locale.ENGLISH, true).getDocumentElement().getTextContent().contains("Sums (research values)"));
    }

    @Test
    public void shouldShowAFaultyAndAMissingRatingAsSuch() throws Exception {
        series.saprof("2025-03-01").without("06").fault("ratings.05", "severalAnswers");
        List<String> titles = titles(draw(Locale.ENGLISH, true));
        assertTitle("05 Self-control – 1 Mar 2025 – answer to be checked – key items – goal items", titles);
        assertTitle("06 Work – 1 Mar 2025 – not stated – goal items", titles);
    }

    @Test
    public void shouldDrawPresenceAndRelevanceBesideEachOther() throws Exception {
        hcr20("2026-03-01").rated("H4", "N").rated("H5", "OMIT").relevance("C1", "HIGH");
        Document drawn = draw(hcr, Locale.ENGLISH, true);
        List<String> titles = titles(drawn);
        assertTitle("H1 Violence (static) – 1 Mar 2026 – presence: present – relevance: low", titles);
        assertTitle("C1 Insight – 1 Mar 2026 – presence: present – relevance: high", titles);
        assertTitle("H4 Employment (static) – 1 Mar 2026 – presence: absent", titles);
        assertTitle("H5 Substance use (static) – 1 Mar 2026 – presence: omitted", titles);
        String text = drawn.getDocumentElement().getTextContent();
        assertTrue(text.contains("possibly or partially present"));
        assertTrue(text.contains("Where no “relevance” stands beside a rating"));
        assertFalse("a sub-item has no row", text.contains("as a child"));
    }

    @Test
    public void shouldSayForWhichContextItemsAndOpinionsAreRated() throws Exception {
        hcr20("2025-10-01");
        List<String> once = titles(draw(hcr, Locale.ENGLISH, true));
        assertTitle("R2 Living situation – in an institution – 1 Oct 2025 – presence: present – relevance: low", once);
        assertFalse(once.stream().anyMatch(title -> title.contains("R2") && title.contains("community")));
        hcr20("2026-03-01").outside();
        Document drawn = draw(hcr, Locale.ENGLISH, true);
        List<String> titles = titles(drawn);
        assertTitle("R2 Living situation – in the community – 1 Mar 2026 – presence: present – relevance: low", titles);
        assertFalse(titles.contains(
                "R2 Living situation – in an institution – 1 Mar 2026 – presence: not stated – relevance: not stated"));
        assertTitle("imminent violence – in the community – 1 Mar 2026 – high", titles);
        String text = drawn.getDocumentElement().getTextContent();
        assertTrue(text.contains("risk management items – in an institution"));
        assertTrue(text.contains("the assessment has not rated that context"));
    }

    @Test
    public void shouldDrawAScaleOfAContextUnderTheAssessmentsThatRateIt() throws Exception {
        hcr20("2025-03-01");
        hcr20("2025-10-01").outside();
        Document drawn = draw(hcr, Locale.ENGLISH, true);
        String date = x("1 Oct 2025", drawn);
        assertEquals(date, circleOf("risk management items – in the community – 1 Oct 2025 – 10", drawn));
        assertEquals(date, circleOf("historical items – 1 Oct 2025 – 20", drawn));
        assertTrue(titles(drawn).stream()
                .noneMatch(title -> title.startsWith("risk management items – in the community – 1 Mar 2025")));
    }

    @Test
    public void shouldSpeakFrenchOfPresenceAndRelevance() throws Exception {
        hcr20("2026-03-01").outside().rated("C2", "P");
        List<String> titles = titles(draw(hcr, Locale.FRENCH, false));
        assertTitle(
                "C2 Idées ou intentions violentes – 1er mars 2026 – présence\u00a0: possible ou partiel – pertinence\u00a0: faible",
                titles);
        assertTitle("violence imminente – en milieu libre – 1er mars 2026 – élevé", titles);
    }

    @Test
    public void shouldDrawTheMeanWhereItIsUsualAndSayWhenAWindowIsShort() throws Exception {
        series.capp("2026-03-01")
                .rated("4")
                .rated("A2", "OMIT")
                .rated("S7", "6")
                .shortWindow();
        Document drawn = draw(capp, Locale.ENGLISH, true);
        List<String> titles = titles(drawn);
        assertTitle("S7 Unstable self-concept – 1 Mar 2026 – 6: very severe", titles);
        assertTitle("self domain – 1 Mar 2026 – mean 4.3, sum 30", titles);
        assertTitle(
                "attachment domain – 1 Mar 2026 – no value: items were omitted, and this site has set no limit",
                titles);
        String text = drawn.getDocumentElement().getTextContent();
        assertTrue(text.contains("Means of the items (research values)"));
        assertTrue(text.contains("1 Mar 2026 – The rating window is shorter than 6 months"));
        assertFalse("nothing in it is static", text.contains("static item"));
    }

    @Test
    public void shouldSayThatThereIsNothing() throws Exception {
        String text = draw(Locale.ENGLISH, true).getDocumentElement().getTextContent();
        assertTrue(text.contains("No complete assessment has been charted."));
    }

    @Test
    public void shouldNeedNothingFromOutside() throws Exception {
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
    public void shouldStayWithinItsWidthInEveryDimensionAndContext() throws Exception {
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

    private void assertWithin(Instrument instrument) throws Exception {
        for (int width : new int[] {TrajectoryChart.NARROWEST, TrajectoryChart.WIDTH, TrajectoryChart.WIDEST}) {
            Document drawn = parse(svg(instrument, Locale.FRENCH, true, width));
            for (String shape : List.of("circle", "rect")) {
                NodeList shapes = drawn.getElementsByTagName(shape);
                for (int i = 0; i < shapes.getLength(); i++) {
                    Element element = (Element) shapes.item(i);
                    double x = Double.parseDouble(element.getAttribute(shape.equals("rect") ? "x" : "cx"));
                    assertTrue("a shape at " + x, x < width);
                }
            }
        }
    }

    private static void assertTitle(String title, List<String> titles) {
        assertTrue("\"" + title + "\" in " + titles, titles.contains(title));
    }

    /** Everything present, of low relevance. */
    private TestSeries.Charted hcr20(String day) {
        TestSeries.Charted charted = series.hcr20(day).rated("Y");
        hcr.getItems().forEach(item -> charted.relevance(item.getCode(), "LOW"));
        return charted;
    }

    private Document draw(Locale locale, boolean sums) throws Exception {
        return draw(saprof, locale, sums);
    }

    private Document draw(Instrument instrument, Locale locale, boolean sums) throws Exception {
        return parse(svg(instrument, locale, sums, TrajectoryChart.WIDTH));
    }

    private String svg(Instrument instrument, Locale locale, boolean sums, int width) {
        InstrumentTrajectory trajectory = series.visible(instrument)
                .trajectory(TrajectorySearch.builder().build(), sums)
                .getInstruments()
                .get(0);
        ResourceBundle messages = ResourceBundle.getBundle(
                "messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Words words =
                (key, arguments) -> MessageFormat.format(messages.getString(key).replace("'", "''"), arguments);
        return new TrajectoryChart(new Language(words, locale, TestSeries.ZONE)).svg(trajectory, width);
    }

    /** Where the date stands, which is where its column is. */
    private static String x(String date, Document drawn) {
        NodeList texts = drawn.getElementsByTagName("text");
        for (int i = 0; i < texts.getLength(); i++) {
            if (texts.item(i).getTextContent().equals(date)) {
                return ((Element) texts.item(i)).getAttribute("x");
            }
        }
        throw new AssertionError("no " + date);
    }

    /** Where the circle is that has this title. */
    private static String circleOf(String title, Document drawn) {
        NodeList titles = drawn.getElementsByTagName("title");
        for (int i = 0; i < titles.getLength(); i++) {
            if (titles.item(i).getTextContent().equals(title)) {
                return ((Element) ((Element) titles.item(i).getParentNode())
                                .getElementsByTagName("circle")
                                .item(0))
                        .getAttribute("cx");
            }
        }
        throw new AssertionError("no " + title + " in " + titles(drawn));
    }

    private static Document parse(String svg) throws Exception {
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> titles(Document drawn) {
        NodeList titles = drawn.getElementsByTagName("title");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < titles.getLength(); i++) {
            texts.add(titles.item(i).getTextContent());
        }
        return texts;
    }
}
