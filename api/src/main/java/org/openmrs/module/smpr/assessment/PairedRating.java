/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import lombok.Builder;
import lombok.Value;

/** As much of a rating as says whether it is one of a blind pair. */
@Value
@Builder
class PairedRating {

    Integer encounter;

    String uuid;

    String patient;

    /** The uuid of the encounter type. */
    String type;

    Date date;

    boolean voided;

    /** Whether anything in it says that it is an independent second rating. */
    boolean independent;

    /** Whether it says that it is complete, and nothing else of its status. */
    boolean complete;

    /** When it was charted first. */
    Date begun;

    /** When it was made complete, or that answer was last charted anew; null for a draft. */
    Date completed;

    /** Whether the user who asks is a rater of it. */
    boolean own;

    HiddenRating hidden() {
        return new HiddenRating(encounter, uuid, type, date, voided, complete && !voided && !independent);
    }
}
