/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Index;

/** The difference of two sums from two assessments of one person in one context: a research value, without bands or cut-offs. */
@Value
@Builder
public class IndexScore {

    /** Why an index has no value. */
    public enum NoValue {
        /** The site has not set how far apart the two assessments may lie. */
        NO_TIME_SET,
        /** There is no assessment with the other instrument in this context within the time set. */
        NO_COUNTERPART,
        /** One of the two sums has no value. */
        NO_SUM
    }

    Index index;

    /** The context that both were rated for. */
    String context;

    /** The assessment that is subtracted. */
    Assessment assessment;

    ScaleScore subtracted;

    /** The assessment that it is subtracted from; null where there is none. */
    Assessment counterpart;

    ScaleScore from;

    /** {@link #from} less {@link #subtracted}, in points; null where one of them has no value. */
    Double value;

    /** Why it has no value; null where it has one. */
    NoValue noValue;
}
