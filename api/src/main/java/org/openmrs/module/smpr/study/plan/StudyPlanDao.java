/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.List;
import org.hibernate.SessionFactory;

/** Reads and writes the accepted plans. */
public class StudyPlanDao {

    private static final String ROWS =
            "select p from org.openmrs.module.smpr.study.plan.StudyPlanRow p join fetch p.acceptedBy";

    private final SessionFactory sessionFactory;

    public StudyPlanDao(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return the newest; null before any was accepted */
    StudyPlanRow newest() {
        List<StudyPlanRow> rows = sessionFactory
                .getCurrentSession()
                .createQuery(ROWS + " order by p.version desc", StudyPlanRow.class)
                .setMaxResults(1)
                .list();
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** @return all, the newest first */
    List<StudyPlanRow> newestFirst() {
        return sessionFactory
                .getCurrentSession()
                .createQuery(ROWS + " order by p.version desc", StudyPlanRow.class)
                .list();
    }

    void save(StudyPlanRow row) {
        sessionFactory.getCurrentSession().persist(row);
        sessionFactory.getCurrentSession().flush();
    }
}
