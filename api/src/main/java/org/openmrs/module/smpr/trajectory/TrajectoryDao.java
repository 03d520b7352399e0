/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import org.hibernate.SessionFactory;

/** Asks the record whose trajectory can be read. */
public class TrajectoryDao {

    private final SessionFactory sessionFactory;

    public TrajectoryDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return whether there is a patient of that uuid, not voided */
    boolean isPatient(String uuid) {
        return sessionFactory
                        .getCurrentSession()
                        .createQuery(
                                "select count(p) from Patient p where p.uuid = :uuid and p.voided = false", Long.class)
                        .setParameter("uuid", uuid)
                        .uniqueResult()
                > 0;
    }
}
