/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;
import lombok.Value;
import org.openmrs.module.smpr.outcome.Counted;

/** Whether those who had entered the flat-share by a day re-offend otherwise than those who had not, weighted by how likely each was to enter it. */
@Value
public class PlannedUctiEffect implements PlannedAnalysis {

    /** The age on the day of the index release, among {@link #getCovariates()} beside measures. */
    public static final String AGE = "AGE";

    /** Days from the index release to the day by which he has entered or not: whoever enters later has not. */
    int landmarkDays;

    /** Codes of measures, and {@link #AGE}; at least one. */
    Set<String> covariates;

    /** The code of the wave that the measures are taken from; null where there are none. */
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
        return wave == null ? Collections.emptySet() : Collections.singleton(wave);
    }

    @Override
    public Set<String> onMeasures() {
        Set<String> measures = new LinkedHashSet<>(covariates);
        measures.remove(AGE);
        return measures;
    }
}
