/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.LinkedHashMap;
import java.util.Map;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;

/** One thing that is wrong with a file: where, and what would be right. It is kept, and never repeats what the file says. */
@Value
class RowFault {

    /** The line of the file in which the row begins, from 1 on. */
    int line;

    /** The number of the column, from 1 on; null for the row as a whole, and for a column that is not there. */
    Integer columnNumber;

    /** Its field is the name of the column, where that is one that a column can have; null otherwise, and for the row as a whole. */
    Fault fault;

    /** @return as it is kept with the job */
    Map<String, Object> asResult() {
        Map<String, Object> result = new LinkedHashMap<>();
        result.put("line", line);
        result.put("column", fault.getField());
        result.put("columnNumber", columnNumber);
        result.put("code", fault.getCode());
        result.put("arguments", fault.getArguments());
        return result;
    }
}
