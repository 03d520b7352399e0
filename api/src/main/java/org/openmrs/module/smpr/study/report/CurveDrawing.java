/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.study.result.Curve;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.trajectory.drawing.Lettering;
import org.openmrs.module.smpr.trajectory.drawing.Svg;

/**
 * Draws curves over time as steps with their intervals, and under them how many were at risk and how many events there had been. One that is told
 * at some times alone is drawn as points, each with its interval as a bar, and nothing between. The scale of the estimate is always the whole of
 * 0 to 100 %, and each curve is told apart without its colour too.
 */
public final class CurveDrawing {

    private static final int USUAL_WIDTH = 720;

    private static final int USUAL_PLOT = 240;

    private static final int LEFT = 64;

    private static final int RIGHT = 24;

    private static final int ROW = 18;

    private static final int SIZE = 12;

    /** Between two numbers beside each other. */
    private static final int GAP = 8;

    private static final double DAYS_PER_MONTH = 365.25 / 12;

    private static final List<String> COLOURS = Arrays.asList(Svg.BLUE, "#8a3b00", "#2d6a1f", "#6b2a7a", "#444444");

    private static final List<String> DASHES = Arrays.asList(null, "6 3", "2 3", "9 3 2 3", "1 2");

    /** Of points, around where they stand: a disc, a square, a triangle, a rhombus, a cross. */
    private static final List<String> MARKS = Arrays.asList(
            "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0z",
            "m-3.5 -3.5h7v7h-7z",
            "m0 -4.5l4.5 8h-9z",
            "m0 -5l5 5l-5 5l-5 -5z",
            "m-4 -4l8 8m0 -8l-8 8");

    /** Between points of several curves at the same time. */
    private static final double ASIDE = 10;

    private final Wording wording;

    private final int width;

    private final int plot;

    public CurveDrawing(Wording wording) {
        this(wording, USUAL_WIDTH, USUAL_PLOT);
    }

    /**
     * @param width in pixels
     * @param plot how high the part with the curves is, in pixels
     */
    CurveDrawing(Wording wording, int width, int plot) {
        this.wording = wording;
        this.width = width;
        this.plot = plot;
    }

    /** @return the SVG document, to stand in a page */
    public String draw(Figure figure) {
        return new Drawing(figure).svg();
    }

    /** One figure being drawn. */
    private final class Drawing {

        private final Svg svg = new Svg();

        private final String title;

        private final List<Curve> curves;

        /** Days. */
        private final List<Double> ticks;

        private final double end;

        private final int top;

        Drawing(Figure figure) {
            this.title = wording.title("figure", figure.getCode(), figure.getAbout());
            this.curves = drawable(figure);
            this.ticks = curves.stream().allMatch(Curve::isOfPoints)
                    ? curves.stream()
                            .flatMap(curve -> curve.getTimes().stream())
                            .distinct()
                            .sorted()
                            .collect(Collectors.toList())
                    : curves.stream()
                            .map(Curve::getTicks)
                            .reduce(Collections.emptyList(), (one, other) -> last(other) > last(one) ? other : one);
            this.end = last(ticks);
            this.top = 16 + ROW * curves.size();
        }

        private List<Curve> drawable(Figure figure) {
            List<Curve> drawable = new ArrayList<>(figure.getCurves());
            drawable.removeIf(curve -> curve.getTimes().isEmpty());
            return drawable;
        }

        String svg() {
            List<Curve> atRisk = isSame(Curve::getAtRisk) ? curves.subList(0, 1) : curves;
            boolean numbered =
                    curves.stream().anyMatch(curve -> !curve.getAtRisk().isEmpty());
            int rows = numbered ? 2 + atRisk.size() + curves.size() : 0;
            int height = top + plot + 46 + ROW * rows;
            svg.start(
                    "svg",
                    "xmlns",
                    "http://www.w3.org/2000/svg",
                    "viewBox",
                    "0 0 " + width + " " + height,
                    "role",
                    "img",
                    "aria-label",
                    title,
                    "font-family",
                    "Arial, sans-serif");
            svg.leaf("title", title);
            drawLegend();
            drawAxes();
            if (curves.isEmpty()) {
                svg.text((LEFT + width - RIGHT) / 2.0, y(0.5), "middle", SIZE, Svg.SOFT, say("noCurve"));
            }
            for (int i = 0; i < curves.size(); i++) {
                if (curves.get(i).isOfPoints()) {
                    drawPoints(curves.get(i), i);
                } else {
                    draw(curves.get(i), i);
                }
            }
            if (numbered) {
                double y = top + plot + 46 + ROW - 4.0;
                drawNumbers(y, "atRisk", atRisk, Curve::getAtRisk);
                drawNumbers(y + ROW * (1 + atRisk.size()), "events", curves, Curve::getEvents);
            }
            return svg.end("svg").toString();
        }

