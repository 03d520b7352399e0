/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.report;

import java.time.Instant;
import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.study.result.Finding;

/** All that the study has found, as it stands at one time. */
@Value
@Builder(toBuilder = true)
public class StudyReport {

    /** When the record was read. */
    Instant asOf;

    /** The version of the module. */
    String softwareVersion;

    /** Null where none is in force. */
    FrozenPlan plan;

    /** Below which count a cell is not told; null where all are, and the report stays in the service. */
    Integer suppressBelow;

    List<Finding> findings;
}
