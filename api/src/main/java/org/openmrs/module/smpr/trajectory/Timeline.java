/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import lombok.Value;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.assessment.Times;

/** The assessments of all instruments in order of time, and what changed around the person between them. */
@Value
public class Timeline {

    /** Drafts and second ratings too, which count in no series. */
    List<Assessment> assessments;

    /** As far as the complete assessments tell; an assessment that does not state its setting tells nothing. */
    List<SettingChange> changes;

    /**
     * @param phases of the person's episodes, which have the days of changes
     * @param zone the site's time zone, in which days are counted
     */
    static Timeline of(List<Assessment> assessments, List<PhaseSpan> phases, ZoneId zone) {
        List<Assessment> ordered = assessments.stream()
                .sorted(Comparator.comparing(Assessment::getDate))
                .collect(Collectors.toList());
        List<SettingChange> changes = new ArrayList<>();
        Assessment last = null;
        for (Assessment assessment : ordered) {
            if (tellsSetting(assessment)) {
                Setting setting = Setting.of(assessment);
                if (last != null && isChange(Setting.of(last), setting)) {
                    changes.add(new SettingChange(
                            last, Setting.of(last), assessment, setting, day(last, assessment, setting, phases, zone)));
                }
                if (last == null || !isLessKnown(setting, Setting.of(last))) {
                    last = assessment;
                }
            }
        }
        return new Timeline(Collections.unmodifiableList(ordered), Collections.unmodifiableList(changes));
    }

    /**
     * @return the first day of the phase that the later assessment is in, where it begins between the two and follows at once
     *     on another of which it is known where that was spent: between two episodes nobody has said when it changed
     */
    private static LocalDate day(Assessment last, Assessment first, Setting to, List<PhaseSpan> phases, ZoneId zone) {
        Setting from = Setting.of(last);
        LocalDate after = Times.day(last.getDate(), zone);
        LocalDate until = Times.day(first.getDate(), zone);
        return phases.stream()
                .filter(span -> span.getPhase().equals(to.getPhase()) && span.contains(until))
                .map(PhaseSpan::getFrom)
                .filter(day -> day.isAfter(after))
                .filter(day -> phases.stream()
                        .anyMatch(span -> day.equals(span.getTo())
                                && (span.getPhase().equals(from.getPhase())
                                        || Setting.ofPhase(span.getPhase()).isPresent())))
                .findFirst()
                .orElse(null);
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
