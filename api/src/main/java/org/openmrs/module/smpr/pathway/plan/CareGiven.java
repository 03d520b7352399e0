/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import java.util.List;
import lombok.Builder;
import lombok.Value;

/** Which contacts were kept in an episode, and how long there was none, on the day on which it was asked. */
@Value
@Builder
public class CareGiven {

    /** Null where none was kept yet. */
    LocalDate lastKept;

    /** Days since then, or since the last day of the episode counted back; null where none was kept. */
    Long daysSince;

    /** Whether contacts are missing for longer than the site allows; null where the site has set nothing, or contacts are not watched now. */
    Boolean broken;

    /** The first day on which they were missing for too long; null where they are not. */
    LocalDate brokenSince;

    /** Whether contacts were watched on any day until then: where they were not, nobody looked for breaks. */
    boolean watched;

    /** In order, the one that lasts included. */
    List<BreakInCare> breaks;

    /** The day of release; null before it. */
    LocalDate released;

    /** The first kept contact out of custody from that day on; null while there is none. */
    LocalDate firstContact;

    /** Days from the one to the other, 0 or more; null while there is none. */
    Long releaseToFirstContact;
}
