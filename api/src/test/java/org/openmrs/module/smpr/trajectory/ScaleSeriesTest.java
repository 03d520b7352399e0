/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.TestInstruments.CAPP;
import static org.openmrs.module.smpr.TestInstruments.HCR20V3;
import static org.openmrs.module.smpr.TestInstruments.SAPROF;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Instrument;

/** Sums over time: how far error reaches around each, and how they went. */
public class ScaleSeriesTest {

    /** The average month, 365.25 / 12 days. */
    private static final double MONTH = 30.4375;

    private final TestSeries man = new TestSeries();

    @Test
    public void shouldDrawABandAroundEachValueWhereReliabilityIsKnown() {
        man.reliability(HCR20V3, "C", 2.89, 0.88);
        man.hcr20("2026-01-10").scale("C", "PPPPP");
        ScaleSeries series = series(HCR20V3, "C", null);
        // SEM 2.89 · √.12 = 1.0011; 1.96 · 1.0011 = 1.9622
        assertEquals(5 - 1.9622, series.getPoints().get(0).getLow(), 0.0001);
        assertEquals(5 + 1.9622, series.getPoints().get(0).getHigh(), 0.0001);
        assertEquals(2.89, series.getReliability().getSd(), 0);
    }

    @Test
    public void shouldClipABandToTheRangeOfTheScale() {
        man.reliability(HCR20V3, "C", 2.89, 0.88);
        man.hcr20("2026-01-10").scale("C", "PNNNN");
        man.hcr20("2026-05-10").scale("C", "YYYYP");
        List<ScaleSeries.Point> points = series(HCR20V3, "C", null).getPoints();
        assertEquals(0, points.get(0).getLow(), 0);
        assertEquals(2.9622, points.get(0).getHigh(), 0.0001);
        assertEquals(7.0378, points.get(1).getLow(), 0.0001);
        assertEquals(10, points.get(1).getHigh(), 0);
    }

    @Test
    public void shouldDrawNoBandWithoutAReliabilityOrAValue() {
        man.hcr20("2026-01-10");
        assertNull(series(HCR20V3, "C", null).getPoints().get(0).getLow());
        assertNull(series(HCR20V3, "C", null).getReliability());
        man.reliability(HCR20V3, "C", 2.89, 0.88);
        man.hcr20("2026-05-10").rated("C1", "OMIT");
        ScaleSeries.Point omitted = series(HCR20V3, "C", null).getPoints().get(1);
        assertNull(omitted.getLow());
        assertNull(omitted.getHigh());
    }

    @Test
    public void shouldHaveNoSlopeOfTwoPoints() {
        clinical("2025-01-01", 8);
        clinical("2025-06-01", 6);
        assertEquals(List.of(), series(HCR20V3, "C", null).getSlopes());
    }

    @Test
    public void shouldHaveASlopeOfThreePointsAndNoInterval() {
        clinical("2025-01-01", 8);
        clinicalAfter(100, 6);
        clinicalAfter(200, 5);
        Slope slope = slope();
        // A day: −2/100, −1/100 and −3/200; the one in the middle is −0.015.
        assertEquals(-0.015 * MONTH, slope.getPerMonth(), 1e-12);
        assertEquals(3, slope.getPoints());
        assertEquals(LocalDate.of(2025, 1, 1), slope.getFirst());
        assertEquals(LocalDate.of(2025, 1, 1).plusDays(200), slope.getLast());
        assertNoInterval(slope);
    }

    @Test
    public void shouldHaveNoIntervalOfFourPoints() {
        clinical("2025-01-01", 8);
        clinicalAfter(100, 6);
        clinicalAfter(200, 5);
        clinicalAfter(300, 5);
        Slope slope = slope();
        // A day, in hundredths: −2, −1.5, −1, −1, −0.5, 0; between the two in the middle −1.
        assertEquals(-0.01 * MONTH, slope.getPerMonth(), 1e-12);
        assertNoInterval(slope);
    }

