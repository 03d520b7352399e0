/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Scale;

/** A sum of ratings: a research value, without bands or cut-offs. */
@Value
@Builder
public class ScaleScore {

    /** Why a scale has no value. */
    public enum NoValue {
        /** The record of one of its items is faulty. */
        FAULTY,
        /** One of its items has no answer at all. */
        MISSING,
        /** One of its items does not apply to the person. */
        NOT_APPLICABLE,
        /** One of its items has a rating that was never given a number. */
        UNNUMBERED,
        /** Every item was omitted. */
        ALL_OMITTED,
        /** More items were omitted than the site allows. */
        BEYOND_LIMIT,
        /** Items were omitted, and the site has set no limit. */
        NO_LIMIT_SET
    }

    Scale scale;

    /** The context it holds for, where the scale exists once for each; null otherwise. */
    String context;

    /**
     * The value of the scale: the raw sum where nothing was omitted, the prorated one where no more was omitted than the
     * site allows; null otherwise.
     */
    Double value;

    /** Sum of the items that were rated; null where {@link #noValue} is a reason other than omission. */
    Integer raw;

    /** Raw sum / items rated × items of the scale; null where nothing was omitted, and where {@link #raw} is null. */
    Double prorated;

    /**
     * Raw sum / items rated, where the mean is a usual value of the scale; null otherwise, and where {@link #raw} is
     * null. With items omitted it holds as far as {@link #value} does.
     */
    Double mean;

    /** How many of its items were rated with a number, omitted, not applicable, left without an answer. */
    int rated;

    int omitted;

    int notApplicable;

    int missing;

    /** Why it has no value; null where it has one. */
    NoValue noValue;
}
