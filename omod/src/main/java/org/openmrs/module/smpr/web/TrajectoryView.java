/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.trajectory.Gap;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.JudgementSeries;
import org.openmrs.module.smpr.trajectory.Review;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of a trajectory. It names no patient. */
final class TrajectoryView {

    static final View<Trajectory> VIEW = new View<Trajectory>("trajectory", (t, level) -> t.getPatient())
            .ref("display", (t, level) -> Messages.text("smpr.trajectory"))
            .standard("patient", (t, level) -> new SimpleObject().add("uuid", t.getPatient()))
            .standard("notice", (t, level) -> Messages.text("smpr.notice.secrecy"))
            .standard("asOf", (t, level) -> Shown.moment(t.getAsOf()))
            .standard("part", (t, level) -> t.isPart())
            .standard("withheld", (t, level) -> t.isWithheld())
            .standard("instruments", (t, level) -> Shown.each(t.getInstruments(), i -> instrument(i, level)))
            .standard("timeline", (t, level) -> TimelineView.of(t.getTimeline(), t.getPathway()))
            .standard("targets", (t, level) -> TargetsView.of(t.getTargets(), t.getPathway()))
            .standard("reviews", (t, level) -> Shown.each(t.getReviews(), TrajectoryView::review))
            .standard("gaps", (t, level) -> Shown.each(t.getGaps(), TrajectoryView::gap))
            .standard("summary", (t, level) -> SummaryView.automatic(t))
            .standard("version", (t, level) -> SummaryView.version(t))
            .standard("filedSummary", (t, level) -> SummaryView.inTrajectory(t.getFiled()))
            .standard("filedNotIntact", (t, level) -> SummaryView.inTrajectory(t.getFiledNotIntact()));

    /** What takes statements of its own for each assessment stands at the assessment itself. */
    private static final View<Assessment> ASSESSMENT =
            AssessmentView.VIEW.without("history").without("blind");

    private TrajectoryView() {}

    private static SimpleObject instrument(InstrumentTrajectory trajectory, Level level) {
        Level atLeast = level == Level.REF ? Level.DEFAULT : level;
        SimpleObject shown = Shown.instrument(trajectory.getInstrument())
                .add("notice", Shown.text(trajectory.getInstrument().getNotice()))
                .add("assessments", Shown.each(trajectory.getAssessments(), a -> assessment(a, atLeast)))
                .add("judgements", Shown.each(trajectory.getJudgements(), TrajectoryView::judgement))
                .add("comparisons", Shown.each(trajectory.getComparisons(), c -> ComparisonView.of(c, atLeast)));
        return trajectory.getScales() == null
                ? shown
                : shown.add("scales", Shown.each(trajectory.getScales(), SeriesView::scale))
                        .add("indices", Shown.each(trajectory.getIndices(), SeriesView::index))
                        .add("researchNotice", Messages.text("smpr.notice.research"));
    }

    private static SimpleObject assessment(Assessment assessment, Level level) {
        return ASSESSMENT.of(assessment, level).add("counted", InstrumentTrajectory.counts(assessment));
    }

    private static SimpleObject judgement(JudgementSeries series) {
        return Shown.coded(
                        series.getJudgement().getCode(), series.getJudgement().getLabel(), Level.DEFAULT)
                .add("context", series.getJudgement().getContext())
                .add(
                        "points",
                        Shown.each(
                                series.getPoints(),
                                point -> Shown.point(point.getAssessment())
                                        .add(
                                                "level",
                                                point.getLevel() == null
                                                        ? null
                                                        : point.getLevel().getCode())
                                        .add(
                                                "display",
                                                point.getLevel() == null
                                                        ? null
                                                        : Shown.text(
                                                                point.getLevel().getLabel()))));
    }

    private static SimpleObject review(Review review) {
        return new SimpleObject()
                .add("instrument", Shown.instrument(review.getInstrument()))
                .add("date", review.getDate() == null ? null : review.getDate().toString())
                .add("overdue", review.isOverdue())
                .add("setBy", Shown.point(review.getSetBy()));
    }

    private static SimpleObject gap(Gap gap) {
        return new SimpleObject()
                .add("instrument", Shown.instrument(gap.getInstrument()))
                .add("kind", Shown.named(gap.getKind(), "smpr.gap." + gap.getKind(), gap.getMonths()))
                .add("assessment", gap.getAssessment() == null ? null : Shown.point(gap.getAssessment()))
                .add("items", Shown.each(gap.getItems(), Shown::item))
                .add("months", gap.getMonths());
    }
}
