/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.SiteSettingsReader;

public class DemoSettingsTest {

    @Rule
    public final TemporaryFolder folder = new TemporaryFolder();

    @Test
    public void shouldComeWhereASiteHasItsOwn_AndLeaveThoseThatAreThere() throws IOException {
        Path data = folder.getRoot().toPath();
        DemoSettings.putInto(data);
        Path file = data.resolve("configuration/smpr/site.json");
        assertEquals(DemoSettings.document(), Files.readString(file));
        Files.writeString(file, "{\"format\": 1}");
        DemoSettings.putInto(data);
        assertEquals("{\"format\": 1}", Files.readString(file));
    }

    /** Those of C and R are the only ones that could be derived from anything published for a scale that is tested. */
    @Test
    public void shouldStateNoReliabilityThatNobodyHasPublished_AndCallItAnIllustration() throws IOException {
        SiteSettings settings = new SiteSettingsReader(Definitions.shipped()).read("site.json", DemoSettings.document());
        Map<String, Reliability> hcr20 = settings.forInstrument("HCR20V3").getReliability();
        assertEquals(Set.of("C", "R"), hcr20.keySet());
        assertEquals(2.89, hcr20.get("C").getSd(), 0);
        assertEquals(0.88, hcr20.get("C").getReliability(), 0);
        assertEquals(3.02, hcr20.get("R").getSd(), 0);
        assertEquals(0.87, hcr20.get("R").getReliability(), 0);
        hcr20.values().forEach(stated -> {
            assertTrue(stated.getOrigin().in(Locale.ENGLISH).contains("illustration, not a norm"));
            assertTrue(stated.getOrigin().in(Locale.FRENCH).contains("illustration et non norme"));
        });
        assertEquals(Map.of(), settings.forInstrument("SAPROF").getReliability());
        assertEquals(Map.of(), settings.forInstrument("CAPP").getReliability());
    }
}
