/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.pathway.person.PersonPathway;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Setting;
import org.openmrs.module.smpr.trajectory.SettingChange;
import org.openmrs.module.smpr.trajectory.Timeline;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of the order of assessments, and of what changed around the person between them. */
final class TimelineView {

    private TimelineView() {}

    static SimpleObject of(Timeline timeline, PersonPathway pathway) {
        return new SimpleObject()
                .add("assessments", Shown.each(timeline.getAssessments(), TimelineView::assessment))
                .add("phases", Shown.each(pathway.getPhases(), EpisodeView::span))
                .add(
                        "breaks",
                        pathway.getPlans() == null
                                ? null
                                : Shown.each(
                                        pathway.getPlans().stream()
                                                .flatMap(plan -> plan.getCare().getBreaks().stream())
                                                .collect(Collectors.toList()),
                                        PlanView::broken))
                .add("changes", Shown.each(timeline.getChanges(), TimelineView::change));
    }

    private static SimpleObject assessment(Assessment assessment) {
        return Shown.point(assessment)
                .add("phase", assessment.phase().orElse(null))
                .add("instrument", Shown.instrument(assessment.getInstrument()))
                .add("status", AssessmentView.stated(assessment, CommonQuestions.STATUS))
                .add("raterRole", AssessmentView.stated(assessment, CommonQuestions.RATER_ROLE))
                .add("counted", InstrumentTrajectory.counts(assessment));
    }

    private static SimpleObject change(SettingChange change) {
        return new SimpleObject()
                .add("last", Shown.point(change.getLast()))
                .add("from", setting(change.getFrom(), change.getLast().getInstrument()))
                .add("first", Shown.point(change.getFirst()))
                .add("day", change.getDay() == null ? null : change.getDay().toString())
                .add("to", setting(change.getTo(), change.getFirst().getInstrument()));
    }

    /** @param instrument by which it was stated, and whose words it has */
    static SimpleObject setting(Setting setting, Instrument instrument) {
        return new SimpleObject()
                .add("context", answer(instrument, CommonQuestions.CONTEXT, setting.getContext()))
                .add("phase", answer(instrument, CommonQuestions.PHASE, setting.getPhase()));
    }

    private static SimpleObject answer(Instrument instrument, String question, String code) {
        return code == null
                ? null
                : Shown.coded(
                        code,
                        instrument
                                .question(question)
                                .flatMap(asked -> asked.choice(code))
                                .map(Choice::getLabel)
                                .orElse(null),
                        Level.DEFAULT);
    }
}
