/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.time.LocalDate;
import java.util.Date;
import lombok.Builder;
import lombok.Value;

/** That somebody opposes the study, from a day on. */
@Value
@Builder
public class Opposition {

    /** How far. */
    public enum Kind {
        /** Nothing more is collected; what was is used. */
        STOP_COLLECTING,
        /** Nothing more is collected, and what was is used no more. */
        STOP_USING
    }

    Kind kind;

    LocalDate day;

    /** The name of the user who recorded it. */
    String recordedBy;

    Date dateRecorded;

    boolean voided;

    /** Null while it stands, as are the next. */
    String voidedBy;

    Date dateVoided;

    String voidReason;

    /** @return whether it leaves nothing allowed that the other forbids */
    boolean covers(Opposition other) {
        return kind == Kind.STOP_USING || other.kind == Kind.STOP_COLLECTING && !day.isAfter(other.day);
    }
}
