/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.time.LocalDate;
import lombok.Value;

/** The days that a person spent in one phase of care. */
@Value
public class PhaseSpan {

    /** One of the codes of the common question "phase". */
    String phase;

    LocalDate from;

    /** The first day that no longer belongs to it; null while it lasts. */
    LocalDate to;

    public boolean contains(LocalDate day) {
        return !day.isBefore(from) && (to == null || day.isBefore(to));
    }
}
