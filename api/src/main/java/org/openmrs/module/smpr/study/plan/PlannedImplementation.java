/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Set;
import lombok.Value;

/** How well the instruments and the care around them are used. */
@Value
public class PlannedImplementation implements PlannedAnalysis {

    /** Codes of the waves whose coverage is told. */
    Set<String> waves;

    @Override
    public boolean covers(PlannedAnalysis other) {
        return other instanceof PlannedImplementation && waves.containsAll(((PlannedImplementation) other).waves);
    }

    @Override
    public Set<String> onWaves() {
        return waves;
    }

    @Override
    public boolean isOnWholeInstruments() {
        return true;
    }
}