    @Test
    public void shouldHaveAnIntervalOfFivePoints() {
        clinical("2025-01-01", 9);
        clinicalAfter(100, 8);
        clinicalAfter(200, 8);
        clinicalAfter(300, 6);
        clinicalAfter(400, 5);
        Slope slope = slope();
        // A day, in hundredths: −2, −1.5, −1 six times, −0.5, 0. Of 120 orders of five, one has no pair discordant and
        // one all: the smallest to the largest slope covers 118 / 120, and the next ones in 110 / 120, which is less
        // than .95.
        assertEquals(-0.01 * MONTH, slope.getPerMonth(), 1e-12);
        assertEquals(-0.02 * MONTH, slope.getLow(), 1e-12);
        assertEquals(0, slope.getHigh(), 1e-12);
        assertEquals(118 / 120.0, slope.getConfidence(), 1e-12);
    }

    @Test
    public void shouldDescribeEachSettingByItself() {
        clinical("2025-01-01", 9);
        clinicalAfter(50, 8);
        clinicalAfter(100, 7);
        man.hcr20(day(150)).outside().scale("C", "PPPNN");
        man.hcr20(day(200)).outside().scale("C", "PPPNN");
        assertEquals(List.of("IN 3"), slopes(HCR20V3, "C"));
        man.hcr20(day(250)).outside().scale("C", "PPPNN");
        assertEquals(List.of("IN 3", "OUT 3"), slopes(HCR20V3, "C"));
        assertEquals(0, series(HCR20V3, "C", null).getSlopes().get(1).getPerMonth(), 0);
    }

