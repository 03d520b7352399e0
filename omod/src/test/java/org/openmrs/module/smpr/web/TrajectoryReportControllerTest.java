/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import org.junit.Before;
import org.junit.Test;

public class TrajectoryReportControllerTest extends SmprRestTest {

    private String path;

    @Before
    public void chartOne() {
        path = "trajectory/" + patient.getUuid() + "/report";
        chart(saprof());
    }

    @Test
    public void shouldPrintAPageThatNobodyKeeps() {
        Answer answer = get(path);
        assertEquals(200, answer.status());
        assertEquals("text/html;charset=UTF-8", answer.header("Content-Type"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertTrue(answer.text().startsWith("<!DOCTYPE html>"));
    }

    @Test
    public void shouldLetAReportFetchRunAndSendNothing() {
        Answer answer = get(path);
        assertEquals(
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; style-src 'unsafe-inline'",
                answer.header("Content-Security-Policy"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
    }
}
