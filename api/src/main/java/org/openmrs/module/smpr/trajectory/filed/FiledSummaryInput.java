/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.filed;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.site.AboutPerson;

/** What a clinician validates. Nothing in it is trusted. */
@Value
@Builder
public class FiledSummaryInput implements AboutPerson {

    /** The uuid of the patient. */
    String patient;

    /** The language that the text is in (ISO 639-1). */
    String language;

    /** Sentence by sentence; a line break begins another. */
    List<String> text;

    /** The version of what he was shown, as the trajectory gives it. */
    String version;

    /** What whoever read the input found wrong with its form: reported together with the rest. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();
}
