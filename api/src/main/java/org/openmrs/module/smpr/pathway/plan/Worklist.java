/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.util.List;
import java.util.Map;
import lombok.Value;

/** A page of what is due in the service today, by urgency, and how much of it there is altogether. */
@Value
public class Worklist {

    /** The longest overdue first, then the soonest due. */
    List<WorklistRow> rows;

    /** How many there are, whatever the page. */
    long total;

    /** The same by status. */
    Map<DueStatus, Long> byStatus;

    Map<DueKind, Long> byKind;

    /** By code of the phase; those of episodes in none under the null. */
    Map<String, Long> byPhase;
}
