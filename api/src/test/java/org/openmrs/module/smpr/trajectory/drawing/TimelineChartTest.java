/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.Test;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.trajectory.Gap;
import org.openmrs.module.smpr.trajectory.TestSeries;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.w3c.dom.Element;

public class TimelineChartTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 20);

    private static final int[] WIDTHS = {TrajectoryChart.NARROWEST, TrajectoryChart.WIDTH, TrajectoryChart.WIDEST};

    private TestSeries series = new TestSeries().readOn(TODAY.toString());

    @Test
    public void shouldSayWhereHeStartedAndWhereHeIs() {
        series.hcr20("2025-01-10")
                .with("CP.IN", "HIGH")
                .with("SPH.IN", "MODERATE")
                .with("IV.IN", "LOW");
        series.hcr20("2025-07-10")
                .with("CP.IN", "MODERATE")
                .with("SPH.IN", "MODERATE")
                .with("IV.IN", "LOW");
        series.saprof("2025-01-12").with("FPJ", "LOW");
        Drawing drawn = draw(Locale.ENGLISH);
        drawn.assertText("Final opinions: HCR-20 V3 – in an institution");
        Element row = drawn.text("10 Jan 2025");
        drawn.assertText("high or urgent");
        assertTrue("a column each", Drawing.number(row, "x") < Drawing.number(drawn.text("10 Jul 2025"), "x"));
        drawn.assertTitle("serious physical harm – in an institution – 10 Jul 2025 – moderate");
        drawn.assertText("only one");
        assertTrue(
                drawn.elements("desc")
                        .get(0)
                        .getTextContent()
                        .contains(
                                "Final opinions: HCR-20 V3 – in an institution. Case prioritization (future violence) – first: high or urgent, 10 Jan 2025; latest: moderate or elevated, 10 Jul 2025"));
    }

    @Test
    public void shouldStandToScale() {
        series.capp("2025-03-01").with("raterRole", "SINGLE");
        series.capp("2025-04-01").with("raterRole", "SINGLE");
        series.capp("2026-03-01").with("raterRole", "SINGLE");
        Drawing drawn = draw(Locale.ENGLISH);
        double first = x(drawn, "CAPP – 1 Mar 2025 – complete, by one rater – in an institution");
        double second = x(drawn, "CAPP – 1 Apr 2025 – complete, by one rater – in an institution");
        double third = x(drawn, "CAPP – 1 Mar 2026 – complete, by one rater – in an institution");
        assertEquals(31.0 / 365, (second - first) / (third - first), 0.002);
    }

    @Test
    public void shouldMarkEveryKindOfAssessmentWithAShapeOfItsOwnAndSayWhich() {
        series.saprof("2025-01-10").with("raterRole", "SINGLE");
        series.saprof("2025-03-10");
        series.saprof("2025-05-10").with("raterRole", "INDEPENDENT");
        series.saprof("2025-07-10").with("status", "DRAFT");
        series.saprof("2025-09-10").fault("ratings.05", "severalAnswers");
        Drawing drawn = draw(Locale.ENGLISH);
        List<String> shapes = List.of(
                shape(drawn, "circle", "SAPROF – 10 Jan 2025 – complete, by one rater – in an institution"),
                shape(drawn, "path", "SAPROF – 10 Mar 2025 – complete, consensus – in an institution"),
                shape(
                        drawn,
                        "rect",
                        "SAPROF – 10 May 2025 – independent second rating, not counted – in an institution"),
                shape(drawn, "path", "SAPROF – 10 Jul 2025 – draft, not counted – in an institution"),
                shape(
                        drawn,
                        "path",
                        "SAPROF – 10 Sep 2025 – complete, with answers to be checked – in an institution"));
        assertEquals("each another", 5, shapes.stream().distinct().count());
        for (AssessmentSign sign : AssessmentSign.values()) {
            drawn.assertText(Drawing.language(Locale.ENGLISH).say(sign.messageKey()));
        }
        drawn.assertText("3 complete");
    }

    @Test
    public void shouldSayThatASettingChangedBetweenTwoAssessmentsAndNotWhen() {
        series.hcr20("2025-01-10");
        series.hcr20("2025-06-10");
        series.hcr20("2025-10-10").outside();
        Drawing drawn = draw(Locale.ENGLISH);
        Element custody = drawn.shape("rect", "in an institution – assessments from 10 Jan 2025 to 10 Jun 2025");
        Element community = drawn.shape("rect", "in the community – 10 Oct 2025");
        double end = Drawing.number(custody, "x") + Drawing.number(custody, "width");
        double start = Drawing.number(community, "x");
        assertTrue("what lies between belongs to neither", start - end > 50);
        String changed =
                "changed from “in an institution” to “in the community” at some time between 10 Jun 2025 and 10 Oct 2025";
        assertEquals(
                "hatched in both lanes",
                2,
                drawn.titles().stream().filter(changed::equals).count());
        assertTrue(drawn.elements("desc").get(0).getTextContent().contains(changed.substring(1) + "."));
        drawn.assertText("changed at some time in this stretch");
        drawn.assertText("the setting changed in this time: compare across it with care");
    }

    @Test
    public void shouldNotTakeTheContextOfRatingsForWhereThePersonWas() {
        series.saprof("2025-01-10");
        series.saprof("2025-06-10").outside();
        Drawing drawn = draw(Locale.ENGLISH);
        drawn.assertText("No complete assessment states it.");
        assertFalse(drawn.texts().contains("changed at some time in this stretch"));
    }

    @Test
    public void shouldShowTheFlatShareAndThePhasesOfCareWhereTheyAreCharted() {
        series.hcr20("2025-01-10").with("phase", "CUSTODY");
        series.hcr20("2025-06-10").outside("APC");
        series.hcr20("2025-10-10").outside("UCTI");
        series.hcr20("2026-01-10").outside();
        Drawing drawn = draw(Locale.ENGLISH);
        List<String> lanes = drawn.texts();
        List<String> settings = List.of("In an institution", "In the community", "In the flat-share (UCTI)");
        assertEquals(settings, lanes.stream().filter(settings::contains).collect(Collectors.toList()));
        drawn.assertText("Phase of care");
        drawn.assertTitle("in custody – 10 Jan 2025");
        drawn.assertTitle("in the flat-share (UCTI) – 10 Oct 2025");
    }

    @Test
    public void shouldNotDrawAsAChangeWhatMayBeTheFlatShareToo() {
        series.hcr20("2025-06-10").outside("UCTI");
        series.hcr20("2025-10-10").outside();
        Drawing drawn = draw(Locale.ENGLISH);
        drawn.assertTitle("in the flat-share (UCTI) – 10 Jun 2025");
        drawn.assertTitle("in the community – 10 Oct 2025");
        assertFalse(drawn.text().contains("changed"));
    }

    @Test
    public void shouldJoinOpinionsByStepsAlone() {
        series.saprof("2025-01-10").with("raterRole", "SINGLE").with("FPJ", "LOW");
        series.saprof("2025-05-10").with("raterRole", "SINGLE").with("FPJ", "HIGH");
        series.saprof("2025-09-10").with("raterRole", "SINGLE").with("FPJ", "MODERATE");
        Drawing drawn = draw(Locale.ENGLISH);
        assertTrue(drawn.elements("path").stream()
                .map(path -> path.getAttribute("d"))
                .anyMatch(path -> path.matches("M[\\d. ]+H[\\d.]+V[\\d.]+H[\\d.]+V[\\d.]+")));
        assertTrue(drawn.elements("line").stream()
                .allMatch(line -> line.getAttribute("x1").equals(line.getAttribute("x2"))
                        || line.getAttribute("y1").equals(line.getAttribute("y2"))));
        double low = Drawing.number(drawn.shape("circle", "final protection judgement – 10 Jan 2025 – low"), "cy");
        double high = Drawing.number(drawn.shape("circle", "final protection judgement – 10 May 2025 – high"), "cy");
        assertTrue(high < low);
    }

    @Test
    public void shouldSayThatAnOpinionIsNotStated() {
        series.saprof("2025-01-10").with("FPJ", "LOW");
        series.saprof("2025-05-10").without("FPJ");
        Drawing drawn = draw(Locale.ENGLISH);
        drawn.assertTitle("final protection judgement – 10 May 2025 – not stated");
        drawn.assertText("?");
        assertFalse("nobody has given it", drawn.text().contains("Integrative"));
    }

    @Test
    public void shouldSayWhatIsMissing() {
        series.hcr20("2025-01-10").rated("C2", "OMIT").rated("R4", "OMIT");
        series.saprof("2026-03-10");
        series.saprof("2026-03-15").with("status", "DRAFT");
        Drawing drawn = draw(Locale.ENGLISH);
        drawn.assertText("never assessed");
        drawn.assertText("CAPP: no complete assessment");
        drawn.assertText("14 months ago");
        drawn.assertText("not rated for longer than the instrument looks back or ahead");
        drawn.assertText(
                "HCR-20 V3: the latest was 14 months ago; omitted in the latest: C2, R4; no date of the next review is set");
        drawn.assertText("SAPROF: a draft to be completed (15 Mar 2026)");
    }

    @Test
    public void shouldCountDraftsWhereThereAreMany() {
        for (int day = 1; day <= 9; day++) {
            series.saprof("2026-03-0" + day).with("status", "DRAFT");
        }
        draw(Locale.ENGLISH)
                .assertText(
                        "SAPROF: no complete assessment; 9 drafts to be completed (…, 7 Mar 2026, 8 Mar 2026, 9 Mar 2026)");
    }

    @Test
    public void shouldHaveWordsForEveryGap() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            for (Gap.Kind kind : Gap.Kind.values()) {
                assertFalse(Drawing.language(locale)
                        .say("smpr.chart.gap." + kind, 2, "C2")
                        .isEmpty());
            }
        }
    }

    @Test
    public void shouldSetAFlagForTheReview() {
        series.hcr20("2025-12-10").with("reviewDate", LocalDate.of(2026, 6, 10));
        Drawing drawn = draw(Locale.ENGLISH);
        Element flag = drawn.shape("path", "HCR-20 V3: review set for 10 Jun 2026");
        double today = Drawing.number(drawn.text("today"), "x");
        assertTrue("after today", Double.parseDouble(flag.getAttribute("d").split("[M ]")[1]) > today);
        assertFalse(drawn.text().contains("overdue"));
    }

    @Test
    public void shouldSayThatTheReviewIsOverdue() {
        series.hcr20("2025-06-10").with("reviewDate", LocalDate.of(2025, 12, 10));
        draw(Locale.ENGLISH).assertText("HCR-20 V3: review set for 10 Dec 2025, overdue");
        draw(Locale.FRENCH).assertText("HCR-20 V3\u00a0: révision fixée au 10 déc. 2025, dépassée");
    }

    @Test
    public void shouldNotLetADistantReviewPressTheRestTogether() {
        series.hcr20("2025-06-10").with("reviewDate", LocalDate.of(2126, 6, 10));
        for (int width : WIDTHS) {
            Drawing drawn = new Drawing(svg(Locale.ENGLISH, width));
            drawn.assertText("HCR-20 V3: review set for 10 Jun 2126");
            assertWithin(drawn, width);
            assertFalse(drawn.texts().contains("2050"));
        }
    }

    @Test
    public void shouldNameMonthsQuartersOrYearsAsThereIsRoom() {
        series.capp("2026-01-10");
        Drawing months = draw(Locale.ENGLISH);
        Stream.of("Feb", "Mar").forEach(months::assertText);
        series.capp("2024-01-10");
        Drawing quarters = draw(Locale.ENGLISH);
        Stream.of("Apr", "Jul", "Oct", "2024", "2025").forEach(quarters::assertText);
        assertFalse(quarters.texts().contains("Feb"));
        series.capp("2010-01-10");
        Drawing years = draw(Locale.ENGLISH);
        Stream.of("2012", "2014", "2024").forEach(years::assertText);
        assertFalse(years.texts().contains("Apr"));
        assertFalse(years.texts().contains("2013"));
    }

    @Test
    public void shouldShowNoSumToAnybody() {
        series.hcr20("2025-01-10");
        series.saprof("2025-01-12");
        assertEquals(
                new TimelineChart(Drawing.language(Locale.ENGLISH)).svg(trajectory(false), 960),
                new TimelineChart(Drawing.language(Locale.ENGLISH)).svg(trajectory(true), 960));
    }

    @Test
    public void shouldSpeakFrench() {
        series.hcr20("2025-01-10").with("CP.IN", "HIGH").with("SPH.IN", "LOW").with("IV.IN", "LOW");
        series.hcr20("2025-09-01")
                .outside()
                .with("CP.OUT", "MODERATE")
                .with("SPH.OUT", "LOW")
                .with("IV.OUT", "LOW");
        Drawing drawn = draw(Locale.FRENCH);
        assertEquals("fr", drawn.root().getAttribute("lang"));
        drawn.assertTitle("Trajectoire du risque\u00a0: vue d’ensemble");
        drawn.assertTitle("priorité du suivi (violence future) – en milieu libre – 1er sept. 2025 – modérée ou accrue");
        drawn.assertText("aujourd’hui");
        drawn.assertText("CAPP\u00a0: aucune évaluation terminée");
        assertTrue(drawn.text().contains("Ne constitue pas une expertise"));
        assertFalse(drawn.text().matches("(?s).*(null|smpr\\.|récidiv|amélior|aggrav).*"));
    }

    @Test
    public void shouldSayThatThereIsNothing() {
        for (int width : WIDTHS) {
            Drawing drawn = new Drawing(svg(Locale.ENGLISH, width));
            drawn.assertText("No complete assessment has been charted.");
            assertEquals(
                    3, drawn.texts().stream().filter("never assessed"::equals).count());
            assertLegible(drawn, width);
        }
    }

    @Test
    public void shouldSayThatAPartIsShown() {
        series.hcr20("2025-01-10");
        Trajectory part = series.trajectory(
                TrajectorySearch.builder()
                        .from(Times.moment("2024-01-01", TestSeries.ZONE).get())
                        .build(),
                false);
        String svg = new TimelineChart(Drawing.language(Locale.ENGLISH)).svg(part, 960);
        new Drawing(svg).assertText("Only a part of the record was asked for; the rest is not shown.");
    }

    @Test
    public void shouldNeedNothingFromOutside() {
        series.hcr20("2025-01-10");
        String svg = svg(Locale.ENGLISH, 960);
        assertFalse(svg.replace("http://www.w3.org/2000/svg", "").contains("http"));
        assertFalse(svg.contains("<script"));
    }

    @Test
    public void shouldBeLegibleHoweverManyAssessmentsAndHoweverLongTheTime() {
        for (int count : new int[] {1, 2, 8, 24, 96}) {
            for (long days : new long[] {0, 30, 700, 8 * 365}) {
                series = new TestSeries().readOn(TODAY.toString());
                for (int i = 0; i < count; i++) {
                    chartAll(TODAY.minusDays(days - days * i / count), i * 2 >= count, i);
                }
                assertLegibleInEveryWidthAndLanguage();
            }
        }
    }

    @Test
    public void shouldBeLegibleWhateverIsMissing() {
        List<String> phases = List.of("APC", "UCTI", "AFTER-CARE");
        for (int i = 0; i < 24; i++) {
            TestSeries.Charted charted = series.hcr20(
                            TODAY.minusDays(500 - 10 * (i / 2)).toString())
                    .at(moment(TODAY.minusDays(500 - 10 * (i / 2)), i))
                    .with("raterRole", i % 2 == 0 ? "SINGLE" : "CONSENSUS")
                    .with("reviewDate", TODAY.plusDays(i * 7L - 160));
            if (i % 4 > 0) {
                charted.outside(phases.get(i % 3));
            }
            if (i % 5 == 0) {
                charted.without("CP.IN", "IV.IN", "CP.OUT", "IV.OUT");
            }
        }
        assertLegibleInEveryWidthAndLanguage();
    }

    private void assertLegibleInEveryWidthAndLanguage() {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.FRENCH)) {
            Trajectory trajectory = trajectory(false);
            for (int width : WIDTHS) {
                assertLegible(new Drawing(new TimelineChart(Drawing.language(locale)).svg(trajectory, width)), width);
            }
        }
    }

    private static void assertLegible(Drawing drawn, int width) {
        assertWithin(drawn, width);
        List<Element> texts = drawn.elements("text");
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                assertFalse(
                        texts.get(i).getTextContent() + " over " + texts.get(j).getTextContent() + " at " + width,
                        overlap(texts.get(i), texts.get(j)));
            }
        }
    }

    private static void assertWithin(Drawing drawn, int width) {
        for (Element text : drawn.elements("text")) {
            assertTrue(text.getTextContent() + " ends at " + right(text) + " of " + width, right(text) <= width);
            assertTrue(text.getTextContent() + " begins at " + left(text), left(text) >= 0);
        }
        for (Element shape : drawn.elements("circle")) {
            assertTrue(Drawing.number(shape, "cx") < width);
        }
    }

    private static boolean overlap(Element one, Element other) {
        return left(one) < right(other)
                && left(other) < right(one)
                && Drawing.number(one, "y") - size(one) * 0.7 < Drawing.number(other, "y")
                && Drawing.number(other, "y") - size(other) * 0.7 < Drawing.number(one, "y");
    }

    private static double size(Element text) {
        return Drawing.number(text, "font-size");
    }

    private static double left(Element text) {
        double width = Lettering.width(text.getTextContent(), size(text));
        double x = Drawing.number(text, "x");
        String anchor = text.getAttribute("text-anchor");
        return anchor.equals("end") ? x - width : anchor.equals("middle") ? x - width / 2 : x;
    }

    private static double right(Element text) {
        return left(text) + Lettering.width(text.getTextContent(), size(text));
    }

    private static double x(Drawing drawn, String title) {
        return Drawing.number(drawn.shape("circle", title), "cx");
    }

    /** What it looks like, wherever it stands. */
    private static String shape(Drawing drawn, String name, String title) {
        Element shape = drawn.shape(name, title);
        return name + shape.getAttribute("d").replaceFirst("M[\\d. ]+", "") + shape.getAttribute("fill");
    }

    /** One of each, of which the opinions go up and down; every third CAPP is a draft. */
    private void chartAll(LocalDate day, boolean outside, int i) {
        TestSeries.Charted hcr20 = series.hcr20(day.toString()).at(moment(day, i));
        TestSeries.Charted saprof = series.saprof(day.toString()).at(moment(day, i));
        TestSeries.Charted capp = series.capp(day.toString()).at(moment(day, i));
        if (outside) {
            Stream.of(hcr20, saprof, capp).forEach(TestSeries.Charted::outside);
        }
        String context = outside ? "OUT" : "IN";
        hcr20.with("CP." + context, level(i))
                .with("SPH." + context, level(i + 1))
                .with("IV." + context, level(i + 2));
        saprof.with("FPJ", level(i)).with("IFRJ", level(i + 1));
        capp.with("status", i % 3 == 0 ? "DRAFT" : "COMPLETE");
    }

    /** Another for each of a day. */
    private static String moment(LocalDate day, int i) {
        return day.atTime(6, 0)
                .plusMinutes(i)
                .atZone(TestSeries.ZONE)
                .toOffsetDateTime()
                .toString();
    }

    private static String level(int i) {
        return List.of("LOW", "MODERATE", "HIGH").get(i % 3);
    }

    @Test
    public void shouldMarkWhatWasAmendedAfterItWasComplete() {
        series.saprof("2025-04-10");
        assertFalse(draw(Locale.ENGLISH).text().contains("amended"));
        series.saprof("2025-05-10").amended();

        Drawing drawn = draw(Locale.ENGLISH);
        assertTrue(drawn.text(), drawn.text().contains("amended after it was complete"));
        drawn.assertTitle("SAPROF – 10 May 2025* – complete, consensus – in an institution");
        assertTrue(draw(Locale.FRENCH).text().contains("modifiée après avoir été terminée"));
    }

    @Test
    public void shouldSayThatSomethingIsHiddenFromTheReader() {
        series.saprof("2025-04-10").with("status", "DRAFT").with("raterRole", "INDEPENDENT");
        series.hiding(TestInstruments.SAPROF, "2025-04-01", true);

        String text = draw(Locale.ENGLISH).text();
        assertTrue(text, text.contains("This is not the whole"));
        assertTrue(text, text.contains("hidden for now"));
        assertTrue(text, text.contains("SAPROF: a rating is hidden from this reader"));
        assertFalse(text, text.contains("SAPROF: no complete assessment"));
        assertFalse(text, text.contains("No complete assessment has been charted"));
        assertFalse(text, text.contains("No complete assessment states it"));
        assertTrue(draw(Locale.FRENCH).text().contains("Ceci n’est pas tout"));
    }

    private Drawing draw(Locale locale) {
        return new Drawing(svg(locale, TrajectoryChart.WIDTH));
    }

    private String svg(Locale locale, int width) {
        return new TimelineChart(Drawing.language(locale)).svg(trajectory(false), width);
    }

    private Trajectory trajectory(boolean sums) {
        return series.trajectory(TrajectorySearch.builder().build(), sums);
    }
}