        /** @return whether it is told of several curves, and the same of each: what competes is told of the same people */
        private boolean isSame(Function<Curve, List<Long>> numbers) {
            return curves.size() > 1
                    && curves.stream()
                                    .map(curve -> Arrays.asList(curve.getTicks(), numbers.apply(curve)))
                                    .distinct()
                                    .count()
                            == 1;
        }

        private double x(double time) {
            return LEFT + (end == 0 ? 0 : Math.min(time, end) / end * (width - LEFT - RIGHT));
        }

        private double y(double estimate) {
            return top + plot * (1 - estimate);
        }

        private void drawLegend() {
            for (int i = 0; i < curves.size(); i++) {
                double y = 12.0 + ROW * i;
                drawSample(LEFT, y, i);
                svg.text(
                        LEFT + 36.0,
                        y,
                        "start",
                        SIZE,
                        Svg.INK,
                        Lettering.fitting(wording.say(curves.get(i).getOf()), width - RIGHT - LEFT - 36.0, SIZE));
            }
        }

        private void drawSample(double x, double y, int place) {
            if (curves.get(place).isOfPoints()) {
                mark(x + 14, y - 4, place);
            } else {
                svg.path(
                        "M" + at(x, y - 4) + "H" + Svg.number(x + 28),
                        "none",
                        colour(place),
                        DASHES.get(place % DASHES.size()));
            }
        }

        private void mark(double x, double y, int place) {
            svg.path("M" + at(x, y) + MARKS.get(place % MARKS.size()), colour(place), colour(place), null);
        }

        private void drawAxes() {
            for (int percent = 0; percent <= 100; percent += 25) {
                double y = y(percent / 100.0);
                svg.line(LEFT, y, width - RIGHT, y, Svg.LINE, null)
                        .text(LEFT - 8, y + 4, "end", SIZE, Svg.SOFT, wording.percentage(percent / 100.0, 0));
            }
            List<String> months = new ArrayList<>();
            ticks.forEach(tick -> months.add(String.valueOf(Math.round(tick / DAYS_PER_MONTH))));
            int step = step(months);
            for (int i = 0; i < ticks.size(); i++) {
                double x = x(ticks.get(i));
                svg.line(x, y(0), x, y(0) + 5, Svg.SOFT, null);
                if (i % step == 0) {
                    svg.text(x, y(0) + 19, "middle", SIZE, Svg.SOFT, months.get(i));
                }
            }
            svg.text((LEFT + width - RIGHT) / 2.0, y(0) + 36, "middle", SIZE, Svg.SOFT, say("months"));
        }

        private void draw(Curve curve, int place) {
            String band = band(curve);
            if (!band.isEmpty()) {
                svg.leaf("path", "", "d", band, "fill", colour(place), "fill-opacity", "0.12", "stroke", "none");
            }
            StringBuilder path = new StringBuilder();
            for (int i = 0; i < curve.getTimes().size() && curve.getTimes().get(i) <= end; i++) {
                double x = x(curve.getTimes().get(i));
                double y = y(curve.getEstimates().get(i));
                path.append(i == 0 ? "M" + at(x, y) : "H" + Svg.number(x) + "V" + Svg.number(y));
            }
            path.append("H").append(Svg.number(x(lastTime(curve))));
            svg.leaf(
                    "path",
                    "",
                    "d",
                    path.toString(),
                    "fill",
                    "none",
                    "stroke",
                    colour(place),
                    "stroke-width",
                    "1.6",
                    "stroke-dasharray",
                    DASHES.get(place % DASHES.size()));
        }

