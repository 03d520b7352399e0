/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.Test;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.drawing.Lettering;
import org.openmrs.module.smpr.trajectory.drawing.Svg;
import org.openmrs.module.smpr.trajectory.words.TestLanguage;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/** The time axis goes from 64 to 696 pixels; with one curve 100 % is at 34 and 0 % at 274. */
public class CurveDrawingTest {

    private static final double YEAR = 365.25;

    private static final double NONE = Double.NaN;

    private static Curve.CurveBuilder curve(String name) {
        return Curve.builder().of(Term.ofCode(name));
    }

    private static List<Double> list(double... values) {
        return DoubleStream.of(values).boxed().collect(Collectors.toList());
    }

    private static List<Long> counts(long... values) {
        return LongStream.of(values).boxed().collect(Collectors.toList());
    }

    private static Element draw(Curve... curves) throws Exception {
        String svg = new CurveDrawing(new Wording(TestLanguage.FRENCH))
                .draw(Figure.builder()
                        .code("incidence")
                        .about(Collections.singletonList(Term.of("horizon", "MONTHS", 12)))
                        .curves(Arrays.asList(curves))
                        .build());
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(svg)))
                .getDocumentElement();
    }

    private static List<Element> all(Element svg, String name) {
        return IntStream.range(0, svg.getElementsByTagName(name).getLength())
                .mapToObj(i -> (Element) svg.getElementsByTagName(name).item(i))
                .collect(Collectors.toList());
    }

    /** @return the lines of the curves, without the samples of the legend and the rows */
    private static List<String> lines(Element svg) {
        return all(svg, "path").stream()
                .filter(path -> path.hasAttribute("stroke-width"))
                .map(path -> path.getAttribute("d"))
                .collect(Collectors.toList());
    }

    private static List<String> bands(Element svg) {
        return all(svg, "path").stream()
                .filter(path -> path.hasAttribute("fill-opacity"))
                .map(path -> path.getAttribute("d"))
                .collect(Collectors.toList());
    }

    private static List<String> texts(Element svg) {
        return all(svg, "text").stream().map(Element::getTextContent).collect(Collectors.toList());
    }

    @Test
    public void shouldDrawStepsAtTheirDays_AsLongAsSomebodyIsAtRisk() throws Exception {
        Element svg = draw(curve("any")
                .times(list(0, YEAR / 2, YEAR))
                .estimates(list(0, 0.25, 0.5))
                .lower(list(NONE, NONE, NONE))
                .upper(list(NONE, NONE, NONE))
                .ticks(list(0, YEAR, 2 * YEAR))
                .atRisk(counts(10, 5, 2))
                .events(counts(0, 4, 4))
                .build());
        assertEquals(Collections.singletonList("M64 274H222V214H380V154H696"), lines(svg));
        assertTrue("An interval that is not defined is not drawn", bands(svg).isEmpty());
        assertEquals("img", svg.getAttribute("role"));
        assertTrue(
                svg.getAttribute("aria-label"), svg.getAttribute("aria-label").endsWith("12 mois"));
    }

    @Test
    public void shouldEndTheLineWhereNobodyIsAtRisk() throws Exception {
        Element svg = draw(curve("any")
                .times(list(0, YEAR / 2))
                .estimates(list(0, 1))
                .lower(list(NONE, NONE))
                .upper(list(NONE, NONE))
                .ticks(list(0, YEAR, 2 * YEAR))
                .atRisk(counts(1, 0, 0))
                .events(counts(0, 1, 1))
                .build());
        assertEquals(
                "One man: up at his day, and no further", Collections.singletonList("M64 274H222V34H222"), lines(svg));
    }

    @Test
    public void shouldDrawTheIntervalAsAnAreaOfSteps_FromWhereItIsDefined() throws Exception {
        Element svg = draw(curve("any")
                .times(list(0, YEAR))
                .estimates(list(0, 0.5))
                .lower(list(NONE, 0.25))
                .upper(list(NONE, 0.75))
                .ticks(list(0, YEAR, 2 * YEAR))
                .atRisk(counts(10, 5, 2))
                .events(counts(0, 5, 5))
                .build());
        assertEquals(Collections.singletonList("M380 94L696 94L696 214L380 214Z"), bands(svg));
    }

    @Test
    public void shouldTellCurvesApartWithoutTheirColour_AndNameThem() throws Exception {
        List<Curve> curves = new ArrayList<>();
        for (String name : Arrays.asList("one", "other <&> third")) {
            curves.add(curve(name)
                    .times(list(0))
                    .estimates(list(0))
                    .lower(list(NONE))
                    .upper(list(NONE))
                    .ticks(list(0, YEAR))
                    .atRisk(counts(3, 3))
                    .events(counts(0, 0))
                    .build());
        }
        Element svg = draw(curves.toArray(new Curve[0]));
        assertEquals(
                Arrays.asList("", "6 3"),
                all(svg, "path").stream()
                        .filter(path -> path.hasAttribute("stroke-width"))
                        .map(path -> path.getAttribute("stroke-dasharray"))
                        .collect(Collectors.toList()));
        assertTrue(texts(svg).containsAll(Arrays.asList("one", "other <&> third")));
    }

    @Test
    public void shouldSayThatThereIsNothingToDraw() throws Exception {
        Curve empty = curve("any")
                .times(list())
                .estimates(list())
                .lower(list())
                .upper(list())
                .build();
        for (Element svg : Arrays.asList(draw(), draw(empty))) {
            assertTrue(lines(svg).isEmpty());
            assertTrue(texts(svg).contains("Rien à tracer"));
            assertFalse(texts(svg).contains("À risque"));
        }
    }

    /** What lies between two times that are told nobody knows: a line would say that nothing happened until the second. */
    @Test
    public void shouldDrawPointsWithTheirIntervals_AndNothingBetween_WhereItIsToldAtSomeTimesAlone() throws Exception {
        Element svg = draw(curve("any")
                .times(list(0, YEAR, 2 * YEAR))
                .estimates(list(0, 0.25, 0.5))
                .lower(list(NONE, 0.125, 0.25))
                .upper(list(NONE, 0.5, 0.75))
                .ticks(list(0, YEAR, 2 * YEAR))
                .build());
        assertTrue("no steps", lines(svg).isEmpty());
        assertTrue("no area", bands(svg).isEmpty());
        assertEquals(
                "the one in the legend, and one a time",
                Arrays.asList("M78 8", "M64 274", "M380 214", "M696 154"),
                all(svg, "path").stream()
                        .map(path -> path.getAttribute("d").replaceAll("m.*", ""))
                        .collect(Collectors.toList()));
        assertEquals(
                Arrays.asList("380 244 380 154", "696 214 696 94"),
                all(svg, "line").stream()
                        .filter(line -> !line.getAttribute("stroke").equals(Svg.LINE)
                                && !line.getAttribute("stroke").equals(Svg.SOFT)
                                && line.getAttribute("x1").equals(line.getAttribute("x2")))
                        .map(line -> String.join(
                                " ",
                                line.getAttribute("x1"),
                                line.getAttribute("y1"),
                                line.getAttribute("x2"),
                                line.getAttribute("y2")))
                        .collect(Collectors.toList()));
        assertTrue(texts(svg).containsAll(Arrays.asList("0", "12", "24")));
        assertFalse(texts(svg).contains("À risque"));
    }

    @Test
    public void shouldPutPointsOfSeveralCurvesBesideEachOther_WithMarksOfTheirOwn() throws Exception {
        Element svg = draw(
                curve("one")
                        .times(list(0, YEAR))
                        .estimates(list(0, 0.5))
                        .lower(list(NONE, NONE))
                        .upper(list(NONE, NONE))
                        .build(),
                curve("other")
                        .times(list(0, 2 * YEAR))
                        .estimates(list(0, 0.5))
                        .lower(list(NONE, NONE))
                        .upper(list(NONE, NONE))
                        .build());
        assertEquals(
                Arrays.asList("M64 292", "M375 172", "M64 292", "M701 172"),
                all(svg, "path").stream()
                        .skip(2)
                        .map(path -> path.getAttribute("d").replaceAll("m.*", ""))
                        .collect(Collectors.toList()));
        assertEquals(
                "as many marks as curves",
                2,
                all(svg, "path").stream()
                        .map(path -> path.getAttribute("d").replaceAll("^M[^m]*", ""))
                        .distinct()
                        .count());
        assertTrue(texts(svg).containsAll(Arrays.asList("0", "12", "24")));
    }

    @Test
    public void shouldNeverLetNumbersAtRiskRunIntoOneAnother() throws Exception {
        for (int ticks : new int[] {2, 13, 25, 61}) {
            for (long most : new long[] {9, 150, 20_000, 150_000}) {
                double[] days =
                        IntStream.range(0, ticks).mapToDouble(i -> i * YEAR / 4).toArray();
                long[] atRisk =
                        IntStream.range(0, ticks).mapToLong(i -> most - i % 2).toArray();
                Element svg = draw(curve("any")
                        .times(list(0))
                        .estimates(list(0))
                        .lower(list(NONE))
                        .upper(list(NONE))
                        .ticks(list(days))
                        .atRisk(counts(atRisk))
                        .events(counts(atRisk))
                        .build());
                all(svg, "text").stream()
                        .filter(text -> text.getAttribute("text-anchor").equals("middle"))
                        .filter(text -> text.getTextContent().matches("\\d+"))
                        .collect(Collectors.groupingBy(text -> text.getAttribute("y")))
                        .values()
                        .forEach(CurveDrawingTest::assertApart);
            }
        }
    }

    private static void assertApart(List<Element> line) {
        for (int i = 1; i < line.size(); i++) {
            assertTrue(
                    line.get(i - 1).getTextContent() + " and " + line.get(i).getTextContent(),
                    end(line.get(i - 1), 1) < end(line.get(i), -1));
        }
    }

    private static double end(Element text, int side) {
        return Double.parseDouble(text.getAttribute("x")) + side * Lettering.width(text.getTextContent(), 12) / 2;
    }
}
