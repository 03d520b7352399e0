/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.List;
import org.hibernate.FlushMode;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/** Reads and writes the accepted documents. It is asked amid the platform's own work, whose changes a question must not write early. */
public class SiteDao {

    private final SessionFactory sessionFactory;

    public SiteDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return the number of the newest document, which grows with every one; null before any was accepted */
    Integer newestId() {
        return sessionFactory
                .getCurrentSession()
                .createQuery("select max(s.id) from org.openmrs.module.smpr.site.AcceptedDocument s", Integer.class)
                .setHibernateFlushMode(FlushMode.MANUAL)
                .uniqueResult();
    }

    /** @return the document of that uuid, or null */
    AcceptedDocument byUuid(String uuid) {
        return first(sessionFactory
                .getCurrentSession()
                .createQuery(
                        "from org.openmrs.module.smpr.site.AcceptedDocument s where s.uuid = :uuid",
                        AcceptedDocument.class)
                .setParameter("uuid", uuid));
    }

    /** Holds up everybody else who calls this for the document, on any node, until this transaction ends. */
    void lock(String uuid) {
        sessionFactory
                .getCurrentSession()
                .createQuery(
                        "update org.openmrs.module.smpr.site.AcceptedDocument s set s.uuid = s.uuid where s.uuid = :uuid")
                .setParameter("uuid", uuid)
                .executeUpdate();
    }

    /** @return all accepted documents, the newest first */
    List<AcceptedDocument> newestFirst() {
        return sessionFactory
                .getCurrentSession()
                .createQuery(
                        "from org.openmrs.module.smpr.site.AcceptedDocument s order by s.id desc",
                        AcceptedDocument.class)
                .setHibernateFlushMode(FlushMode.MANUAL)
                .list();
    }

    /** @return the last document that came from {@code source}, or null */
    AcceptedDocument newestFrom(String source) {
        return first(sessionFactory
                .getCurrentSession()
                .createQuery(
                        "from org.openmrs.module.smpr.site.AcceptedDocument s where s.source = :source order by s.id desc",
                        AcceptedDocument.class)
                .setParameter("source", source));
    }

    void save(AcceptedDocument settings) {
        sessionFactory.getCurrentSession().persist(settings);
    }

    private static AcceptedDocument first(Query<AcceptedDocument> query) {
        List<AcceptedDocument> rows = query.setMaxResults(1).list();
        return rows.isEmpty() ? null : rows.get(0);
    }
}
