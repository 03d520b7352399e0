/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import lombok.Value;

/** A unit and the id under which its nights are booked. */
@Value
class UnitRow {

    int id;

    /** Without how it is occupied. */
    Unit unit;
}
