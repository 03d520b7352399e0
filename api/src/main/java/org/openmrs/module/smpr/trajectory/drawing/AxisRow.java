/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.openmrs.module.smpr.trajectory.Review;

/** Draws the time axis under the rows, with the days that are set for a review as flags on it, and today as a line through all of them. */
final class AxisRow {

    private static final double FLAG = 20;

    private final TimelineSheet sheet;

    private final DateTimeFormatter month;

    AxisRow(TimelineSheet sheet) {
        this.sheet = sheet;
        this.month = DateTimeFormatter.ofPattern("MMM", sheet.getLanguage().getLocale());
    }

    /** What stands over the rows: what their columns are, and which day today is. */
    void drawHead() {
        sheet.down(30);
        double x = sheet.getAxis().x(sheet.getToday());
        String day = sheet.getLanguage().day(sheet.getToday());
        boolean leftwards = x - sheet.getLeft() > sheet.getRight() - x;
        double at = leftwards ? x - 4 : x + 4;
        String anchor = leftwards ? "end" : "start";
        sheet.getSvg()
                .text(at, sheet.getY() - 12, anchor, 11, Svg.INK, sheet.say("smpr.chart.today"))
                .text(at, sheet.getY() + 1, anchor, 11, Svg.INK, day)
                .text(sheet.getFirstX(), sheet.getY(), "start", 11, Svg.SOFT, capitalized("smpr.chart.first"))
                .text(sheet.getLatestX(), sheet.getY(), "start", 11, Svg.SOFT, capitalized("smpr.chart.latest"));
    }

    private String capitalized(String key) {
        return sheet.getLanguage().capitalized(sheet.say(key));
    }

    /** @param top where the rows begin */
    void draw(double top) {
        sheet.down(6);
        sheet.getTrajectory().getReviews().stream()
                .filter(review -> review.getDate() != null)
                .forEach(this::draw);
        double y = sheet.getY();
        sheet.getSvg().line(sheet.getLeft(), y, sheet.getRight(), y, Svg.INK, null);
        int named = 0;
        for (LocalDate tick : sheet.getAxis().ticks()) {
            double x = sheet.getAxis().x(tick);
            sheet.getUnder().line(x, top, x, y, "#e6e6e6", null);
            sheet.getSvg().line(x, y, x, y + 4, Svg.INK, null);
            boolean years = sheet.getAxis().isOfYears();
            if (!years) {
                sheet.getSvg().text(x, y + 16, "middle", 11, Svg.SOFT, month.format(tick));
            }
            if (years || tick.getYear() != named) {
                named = tick.getYear();
                sheet.getSvg().text(x, y + (years ? 16 : 29), "middle", 11, Svg.SOFT, String.valueOf(named));
            }
        }
        double today = sheet.getAxis().x(sheet.getToday());
        sheet.getUnder().line(today, top - 24, today, y, Svg.INK, null);
        sheet.down(sheet.getAxis().isOfYears() ? 22 : 34);
    }

    private void draw(Review review) {
        double set = sheet.getAxis().x(review.getDate());
        double x = Math.min(set, sheet.getRight());
        double base = sheet.getY() + FLAG;
        String said = sheet.getLanguage()
                .pair(
                        sheet.text(review.getInstrument().getLabel()),
                        sheet.say(
                                review.isOverdue() ? "smpr.chart.reviewOverdue" : "smpr.chart.review",
                                sheet.getLanguage().day(review.getDate())));
        boolean leftwards = x > sheet.getWidth() / 2;
        double side = leftwards ? -1 : 1;
        double length = Lettering.width(said, 12) + 8;
        sheet.getSvg()
                .start("g")
                .leaf("title", said)
                // So that no line of the rows runs through the words.
                .rectangle(leftwards ? x - 16 - length : x + 16, base - FLAG + 2, length, FLAG - 5, "#ffffff", null)
                .line(x, base, x, base - 18, Svg.INK, null)
                .path(
                        "M" + Svg.number(x) + " " + Svg.number(base - 18) + "l" + Svg.number(side * 11) + " 4.5l"
                                + Svg.number(side * -11) + " 4.5Z",
                        review.isOverdue() ? Svg.INK : "#ffffff",
                        Svg.INK,
                        null)
                .text(x + side * 16, base - 9, leftwards ? "end" : "start", 12, Svg.INK, said)
                .end("g");
        sheet.tell(said);
        sheet.down(FLAG);
    }
}
