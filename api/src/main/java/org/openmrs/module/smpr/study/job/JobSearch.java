/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.Collections;
import java.util.List;
import lombok.Builder;
import lombok.Value;

/** Which jobs are asked for; what is null or empty does not restrict. */
@Value
@Builder
public class JobSearch {

    /** The code of a kind. */
    String kind;

    @Builder.Default
    List<JobState> states = Collections.emptyList();

    /** How many to leave out from the start; 0 for none. */
    int startIndex;

    /** How many to give at the most; null for all. */
    Integer limit;
}
