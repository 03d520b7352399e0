/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ContextAuthenticationException;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.site.AccessLogEntry;
import org.openmrs.module.smpr.site.AccessLogSearch;
import org.openmrs.module.smpr.site.AccessLogService;

public class JobRunnerTest extends SmprContextTest {

    private TestJobs jobs;

    @Before
    public void setUp() {
        jobs = new TestJobs(applicationContext);
    }

    @After
    public void takeAway() {
        Context.logout();
        Context.authenticate("admin", "test");
        Context.setLocale(Locale.ENGLISH);
        jobs.close();
    }

    @Test
    public void shouldRunInTheNameOfWhoAskedWithHisPrivilegesInHisLanguage() {
        List<Object> seen = Collections.synchronizedList(new ArrayList<>());
        jobs.work = context -> {
            seen.add(Context.getAuthenticatedUser().getUuid());
            seen.add(Context.hasPrivilege(SmprPrivileges.EXPORT_STUDY));
            seen.add(Context.hasPrivilege(SmprPrivileges.MANAGE_STUDY));
            seen.add(Context.getLocale());
            return Map.of("colour", context.getParameters().get("colour"), "rows", 3);
        };
        User analyst = signInWith(SmprPrivileges.EXPORT_STUDY);
        Context.setLocale(Locale.FRENCH);

        Job asked = jobs.ask();
        assertEquals(JobState.WAITING, asked.getState());
        assertTrue(jobs.run());

        assertEquals(List.of(analyst.getUuid(), true, false, Locale.FRENCH), seen);
        Job done = jobs.read(asked);
        assertEquals(JobState.DONE, done.getState());
        assertEquals(Map.of("colour", "blue", "rows", 3), done.getResult());
        assertEquals(analyst.getUuid(), done.getAskedBy());
        assertNull(done.getReason());
        assertFalse("nothing is left to be done", jobs.run());
    }

    @Test
    public void shouldRefuseAJobToOneWithoutThePrivilegeOfItsKind() {
        signInWith(SmprPrivileges.GET_STUDY);

        assertThrows(ContextAuthenticationException.class, () -> jobs.ask());
    }

    @Test
    public void shouldNotRunForOneWhoMayNoMore() {
        boolean[] ran = new boolean[1];
        jobs.work = context -> {
            ran[0] = true;
            return Map.of();
        };
        User analyst = signInWith(SmprPrivileges.EXPORT_STUDY);
        Job asked = jobs.ask();
        asAdministrator();
        User retired = Context.getUserService().getUserByUuid(analyst.getUuid());
        retired.setRetired(true);
        retired.setRetireReason("has left");
        retired.setRetiredBy(Context.getAuthenticatedUser());
        retired.setDateRetired(new Date());
        Simultaneously.commit();

        jobs.run();

        assertEquals(Job.Reason.NOT_ALLOWED, jobs.read(asked).getReason());
        assertFalse(ran[0]);
    }

    @Test
    public void shouldTellHowFarItCame() {
        jobs.work = context -> {
            context.doing("CHECKING", 10);
            for (long done = 1; done <= 9; done++) {
                context.step(done);
            }
            return Map.of();
        };
        signInWith(SmprPrivileges.EXPORT_STUDY);
        Job asked = jobs.ask();
        jobs.run();

        Job done = jobs.read(asked);
        assertEquals(JobState.DONE, done.getState());
        assertEquals(9, done.getDone());
        assertEquals(10, done.getTotal());
    }

