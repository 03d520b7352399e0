/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;

/** One thing that is wrong with a file. */
@Value
class RowFault {

    /** An argument can be what a cell says: of what is put into the wrong column no more is kept than shows where. */
    private static final int LONGEST_ARGUMENT = 40;

    /** The line of the file in which the row begins, from 1 on. */
    int line;

    /** Its field is the name of the column as the header has it; null for the row as a whole. */
    Fault fault;

    /** @return as it is kept with the job */
    Map<String, Object> asResult() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("line", line);
        result.put("column", fault.getField());
        result.put("code", fault.getCode());
        result.put(
                "arguments",
                fault.getArguments().stream()
                        .map(a -> a.length() > LONGEST_ARGUMENT ? a.substring(0, LONGEST_ARGUMENT) + "…" : a)
                        .collect(Collectors.toList()));
        return result;
    }
}
