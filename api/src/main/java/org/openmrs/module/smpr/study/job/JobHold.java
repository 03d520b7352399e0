/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.util.Date;
import java.util.UUID;
import lombok.Getter;

/** That one run of a job on one node holds it for a while from now, by the database's own time. */
final class JobHold {

    /** How long a job outlives the last sign of life of its node. */
    static final long LEASE_MILLIS = 60_000;

    @Getter
    private final String node = UUID.randomUUID().toString();

    private final long databaseMillis;

    private final long since = System.nanoTime();

    /** @param now the database's own time */
    JobHold(Date now) {
        this.databaseMillis = now.getTime();
    }

    /** @return until when it is held if the database is told so now */
    Date until() {
        return new Date(databaseMillis + (System.nanoTime() - since) / 1_000_000 + LEASE_MILLIS);
    }
}
