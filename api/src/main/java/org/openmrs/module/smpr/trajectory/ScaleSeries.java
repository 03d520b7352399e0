/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.instrument.Scale;

/** One scale over time: a research value. */
@Value
public class ScaleSeries {

    Scale scale;

    /** The context it holds for, where the scale exists once for each; null otherwise. */
    String context;

    List<Point> points;

    /** The score of one assessment, with or without a value. */
    @Value
    public static class Point {

        Assessment assessment;

        ScaleScore score;
    }
}
