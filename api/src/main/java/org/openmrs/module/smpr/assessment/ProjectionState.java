/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import lombok.Value;

/** How far the projection is. */
@Value
public class ProjectionState {

    /** How many assessments are projected. */
    long projected;

    /** How many assessments of the record are not projected, or not as they now are: the next reading of a cohort reads them. */
    long stale;
}
