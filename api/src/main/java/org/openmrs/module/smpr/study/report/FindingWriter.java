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
import org.openmrs.module.smpr.study.result.Column.Kind;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.Html;
import org.openmrs.module.smpr.trajectory.words.Markup;

/** Writes findings with their figures and tables, each with the sentences that say what it is and is not. */
final class FindingWriter {

    /** A table of more rows is folded: a meeting does not read it, whoever looks for something in it unfolds it. */
    private static final int LONG = 36;

    private final Wording wording;

    private final Html html;

    private final boolean unfolded;

    FindingWriter(Wording wording, Html html) {
        this(wording, html, false);
    }

    /** @param unfolded whether long tables are, as for printing */
    FindingWriter(Wording wording, Html html, boolean unfolded) {
        this.wording = wording;
        this.html = html;
        this.unfolded = unfolded;
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
                Stream.of(count("n", finding.getN()), count("missing", finding.getMissing()), wording.standing(finding))
                        .filter(sentence -> !sentence.isEmpty())
                        .collect(Collectors.joining(" ")));
    }

    String title(Finding finding) {
        return wording.title("finding", finding.getCode(), finding.getAbout());
    }

    private String count(String what, Cell count) {
        if (count.isSuppressed()) {
            return say(what + ".few");
        }
        if (count.isEmpty()) {
            return "";
        }
        return count.getCount() > 1 ? say(what, String.valueOf(count.getCount())) : say(what + "." + count.getCount());
    }

    void write(Figure figure, CurveDrawing drawing) {
        html.start("figure", "");
        html.leaf("h3", "", wording.title("figure", figure.getCode(), figure.getAbout()));
        if (figure.getCurves().stream().allMatch(curve -> curve.getTimes().isEmpty())) {
            html.leaf("p", "class=\"note\"", say("noCurve"));
        } else {
            writeDrawing(drawing.draw(figure), figure.getNotes());
        }
        html.end();
    }

    /** What it shows is said above it already. */
    void writeUntitled(Figure figure, CurveDrawing drawing) {
        html.start("figure", "");
        writeDrawing(drawing.draw(figure), figure.getNotes());
        html.end();
    }

    private void writeDrawing(String drawing, List<Term> notes) {
        html.raw(drawing);
        writeNotes(notes, "note");
    }

    /** Counts of which each is made up of others, as a drawing. */
    void writeFlow(ResultTable table, FlowDrawing drawing) {
        html.start("figure", "");
        writeDrawing(drawing.draw(table), table.getNotes());
        html.end();
    }

    void write(ResultTable table) {
        write(table, true);
    }

    /** What it shows is said above it already. */
    void writeUntitled(ResultTable table) {
        write(table, false);
    }

    private void write(ResultTable table, boolean titled) {
        String title = wording.title("table", table.getCode(), table.getAbout());
        html.start("div", "class=\"table" + TableWriter.size(table) + "\"");
        if (titled) {
            html.leaf("h3", "", title);
        }
        if (table.getRows().isEmpty()) {
            html.leaf("p", "class=\"note\"", say("noRows"));
        } else if (countsNobody(table)) {
            html.leaf("p", "class=\"note\"", say("nobody")).end();
            return;
        } else if (TableWriter.rows(table) > LONG && !unfolded) {
            html.start("details", "").leaf("summary", "", say("rows", String.valueOf(TableWriter.rows(table))));
            writeRows(table, title);
            html.end();
        } else {
            writeRows(table, title);
        }
        writeNotes(table.getNotes(), "note");
        html.end();
    }

    private void writeRows(ResultTable table, String title) {
        html.start(
                "div", "class=\"scroll\" tabindex=\"0\" role=\"region\" aria-label=\"" + Markup.escape(title) + "\"");
        new TableWriter(wording, html).write(table);
        html.end();
    }

    /** Rows of nothing but 0 are no result, however many sentences could be said of them. */
    private static boolean countsNobody(ResultTable table) {
        return table.getColumns().stream().anyMatch(column -> column.getKind() == Kind.COUNT)
                && table.getRows().stream()
                        .flatMap(List::stream)
                        .allMatch(cell -> !cell.isSuppressed()
                                && cell.getNumber() == null
                                && (cell.getCount() == null || cell.getCount() == 0));
    }

    void writeNotes(List<Term> notes, String kind) {
        notes.forEach(note -> html.leaf("p", "class=\"" + kind + "\"", wording.say(note)));
    }

    private String say(String key, Object... arguments) {
        return wording.getLanguage().say("smpr.study.report." + key, arguments);
    }
}
