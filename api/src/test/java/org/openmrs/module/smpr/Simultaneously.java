/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.openmrs.api.context.Context;
import org.springframework.test.context.transaction.TestTransaction;

/** Several people do something at the same moment, each signed in and in a session of his own. */
public final class Simultaneously {

    private Simultaneously() {}

    /** @return how it ended for each, in alphabetical order: what the call gives, or the exception in words */
    public static List<String> call(Collection<Callable<String>> calls, long patienceMillis)
            throws InterruptedException {
        List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
        CountDownLatch start = new CountDownLatch(1);
        List<Thread> people = new ArrayList<>();
        calls.forEach(call -> people.add(new Thread(() -> outcomes.add(outcome(call, start)))));
        people.forEach(Thread::start);
        start.countDown();
        for (Thread person : people) {
            person.join(patienceMillis);
        }
        Collections.sort(outcomes);
        return outcomes;
    }

    private static String outcome(Callable<String> call, CountDownLatch start) {
        Context.openSession();
        try {
            // One after the other: the platform cannot sign the same user in twice at a time.
            synchronized (Simultaneously.class) {
                Context.authenticate("admin", "test");
            }
            start.await(10, TimeUnit.SECONDS);
            return call.call();
        } catch (Exception e) {
            return e.toString();
        } finally {
            Context.closeSession();
        }
    }

    /** Lets others see what the test has done so far: it takes that away again itself. */
    public static void commit() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }
}
