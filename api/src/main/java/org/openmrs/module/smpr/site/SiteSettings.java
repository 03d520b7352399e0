/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Collections;
import java.util.Map;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** What one site sets differently from the definitions. Nothing in it has a default: what a site has not set is not set. */
@Value
public class SiteSettings {

    public static final SiteSettings NONE = new SiteSettings(Collections.emptyMap(), Collections.emptyMap(), null);

    /** Labels that replace the definitions', by code, in the languages given. */
    Map<String, Label> labels;

    /** Settings by instrument code. */
    Map<String, InstrumentSettings> instruments;

    /** For how many days it is kept who read what; null where nothing is set, and then it is kept for good. */
    Integer readLogDays;

    /** @return what is set for the instrument; {@link InstrumentSettings#NONE} where nothing is */
    public InstrumentSettings forInstrument(String code) {
        return instruments.getOrDefault(code, InstrumentSettings.NONE);
    }
}
