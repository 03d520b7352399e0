/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Lets one at a time change units and placements, on whatever node: one lock for all units, because a person has one open
 * placement in all of them. What the database breaks off all the same, because another was there first, is tried again in
 * a new transaction, and in the end refused as a conflict and no failure. Within a transaction of the caller's there is
 * no other try.
 */
public class PlaceTransactions {

    private static final int ATTEMPTS = 6;

    private static final long LONGEST_PAUSE_MILLIS = 60;

    /** H2: the lock was not to be had in time. */
    private static final String LOCK_TIMEOUT = "HYT00";

    /** MariaDB and MySQL: the same; a deadlock; a row that has changed since the transaction's first reading. */
    private static final Set<Integer> RACES_OF_MARIADB = new HashSet<>(Arrays.asList(1205, 1213, 1020));

    private final NodeLocks locks;

    private final TransactionTemplate transaction;

    public PlaceTransactions(NodeLocks locks, PlatformTransactionManager transactionManager) {
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactionManager);
    }

    /**
     * @param work is done with the lock, more than once where it was broken off
     * @throws PlaceConflictException of the kind {@link PlaceConflictException.Kind#BUSY} where it was broken off each time
     */
    <T> T alone(Supplier<T> work) {
        for (int attempt = 1; ; attempt++) {
            boolean joined = TransactionSynchronizationManager.isActualTransactionActive();
            try {
                return transaction.execute(status -> {
                    // The first statement: a database that reads as of its first reading would miss what others have
                    // booked.
                    locks.holdUntilTheTransactionEnds(NodeLock.PLACES);
                    return work.get();
                });
            } catch (RuntimeException e) {
                if (!isRace(e)) {
                    throw e;
                }
                if (joined || attempt == ATTEMPTS) {
                    PlaceConflictException busy = PlaceConflictException.of(PlaceConflictException.Kind.BUSY);
                    busy.initCause(e);
                    throw busy;
                }
                pause();
            }
        }
    }

    /** @return whether the database broke it off because of what another did */
    private static boolean isRace(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException) {
                SQLException e = (SQLException) cause;
                String state = e.getSQLState() == null ? "" : e.getSQLState();
                // Class 23: a constraint, here a key that is there already; class 40: rolled back.
                return state.startsWith("23")
                        || state.startsWith("40")
                        || state.equals(LOCK_TIMEOUT)
                        || RACES_OF_MARIADB.contains(e.getErrorCode());
            }
        }
        return false;
    }

    private static void pause() {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(LONGEST_PAUSE_MILLIS));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw PlaceConflictException.of(PlaceConflictException.Kind.BUSY);
        }
    }
}
