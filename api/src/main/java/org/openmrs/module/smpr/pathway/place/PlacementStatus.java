/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** How far somebody has come on his way through a unit. */
public enum PlacementStatus {
    /** On the waiting list. */
    WAITING,
    /** A place was offered to him; nothing is booked yet. */
    OFFERED,
    /** He has accepted: his nights are booked. */
    RESERVED,
    /** He lives there. */
    ENTERED,
    /** He has lived there. */
    LEFT,
    /** He did not want the place. */
    DECLINED,
    /** The service or the unit did not take him. */
    REFUSED,
    /** His request was taken back, for any other reason. */
    WITHDRAWN;

    /** @return whether one of this status can be changed so that it has the other; to its own, where its days can be moved */
    boolean mayBecome(PlacementStatus next) {
        return following().contains(next);
    }

    List<PlacementStatus> following() {
        switch (this) {
            case WAITING:
                return Arrays.asList(WAITING, OFFERED, REFUSED, WITHDRAWN);
            case OFFERED:
                return Arrays.asList(OFFERED, WAITING, RESERVED, DECLINED, REFUSED, WITHDRAWN);
            case RESERVED:
                return Arrays.asList(RESERVED, ENTERED, DECLINED, REFUSED, WITHDRAWN);
            case ENTERED:
                return Arrays.asList(ENTERED, LEFT);
            default:
                return Arrays.asList();
        }
    }

    /** @return whether a placement can be charted with this status: whoever lives there when the module comes must be told */
    boolean canBegin() {
        return this == LEFT || isOpen();
    }

    /** @return whether there is more to come; a person has one such placement at a time */
    public boolean isOpen() {
        return this == WAITING || this == OFFERED || this == RESERVED || this == ENTERED;
    }

    /** @return those that are open */
    public static List<PlacementStatus> open() {
        return Arrays.stream(values()).filter(PlacementStatus::isOpen).collect(Collectors.toList());
    }
}
