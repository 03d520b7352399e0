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
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.site.Site;

/** Change from one wave to a later one. */
@Value
public class PlannedChange implements PlannedAnalysis {

    /** The code of the wave. */
    String from;

    String to;

    /** Codes of sums and indices. */
    Set<String> measures;

    /** Whether the judgements of both waves are compared too, as tables of shifts. */
    boolean judgements;

    @Override
    public boolean covers(PlannedAnalysis other) {
        if (!(other instanceof PlannedChange)) {
            return false;
        }
        PlannedChange change = (PlannedChange) other;
        return from.equals(change.from)
                && to.equals(change.to)
                && measures.containsAll(change.measures)
                && (judgements || !change.judgements);
    }

    @Override
    public Set<String> onWaves() {
        return new LinkedHashSet<>(Arrays.asList(from, to));
    }

    @Override
    public Set<String> onMeasures() {
        return measures;
    }

    @Override
    public Set<String> onWholeInstruments(Site site) {
        return judgements
                ? site.getSettings().getWaves().getWaves().stream()
                        .filter(wave -> onWaves().contains(wave.getCode()))
                        .flatMap(wave -> wave.getInstruments().stream())
                        .collect(Collectors.toSet())
                : Collections.emptySet();
    }
}
