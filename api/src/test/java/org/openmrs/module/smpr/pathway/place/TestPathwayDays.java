/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.openmrs.Patient;
import org.springframework.context.ApplicationContext;

/** Where in their care people are, as a test says; nobody is in care of whom it says nothing. */
public class TestPathwayDays implements PathwayDays {

    private final Map<String, TreeMap<LocalDate, CareOnDay>> courses = new ConcurrentHashMap<>();

    public static TestPathwayDays in(ApplicationContext context) {
        return context.getBean("smpr.pathwayDays", TestPathwayDays.class);
    }

    /** @return that patient, who is so from that day on, until another day says otherwise */
    public Patient from(Patient patient, String day, CareOnDay care) {
        courses.computeIfAbsent(patient.getUuid(), uuid -> new TreeMap<>()).put(LocalDate.parse(day), care);
        return patient;
    }

    /** @return that patient, in post-prison care for all time */
    public Patient inApc(Patient patient) {
        return from(patient, "1900-01-01", CareOnDay.IN_APC);
    }

    @Override
    public CareOnDay on(String patient, LocalDate day) {
        Map.Entry<LocalDate, CareOnDay> course =
                courses.getOrDefault(patient, new TreeMap<>()).floorEntry(day);
        return course == null ? CareOnDay.NOT_IN_CARE : course.getValue();
    }
}
