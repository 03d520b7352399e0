/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lombok.Builder;
import lombok.Value;

/** A table of results: REST gives it as rows, the report as a table, the export as a file. Its title is the message {@code smpr.study.table.<code>}. */
@Value
@Builder(toBuilder = true)
public class ResultTable {

    /** Names it; a file of an export is named after it. */
    String code;

    /** What distinguishes it from others of the same code: an outcome, a pair of waves, a scale; empty for nothing. */
    @Builder.Default
    List<Term> about = Collections.emptyList();

    List<Column> columns;

    /** Each with a cell a column. */
    List<List<Cell>> rows;

    /** Which counts of it are the sum of which others; by the names of their quantities. */
    @Builder.Default
    List<Sum> sums = Collections.emptyList();

    /** Counts that stand in no cell and follow from those that do, by the names of their quantities. */
    @Builder.Default
    Map<String, Long> implied = Collections.emptyMap();

    /** Of how many people counts of records are, by the names of their quantities; one that is not here counts people. */
    @Builder.Default
    Map<String, Long> people = Collections.emptyMap();

    /** Whether it says months of the calendar, from which days could be told: it stays in the service. */
    boolean ofCalendar;

    /** What it is and is not, in sentences: messages {@code smpr.study.note.<code>}. */
    @Builder.Default
    List<Term> notes = Collections.emptyList();

    /** @return the place of that column; -1 where there is none */
    public int indexOf(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).getCode().equals(column)) {
                return i;
            }
        }
        return -1;
    }

    /** @return the cell of that column in the first row whose first cells are those terms, by their codes; empty where there is no such row or column */
    public Optional<Cell> cell(String column, String... terms) {
        int index = indexOf(column);
        return index < 0
                ? Optional.empty()
                : rows.stream()
                        .filter(row -> startsWith(row, terms))
                        .findFirst()
                        .map(row -> row.get(index));
    }

    private static boolean startsWith(List<Cell> row, String... terms) {
        for (int i = 0; i < terms.length; i++) {
            Term term = row.get(i).getTerm();
            if (term == null || !term.getCode().equals(terms[i])) {
                return false;
            }
        }
        return true;
    }

    /** Puts a table together row by row. */
    public static final class Rows {

        private final List<Column> columns;

        private final List<List<Cell>> rows = new ArrayList<>();

        public Rows(Column... columns) {
            this.columns = Collections.unmodifiableList(Arrays.asList(columns));
        }

        /** @throws IllegalArgumentException where there are more or fewer cells than columns */
        public Rows add(Cell... cells) {
            if (cells.length != columns.size()) {
                throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
            }
            rows.add(Collections.unmodifiableList(Arrays.asList(cells)));
            return this;
        }

        /** @return to be completed with what else is to be said of it */
        public ResultTableBuilder as(String code) {
            return builder().code(code).columns(columns).rows(Collections.unmodifiableList(rows));
        }
    }
}
