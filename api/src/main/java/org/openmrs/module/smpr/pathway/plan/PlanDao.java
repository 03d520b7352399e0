/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import lombok.Value;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/** Reads that assessments and contacts were made, and which days were stated: the few answers that count, in two statements however many there are. */
public class PlanDao {

    private static final String ENCOUNTERS = " from Encounter e join e.encounterType t join e.patient p"
            + " where e.voided = false and p.voided = false and p.uuid in (:patients) and t.uuid in (:types)";

    private final SessionFactory sessionFactory;

    public PlanDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /**
     * @param types uuids of encounter types
     * @param concepts ids of the concepts whose answers count
     * @return the live encounters of those patients in order of their dates, then of their charting, with those of their obs, voided ones too
     */
    List<Made> made(Collection<String> patients, Collection<String> types, Collection<Integer> concepts) {
        if (patients.isEmpty()) {
            return Collections.emptyList();
        }
        Map<Integer, List<Answer>> answers = concepts.isEmpty()
                ? Collections.emptyMap()
                : query("select e.encounterId, o.concept.conceptId, o.valueCoded.conceptId, o.valueDatetime, o.voided,"
                                + " o.dateCreated, o.dateVoided from Obs o join o.encounter e join e.encounterType t"
                                + " join e.patient p where e.voided = false and p.voided = false"
                                + " and p.uuid in (:patients) and t.uuid in (:types)"
                                + " and o.concept.conceptId in (:concepts) order by o.obsId")
                        .setParameterList("patients", patients)
                        .setParameterList("types", types)
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
        List<Made> made = new ArrayList<>();
        query("select e.encounterId, e.uuid, p.uuid, t.uuid, e.encounterDatetime" + ENCOUNTERS
                        + " order by e.encounterDatetime, e.encounterId")
                .setParameterList("patients", patients)
                .setParameterList("types", types)
                .list()
                .forEach(row -> made.add(new Made(
                        (String) row[1],
                        (String) row[2],
                        (String) row[3],
                        (Date) row[4],
                        answers.getOrDefault(row[0], Collections.emptyList()))));
        return made;
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
