/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.time.Clock;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;

/** Takes what jobs have made of participants out of reach, from the moment on from which somebody among them must not be used any more. */
public class JobWithdrawal {

    private final JobDao dao;

    private final JobKinds kinds;

    private final NodeLocks locks;

    private final Clock clock;

    public JobWithdrawal(JobDao dao, JobKinds kinds, NodeLocks locks, Clock clock) {
        this.dao = dao;
        this.kinds = kinds;
        this.locks = locks;
        this.clock = clock;
    }

    /**
     * Deletes the files and results of participants that are there, and has jobs that run now given up, in the transaction that records
     * why. What waits stays: it reads what is recorded by then, since none is taken up until that transaction ends.
     *
     * @param since what had ended before cannot have anything of him
     */
    public void withdraw(Date since) {
        Set<String> ofParticipants = kinds.all().stream()
                .filter(JobKind::isOfParticipants)
                .map(JobKind::getCode)
                .collect(Collectors.toSet());
        if (!ofParticipants.isEmpty()) {
            locks.holdUntilTheTransactionEnds(NodeLock.STUDY_JOBS);
            dao.withdraw(ofParticipants, since, Jobs.now(clock));
        }
    }
}
