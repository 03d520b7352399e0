/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.impl;

import java.util.List;
import org.hibernate.Session;
import org.hibernate.SessionFactory;
import org.hibernate.query.Query;
import org.springframework.transaction.annotation.Transactional;

/** What the platform's services share: the session, and short ways to find and store. */
@Transactional
abstract class HibernateService extends BaseOpenmrsService {
    private SessionFactory sessionFactory;

    public void setSessionFactory(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    Session session() {
        return sessionFactory.getCurrentSession();
    }

    <T> List<T> list(Class<T> type, String hql, Object... parameters) {
        Query<T> query = session().createQuery(hql, type);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query.list();
    }

    <T> T first(Class<T> type, String hql, Object... parameters) {
        return list(type, hql, parameters).stream().findFirst().orElse(null);
    }

    <T> T by(String property, Object value, Class<T> type) {
        return first(type, "from " + type.getName() + " where " + property + " = ?1", value);
    }

    <T> T byUuid(Class<T> type, String uuid) {
        return by("uuid", uuid, type);
    }

    <T> T save(T object) {
        session().saveOrUpdate(object);
        return object;
    }
}
