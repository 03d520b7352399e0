/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.List;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.words.Language;

/**
 * Draws a whole person on one time axis to scale: where he started, where he is, and what is missing. It holds judgements
 * and dates, and no sum, whoever reads it. Only shapes and words carry meaning, so it reads the same in black and white.
 */
public final class TimelineChart {

    private final Language language;

    /** @param language of the reader */
    public TimelineChart(Language language) {
        this.language = language;
    }

    /**
     * @param trajectory what is drawn
     * @param width in pixels, from {@link TrajectoryChart#NARROWEST} to {@link TrajectoryChart#WIDEST}; the height follows
     *     from what there is to draw
     * @return the drawing as an SVG document of its own
     */
    public String svg(Trajectory trajectory, int width) {
        TimelineSheet sheet = new TimelineSheet(trajectory, width, language);
        sheet.title(language.say("smpr.chart.overview"));
        String span = span(trajectory);
        sheet.paragraph(span);
        sheet.tell(span);
        drawRows(sheet, new OpinionRows(sheet, false), () -> new GapList(sheet).draw());
        drawNotes(sheet);
        return document(sheet);
    }

    /**
     * @return the same for a page that has a heading and says itself what is missing and what has to be known; with the
     *     opinions on the contexts that were rated last
     */
    public String withinPage(Trajectory trajectory, int width) {
        TimelineSheet sheet = new TimelineSheet(trajectory, width, language);
        sheet.tell(span(trajectory));
        drawRows(sheet, new OpinionRows(sheet, true), () -> {});
        return document(sheet);
    }

    private String document(TimelineSheet sheet) {
        return sheet.document("smpr-timeline", language.say("smpr.chart.overview"), sheet.told());
    }

    private void drawRows(TimelineSheet sheet, OpinionRows opinions, Runnable below) {
        AxisRow axis = new AxisRow(sheet);
        axis.drawHead();
        double top = sheet.getY() + 6;
        SettingLanes lanes = new SettingLanes(sheet);
        lanes.draw();
        boolean missing = opinions.draw();
        AssessmentRows assessments = new AssessmentRows(sheet);
        assessments.draw();
        lanes.shade(top, sheet.getY());
        axis.draw(top);
        below.run();
        drawLegend(sheet, lanes, missing, assessments);
    }

    private String span(Trajectory trajectory) {
        List<Assessment> counted = trajectory.getTimeline().getAssessments().stream()
                .filter(InstrumentTrajectory::counts)
                .collect(Collectors.toList());
        String asOf = language.day(trajectory.getAsOf());
        return counted.isEmpty()
                ? language.say(trajectory.isPart() ? "smpr.summary.basis.nonePart" : "smpr.chart.none")
                : language.say(
                        "smpr.chart.span",
                        counted.size(),
                        language.day(counted.get(0)),
                        language.day(counted.get(counted.size() - 1)),
                        asOf);
    }

    private void drawLegend(TimelineSheet sheet, SettingLanes lanes, boolean missing, AssessmentRows assessments) {
        Svg svg = sheet.getSvg();
        Legend legend = new Legend(sheet);
        legend.startLine();
        for (AssessmentSign sign : assessments.signs()) {
            legend.entry(language.say(sign.messageKey()), (x, y) -> sign.draw(svg, x, y, AssessmentSign.RADIUS));
        }
        if (assessments.isAnyOld()) {
            legend.entry(
                    language.say("smpr.chart.old"),
                    (x, y) -> svg.path("M" + Svg.number(x - 8) + " " + Svg.number(y) + "h16", "none", Svg.INK, "1 4"));
        }
        if (missing) {
            legend.entry(language.say("smpr.chart.missing"), "?");
        }
        if (lanes.isAnyTold()) {
            legend.entry(
                    language.say(
                            sheet.getTrajectory().getPathway().getPhases().isEmpty()
                                    ? "smpr.chart.bar"
                                    : "smpr.chart.barOfEpisode"),
                    (x, y) -> svg.rectangle(x - 8, y - 5, 16, 10, Svg.PALE, Svg.BLUE));
        }
        if (lanes.isAnyChange()) {
            legend.entry(language.say("smpr.chart.between"), (x, y) -> svg.hatched(x - 8, y - 5, 16, 10));
        }
        if (lanes.isAnyShade()) {
            legend.entry(
                    language.say(lanes.isOnlyDays() ? "smpr.chart.shadeOn" : "smpr.chart.shade"),
                    (x, y) -> svg.rectangle(x - 8, y - 7, 16, 14, Svg.SHADE, null));
        }
        sheet.down(10);
    }

    private void drawNotes(TimelineSheet sheet) {
        sheet.paragraph(language.say("smpr.chart.toScale"));
        if (sheet.getTrajectory().getInstruments().stream()
                .anyMatch(instrument -> instrument.latest().isPresent()
                        && !instrument.getJudgements().isEmpty())) {
            sheet.paragraph(language.say("smpr.chart.steps"));
        }
        if (sheet.getTrajectory().isPart()) {
            sheet.paragraph(language.say("smpr.chart.part"));
        }
        sheet.paragraph(language.say("smpr.notice.secrecy"));
        sheet.down(Sheet.MARGIN);
    }
}
