/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;

/** What of the worklist is asked for; what is null does not restrict. */
@Value
@Builder
public class WorklistSearch {

    /** The code of the phase that the episode is in. */
    String phase;

    /** The uuid of the provider in charge. */
    String inCharge;

    DueKind kind;

    /** {@link DueStatus#DUE} or {@link DueStatus#OVERDUE}. */
    DueStatus status;

    /** First and last day on which it is due, inclusive. */
    LocalDate from;

    LocalDate to;

    /** How many to leave out from the start; 0 for none. */
    int startIndex;

    /** How many to give at the most; null for all. */
    Integer limit;
}
