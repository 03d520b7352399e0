/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import lombok.Value;

/** What a site sets for one instrument. */
@Value
public class InstrumentSettings {

    /** Nothing set. */
    public static final InstrumentSettings NONE =
            new InstrumentSettings(Collections.emptySet(), Collections.emptyMap(), Collections.emptyMap());

    /** Codes of the instrument's options in use. */
    Set<String> options;

    /** By scale, how many of its items may be omitted for the prorated sum to stand; a scale without an entry has no limit set. */
    Map<String, Integer> omissionLimits;

    /** By scale, its measurement error. */
    Map<String, Reliability> reliability;
}
