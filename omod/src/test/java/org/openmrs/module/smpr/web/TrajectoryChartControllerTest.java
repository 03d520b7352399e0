/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.TestAssessments;

public class TrajectoryChartControllerTest extends SmprRestTest {

    private String path;

    @Before
    public void chartTwoInstruments() {
        path = "trajectory/" + patient.getUuid() + "/chart";
        chart(saprof());
        chart(body(TestAssessments.hcr20(patient, "2024-02-20")));
    }

    @Test
    public void shouldDrawTheWholePersonWhereNoInstrumentIsNamed() {
        Answer answer = get(path);
        assertEquals(200, answer.status());
        assertEquals("image/svg+xml;charset=UTF-8", answer.header("Content-Type"));
        assertEquals("no-store", answer.header("Cache-Control"));
        assertTrue(answer.text().startsWith("<svg"));
        assertTrue(answer.text().contains("Risk trajectory at a glance"));
        assertTrue(answer.text().contains("SAPROF – 1 Mar 2024"));
        assertTrue(answer.text().contains("HCR-20 V3 – 20 Feb 2024"));
        assertTrue(answer.text().contains("CAPP: no complete assessment"));
        assertTrue(get(path + "?width=1200").text().contains("width=\"1200\""));
    }

    @Test
    public void shouldLetADrawingFetchRunAndSendNothing() {
        Answer answer = get(path);
        assertEquals(
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'self'",
                answer.header("Content-Security-Policy"));
        assertEquals("nosniff", answer.header("X-Content-Type-Options"));
        for (String drawn :
                List.of(answer.text(), get(path + "?instrument=HCR20V3").text())) {
            assertFalse("which the policy would take from it", drawn.contains("style"));
        }
    }

    @Test
    public void shouldSpeakTheLanguageOfTheSession() {
        Context.setLocale(Locale.FRENCH);
        assertTrue(get(path).text().contains("Ce qui manque"));
    }

    @Test
    public void shouldDrawWhatLiesWithinTheDatesAskedFor() {
        String drawn = get(path + "?from=2024-02-25").text();
        assertFalse(drawn.contains("20 Feb 2024"));
        assertTrue(drawn.contains("SAPROF – 1 Mar 2024"));
        assertTrue(drawn.contains("Only a part of the record was asked for"));
    }

    @Test
    public void shouldDrawNoSumOfTheWholePersonForAnybody() {
        String researcher = get(path).text();
        TestPeople.signInWith(List.of("SMPR: Reader"), List.of());
        assertEquals(researcher, get(path).text());
    }

    @Test
    public void shouldNameNobody() {
        assertFalse(get(path).text().contains(patient.getFamilyName()));
    }

    @Test
    public void shouldRefuseWhatCannotBeDrawn() {
        get("trajectory/nobody/chart").error(404);
        get(path + "?instrument=FOO").error(404);
        get(path + "?instrument=").error(404);
        assertEquals(
                Map.of("width", List.of("outOfRange")), get(path + "?width=559").faults());
        assertEquals(
                Map.of("nonsense", List.of("unknownProperty")),
                get(path + "?nonsense=1").faults());
    }
}
