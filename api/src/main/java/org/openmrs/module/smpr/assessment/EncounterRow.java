/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Date;
import java.util.Objects;
import lombok.Value;

/** What the record says of an assessment's encounter. */
@Value
class EncounterRow {

    Integer id;

    String uuid;

    Date date;

    boolean voided;

    Date dateVoided;

    String voidReason;

    Date dateCreated;

    String creator;

    String type;

    String patient;

    String locationUuid;

    String locationName;

    /** The user name of who voided it; null where it is live. */
    String voidedBy;

    /** @return whether the obs is part of what the encounter says: a live one, and of a voided encounter what was voided with it */
    boolean has(ObsRow obs) {
        return !obs.isVoided()
                || voided
                        && Objects.equals(voidReason, obs.getVoidReason())
                        && (dateVoided == null
                                || obs.getDateVoided() == null
                                || Math.abs(dateVoided.getTime()
                                                - obs.getDateVoided().getTime())
                                        <= HistoryReader.ONE_SAVE_MILLIS);
    }
}
