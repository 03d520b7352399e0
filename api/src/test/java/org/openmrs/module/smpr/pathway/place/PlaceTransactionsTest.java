/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.place;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertSame;
import static org.junit.Assert.assertThrows;

import java.sql.SQLException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.module.smpr.SmprContextTest;
import org.springframework.test.context.transaction.TestTransaction;
import org.springframework.transaction.support.TransactionSynchronizationManager;

public class PlaceTransactionsTest extends SmprContextTest {

    private static final int TRIES = 6;

    private final AtomicInteger tries = new AtomicInteger();

    private PlaceTransactions transactions;

    @Before
    public void setUp() {
        transactions = applicationContext.getBean(PlaceTransactions.class);
    }

    @Test
    public void shouldTryAgainWhatTheDatabaseBreaksOff() {
        TestTransaction.end();
        // Of MariaDB a deadlock, a lock that was not to be had, a key that is there; of H2 a lock that was not to be
        // had.
        SQLException[] races = {
            new SQLException("", "40001", 1213),
            new SQLException("", "HY000", 1205),
            new SQLException("", "23000", 1062),
            new SQLException("", "HYT00", 50200)
        };

        assertEquals("done", transactions.alone(() -> {
            assertEquals(true, TransactionSynchronizationManager.isActualTransactionActive());
            int attempt = tries.getAndIncrement();
            if (attempt < races.length) {
                throw new IllegalStateException(new RuntimeException(races[attempt]));
            }
            return "done";
        }));
        assertEquals(races.length + 1, tries.get());
    }

    @Test
    public void shouldRefuseInTheEndWhatIsBrokenOffEachTime() {
        TestTransaction.end();

        assertEquals(PlaceConflictException.Kind.BUSY, brokenOff().getKind());
        assertEquals(TRIES, tries.get());
    }

    @Test
    public void shouldNotTryAgainWithinTheTransactionOfAnother() {
        assertEquals(PlaceConflictException.Kind.BUSY, brokenOff().getKind());
        assertEquals(1, tries.get());
    }

    private PlaceConflictException brokenOff() {
        return assertThrows(
                PlaceConflictException.class,
                () -> transactions.alone(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException(new SQLException("", "40001", 1213));
                }));
    }

    @Test
    public void shouldNotTryAgainWhatFailsForAnotherReason() {
        TestTransaction.end();
        IllegalStateException failure = new IllegalStateException(new SQLException("", "42000", 1064));

        assertSame(
                failure,
                assertThrows(
                        IllegalStateException.class,
                        () -> transactions.alone(() -> {
                            tries.incrementAndGet();
                            throw failure;
                        })));
        assertEquals(1, tries.get());
    }
}
