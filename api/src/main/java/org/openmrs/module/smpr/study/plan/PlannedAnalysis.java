/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Collections;
import java.util.Set;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.site.Site;

/** An analysis as it stands in the plan, and as somebody runs it: two are equal where they ask the same. */
public interface PlannedAnalysis {

    /** @return whether whoever asks this asks all that the other asks; of two of different kinds neither does */
    boolean covers(PlannedAnalysis other);

    /** @return what counts as an event; null where the analysis is not of what became of people */
    default Counted getCounted() {
        return null;
    }

    /** @return codes of the waves that it is of; empty for none in particular */
    default Set<String> onWaves() {
        return Collections.emptySet();
    }

    /** @return codes of the measures that it rests on; empty for none in particular */
    default Set<String> onMeasures() {
        return Collections.emptySet();
    }

    /**
     * @param site as it was when the plan was accepted, or as it is
     * @return codes of the instruments that it rests on whole, and not on measures of theirs alone
     */
    default Set<String> onWholeInstruments(Site site) {
        return Collections.emptySet();
    }

    /** @return whether whom it is of depends on the longest horizon in force, because it is asked so far of whom anything is known */
    default boolean isOnLongestHorizon() {
        return false;
    }

    /** @return whether it rests on which ratings make a pair */
    default boolean isOnDoubleRatings() {
        return false;
    }

    /** @return whether it rests on when care counts as broken off */
    default boolean isOnBreaksInCare() {
        return false;
    }
}
