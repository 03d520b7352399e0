/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.HiddenRating;
import org.openmrs.module.smpr.assessment.IndexScoring;
import org.openmrs.module.smpr.assessment.StandingAssessments;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.pathway.PersonPathway;
import org.openmrs.module.smpr.site.SiteSettings;

/** Puts a trajectory together from a person's assessments: everything that follows from them, and nothing that reads a record. */
public final class TrajectoryComposer {

    private final SiteSettings settings;

    private final Clock clock;

    /**
     * @param settings what is in force at the site; those of an assessment are its own
     * @param clock tells the day of reading, and the site's time zone
     */
    public TrajectoryComposer(SiteSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** The same of a person who has no episode of care, for one from whom nothing is hidden. */
    public Trajectory compose(
            TrajectorySearch search, List<Instrument> instruments, List<Assessment> assessments, boolean sums) {
        return compose(search, instruments, assessments, PersonPathway.NONE, Collections.emptyList(), sums);
    }

    /**
     * @param search what is asked for
     * @param instruments those asked for
     * @param assessments of the person, in order of their dates; those not asked for only serve as the other half of an index
     * @param pathway his way through care
     * @param hidden what a blind rating hides from the reader of what is asked for
     * @param sums whether the reader may see sums
     */
    public Trajectory compose(
            TrajectorySearch search,
            List<Instrument> instruments,
            List<Assessment> assessments,
            PersonPathway pathway,
            List<HiddenRating> hidden,
            boolean sums) {
        IndexScoring indexScoring = sums ? new IndexScoring(counted(assessments), clock.getZone()) : null;
        // A part of the time tells nothing of the present: what is due is not known from it.
        boolean present = !search.isPartOfTime();
        List<Assessment> asked = assessments.stream().filter(search::asksFor).collect(Collectors.toList());
        ChosenAssessments chosen = new ChosenAssessments(search.getCompare(), counted(asked));
        List<InstrumentTrajectory> trajectories = instruments.stream()
                .map(instrument -> instrument(
                        instrument,
                        asked.stream()
                                .filter(a -> a.getInstrument().getCode().equals(instrument.getCode()))
                                .collect(Collectors.toList()),
                        chosen,
                        indexScoring,
                        !present,
                        hidden))
                .collect(Collectors.toList());
        LocalDate today = LocalDate.now(clock);
        return Trajectory.builder()
                .patient(search.getPatient())
                .asOf(Date.from(clock.instant()))
                .part(search.isPart())
                .instruments(trajectories)
                .basis(search.isPart() || isWithheld(trajectories) ? null : Basis.of(asked, settings, clock.getZone()))
                .timeline(Timeline.of(asked, pathway.getPhases(), clock.getZone()))
                .pathway(present ? pathway : PersonPathway.NONE)
                .targets(new TargetFinder(trajectories, settings.getSameField()).targets())
                .reviews(trajectories.stream()
                        .filter(trajectory -> present && !trajectory.isWithheld())
                        .map(trajectory -> Review.of(trajectory, today))
                        .filter(Optional::isPresent)
                        .map(Optional::get)
                        .collect(Collectors.toList()))
                .gaps(trajectories.stream()
                        .flatMap(trajectory -> new Gaps(trajectory, today, clock.getZone())
                                .found().stream()
                                        .filter(gap -> present && !trajectory.isWithheld()
                                                || gap.getKind().isOfTheAssessment()))
                        .collect(Collectors.toList()))
                .build();
    }

    /**
     * @param indexScoring null for one who may not see sums
     * @param part whether assessments were left out by their dates or phase
     * @param hidden of any instrument
     */
    private InstrumentTrajectory instrument(
            Instrument instrument,
            List<Assessment> assessments,
            ChosenAssessments chosen,
            IndexScoring indexScoring,
            boolean part,
            List<HiddenRating> hidden) {
        List<Assessment> counted = counted(assessments);
        List<Assessment> standing = StandingAssessments.of(counted, clock.getZone());
        SeriesLayout series = new SeriesLayout(instrument, counted, clock.getZone());
        return InstrumentTrajectory.builder()
                .instrument(instrument)
                .assessments(assessments)
                .standing(standing)
                .part(part)
                .hiding(hidden.stream().anyMatch(rating -> bearsOn(rating, instrument, indexScoring)))
                .withheld(hidden.stream()
                        .filter(HiddenRating::isCounted)
                        .anyMatch(rating -> bearsOn(rating, instrument, indexScoring)))
                .judgements(series.judgements())
                .scales(indexScoring == null ? null : series.scales())
                .indices(indexScoring == null ? null : series.indices(indexScoring))
                .comparisons(chosen.pairs(instrument, counted, standing).compared(indexScoring))
                .build();
    }

    private static boolean bearsOn(HiddenRating hidden, Instrument instrument, IndexScoring indexScoring) {
        return hidden.isOf(instrument)
                || indexScoring != null
                        && instrument.getIndices().stream().anyMatch(index -> hidden.isOf(index.getOfInstrument()));
    }

    private static boolean isWithheld(List<InstrumentTrajectory> trajectories) {
        return trajectories.stream().anyMatch(InstrumentTrajectory::isWithheld);
    }

    private static List<Assessment> counted(List<Assessment> assessments) {
        return assessments.stream().filter(InstrumentTrajectory::counts).collect(Collectors.toList());
    }
}
