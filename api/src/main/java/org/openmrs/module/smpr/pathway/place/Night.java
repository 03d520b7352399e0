/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import lombok.Getter;
import lombok.Setter;

/**
 * That a place of a unit is booked for a night. Unit, place and night are unique: never are more booked than there are
 * places, whoever books. A place is a number up to the capacity, and no room: a stay may have another from one night to
 * the next.
 */
@Getter
@Setter
public class Night {

    private Integer id;

    private UnitRecord unit;

    private int place;

    private LocalDate night;

    private PlacementRecord placement;
}
