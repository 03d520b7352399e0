/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.List;
import lombok.Value;

/** A day at which it is told what is known of a person, and what that is. */
@Value
public class Horizon {

    /** Months from the index day; null for the end of care. */
    Integer months;

    LocalDate day;

    /** One for each way of counting; those by violence only where the site defines it. */
    List<HorizonStatus> statuses;

    public boolean isEndOfCare() {
        return months == null;
    }
}
