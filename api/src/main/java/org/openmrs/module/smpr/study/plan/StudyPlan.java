/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** What is analysed and how, as it was written down beforehand. */
@Value
@Builder
public class StudyPlan {

    Label title;

    /** The day that it bears; the day on which it was accepted is another thing. */
    LocalDate date;

    /** Which version of which protocol it belongs to. */
    String protocol;

    Eligibility eligibility;

    StudyDefinitions definitions;

    @Builder.Default
    List<PlannedSurvival> survival = Collections.emptyList();

    /** The one among the survival analyses that answers the main question; null for none. */
    PlannedSurvival primary;

    @Builder.Default
    List<PlannedChange> change = Collections.emptyList();

    @Builder.Default
    List<PlannedValidity> validity = Collections.emptyList();

    @Builder.Default
    List<PlannedAddedValue> addedValue = Collections.emptyList();

    /** Null for none. */
    PlannedReliability reliability;

    /** Null for none. */
    PlannedImplementation implementation;

    /** Null for none. */
    PlannedUctiEffect uctiEffect;

    /** @return all of them, in the order of the plan */
    public List<PlannedAnalysis> analyses() {
        List<PlannedAnalysis> analyses = new ArrayList<>(survival);
        analyses.addAll(change);
        analyses.addAll(validity);
        analyses.addAll(addedValue);
        analyses.add(reliability);
        analyses.add(implementation);
        analyses.add(uctiEffect);
        analyses.removeIf(analysis -> analysis == null);
        return Collections.unmodifiableList(analyses);
    }

    /** @return whether one of the analyses asks all that this asks: some horizons or measures of a planned one are planned too */
    public boolean plans(PlannedAnalysis run) {
        return analyses().stream().anyMatch(planned -> planned.covers(run));
    }

    /** @return whether it is the primary analysis, or some of its horizons */
    public boolean isPrimary(PlannedAnalysis run) {
        return primary != null && primary.covers(run);
    }
}
