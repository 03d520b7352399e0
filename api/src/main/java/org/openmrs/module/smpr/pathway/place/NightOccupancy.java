/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import lombok.Value;

/** How many places of a unit are taken in one night. */
@Value
public class NightOccupancy {

    /** The night that begins on this day. */
    LocalDate night;

    int capacity;

    /** By those who live there, as it was planned. */
    int living;

    /** By those who live there beyond the end that was planned; they are counted until tonight. */
    int overstaying;

    /** By those who are to come. */
    int reserved;

    /** @return how many live there */
    public int getPresent() {
        return living + overstaying;
    }

    /** @return how many places are taken, in whatever way; more than there are where one stays on whose place is promised */
    public int getTaken() {
        return living + overstaying + reserved;
    }

    /** @return how many places are left, at least 0 */
    public int getFree() {
        return Math.max(0, capacity - getTaken());
    }
}
