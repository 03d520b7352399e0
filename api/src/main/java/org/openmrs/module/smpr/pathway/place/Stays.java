/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hibernate.SessionFactory;

/** When people have lived in a unit, for whoever tells in which phase of care they were: the caller sees to who may know. */
public class Stays {

    private final SessionFactory sessionFactory;

    public Stays(SessionFactory sessionFactory) {
        this.sessionFactory = sessionFactory;
    }

    /** @return whether a person waits for a place, was offered one, has one reserved or lives there */
    public boolean isOpen(String patient) {
        return !sessionFactory
                .getCurrentSession()
                .createQuery(
                        "select p.id from org.openmrs.module.smpr.pathway.place.PlacementRecord p"
                                + " where p.voided = false and p.openPatientId is not null and p.patient.uuid = :patient",
                        Integer.class)
                .setParameter("patient", patient)
                .list()
                .isEmpty();
    }

    /**
     * Takes one statement.
     *
     * @param patients uuids of patients
     * @return by uuid of the patient, his stays in order; those who have none are not in it
     */
    public Map<String, List<Stay>> of(Collection<String> patients) {
        if (patients.isEmpty()) {
            return Collections.emptyMap();
        }
        Map<String, List<Stay>> stays = new LinkedHashMap<>();
        sessionFactory
                .getCurrentSession()
                .createQuery(
                        "select p.patient.uuid, p.enteredOn, p.leftOn"
                                + " from org.openmrs.module.smpr.pathway.place.PlacementRecord p where p.voided = false"
                                + " and p.enteredOn is not null and p.patient.uuid in (:patients)"
                                + " order by p.enteredOn, p.id",
                        Object[].class)
                .setParameterList("patients", patients)
                .list()
                .forEach(row -> stays.computeIfAbsent((String) row[0], uuid -> new ArrayList<>())
                        .add(new Stay((LocalDate) row[1], (LocalDate) row[2])));
        return stays;
    }
}
