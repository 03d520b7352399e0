/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Question;

/** One final opinion over time. */
@Value
public class JudgementSeries {

    Question judgement;

    List<Point> points;

    /** @return the points of assessments that rate the judgement's context: another has nothing to say here, which is not a missing opinion */
    public List<Point> rated() {
        return points.stream()
                .filter(point -> judgement.getContext() == null
                        || point.assessment.contexts().contains(judgement.getContext()))
                .collect(Collectors.toList());
    }

    /** @return the levels that the site uses, and those that are charted nevertheless, from the lowest to the highest */
    public List<Choice> levels() {
        return judgement.getChoices().stream()
                .filter(level -> points.stream()
                        .anyMatch(point -> point.assessment.getInstrument().offers(level) || level.equals(point.level)))
                .collect(Collectors.toList());
    }

    /** The opinion as an assessment states it. */
    @Value
    public static class Point {

        Assessment assessment;

        /** The level; null where the assessment has none, or the record is faulty. */
        Choice level;
    }
}
