/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.metadata;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.openmrs.module.smpr.instrument.DefinitionCheck;
import org.openmrs.module.smpr.instrument.DefinitionReader;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;

/** The invented instrument of the tests, beside those that the module ships. */
final class Definition {

    static final String DEMO = "/instruments/two-dimensions.json";

    private Definition() {}

    static String demo() {
        try (InputStream in = Definition.class.getResourceAsStream(DEMO)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Instrument read(String definition) {
        return new DefinitionReader(Definitions.commonQuestions(), Definitions.shipped(), DefinitionCheck.NONE)
                .read(DEMO, definition);
    }

    static List<Instrument> shippedAnd(Instrument further) {
        List<Instrument> instruments = new ArrayList<>(Definitions.shipped());
        instruments.add(further);
        return instruments;
    }
}
