/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.Collection;
import java.util.Optional;
import org.openmrs.module.smpr.instrument.Instrument;

/** Where a trajectory finds what clinicians have filed of it, without knowing how that is filed: what files it knows trajectories. */
public interface FiledSummaryReader {

    /**
     * @param patient the uuid of the patient
     * @param visible the instruments whose assessments the user may see
     * @param now what the person's assessments now are
     * @return the newest of the person; empty where there is none, and where the record of it is not intact
     */
    Optional<FiledSummary> newest(String patient, Collection<Instrument> visible, Basis now);
}
