/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.Collection;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.LockMode;
import org.hibernate.LockOptions;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/** Reads and writes the register's tables. */
public class OutcomeDao {

    private static final String PATIENTS = "select p.personId, p.uuid, p.birthdate, p.voided from Patient p where ";

    private final SessionFactory sessionFactory;

    public OutcomeDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return the patients of those uuids, voided or not, in no order */
    List<PatientRow> patients(Collection<String> uuids) {
        return uuids.isEmpty()
                ? Collections.emptyList()
                : patients(
                        query(PATIENTS + "p.uuid in (:uuids)", Object[].class).setParameterList("uuids", uuids));
    }

    /** @return the patient of that id, voided or not */
    PatientRow patient(Integer id) {
        return patients(query(PATIENTS + "p.personId = :id", Object[].class).setParameter("id", id))
                .get(0);
    }

    private static List<PatientRow> patients(Query<Object[]> query) {
        return query.list().stream()
                .map(row -> new PatientRow((Integer) row[0], (String) row[1], (Date) row[2], (Boolean) row[3]))
                .collect(Collectors.toList());
    }

    /** @return the row of that uuid; null where there is none */
    <R extends RegisterRow<?>> R byUuid(Class<R> type, String uuid) {
        return query(from(type) + "r.uuid = :uuid", type)
                .setParameter("uuid", uuid)
                .uniqueResult();
    }

    /** @return the rows of those patients, in the order in which they were recorded */
    <R extends RegisterRow<?>> List<R> rows(Class<R> type, Collection<Integer> patients, boolean includeVoided) {
        return patients.isEmpty()
                ? Collections.emptyList()
                : query(
                                from(type) + "r.patientId in (:patients)"
                                        + (includeVoided ? "" : " and r.voided = false") + " order by r.id",
                                type)
                        .setParameterList("patients", patients)
                        .list();
    }

    /** Reads what stands now in the database, whatever the transaction has read before, and lets nobody else change it until that ends. */
    boolean anyStands(OutcomeEvent.Kind kind, Collection<Integer> patients) {
        return !query(
                        from(OutcomeEventRow.class)
                                + "r.kind = :kind and r.voided = false and r.patientId in (:patients)",
                        OutcomeEventRow.class)
                .setParameter("kind", kind.name())
                .setParameterList("patients", patients)
                .setLockMode("r", LockMode.PESSIMISTIC_WRITE)
                .list()
                .isEmpty();
    }

    /** Reads the row as it is now in the database, and lets nobody else change it until the transaction ends. */
    void lock(RegisterRow<?> row) {
        sessionFactory.getCurrentSession().refresh(row, LockOptions.UPGRADE);
    }

    void save(RegisterRow<?> row) {
        sessionFactory.getCurrentSession().saveOrUpdate(row);
        sessionFactory.getCurrentSession().flush();
    }

    /** @return by id the names of the users who recorded, changed or voided any of the rows */
    Map<Integer, String> userNames(Collection<? extends RegisterRow<?>> rows) {
        Set<Integer> ids = rows.stream()
                .flatMap(row -> Stream.of(row.getCreator(), row.getChangedBy(), row.getVoidedBy()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<Integer, String> names = new HashMap<>();
        if (!ids.isEmpty()) {
            query(
                            "select u.userId, coalesce(nullif(u.username, ''), u.systemId) from User u where u.userId in (:ids)",
                            Object[].class)
                    .setParameterList("ids", ids)
                    .list()
                    .forEach(row -> names.put((Integer) row[0], (String) row[1]));
        }
        return names;
    }

    private static String from(Class<?> type) {
        return "from " + type.getName() + " r where ";
    }

    private <T> Query<T> query(String hql, Class<T> type) {
        return sessionFactory.getCurrentSession().createQuery(hql, type);
    }
}
