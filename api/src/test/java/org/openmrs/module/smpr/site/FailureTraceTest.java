/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import org.junit.Test;

public class FailureTraceTest {

    @Test
    public void shouldSayWhereAndNotWhat() {
        Exception cause = new IllegalStateException("Duplicate entry 'Véga Sorbier' for key 'name'");
        String trace = FailureTrace.of(new RuntimeException("could not save Véga Sorbier", cause));
        assertFalse(trace, trace.contains("Sorbier"));
        assertTrue(
                trace,
                trace.startsWith(
                        "java.lang.RuntimeException\n\tat " + getClass().getName()));
        assertTrue(trace, trace.contains("\nCaused by: java.lang.IllegalStateException\n\tat "));
    }

    @Test
    public void shouldEndWhereCausesGoRound() {
        Exception one = new IllegalStateException();
        one.initCause(new RuntimeException(one));
        assertTrue(FailureTrace.of(one).endsWith(")"));
    }
}
