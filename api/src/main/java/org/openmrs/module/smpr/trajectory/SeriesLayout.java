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
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.IndexScore;
import org.openmrs.module.smpr.assessment.IndexScoring;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.assessment.Scoring;
import org.openmrs.module.smpr.assessment.StandingAssessments;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.instrument.Scale;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.statistics.MeasurementError;
import org.openmrs.module.smpr.statistics.TheilSen;

/** Lays the assessments with one instrument out as series: final opinions, sums, indices. */
final class SeriesLayout {

    private final Instrument instrument;

    /** Those that count, in order of their dates. */
    private final List<Assessment> counted;

    private final ZoneId zone;

    SeriesLayout(Instrument instrument, List<Assessment> counted, ZoneId zone) {
        this.instrument = instrument;
        this.counted = counted;
        this.zone = zone;
    }

    List<JudgementSeries> judgements() {
        return instrument.getQuestions().stream()
                .filter(question -> question.getPart() == Question.Part.JUDGEMENT)
                .map(question -> new JudgementSeries(
                        question,
                        counted.stream()
                                .map(assessment -> new JudgementSeries.Point(
                                        assessment, assessment.rated(question).orElse(null)))
                                .collect(Collectors.toList())))
                .filter(series -> series.getJudgement().getContext() == null
                        || counted.stream()
                                .anyMatch(a -> !a.values(series.getJudgement().getCode())
                                        .isEmpty()))
                .collect(Collectors.toList());
    }

    List<IndexSeries> indices(IndexScoring scoring) {
        Map<String, IndexSeries> series = new LinkedHashMap<>();
        for (Assessment assessment : counted) {
            for (IndexScore score : scoring.scores(assessment)) {
                series.computeIfAbsent(
                                score.getIndex().getCode() + "." + score.getContext(),
                                key -> new IndexSeries(score.getIndex(), score.getContext(), new ArrayList<>()))
                        .getPoints()
                        .add(score);
            }
        }
        return new ArrayList<>(series.values());
    }

    List<ScaleSeries> scales() {
        Map<String, List<ScaleSeries.Point>> points = new LinkedHashMap<>();
        for (Assessment assessment : counted) {
            for (ScaleScore score : new Scoring(assessment.getSettings()).scores(assessment)) {
                points.computeIfAbsent(score.getScale().getCode() + "." + score.getContext(), key -> new ArrayList<>())
                        .add(point(assessment, score));
            }
        }
        return points.values().stream().map(this::scale).collect(Collectors.toList());
    }

    private ScaleSeries scale(List<ScaleSeries.Point> points) {
        ScaleScore score = points.get(0).getScore();
        return ScaleSeries.builder()
                .scale(score.getScale())
                .context(score.getContext())
                .points(points)
                .reliability(reliability(points.get(0).getAssessment(), score.getScale()))
                .slopes(score.getScale().isWithFixedItems() ? Collections.emptyList() : slopes(points))
                .build();
    }

    private static Reliability reliability(Assessment assessment, Scale scale) {
        return assessment.getSettings().getReliability().get(scale.getCode());
    }

    private static ScaleSeries.Point point(Assessment assessment, ScaleScore score) {
        Reliability reliability = reliability(assessment, score.getScale());
        if (reliability == null || score.getValue() == null) {
            return new ScaleSeries.Point(assessment, score, null, null);
        }
        double half = new MeasurementError(reliability.getSd(), reliability.getReliability()).halfWidth();
        return new ScaleSeries.Point(
                assessment,
                score,
                Math.max(score.getScale().getMin(), score.getValue() - half),
                Math.min(score.getScale().getMax(), score.getValue() + half));
    }

    private List<Slope> slopes(List<ScaleSeries.Point> points) {
        Map<List<Object>, List<ScaleSeries.Point>> bySetting = points.stream()
                .filter(point -> Setting.of(point.getAssessment()).isKnown())
                .collect(Collectors.groupingBy(
                        point -> Arrays.asList(
                                Setting.of(point.getAssessment()).compared(),
                                Setting.of(point.getAssessment()).isPerhapsInFlatShare()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        List<Slope> slopes = new ArrayList<>();
        for (List<ScaleSeries.Point> ofSetting : bySetting.values()) {
            List<ScaleSeries.Point> series = likeTheLatest(ofSetting);
            if (series.size() >= Slope.LEAST_POINTS) {
                slope(series, slopes);
            }
        }
        return Collections.unmodifiableList(slopes);
    }

    /** One a day, with a value, between any two of which a verdict could be given: a slope over others would tell of raters or sources. */
    private List<ScaleSeries.Point> likeTheLatest(List<ScaleSeries.Point> ofSetting) {
        List<Assessment> standing = StandingAssessments.of(
                ofSetting.stream().map(ScaleSeries.Point::getAssessment).collect(Collectors.toList()), zone);
        List<ScaleSeries.Point> comparable = ofSetting.stream()
                .filter(point -> point.getScore().getValue() != null)
                .filter(point -> standing.contains(point.getAssessment()))
                .filter(point -> Comparing.isLikeWithLike(point.getAssessment(), point.getAssessment()))
                .collect(Collectors.toList());
        return comparable.stream()
                .filter(point -> Comparing.isLikeWithLike(
                        point.getAssessment(),
                        comparable.get(comparable.size() - 1).getAssessment()))
                .collect(Collectors.toList());
    }

    private void slope(List<ScaleSeries.Point> series, List<Slope> slopes) {
        LocalDate first = day(series.get(0));
        double[] months = series.stream()
                .mapToDouble(point -> ChronoUnit.DAYS.between(first, day(point)) / Slope.MONTH)
                .toArray();
        double[] values = series.stream()
                .mapToDouble(point -> point.getScore().getValue())
                .toArray();
        TheilSen.of(months, values).ifPresent(line -> {
            Slope.SlopeBuilder slope = Slope.builder()
                    .setting(Setting.of(series.get(0).getAssessment()).compared())
                    .points(series.size())
                    .first(first)
                    .last(day(series.get(series.size() - 1)))
                    .perMonth(line.getSlope());
            if (series.size() >= Slope.LEAST_POINTS_OF_INTERVAL) {
                line.interval(Slope.CONFIDENCE)
                        .ifPresent(interval -> slope.low(interval.getLow())
                                .high(interval.getHigh())
                                .confidence(interval.getCoverage()));
            }
            slopes.add(slope.build());
        });
    }

    private LocalDate day(ScaleSeries.Point point) {
        return Times.day(point.getAssessment().getDate(), zone);
    }
}
