/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;

/** Two ratings of one participant with one instrument, the second of them independent of the first. */
@Value
@Builder
public class RatingPair {

    /** Whether neither rater had read the other's rating before his own was complete. */
    public enum Blind {
        YES,
        NO,
        /** The access log does not go so far back, or does not say. */
        NOT_KNOWN
    }

    Assessment first;

    Assessment second;

    /** As far as the access log goes. */
    Blind blind;

    /** Tell one rater from another, and no more; empty where nobody knows. */
    Set<String> firstRaters;

    Set<String> secondRaters;
}
