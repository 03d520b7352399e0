/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Column.Kind;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.trajectory.words.Html;

/** Writes the rows of a table: counts by several terms across, the bounds of an interval together, and nothing twice for the eye. */
final class TableWriter {

    /** So many rows are kept on one page where they are printed. */
    private static final int SHORT = 14;

    /** From so many columns on a table is printed smaller. */
    private static final int WIDE = 8;

    private final Wording wording;

    private final Html html;

    TableWriter(Wording wording, Html html) {
        this.wording = wording;
        this.html = html;
    }

    /** @return the classes that say how much room it takes, each after a space */
    static String size(ResultTable table) {
        Optional<CrossTable> across = CrossTable.of(table);
        long columns = across.map(cross ->
                        (long) cross.getLeading().size() + cross.getTerms().size())
                .orElseGet(() -> table.getColumns().stream()
                        .filter(column -> column.getKind() != Kind.UPPER)
                        .count());
        return (rows(table) <= SHORT ? " short" : "") + (columns >= WIDE ? " wide" : "");
    }

    /** @return how many it has on paper */
    static int rows(ResultTable table) {
        return CrossTable.of(table)
                .map(cross -> cross.getCounts().size())
                .orElse(table.getRows().size());
    }

    void write(ResultTable table) {
        html.start("table", "");
        Optional<CrossTable> across = CrossTable.of(table);
        if (across.isPresent()) {
            write(across.get());
        } else {
            writeRows(table);
        }
        html.end();
    }

    private void write(CrossTable table) {
        html.start("thead", "").start("tr", "");
        table.getLeading().forEach(column -> html.leaf("th", "scope=\"col\" rowspan=\"2\"", wording.heading(column)));
        html.leaf(
                "th",
                "scope=\"colgroup\" class=\"across\" colspan=\""
                        + table.getTerms().size() + "\"",
                wording.heading(table.getAcross()));
        html.end().start("tr", "");
        table.getTerms()
                .forEach(term ->
                        html.leaf("th", "scope=\"col\" class=\"number\"", wording.cell(term, table.getAcross())));
        html.end().end().start("tbody", "");
        List<Cell> above = null;
        for (List<Cell> row : table.getCounts().keySet()) {
            html.start("tr", "");
            writeLeading(row, table.getLeading(), above);
            for (Cell term : table.getTerms()) {
                Cell count = table.getCounts().get(row).get(term);
                html.leaf(
                        "td",
                        "class=\"number\"",
                        count == null ? Wording.NOTHING : wording.cell(count, Column.count("n")));
            }
            html.end();
            above = row;
        }
        html.end();
    }

    private void writeRows(ResultTable table) {
        html.start("thead", "").start("tr", "");
        List<Integer> shown = shown(table);
        shown.stream()
                .map(table.getColumns()::get)
                .forEach(column -> html.leaf(
                        "th",
                        column.isInWords() ? "scope=\"col\"" : "scope=\"col\" class=\"number\"",
                        column.getKind() == Kind.LOWER
                                ? wording.getLanguage().say("smpr.study.report.interval")
                                : wording.heading(column)));
        html.end().end().start("tbody", "");
        List<Cell> above = null;
        for (List<Cell> row : table.getRows()) {
            write(table, shown, row, above);
            above = row;
        }
        html.end();
    }

    /** @return the places of the columns that are written: an upper bound stands with the lower one, and statements where there is any */
    private static List<Integer> shown(ResultTable table) {
        return IntStream.range(0, table.getColumns().size())
                .filter(i -> {
                    Kind kind = table.getColumns().get(i).getKind();
                    return kind != Kind.UPPER
                            && (kind != Kind.STATEMENT
                                    || table.getRows().stream()
                                            .anyMatch(row -> !row.get(i).isEmpty()));
                })
                .boxed()
                .collect(Collectors.toList());
    }

    /** @param above the row above; null for none */
    private void write(ResultTable table, List<Integer> shown, List<Cell> row, List<Cell> above) {
        List<Column> columns = table.getColumns();
        int terms = 0;
        while (terms < row.size() && columns.get(terms).getKind() == Kind.TERM) {
            terms++;
        }
        html.start("tr", "");
        writeLeading(row.subList(0, terms), columns, above);
        for (int i : shown.subList(terms, shown.size())) {
            Column column = columns.get(i);
            switch (column.getKind()) {
                case TERM:
                    html.leaf("td", "", wording.cell(row.get(i), column));
                    break;
                case STATEMENT:
                    html.leaf("td", "", row.get(i).isEmpty() ? "" : wording.cell(row.get(i), column));
                    break;
                case LOWER:
                    html.leaf("td", "class=\"number\"", interval(table, row, i));
                    break;
                default:
                    html.leaf("td", "class=\"number\"", wording.cell(row.get(i), column));
            }
        }
        html.end();
    }

    /** A row goes on as the one above it began: what is the same is there for who listens, and need not be read again. */
    private void writeLeading(List<Cell> terms, List<Column> columns, List<Cell> above) {
        boolean again = above != null;
        for (int i = 0; i < terms.size(); i++) {
            again = again && i + 1 < above.size() && terms.get(i).equals(above.get(i));
            html.leaf(
                    i == 0 ? "th" : "td",
                    (i == 0 ? "scope=\"row\"" : "") + (again ? " class=\"again\"" : ""),
                    wording.cell(terms.get(i), columns.get(i)));
        }
    }

    /** The two bounds, which stand side by side, in the units of the column before them. */
    private String interval(ResultTable table, List<Cell> row, int lower) {
        Cell from = row.get(lower);
        Cell to = row.get(lower + 1);
        Column column = table.getColumns().get(lower);
        if (from.isSuppressed() || to.isSuppressed()) {
            return wording.cell(Cell.suppressed(), column);
        }
        if (from.isEmpty() && to.isEmpty()) {
            return Wording.NOTHING;
        }
        Column shown = lower > 0 && table.getColumns().get(lower - 1).getKind() == Kind.SHARE
                ? Column.share(column.getCode())
                : Column.number(column.getCode(), column.getDecimals());
        return wording.getLanguage()
                .say("smpr.study.report.interval.from", wording.cell(from, shown), wording.cell(to, shown));
    }
}
