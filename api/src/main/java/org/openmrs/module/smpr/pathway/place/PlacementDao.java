/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Patient;
import org.openmrs.module.smpr.assessment.Reference;

/** Reads and writes placements. */
public class PlacementDao {

    private static final String PLACEMENT = "org.openmrs.module.smpr.pathway.place.PlacementRecord";

    private static final String COLUMNS = "select p.uuid, t.uuid, t.voided, u.uuid, u.name, p.status, p.requestedOn,"
            + " p.priority, p.priorityReason, p.offeredOn, p.reservedOn, p.stayFrom, p.plannedEnd, p.enteredOn, p.leftOn,"
            + " p.leftBecause, p.endedOn, p.reason, p.voided, p.version, coalesce(c.username, c.systemId), p.dateCreated,"
            + " coalesce(x.username, x.systemId), p.dateChanged, coalesce(v.username, v.systemId), p.dateVoided,"
            + " p.voidReason";

    private static final String FROM = " from " + PLACEMENT + " p join p.patient t join p.unit u left join p.creator c"
            + " left join p.changedBy x left join p.voidedBy v where 1 = 1";

    /** That of the waiting list. */
    private static final String ORDER =
            " order by case p.priority when 'URGENT' then 0 when 'HIGH' then 1 else 2 end," + " p.requestedOn, p.id";

    private final SessionFactory sessionFactory;

    public PlacementDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return those asked for, in the order of the waiting list */
    List<Placement> placements(PlacementSearch search, LocalDate today) {
        Query<Object[]> query = query(COLUMNS, search, ORDER, Object[].class).setFirstResult(search.getStartIndex());
        if (search.getLimit() != null) {
            query.setMaxResults(search.getLimit());
        }
        return read(query, today);
    }

    long count(PlacementSearch search) {
        return query("select count(p)", search, "", Long.class).uniqueResult();
    }

    /** @return null where there is none */
    Placement placement(String uuid, LocalDate today) {
        List<Placement> found = read(
                session()
                        .createQuery(COLUMNS + FROM + " and p.uuid = :uuid", Object[].class)
                        .setParameter("uuid", uuid),
                today);
        return found.isEmpty() ? null : found.get(0);
    }

    private <T> Query<T> query(String select, PlacementSearch search, String order, Class<T> type) {
        Map<String, Object> restrictions = new LinkedHashMap<>();
        restrictions.put("t.uuid = :patient", search.getPatient());
        restrictions.put("u.uuid = :unit", search.getUnit());
        restrictions.values().removeIf(value -> value == null);
        StringBuilder hql = new StringBuilder(select + FROM);
        restrictions.keySet().forEach(restriction -> hql.append(" and ").append(restriction));
        if (!search.getStatuses().isEmpty()) {
            hql.append(" and p.status in (:statuses)");
        }
        if (!search.isIncludeVoided()) {
            hql.append(" and p.voided = false");
        }
        Query<T> query = session().createQuery(hql + order, type);
        restrictions.forEach(
                (restriction, value) -> query.setParameter(restriction.substring(restriction.indexOf(':') + 1), value));
        if (!search.getStatuses().isEmpty()) {
            query.setParameterList("statuses", names(search.getStatuses()));
        }
        return query;
    }

    /** @return the placement as it is now, to be changed and saved; null where there is none, or it is voided */
    PlacementRecord record(String uuid) {
        PlacementRecord record = session()
                .createQuery(
                        "select p from " + PLACEMENT + " p where p.uuid = :uuid and p.voided = false",
                        PlacementRecord.class)
                .setParameter("uuid", uuid)
                .uniqueResult();
        if (record != null) {
            session().refresh(record);
            session().evict(record);
        }
        return record;
    }

    void save(PlacementRecord record) {
        session().saveOrUpdate(record);
        session().flush();
    }

    /** @return whether the patient has an open placement other than that one, which may be null */
    boolean hasAnotherOpen(Integer patient, Integer placement) {
        return session()
                        .createQuery(
                                "select count(p) from " + PLACEMENT
                                        + " p where p.openPatientId = :patient and p.id <> :id",
                                Long.class)
                        .setParameter("patient", patient)
                        .setParameter("id", placement == null ? 0 : placement)
                        .uniqueResult()
                > 0;
    }

    boolean hasOpen(Integer unit) {
        return session()
                        .createQuery(
                                "select count(p) from " + PLACEMENT
                                        + " p where p.unit.id = :unit and p.openPatientId is not null",
                                Long.class)
                        .setParameter("unit", unit)
                        .uniqueResult()
                > 0;
    }

    /** @return null where there is none, or one that is voided */
    Patient patient(String uuid) {
        return session()
                .createQuery("select t from Patient t where t.uuid = :uuid and t.voided = false", Patient.class)
                .setParameter("uuid", uuid)
                .uniqueResult();
    }

    private Session session() {
        return sessionFactory.getCurrentSession();
    }

    private static List<String> names(List<PlacementStatus> statuses) {
        return statuses.stream().map(Enum::name).collect(Collectors.toList());
    }

    private static List<Placement> read(Query<Object[]> query, LocalDate today) {
        return query.list().stream().map(row -> placement(row, today)).collect(Collectors.toList());
    }

    private static Placement placement(Object[] row, LocalDate today) {
        PlacementStatus status = PlacementStatus.valueOf((String) row[5]);
        LocalDate plannedEnd = (LocalDate) row[12];
        return Placement.builder()
                .uuid((String) row[0])
                .patient((String) row[1])
                .patientVoided((Boolean) row[2])
                .unit(new Reference((String) row[3], (String) row[4]))
                .status(status)
                .requestedOn((LocalDate) row[6])
                .priority(Priority.valueOf((String) row[7]))
                .priorityReason((String) row[8])
                .offeredOn((LocalDate) row[9])
                .reservedOn((LocalDate) row[10])
                .from((LocalDate) row[11])
                .plannedEnd(plannedEnd)
                .enteredOn((LocalDate) row[13])
                .leftOn((LocalDate) row[14])
                .leftBecause(row[15] == null ? null : LeavingReason.valueOf((String) row[15]))
                .endedOn((LocalDate) row[16])
                .reason((String) row[17])
                .overstaying(status == PlacementStatus.ENTERED && !plannedEnd.isAfter(today))
                .voided((Boolean) row[18])
                .version(String.valueOf(row[19]))
                .audit(Unit.Audit.builder()
                        .creator((String) row[20])
                        .dateCreated((Date) row[21])
                        .changedBy((String) row[22])
                        .dateChanged((Date) row[23])
                        .endedBy((String) row[24])
                        .dateEnded((Date) row[25])
                        .reason((String) row[26])
                        .build())
                .build();
    }
}
