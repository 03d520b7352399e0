/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.export;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVPrinter;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Finding;
import org.openmrs.module.smpr.study.result.ResultTable;
import org.openmrs.module.smpr.study.result.Term;

/** Writes the numbers of the report as rows that a script reads: a row a cell that holds a number, at full precision; and of each finding on how many it rests, of how many something is missing, and whether it was planned. */
final class ResultFiles {

    /** In the place of a table: what is true of the finding as a whole. */
    private static final String OF_THE_FINDING = "finding";

    private static final List<String> HEADER =
            Arrays.asList("finding", "finding_about", "table", "table_about", "row", "column", "value", "suppressed");

    private ResultFiles() {}

    static void write(List<Finding> findings, CSVPrinter out) throws IOException {
        out.printRecord(HEADER);
        for (Finding finding : findings) {
            write(finding, "n", finding.getN(), out);
            write(finding, "missing", finding.getMissing(), out);
            write(
                    finding,
                    "planned",
                    finding.getPlanned() == null ? Cell.empty() : Cell.count(finding.getPlanned() ? 1 : 0),
                    out);
            for (ResultTable table : finding.getTables()) {
                for (List<Cell> row : table.getRows()) {
                    write(finding, table, row, out);
                }
            }
        }
    }

    /** Writes what is true of a finding as a whole, in the form of a row of a table. */
    private static void write(Finding finding, String column, Cell cell, CSVPrinter out) throws IOException {
        out.printRecord(
                finding.getCode(),
                codes(finding.getAbout()),
                OF_THE_FINDING,
                "",
                "",
                column,
                value(cell),
                cell.isSuppressed() ? 1 : 0);
    }

    private static void write(Finding finding, ResultTable table, List<Cell> row, CSVPrinter out) throws IOException {
        List<Term> terms = new ArrayList<>();
        for (int i = 0; i < row.size(); i++) {
            if (table.getColumns().get(i).getKind() == Column.Kind.TERM
                    && row.get(i).getTerm() != null) {
                terms.add(row.get(i).getTerm());
            }
        }
        for (int i = 0; i < row.size(); i++) {
            Cell cell = row.get(i);
            Column column = table.getColumns().get(i);
            if (!column.isInWords()) {
                out.printRecord(
                        finding.getCode(),
                        codes(finding.getAbout()),
                        table.getCode(),
                        codes(table.getAbout()),
                        codes(terms),
                        column.getCode(),
                        value(cell),
                        cell.isSuppressed() ? 1 : 0);
            }
        }
    }

    /** A conditional would make the one a number of the other's kind. */
    private static Object value(Cell cell) {
        if (cell.getCount() != null) {
            return cell.getCount();
        }
        return cell.getNumber();
    }

    private static String codes(List<Term> terms) {
        List<String> codes = new ArrayList<>();
        terms.forEach(term -> codes.add(term.getCode()));
        return String.join("/", codes);
    }
}
