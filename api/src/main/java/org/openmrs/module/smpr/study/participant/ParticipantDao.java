/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.module.smpr.assessment.Reference;

/** Reads and writes the tables of participants. */
public class ParticipantDao {

    private static final String FROM = " from org.openmrs.module.smpr.study.participant.ParticipantRow r where 1 = 1";

    private static final String OPPOSITIONS = "select o from org.openmrs.module.smpr.study.participant.OppositionRow o";

    private final SessionFactory sessionFactory;

    public ParticipantDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return the row as it is in the database now; null where there is none */
    ParticipantRow byUuid(String uuid) {
        ParticipantRow row = query("select r" + FROM + " and r.uuid = :uuid", ParticipantRow.class)
                .setParameter("uuid", uuid)
                .uniqueResult();
        if (row != null) {
            sessionFactory.getCurrentSession().refresh(row);
        }
        return row;
    }

    /**
     * @param patients ids; null for everybody's
     * @return in the order in which they were recorded
     */
    List<ParticipantRow> rows(Collection<Integer> patients, boolean includeVoided, int startIndex, Integer limit) {
        if (patients != null && patients.isEmpty()) {
            return Collections.emptyList();
        }
        Query<ParticipantRow> query = restricted(
                        "select r", patients, includeVoided, " order by r.id", ParticipantRow.class)
                .setFirstResult(startIndex);
        if (limit != null) {
            query.setMaxResults(limit);
        }
        return query.list();
    }

    long count(Collection<Integer> patients, boolean includeVoided) {
        return patients != null && patients.isEmpty()
                ? 0
                : restricted("select count(r)", patients, includeVoided, "", Long.class)
                        .uniqueResult();
    }

    private <T> Query<T> restricted(
            String select, Collection<Integer> patients, boolean includeVoided, String order, Class<T> type) {
        Query<T> query = query(
                select
                        + FROM
                        + (patients == null ? "" : " and r.patientId in (:patients)")
                        + (includeVoided ? "" : " and r.voided = false")
                        + order,
                type);
        return patients == null ? query : query.setParameterList("patients", patients);
    }

    /** @return by id of the participant's row, in the order in which they were recorded */
    Map<Integer, List<OppositionRow>> oppositions(Collection<Integer> participants) {
        return participants.isEmpty()
                ? Collections.emptyMap()
                : query(OPPOSITIONS + " where o.participantId in (:participants) order by o.id", OppositionRow.class)
                        .setParameterList("participants", participants)
                        .list()
                        .stream()
                        .collect(Collectors.groupingBy(OppositionRow::getParticipantId));
    }

    boolean isTaken(String studyCode) {
        return query("select count(r)" + FROM + " and r.studyCode = :code", Long.class)
                        .setParameter("code", studyCode)
                        .uniqueResult()
                > 0;
    }

    /** @return by id, of patients who are voided too */
    Map<Integer, PersonRow> people(Collection<Integer> patients) {
        return patients.isEmpty()
                ? Collections.emptyMap()
                : query(PersonRow.SELECT + "p.personId in (:ids)", Object[].class)
                        .setParameterList("ids", patients)
                        .list()
                        .stream()
                        .map(PersonRow::new)
                        .collect(Collectors.toMap(PersonRow::getId, person -> person));
    }

    /** @return null where there is no such patient */
    PersonRow person(String uuid) {
        Object[] row = query(PersonRow.SELECT + "p.uuid = :uuid", Object[].class)
                .setParameter("uuid", uuid)
                .uniqueResult();
        return row == null ? null : new PersonRow(row);
    }

    /** @return by id the uuids and names of users */
    Map<Integer, Reference> users(Collection<Integer> ids) {
        Map<Integer, Reference> users = new HashMap<>();
        if (!ids.isEmpty()) {
            query(
                            "select u.userId, u.uuid, coalesce(nullif(u.username, ''), u.systemId) from User u where u.userId in (:ids)",
                            Object[].class)
                    .setParameterList("ids", ids)
                    .list()
                    .forEach(row -> users.put((Integer) row[0], new Reference((String) row[1], (String) row[2])));
        }
        return users;
    }

    /** @return the id of the user; null where there is none such */
    Integer user(String uuid) {
        return query("select u.userId from User u where u.uuid = :uuid", Integer.class)
                .setParameter("uuid", uuid)
                .uniqueResult();
    }

    void save(Object row) {
        sessionFactory.getCurrentSession().saveOrUpdate(row);
        sessionFactory.getCurrentSession().flush();
    }

    private <T> Query<T> query(String hql, Class<T> type) {
        return sessionFactory.getCurrentSession().createQuery(hql, type);
    }
}
