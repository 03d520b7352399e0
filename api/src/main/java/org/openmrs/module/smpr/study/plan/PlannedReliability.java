/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Set;
import lombok.Value;

/** How far two who rate the same man blindly agree. */
@Value
public class PlannedReliability implements PlannedAnalysis {

    /** Codes of measures; at least one. */
    Set<String> measures;

    @Override
    public boolean covers(PlannedAnalysis other) {
        return other instanceof PlannedReliability && measures.containsAll(((PlannedReliability) other).measures);
    }

    @Override
    public Set<String> onMeasures() {
        return measures;
    }

    @Override
    public boolean isOnDoubleRatings() {
        return true;
    }
}
