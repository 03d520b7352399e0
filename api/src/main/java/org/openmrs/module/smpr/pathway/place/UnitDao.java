/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.util.Date;
import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.openmrs.Location;
import org.openmrs.module.smpr.assessment.Reference;

/** Reads and writes units. */
public class UnitDao {

    private static final String UNIT = "org.openmrs.module.smpr.pathway.place.UnitRecord";

    private static final String UNITS = "select u.id, u.uuid, u.name, l.uuid, l.name, u.capacity, u.retired, u.version,"
            + " coalesce(c.username, c.systemId), u.dateCreated, coalesce(x.username, x.systemId), u.dateChanged,"
            + " coalesce(r.username, r.systemId), u.dateRetired, u.retireReason from " + UNIT + " u"
            + " join u.location l left join u.creator c left join u.changedBy x left join u.retiredBy r where ";

    private final SessionFactory sessionFactory;

    public UnitDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return the unit as it is now, to be changed and saved; null where there is none */
    UnitRecord record(String uuid) {
        UnitRecord record = session()
                .createQuery("select u from " + UNIT + " u where u.uuid = :uuid", UnitRecord.class)
                .setParameter("uuid", uuid)
                .uniqueResult();
        if (record != null) {
            session().refresh(record);
            session().evict(record);
        }
        return record;
    }

    void save(UnitRecord record) {
        session().saveOrUpdate(record);
        session().flush();
    }

    /** @return the rows of the units, by name; of how they are occupied, nothing */
    List<UnitRow> rows(boolean includeRetired) {
        return rows(session()
                .createQuery(
                        UNITS + (includeRetired ? "1 = 1" : "u.retired = false") + " order by u.name, u.id",
                        Object[].class));
    }

    /** @return the row of that unit; null where there is none */
    UnitRow row(String uuid) {
        List<UnitRow> rows = rows(
                session().createQuery(UNITS + "u.uuid = :uuid", Object[].class).setParameter("uuid", uuid));
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** @return null where there is none, or one that is no longer used */
    Location location(String uuid) {
        return session()
                .createQuery("select l from Location l where l.uuid = :uuid and l.retired = false", Location.class)
                .setParameter("uuid", uuid)
                .uniqueResult();
    }

    private Session session() {
        return sessionFactory.getCurrentSession();
    }

    private static List<UnitRow> rows(Query<Object[]> query) {
        return query.list().stream().map(UnitDao::row).collect(Collectors.toList());
    }

    private static UnitRow row(Object[] row) {
        return new UnitRow(
                (Integer) row[0],
                Unit.builder()
                        .uuid((String) row[1])
                        .name((String) row[2])
                        .location(new Reference((String) row[3], (String) row[4]))
                        .capacity((Integer) row[5])
                        .retired((Boolean) row[6])
                        .version(String.valueOf(row[7]))
                        .audit(Unit.Audit.builder()
                                .creator((String) row[8])
                                .dateCreated((Date) row[9])
                                .changedBy((String) row[10])
                                .dateChanged((Date) row[11])
                                .endedBy((String) row[12])
                                .dateEnded((Date) row[13])
                                .reason((String) row[14])
                                .build())
                        .build());
    }
}
