/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.util.Arrays;
import java.util.List;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.trajectory.drawing.Lettering;
import org.openmrs.module.smpr.trajectory.drawing.Svg;

/**
 * Draws curves over time as steps with their intervals, and under them how many were at risk, with the events until then in brackets. The
 * scale of the estimate is always the whole of 0 to 100 %.
 */
public final class CurveDrawing {

    private static final int WIDTH = 720;

    private static final int LEFT = 150;

    private static final int RIGHT = 24;

    private static final int TOP = 16;

    private static final int PLOT = 240;

    private static final int ROW = 18;

    private static final int SIZE = 12;

    private static final double DAYS_PER_MONTH = 365.25 / 12;

    /** Each curve is told apart without its colour too. */
    private static final List<String> COLOURS = Arrays.asList(Svg.BLUE, "#8a3b00", "#2d6a1f", "#6b2a7a", "#444444");

    private static final List<String> DASHES = Arrays.asList(null, "6 3", "2 3", "9 3 2 3", "1 2");

    private final Wording wording;

    public CurveDrawing(Wording wording) {
        this.wording = wording;
    }

    /** @return the SVG document, to stand in a page */
    public String draw(Figure figure) {
        String title = wording.title("figure", figure.getCode(), figure.getAbout());
        List<Double> ticks = figure.getCurves().isEmpty()
                ? Arrays.asList(0.0)
                : longest(figure.getCurves()).getTicks();
        double end = figure.getCurves().stream()
                .flatMap(curve -> curve.getTicks().stream())
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
        int height = TOP + PLOT + 46 + ROW * (2 + 2 * figure.getCurves().size());
        Svg svg = new Svg();
        svg.start(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "viewBox",
                "0 0 " + WIDTH + " " + height,
                "role",
                "img",
                "aria-label",
                title,
                "font-family",
                "Arial, sans-serif");
        svg.leaf("title", title);
        drawAxes(svg, ticks, end);
        for (int i = 0; i < figure.getCurves().size(); i++) {
            draw(svg, figure.getCurves().get(i), end, i);
        }
        drawNumbersAtRisk(svg, figure.getCurves(), end);
        return svg.end("svg").toString();
    }

    private static Curve longest(List<Curve> curves) {
        return curves.stream()
                .reduce((one, other) -> other.getTicks().size() > one.getTicks().size() ? other : one)
                .get();
    }

    private static double x(double time, double end) {
        return LEFT + (end == 0 ? 0 : time / end * (WIDTH - LEFT - RIGHT));
    }

    private static double y(double estimate) {
        return TOP + PLOT * (1 - estimate);
    }

    private void drawAxes(Svg svg, List<Double> ticks, double end) {
        for (int percent = 0; percent <= 100; percent += 25) {
            double y = y(percent / 100.0);
            svg.line(LEFT, y, WIDTH - RIGHT, y, Svg.LINE, null)
                    .text(LEFT - 8, y + 4, "end", SIZE, Svg.SOFT, wording.percentage(percent / 100.0, 0));
        }
        for (double tick : ticks) {
            double x = x(tick, end);
            svg.line(x, y(0), x, y(0) + 5, Svg.SOFT, null)
                    .text(x, y(0) + 19, "middle", SIZE, Svg.SOFT, String.valueOf(Math.round(tick / DAYS_PER_MONTH)));
        }
        svg.text(
                (LEFT + WIDTH - RIGHT) / 2.0,
                y(0) + 36,
                "middle",
                SIZE,
                Svg.SOFT,
                wording.getLanguage().say("smpr.study.report.months"));
    }

    private void draw(Svg svg, Curve curve, double end, int place) {
        if (curve.getTimes().isEmpty()) {
            return;
        }
        String band = band(curve, end);
        if (!band.isEmpty()) {
            svg.leaf("path", "", "d", band, "fill", colour(place), "fill-opacity", "0.12", "stroke", "none");
        }
        StringBuilder path = new StringBuilder();
        double last = Math.min(end, lastTime(curve));
        for (int i = 0; i < curve.getTimes().size() && curve.getTimes().get(i) <= end; i++) {
            double x = x(curve.getTimes().get(i), end);
            double y = y(curve.getEstimates().get(i));
            path.append(i == 0 ? "M" + at(x, y) : "H" + Svg.number(x) + "V" + Svg.number(y));
        }
        path.append("H").append(Svg.number(x(last, end)));
        svg.path(path.toString(), "none", colour(place), DASHES.get(place % DASHES.size()));
    }

    /** As long as somebody was at risk: what it would have been after that nobody knows. */
    private static double lastTime(Curve curve) {
        double last = curve.getTimes().get(curve.getTimes().size() - 1);
        for (int i = 0; i < curve.getTicks().size(); i++) {
            if (curve.getAtRisk().get(i) > 0) {
                last = Math.max(last, curve.getTicks().get(i));
            }
        }
        return last;
    }

    /** The interval as an area of steps; nothing where none is defined. */
    private static String band(Curve curve, double end) {
        StringBuilder upper = new StringBuilder();
        StringBuilder lower = new StringBuilder();
        double last = Math.min(end, lastTime(curve));
        int defined = 0;
        for (int i = 0; i < curve.getTimes().size() && curve.getTimes().get(i) <= end; i++) {
            if (Double.isNaN(curve.getLower().get(i))
                    || Double.isNaN(curve.getUpper().get(i))) {
                continue;
            }
            double from = x(curve.getTimes().get(i), end);
            double to = x(
                    i + 1 < curve.getTimes().size()
                            ? Math.min(last, curve.getTimes().get(i + 1))
                            : last,
                    end);
            upper.append(defined == 0 ? "M" : "L")
                    .append(at(from, y(curve.getUpper().get(i))))
                    .append("L")
                    .append(at(to, y(curve.getUpper().get(i))));
            lower.insert(
                    0,
                    "L" + at(to, y(curve.getLower().get(i))) + "L"
                            + at(from, y(curve.getLower().get(i))));
            defined++;
        }
        return defined == 0 ? "" : upper + lower.toString() + "Z";
    }

    private static String at(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private static String colour(int place) {
        return COLOURS.get(place % COLOURS.size());
    }

    private void drawNumbersAtRisk(Svg svg, List<Curve> curves, double end) {
        double y = y(0) + 46 + ROW;
        svg.text(8, y, "start", SIZE, Svg.SOFT, wording.getLanguage().say("smpr.study.report.atRisk"));
        for (int i = 0; i < curves.size(); i++) {
            Curve curve = curves.get(i);
            y += ROW;
            svg.path("M8 " + Svg.number(y - 4) + "H36", "none", colour(i), DASHES.get(i % DASHES.size()))
                    .text(
                            42,
                            y,
                            "start",
                            SIZE,
                            Svg.INK,
                            Lettering.fitting(wording.say(curve.getOf()), WIDTH - 60.0, SIZE));
            y += ROW;
            for (int j = 0; j < curve.getTicks().size(); j++) {
                svg.text(
                        x(curve.getTicks().get(j), end),
                        y,
                        "middle",
                        SIZE,
                        Svg.INK,
                        curve.getAtRisk().get(j) + " (" + curve.getEvents().get(j) + ")");
            }
        }
    }
}
