/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Locale;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;

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
    public void shouldNotShowAnEstimatedDateOfBirthAsIfItWereKnown() {
        assertTrue(get(path).text().contains("born 1 Feb 1980 ·"));
        patient.setBirthdateEstimated(true);
        Context.getPatientService().savePatient(patient);
        assertTrue(get(path).text().contains("born 1 Feb 1980 (estimated) ·"));
        Context.setLocale(Locale.FRENCH);
        assertTrue(get(path).text().contains("date de naissance\u00a0: 1er févr. 1980 (estimée) ·"));
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
