/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Collections;
import java.util.Set;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Dimension;
import org.openmrs.module.smpr.outcome.Counted;

/** Whether a measure, as it was at a wave, tells who re-offends until each horizon. */
@Value
public class PlannedValidity implements PlannedAnalysis {

    /** The code of the measure. */
    String measure;

    /** What more of it is expected to go with, fixed beforehand: {@code RISK} or {@code PROTECTION}. */
    Dimension.Direction higher;

    /** The code of the wave. */
    String wave;

    Counted counted;

    /** In months; at least one. */
    Set<Integer> horizons;

    @Override
    public boolean covers(PlannedAnalysis other) {
        if (!(other instanceof PlannedValidity)) {
            return false;
        }
        PlannedValidity validity = (PlannedValidity) other;
        return measure.equals(validity.measure)
                && higher == validity.higher
                && wave.equals(validity.wave)
                && counted == validity.counted
                && horizons.containsAll(validity.horizons);
    }

    @Override
    public Set<String> onWaves() {
        return Collections.singleton(wave);
    }

    @Override
    public Set<String> onMeasures() {
        return Collections.singleton(measure);
    }

    @Override
    public boolean isOnLongestHorizon() {
        return true;
    }
}
