/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import lombok.Value;

/** That somebody lived in a unit. */
@Value
public class Stay {

    LocalDate enteredOn;

    /** The day on which he left; null where he still lives there. */
    LocalDate leftOn;
}
