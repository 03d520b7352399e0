/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.List;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Scale;
import org.openmrs.module.smpr.trajectory.ScaleSeries;
import org.openmrs.module.smpr.trajectory.Slope;

/**
 * Draws the sums, or the means where these are usual: a panel a scale, and a context where it exists once for each. Where
 * the measurement error is known each value has its band; how it went within one setting is said in words under the panel,
 * because a line drawn through the points would look like a forecast.
 */
final class ScalePanels {

    private static final double PANEL = 74;

    /** Room for the number over the highest end of a band. */
    private static final double OVER_BAND = 8;

    private static final double WIDEST_BAND = 12;

    private final ChartSheet sheet;

    ScalePanels(ChartSheet sheet) {
        this.sheet = sheet;
    }

    void draw() {
        List<ScaleSeries> scales = sheet.getTrajectory().getScales();
        boolean means = scales.stream().allMatch(series -> series.getScale().isWithMean());
        sheet.heading(sheet.say(means ? "smpr.chart.means" : "smpr.chart.sums"));
        scales.forEach(this::draw);
    }

    private void draw(ScaleSeries series) {
        sheet.down(series.getReliability() == null ? 0 : OVER_BAND);
        double top = sheet.getY() + 8;
        double bottom = top + PANEL - 26;
        Scale scale = series.getScale();
        sheet.label(top + 22, sheet.text(scale.getLabel()));
        if (series.getContext() != null) {
            sheet.getSvg().text(ChartSheet.MARGIN, top + 38, "start", 12, Svg.SOFT, contextOf(series));
        }
        for (double end : new double[] {lowest(scale), highest(scale)}) {
            double at = scaleY(end, scale, top, bottom);
            sheet.getSvg().line(sheet.getGutter(), at, sheet.right(), at, Svg.LINE, null);
            sheet.tick(at, sheet.decimal(end));
        }
        sheet.divide(top - 4, bottom + 4);
        List<ScaleSeries.Point> points = series.getPoints();
        for (int i = 1; i < points.size(); i++) {
            join(points.get(i - 1), points.get(i), scale, top, bottom);
        }
        points.forEach(point -> draw(point, series, top, bottom));
        sheet.down(PANEL);
        drawNotes(series);
    }

    private void drawNotes(ScaleSeries series) {
        if (series.getReliability() == null && series.getSlopes().isEmpty()) {
            return;
        }
        sheet.down(-12);
        if (series.getReliability() != null) {
            sheet.paragraph(sheet.say(
                    "smpr.chart.error",
                    sheet.getLanguage().decimal(series.getReliability().getSd(), 2),
                    sheet.getLanguage().decimal(series.getReliability().getReliability(), 2),
                    sheet.getLanguage().text(series.getReliability().getOrigin())));
        }
        series.getSlopes().forEach(slope -> sheet.paragraph(said(slope, series.getScale())));
        sheet.down(12);
    }

    private String said(Slope slope, Scale scale) {
        String said = sheet.say(
                "smpr.chart.slope",
                signed(ofOne(scale, slope.getPerMonth())),
                sheet.getLanguage().setting(slope.getSetting(), sheet.instrument()),
                String.valueOf(slope.getPoints()));
        return slope.getConfidence() == null
                ? said + "."
                : said
                        + sheet.say(
                                "smpr.chart.interval",
                                signed(ofOne(scale, slope.getLow())),
                                signed(ofOne(scale, slope.getHigh())),
                                String.valueOf(Math.round(100 * slope.getConfidence())))
                        + ".";
    }

    private String signed(double value) {
        return sheet.getLanguage().decimal(Math.round(value * 100) / 100.0, 2).replace('-', '−');
    }

    private String contextOf(ScaleSeries series) {
        return sheet.getLanguage()
                .context(sheet.instrument(), series.getContext())
                .orElse("");
    }

