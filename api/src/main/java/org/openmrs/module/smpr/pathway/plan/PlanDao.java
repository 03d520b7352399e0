/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Value;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/**
 * Reads that assessments and contacts were made, and which days were stated: the few answers that count, in four statements
 * however many there are.
 */
public class PlanDao {

    private final SessionFactory sessionFactory;

    public PlanDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /**
     * Joins no tables, which takes a database longer where it is asked for many people at once.
     *
     * @param types uuids of encounter types
     * @param concepts ids of the concepts whose answers count
     * @return the live encounters of those patients in order of their dates, then of their charting, with those of their obs, voided ones too
     */
    List<Made> made(Collection<String> patients, Collection<String> types, Collection<Integer> concepts) {
        Map<Integer, String> patientsById = byId(
                "select p.patientId, p.uuid from Patient p where p.voided = false and p.uuid in (:uuids)", patients);
        Map<Integer, String> typesById =
                byId("select t.encounterTypeId, t.uuid from EncounterType t where t.uuid in (:uuids)", types);
        if (patientsById.isEmpty() || typesById.isEmpty()) {
            return Collections.emptyList();
        }
        // Of all types, though few count: a database that went by the types would look through everybody's.
        List<Object[]> encounters = query("select e.encounterId, e.uuid, e.patient.patientId,"
                        + " e.encounterType.encounterTypeId, e.encounterDatetime from Encounter e where e.voided = false"
                        + " and e.patient.patientId in (:patients) order by e.encounterDatetime, e.encounterId")
                .setParameterList("patients", patientsById.keySet())
                .list()
                .stream()
                .filter(row -> typesById.containsKey(row[3]))
                .collect(Collectors.toList());
        Map<Integer, List<Answer>> answers =
                answers(encounters.stream().map(row -> (Integer) row[0]).collect(Collectors.toList()), concepts);
        return encounters.stream()
                .map(row -> new Made(
                        (String) row[1],
                        patientsById.get(row[2]),
                        typesById.get(row[3]),
                        (Date) row[4],
                        answers.getOrDefault(row[0], Collections.emptyList())))
                .collect(Collectors.toList());
    }

    private Map<Integer, List<Answer>> answers(Collection<Integer> encounters, Collection<Integer> concepts) {
        if (encounters.isEmpty() || concepts.isEmpty()) {
            return Collections.emptyMap();
        }
        return query("select o.encounter.encounterId, o.concept.conceptId, o.valueCoded.conceptId, o.valueDatetime,"
                        + " o.voided, o.dateCreated, o.dateVoided from Obs o"
                        + " where o.encounter.encounterId in (:encounters) and o.concept.conceptId in (:concepts)"
                        + " order by o.obsId")
                .setParameterList("encounters", encounters)
                .setParameterList("concepts", concepts)
                .list()
                .stream()
                .map(row -> new Answer(
                        (Integer) row[0],
                        (Integer) row[1],
                        (Integer) row[2],
                        (Date) row[3],
                        (Boolean) row[4],
                        (Date) row[5],
                        (Date) row[6]))
                .collect(Collectors.groupingBy(Answer::getEncounter));
    }

    private Map<Integer, String> byId(String hql, Collection<String> uuids) {
        return uuids.isEmpty()
                ? Collections.emptyMap()
                : query(hql).setParameterList("uuids", uuids).list().stream()
                        .collect(Collectors.toMap(row -> (Integer) row[0], row -> (String) row[1]));
    }

    private Query<Object[]> query(String hql) {
        return sessionFactory.getCurrentSession().createQuery(hql, Object[].class);
    }

    /** An encounter, and of its obs those that count. */
    @Value
    static class Made {

        String uuid;

        String patient;

        /** The uuid of its type. */
        String type;

        Date date;

        List<Answer> answers;
    }

    /** One obs. */
    @Value
    static class Answer {

        Integer encounter;

        Integer concept;

        /** The id of the concept that is the answer; null for none. */
        Integer coded;

        Date day;

        boolean voided;

        Date created;

        Date dateVoided;
    }
}
