/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import lombok.Value;
import org.openmrs.module.smpr.site.CountedFrom;

/** A day of release or an end of care that was charted as planned, and for how long it stood in the record. */
@Value
public class StatedDay {

    /** {@link CountedFrom#RELEASE} or {@link CountedFrom#END_OF_CARE}. */
    CountedFrom of;

    /** The day of the record that states it, by which it belongs to an episode. */
    LocalDate recorded;

    /** What was stated. */
    LocalDate day;

    /** The day on which it was charted. */
    LocalDate from;

    /** The day on which it was replaced; null while it stands. */
    LocalDate to;

    /** @return whether it stood at any moment of that day */
    boolean stoodOn(LocalDate other) {
        return !other.isBefore(from) && (to == null || !other.isAfter(to));
    }
}
