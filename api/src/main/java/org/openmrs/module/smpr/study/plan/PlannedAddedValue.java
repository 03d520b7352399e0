/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import lombok.Value;
import org.openmrs.module.smpr.outcome.Counted;

/** What a measure adds to another of the same wave in telling who re-offends until the horizon. */
@Value
public class PlannedAddedValue implements PlannedAnalysis {

    /** The code of the measure that is there before. */
    String base;

    String added;

    /** The code of the wave. */
    String wave;

    Counted counted;

    /** In months. */
    int horizon;

    @Override
    public boolean covers(PlannedAnalysis other) {
        return equals(other);
    }

    @Override
    public Set<String> onWaves() {
        return Collections.singleton(wave);
    }

    @Override
    public Set<String> onMeasures() {
        return new LinkedHashSet<>(Arrays.asList(base, added));
    }

    @Override
    public boolean isOnLongestHorizon() {
        return true;
    }
}
