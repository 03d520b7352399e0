/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import java.time.Clock;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.module.smpr.site.NodeLocks;
import org.openmrs.module.smpr.site.SiteService;

/**
 * Reads what is recorded of many people, in a number of statements that does not depend on how many, whoever asks: whether there is a
 * register, and what a user may see, is asked before.
 */
public class OutcomeReading {

    private final OutcomeDao dao;

    private final EventRegister events;

    private final CheckRegister checks;

    public OutcomeReading(
            OutcomeDao dao, MergedPatients mergedPatients, SiteService siteService, NodeLocks locks, Clock clock) {
        this(
                dao,
                new EventRegister(dao, mergedPatients, siteService, locks, clock),
                new CheckRegister(dao, mergedPatients, clock));
    }

    OutcomeReading(OutcomeDao dao, EventRegister events, CheckRegister checks) {
        this.dao = dao;
        this.events = events;
        this.checks = checks;
    }

    /**
     * @param patients uuids; one of whom there is no patient is passed over
     * @return by uuid of each patient, in no order
     */
    public Map<String, Outcomes> read(Collection<String> patients) {
        List<PatientRow> rows = dao.patients(patients);
        if (rows.isEmpty()) {
            return Collections.emptyMap();
        }
        Map<Integer, Integer> merged = events.merged(rows);
        Map<String, List<OutcomeEvent>> happened = events.of(rows, merged, false);
        Map<String, List<FollowUpCheck>> looked = checks.of(rows, merged, false);
        Map<String, Outcomes> read = new HashMap<>();
        rows.forEach(
                row -> read.put(row.getUuid(), new Outcomes(happened.get(row.getUuid()), looked.get(row.getUuid()))));
        return read;
    }
}
