/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.IndexScore;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.smpr.trajectory.IndexSeries;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.JudgementSeries;
import org.openmrs.module.smpr.trajectory.ScaleSeries;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;

/** The trajectory of a person, found by the uuid of the patient. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/trajectory",
        supportedClass = Trajectory.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class TrajectoryResource extends ViewResource<Trajectory> {

    private static final View<Trajectory> VIEW = new View<Trajectory>("trajectory", (t, level) -> t.getPatient())
            .ref("display", (t, level) -> Messages.text("smpr.trajectory"))
            .standard("patient", (t, level) -> new SimpleObject().add("uuid", t.getPatient()))
            .standard("notice", (t, level) -> Messages.text("smpr.notice.secrecy"))
            .standard("instruments", (t, level) -> Shown.each(t.getInstruments(), TrajectoryResource::instrument));

    public TrajectoryResource() {
        super(VIEW);
    }

    /**
     * @param instrument the code of an instrument; null for all
     * @throws ObjectNotFoundException where there is no such patient
     */
    static Trajectory find(String patient, String instrument, Parameters parameters) {
        return Context.getService(TrajectoryService.class)
                .getTrajectory(search(patient, instrument, parameters))
                .orElseThrow(ObjectNotFoundException::new);
    }

    /** @return what the request asks for */
    static TrajectorySearch search(String patient, String instrument, Parameters parameters) {
        TrajectorySearch search = TrajectorySearch.builder()
                .patient(patient)
                .instrument(instrument)
                .phase(parameters.phase())
                .from(parameters.from())
                .to(parameters.to())
                .build();
        parameters.refuseFaults();
        return search;
    }

    @Override
    public Object retrieve(String patient, RequestContext context) {
        VIEW.refuseUnknown(context.getRepresentation());
        Parameters parameters = new Parameters(context::getParameter);
        Trajectory trajectory = ReadRoute.through(
                VIEW.route() + "/{patient}", () -> find(patient, parameters.instrument(), parameters));
        return asRepresentation(trajectory, context.getRepresentation());
    }

    @Override
    public Trajectory getByUniqueId(String patient) {
        return find(patient, null, new Parameters(name -> null));
    }

    private static SimpleObject instrument(InstrumentTrajectory trajectory) {
        SimpleObject shown = Shown.coded(
                        trajectory.getInstrument().getCode(),
                        trajectory.getInstrument().getLabel(),
                        Level.DEFAULT)
                .add("notice", Shown.text(trajectory.getInstrument().getNotice()))
                .add("assessments", Shown.each(trajectory.getAssessments(), TrajectoryResource::assessment))
                .add("judgements", Shown.each(trajectory.getJudgements(), TrajectoryResource::judgement));
        return trajectory.getScales() == null
                ? shown
                : shown.add("scales", Shown.each(trajectory.getScales(), TrajectoryResource::scale))
                        .add("indices", Shown.each(trajectory.getIndices(), TrajectoryResource::index))
                        .add("researchNotice", Messages.text("smpr.notice.research"));
    }

    private static SimpleObject assessment(Assessment assessment) {
        return AssessmentView.VIEW
                .of(assessment, Level.DEFAULT)
                .add("counted", InstrumentTrajectory.counts(assessment));
    }

    private static SimpleObject judgement(JudgementSeries series) {
        List<Object> points = Shown.each(
                series.getPoints(),
                point -> point(point.getAssessment())
                        .add(
                                "level",
                                point.getLevel() == null
                                        ? null
                                        : point.getLevel().getCode())
                        .add(
                                "display",
                                point.getLevel() == null
                                        ? null
                                        : Shown.text(point.getLevel().getLabel())));
        return Shown.coded(
                        series.getJudgement().getCode(), series.getJudgement().getLabel(), Level.DEFAULT)
                .add("context", series.getJudgement().getContext())
                .add("points", points);
    }

    private static SimpleObject scale(ScaleSeries series) {
        return Shown.coded(series.getScale().getCode(), series.getScale().getLabel(), Level.DEFAULT)
                .add("context", series.getContext())
                .add("min", series.getScale().getMin())
                .add("max", series.getScale().getMax())
                .add("containsStatic", series.getScale().isWithFixedItems())
                .add("points", Shown.each(series.getPoints(), point -> {
                    SimpleObject shown = point(point.getAssessment());
                    shown.putAll(AssessmentView.values(point.getScore()));
                    return shown;
                }));
    }

    private static SimpleObject index(IndexSeries series) {
        return Shown.coded(series.getIndex().getCode(), series.getIndex().getLabel(), Level.DEFAULT)
                .add("notice", Shown.text(series.getIndex().getNotice()))
                .add("context", series.getContext())
                .add("points", Shown.each(series.getPoints(), TrajectoryResource::index));
    }

    private static SimpleObject index(IndexScore score) {
        Assessment counterpart = score.getCounterpart();
        return point(score.getAssessment())
                .add("counterpart", counterpart == null ? null : counterpart.getUuid())
                .add("counterpartDate", counterpart == null ? null : Shown.moment(counterpart.getDate()))
                .add("from", score.getFrom() == null ? null : AssessmentView.values(score.getFrom()))
                .add("subtracted", score.getSubtracted() == null ? null : AssessmentView.values(score.getSubtracted()))
                .add("value", score.getValue())
                .add(
                        "noValue",
                        score.getNoValue() == null ? null : score.getNoValue().name())
                .add(
                        "noValueDisplay",
                        score.getNoValue() == null
                                ? null
                                : Messages.text(
                                        "smpr.noIndex." + score.getNoValue().name()));
    }

    private static SimpleObject point(Assessment assessment) {
        return new SimpleObject()
                .add("assessment", assessment.getUuid())
                .add("date", Shown.moment(assessment.getDate()))
                .add("context", AssessmentView.context(assessment));
    }
}
