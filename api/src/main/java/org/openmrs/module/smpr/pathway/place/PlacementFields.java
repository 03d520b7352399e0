/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

/** How the parts of units and placements are named where they are exchanged and where faults are reported. */
public final class PlacementFields {

    public static final String NAME = "name";

    public static final String CAPACITY = "capacity";

    public static final String UNIT = "unit";

    public static final String STATUS = "status";

    public static final String REQUESTED_ON = "requestedOn";

    public static final String PRIORITY = "priority";

    public static final String PRIORITY_REASON = "priorityReason";

    public static final String OFFERED_ON = "offeredOn";

    public static final String RESERVED_ON = "reservedOn";

    public static final String FROM = "from";

    public static final String PLANNED_END = "plannedEnd";

    public static final String ENTERED_ON = "enteredOn";

    public static final String LEFT_ON = "leftOn";

    public static final String LEFT_BECAUSE = "leftBecause";

    public static final String ENDED_ON = "endedOn";

    private PlacementFields() {}
}
