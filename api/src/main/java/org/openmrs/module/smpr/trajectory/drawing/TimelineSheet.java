/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory.drawing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.Getter;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.PhaseSpan;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.trajectory.Review;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.words.Language;

/** The sheet that a whole person is drawn on: what a row is of, how it was first, the time axis, and how it was last. */
@Getter(AccessLevel.PACKAGE)
final class TimelineSheet extends Sheet {

    /** A day of review further off than these months does not stretch the axis. */
    private static final int FURTHEST_REVIEW = 18;

    private static final double GAP = 10;

    private final Trajectory trajectory;

    private final LocalDate today;

    private final TimeAxis axis;

    /** How wide what a row is of may be, and what it says of the first and of the latest. */
    private final double labelWidth;

    private final double sideWidth;

    private final double firstX;

    /** The ends of the time axis. */
    private final double left;

    private final double right;

    private final double latestX;

    /** What the rows say, for those who do not see them. */
    @Getter(AccessLevel.NONE)
    private final List<String> told = new ArrayList<>();

    TimelineSheet(Trajectory trajectory, int width, Language language) {
        super(width, language);
        this.trajectory = trajectory;
        today = Times.day(trajectory.getAsOf(), language.getZone());
        labelWidth = between(134, 0.2 * width, 230);
        sideWidth = between(88, 0.1 * width, 120);
        firstX = MARGIN + labelWidth + GAP;
        left = firstX + sideWidth + GAP;
        latestX = width - MARGIN - sideWidth;
        right = latestX - GAP;
        axis = new TimeAxis(
                days().min(LocalDate::compareTo).get(),
                days().max(LocalDate::compareTo).get(),
                left,
                right);
    }

    private static double between(double least, double wanted, double most) {
        return Math.max(least, Math.min(wanted, most));
    }

    private Stream<LocalDate> days() {
        Stream<LocalDate> assessed =
                trajectory.getTimeline().getAssessments().stream().map(this::day);
        Stream<LocalDate> reviewed = trajectory.getReviews().stream()
                .map(Review::getDate)
                .filter(day -> day != null && day.isBefore(today.plusMonths(FURTHEST_REVIEW)));
        Stream<LocalDate> begun = trajectory.getPathway().getPhases().stream().map(PhaseSpan::getFrom);
        return Stream.of(Stream.of(today), assessed, reviewed, begun).flatMap(days -> days);
    }

    LocalDate day(Assessment assessment) {
        return Times.day(assessment.getDate(), getLanguage().getZone());
    }

    double x(Assessment assessment) {
        return axis.x(day(assessment));
    }

    String dayOf(Assessment assessment) {
        return getLanguage().day(assessment);
    }

    void tell(String sentence) {
        String capitalized = getLanguage().capitalized(sentence);
        told.add(capitalized.endsWith(".") ? capitalized : capitalized + ".");
    }

    String told() {
        return String.join(" ", told);
    }
}
