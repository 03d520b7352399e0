/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
    public Map<Integer, Integer> mergedInto(Collection<Integer> kept) {
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
        return keptOf(Collections.singleton(patient)).get(patient);
    }

    /**
     * @param patients ids of patients
     * @return by the id of each, the id of the patient into whom he was merged in the end; the same where he was not. The number
     *     of statements depends on how often one was merged after another, and not on how many they are
     */
    public Map<Integer, Integer> keptOf(Collection<Integer> patients) {
        Map<Integer, Integer> winners = new HashMap<>();
        Collection<Integer> asked = new HashSet<>(patients);
        while (!asked.isEmpty()) {
            Set<Integer> further = new HashSet<>();
            // Of more than one merge the last is the one that counts.
            sessionFactory
                    .getCurrentSession()
                    .createQuery(
                            "select l.personId, w.personId" + VOIDED_LOSERS
                                    + " and l.personId in (:losers) order by m.personMergeLogId",
                            Object[].class)
                    .setParameterList("losers", asked)
                    .list()
                    .forEach(row -> winners.put((Integer) row[0], (Integer) row[1]));
            asked.stream().map(winners::get).filter(Objects::nonNull).forEach(further::add);
            further.removeAll(winners.keySet());
            asked = further;
        }
        Map<Integer, Integer> kept = new HashMap<>();
        patients.forEach(patient -> kept.put(patient, last(patient, winners)));
        return kept;
    }

    private static Integer last(Integer patient, Map<Integer, Integer> winners) {
        Set<Integer> seen = new HashSet<>();
        Integer last = patient;
        while (seen.add(last) && winners.containsKey(last)) {
            last = winners.get(last);
        }
        return last;
    }
}
