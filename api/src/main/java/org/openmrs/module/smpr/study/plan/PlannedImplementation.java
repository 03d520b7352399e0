/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Set;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.Site;

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

    /** How complete assessments are is told of every instrument, whether a wave has it or not. */
    @Override
    public Set<String> onWholeInstruments(Site site) {
        return site.getInstruments().stream().map(Instrument::getCode).collect(Collectors.toSet());
    }

    @Override
    public boolean isOnDoubleRatings() {
        return true;
    }

    @Override
    public boolean isOnBreaksInCare() {
        return true;
    }
}