    @Test
    public void shouldTellHowFarItIsAndGiveUpAtTheNextStepOnceThatIsAskedFor() throws Exception {
        CountDownLatch half = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Long> steps = Collections.synchronizedList(new ArrayList<>());
        jobs.work = context -> {
            context.doing("CHECKING", 10);
            for (long done = 1; done <= 10; done++) {
                context.step(done);
                steps.add(done);
                if (done == 5) {
                    half.countDown();
                    await(goOn);
                }
            }
            return Map.of();
        };
        Job asked = jobs.ask();
        CompletableFuture<Boolean> run = jobs.start(jobs.node());
        assertTrue(half.await(30, TimeUnit.SECONDS));
        Job running = jobs.read(asked);
        assertEquals(JobState.RUNNING, running.getState());
        assertEquals("CHECKING", running.getDoing());
        assertEquals(10, running.getTotal());

        Context.getService(JobService.class).cancelJob(asked.getUuid());
        Simultaneously.commit();
        assertTrue(jobs.read(asked).isCancelRequested());
        goOn.countDown();
        TestJobs.wait(run);

        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), steps);
        assertEquals(JobState.CANCELLED, jobs.read(asked).getState());
        assertEquals(List.of(asked.getUuid()), jobs.takenBack);
    }

    @Test
    public void shouldGiveUpAtOnceWhatNobodyHasBegun() {
        Job asked = jobs.ask("what it would have worked on");

        Context.getService(JobService.class).cancelJob(asked.getUuid());
        Simultaneously.commit();

        assertEquals(JobState.CANCELLED, jobs.read(asked).getState());
        assertEquals(0, jobs.count(JobPartRow.class));
        assertFalse(jobs.run());
    }

    @Test
    public void shouldRunEachJobOnceHoweverManyNodesThereAre() {
        List<String> ran = Collections.synchronizedList(new ArrayList<>());
        jobs.work = context -> {
            ran.add(context.getUuid());
            return Map.of();
        };
        List<String> asked = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            asked.add(jobs.ask().getUuid());
        }

        List<CompletableFuture<Void>> nodes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            JobRunner node = jobs.node();
            nodes.add(CompletableFuture.runAsync(
                    () -> {
                        while (node.runNext(() -> false)) {
                            // Until there is nothing left.
                        }
                    },
                    runnable -> new Thread(runnable).start()));
        }
        nodes.forEach(TestJobs::wait);

        assertEquals(
                asked.stream().sorted().collect(Collectors.toList()),
                ran.stream().sorted().collect(Collectors.toList()));
    }

    @Test
    public void shouldRunOneAtATimeOfAKindThatIsToBeAlone() throws Exception {
        jobs.alone = true;
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        jobs.work = context -> {
            begun.countDown();
            await(goOn);
            return Map.of();
        };
        jobs.ask();
        Job second = jobs.ask();
        CompletableFuture<Boolean> first = jobs.start(jobs.node());
        assertTrue(begun.await(30, TimeUnit.SECONDS));

        assertFalse(jobs.run());
        assertEquals(JobState.WAITING, jobs.read(second).getState());

        goOn.countDown();
        TestJobs.wait(first);
        assertTrue(jobs.run());
        assertEquals(JobState.DONE, jobs.read(second).getState());
    }

    @Test
    public void shouldTakeUpWhatADeadNodeHasLeftAndLetThatNodeWriteNothingMore() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        List<Object> outcomes = Collections.synchronizedList(new ArrayList<>());
        jobs.work = context -> {
            if (context.isTakenUpAgain()) {
                outcomes.add(context.writtenAmong(List.of("before", "after")));
                return Map.of("by", "the second");
            }
            context.inTransaction(() -> {
                context.noteWritten("before");
                return null;
            });
            begun.countDown();
            await(goOn);
            outcomes.add(lost(() -> context.step(1)));
            outcomes.add(lost(() -> context.inTransaction(() -> {
                context.noteWritten("after");
                return null;
            })));
            return Map.of("by", "the first");
        };
        Job asked = jobs.ask();
        CompletableFuture<Boolean> first = jobs.start(jobs.node());
        assertTrue(begun.await(30, TimeUnit.SECONDS));
        assertFalse("it is the first node's", jobs.run());

        jobs.lose(asked);
        assertTrue(jobs.run());
        goOn.countDown();
        TestJobs.wait(first);

        assertEquals(List.of(java.util.Set.of("before"), "lost", "lost"), outcomes);
        assertEquals(Map.of("by", "the second"), jobs.read(asked).getResult());
        assertEquals(1, jobs.count(JobRecordRow.class));
    }

    @Test
    public void shouldGiveUpWhatCannotBeTakenUpAgainAndSayWhy() throws Exception {
        jobs.resumable = false;
        Job asked = jobs.ask();
        jobs.change(
                "update " + JobRow.class.getName() + " j set j.state = 'RUNNING', j.attempts = 1, j.node = 'dead',"
                        + " j.heldUntil = :value",
                new Date(System.currentTimeMillis() - 3_600_000));

        jobs.run();

        Job failed = jobs.read(asked);
        assertEquals(JobState.FAILED, failed.getState());
        assertEquals(Job.Reason.NODE_LOST, failed.getReason());
        assertEquals(List.of(asked.getUuid()), jobs.takenBack);
    }

    @Test
    public void shouldGoOnTakingBackWhereTheNodeDiedMeanwhile() {
        jobs.work = context -> {
            throw new JobCancelledException();
        };
        Job asked = jobs.ask();
        jobs.failureToTakeBack = new JobLostException();
        jobs.run();
        jobs.work = context -> {
            throw new AssertionError("what is to be taken back is not done");
        };
        jobs.failureToTakeBack = null;
        jobs.lose(asked);

        jobs.run();

        assertEquals(JobState.CANCELLED, jobs.read(asked).getState());
        assertEquals(2, jobs.takenBack.size());
    }

    @Test
    public void shouldSayThatItFailedAndTellNobodyWhatTheFailureSaid() {
        jobs.work = context -> {
            throw new IOException("Mr Aspen");
        };
        Job asked = jobs.ask();
        jobs.run();
        assertEquals(Job.Reason.ERROR, jobs.read(asked).getReason());
        assertEquals(List.of(asked.getUuid()), jobs.takenBack);

        jobs.work = context -> {
            throw new JobFailedException("FAULTS", Map.of("faults", 2));
        };
        Job other = jobs.ask();
        jobs.run();
        assertEquals("FAULTS", jobs.read(other).getReason());
        assertEquals(Map.of("faults", 2), jobs.read(other).getResult());

        jobs.failureToTakeBack = new IllegalStateException();
        Job third = jobs.ask();
        jobs.run();
        assertEquals(Job.Reason.NOT_TAKEN_BACK, jobs.read(third).getReason());
    }

    @Test
    public void shouldLeaveToAnotherWhatItIsDoingWhenItStops() {
        boolean[] stopping = new boolean[1];
        jobs.work = context -> {
            stopping[0] = !context.isTakenUpAgain();
            context.step(1);
            return Map.of("attempt", context.isTakenUpAgain() ? 2 : 1);
        };
        Job asked = jobs.ask();
        JobRunner node = jobs.node();
        TestJobs.wait(CompletableFuture.runAsync(
                () -> node.runNext(() -> stopping[0]), runnable -> new Thread(runnable).start()));
        assertEquals(JobState.RUNNING, jobs.read(asked).getState());

        assertTrue("nobody waits for its lease to run out", jobs.run());

        assertEquals(Map.of("attempt", 2), jobs.read(asked).getResult());
    }

    @Test
    public void shouldGiveTheJobWhatItWasGivenAndDeleteThatInTheEnd() {
        String text = String.join("\n", Collections.nCopies(70_000, "vingt-cinq lettres été"));
        jobs.work = context -> {
            byte[] read = new byte[text.getBytes(StandardCharsets.UTF_8).length];
            int first = context.given().read();
            int length = Jobs.fill(read, context.given());
            return Map.of(
                    "same",
                    new String(read, 0, length, StandardCharsets.UTF_8).equals(text),
                    "first",
                    (char) first + "",
                    "end",
                    Jobs.fill(new byte[length + 1], context.given()) == length);
        };
        Job asked = jobs.ask(text);
        assertEquals(4, jobs.count(JobPartRow.class));

        jobs.run();

        assertEquals(
                Map.of("same", true, "first", "v", "end", true),
                jobs.read(asked).getResult());
        assertEquals(0, jobs.count(JobPartRow.class));
    }

    @Test
    public void shouldKeepItsFileInPartsThatAnyNodeCanGiveAndLeaveNothingOnTheDisk() {
        byte[] content = new byte[2 * JobFile.PART_BYTES + 17];
        new Random(7).nextBytes(content);
        List<String> before = temporaryFiles();
        jobs.work = context -> {
            context.writeFile("a first try.bin", "application/octet-stream", out -> out.write(content, 0, 10));
            context.writeFile("study.zip", "application/zip", out -> out.write(content));
            return Map.of();
        };
        User analyst = signInWith(SmprPrivileges.EXPORT_STUDY);
        Job asked = jobs.ask();
        jobs.run();
        assertEquals(before, temporaryFiles());

        JobFile file = jobs.read(asked).getFile();
        assertEquals("study.zip", file.getName());
        assertEquals(content.length, file.getSize());
        assertEquals(3, file.getParts());
        assertEquals(64, file.getSha256().length());
        byte[] fetched = new byte[0];
        for (int part = 1; part <= file.getParts(); part++) {
            byte[] next = service().getPart(asked.getUuid(), part).get();
            assertTrue(next.length <= JobFile.PART_BYTES);
            fetched = Arrays.copyOf(fetched, fetched.length + next.length);
            System.arraycopy(next, 0, fetched, fetched.length - next.length, next.length);
        }
        assertArrayEquals(content, fetched);
        assertFalse(service().getPart(asked.getUuid(), 4).isPresent());

        Simultaneously.commit();
        asAdministrator();
        List<AccessLogEntry> entries = Context.getService(AccessLogService.class)
                .getAccessLog(AccessLogSearch.builder()
                        .user(analyst.getUuid())
                        .what("EXPORT")
                        .build());
        assertEquals(
                List.of("NOTHING", "READ", "READ", "READ"),
                entries.stream().map(AccessLogEntry::getOutcome).sorted().collect(Collectors.toList()));
        assertEquals(asked.getUuid(), entries.get(0).getObject());
    }

    @Test
    public void shouldShowAJobToWhoAskedAndToWhoManagesTheStudyAndItsFileToThoseOfItsKindAlone() {
        jobs.work = context -> {
            context.writeFile("f", "text/plain", out -> out.write(1));
            return Map.of("n", 1);
        };
        signInWith(SmprPrivileges.EXPORT_STUDY);
        Job asked = jobs.ask();
        jobs.run();
        assertEquals(1, service().getJobs(JobSearch.builder().build()).size());

        signInWith(SmprPrivileges.EXPORT_STUDY);
        assertEquals(List.of(), service().getJobs(JobSearch.builder().build()));
        assertEquals(0, service().countJobs(JobSearch.builder().build()));
        assertFalse(service().getJob(asked.getUuid()).isPresent());
        assertFalse(service().cancelJob(asked.getUuid()).isPresent());
        assertFalse(service().getPart(asked.getUuid(), 1).isPresent());

        signInWith(SmprPrivileges.MANAGE_STUDY);
        Job shown = service().getJobs(JobSearch.builder().build()).get(0);
        assertEquals(asked.getUuid(), shown.getUuid());
        assertNull(shown.getFile());
        assertNull(shown.getResult());
        assertFalse(service().getPart(asked.getUuid(), 1).isPresent());

        signInWith(SmprPrivileges.MANAGE_STUDY, SmprPrivileges.EXPORT_STUDY);
        assertTrue(service().getPart(asked.getUuid(), 1).isPresent());
        assertEquals(
                0,
                service()
                        .getJobs(JobSearch.builder()
                                .kind(TestJobs.KIND)
                                .states(List.of(JobState.FAILED, JobState.RUNNING))
                                .build())
                        .size());
        assertEquals(0, service().countJobs(JobSearch.builder().kind("NONE").build()));
    }

    @Test
    public void shouldDeleteFileAndResultOnceTheyNeedNotBeKeptAndKeepThatThereWasAJob() {
        jobs.work = context -> {
            context.writeFile("f", "text/plain", out -> out.write(1));
            return Map.of("n", 1);
        };
        Job asked = jobs.ask();
        jobs.run();
        assertEquals(1, jobs.count(JobPartRow.class));
        jobs.node().deleteExpired();
        assertEquals(1, jobs.count(JobPartRow.class));

        jobs.change(
                "update " + JobRow.class.getName() + " j set j.expires = :value",
                new Date(System.currentTimeMillis() - 60_000));
        assertNull("not given any more, deleted or not", jobs.read(asked).getFile());
        jobs.node().deleteExpired();

        assertEquals(0, jobs.count(JobPartRow.class));
        Job kept = jobs.read(asked);
        assertEquals(JobState.DONE, kept.getState());
        assertNull(kept.getResult());
    }

    private static String lost(Runnable work) {
        try {
            work.run();
            return "done";
        } catch (JobLostException e) {
            return "lost";
        }
    }

    private static List<String> temporaryFiles() {
        return Arrays.stream(new File(System.getProperty("java.io.tmpdir")).list())
                .filter(name -> name.startsWith("smpr-") && name.endsWith(".tmp"))
                .sorted()
                .collect(Collectors.toList());
    }

    private static User signInWith(String... privileges) {
        asAdministrator();
        User user = TestPeople.userWith(privileges);
        return TestJobs.signIn(user);
    }

    private static void asAdministrator() {
        Context.logout();
        Context.authenticate("admin", "test");
    }

    private static JobService service() {
        return Context.getService(JobService.class);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
