/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.trajectory.Gap;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.words.Language;

/** Draws when the person was assessed: a row an instrument, also where there was none, and a mark an assessment. */
final class AssessmentRows {

    /** Marks that would lie over each other stand below each other, in so many lines at the most. */
    private static final int MOST_LINES = 3;

    private static final double LINE = 12;

    private final TimelineSheet sheet;

    private boolean anyAmended;

    private final Set<AssessmentSign> drawn = EnumSet.noneOf(AssessmentSign.class);

    private boolean anyOld;

    AssessmentRows(TimelineSheet sheet) {
        this.sheet = sheet;
    }

    /** The signs that were drawn. */
    Set<AssessmentSign> signs() {
        return drawn;
    }

    boolean isAnyAmended() {
        return anyAmended;
    }

    /** @return whether an instrument was drawn that was not rated lately */
    boolean isAnyOld() {
        return anyOld;
    }

    void draw() {
        sheet.heading(sheet.say("smpr.chart.assessments"));
        sheet.getTrajectory().getInstruments().forEach(this::draw);
    }

    private void draw(InstrumentTrajectory trajectory) {
        List<Assessment> counted = trajectory.counted();
        int[] lines = lines(trajectory.getAssessments());
        int most = 1 + Arrays.stream(lines).max().orElse(0);
        TimelineRow row = new TimelineRow(
                sheet, label(trajectory, counted), first(counted), latest(trajectory, counted), most * LINE);
        double top = row.middle() - (most - 1) * LINE / 2;
        if (trajectory.getAssessments().isEmpty()) {
            drawNone(row.middle(), trajectory.isWithheld());
        } else {
            sheet.getSvg().line(sheet.getLeft(), top, sheet.getRight(), top, "#dcdcdc", null);
        }
        if (gap(trajectory) != null) {
            Assessment latest = trajectory.latest().get();
            drawOld(latest, top + lines[trajectory.getAssessments().indexOf(latest)] * LINE);
        }
        for (int i = 0; i < lines.length; i++) {
            draw(trajectory.getAssessments().get(i), top + lines[i] * LINE);
        }
        row.end();
    }

    /** Dots from the latest to today. */
    private void drawOld(Assessment latest, double y) {
        anyOld = true;
        String today = Svg.number(sheet.getAxis().x(sheet.getToday()));
        sheet.getSvg()
                .path("M" + Svg.number(sheet.x(latest)) + " " + Svg.number(y) + "H" + today, "none", Svg.INK, "1 4");
    }

    private void drawNone(double middle, boolean withheld) {
        double width = sheet.getRight() - sheet.getLeft();
        sheet.getSvg()
                .path(
                        "M" + Svg.number(sheet.getLeft()) + " " + Svg.number(middle - 9) + "h" + Svg.number(width)
                                + "v18h-" + Svg.number(width) + "Z",
                        "#ffffff",
                        Svg.SOFT,
                        "4 3")
                .text(
                        sheet.getLeft() + width / 2,
                        middle + 4,
                        "middle",
                        12,
                        Svg.INK,
                        sheet.say(withheld ? "smpr.chart.withheld" : "smpr.chart.neverAssessed"));
    }

    private void draw(Assessment assessment, double y) {
        AssessmentSign sign = AssessmentSign.of(assessment);
        drawn.add(sign);
        sheet.getSvg()
                .start("g")
                .leaf(
                        "title",
                        sheet.text(assessment.getInstrument().getLabel()) + " – " + sheet.dayOf(assessment) + " – "
                                + sheet.say(sign.messageKey()) + " – "
                                + sheet.getLanguage().context(assessment));
        sign.draw(sheet.getSvg(), sheet.x(assessment), y, AssessmentSign.RADIUS);
        if (assessment.isAmended()) {
            anyAmended = true;
            sheet.getSvg()
                    .text(sheet.x(assessment) + AssessmentSign.RADIUS, y - 1, "start", 12, Svg.INK, Language.AMENDED);
        }
        sheet.getSvg().end("g");
    }

    /** @return in which line each stands: the first that is free there, else the one that has been free the longest */
    private int[] lines(List<Assessment> assessments) {
        List<Double> ends = new ArrayList<>();
        int[] lines = new int[assessments.size()];
        for (int i = 0; i < lines.length; i++) {
            double x = sheet.x(assessments.get(i));
            int line = 0;
            while (line < ends.size() && x - ends.get(line) < LINE) {
                line++;
            }
            if (line == MOST_LINES) {
                line = ends.indexOf(ends.stream().min(Double::compare).get());
            }
            if (line == ends.size()) {
                ends.add(x);
            }
            ends.set(line, x);
            lines[i] = line;
        }
        return lines;
    }

    private TimelineRow.Words label(InstrumentTrajectory trajectory, List<Assessment> counted) {
        return new TimelineRow.Words(
                sheet.text(trajectory.getInstrument().getLabel()),
                counted.isEmpty() ? null : sheet.say("smpr.chart.counted", counted.size()));
    }

    private TimelineRow.Words first(List<Assessment> counted) {
        return counted.isEmpty()
                ? TimelineRow.Words.NONE
                : new TimelineRow.Words(
                        null, counted.size() == 1 ? sheet.say("smpr.chart.once") : sheet.dayOf(counted.get(0)));
    }

    private TimelineRow.Words latest(InstrumentTrajectory trajectory, List<Assessment> counted) {
        if (counted.isEmpty()) {
            return new TimelineRow.Words(
                    sheet.say(trajectory.isWithheld() ? "smpr.chart.withheld" : "smpr.chart.noneComplete"), null);
        }
        Gap old = gap(trajectory);
        return new TimelineRow.Words(
                sheet.dayOf(counted.get(counted.size() - 1)),
                old == null ? null : sheet.say("smpr.chart.monthsAgo", old.getMonths()));
    }

    /** That the latest is older than the instrument looks; null where it is not. */
    private Gap gap(InstrumentTrajectory trajectory) {
        return sheet.getTrajectory().getGaps().stream()
                .filter(gap -> gap.getKind() == Gap.Kind.NOT_LATELY)
                .filter(gap -> gap.getInstrument()
                        .getCode()
                        .equals(trajectory.getInstrument().getCode()))
                .findFirst()
                .orElse(null);
    }
}
