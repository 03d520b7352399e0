/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import java.util.Date;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.hibernate.SessionFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Runs what no two nodes of one database may run at once. */
public class NodeLocks {

    /** How long a lock outlives the last sign of life of its holder. */
    private static final long LEASE_MILLIS = 20_000;

    private static final long PATIENCE_MILLIS = 300_000;

    private static final long PAUSE_MILLIS = 500;

    private final SessionFactory sessionFactory;

    private final TransactionTemplate transaction;

    public NodeLocks(SessionFactory sessionFactory, PlatformTransactionManager transactionManager) {
        this.sessionFactory = sessionFactory;
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /**
     * Waits until no other node holds the lock, and runs the task.
     *
     * @param lock the name of the lock, one of the constants of {@link NodeLock}
     * @param task is given a step to call between its parts, which holds the lock for a further while
     * @throws IllegalStateException where the lock was not to be had within five minutes, or was lost meanwhile
     */
    public void runAlone(String lock, Consumer<Runnable> task) {
        String owner = UUID.randomUUID().toString();
        long patience = System.nanoTime() + PATIENCE_MILLIS * 1_000_000;
        while (!takeInTransaction(lock, owner)) {
            if (System.nanoTime() > patience) {
                throw new IllegalStateException("Another node has held the lock \"" + lock + "\" for five minutes");
            }
            pause();
        }
        try {
            task.accept(() -> {
                if (!takeInTransaction(lock, owner)) {
                    throw new IllegalStateException("The lock \"" + lock + "\" was lost to another node");
                }
            });
        } finally {
            inTransaction(() -> {
                release(lock, owner);
                return null;
            });
        }
    }

    /** Holds up everybody else who calls this for the lock, on any node, until the transaction of this thread ends. */
    public void holdUntilTheTransactionEnds(String lock) {
        int held = sessionFactory
                .getCurrentSession()
                .createQuery(
                        "update org.openmrs.module.smpr.site.NodeLock l set l.owner = l.owner where l.name = :name")
                .setParameter("name", lock)
                .executeUpdate();
        if (held != 1) {
            throw new IllegalStateException("There is no lock \"" + lock + "\"");
        }
    }

    private boolean takeInTransaction(String lock, String owner) {
        return inTransaction(() -> {
            Date now = now(lock);
            if (now == null) {
                throw new IllegalStateException("There is no lock \"" + lock + "\"");
            }
            return take(lock, owner, now, new Date(now.getTime() + LEASE_MILLIS));
        });
    }

    private <T> T inTransaction(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for another node", e);
        }
    }

    /** @return the database's own time, which is the same for every node; null where the lock has no row */
    private Date now(String lock) {
        return sessionFactory
                .getCurrentSession()
                .createQuery(
                        "select current_timestamp() from org.openmrs.module.smpr.site.NodeLock l where l.name = :name",
                        Date.class)
                .setParameter("name", lock)
                .uniqueResult();
    }

    /** @return whether {@code owner} now holds the lock until {@code until}: it was free, had run out, or was already held by it */
    private boolean take(String lock, String owner, Date now, Date until) {
        return sessionFactory
                        .getCurrentSession()
                        .createQuery(
                                "update org.openmrs.module.smpr.site.NodeLock l set l.owner = :owner, l.heldUntil = :until where l.name = :name"
                                        + " and (l.owner is null or l.owner = :owner or l.heldUntil < :now)")
                        .setParameter("name", lock)
                        .setParameter("owner", owner)
                        .setParameter("now", now)
                        .setParameter("until", until)
                        .executeUpdate()
                == 1;
    }

    private void release(String lock, String owner) {
        sessionFactory
                .getCurrentSession()
                .createQuery("update org.openmrs.module.smpr.site.NodeLock l set l.owner = null, l.heldUntil = null"
                        + " where l.name = :name and l.owner = :owner")
                .setParameter("name", lock)
                .setParameter("owner", owner)
                .executeUpdate();
    }
}
