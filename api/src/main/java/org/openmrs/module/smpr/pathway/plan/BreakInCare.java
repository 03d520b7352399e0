/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.time.LocalDate;
import lombok.Value;

/** A time without a kept contact that was longer than the site allows. */
@Value
public class BreakInCare {

    /** The day of the last kept contact before, or the first day on which contacts were watched. */
    LocalDate from;

    /** The day of the next kept contact, or the last day on which contacts were watched; null while it lasts. */
    LocalDate to;

    /** From the one to the other, or to the day on which it was asked. */
    long days;
}
