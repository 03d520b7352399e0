/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;

/** That a person left prison, as the care pathway has it. */
@Value
@Builder
public class Release {

    /** The uuid of the episode of care that he left prison in. */
    String episode;

    /** The day on which he left the building; null where nobody charted it: the first day of post-prison care may be another. */
    LocalDate leftBuilding;

    /** The day on which his écrou was lifted; null where it is not yet, or not known. */
    LocalDate ecrouLifted;

    /** The day on which the care after that release ended; null where it has not. */
    LocalDate endOfCare;

    /** @return the day that starts the clock; null where it is not known: no day starts it of a release whose own day nobody charted */
    public LocalDate start(ClockStart clock) {
        if (leftBuilding == null) {
            return null;
        }
        switch (clock) {
            case LEFT_BUILDING:
                return leftBuilding;
            case ECROU_LIFTED:
                return ecrouLifted;
            default:
                return endOfCare;
        }
    }
}
