/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Set;
import lombok.Value;
import org.openmrs.module.smpr.outcome.Counted;

/** Absence of known re-offending at each horizon. */
@Value
public class PlannedSurvival implements PlannedAnalysis {

    Counted counted;

    /** At least one. */
    Set<StudyHorizon> horizons;

    @Override
    public boolean covers(PlannedAnalysis other) {
        return other instanceof PlannedSurvival
                && counted == ((PlannedSurvival) other).counted
                && horizons.containsAll(((PlannedSurvival) other).horizons);
    }
}
