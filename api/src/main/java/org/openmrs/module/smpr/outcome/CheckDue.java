/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import lombok.Value;

/** That somebody is to look for what became of a person, on a day or as soon after it as can be. */
@Value
public class CheckDue {

    public enum Kind {
        YEARLY,
        END_OF_CARE,
        /** Once the convictions of the whole follow-up are taken to be entered, in a sufficient source: nothing is final before. */
        AFTER_LAG
    }

    Kind kind;

    LocalDate day;

    /** The uuid of the first check that does for it, which found information, of an event or of none; null where there is none yet. */
    String doneBy;

    /** Whether it is not done and its day is over. */
    boolean overdue;
}
