/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.site;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.module.smpr.SmprContextTest;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Two holders of one process stand for two nodes: each has its own transactions, and only the row is between them. */
public class NodeLocksTest extends SmprContextTest {

    private NodeLocks locks;

    @Before
    public void setUp() {
        locks = applicationContext.getBean("smpr.nodeLocks", NodeLocks.class);
    }

    @Test
    public void shouldLetTheSecondWaitUntilTheFirstHasFinished() throws Exception {
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Thread first = new Thread(() -> locks.runAlone(NodeLock.INSTALLATION, keepAlive -> {
            held.countDown();
            await(goOn);
            keepAlive.run();
            order.add("first");
        }));
        Thread second = new Thread(() -> locks.runAlone(NodeLock.INSTALLATION, keepAlive -> order.add("second")));
        first.start();
        assertTrue(held.await(10, TimeUnit.SECONDS));
        second.start();
        second.join(1500);
        assertTrue("the second waits", second.isAlive());
        assertEquals(List.of(), order);
        goOn.countDown();
        first.join(10_000);
        second.join(10_000);
        assertEquals(List.of("first", "second"), order);
    }

    @Test
    public void shouldTakeOverFromANodeThatGaveNoSignOfLife() throws Exception {
        set("a killed node", new Date(System.currentTimeMillis() - 3_600_000));
        boolean[] ran = new boolean[1];
        Thread next = new Thread(() -> locks.runAlone(NodeLock.INSTALLATION, keepAlive -> ran[0] = true));
        next.start();
        next.join(10_000);
        assertTrue(ran[0]);
        assertFalse(next.isAlive());
    }

    @Test
    public void shouldStopWhereTheLockWasLost() throws Exception {
        IllegalStateException[] lost = new IllegalStateException[1];
        Thread holder = new Thread(() -> lost[0] = assertThrows(
                IllegalStateException.class,
                () -> locks.runAlone(NodeLock.INSTALLATION, keepAlive -> {
                    set("another node", new Date(System.currentTimeMillis() + 3_600_000));
                    keepAlive.run();
                })));
        holder.start();
        holder.join(10_000);
        set(null, null);
        assertTrue(lost[0].getMessage().contains("was lost to another node"));
    }

    @Test
    public void shouldSayThatThereIsNoSuchLock() {
        assertThrows(IllegalStateException.class, () -> locks.runAlone("no such lock", keepAlive -> {}));
    }

    private void set(String owner, Date until) {
        TransactionTemplate transaction = new TransactionTemplate(
                applicationContext.getBean("transactionManager", PlatformTransactionManager.class));
        Thread setter = new Thread(() -> transaction.execute(status -> {
            NodeLock lock = applicationContext
                    .getBean("sessionFactory", SessionFactory.class)
                    .getCurrentSession()
                    .find(NodeLock.class, NodeLock.INSTALLATION);
            lock.setOwner(owner);
            lock.setHeldUntil(until);
            return null;
        }));
        setter.start();
        try {
            setter.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
