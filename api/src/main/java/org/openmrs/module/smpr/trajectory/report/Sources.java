/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.report;

import java.util.Collection;
import java.util.List;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Trajectory;

/** The assessments that a report rests on, by the numbers under which its last table lists them. */
final class Sources {

    private final List<Assessment> numbered;

    Sources(Trajectory trajectory) {
        numbered = trajectory.getTimeline().getAssessments().stream()
                .filter(assessment -> InstrumentTrajectory.counts(assessment) || !assessment.isComplete())
                .collect(Collectors.toList());
    }

    List<Assessment> numbered() {
        return numbered;
    }

    int number(Assessment assessment) {
        return numbered.indexOf(assessment) + 1;
    }

    /** @return "[1, 4–6]"; empty where it rests on none */
    String references(Collection<Assessment> restsOn) {
        int[] numbers =
                restsOn.stream().mapToInt(this::number).distinct().sorted().toArray();
        StringJoiner joined = new StringJoiner(", ", "[", "]");
        for (int i = 0; i < numbers.length; i++) {
            int last = i;
            while (last + 1 < numbers.length && numbers[last + 1] == numbers[last] + 1) {
                last++;
            }
            joined.add(last - i < 2 ? String.valueOf(numbers[i]) : numbers[i] + "–" + numbers[last]);
            i = last - i < 2 ? i : last;
        }
        return numbers.length == 0 ? "" : joined.toString();
    }
}
