/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.IndexScore;
import org.openmrs.module.smpr.trajectory.IndexSeries;
import org.openmrs.module.smpr.trajectory.ScaleSeries;
import org.openmrs.module.smpr.trajectory.Slope;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of sums and indices over time: research values, given only to those who may see them. */
final class SeriesView {

    private SeriesView() {}

    static SimpleObject scale(ScaleSeries series) {
        return Shown.coded(series.getScale().getCode(), series.getScale().getLabel(), Level.DEFAULT)
                .add("context", series.getContext())
                .add("min", series.getScale().getMin())
                .add("max", series.getScale().getMax())
                .add("containsStatic", series.getScale().isWithFixedItems())
                .add("reliability", Shown.reliability(series.getReliability()))
                .add("points", Shown.each(series.getPoints(), SeriesView::point))
                .add("slopes", Shown.each(series.getSlopes(), slope -> slope(slope, series)));
    }

    private static SimpleObject point(ScaleSeries.Point point) {
        SimpleObject shown = Shown.point(point.getAssessment());
        shown.putAll(AssessmentView.values(point.getScore()));
        return shown.add("low", point.getLow()).add("high", point.getHigh());
    }

    private static SimpleObject slope(Slope slope, ScaleSeries series) {
        Assessment any = series.getPoints().get(0).getAssessment();
        return new SimpleObject()
                .add("setting", TimelineView.setting(slope.getSetting(), any.getInstrument()))
                .add("points", slope.getPoints())
                .add("first", slope.getFirst().toString())
                .add("last", slope.getLast().toString())
                .add("perMonth", slope.getPerMonth())
                .add("low", slope.getLow())
                .add("high", slope.getHigh())
                .add("confidence", slope.getConfidence());
    }

    static SimpleObject index(IndexSeries series) {
        return Shown.coded(series.getIndex().getCode(), series.getIndex().getLabel(), Level.DEFAULT)
                .add("notice", Shown.text(series.getIndex().getNotice()))
                .add("context", series.getContext())
                .add("points", Shown.each(series.getPoints(), SeriesView::index));
    }

    static SimpleObject index(IndexScore score) {
        Assessment counterpart = score.getCounterpart();
        return Shown.withoutValue(
                Shown.point(score.getAssessment())
                        .add("counterpart", counterpart == null ? null : counterpart.getUuid())
                        .add("counterpartDate", counterpart == null ? null : Shown.moment(counterpart.getDate()))
                        .add("counterpartAmended", counterpart == null ? null : counterpart.isAmended())
                        .add("from", score.getFrom() == null ? null : AssessmentView.values(score.getFrom()))
                        .add(
                                "subtracted",
                                score.getSubtracted() == null ? null : AssessmentView.values(score.getSubtracted()))
                        .add("value", score.getValue()),
                score.getNoValue(),
                "smpr.noIndex.");
    }
}
