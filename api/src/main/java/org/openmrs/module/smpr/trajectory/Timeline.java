/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;

/** The assessments of all instruments in order of time, and what changed around the person between them. */
@Value
public class Timeline {

    /** Drafts and second ratings too, which count in no series. */
    List<Assessment> assessments;

    /** As far as the complete assessments tell; an assessment that does not state its setting tells nothing. */
    List<SettingChange> changes;

    static Timeline of(List<Assessment> assessments) {
        List<Assessment> ordered = assessments.stream()
                .sorted(Comparator.comparing(Assessment::getDate))
                .collect(Collectors.toList());
        List<SettingChange> changes = new ArrayList<>();
        Assessment last = null;
        for (Assessment assessment : ordered) {
            if (tellsSetting(assessment)) {
                Setting setting = Setting.of(assessment);
                if (last != null && isChange(Setting.of(last), setting)) {
                    changes.add(new SettingChange(last, Setting.of(last), assessment, setting));
                }
                if (last == null || !isLessKnown(setting, Setting.of(last))) {
                    last = assessment;
                }
            }
        }
        return new Timeline(Collections.unmodifiableList(ordered), Collections.unmodifiableList(changes));
    }

    /** @return whether it tells where the person was: one whose context is that of its ratings does not */
    public static boolean tellsSetting(Assessment assessment) {
        return InstrumentTrajectory.counts(assessment)
                && !assessment.getInstrument().isContextOfRatings()
                && Setting.of(assessment).isKnown();
    }

    private static boolean isChange(Setting from, Setting to) {
        return from.isKnownBeside(to) && !from.isLike(to)
                || from.getPhase() != null
                        && to.getPhase() != null
                        && !from.getPhase().equals(to.getPhase());
    }

    private static boolean isLessKnown(Setting setting, Setting last) {
        return setting.getPhase() == null
                && last.getPhase() != null
                && setting.getContext().equals(last.getContext());
    }
}
