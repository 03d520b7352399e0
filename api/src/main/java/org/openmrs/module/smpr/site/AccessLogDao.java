/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/** Reads the access log. */
public class AccessLogDao {

    private static final String FROM = " from org.openmrs.module.smpr.site.AccessLogEntry e where 1 = 1";

    private final SessionFactory sessionFactory;

    public AccessLogDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @param kept the moment before which nothing is shown; null for none */
    List<AccessLogEntry> entries(AccessLogSearch search, Date kept) {
        Query<AccessLogEntry> query =
                query("select e", search, kept, " order by e.date desc, e.id desc", AccessLogEntry.class);
        query.setFirstResult(search.getStartIndex());
        if (search.getLimit() != null) {
            query.setMaxResults(search.getLimit());
        }
        return named(query.list());
    }

    private List<AccessLogEntry> named(List<AccessLogEntry> entries) {
        Set<String> users = entries.stream()
                .map(AccessLogEntry::getUser)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        if (!users.isEmpty()) {
            Map<Object, Object> names = sessionFactory
                    .getCurrentSession()
                    .createQuery(
                            "select u.uuid, coalesce(u.username, u.systemId) from User u where u.uuid in (:users)",
                            Object[].class)
                    .setParameterList("users", users)
                    .list()
                    .stream()
                    .collect(Collectors.toMap(row -> row[0], row -> row[1]));
            entries.forEach(entry -> entry.setUserName((String) names.get(entry.getUser())));
        }
        return entries;
    }

    long count(AccessLogSearch search, Date kept) {
        return query("select count(e)", search, kept, "", Long.class).uniqueResult();
    }

    /** @return the entry of that uuid, or null */
    AccessLogEntry byUuid(String uuid) {
        List<AccessLogEntry> found = sessionFactory
                .getCurrentSession()
                .createQuery("select e" + FROM + " and e.uuid = :uuid", AccessLogEntry.class)
                .setParameter("uuid", uuid)
                .list();
        return found.isEmpty() ? null : named(found).get(0);
    }

    private <T> Query<T> query(String select, AccessLogSearch search, Date kept, String order, Class<T> type) {
        Map<String, Object> restrictions = new LinkedHashMap<>();
        restrictions.put("e.user = :user", search.getUser());
        restrictions.put("e.patient = :patient", search.getPatient());
        restrictions.put("e.what = :what", search.getWhat());
        restrictions.put("e.outcome = :outcome", search.getOutcome());
        restrictions.put("e.date >= :from", search.getFrom());
        restrictions.put("e.date <= :to", search.getTo());
        restrictions.put("e.date >= :kept", kept);
        restrictions.values().removeIf(value -> value == null);
        StringBuilder hql = new StringBuilder(select + FROM);
        restrictions.keySet().forEach(restriction -> hql.append(" and ").append(restriction));
        Query<T> query = sessionFactory.getCurrentSession().createQuery(hql + order, type);
        restrictions.forEach(
                (restriction, value) -> query.setParameter(restriction.substring(restriction.indexOf(':') + 1), value));
        return query;
    }
}
