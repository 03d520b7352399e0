/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.result;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.HashMap;
import java.util.Map;

/** Reads findings as tests do. */
public final class TestFindings {

    private TestFindings() {}

    public static ResultTable table(Finding finding, String code) {
        return finding.getTables().stream()
                .filter(table -> table.getCode().equals(code))
                .findFirst()
                .orElseThrow(() -> new AssertionError("No table " + code));
    }

    /** @param row the codes of its first terms */
    public static Cell cell(ResultTable table, String column, String... row) {
        return table.cell(column, row)
                .orElseThrow(() -> new AssertionError("No " + column + " of " + String.join(", ", row)));
    }

    public static long count(ResultTable table, String column, String... row) {
        return cell(table, column, row).getCount();
    }

    public static double number(ResultTable table, String column, String... row) {
        Cell cell = cell(table, column, row);
        if (cell.getNumber() == null) {
            throw new AssertionError(column + " of " + String.join(", ", row) + " is no number: " + cell);
        }
        return cell.getNumber();
    }

    /** Every sum adds up, a quantity is the same wherever it is counted, and everything has a sentence beside it. */
    public static void assertWhole(Finding finding) {
        Map<String, Long> counts = new HashMap<>();
        finding.getTables()
                .forEach(table -> table.getRows()
                        .forEach(row -> row.stream()
                                .filter(cell -> cell.getQuantity() != null)
                                .forEach(cell -> {
                                    Long before = counts.put(cell.getQuantity(), cell.getCount());
                                    assertTrue(
                                            cell.getQuantity() + ": " + before + " and " + cell.getCount(),
                                            before == null || before.equals(cell.getCount()));
                                })));
        finding.getTables()
                .forEach(table -> table.getImplied().forEach((quantity, count) -> {
                    Long before = counts.put(quantity, count);
                    assertTrue(quantity + ": " + before + " and " + count, before == null || before.equals(count));
                }));
        for (ResultTable table : finding.getTables()) {
            assertTrue(table.getCode(), !table.getNotes().isEmpty());
            for (Sum sum : table.getSums()) {
                sum.getParts().forEach(part -> assertTrue(part + " is not counted", counts.containsKey(part)));
                if (counts.containsKey(sum.getTotal())) {
                    assertEquals(sum.toString(), counts.get(sum.getTotal()), (Long)
                            sum.getParts().stream().mapToLong(counts::get).sum());
                }
            }
        }
        finding.getFigures()
                .forEach(figure ->
                        assertTrue(figure.getCode(), !figure.getNotes().isEmpty()));
    }
}
