/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hibernate.SessionFactory;

/**
 * Finds, in the platform's own log of merged patients, who was merged with whom. The register's rows are left with the
 * patient for whom they were recorded, and read with the one who was kept: nothing is lost where a merge is missed, and
 * a patient who is unvoided has his own again.
 */
public class MergedPatients {

    private static final String VOIDED_LOSERS =
            " from org.openmrs.person.PersonMergeLog m join m.winner w join m.loser l"
                    + " where m.voided = false"
                    + " and exists (select p.personId from Patient p where p.personId = l.personId and p.voided = true)";

    private final SessionFactory sessionFactory;

    public MergedPatients(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /**
     * @param kept ids of patients
     * @return by id of each patient who is one of them, or was merged into one: the id of that one
     */
    Map<Integer, Integer> mergedInto(Collection<Integer> kept) {
        Map<Integer, Integer> merged = new LinkedHashMap<>();
        kept.forEach(id -> merged.put(id, id));
        Collection<Integer> winners = kept;
        while (!winners.isEmpty()) {
            List<Integer> further = new ArrayList<>();
            for (Object[] row : sessionFactory
                    .getCurrentSession()
                    .createQuery(
                            "select w.personId, l.personId" + VOIDED_LOSERS + " and w.personId in (:winners)",
                            Object[].class)
                    .setParameterList("winners", winners)
                    .list()) {
                if (merged.putIfAbsent((Integer) row[1], merged.get(row[0])) == null) {
                    further.add((Integer) row[1]);
                }
            }
            winners = further;
        }
        return merged;
    }

    /** @return the id of the patient into whom that one was merged in the end; the same where he was not */
    Integer keptOf(Integer patient) {
        Set<Integer> seen = new HashSet<>();
        Integer kept = patient;
        while (seen.add(kept)) {
            List<Integer> winners = sessionFactory
                    .getCurrentSession()
                    .createQuery(
                            "select w.personId" + VOIDED_LOSERS
                                    + " and l.personId = :loser order by m.personMergeLogId desc",
                            Integer.class)
                    .setParameter("loser", kept)
                    .setMaxResults(1)
                    .list();
            kept = winners.isEmpty() ? kept : winners.get(0);
        }
        return kept;
    }
}
