/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.stream.Collectors;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Scoring;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

public class TrajectoryChartTest {

    private final Instrument saprof = TestInstruments.SAPROF;

    private final List<Assessment> assessments = new ArrayList<>();

    @Test
    public void shouldSayInWordsWhatEveryShapeStandsFor() throws Exception {
        assess("2025-03-01", "IN", "1", Map.of("03", "OMIT", "12", "NA"));
        assess("2026-03-01", "OUT", "2", Map.of());
        List<String> titles = titles(draw(Locale.ENGLISH, true));
        assertTitle("SAPROF over time", titles);
        assertTitle("05 Self-control – 1 Mar 2025 – 1: partly present – key items – goal items", titles);
        assertTitle("05 Self-control – 1 Mar 2026 – 2: present – key items – goal items", titles);
        assertTitle("03 Empathy – 1 Mar 2025 – omitted", titles);
        assertTitle("12 Medication – 1 Mar 2025 – not applicable", titles);
        assertTitle("01 Intelligence (static) – 1 Mar 2026 – 2: present", titles);
        assertTitle("1 Mar 2026 – moderate", titles);
        assertTitle("in the community", titles);
        assertTitle("Motivational items – 1 Mar 2025 – no value: an item does not apply", titles);
        assertTitle("External items – 1 Mar 2026 – 10", titles);
    }

    @Test
    public void shouldSpeakFrench() throws Exception {
        assess("2025-03-01", "IN", "1", Map.of());
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
        assess("2025-03-01", "IN", "1", Map.of());
        String text = draw(Locale.ENGLISH, false).getDocumentElement().getTextContent();
        assertFalse(text.contains("Sums"));
        assertTrue(
                draw(Locale.ENGLISH, true).getDocumentElement().getTextContent().contains("Sums (research values)"));
    }

    @Test
    public void shouldShowAFaultyAndAMissingRatingAsSuch() throws Exception {
        assess("2025-03-01", "IN", "1", Map.of());
        Assessment faulty = assessments.remove(0);
        Map<String, List<Object>> answers = new LinkedHashMap<>(faulty.getAnswers());
        answers.remove("06");
        assessments.add(faulty.toBuilder()
                .answers(answers)
                .faults(List.of(Fault.of("ratings.05", "severalAnswers")))
                .build());
        List<String> titles = titles(draw(Locale.ENGLISH, true));
        assertTitle("05 Self-control – 1 Mar 2025 – answer to be checked – key items – goal items", titles);
        assertTitle("06 Work – 1 Mar 2025 – not stated – goal items", titles);
    }

    @Test
    public void shouldSayThatThereIsNothing() throws Exception {
        String text = draw(Locale.ENGLISH, true).getDocumentElement().getTextContent();
        assertTrue(text.contains("No complete assessment has been charted."));
    }

    @Test
    public void shouldNeedNothingFromOutside() throws Exception {
        assess("2025-03-01", "IN", "1", Map.of());
        String svg = svg(Locale.ENGLISH, true, TrajectoryChart.WIDTH);
        assertFalse(svg.replace("http://www.w3.org/2000/svg", "").contains("http"));
        assertFalse(svg.contains("<script"));
    }

    @Test
    public void shouldStayWithinItsWidthHoweverManyAssessments() throws Exception {
        for (int i = 0; i < 24; i++) {
            assess(
                    "2025-" + String.format("%02d", i / 2 + 1) + "-0" + (i % 2 + 1),
                    i < 12 ? "IN" : "OUT",
                    String.valueOf(i % 3),
                    Map.of());
        }
        for (int width : new int[] {TrajectoryChart.NARROWEST, TrajectoryChart.WIDTH}) {
            NodeList circles = parse(svg(Locale.FRENCH, true, width)).getElementsByTagName("circle");
            for (int i = 0; i < circles.getLength(); i++) {
                double x = Double.parseDouble(
                        circles.item(i).getAttributes().getNamedItem("cx").getNodeValue());
                assertTrue("a shape at " + x, x < width);
            }
        }
        Files.writeString(Path.of("target", "trajectory.svg"), svg(Locale.FRENCH, true, TrajectoryChart.WIDTH));
    }

    private static void assertTitle(String title, List<String> titles) {
        assertTrue("\"" + title + "\" in " + titles, titles.contains(title));
    }

    private void assess(String day, String context, String rating, Map<String, String> others) {
        Map<String, List<Object>> answers = new LinkedHashMap<>();
        answers.put("status", List.of("COMPLETE"));
        answers.put("raterRole", List.of("CONSENSUS"));
        answers.put("context", List.of(context));
        answers.put("FPJ", List.of("MODERATE"));
        answers.put("key", List.of("05", "07"));
        answers.put("goal", List.of("05", "06"));
        for (Item item : saprof.getItems()) {
            answers.put(item.getCode(), List.of(others.getOrDefault(item.getCode(), rating)));
        }
        assessments.add(Assessment.builder()
                .uuid(day)
                .instrument(saprof)
                .date(Times.moment(day, ZoneId.systemDefault()).get())
                .answers(answers)
                .faults(List.of())
                .build());
    }

    private Document draw(Locale locale, boolean sums) throws Exception {
        return parse(svg(locale, sums, TrajectoryChart.WIDTH));
    }

    private String svg(Locale locale, boolean sums, int width) {
        List<JudgementSeries> judgements = saprof.getQuestions().stream()
                .filter(q -> q.getPart() == Question.Part.JUDGEMENT)
                .map(q -> new JudgementSeries(
                        q,
                        assessments.stream()
                                .map(a -> new JudgementSeries.Point(
                                        a,
                                        a.choice(q.getCode()).flatMap(q::choice).orElse(null)))
                                .collect(Collectors.toList())))
                .collect(Collectors.toList());
        Scoring scoring = new Scoring(InstrumentSettings.NONE);
        List<ScaleSeries> scales = saprof.getScales().stream()
                .map(scale -> new ScaleSeries(
                        scale,
                        null,
                        assessments.stream()
                                .map(a -> new ScaleSeries.Point(
                                        a,
                                        scoring.scores(a).stream()
                                                .filter(s -> s.getScale().equals(scale))
                                                .findFirst()
                                                .get()))
                                .collect(Collectors.toList())))
                .collect(Collectors.toList());
        InstrumentTrajectory trajectory = InstrumentTrajectory.builder()
                .instrument(saprof)
                .assessments(assessments)
                .judgements(judgements)
                .scales(sums ? scales : null)
                .build();
        ResourceBundle messages = ResourceBundle.getBundle(
                "messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Words words =
                (key, arguments) -> MessageFormat.format(messages.getString(key).replace("'", "''"), arguments);
        return new TrajectoryChart(words, locale, ZoneId.systemDefault()).svg(trajectory, width);
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
