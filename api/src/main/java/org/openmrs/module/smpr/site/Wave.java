/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.time.LocalDate;
import java.time.Period;
import java.util.Collections;
import java.util.Set;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Label;

/** One time of assessment in the course of an episode of care: which instruments are due, when, and how far from that day. */
@Value
@Builder(toBuilder = true)
public class Wave {

    /** Names it in the plan: no other wave has the same. */
    String code;

    Label label;

    /** Codes of the instruments that are due, in order; at least one. */
    Set<String> instruments;

    CountedFrom countedFrom;

    /** From that day to the day on which it is due: months first, then days; may be negative. */
    @Builder.Default
    Period offset = Period.ZERO;

    /** Days before and after the day on which it is due that the window opens and closes; 0 or more. */
    int daysBefore;

    int daysAfter;

    /** Codes of those instruments of which an independent second rating is wanted too. */
    @Builder.Default
    Set<String> doubleRatings = Collections.emptySet();

    /** How many days a second rating may lie from the first; null for anywhere in the window. */
    Integer secondWithinDays;

    /** Codes of the phases of care in which it is made; empty for any. */
    @Builder.Default
    Set<String> phases = Collections.emptySet();

    /** @return the day on which it is due, counted from that one; of a month that is too short for the day of the month, the last */
    public LocalDate due(LocalDate counted) {
        return counted.plus(offset);
    }
}
