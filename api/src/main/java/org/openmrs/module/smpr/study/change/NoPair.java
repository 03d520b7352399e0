/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.change;

import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.study.data.WaveState;
import org.openmrs.module.smpr.study.measure.NoValue;
import org.openmrs.module.smpr.study.result.Term;

/** Why a participant gives no pair of values of a measure, the first reason that holds. */
enum NoPair {
    NOT_AT_EITHER,
    NOT_AT_FIRST,
    /** Made at the first wave; the second can still be made. */
    STILL_TO_COME,
    /** Made at the first wave; at the second it was not, or it is not known when that was due. */
    NOT_AT_SECOND,
    CONTEXT_NOT_RATED,
    FAULTY,
    UNANSWERED,
    NOT_APPLICABLE,
    UNNUMBERED,
    OMITTED,
    NO_COUNTERPART,
    OTHER_EDITION;

    static NoPair of(NoValue noValue) {
        return valueOf(noValue.name());
    }

    /** @param second how it stands with the second wave of one of whom more is collected; null where nothing says */
    static NoPair atSecond(WaveState second) {
        DueStatus status = second == null ? null : second.getStatus();
        return status == DueStatus.NOT_YET || status == DueStatus.DUE || status == DueStatus.OVERDUE
                ? STILL_TO_COME
                : NOT_AT_SECOND;
    }

    /** @return whether the instrument was rated at both waves, and it is the measure that lacks a value */
    boolean isOfMeasure() {
        return compareTo(NOT_AT_SECOND) > 0;
    }

    Term term() {
        return Term.of("noPair", name());
    }
}
