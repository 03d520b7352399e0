/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import lombok.Builder;
import lombok.Value;

/** What a site sets for one instrument. */
@Value
@Builder
public class InstrumentSettings {

    /** Nothing set. */
    public static final InstrumentSettings NONE = builder().build();

    /** Codes of the instrument's options in use. */
    @Builder.Default
    Set<String> options = Collections.emptySet();

    /** By scale, how many of its items may be omitted for the prorated sum to stand; a scale without an entry has no limit set. */
    @Builder.Default
    Map<String, Integer> omissionLimits = Collections.emptyMap();

    /** By scale, its measurement error. */
    @Builder.Default
    Map<String, Reliability> reliability = Collections.emptyMap();

    /** By dimension, by another dimension, its answers on which the first is not asked: instead of the definition's. */
    @Builder.Default
    Map<String, Map<String, Set<String>>> notAskedWhere = Collections.emptyMap();

    /** By index, how many days its two assessments may lie apart; an index without an entry is not computed. */
    @Builder.Default
    Map<String, Integer> indexWithinDays = Collections.emptyMap();
}
