/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;

/** One final opinion over time. */
@Value
public class JudgementSeries {

    Question judgement;

    List<Point> points;

    /** The opinion as an assessment states it. */
    @Value
    public static class Point {

        Assessment assessment;

        /** The level; null where the assessment has none, or the record is faulty. */
        Choice level;
    }
}
