/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.words.Language;

/**
 * Draws what one instrument says of a person over time: a column an assessment, with its context, its final opinions and
 * every item's ratings; the sums below, where the trajectory has them. Only shapes and words carry meaning, so it reads
 * the same in black and white.
 */
public final class TrajectoryChart {

    /** Width of a chart where none is asked for, and the narrowest and widest that can be asked for, in pixels. */
    public static final int WIDTH = 960;

    public static final int NARROWEST = 560;

    public static final int WIDEST = 2400;

    private static final double MARGIN = Sheet.MARGIN;

    private final Language language;

    private ChartSheet sheet;

    /** @param language of the reader */
    public TrajectoryChart(Language language) {
        this.language = language;
    }

    /**
     * @param drawn what is drawn
     * @param width in pixels, from {@link #NARROWEST} to {@link #WIDEST}; the height follows from what there is to draw
     * @return the drawing as an SVG document of its own
     */
    public String svg(InstrumentTrajectory drawn, int width) {
        sheet = new ChartSheet(drawn, width, language);
        String title =
                language.say("smpr.chart.title", sheet.text(sheet.instrument().getLabel()));
        sheet.title(title);
        if (sheet.getColumns().isEmpty()) {
            sheet.down(30);
            sheet.getSvg().text(MARGIN, sheet.getY(), "start", 13, Svg.SOFT, none(drawn));
        } else {
            drawDates();
            drawSettings();
            double top = sheet.getY();
            new OpinionPanels(sheet).draw();
            new RatingRows(sheet).draw();
            sheet.divide(top, sheet.getY());
            if (drawn.getScales() != null) {
                new ScalePanels(sheet).draw();
            }
            new ChartLegend(sheet).draw();
            drawNotes();
        }
        if (drawn.isPart()) {
            sheet.paragraph(language.say("smpr.chart.part"));
        }
        if (drawn.isHiding()) {
            sheet.paragraph(language.say(drawn.isWithheld() ? "smpr.chart.notTheWhole" : "smpr.chart.hidden"));
        }
        if (drawn.getScales() != null) {
            sheet.paragraph(language.say("smpr.notice.research"));
        }
        sheet.paragraph(language.say("smpr.notice.secrecy"));
        sheet.down(MARGIN);
        return sheet.document("smpr-" + sheet.instrument().getCode(), title, description(drawn));
    }

    private String none(InstrumentTrajectory drawn) {
        return language.say(
                drawn.isWithheld()
                        ? "smpr.chart.noneShown"
                        : drawn.isPart() ? "smpr.summary.basis.nonePart" : "smpr.chart.none");
    }

    private String description(InstrumentTrajectory drawn) {
        int count = sheet.getColumns().size();
        return count == 0
                ? none(drawn)
                : language.say("smpr.chart.description", count, sheet.day(0), sheet.day(count - 1))
                        + (drawn.isWithheld() ? " " + language.say("smpr.chart.notTheWhole") : "");
    }

    private void drawDates() {
        boolean slanted = sheet.getColumn() < 86;
        sheet.down(slanted ? 66 : 24);
        for (int i = 0; i < sheet.getColumns().size(); i++) {
            if (slanted) {
                sheet.getSvg()
                        .start(
                                "g",
                                "transform",
                                "translate(" + Svg.number(sheet.x(i) + 4) + " " + Svg.number(sheet.getY())
                                        + ") rotate(-45)")
                        .text(0, 0, "start", 12, Svg.INK, sheet.day(i))
                        .end("g");
            } else {
                sheet.getSvg().text(sheet.x(i), sheet.getY(), "middle", 12, Svg.INK, sheet.day(i));
            }
        }
        sheet.down(8);
    }

    /** Where the person was, and in which phase of care where any assessment says, so that a change is seen before any rating is. */
    private void drawSettings() {
        new SettingBands(sheet).draw(sheet.text(sheet.contextQuestion().getLabel()), sheet::context);
        sheet.instrument()
                .question(CommonQuestions.PHASE)
                .filter(phase -> sheet.getColumns().stream()
                        .anyMatch(assessment -> assessment.phase().isPresent()))
                .ifPresent(phase -> new SettingBands(sheet)
                        .draw(
                                sheet.text(phase.getLabel()),
                                column -> language.phase(sheet.getColumns().get(column))));
        sheet.down(6);
    }

    private void drawNotes() {
        for (int i = 0; i < sheet.getColumns().size(); i++) {
            for (Fault warning : sheet.getColumns().get(i).getWarnings()) {
                sheet.paragraph(sheet.day(i) + " – "
                        + language.say(
                                warning.messageKey(), warning.getArguments().toArray()));
            }
        }
        sheet.paragraph(language.say("smpr.chart.columns"));
        if (sheet.instrument().getItems().stream().anyMatch(Item::isFixed)) {
            sheet.paragraph(language.say("smpr.chart.staticItems"));
        }
        sheet.instrument().getDimensions().stream()
                .filter(dimension -> !dimension.getNotAskedWhere().isEmpty())
                .map(Dimension::getLabel)
                .forEach(label -> sheet.paragraph(language.say("smpr.chart.notAsked", sheet.text(label))));
        if (hasSlopes()) {
            sheet.paragraph(language.say("smpr.chart.slopes"));
        }
        if (sheet.leavesContextsOut()) {
            sheet.paragraph(language.say("smpr.chart.contexts"));
        }
    }

    private boolean hasSlopes() {
        return sheet.getTrajectory().getScales() != null
                && sheet.getTrajectory().getScales().stream()
                        .anyMatch(series -> !series.getSlopes().isEmpty());
    }
}
