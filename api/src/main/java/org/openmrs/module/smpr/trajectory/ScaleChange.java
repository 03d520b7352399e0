/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.instrument.Scale;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.statistics.ReliableChange;

/** What can be said of the change of one scale between two assessments. Its numbers are research values. */
@Value
@Builder(toBuilder = true)
public class ScaleChange {

    Scale scale;

    /** The context it holds for, where the scale exists once for each; null otherwise. */
    String context;

    /** The sums; null for those who may not see them, and where the context is not rated. */
    ScaleScore from;

    ScaleScore to;

    /** The later less the earlier value, in points; null where one has none, they may be of two editions, or for those who may not see sums. */
    Double difference;

    /** What the site states of the scale's measurement error; null where it states nothing. */
    Reliability reliability;

    /** Difference over the standard error of a difference; null where the verdict does not rest on it, or for those who may not see sums. */
    ReliableChange reliableChange;

    Verdict verdict;

    /** Why nothing, or no more, can be said; empty where the difference was tested. */
    List<Reason> reasons;

    Set<Expectation> expected;

    /** @return the same without any number of the person's */
    ScaleChange withoutSums() {
        return toBuilder()
                .from(null)
                .to(null)
                .difference(null)
                .reliableChange(null)
                .build();
    }
}
