/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import lombok.Value;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.metadata.StableUuid;

/** That a rating is hidden from the reader until a blind pair is complete, and nothing of what it says. */
@Value
public class HiddenRating {

    /** The id of the encounter. */
    Integer encounter;

    /** The uuid of the encounter: for comparing, and not to be shown. */
    String uuid;

    /** The uuid of the encounter type. */
    String type;

    /** For comparing, and not to be shown. */
    Date date;

    boolean voided;

    /** Whether it would make the series, if it were not hidden: complete, live, and no second rating. */
    boolean counted;

    /** @return whether it was made with the instrument */
    public boolean isOf(Instrument instrument) {
        return isOf(instrument.getCode());
    }

    public boolean isOf(String instrument) {
        return type.equals(StableUuid.ofEncounterType(instrument));
    }
}
