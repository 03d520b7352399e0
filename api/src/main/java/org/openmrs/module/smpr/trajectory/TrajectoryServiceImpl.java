/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.IndexScore;
import org.openmrs.module.smpr.assessment.IndexScoring;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.assessment.Scoring;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.springframework.transaction.annotation.Transactional;

/** Lays the assessments of a person out as series. */
@Transactional(readOnly = true)
public class TrajectoryServiceImpl extends BaseOpenmrsService implements TrajectoryService {

    private final TrajectoryDao dao;

    private final AssessmentService assessmentService;

    private final Clock clock;

    public TrajectoryServiceImpl(TrajectoryDao dao, AssessmentService assessmentService, Clock clock) {
        this.dao = dao;
        this.assessmentService = assessmentService;
        this.clock = clock;
    }

    @Override
    public Optional<Trajectory> getTrajectory(TrajectorySearch search) {
        if (search.getPatient() == null || !dao.isPatient(search.getPatient())) {
            return Optional.empty();
        }
        List<Instrument> asked = assessmentService.getVisibleInstruments().stream()
                .filter(i ->
                        search.getInstrument() == null || search.getInstrument().equals(i.getCode()))
                .collect(Collectors.toList());
        boolean sums = Context.hasPrivilege(SmprPrivileges.GET_RESEARCH_VALUES);
        // An index takes an assessment with another instrument, whenever and in whatever phase it was made.
        boolean everything =
                sums && asked.stream().anyMatch(i -> !i.getIndices().isEmpty());
        List<Assessment> read = assessmentService.getAssessments(everything ? everythingOf(search) : only(search));
        IndexScoring indexScoring = sums ? new IndexScoring(counted(read), clock.getZone()) : null;
        Map<String, List<Assessment>> assessments = read.stream()
                .filter(a -> isAsked(a, search))
                .collect(Collectors.groupingBy(a -> a.getInstrument().getCode()));
        List<InstrumentTrajectory> instruments = asked.stream()
                .map(i -> instrument(i, assessments.getOrDefault(i.getCode(), new ArrayList<>()), indexScoring))
                .collect(Collectors.toList());
        return Optional.of(Trajectory.builder()
                .patient(search.getPatient())
                .instruments(instruments)
                .build());
    }

    private static AssessmentSearch everythingOf(TrajectorySearch search) {
        return AssessmentSearch.builder().patient(search.getPatient()).build();
    }

    private static AssessmentSearch only(TrajectorySearch search) {
        return everythingOf(search).toBuilder()
                .instrument(search.getInstrument())
                .phase(search.getPhase())
                .from(search.getFrom())
                .to(search.getTo())
                .build();
    }

    private static boolean isAsked(Assessment assessment, TrajectorySearch search) {
        return (search.getPhase() == null || assessment.isInPhase(search.getPhase()))
                && (search.getFrom() == null || !assessment.getDate().before(search.getFrom()))
                && (search.getTo() == null || !assessment.getDate().after(search.getTo()));
    }

    private static List<Assessment> counted(List<Assessment> assessments) {
        return assessments.stream().filter(InstrumentTrajectory::counts).collect(Collectors.toList());
    }

    /** @param indexScoring null for one who may not see sums */
    private static InstrumentTrajectory instrument(
            Instrument instrument, List<Assessment> assessments, IndexScoring indexScoring) {
        List<Assessment> counted = counted(assessments);
        return InstrumentTrajectory.builder()
                .instrument(instrument)
                .assessments(assessments)
                .judgements(judgements(instrument, counted))
                .scales(indexScoring == null ? null : scales(counted))
                .indices(indexScoring == null ? null : indices(counted, indexScoring))
                .build();
    }

    private static List<JudgementSeries> judgements(Instrument instrument, List<Assessment> counted) {
        return instrument.getQuestions().stream()
                .filter(question -> question.getPart() == Question.Part.JUDGEMENT)
                .map(question -> new JudgementSeries(
                        question,
                        counted.stream()
                                .map(assessment -> new JudgementSeries.Point(
                                        assessment,
                                        assessment
                                                .choice(question.getCode())
                                                .flatMap(question::choice)
                                                .orElse(null)))
                                .collect(Collectors.toList())))
                .filter(series -> series.getJudgement().getContext() == null
                        || counted.stream()
                                .anyMatch(a -> !a.values(series.getJudgement().getCode())
                                        .isEmpty()))
                .collect(Collectors.toList());
    }

    private static List<IndexSeries> indices(List<Assessment> counted, IndexScoring scoring) {
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

    private static List<ScaleSeries> scales(List<Assessment> counted) {
        Map<String, ScaleSeries> series = new LinkedHashMap<>();
        for (Assessment assessment : counted) {
            for (ScaleScore score : new Scoring(assessment.getSettings()).scores(assessment)) {
                series.computeIfAbsent(
                                score.getScale().getCode() + "." + score.getContext(),
                                key -> new ScaleSeries(score.getScale(), score.getContext(), new ArrayList<>()))
                        .getPoints()
                        .add(new ScaleSeries.Point(assessment, score));
            }
        }
        return new ArrayList<>(series.values());
    }
}
