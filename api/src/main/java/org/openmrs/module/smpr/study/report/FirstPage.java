/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;
import org.openmrs.module.smpr.trajectory.words.Html;

/** What a meeting reads in five minutes: who is in the study, what became of them, and what changed. The rest of the report has all of it again, whole. */
final class FirstPage {

    private static final String FLOW = "flow";

    private static final String SURVIVAL = "survival";

    private static final String PRIMARY = "primary";

    private static final String CHANGE = "change";

    /** What has to be known of a result before it is read even in five minutes. */
    private static final List<String> WARNINGS =
            Collections.unmodifiableList(Arrays.asList("provisional", "changeAcross", "changeFalls"));

    /** Of drawings that stand beside each other, in pixels. */
    private static final int WIDTH = 420;

    private static final int PLOT = 170;

    private final Wording wording;

    private final FindingWriter writer;

    private final Html html;

    FirstPage(Wording wording, Html html) {
        this.wording = wording;
        this.writer = new FindingWriter(wording, html);
        this.html = html;
    }

    void write(List<Finding> findings) {
        html.start("div", "class=\"columns\"").start("div", "");
        find(findings, FLOW)
                .flatMap(finding -> table(finding, FLOW))
                .ifPresent(flow -> section(() -> {
                    html.leaf("h2", "", wording.title("table", flow.getCode(), flow.getAbout()));
                    writer.writeFlow(flow, new FlowDrawing(wording, WIDTH));
                }));
        find(findings, CHANGE)
                .ifPresent(finding -> section(() -> {
                    writer.writeHead(finding);
                    writeWarnings(finding);
                    write(
                            finding,
                            "changeDifferences",
                            "measure",
                            "pairs",
                            "meanDifference",
                            "meanDifferenceLower",
                            "meanDifferenceUpper");
                }));
        html.end().start("div", "");
        primary(findings)
                .ifPresent(finding -> section(() -> {
                    writer.writeHead(finding);
                    writeWarnings(finding);
                    finding.getFigures().stream()
                            .limit(1)
                            .forEach(figure -> writer.writeUntitled(figure, new CurveDrawing(wording, WIDTH, PLOT)));
                    write(
                            finding,
                            "incidence",
                            "horizon",
                            "events",
                            "deaths",
                            "absence",
                            "absenceLower",
                            "absenceUpper");
                }));
        html.end().end();
    }

    private void writeWarnings(Finding finding) {
        writer.writeNotes(notes(finding, FirstPage::isWarning), "warning");
    }

    private static List<Term> notes(Finding finding, Predicate<Term> which) {
        return finding.getNotes().stream().filter(which).collect(Collectors.toList());
    }

    private static boolean isWarning(Term note) {
        return WARNINGS.contains(note.getCode());
    }

    private void section(Runnable content) {
        html.start("section", "class=\"finding\"");
        content.run();
        html.end();
    }

    /** @return the one that the plan calls primary, else the first */
    private static Optional<Finding> primary(List<Finding> findings) {
        Optional<Finding> primary = findings.stream()
                .filter(finding -> finding.getCode().equals(SURVIVAL)
                        && finding.getNotes().stream()
                                .anyMatch(note -> note.getCode().equals(PRIMARY)))
                .findFirst();
        return primary.isPresent() ? primary : find(findings, SURVIVAL);
    }

    private static Optional<Finding> find(List<Finding> findings, String code) {
        return findings.stream()
                .filter(finding -> finding.getCode().equals(code))
                .findFirst();
    }

    private static Optional<ResultTable> table(Finding finding, String code) {
        return finding.getTables().stream()
                .filter(table -> table.getCode().equals(code))
                .findFirst();
    }

    /** @param columns the codes of those of its columns that are shown here */
    private void write(Finding finding, String code, String... columns) {
        Optional<ResultTable> table = table(finding, code);
        table.map(whole -> part(whole, Arrays.asList(columns))).ifPresent(writer::writeUntitled);
        if (!table.isPresent()) {
            writer.writeNotes(notes(finding, note -> !isWarning(note)), "note");
        }
    }

    private static ResultTable part(ResultTable table, List<String> columns) {
        List<Integer> places =
                columns.stream().map(table::indexOf).filter(place -> place >= 0).collect(Collectors.toList());
        List<Column> shown = new ArrayList<>();
        places.forEach(place -> shown.add(table.getColumns().get(place)));
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Cell> row : table.getRows()) {
            rows.add(places.stream().map(row::get).collect(Collectors.toList()));
        }
        return table.toBuilder()
                .columns(Collections.unmodifiableList(shown))
                .rows(Collections.unmodifiableList(rows))
                .notes(table.getNotes().stream().limit(1).collect(Collectors.toList()))
                .build();
    }
}
