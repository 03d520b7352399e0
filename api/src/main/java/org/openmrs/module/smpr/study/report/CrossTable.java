/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lombok.AccessLevel;
import lombok.Getter;
import lombok.RequiredArgsConstructor;
import org.openmrs.module.smpr.study.result.Cell;
import org.openmrs.module.smpr.study.result.Column;
import org.openmrs.module.smpr.study.result.Column.Kind;
import org.openmrs.module.smpr.study.result.ResultTable;

/** Counts by several terms as people read them: the last of the terms goes across. */
@Getter
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
final class CrossTable {

    /** More do not fit beside each other. */
    private static final int MOST_ACROSS = 8;

    /** All terms but the last. */
    private final List<Column> leading;

    /** What goes across. */
    private final Column across;

    /** The terms that go across, in the order of the rows. */
    private final List<Cell> terms;

    /** By the leading cells of a row, the counts by what goes across; without those that the table has no row for. */
    private final Map<List<Cell>, Map<Cell, Cell>> counts;

    /** @return empty where the table has other columns than terms and a count at the end, where a count has no place of its own, or where it would be wider than long */
    static Optional<CrossTable> of(ResultTable table) {
        List<Column> columns = table.getColumns();
        int last = columns.size() - 2;
        if (last < 1
                || columns.get(last + 1).getKind() != Kind.COUNT
                || columns.subList(0, last + 1).stream().anyMatch(column -> column.getKind() != Kind.TERM)) {
            return Optional.empty();
        }
        Set<Cell> terms = new LinkedHashSet<>();
        Map<List<Cell>, Map<Cell, Cell>> counts = new LinkedHashMap<>();
        for (List<Cell> row : table.getRows()) {
            terms.add(row.get(last));
            Map<Cell, Cell> ofRow = counts.computeIfAbsent(row.subList(0, last), leading -> new LinkedHashMap<>());
            if (ofRow.put(row.get(last), row.get(last + 1)) != null) {
                return Optional.empty();
            }
        }
        return terms.size() < 2
                        || terms.size() > MOST_ACROSS
                        || counts.size() == table.getRows().size()
                ? Optional.empty()
                : Optional.of(new CrossTable(
                        Collections.unmodifiableList(columns.subList(0, last)),
                        columns.get(last),
                        Collections.unmodifiableList(new ArrayList<>(terms)),
                        counts));
    }
}
