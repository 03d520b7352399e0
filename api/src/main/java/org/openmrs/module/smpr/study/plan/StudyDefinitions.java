/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.List;
import java.util.Set;
import lombok.Value;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.OutcomeSource;

/** What the words of the plan mean: decided before anybody sees a result. */
@Value
public class StudyDefinitions {

    /** The day of the index release from which follow-up runs. */
    ClockStart origin;

    /** The sources that make a man known to be free of an event. */
    Set<OutcomeSource> sufficientSources;

    /** The name of the definition of violence; null for none. */
    String violentDefinition;

    /** After how many years convictions are taken to be entered; null where the plan does not say, and then nothing is final. */
    Integer convictionLagYears;

    /** Months from the origin, rising; the end of care may be a horizon beside them. */
    List<Integer> horizons;

    /** Codes of waves, in order; at least one. */
    List<String> waves;
}
