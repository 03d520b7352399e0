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
import java.util.List;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.SiteService;

public class SiteResourceTest extends SmprRestTest {

    private static final String SETTINGS = "{\"format\": 1, \"labels\": {\"SAPROF.05\": {\"fr\": \"Contrôle de soi\"}},"
            + " \"instruments\": {\"SAPROF\": {\"options\": [\"refinement\"], \"omissionLimits\": {\"total\": 2},"
            + " \"reliability\": {\"external\": {\"sd\": 2.1, \"reliability\": 0.8, \"source\": {\"en\": \"invented\", \"fr\": \"inventé\"}}}}}}";

    @Test
    public void shouldShowThatNothingIsSet() {
        JsonNode site = get("site?v=default").first();
        assertEquals(
                List.of(
                        "uuid",
                        "display",
                        "source",
                        "dateAccepted",
                        "acceptedBy",
                        "version",
                        "instrumentsInUse",
                        "phasesInUse",
                        "labels",
                        "instruments",
                        "sameField",
                        "waves",
                        "careGap",
                        "worklist",
                        "readLog",
                        "outcomeRegister",
                        "doubleRating",
                        "study",
                        "values",
                        "links"),
                namesOf(site));
        assertTrue(site.get("uuid").isNull());
        assertTrue(site.get("links").get(0).get("uri").asText().endsWith("v1/smpr/site"));
        assertEquals(0, site.get("instruments").size());
        assertEquals(
                "{\"suppressBelow\":null,\"reliabilityMinimumPairs\":null,\"exportKeptDays\":7}",
                site.get("study").toString());
        // What the module suggests, and whose it is.
        assertFalse(site.at("/sameField/ofSite").asBoolean());
        assertTrue(site.at("/sameField/notice").asText().contains("suggestion of the module"));
        assertEquals("SAPROF.09", site.at("/sameField/items/HCR20V3.C1/0").asText());
    }

    @Test
    public void shouldShowTheMapThatTheSiteHasPutInPlaceOfTheModules() {
        Context.getService(SiteService.class)
                .acceptSettings("a test", "{\"format\": 1, \"sameField\": {\"HCR20V3.C1\": [\"SAPROF.06\"]}}");
        JsonNode sameField = get("site?v=default").first().get("sameField");
        assertTrue(sameField.get("ofSite").asBoolean());
        assertTrue(sameField.get("notice").asText().contains("this site has set it"));
        assertEquals("{\"HCR20V3.C1\":[\"SAPROF.06\"]}", sameField.get("items").toString());
    }

    @Test
    public void shouldShowTheSettingsInForce() {
        Context.getService(SiteService.class).acceptSettings("a test", SETTINGS);
        JsonNode site = get("site?v=full").first();
        assertEquals("a test", site.get("source").asText());
        assertEquals(
                "Contrôle de soi", site.get("labels").get("SAPROF.05").get("fr").asText());
        JsonNode saprof = site.get("instruments").get(0);
        assertEquals("SAPROF", saprof.get("code").asText());
        assertEquals("refinement", saprof.get("options").get(0).asText());
        assertEquals(2, saprof.get("omissionLimits").get("total").asInt());
        assertEquals(
                0.8,
                saprof.get("reliability").get("external").get("reliability").asDouble(),
                0);
        assertEquals("invented", saprof.at("/reliability/external/source").asText());
        assertEquals(
                Context.getAuthenticatedUser().getUuid(),
                site.get("acceptedBy").get("uuid").asText());
        assertEquals(site, get("site/" + site.get("uuid").asText() + "?v=full").json());
        get("site/another").error(404);
    }

    @Test
    public void shouldShowTheRulesOfTheSite() {
        assertTrue(get("site?v=full").first().at("/readLog/keepDays").isNull());
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test",
                        "{\"format\": 1, \"readLog\": {\"keepDays\": 365}, \"instruments\": {"
                                + "\"HCR20V3\": {\"notAskedWhere\": {\"relevance\": {\"presence\": [\"OMIT\"]}}},"
                                + " \"SAPROF\": {\"indices\": {\"hcr20-saprof\": {\"withinDays\": 30}}}}}");
        JsonNode site = get("site?v=full").first();
        assertEquals(365, site.at("/readLog/keepDays").asInt());
        assertEquals(List.of("HCR20V3", "SAPROF"), codes(site.get("instruments")));
        assertEquals(
                "{\"relevance\":{\"presence\":[\"OMIT\"]}}",
                site.at("/instruments/0/notAskedWhere").toString());
        assertEquals(
                "{\"hcr20-saprof\":{\"withinDays\":30}}",
                site.at("/instruments/1/indices").toString());
    }

    @Test
    public void shouldBeReflectedByTheInstrument() {
        Context.getService(SiteService.class).acceptSettings("a test", SETTINGS);
        JsonNode saprof = get("instrument/SAPROF?v=full").json();
        assertEquals(
                "Contrôle de soi",
                saprof.get("items").get(4).get("labels").get("fr").asText());
        assertTrue(saprof.get("options").get(0).get("inUse").asBoolean());
        assertTrue(saprof.at("/questions/13/choices/1/offered").asBoolean());
    }
}
