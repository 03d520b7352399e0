/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;

public class InstrumentFormControllerTest extends SmprRestTest {

    @Test
    public void shouldGiveTheFormOfEachInstrumentForOpenmrs3() {
        for (String code : List.of("HCR20V3", "SAPROF", "CAPP")) {
            Answer answer = get("instrument/" + code + "/form?engine=o3");
            assertEquals(answer.text(), 200, answer.status());
            assertEquals("application/json;charset=UTF-8", answer.header("Content-Type"));
            JsonNode form = answer.json();
            assertEquals(
                    StableUuid.ofEncounterType(code), form.get("encounterType").asText());
            assertTrue(form.get("pages").size() > 3);
        }
    }

    @Test
    public void shouldGiveTheFormOfEachInstrumentForHtmlFormEntryWithItsTranslations() {
        for (String code : List.of("HCR20V3", "SAPROF", "CAPP")) {
            Answer answer = get("instrument/" + code + "/form?engine=htmlformentry");
            assertEquals(answer.text(), 200, answer.status());
            assertEquals("application/xml;charset=UTF-8", answer.header("Content-Type"));
            assertTrue(answer.text().startsWith("<htmlform "));
            assertTrue(answer.text().contains(StableUuid.ofEncounterType(code)));
            assertTrue(answer.text().contains("Rôle du cotateur"));
        }
    }

    @Test
    public void shouldTranslateItIntoTheLanguageOfTheSession() {
        String key = "05 Self-control / 05 Maîtrise de soi";
        assertEquals("05 Self-control", translation(key));
        Context.setLocale(Locale.FRENCH);
        assertEquals("05 Maîtrise de soi", translation(key));
    }

    private String translation(String key) {
        return get("instrument/SAPROF/form?engine=o3")
                .json()
                .get("translations")
                .path(key)
                .asText();
    }

    @Test
    public void shouldFollowTheSettingsInForce() {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test", "{\"format\": 1, \"labels\": {\"SAPROF.05\": {\"en\": \"As in our manual\"}}}");
        assertTrue(get("instrument/SAPROF/form?engine=o3").text().contains("05 As in our manual"));
    }

    @Test
    public void shouldSayWhatIsWrongWithTheRequest() {
        assertEquals(
                Map.of("engine", List.of("missing")),
                get("instrument/SAPROF/form").faults());
        assertEquals(
                Map.of("engine", List.of("notOneOf")),
                get("instrument/SAPROF/form?engine=paper").faults());
        assertEquals(
                Map.of("engin", List.of("unknownProperty")),
                get("instrument/SAPROF/form?engine=o3&engin=o3").faults());
        get("instrument/FOO/form?engine=o3").error(404);
        get("instrument/FOO/form?engine=htmlformentry").error(404);
    }

    @Test
    public void shouldNotGiveItToARater() {
        TestPeople.signInWith(List.of("SMPR: Rater"), List.of());
        get("instrument/SAPROF/form?engine=o3").error(403);
        get("instrument/SAPROF/form?engine=htmlformentry").error(403);
        Context.logout();
        get("instrument/SAPROF/form?engine=o3").error(401);
    }

    @Test
    public void shouldGiveItToOneWhoMayReadTheSettings() {
        TestPeople.signInWith(List.of(), List.of(SmprPrivileges.GET_SETTINGS));
        assertEquals(200, get("instrument/SAPROF/form?engine=o3").status());
    }
}