        /** Those of several curves at the same time stand beside each other, but for the start, at which they are alike. */
        private void drawPoints(Curve curve, int place) {
            double aside = ASIDE * (place - (curves.size() - 1) / 2.0);
            for (int i = 0; i < curve.getTimes().size(); i++) {
                double time = curve.getTimes().get(i);
                double x = x(time) + (time == 0 ? 0 : aside);
                double low = curve.getLower().get(i);
                double high = curve.getUpper().get(i);
                if (!Double.isNaN(low) && !Double.isNaN(high)) {
                    svg.line(x, y(low), x, y(high), colour(place), null)
                            .line(x - 4, y(low), x + 4, y(low), colour(place), null)
                            .line(x - 4, y(high), x + 4, y(high), colour(place), null);
                }
                mark(x, y(curve.getEstimates().get(i)), place);
            }
        }

        /** As long as somebody was at risk: what it would have been after that nobody knows. */
        private double lastTime(Curve curve) {
            double last = last(curve.getTimes());
            for (int i = 0; i < curve.getAtRisk().size(); i++) {
                if (curve.getAtRisk().get(i) > 0) {
                    last = Math.max(last, curve.getTicks().get(i));
                }
            }
            return Math.min(end, last);
        }

        /** The interval as an area of steps; nothing where none is defined. */
        private String band(Curve curve) {
            StringBuilder upper = new StringBuilder();
            StringBuilder lower = new StringBuilder();
            double last = lastTime(curve);
            for (int i = 0; i < curve.getTimes().size() && curve.getTimes().get(i) <= end; i++) {
                double low = curve.getLower().get(i);
                double high = curve.getUpper().get(i);
                if (!Double.isNaN(low) && !Double.isNaN(high)) {
                    double from = x(curve.getTimes().get(i));
                    double to = x(
                            i + 1 < curve.getTimes().size()
                                    ? Math.min(last, curve.getTimes().get(i + 1))
                                    : last);
                    upper.append(upper.length() == 0 ? "M" : "L")
                            .append(at(from, y(high)))
                            .append("L")
                            .append(at(to, y(high)));
                    lower.insert(0, "L" + at(to, y(low)) + "L" + at(from, y(low)));
                }
            }
            return upper.length() == 0 ? "" : upper + lower.toString() + "Z";
        }

        /** A heading, and a line of numbers a curve, each under its time; what is told of all of them alike has no sample. */
        private void drawNumbers(double y, String heading, List<Curve> of, Function<Curve, List<Long>> numbers) {
            svg.text(8, y, "start", SIZE, Svg.SOFT, say(heading));
            List<String> all = new ArrayList<>();
            of.forEach(curve -> numbers.apply(curve).forEach(number -> all.add(String.valueOf(number))));
            int step = step(all);
            for (int i = 0; i < of.size(); i++) {
                Curve curve = of.get(i);
                double line = y + ROW * (i + 1);
                if (of.size() == curves.size()) {
                    drawSample(8, line, i);
                }
                for (int j = 0; j < numbers.apply(curve).size(); j += step) {
                    svg.text(
                            x(curve.getTicks().get(j)),
                            line,
                            "middle",
                            SIZE,
                            Svg.INK,
                            String.valueOf(numbers.apply(curve).get(j)));
                }
            }
        }

        /** @return every how many ticks there is room for such a text */
        private int step(List<String> texts) {
            double widest = texts.stream()
                    .mapToDouble(text -> Lettering.width(text, SIZE) + GAP)
                    .max()
                    .orElse(0);
            double room = ticks.size() < 2 ? width : (double) (width - LEFT - RIGHT) / (ticks.size() - 1);
            return (int) Math.max(1, Math.ceil(widest / room));
        }
    }

    private String say(String key) {
        return wording.getLanguage().say("smpr.study.report." + key);
    }

    private static double last(List<Double> times) {
        return times.isEmpty() ? 0 : times.get(times.size() - 1);
    }

    private static String at(double x, double y) {
        return Svg.number(x) + " " + Svg.number(y);
    }

    private static String colour(int place) {
        return COLOURS.get(place % COLOURS.size());
    }
}
