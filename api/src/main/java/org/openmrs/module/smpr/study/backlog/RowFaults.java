/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Getter;
import org.openmrs.module.smpr.assessment.Fault;

/** Everything that is wrong with a file: how much, and the first of it. */
final class RowFaults {

    /** How many are told one by one. */
    static final int MOST = 1_000;

    private final List<RowFault> listed = new ArrayList<>();

    @Getter
    private long count;

    /** Adds what is wrong with a row, or the file, as a whole. */
    void add(int line, Fault fault) {
        add(line, null, fault);
    }

    /**
     * @param columnNumber from 1 on; null for a column that is not there
     * @param fault its field is the name of the column; null for one that no column can have
     */
    void add(int line, Integer columnNumber, Fault fault) {
        count++;
        if (listed.size() < MOST) {
            listed.add(new RowFault(line, columnNumber, fault));
        }
    }

    /** @return those listed, in the order of the file */
    List<Map<String, Object>> asResult() {
        return listed.stream()
                .sorted(Comparator.comparing(RowFault::getLine)
                        .thenComparing(RowFault::getColumnNumber, Comparator.nullsFirst(Comparator.naturalOrder())))
                .map(RowFault::asResult)
                .collect(Collectors.toList());
    }
}
