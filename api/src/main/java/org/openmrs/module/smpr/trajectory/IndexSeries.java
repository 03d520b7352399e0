/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.assessment.IndexScore;
import org.openmrs.module.smpr.instrument.Index;

/** One index over time, in one context: a research value. */
@Value
public class IndexSeries {

    Index index;

    String context;

    List<IndexScore> points;
}
