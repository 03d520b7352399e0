/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.List;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;

/** Reads and writes the accepted settings. */
public class SiteDao {

    private final SessionFactory sessionFactory;

    public SiteDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return the number of the newest document, which grows with every one; null before any was accepted */
    Integer newestId() {
        return sessionFactory
                .getCurrentSession()
                .createQuery("select max(s.id) from org.openmrs.module.smpr.site.AcceptedSettings s", Integer.class)
                .uniqueResult();
    }

    /** @return the document of that uuid, or null */
    AcceptedSettings byUuid(String uuid) {
        return first(sessionFactory
                .getCurrentSession()
                .createQuery(
                        "from org.openmrs.module.smpr.site.AcceptedSettings s where s.uuid = :uuid",
                        AcceptedSettings.class)
                .setParameter("uuid", uuid));
    }

    /** @return all accepted documents, the newest first */
    List<AcceptedSettings> newestFirst() {
        return sessionFactory
                .getCurrentSession()
                .createQuery(
                        "from org.openmrs.module.smpr.site.AcceptedSettings s order by s.id desc",
                        AcceptedSettings.class)
                .list();
    }

    /** @return the last document that came from {@code source}, or null */
    AcceptedSettings newestFrom(String source) {
        return first(sessionFactory
                .getCurrentSession()
                .createQuery(
                        "from org.openmrs.module.smpr.site.AcceptedSettings s where s.source = :source order by s.id desc",
                        AcceptedSettings.class)
                .setParameter("source", source));
    }

    void save(AcceptedSettings settings) {
        sessionFactory.getCurrentSession().persist(settings);
    }

    private static AcceptedSettings first(Query<AcceptedSettings> query) {
        List<AcceptedSettings> rows = query.setMaxResults(1).list();
        return rows.isEmpty() ? null : rows.get(0);
    }
}
