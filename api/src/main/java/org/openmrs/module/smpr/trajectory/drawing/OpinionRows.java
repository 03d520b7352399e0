/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.JudgementSeries;

/** Draws the final opinions over time, as charted: a row each, in which a higher step is a higher level. Nothing lies between two. */
final class OpinionRows {

    private static final double STEP = 9;

    private static final double DOT = 4;

    /** So many signs never stand so close that they have to be smaller. */
    private static final int FEW = 12;

    /** A line for what was not stated, under the levels. */
    private static final double MISSING = 12;

    private final TimelineSheet sheet;

    /** Where the last sign for a missing opinion stands, so that the next does not lie over it. */
    private double lastSign;

    private boolean anyMissing;

    /** Whether opinions on a context that the latest assessment does not rate are left out. */
    private final boolean latestContextsOnly;

    OpinionRows(TimelineSheet sheet, boolean latestContextsOnly) {
        this.sheet = sheet;
        this.latestContextsOnly = latestContextsOnly;
    }

    /** @return whether one that was not stated was drawn */
    boolean draw() {
        for (InstrumentTrajectory instrument : sheet.getTrajectory().getInstruments()) {
            String context = null;
            boolean begun = false;
            for (JudgementSeries series : ordered(instrument)) {
                if (!begun || !Objects.equals(context, series.getJudgement().getContext())) {
                    context = series.getJudgement().getContext();
                    begun = true;
                    String heading = sheet.say(
                            "smpr.chart.opinions",
                            sheet.getLanguage()
                                    .inContext(
                                            instrument.getInstrument().getLabel(),
                                            instrument.getInstrument(),
                                            context));
                    sheet.heading(heading);
                    sheet.tell(heading);
                }
                draw(series, instrument.getInstrument());
            }
        }
        return anyMissing;
    }

    /** Context by context; without those that no assessment rates, and those that nobody asks for and nobody has given. */
    private List<JudgementSeries> ordered(InstrumentTrajectory instrument) {
        List<String> contexts = instrument.getInstrument().contexts().stream()
                .map(Choice::getCode)
                .collect(Collectors.toList());
        return instrument.getJudgements().stream()
                .filter(series -> !series.rated().isEmpty())
                .filter(series -> !latestContextsOnly || isRatedLast(series))
                .filter(series -> series.getJudgement().isRequired()
                        || series.getPoints().stream().anyMatch(point -> point.getLevel() != null))
                .sorted((one, other) -> Integer.compare(
                        contexts.indexOf(one.getJudgement().getContext()),
                        contexts.indexOf(other.getJudgement().getContext())))
                .collect(Collectors.toList());
    }

    private static boolean isRatedLast(JudgementSeries series) {
        List<JudgementSeries.Point> points = series.getPoints();
        return series.rated().contains(points.get(points.size() - 1));
    }

    private void draw(JudgementSeries series, Instrument instrument) {
        List<JudgementSeries.Point> points = series.rated();
        List<Choice> levels = series.levels();
        String label =
                sheet.getLanguage().capitalized(sheet.text(series.getJudgement().getLabel()));
        JudgementSeries.Point latest = points.get(points.size() - 1);
        double under = points.stream().allMatch(point -> point.getLevel() != null) ? 0 : MISSING;
        TimelineRow row = new TimelineRow(
                sheet,
                new TimelineRow.Words(label, null),
                points.size() == 1
                        ? new TimelineRow.Words(null, sheet.say("smpr.chart.once"))
                        : new TimelineRow.Words(
                                said(points.get(0)), sheet.dayOf(points.get(0).getAssessment())),
                new TimelineRow.Words(said(latest), sheet.dayOf(latest.getAssessment())),
                (levels.size() - 1) * STEP + 3 * DOT + under);
        double bottom = row.middle() + ((levels.size() - 1) * STEP - under) / 2;
        for (int i = 0; i < levels.size(); i++) {
            sheet.getSvg()
                    .line(sheet.getLeft(), bottom - i * STEP, sheet.getRight(), bottom - i * STEP, "#dcdcdc", null);
        }
        join(points, levels, bottom);
        lastSign = 0;
        double radius = radius(points);
        String title = sheet.getLanguage()
                .inContext(
                        series.getJudgement().getLabel(),
                        instrument,
                        series.getJudgement().getContext());
        points.forEach(point -> draw(point, levels, bottom, title, radius));
        row.end();
    }

    /** By steps: a slanted line would suggest values in between. */
    private void join(List<JudgementSeries.Point> points, List<Choice> levels, double bottom) {
        StringBuilder path = new StringBuilder();
        boolean drawing = false;
        for (JudgementSeries.Point point : points) {
            if (point.getLevel() != null) {
                String x = Svg.number(sheet.x(point.getAssessment()));
                String y = Svg.number(bottom - levels.indexOf(point.getLevel()) * STEP);
                path.append(drawing ? "H" + x + "V" + y : "M" + x + " " + y);
            }
            drawing = point.getLevel() != null;
        }
        sheet.getSvg().path(path.toString(), "none", Svg.SOFT, null);
    }

    /** Smaller where many stand close together, so that the steps between them are seen. */
    private double radius(List<JudgementSeries.Point> points) {
        if (points.size() <= FEW) {
            return DOT;
        }
        double length = sheet.x(points.get(points.size() - 1).getAssessment())
                - sheet.x(points.get(0).getAssessment());
        return Math.max(DOT / 2, Math.min(DOT, 0.7 * length / points.size()));
    }

    private void draw(JudgementSeries.Point point, List<Choice> levels, double bottom, String title, double radius) {
        double x = sheet.x(point.getAssessment());
        sheet.getSvg()
                .start("g")
                .leaf("title", title + " – " + sheet.dayOf(point.getAssessment()) + " – " + said(point));
        if (point.getLevel() != null) {
            AssessmentSign.of(point.getAssessment())
                    .draw(sheet.getSvg(), x, bottom - levels.indexOf(point.getLevel()) * STEP, radius);
        } else {
            anyMissing = true;
            if (x - lastSign > 10) {
                sheet.getSvg().text(x, bottom + MISSING + 3, "middle", 11, Svg.INK, "?");
                lastSign = x;
            }
        }
        sheet.getSvg().end("g");
    }

    private String said(JudgementSeries.Point point) {
        return sheet.getLanguage().text(point.getLevel());
    }
}
