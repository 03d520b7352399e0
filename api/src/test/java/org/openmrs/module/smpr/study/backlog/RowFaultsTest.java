/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.Fault;

public class RowFaultsTest {

    /** What the record says against a row is found after all rows have been read. */
    @Test
    public void shouldListThemInTheOrderOfTheFile() {
        RowFaults faults = new RowFaults();
        faults.add(10, 2, Fault.of("date", "missing"));
        faults.add(3, 7, Fault.of("01", "backlogAnswer"));
        faults.add(3, 2, Fault.of("date", "missing"));
        faults.add(3, Fault.of(null, "backlogDuplicate"));

        assertEquals(
                Arrays.asList("3 null", "3 2", "3 7", "10 2"),
                faults.asResult().stream()
                        .map(fault -> fault.get("line") + " " + fault.get("columnNumber"))
                        .collect(Collectors.toList()));
    }
}
