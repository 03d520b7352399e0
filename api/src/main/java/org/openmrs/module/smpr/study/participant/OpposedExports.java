/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.time.Clock;
import java.util.Collections;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import org.openmrs.module.smpr.assessment.Times;
import org.openmrs.module.smpr.outcome.MergedPatients;
import org.openmrs.module.smpr.study.job.JobWithdrawal;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Withdraws the exports that can hold of somebody what he opposes, from the moment on at which that is known here. */
public class OpposedExports {

    private final ParticipantDao dao;

    private final ParticipantReading reading;

    private final MergedPatients mergedPatients;

    private final JobWithdrawal withdrawal;

    private final TransactionTemplate transaction;

    private final Clock clock;

    public OpposedExports(
            ParticipantDao dao,
            ParticipantReading reading,
            MergedPatients mergedPatients,
            JobWithdrawal withdrawal,
            PlatformTransactionManager transactionManager,
            Clock clock) {
        this.dao = dao;
        this.reading = reading;
        this.mergedPatients = mergedPatients;
        this.withdrawal = withdrawal;
        this.transaction = new TransactionTemplate(transactionManager);
        this.clock = clock;
    }

    /**
     * Those that ended since he was first recorded, under whatever code, and where he opposes further collecting alone on the day
     * of that or later. Of one who was never included there is none.
     *
     * @param person the id of the patient who was kept
     * @param included whether he was, where by now his rows may no longer tell
     */
    void withdraw(Integer person, Participant opposed, boolean included) {
        List<ParticipantRow> rows = rows(person, true);
        if (included || rows.stream().anyMatch(row -> row.getIncluded() != null)) {
            Date recorded = rows.stream()
                    .map(ParticipantRow::getDateCreated)
                    .min(Comparator.naturalOrder())
                    .get();
            Date since = opposed.stoppedUsing().isPresent()
                    ? recorded
                    : Times.start(opposed.stoppedCollecting().get(), clock.getZone());
            withdrawal.withdraw(since.before(recorded) ? recorded : since);
        }
    }

    /** Once two participants turn out to be one: what he opposes under one code was used under the other. */
    void withdrawOfMerged(Integer person) {
        transaction.execute(status -> {
            List<ParticipantRow> rows = rows(person, false);
            if (rows.size() > 1) {
                reading.read(rows).stream()
                        .filter(Participant::isStanding)
                        .filter(standing -> standing.stoppedCollecting().isPresent())
                        .forEach(standing -> withdraw(person, standing, false));
            }
            return null;
        });
    }

    private List<ParticipantRow> rows(Integer person, boolean includeVoided) {
        return dao.rows(mergedPatients.mergedInto(Collections.singleton(person)).keySet(), includeVoided, 0, null);
    }
}
