/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Item;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.RatingWindow;
import org.openmrs.module.smpr.instrument.TargetRule;
import org.openmrs.module.smpr.pathway.person.PersonPathway;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.pathway.plan.WaveDue;

/** Finds what is missing from the picture that one instrument gives. */
final class Gaps {

    private final InstrumentTrajectory trajectory;

    private final PersonPathway pathway;

    private final LocalDate today;

    private final ZoneId zone;

    private final List<Gap> found = new ArrayList<>();

    /**
     * @param pathway his way through care
     * @param today the day of reading
     * @param zone the site's time zone, in which days are counted
     */
    Gaps(InstrumentTrajectory trajectory, PersonPathway pathway, LocalDate today, ZoneId zone) {
        this.trajectory = trajectory;
        this.pathway = pathway;
        this.today = today;
        this.zone = zone;
    }

    List<Gap> found() {
        if (trajectory.isHiding()) {
            add(Gap.Kind.HIDDEN, null);
        }
        Assessment latest = trajectory.latest().orElse(null);
        if (latest == null) {
            add(Gap.Kind.NEVER_ASSESSED, null);
        } else {
            addNotLately(latest);
            addOmitted(latest);
            if (!latest.getFaults().isEmpty()) {
                add(Gap.Kind.TO_CHECK, latest);
            }
            if (latest.getWarnings().stream()
                    .anyMatch(warning -> warning.getCode().equals(Circumstances.SHORT_WINDOW))) {
                add(Gap.Kind.SHORT_WINDOW, latest);
            }
        }
        trajectory.getAssessments().stream()
                .filter(assessment -> !assessment.isComplete())
                .forEach(draft -> add(Gap.Kind.DRAFT, draft));
        Review.of(trajectory, today)
                .filter(review -> review.getDate() == null)
                .ifPresent(review -> add(Gap.Kind.NO_REVIEW, review.getSetBy()));
        for (WaveDue wave : pathway.wavesOf(trajectory.getInstrument())) {
            if (wave.getStatus() == DueStatus.OVERDUE) {
                found.add(gap(Gap.Kind.WAVE_OVERDUE, null).wave(wave).build());
            } else if (wave.getStatus() == DueStatus.MISSED) {
                found.add(gap(Gap.Kind.WAVE_MISSED, null).wave(wave).build());
            }
        }
        return Collections.unmodifiableList(found);
    }

    private void addNotLately(Assessment latest) {
        Integer valid = months(trajectory.getInstrument().getWindow());
        int months = (int) ChronoUnit.MONTHS.between(Times.day(latest.getDate(), zone), today);
        if (valid != null && months >= valid) {
            found.add(gap(Gap.Kind.NOT_LATELY, latest).months(months).build());
        }
    }

    /** For how long a rating speaks of the present: as far as the instrument looks back, else ahead. */
    private static Integer months(RatingWindow window) {
        return window == null
                ? null
                : window.getPastMonths() == null ? window.getHorizonFromMonths() : window.getPastMonths();
    }

    private void addOmitted(Assessment latest) {
        Set<String> omitted = trajectory.getInstrument().getQuestions().stream()
                .filter(Question::isOfItem)
                .filter(question -> !saysHowMuchItMatters(question))
                .filter(question -> latest.rated(question)
                        .filter(choice -> choice.getKind() == Choice.Kind.OMITTED)
                        .isPresent())
                .map(Question::getItem)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!omitted.isEmpty()) {
            List<Item> items = trajectory.getInstrument().getItems().stream()
                    .filter(item -> omitted.contains(item.getCode()))
                    .collect(Collectors.toList());
            found.add(gap(Gap.Kind.OMITTED, latest).items(items).build());
        }
    }

    /** An item whose relevance alone is omitted is rated. */
    private boolean saysHowMuchItMatters(Question question) {
        TargetRule targets = trajectory.getInstrument().getTargets();
        return targets != null && question.getDimension().equals(targets.getRelevance());
    }

    private void add(Gap.Kind kind, Assessment assessment) {
        found.add(gap(kind, assessment).build());
    }

    private Gap.GapBuilder gap(Gap.Kind kind, Assessment assessment) {
        return Gap.builder()
                .kind(kind)
                .instrument(trajectory.getInstrument())
                .assessment(assessment)
                .items(Collections.emptyList());
    }
}
