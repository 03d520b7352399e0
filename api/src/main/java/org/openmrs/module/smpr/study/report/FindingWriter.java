/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Column.Kind;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.Markup;

/** Writes findings with their figures and tables, each with the sentences that say what it is and is not. */
final class FindingWriter {

    /** So many rows are kept on one page where they are printed. */
    private static final int SHORT = 14;

    /** From so many columns on a table is printed smaller. */
    private static final int WIDE = 8;

    private final Wording wording;

    private final Html html;

    FindingWriter(Wording wording, Html html) {
        this.wording = wording;
        this.html = html;
    }

    /** @param id names the section, for links to it */
    void write(Finding finding, String id) {
        html.start("section", "class=\"finding\" id=\"" + id + "\"");
        writeHead(finding);
        writeNotes(finding.getNotes(), "warning");
        finding.getFigures().forEach(figure -> write(figure, new CurveDrawing(wording)));
        finding.getTables().forEach(this::write);
        if (!finding.getDefinitions().isEmpty()) {
            html.element("details", "open", details -> {
                details.leaf("summary", "", say("definitions"));
                details.start("ul", "");
                finding.getDefinitions().forEach(definition -> details.leaf("li", "", wording.say(definition)));
                details.end();
            });
        }
        html.end();
    }

    /** What it is, whether it was planned, and how many it rests on. */
    void writeHead(Finding finding) {
        html.element("h2", "", heading -> {
            heading.text(title(finding));
            if (finding.getPlanned() != null) {
                heading.text(" ")
                        .leaf(
                                "span",
                                finding.getPlanned() ? "class=\"planned\"" : "class=\"exploratory\"",
                                say(finding.getPlanned() ? "planned" : "exploratory"));
            }
        });
        html.leaf(
                "p",
                "class=\"n\"",
                Stream.of(
                                count("n", finding.getN(), finding.getFewerThan()),
                                count("missing", finding.getMissing(), finding.getMissingFewerThan()),
                                wording.standing(finding))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    String title(Finding finding) {
        return wording.title("finding", finding.getCode(), finding.getAbout());
    }

    private String count(String what, long count, Integer fewerThan) {
        return fewerThan == null ? say(what, String.valueOf(count)) : say(what + ".few", String.valueOf(fewerThan));
    }

    void write(Figure figure, CurveDrawing drawing) {
        html.start("figure", "");
        html.leaf("h3", "", wording.title("figure", figure.getCode(), figure.getAbout()));
        html.raw(drawing.draw(figure));
        writeNotes(figure.getNotes(), "note");
        html.end();
    }

    /** Counts of which each is made up of others, as a drawing. */
    void writeFlow(ResultTable table) {
        html.start("figure", "");
        html.raw(new FlowDrawing(wording).draw(table));
        writeNotes(table.getNotes(), "note");
        html.end();
    }

    void write(ResultTable table) {
        String caption = wording.title("table", table.getCode(), table.getAbout());
        html.start("div", "class=\"table" + size(table) + "\"");
        html.start(
                "div", "class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + Markup.escape(caption) + "\"");
        html.start("table", "");
        html.leaf("caption", "", caption);
        html.start("thead", "").start("tr", "");
        table.getColumns().stream()
                .filter(column -> column.getKind() != Kind.UPPER)
                .forEach(column -> html.leaf(
                        "th",
                        isInWords(column) ? "scope=\"col\"" : "scope=\"col\" class=\"number\"",
                        column.getKind() == Kind.LOWER ? say("interval") : wording.heading(column)));
        html.end().end().start("tbody", "");
        for (int i = 0; i < table.getRows().size(); i++) {
            write(table, table.getRows().get(i), i == 0 ? null : table.getRows().get(i - 1));
        }
        html.end().end().end();
        if (table.getRows().isEmpty()) {
            html.leaf("p", "class=\"note\"", say("noRows"));
        }
        writeNotes(table.getNotes(), "note");
        html.end();
    }

    private static boolean isInWords(Column column) {
        return column.getKind() == Kind.TERM || column.getKind() == Kind.STATEMENT;
    }

    private static String size(ResultTable table) {
        long shown = table.getColumns().stream()
                .filter(column -> column.getKind() != Kind.UPPER)
                .count();
        return (table.getRows().size() <= SHORT ? " short" : "") + (shown >= WIDE ? " wide" : "");
    }

    /** @param above the row above; null for none */
    private void write(ResultTable table, List<Cell> row, List<Cell> above) {
        html.start("tr", "");
        // A row goes on as the one above it began: what is the same is there for who listens, and need not be read
        // again.
        boolean again = above != null;
        for (int i = 0; i < row.size(); i++) {
            Column column = table.getColumns().get(i);
            again = again
                    && column.getKind() == Kind.TERM
                    && i + 1 < row.size()
                    && row.get(i).equals(above.get(i));
            switch (column.getKind()) {
                case TERM:
                case STATEMENT:
                    html.leaf(
                            i == 0 ? "th" : "td",
                            (i == 0 ? "scope=\"row\"" : "") + (again ? " class=\"again\"" : ""),
                            wording.cell(row.get(i), column));
                    break;
                case LOWER:
                    html.leaf("td", "class=\"number\"", interval(table, row, i));
                    break;
                case UPPER:
                    break;
                default:
                    html.leaf("td", "class=\"number\"", wording.cell(row.get(i), column));
            }
        }
        html.end();
    }

    /** The two bounds, which stand side by side, in the units of the column before them. */
    private String interval(ResultTable table, List<Cell> row, int lower) {
        Cell from = row.get(lower);
        Cell to = row.get(lower + 1);
        if (from.isSuppressed() || to.isSuppressed()) {
            return wording.cell(Cell.suppressed(), table.getColumns().get(lower));
        }
        if (from.isEmpty() && to.isEmpty()) {
            return Wording.NOTHING;
        }
        Column column = table.getColumns().get(lower);
        Column shown = lower > 0 && table.getColumns().get(lower - 1).getKind() == Kind.SHARE
                ? Column.share(column.getCode())
                : Column.number(column.getCode(), column.getDecimals());
        return say("interval.from", wording.cell(from, shown), wording.cell(to, shown));
    }

    void writeNotes(List<Term> notes, String kind) {
        notes.forEach(note -> html.leaf("p", "class=\"" + kind + "\"", wording.say(note)));
    }

    private String say(String key, Object... arguments) {
        return wording.getLanguage().say("smpr.study.report." + key, arguments);
    }
}
