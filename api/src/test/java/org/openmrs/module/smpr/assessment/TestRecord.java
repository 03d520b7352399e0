/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.NativeQuery;
import org.openmrs.Concept;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;

/** Gets at the record as others do: as encounters, as obs, and as rows. */
final class TestRecord {

    private final SessionFactory sessionFactory;

    TestRecord(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    Encounter encounter(Assessment assessment) {
        return Context.getEncounterService().getEncounterByUuid(assessment.getUuid());
    }

    /** @return the live obs that answers the question */
    Obs obs(Assessment assessment, String conceptCode) {
        return encounter(assessment).getObs().stream()
                .filter(obs -> obs.getConcept().getUuid().equals(StableUuid.ofConcept(conceptCode)))
                .findFirst()
                .get();
    }

    static Concept concept(String code) {
        return Context.getConceptService().getConceptByUuid(StableUuid.ofConcept(code));
    }

    /** An obs that answers a question of an instrument, as any form would save it. */
    static Obs answer(Instrument instrument, String question, String choice, Patient patient) {
        Question asked = instrument.question(question).get();
        Obs obs = new Obs();
        obs.setPerson(patient);
        obs.setConcept(concept(asked.getConceptCode()));
        obs.setValueCoded(concept(asked.choice(choice).get().getConceptCode()));
        return obs;
    }

    /** Runs a statement behind everybody's back. */
    int sql(String statement, Object... parameters) {
        Context.flushSession();
        NativeQuery<?> query = sessionFactory.getCurrentSession().createNativeQuery(statement);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        int changed = query.executeUpdate();
        Context.clearSession();
        return changed;
    }

    static List<Assessment> read(Patient patient) {
        settle();
        return service()
                .getAssessments(
                        AssessmentSearch.builder().patient(patient.getUuid()).build());
    }

    /** Holds that the obs, the projection and the trajectory tell the same of those people. */
    static void agrees(Patient... people) {
        settle();
        List<Assessment> read = Arrays.stream(people)
                .flatMap(patient ->
                        service()
                                .getAssessments(AssessmentSearch.builder()
                                        .patient(patient.getUuid())
                                        .build())
                                .stream())
                .collect(Collectors.toList());
        List<Assessment> projected = Arrays.stream(people)
                .flatMap(patient ->
                        service()
                                .getCohortAssessments(AssessmentSearch.builder()
                                        .patient(patient.getUuid())
                                        .build())
                                .stream())
                .collect(Collectors.toList());
        assertEquals(told(read.stream().filter(Assessment::isComplete).collect(Collectors.toList())), told(projected));
        for (Patient patient : people) {
            List<Assessment> inTrajectory = Context.getService(TrajectoryService.class)
                    .getTrajectory(TrajectorySearch.builder()
                            .patient(patient.getUuid())
                            .build())
                    .map(Trajectory::getInstruments)
                    .orElse(Collections.emptyList())
                    .stream()
                    .flatMap(instrument -> instrument.getAssessments().stream())
                    .collect(Collectors.toList());
            List<Assessment> his = read.stream()
                    .filter(a -> a.getPatient().equals(patient.getUuid()))
                    .collect(Collectors.toList());
            assertEquals(
                    told(his).stream().sorted().collect(Collectors.toList()),
                    told(inTrajectory).stream().sorted().collect(Collectors.toList()));
        }
        assertEquals(0, service().getProjectionState().getStale());
    }

    /** What the projection is to tell as the obs do. */
    static List<String> told(List<Assessment> assessments) {
        List<String> told = new ArrayList<>();
        for (Assessment a : assessments) {
            Map<String, List<Object>> answers = new LinkedHashMap<>();
            a.getAnswers().forEach((code, values) -> {
                boolean text = a.getInstrument().question(code).get().getKind() == Question.Kind.TEXT;
                answers.put(code, text ? Collections.nCopies(values.size(), "") : values);
            });
            told.add(String.join(
                    " ",
                    a.getUuid(),
                    a.getPatient(),
                    a.getInstrument().getCode(),
                    String.valueOf(a.getDate().getTime()),
                    answers.toString(),
                    a.getFaults().toString(),
                    a.getWarnings().toString(),
                    String.valueOf(a.isAmended())));
        }
        return told;
    }

    static AssessmentService service() {
        return Context.getService(AssessmentService.class);
    }

    /** As at the end of a request. */
    static void settle() {
        Context.flushSession();
        Context.clearSession();
    }
}
