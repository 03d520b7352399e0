/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import lombok.Builder;
import lombok.Value;
import org.openmrs.module.smpr.site.AboutPerson;

/** What is done, due and missed in one episode of care, on the day on which it was asked. */
@Value
@Builder(toBuilder = true)
public class EpisodePlan implements AboutPerson {

    /** The uuid of the episode. */
    String uuid;

    /** The uuid of the patient. */
    String patient;

    /** In the order of the plan, each instrument of a wave, and behind it its second rating where one is wanted. */
    List<WaveDue> waves;

    /** Complete assessments of its days that belong to no wave, in order of their days. */
    List<MadeAssessment> unscheduled;

    CareGiven care;

    /** @return the same, which tells of those assessments that they were made and when, and not which they are */
    EpisodePlan hiding(Set<String> hidden) {
        return toBuilder()
                .waves(each(waves, due -> due.hiding(hidden)))
                .unscheduled(each(unscheduled, made -> made.hiding(hidden)))
                .build();
    }

    private static <T> List<T> each(List<T> all, UnaryOperator<T> change) {
        return Collections.unmodifiableList(all.stream().map(change).collect(Collectors.toList()));
    }
}
