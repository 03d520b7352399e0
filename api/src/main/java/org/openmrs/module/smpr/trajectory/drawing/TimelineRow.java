/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.Value;

/** One row of a timeline: at its left what it is of and how it was first, at its right how it was last, between them the time axis. */
final class TimelineRow {

    private static final double LINE = 14;

    private static final double PADDING = 8;

    /** What stands in one place: something, and more softly something more; null for nothing. */
    @Value
    static class Words {

        static final Words NONE = new Words(null, null);

        String main;

        String more;

        private String said() {
            return Stream.of(main, more).filter(part -> part != null).collect(Collectors.joining(", "));
        }
    }

    private final TimelineSheet sheet;

    private final double height;

    /** @param axisHeight what is drawn over time takes so much */
    TimelineRow(TimelineSheet sheet, Words label, Words first, Words latest, double axisHeight) {
        this.sheet = sheet;
        // Where nothing stands beside it, it may be longer.
        List<Line> labels = lines(
                label, first.said().isEmpty() ? sheet.getLabelWidth() + sheet.getSideWidth() : sheet.getLabelWidth());
        List<Line> firsts = lines(first, sheet.getSideWidth());
        List<Line> latests = lines(latest, sheet.getSideWidth());
        int most = Math.max(labels.size(), Math.max(firsts.size(), latests.size()));
        height = PADDING + Math.max(axisHeight, most * LINE);
        write(labels, Sheet.MARGIN);
        write(firsts, sheet.getFirstX());
        write(latests, sheet.getLatestX());
        sheet.getUnder()
                .line(
                        Sheet.MARGIN,
                        sheet.getY() + height,
                        sheet.getWidth() - Sheet.MARGIN,
                        sheet.getY() + height,
                        "#ececec",
                        null);
        tell(label, first, latest);
    }

    double middle() {
        return sheet.getY() + height / 2;
    }

    void end() {
        sheet.down(height);
    }

    @Value
    private static class Line {
        String text;
        int size;
        String colour;
    }

    private static List<Line> lines(Words words, double width) {
        List<Line> lines = new ArrayList<>();
        add(words.main, width, 12, Svg.INK, lines);
        add(words.more, width, 11, Svg.SOFT, lines);
        return lines;
    }

    private static void add(String text, double width, int size, String colour, List<Line> lines) {
        if (text != null) {
            Lettering.wrapped(text, width, size).forEach(line -> lines.add(new Line(line, size, colour)));
        }
    }

    private void write(List<Line> lines, double x) {
        double y = middle() - lines.size() * LINE / 2 - 3;
        for (Line line : lines) {
            y += LINE;
            sheet.getSvg().text(x, y, "start", line.size, line.colour, line.text);
        }
    }

    private void tell(Words label, Words first, Words latest) {
        List<String> said = new ArrayList<>();
        if (!first.said().isEmpty()) {
            said.add(sheet.getLanguage().pair(sheet.say("smpr.chart.first"), first.said()));
        }
        if (!latest.said().isEmpty()) {
            said.add(sheet.getLanguage().pair(sheet.say("smpr.chart.latest"), latest.said()));
        }
        if (!said.isEmpty()) {
            sheet.tell(label.said() + " – " + sheet.getLanguage().parted(said));
        }
    }
}
