/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.util.Collection;
import java.util.Map;

/** In which phase of care people were, day by day: asked by whoever reads assessments, answered by the pathway. */
public interface PhasesOfCare {

    /** @return by uuid of the patient; those of whom the pathway says nothing are left out */
    Map<String, PhaseHistory> of(Collection<String> patients);

    /** @return a condition in HQL on an encounter {@code e}: that the pathway says in which phase the person was on its day */
    String says();

    /** @return the same: that it was this phase */
    String says(String phase);
}
