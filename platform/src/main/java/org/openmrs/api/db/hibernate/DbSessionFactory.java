/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.api.db.hibernate;

import org.hibernate.SessionFactory;

/** The session factory under a type that outlives Hibernate versions. */
public class DbSessionFactory {
    private final SessionFactory sessions;

    public DbSessionFactory(SessionFactory sessionFactory) {
        this.sessions = sessionFactory;
    }

    public SessionFactory getHibernateSessionFactory() {
        return sessions;
    }
}
