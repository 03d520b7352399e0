/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

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

    public TrajectoryServiceImpl(TrajectoryDao dao, AssessmentService assessmentService) {
        this.dao = dao;
        this.assessmentService = assessmentService;
    }

    @Override
    public Optional<Trajectory> getTrajectory(TrajectorySearch search) {
        if (search.getPatient() == null || !dao.isPatient(search.getPatient())) {
            return Optional.empty();
        }
        Map<String, List<Assessment>> assessments = assessmentService
                .getAssessments(AssessmentSearch.builder()
                        .patient(search.getPatient())
                        .instrument(search.getInstrument())
                        .from(search.getFrom())
                        .to(search.getTo())
                        .build())
                .stream()
                .collect(Collectors.groupingBy(a -> a.getInstrument().getCode()));
        boolean sums = Context.hasPrivilege(SmprPrivileges.GET_RESEARCH_VALUES);
        List<InstrumentTrajectory> instruments = assessmentService.getVisibleInstruments().stream()
                .filter(i ->
                        search.getInstrument() == null || search.getInstrument().equals(i.getCode()))
                .map(i -> instrument(i, assessments.getOrDefault(i.getCode(), new ArrayList<>()), sums))
                .collect(Collectors.toList());
        return Optional.of(Trajectory.builder()
                .patient(search.getPatient())
                .instruments(instruments)
                .build());
    }

    private static InstrumentTrajectory instrument(Instrument instrument, List<Assessment> assessments, boolean sums) {
        List<Assessment> counted =
                assessments.stream().filter(InstrumentTrajectory::counts).collect(Collectors.toList());
        return InstrumentTrajectory.builder()
                .instrument(instrument)
                .assessments(assessments)
                .judgements(judgements(instrument, counted))
                .scales(sums ? scales(counted) : null)
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
                .collect(Collectors.toList());
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
