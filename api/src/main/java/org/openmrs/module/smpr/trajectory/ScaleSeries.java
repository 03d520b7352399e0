/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.instrument.Scale;
import org.openmrs.module.smpr.site.Reliability;

/** One scale over time: a research value. */
@Value
@Builder
public class ScaleSeries {

    Scale scale;

    /** The context it holds for, where the scale exists once for each; null otherwise. */
    String context;

    List<Point> points;

    /** What the site states of its measurement error; null where it states nothing, and then no point has a band. */
    Reliability reliability;

    /** One for each setting that has points enough of one kind; none of a scale with static items. */
    List<Slope> slopes;

    /** The score of one assessment, with or without a value. */
    @Value
    public static class Point {

        Assessment assessment;

        ScaleScore score;

        /** The ends of the 95 % band of measurement error around the value, within the scale's range; null where none is known, or no value. */
        Double low;

        Double high;
    }
}
