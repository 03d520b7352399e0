/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.training;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;

/** A training that is to be charted. Nothing in it is trusted. */
@Value
@Builder
public class RaterTrainingInput {

    /** The uuid of the provider. */
    String provider;

    /** The code of the instrument. */
    String instrument;

    /** The day, as {@code 2026-03-31}. */
    String date;

    /** The name of a {@link TrainingLevel}. */
    String level;

    /** Null for none. */
    String note;

    /** What whoever read the input found wrong with its form: reported together with the rest. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();
}
