/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import lombok.Builder;
import lombok.Value;

/** What one site sets of its study. */
@Value
@Builder
public class StudySettings {

    static final int EXPORT_KEPT_DAYS = 7;

    /** Nothing set. */
    public static final StudySettings NONE = builder().build();

    /** A count of people below it is shown to nobody outside the service; 2 or more; null where nothing is set, and then nothing leaves the service. */
    Integer suppressBelow;

    /** From how many blind pairs on a reliability can be accepted for the site; 2 or more; null where nothing is set, and then none can. */
    Integer reliabilityMinimumPairs;

    /** For how many days an export is kept before it is deleted; 1 or more; {@value #EXPORT_KEPT_DAYS} where the site has set nothing. */
    @Builder.Default
    int exportKeptDays = EXPORT_KEPT_DAYS;
}
