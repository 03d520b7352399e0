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
import java.util.Map;
import org.junit.Test;

public class RaterTrainingResourceTest extends SmprRestTest {

    @Test
    public void shouldChartShowAndVoidATraining() {
        Answer charted = post(
                "ratertraining",
                Map.of(
                        "provider",
                        rater.getUuid(),
                        "instrument",
                        "HCR20V3",
                        "date",
                        "2025-03-31",
                        "level",
                        "CERTIFIED"));
        assertEquals(charted.text(), 201, charted.status());
        String uuid = charted.json().get("uuid").asText();

        JsonNode shown = get("ratertraining?v=full&instrument=HCR20V3&provider=" + rater.getUuid())
                .first();
        assertEquals(uuid, shown.get("uuid").asText());
        assertEquals(
                "HCR20V3 certified, rates alone, 2025-03-31",
                shown.get("display").asText());
        assertEquals(rater.getUuid(), shown.at("/provider/uuid").asText());
        assertEquals("HCR-20 V3", shown.at("/instrument/display").asText());
        assertEquals("2025-03-31", shown.get("date").asText());
        assertEquals("CERTIFIED", shown.at("/level/code").asText());
        assertTrue(shown.get("note").isNull());
        assertTrue(shown.at("/auditInfo/creator").isTextual());

        assertEquals(400, delete("ratertraining/" + uuid).status());
        assertEquals(204, delete("ratertraining/" + uuid + "?reason=mistake").status());
        assertEquals(
                0,
                get("ratertraining?provider=" + rater.getUuid())
                        .json()
                        .get("results")
                        .size());
        assertTrue(get("ratertraining/" + uuid).json().get("voided").asBoolean());
    }

    @Test
    public void shouldNameWhatIsWrongWithWhatIsPostedOrAskedFor() {
        assertEquals(
                Map.of(
                        "provider", List.of("notAText"),
                        "instrument", List.of("missing"),
                        "date", List.of("notADate"),
                        "level", List.of("notOneOf"),
                        "grade", List.of("unknownProperty")),
                post("ratertraining", Map.of("provider", 1, "date", "soon", "level", "EXPERT", "grade", "A"))
                        .faults());
        assertEquals(
                Map.of("provider", List.of("notAUuid"), "instrument", List.of("unknownInstrument")),
                get("ratertraining?provider=x&instrument=FOO").faults());
        assertEquals(404, get("ratertraining/none").status());
        assertFalse(get("ratertraining").json().get("results").isNull());
    }
}
