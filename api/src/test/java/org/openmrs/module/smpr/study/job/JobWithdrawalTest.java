/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.Date;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprContextTest;
import org.springframework.test.context.transaction.TestTransaction;

/** What becomes of files about participants when one of them must not be used any more. */
public class JobWithdrawalTest extends SmprContextTest {

    private static final Date EVER = new Date(0);

    private TestJobs jobs;

    private JobWithdrawal withdrawal;

    @Before
    public void setUp() {
        jobs = new TestJobs(applicationContext);
        jobs.ofParticipants = true;
        jobs.work = context -> {
            context.writeFile("a.zip", "application/zip", out -> out.write(7));
            return Map.of("participants", 1);
        };
        withdrawal = applicationContext.getBean("smpr.jobWithdrawal", JobWithdrawal.class);
    }

    @After
    public void takeAway() {
        TestTransaction.end();
        TestTransaction.start();
        jobs.close();
    }

    @Test
    public void shouldDeleteAFileThatIsDoneAndSayWhy() {
        Job done = made();
        assertEquals(1, jobs.count(JobPartRow.class));

        withdraw(EVER);

        Job withdrawn = jobs.read(done);
        assertEquals(JobState.CANCELLED, withdrawn.getState());
        assertEquals(Job.Reason.PARTICIPANT_STOPPED, withdrawn.getReason());
        assertNull(withdrawn.getFile());
        assertNull(withdrawn.getResult());
        assertFalse(service().getPart(done.getUuid(), 1).isPresent());
        assertEquals(0, jobs.count(JobPartRow.class));
    }

    @Test
    public void shouldLeaveWhatHadEndedBeforeHeWasThere_AndWhatIsNotOfParticipants() {
        Job earlier = made();
        withdraw(new Date(System.currentTimeMillis() + 60_000));
        assertEquals(JobState.DONE, jobs.read(earlier).getState());

        jobs.ofParticipants = false;
        withdraw(EVER);
        assertEquals(JobState.DONE, jobs.read(earlier).getState());
        assertTrue(service().getPart(earlier.getUuid(), 1).isPresent());
    }

    @Test
    public void shouldLetOneThatWaitsRead_WhatIsRecordedByThen() {
        Job waiting = jobs.ask();
        withdraw(EVER);
        assertEquals(JobState.WAITING, jobs.read(waiting).getState());
        jobs.run();
        assertEquals(JobState.DONE, jobs.read(waiting).getState());
    }

    @Test
    public void shouldGiveUpOneThatRuns() throws Exception {
        assertGivenUp(true);
    }

    @Test
    public void shouldNotFinishOneThatRuns_ThoughItHasNoStepBeforeItsEnd() throws Exception {
        assertGivenUp(false);
    }

    private void assertGivenUp(boolean stepping) throws Exception {
        CountDownLatch read = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        boolean[] wentOn = new boolean[1];
        jobs.work = context -> {
            context.writeFile("a.zip", "application/zip", out -> out.write(7));
            read.countDown();
            await(goOn);
            if (stepping) {
                context.step(1);
                wentOn[0] = true;
            }
            return Map.of("participants", 1);
        };
        Job running = jobs.ask();
        CompletableFuture<Boolean> run = jobs.start(jobs.node());
        assertTrue(read.await(30, TimeUnit.SECONDS));

        withdraw(EVER);
        goOn.countDown();
        TestJobs.wait(run);

        assertFalse(wentOn[0]);
        Job withdrawn = jobs.read(running);
        assertEquals(JobState.CANCELLED, withdrawn.getState());
        assertEquals(Job.Reason.PARTICIPANT_STOPPED, withdrawn.getReason());
        assertNull(withdrawn.getFile());
        assertFalse(service().getPart(running.getUuid(), 1).isPresent());
        assertEquals(0, jobs.count(JobPartRow.class));
    }

    private Job made() {
        Job asked = jobs.ask();
        jobs.run();
        Job done = jobs.read(asked);
        assertEquals(JobState.DONE, done.getState());
        assertTrue(service().getPart(done.getUuid(), 1).isPresent());
        return done;
    }

    private void withdraw(Date since) {
        Simultaneously.commit();
        withdrawal.withdraw(since);
        Simultaneously.commit();
    }

    private static JobService service() {
        return Context.getService(JobService.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
