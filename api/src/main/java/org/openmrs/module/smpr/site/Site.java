/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.List;
import java.util.Map;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Instrument;

/** What is in force at the site at one moment, as its accepted documents have it. */
@Value
@Builder(toBuilder = true)
public class Site {

    /** The uuid of the newest document, which is another after each; null before any was accepted. */
    String version;

    /** The instruments as they are defined: those of the module, then the site's own in the order in which they were first accepted. */
    List<Instrument> defined;

    /** The same with the site's labels and options, each saying whether it is in use. */
    List<Instrument> instruments;

    SiteSettings settings;

    /** The settings document; null for none. */
    Text document;

    /** By code of the site's own instruments, their definitions. */
    Map<String, Text> definitions;

    /** @return the code of the site's own instrument that is in force by that text; null for none */
    String codeDefinedBy(String text) {
        return definitions.entrySet().stream()
                .filter(definition -> definition.getValue().getText().equals(text))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    /** A document as far as it is known without its row. */
    @Value
    public static class Text {

        /** Null before it is accepted. */
        String uuid;

        String source;

        String text;
    }
}
