/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import lombok.Value;

/** That a place is, or is to be, booked for a night. */
@Value
class Booking {

    /** Null where it is not booked yet. */
    Integer id;

    int place;

    LocalDate night;
}
