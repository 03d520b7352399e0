/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.util.List;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Figure;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.Html;

/** Writes one finding with its figures and tables, each with the sentences that say what it is and is not. */
final class FindingWriter {

    private final Wording wording;

    private final Html html;

    FindingWriter(Wording wording, Html html) {
        this.wording = wording;
        this.html = html;
    }

    void write(Finding finding) {
        html.start("section", "class=\"finding\"");
        html.element("h2", "", heading -> {
            heading.text(wording.title("finding", finding.getCode(), finding.getAbout()) + " ");
            if (finding.getPlanned() != null) {
                heading.leaf(
                        "span",
                        finding.getPlanned() ? "class=\"planned\"" : "class=\"exploratory\"",
                        say(finding.getPlanned() ? "planned" : "exploratory"));
            }
        });
        html.leaf(
                "p",
                "class=\"n\"",
                count("n", finding.getN(), finding.getFewerThan()) + " "
                        + count("missing", finding.getMissing(), finding.getMissingFewerThan()));
        if (!finding.getStanding().isEmpty()) {
            html.leaf("p", "class=\"standing\"", wording.standing(finding));
        }
        notes(finding.getNotes(), "warning");
        finding.getFigures().forEach(this::write);
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

    private String count(String what, long count, Integer fewerThan) {
        return fewerThan == null ? say(what, count) : say(what + ".few", fewerThan);
    }

    private void write(Figure figure) {
        html.start("figure", "");
        html.leaf("h3", "", wording.title("figure", figure.getCode(), figure.getAbout()));
        html.raw(new CurveDrawing(wording).draw(figure));
        notes(figure.getNotes(), "note");
        html.end();
    }

    private void write(ResultTable table) {
        html.start("div", "class=\"table\"");
        html.start("table", "");
        html.leaf("caption", "", wording.title("table", table.getCode(), table.getAbout()));
        html.start("thead", "").start("tr", "");
        for (Column column : table.getColumns()) {
            if (column.getKind() != Column.Kind.UPPER && column.getKind() != Column.Kind.LOWER) {
                html.leaf(
                        "th",
                        "scope=\"col\"" + (isInWords(column) ? "" : " class=\"number\""),
                        wording.heading(column));
            } else if (column.getKind() == Column.Kind.LOWER) {
                html.leaf("th", "scope=\"col\" class=\"number\"", say("interval"));
            }
        }
        html.end().end().start("tbody", "");
        table.getRows().forEach(row -> write(table, row));
        html.end().end();
        if (table.getRows().isEmpty()) {
            html.leaf("p", "class=\"note\"", say("noRows"));
        }
        notes(table.getNotes(), "note");
        html.end();
    }

    private static boolean isInWords(Column column) {
        return column.getKind() == Column.Kind.TERM || column.getKind() == Column.Kind.STATEMENT;
    }

    private void write(ResultTable table, List<Cell> row) {
        html.start("tr", "");
        for (int i = 0; i < row.size(); i++) {
            Column column = table.getColumns().get(i);
            switch (column.getKind()) {
                case TERM:
                case STATEMENT:
                    html.leaf(i == 0 ? "th" : "td", i == 0 ? "scope=\"row\"" : "", wording.cell(row.get(i), column));
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
        Column shown = lower > 0 && table.getColumns().get(lower - 1).getKind() == Column.Kind.SHARE
                ? Column.share(column.getCode())
                : Column.number(column.getCode(), column.getDecimals());
        return say("interval.from", wording.cell(from, shown), wording.cell(to, shown));
    }

    private void notes(List<Term> notes, String kind) {
        notes.forEach(note -> html.leaf("p", "class=\"" + kind + "\"", wording.say(note)));
    }

    private String say(String key, Object... arguments) {
        return wording.getLanguage().say("smpr.study.report." + key, arguments);
    }
}
