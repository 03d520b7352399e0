/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.pathway.place.PlacementStatus;
import org.openmrs.module.smpr.pathway.training.RaterTraining;

/** Reads what no other part of the module reads of many people, whoever asks: one statement each. */
public class StudyDao {

    private final SessionFactory sessionFactory;

    private final ZoneId zone;

    public StudyDao(SessionFactory sessionFactory, Clock clock) {
        this.sessionFactory = sessionFactory;
        this.zone = clock.getZone();
    }

    /** @return by uuid of the patient; those of whom it is not known are left out */
    Map<String, LocalDate> births(Collection<String> patients) {
        Map<String, LocalDate> births = new HashMap<>();
        rows(
                        "select p.uuid, p.birthdate from Patient p where p.birthdate is not null and p.uuid in (:patients)",
                        patients)
                .forEach(row -> births.put((String) row[0], day(row[1])));
        return births;
    }

    /**
     * @param types uuids of encounter types
     * @return by uuid of the live encounter, the day on which any answer of it was last charted or voided
     */
    Map<String, LocalDate> lastCharted(Collection<String> patients, Collection<String> types) {
        Map<String, LocalDate> last = new HashMap<>();
        query(
                        "select e.uuid, max(o.dateCreated), max(o.dateVoided) from Obs o join o.encounter e"
                                + " where e.voided = false and e.patient.uuid in (:patients)"
                                + " and e.encounterType.uuid in (:types) group by e.uuid",
                        patients)
                .setParameterList("types", types)
                .list()
                .forEach(row -> {
                    LocalDate created = day(row[1]);
                    LocalDate voided = day(row[2]);
                    last.put((String) row[0], voided != null && voided.isAfter(created) ? voided : created);
                });
        return last;
    }

    /**
     * @param types uuids of encounter types
     * @return by uuid of the live encounter, the uuids of the providers who made it
     */
    Map<String, Set<String>> raters(Collection<String> patients, Collection<String> types) {
        Map<String, Set<String>> raters = new HashMap<>();
        query(
                        "select e.uuid, v.uuid from EncounterProvider r join r.encounter e join r.provider v"
                                + " where r.voided = false and e.voided = false and e.patient.uuid in (:patients)"
                                + " and e.encounterType.uuid in (:types)",
                        patients)
                .setParameterList("types", types)
                .list()
                .forEach(row -> raters.computeIfAbsent((String) row[0], encounter -> new HashSet<>())
                        .add((String) row[1]));
        return raters;
    }

    /** @return every training of every rater that is not voided */
    List<RaterTraining> trainings() {
        return sessionFactory
                .getCurrentSession()
                .createQuery(
                        "select t from org.openmrs.module.smpr.pathway.training.RaterTraining t where t.voided = false",
                        RaterTraining.class)
                .list();
    }

    /**
     * @param assessments as they are projected
     * @return the same with the words of their free texts
     */
    public List<Assessment> withTexts(List<Assessment> assessments) {
        if (assessments.isEmpty()) {
            return assessments;
        }
        Map<String, Map<String, List<Object>>> words = new HashMap<>();
        sessionFactory
                .getCurrentSession()
                .createQuery(
                        "select e.uuid, c.uuid, o.valueText from Obs o join o.encounter e join o.concept c"
                                + " where o.voided = false and o.valueText is not null and e.uuid in (:encounters)"
                                + " order by o.obsId",
                        Object[].class)
                .setParameterList(
                        "encounters",
                        assessments.stream().map(Assessment::getUuid).collect(Collectors.toSet()))
                .list()
                .forEach(row -> words.computeIfAbsent((String) row[0], encounter -> new HashMap<>())
                        .computeIfAbsent((String) row[1], concept -> new ArrayList<>())
                        .add(row[2]));
        return assessments.stream()
                .map(assessment ->
                        withTexts(assessment, words.getOrDefault(assessment.getUuid(), Collections.emptyMap())))
                .collect(Collectors.toList());
    }

    private static Assessment withTexts(Assessment assessment, Map<String, List<Object>> words) {
        Map<String, List<Object>> answers = new LinkedHashMap<>(assessment.getAnswers());
        assessment.getInstrument().getQuestions().stream()
                .filter(question -> question.getKind() == Question.Kind.TEXT && answers.containsKey(question.getCode()))
                .forEach(question -> answers.put(
                        question.getCode(),
                        words.getOrDefault(
                                StableUuid.ofConcept(question.getConceptCode()),
                                assessment.values(question.getCode()))));
        return assessment.toBuilder()
                .answers(Collections.unmodifiableMap(answers))
                .build();
    }

    /** One request for a place. */
    static final class PlaceRequest {

        /** The steps that it came to, each with its day; null where that is not known. */
        final Map<PlaceStep, LocalDate> steps;

        PlaceRequest(Map<PlaceStep, LocalDate> steps) {
            this.steps = steps;
        }

        LocalDate requested() {
            return steps.get(PlaceStep.REQUESTED);
        }
    }

    /** @return by uuid of the patient, in order; those who have none are not in it */
    Map<String, List<PlaceRequest>> placeRequests(Collection<String> patients) {
        Map<String, List<PlaceRequest>> requests = new HashMap<>();
        rows(
                        "select p.patient.uuid, p.requestedOn, p.status, p.offeredOn, p.enteredOn, p.endedOn"
                                + " from org.openmrs.module.smpr.pathway.place.PlacementRecord p"
                                + " where p.voided = false and p.patient.uuid in (:patients) order by p.requestedOn, p.id",
                        patients)
                .forEach(row -> requests.computeIfAbsent((String) row[0], patient -> new ArrayList<>())
                        .add(new PlaceRequest(steps(row))));
        return requests;
    }

    private static Map<PlaceStep, LocalDate> steps(Object[] row) {
        Map<PlaceStep, LocalDate> steps = new EnumMap<>(PlaceStep.class);
        steps.put(PlaceStep.REQUESTED, (LocalDate) row[1]);
        LocalDate entered = (LocalDate) row[4];
        LocalDate offered = row[3] == null ? entered : (LocalDate) row[3];
        if (offered != null) {
            steps.put(PlaceStep.OFFERED, offered);
        }
        if (entered != null) {
            steps.put(PlaceStep.ENTERED, entered);
        }
        LocalDate ended = (LocalDate) row[5];
        PlacementStatus status = PlacementStatus.valueOf((String) row[2]);
        if (status == PlacementStatus.DECLINED) {
            steps.put(PlaceStep.DECLINED, ended);
        } else if (status == PlacementStatus.REFUSED) {
            steps.put(PlaceStep.REFUSED, ended);
        } else if (status == PlacementStatus.WITHDRAWN) {
            steps.put(PlaceStep.WITHDRAWN, ended);
        }
        return steps;
    }

    private List<Object[]> rows(String hql, Collection<String> patients) {
        return query(hql, patients).list();
    }

    private Query<Object[]> query(String hql, Collection<String> patients) {
        return sessionFactory
                .getCurrentSession()
                .createQuery(hql, Object[].class)
                .setParameterList("patients", patients);
    }

    private LocalDate day(Object date) {
        return date == null ? null : Times.day((Date) date, zone);
    }
}
