/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.ToString;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Fault;

/** A table of assessments that were made before, with one instrument. Nothing in it is trusted. */
@Value
@ToString(of = "instrument")
@Builder
public class BacklogInput {

    /** The code of the instrument. */
    String instrument;

    /** The text of the CSV file. */
    String file;

    /** Whether to tell what would come of it, and write nothing. */
    boolean dryRun;

    /** What whoever read the input found wrong with its form: reported together with the rest. */
    @Builder.Default
    List<Fault> faults = Collections.emptyList();
}