    @Test
    public void shouldDescribeTheFlatShareByItself() {
        for (int i = 0; i < 3; i++) {
            man.hcr20(day(i * 30)).outside("APC");
            man.hcr20(day(i * 30 + 15)).outside("UCTI");
        }
        assertEquals(List.of("OUT 3", "OUT 3"), slopes(HCR20V3, "C"));
        assertEquals(
                List.of(new Setting("OUT", false, null, null), new Setting("OUT", true, "UCTI", null)),
                series(HCR20V3, "C", null).getSlopes().stream()
                        .map(Slope::getSetting)
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldDescribeOneEditionByItself() {
        man.capp("2025-01-10");
        man.capp("2025-07-10").with("edition", "SRS");
        man.capp("2026-01-10").with("edition", "SRS");
        assertEquals(List.of(), slopes(CAPP, "A"));
        man.capp("2026-05-10").with("edition", "SRS");
        assertEquals(List.of("IN 3"), slopes(CAPP, "A"));
    }

    @Test
    public void shouldDescribeWhatCanBeComparedWithTheLatestOfASetting() {
        for (String other : List.of("raterRole", "informant")) {
            TestSeries another = new TestSeries();
            for (int i = 0; i < 3; i++) {
                another.hcr20(day(i * 100)).scale("C", i == 1 ? "YYYYY" : "PPPPP");
            }
            another.hcr20(day(50)).scale("C", "NNNNN").with(other, other.equals("informant") ? "FILE" : "SINGLE");
            assertEquals(other, List.of("IN 3"), slopes(another, HCR20V3, "C"));
            another.hcr20(day(400)).scale("C", "NNNNN").with(other, other.equals("informant") ? "FILE" : "SINGLE");
            assertEquals("two like the latest", List.of(), slopes(another, HCR20V3, "C"));
            another.hcr20(day(500)).scale("C", "NNNNN").with(other, other.equals("informant") ? "FILE" : "SINGLE");
            assertEquals(other, List.of("IN 3"), slopes(another, HCR20V3, "C"));
            assertEquals(
                    0, series(another, HCR20V3, "C", null).getSlopes().get(0).getPerMonth(), 0);
        }
    }

    @Test
    public void shouldPassOverWhatCanBeComparedWithNothing() {
        man.capp("2024-01-10");
        man.capp("2024-07-10");
        man.capp("2025-01-10").shortWindow();
        man.capp("2025-07-10").without("raterRole");
        assertEquals(List.of(), slopes(CAPP, "A"));
        man.capp("2026-01-10");
        man.capp("2026-03-10").without("windowStart");
        assertEquals(List.of("IN 3"), slopes(CAPP, "A"));
    }

    @Test
    public void shouldTakeOfADayTheConsensusThatStandsForIt() {
        clinical("2025-01-01", 8);
        man.hcr20("2025-01-01")
                .at("2025-01-01T16:00:00+01:00")
                .scale("C", "NNNNN")
                .with("raterRole", "SINGLE");
        clinicalAfter(100, 6);
        clinicalAfter(200, 5);
        assertEquals(-0.015 * MONTH, slope().getPerMonth(), 1e-12);
        assertEquals(3, slope().getPoints());
    }

    @Test
    public void shouldCountNoPointThatHasNoValueOrStatesNoSetting() {
        clinical("2025-01-01", 8);
        clinicalAfter(100, 6);
        man.hcr20(day(200)).rated("C1", "OMIT");
        man.hcr20(day(300)).without("context");
        assertEquals(List.of(), slopes(HCR20V3, "C"));
    }

    @Test
    public void shouldHaveNoSlopeOfAScaleWithStaticItems() {
        for (int i = 0; i < 6; i++) {
            man.hcr20(day(i * 50));
            man.saprof(day(i * 50));
        }
        assertEquals(List.of(), slopes(HCR20V3, "H"));
        assertEquals(List.of(), slopes(HCR20V3, "total"));
        assertEquals(List.of("IN 6"), slopes(HCR20V3, "CR"));
        assertEquals(List.of(), slopes(SAPROF, "internal"));
        assertEquals(List.of(), slopes(SAPROF, "total"));
        assertEquals(List.of("IN 6"), slopes(SAPROF, "external"));
    }

    @Test
    public void shouldTakeTwoOfOneDayForOnePoint() {
        clinical("2025-01-01", 8);
        man.hcr20("2025-01-01").at("2025-01-01T16:00:00+01:00").scale("C", "PPPPY");
        clinicalAfter(100, 5);
        assertEquals(List.of(), slopes(HCR20V3, "C"));
        clinicalAfter(200, 5);
        // From 6 to 5 and 5, in hundredths a day: −1, −0.5 and 0.
        assertEquals(-0.005 * MONTH, slope().getPerMonth(), 1e-12);
        assertEquals(3, slope().getPoints());
    }

    @Test
    public void shouldHaveNoSlopeWithinOneDay() {
        for (int hour = 10; hour < 14; hour++) {
            man.hcr20("2025-01-01").at("2025-01-01T" + hour + ":00:00+01:00");
        }
        assertEquals(List.of(), slopes(HCR20V3, "C"));
    }

    private static void assertNoInterval(Slope slope) {
        assertNull(slope.getLow());
        assertNull(slope.getHigh());
        assertNull(slope.getConfidence());
    }

    private void clinicalAfter(int days, int sum) {
        clinical(day(days), sum);
    }

    private static String day(int after) {
        return LocalDate.of(2025, 1, 1).plusDays(after).toString();
    }

    /** In custody, with a sum from 5 to 10 of the clinical items. */
    private void clinical(String day, int sum) {
        assertTrue(sum >= 5);
        man.hcr20(day).scale("C", "YYYYY".substring(0, sum - 5) + "PPPPP".substring(sum - 5));
    }

    private Slope slope() {
        List<Slope> slopes = series(HCR20V3, "C", null).getSlopes();
        assertEquals(1, slopes.size());
        return slopes.get(0);
    }

    private List<String> slopes(Instrument instrument, String scale) {
        return slopes(man, instrument, scale);
    }

    private static List<String> slopes(TestSeries man, Instrument instrument, String scale) {
        return man.of(instrument).getScales().stream()
                .filter(series -> series.getScale().getCode().equals(scale))
                .flatMap(series -> series.getSlopes().stream())
                .map(slope -> slope.getSetting().getContext() + " " + slope.getPoints())
                .collect(Collectors.toList());
    }

    private ScaleSeries series(Instrument instrument, String scale, String context) {
        return series(man, instrument, scale, context);
    }

    private static ScaleSeries series(TestSeries man, Instrument instrument, String scale, String context) {
        return man.of(instrument).getScales().stream()
                .filter(series -> series.getScale().getCode().equals(scale))
                .filter(series -> context == null || context.equals(series.getContext()))
                .findFirst()
                .get();
    }
}
