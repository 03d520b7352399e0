/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Sum;
import org.openmrs.module.smpr.trajectory.drawing.Lettering;
import org.openmrs.module.smpr.trajectory.drawing.Svg;

/**
 * Draws counts of which each is made up of others, as STROBE has the flow of participants: those who go on one under the other, and beside each step
 * those who do not, so that whoever adds them up gets the number above.
 */
public final class FlowDrawing {

    private static final int USUAL_WIDTH = 720;

    private static final int SIZE = 12;

    private static final int LINE = 15;

    private static final int PADDING = 6;

    private static final int ARROW = 8;

    private final Wording wording;

    private final int width;

    /** How wide the boxes are of those who go on. */
    private final int main;

    /** Where those begin who do not. */
    private final int aside;

    /** Where their numbers end, and their words begin. */
    private final int number;

    private final int text;

    public FlowDrawing(Wording wording) {
        this(wording, USUAL_WIDTH);
    }

    /** @param width in pixels */
    FlowDrawing(Wording wording, int width) {
        this.wording = wording;
        this.width = width;
        this.main = width * 9 / 20;
        this.aside = main + 14;
        this.number = aside + 28;
        this.text = number + 6;
    }

    /** @return the SVG document, to stand in a page */
    public String draw(ResultTable table) {
        return new Drawing(table).svg();
    }

    /** One table being drawn. */
    private final class Drawing {

        private final Svg svg = new Svg();

        private final ResultTable table;

        private final Map<String, List<Cell>> rows = new LinkedHashMap<>();

        /** Of what stands in rows: others are for what leaves the service. */
        private final List<Sum> sums;

        private final int term;

        private final int count;

        private double y = 1;

        Drawing(ResultTable table) {
            this.table = table;
            this.term = place(Column.Kind.TERM);
            this.count = place(Column.Kind.COUNT);
            table.getRows().forEach(row -> rows.put(row.get(count).getQuantity(), row));
            this.sums = table.getSums().stream()
                    .filter(sum -> rows.keySet().containsAll(sum.getParts()))
                    .collect(Collectors.toList());
        }

        private int place(Column.Kind kind) {
            return table.getColumns().stream()
                    .map(Column::getKind)
                    .collect(Collectors.toList())
                    .indexOf(kind);
        }

        String svg() {
            String step = sums.get(0).getTotal();
            while (step != null) {
                step = draw(step);
            }
            String title = wording.title("table", table.getCode(), table.getAbout());
            return new Svg()
                            .start(
                                    "svg",
                                    "xmlns",
                                    "http://www.w3.org/2000/svg",
                                    "viewBox",
                                    "0 0 " + width + " " + Svg.number(Math.ceil(y + 1)),
                                    "role",
                                    "img",
                                    "aria-label",
                                    title,
                                    "font-family",
                                    "Arial, sans-serif")
                            .leaf("title", title)
                    + svg.toString()
                    + "</svg>\n";
        }

        /** @return the step that goes on from it; null at the end */
        private String draw(String step) {
            List<Sum> ofStep =
                    sums.stream().filter(sum -> sum.getTotal().equals(step)).collect(Collectors.toList());
            String next = ofStep.stream()
                    .flatMap(sum -> sum.getParts().stream())
                    .filter(part -> sums.stream().anyMatch(sum -> sum.getTotal().equals(part)))
                    .reduce((one, other) -> other)
                    .orElse(null);
            drawMain(step);
            List<String> aside = ofStep.stream()
                    .filter(sum -> next == null || sum.getParts().contains(next))
                    .flatMap(sum -> sum.getParts().stream())
                    .filter(part -> !part.equals(next) && isTold(part))
                    .collect(Collectors.toList());
            double from = y;
            drawAside(aside);
            y = Math.max(y, from + (next == null ? 0 : 2 * ARROW));
            if (next != null) {
                double x = main / 2.0;
                svg.line(x, from, x, y, Svg.SOFT, null)
                        .path(
                                "M" + Svg.number(x - 4) + " " + Svg.number(y - 6) + "L" + Svg.number(x) + " "
                                        + Svg.number(y) + "L" + Svg.number(x + 4) + " " + Svg.number(y - 6),
                                "none",
                                Svg.SOFT,
                                null);
            }
            return next;
        }

        /** Nobody is not worth a line. */
        private boolean isTold(String part) {
            Cell cell = rows.get(part).get(count);
            return cell.isSuppressed() || cell.getCount() > 0;
        }

        private void drawMain(String step) {
            List<Cell> row = rows.get(step);
            List<String> lines = Lettering.wrapped(said(row), main - 2 * PADDING - 36.0, SIZE);
            double height = lines.size() * LINE + 2.0 * PADDING;
            svg.rectangle(1, y, main, height, "#ffffff", Svg.BLUE);
            write(lines, 1 + PADDING, y);
            svg.leaf(
                    "text",
                    number(row),
                    "x",
                    Svg.number(main - PADDING),
                    "y",
                    Svg.number(y + PADDING + LINE - 4),
                    "text-anchor",
                    "end",
                    "font-size",
                    String.valueOf(SIZE + 1),
                    "font-weight",
                    "600",
                    "fill",
                    Svg.INK);
            y += height;
        }

        private void drawAside(List<String> parts) {
            if (parts.isEmpty()) {
                return;
            }
            double first = y;
            y += 2;
            for (String part : parts) {
                List<Cell> row = rows.get(part);
                List<String> lines = Lettering.wrapped(said(row), width - text - PADDING, SIZE);
                svg.text(number, y + LINE - 4, "end", SIZE, Svg.INK, number(row));
                write(lines, text, y - PADDING);
                y += lines.size() * (double) LINE;
            }
            y += 4;
            double middle = (first + y) / 2;
            svg.line(aside, first + 3, aside, y - 3, Svg.SOFT, null)
                    .line(main / 2.0, middle, aside, middle, Svg.SOFT, null)
                    .line(main / 2.0, first, main / 2.0, middle, Svg.SOFT, null);
        }

        private void write(List<String> lines, double x, double from) {
            for (int i = 0; i < lines.size(); i++) {
                svg.text(x, from + PADDING + LINE * (i + 1.0) - 4, "start", SIZE, Svg.INK, lines.get(i));
            }
        }

        private String said(List<Cell> row) {
            return wording.cell(row.get(term), table.getColumns().get(term));
        }

        private String number(List<Cell> row) {
            return wording.cell(row.get(count), table.getColumns().get(count));
        }
    }
}
