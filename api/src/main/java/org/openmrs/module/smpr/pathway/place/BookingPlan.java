/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.util.List;
import lombok.Value;

/** Which nights of a placement are to be given back, and which booked. */
@Value
class BookingPlan {

    List<Booking> obsolete;

    List<Booking> missing;
}
