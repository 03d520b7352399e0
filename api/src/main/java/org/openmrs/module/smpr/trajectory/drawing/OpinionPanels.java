/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.List;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.trajectory.JudgementSeries;

/** Draws the final opinions: a panel each, with a line a level. */
final class OpinionPanels {

    private static final double LEVEL_ROW = 17;

    private final ChartSheet sheet;

    OpinionPanels(ChartSheet sheet) {
        this.sheet = sheet;
    }

    void draw() {
        sheet.getTrajectory().getJudgements().forEach(this::draw);
    }

    private void draw(JudgementSeries series) {
        List<JudgementSeries.Point> points = series.rated();
        List<Choice> levels = series.levels();
        String label = sheet.inContext(
                series.getJudgement().getLabel(), series.getJudgement().getContext());
        sheet.heading(label);
        double top = sheet.getY();
        for (Choice level : levels) {
            double at = levelY(top, levels, level);
            sheet.tick(at, sheet.text(level.getLabel()));
            sheet.getSvg().line(sheet.getGutter(), at, sheet.right(), at, Svg.LINE, null);
        }
        sheet.down(levels.size() * LEVEL_ROW);
        if (points.stream().anyMatch(p -> p.getLevel() == null)) {
            sheet.tick(sheet.getY() + 9, sheet.say("smpr.chart.missing"));
            sheet.down(LEVEL_ROW);
        }
        join(points, levels, top);
        points.forEach(point -> draw(point, levels, top, label));
        sheet.down(12);
    }

    /** By steps: a slanted line would suggest values in between. */
    private void join(List<JudgementSeries.Point> points, List<Choice> levels, double top) {
        for (int i = 1; i < points.size(); i++) {
            Choice from = points.get(i - 1).getLevel();
            Choice to = points.get(i).getLevel();
            if (from != null && to != null) {
                double x = x(points.get(i));
                double y = levelY(top, levels, from);
                sheet.getSvg()
                        .line(x(points.get(i - 1)), y, x, y, Svg.SOFT, "3 3")
                        .line(x, y, x, levelY(top, levels, to), Svg.SOFT, "3 3");
            }
        }
    }

    private void draw(JudgementSeries.Point point, List<Choice> levels, double top, String label) {
        Choice level = point.getLevel();
        String said = sheet.getLanguage().text(level);
        sheet.getSvg()
                .start("g")
                .leaf("title", label + " – " + sheet.day(sheet.indexOf(point.getAssessment())) + " – " + said);
        if (level == null) {
            sheet.getSvg().text(x(point), sheet.getY() - 4, "middle", 12, Svg.INK, "?");
        } else {
            sheet.getSvg().circle(x(point), levelY(top, levels, level), 5, Svg.BLUE);
        }
        sheet.getSvg().end("g");
    }

    private double x(JudgementSeries.Point point) {
        return sheet.x(sheet.indexOf(point.getAssessment()));
    }

    private static double levelY(double top, List<Choice> levels, Choice level) {
        return top + (levels.size() - levels.indexOf(level) - 0.5) * LEVEL_ROW;
    }
}
