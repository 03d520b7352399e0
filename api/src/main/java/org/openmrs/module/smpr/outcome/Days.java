/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.LocalDate;
import java.util.List;
import org.openmrs.module.smpr.assessment.Fault;

/** The days that something of a person can have happened on: from his birth to today. */
public final class Days {

    private final LocalDate birth;

    private final LocalDate today;

    private final List<Fault> faults;

    /**
     * @param birth null where it is not known
     * @param faults what is found wrong is added here
     */
    public Days(LocalDate birth, LocalDate today, List<Fault> faults) {
        this.birth = birth;
        this.today = today;
        this.faults = faults;
    }

    /**
     * Notes a day that it cannot have been.
     *
     * @param earliest the first day that it can have been; null for none
     * @param latest the last
     */
    public void refuse(String field, LocalDate earliest, LocalDate latest) {
        if (earliest == null) {
            return;
        }
        if (earliest.isAfter(today)) {
            faults.add(Fault.of(field, "inTheFuture"));
        }
        if (birth != null && latest.isBefore(birth)) {
            faults.add(Fault.of(field, "beforeBirth"));
        }
    }
}
