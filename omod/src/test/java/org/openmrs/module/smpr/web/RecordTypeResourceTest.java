/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.metadata.StableUuid;

public class RecordTypeResourceTest extends SmprRestTest {

    @Test
    public void shouldListWhatIsChartedBesidesAssessments() {
        List<String> codes = new ArrayList<>();
        get("recordtype")
                .json()
                .get("results")
                .forEach(type -> codes.add(type.get("code").asText()));

        assertEquals(
                List.of("SUMMARY", "ENTRY", "RELEASE", "EXTENSION", "END", "IN-CHARGE", "CONTACT", "ACTION", "RELAY"),
                codes);
    }

    @Test
    public void shouldSayHowAQuestionIsAnsweredInARequest() {
        JsonNode contact = get("recordtype/CONTACT").json();
        JsonNode kind = contact.at("/questions/0");
        JsonNode cancelledBy = contact.at("/questions/2");

        assertEquals("kind", kind.get("field").asText());
        assertTrue(kind.get("required").asBoolean());
        assertEquals("HOME-VISIT", kind.at("/choices/1/code").asText());
        assertEquals("visit at home", kind.at("/choices/1/display").asText());
        assertEquals("SMPR:CONTACT.kind", kind.get("mapping").asText());
        assertEquals(
                Context.getConceptService()
                        .getConceptByMapping("CONTACT.kind", "SMPR")
                        .getUuid(),
                kind.get("concept").asText());
        assertEquals(
                "[\"KEPT\",\"MISSED\"]",
                cancelledBy.at("/notAskedWhere/outcome").toString());
    }

    @Test
    public void shouldSpeakTheLanguageOfTheSession() {
        Context.setLocale(Locale.FRENCH);

        assertEquals(
                "visite à domicile",
                get("recordtype/CONTACT")
                        .json()
                        .at("/questions/0/choices/1/display")
                        .asText());
    }

    @Test
    public void shouldFindByTheUuidOfTheEncounterTypeToo() {
        assertEquals(
                get("recordtype/RELAY").text(),
                get("recordtype/" + StableUuid.ofEncounterType("RELAY")).text());
        get("recordtype/NONE").error(404);
        assertFalse(get("recordtype/RELAY").text().contains("labels"));
        assertTrue(get("recordtype/RELAY?v=full").text().contains("médecin traitant"));
    }
}
