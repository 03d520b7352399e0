/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.instrument;

import lombok.Builder;
import lombok.Value;

/** One answer of a choice list: a rating, a level, or the statement that there is none. */
@Value
@Builder(toBuilder = true)
public class Choice {

    /** What a choice says of the rating it stands for. */
    public enum Kind {
        /** A rating, or a level of a judgement. */
        RATING,
        /** Deliberately not rated: not enough reliable information. */
        OMITTED,
        /** The item does not apply to the person. */
        NOT_APPLICABLE
    }

    /** Short code within its list: {@code 2}, {@code OMIT}, {@code MODERATE}. */
    String code;

    /** Code in the concept source {@code SMPR}: {@code SAPROF.rating.2}. */
    String conceptCode;

    Label label;

    Kind kind;

    /** What the rating counts in a sum; null where it counts in none (omitted, not applicable, or never given a number). */
    Integer value;

    /** Whether it stands by itself where several answers can be given, such as "none". */
    boolean alone;

    /** The option of the instrument that a site must use for this choice to be offered; null for always. */
    String option;

    /** @return whether it rates, or is a level of a judgement; neither omitted nor not applicable */
    public boolean isRating() {
        return kind == Kind.RATING;
    }
}