    private void join(ScaleSeries.Point from, ScaleSeries.Point to, Scale scale, double top, double bottom) {
        if (from.getScore().getValue() == null || to.getScore().getValue() == null) {
            return;
        }
        int left = sheet.indexOf(from.getAssessment());
        int right = sheet.indexOf(to.getAssessment());
        // Dashed across a change of context or edition, which is no comparison of like with like, and past an
        // assessment
        // without a value.
        boolean alike = right == left + 1
                && sheet.context(left).equals(sheet.context(right))
                && from.getAssessment()
                        .values(CommonQuestions.EDITION)
                        .equals(to.getAssessment().values(CommonQuestions.EDITION));
        sheet.getSvg()
                .line(
                        sheet.x(left),
                        scaleY(value(from.getScore()), scale, top, bottom),
                        sheet.x(right),
                        scaleY(value(to.getScore()), scale, top, bottom),
                        Svg.BLUE,
                        alike ? null : "2 4");
    }

    private void draw(ScaleSeries.Point point, ScaleSeries series, double top, double bottom) {
        ScaleScore score = point.getScore();
        int index = sheet.indexOf(point.getAssessment());
        String label = sheet.inContext(series.getScale().getLabel(), series.getContext());
        sheet.getSvg().start("g").leaf("title", label + " – " + sheet.day(index) + " – " + said(score) + band(point));
        if (score.getValue() == null) {
            sheet.getSvg().text(sheet.x(index), bottom - 4, "middle", 12, Svg.INK, "∅");
        } else {
            double at = scaleY(value(score), series.getScale(), top, bottom);
            double number = at - 8;
            if (point.getLow() != null) {
                double high = scaleY(ofOne(series.getScale(), point.getHigh()), series.getScale(), top, bottom);
                double low = scaleY(ofOne(series.getScale(), point.getLow()), series.getScale(), top, bottom);
                drawBand(sheet.getSvg(), sheet.x(index), high, low, Math.min(WIDEST_BAND, sheet.getColumn() - 4));
                number = Math.min(number, high - 4);
            }
            sheet.getSvg()
                    .circle(sheet.x(index), at, 4.5, score.getProrated() == null ? Svg.BLUE : "#ffffff")
                    .text(sheet.x(index), number, "middle", 11, Svg.INK, sheet.decimal(value(score)));
        }
        sheet.getSvg().end("g");
    }

    /** A pale bar between two short lines. */
    static void drawBand(Svg svg, double x, double high, double low, double width) {
        svg.rectangle(x - width / 2, high, width, low - high, Svg.PALE, null)
                .line(x - width / 2, high, x + width / 2, high, Svg.INK, null)
                .line(x, high, x, low, Svg.INK, null)
                .line(x - width / 2, low, x + width / 2, low, Svg.INK, null);
    }

    private String band(ScaleSeries.Point point) {
        Scale scale = point.getScore().getScale();
        return point.getLow() == null
                ? ""
                : " – "
                        + sheet.say(
                                "smpr.chart.bandOf",
                                sheet.decimal(ofOne(scale, point.getLow())),
                                sheet.decimal(ofOne(scale, point.getHigh())));
    }

    private String said(ScaleScore score) {
        if (score.getValue() == null) {
            return sheet.say("smpr.noValue." + score.getNoValue());
        }
        String said = sheet.decimal(value(score));
        return (score.getScale().isWithMean()
                        ? sheet.say("smpr.chart.mean", said, sheet.decimal(score.getValue()))
                        : said)
                + (score.getProrated() == null
                        ? ""
                        : " – "
                                + sheet.say(
                                        "smpr.chart.prorated",
                                        String.valueOf(score.getOmitted()),
                                        String.valueOf(score.getRaw())));
    }

    /** What is drawn of a score that has a value. */
    private static double value(ScaleScore score) {
        return score.getScale().isWithMean() ? score.getMean() : score.getValue();
    }

    private static double lowest(Scale scale) {
        return ofOne(scale, scale.getMin());
    }

    private static double highest(Scale scale) {
        return ofOne(scale, scale.getMax());
    }

    private static double ofOne(Scale scale, double sum) {
        return scale.isWithMean() ? sum / scale.getItems().size() : sum;
    }

    private static double scaleY(double value, Scale scale, double top, double bottom) {
        return bottom - (value - lowest(scale)) / (highest(scale) - lowest(scale)) * (bottom - top);
    }
}
