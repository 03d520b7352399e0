/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.pathway.Episode;

/** What is known of one person's way through care, as far as it decides what is due. */
@Value
@Builder(toBuilder = true)
public class Course {

    /** In order of their beginning, voided ones left out. */
    @Builder.Default
    List<Episode> episodes = Collections.emptyList();

    /** Those of one day in order of their dates, then of their charting. */
    @Builder.Default
    List<MadeAssessment> assessments = Collections.emptyList();

    /** Days of release and ends of care that were charted as planned, those replaced since included. */
    @Builder.Default
    List<StatedDay> stated = Collections.emptyList();

    @Builder.Default
    List<KeptContact> contacts = Collections.emptyList();
}
