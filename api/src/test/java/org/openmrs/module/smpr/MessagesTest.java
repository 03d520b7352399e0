/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeSet;
import org.junit.Test;
import org.openmrs.module.smpr.form.FormGenerator;
import org.openmrs.module.smpr.form.FormPlan;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.metadata.StableUuid;

public class MessagesTest {

    private final Properties english = read("/messages.properties");

    private final Properties french = read("/messages_fr.properties");

    @Test
    public void shouldSayEverythingInBothLanguages() {
        assertEquals(new TreeSet<>(english.keySet()), new TreeSet<>(french.keySet()));
    }

    @Test
    public void shouldNameEncounterTypesInBothLanguages() {
        for (Instrument instrument : Definitions.shipped()) {
            String key = "ui.i18n.EncounterType.name." + StableUuid.ofEncounterType(instrument.getCode());
            assertEquals("SMPR " + instrument.getLabel().in(Locale.ENGLISH) + " assessment", english.getProperty(key));
            assertTrue(french.getProperty(key).contains(instrument.getLabel().in(Locale.FRENCH)));
        }
        for (RecordType type : Definitions.recordTypes()) {
            String key = "ui.i18n.EncounterType.name." + StableUuid.ofEncounterType(type.getCode());
            assertEquals(type.getLabel().in(Locale.ENGLISH), english.getProperty(key));
            assertTrue(french.containsKey(key));
        }
    }

    @Test
    public void shouldNameFormsInBothLanguages() {
        for (FormPlan plan : FormPlan.all(Definitions.shipped())) {
            String key = "ui.i18n.Form.name." + FormGenerator.uuid(plan, 1);
            assertEquals(plan.getName().in(Locale.ENGLISH), english.getProperty(key));
            assertEquals(plan.getName().in(Locale.FRENCH), french.getProperty(key));
        }
    }

    /** A text that is there twice is changed in the one place and read from the other. */
    private static Properties read(String file) {
        Properties properties = new Properties() {
            @Override
            public synchronized Object put(Object key, Object text) {
                assertFalse(file + " has " + key + " twice", containsKey(key));
                return super.put(key, text);
            }
        };
        try (InputStream in = MessagesTest.class.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return properties;
    }
}
