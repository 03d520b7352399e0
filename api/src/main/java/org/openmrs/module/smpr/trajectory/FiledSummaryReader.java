/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Collection;
import java.util.List;
import org.openmrs.module.smpr.assessment.HiddenRating;
import org.openmrs.module.smpr.instrument.Instrument;

/** Where a trajectory finds what clinicians have filed of it, without knowing how that is filed: what files it knows trajectories. */
public interface FiledSummaryReader {

    /**
     * @param patient the uuid of the patient
     * @param visible the instruments whose assessments the user may see
     * @param hidden what a blind rating hides from him of the person's assessments
     * @param now what a summary of the person would rest on now
     * @return those of the person that the user may see and nobody has voided, the newest first, intact or not
     */
    List<FiledSummary> newestFirst(
            String patient, Collection<Instrument> visible, Collection<HiddenRating> hidden, Basis now);
}
