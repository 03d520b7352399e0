/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.assessment.IndexScore;

/** An index at two points: a research value. It contains static items, and is never tested for change. */
@Value
public class IndexChange {

    IndexScore from;

    IndexScore to;

    /** The later less the earlier value, in points; null where one has none, they are of two contexts, or may be of two editions. */
    Double difference;

    /** Why it is not tested: everything that stands in the way between the assessments of either instrument. */
    List<Reason> reasons;
}
