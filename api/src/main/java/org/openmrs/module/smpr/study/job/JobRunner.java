/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.BasicAuthenticated;
import org.openmrs.api.context.Context;
import org.openmrs.api.context.ContextAuthenticationException;
import org.openmrs.api.context.Credentials;
import org.openmrs.api.context.UserContext;
import org.openmrs.module.smpr.site.FailureTrace;
import org.openmrs.module.smpr.site.NodeLock;
import org.openmrs.module.smpr.site.NodeLocks;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Runs jobs on this node, one after the other, each in the name of the user who asked for it: with his privileges, so that
 * what he charts is his, what is hidden from him stays hidden, and what he reads is written down as his reading. A
 * daemon thread of the platform could do neither: there nobody's privileges are asked for, and everybody is the daemon.
 */
public class JobRunner {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    private static final String SCHEME = "SMPR job";

    /** Whoever brings down every node that takes it up is given up in the end. */
    private static final int MOST_ATTEMPTS = 10;

    private static final long HEARTBEAT_SECONDS = 15;

    private static final long EXPIRE_EVERY_NANOS = TimeUnit.MINUTES.toNanos(10);

    private final JobDao dao;

    private final JobKinds kinds;

    private final NodeLocks locks;

    private final TransactionTemplate transaction;

    private final Supplier<Integer> keptDays;

    private final Clock clock;

    private Long expired;

    /** @param keptDays for how many days files and results are kept */
    public JobRunner(
            JobDao dao,
            JobKinds kinds,
            NodeLocks locks,
            PlatformTransactionManager transactionManager,
            Supplier<Integer> keptDays,
            Clock clock) {
        this.dao = dao;
        this.kinds = kinds;
        this.locks = locks;
        this.transaction = new TransactionTemplate(transactionManager);
        this.transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.keptDays = keptDays;
        this.clock = clock;
    }

    /**
     * Runs the next job, if there is one that no other node runs, in the calling thread, which must have no session of the
     * platform's.
     *
     * @param stopping whether what is done is to be left to another node at the next step
     * @return whether there was one
     */
    boolean runNext(BooleanSupplier stopping) {
        if (expired == null || System.nanoTime() - expired > EXPIRE_EVERY_NANOS) {
            expired = System.nanoTime();
            deleteExpired();
        }
        boolean any = alone(() -> !dao.free(dao.now()).isEmpty());
        JobHold hold = any ? new JobHold(alone(dao::now)) : null;
        JobRow job = any ? claim(hold) : null;
        if (job == null) {
            return false;
        }
        ScheduledExecutorService heart = heartOf(job, hold);
        try {
            inTheNameOfWhoAsked(job, hold, stopping);
        } catch (JobLostException e) {
            log.info("SMPR: job {} is left to another node", job.getUuid());
            if (stopping.getAsBoolean()) {
                alone(() -> dao.hold(job.getId(), hold.getNode(), new Date(0)));
            }
        } finally {
            heart.shutdownNow();
        }
        return true;
    }

    /** Deletes files and results that need not be kept any more. */
    void deleteExpired() {
        alone(() -> {
            dao.expire(Jobs.now(clock));
            return null;
        });
    }

    /** One node at a time, so that no two take up what is to be done alone. */
    private JobRow claim(JobHold hold) {
        return alone(() -> {
            locks.holdUntilTheTransactionEnds(NodeLock.STUDY_JOBS);
            Date now = dao.now();
            Set<String> running = dao.kindsRunning(now);
            for (JobRow free : dao.free(now)) {
                JobKind kind = kinds.get(free.getKind()).orElse(null);
                if (kind != null && !(kind.isAlone() && running.contains(free.getKind()))) {
                    return dao.claim(free, hold.getNode(), now, hold.until(), Jobs.now(clock));
                }
            }
            return null;
        });
    }

    private ScheduledExecutorService heartOf(JobRow job, JobHold hold) {
        ScheduledExecutorService heart = Executors.newSingleThreadScheduledExecutor(beat -> {
            Thread thread = new Thread(beat, "SMPR heartbeat of a job");
            thread.setDaemon(true);
            return thread;
        });
        heart.scheduleWithFixedDelay(() -> beat(job, hold), HEARTBEAT_SECONDS, HEARTBEAT_SECONDS, TimeUnit.SECONDS);
        return heart;
    }

    /** One that fails is followed by the next. */
    private void beat(JobRow job, JobHold hold) {
        try {
            alone(() -> dao.hold(job.getId(), hold.getNode(), hold.until()));
        } catch (RuntimeException e) {
            log.warn("SMPR: no heartbeat of job {}: {}", job.getUuid(), FailureTrace.of(e));
        }
    }

    private void inTheNameOfWhoAsked(JobRow job, JobHold hold, BooleanSupplier stopping) {
        Context.openSession();
        try {
            User user = alone(() -> dao.user(job.getAskedBy()));
            if (user != null) {
                signIn(user, job.getLocale());
            }
            run(job, hold, new JobContext(job, hold, dao, transaction, stopping));
        } finally {
            Context.closeSession();
        }
    }

    private static void signIn(User user, String locale) {
        UserContext his = new UserContext(credentials -> new BasicAuthenticated(user, SCHEME));
        Context.setUserContext(his);
        his.authenticate(new Credentials() {

            @Override
            public String getAuthenticationScheme() {
                return SCHEME;
            }

            @Override
            public String getClientName() {
                return user.getUsername();
            }
        });
        his.setLocale(Locale.forLanguageTag(locale));
    }

    private void run(JobRow job, JobHold hold, JobContext context) {
        JobKind kind = kinds.get(job.getKind()).get();
        JobState ending = job.getEnding() == null ? null : JobState.valueOf(job.getEnding());
        String reason = job.getReason();
        Map<String, Object> result = JobJson.read(job.getResult());
        if (ending == null) {
            try {
                if (job.getAttempts() > (kind.isResumable() ? MOST_ATTEMPTS : 1)) {
                    throw new JobFailedException(Job.Reason.NODE_LOST, null);
                }
                if (!mayStill(kind)) {
                    throw new JobFailedException(Job.Reason.NOT_ALLOWED, null);
                }
                Map<String, Object> found = kind.run(context);
                context.end();
                end(job, hold, JobState.DONE, null, found);
                return;
            } catch (JobLostException e) {
                throw e;
            } catch (JobCancelledException e) {
                ending = JobState.CANCELLED;
                reason = alone(() -> dao.reason(job.getId()));
            } catch (JobFailedException e) {
                ending = JobState.FAILED;
                reason = e.getReason();
                result = e.getResult();
            } catch (APIAuthenticationException | ContextAuthenticationException e) {
                ending = JobState.FAILED;
                reason = Job.Reason.NOT_ALLOWED;
            } catch (Exception | LinkageError | StackOverflowError | OutOfMemoryError e) {
                log.error("SMPR: job {} has failed: {}", job.getUuid(), FailureTrace.of(e));
                ending = JobState.FAILED;
                reason = Job.Reason.ERROR;
            }
        }
        takeBack(job, hold, kind, context, new Ending(ending, reason, result));
    }

    private static boolean mayStill(JobKind kind) {
        User user = Context.getAuthenticatedUser();
        return user != null && !user.getRetired() && Context.hasPrivilege(kind.getPrivilege());
    }

    private void takeBack(JobRow job, JobHold hold, JobKind kind, JobContext context, Ending ending) {
        Context.clearSession();
        // What is to become of it is known to whoever would have to go on with this.
        if (!alone(() ->
                dao.willEnd(job.getId(), hold.getNode(), ending.state, ending.reason, JobJson.write(ending.result)))) {
            throw new JobLostException();
        }
        context.takeBack();
        try {
            kind.takeBack(context);
        } catch (JobLostException e) {
            throw e;
        } catch (RuntimeException e) {
            log.error("SMPR: what job {} had written could not be taken back: {}", job.getUuid(), FailureTrace.of(e));
            end(job, hold, JobState.FAILED, Job.Reason.NOT_TAKEN_BACK, ending.result);
            return;
        }
        end(job, hold, ending.state, ending.reason, ending.result);
    }

    private void end(JobRow job, JobHold hold, JobState state, String reason, Map<String, Object> result) {
        Date now = Jobs.now(clock);
        boolean held = alone(() -> dao.end(
                job.getId(),
                hold.getNode(),
                state,
                reason,
                JobJson.write(result),
                now,
                Date.from(now.toInstant().plus(keptDays.get(), ChronoUnit.DAYS))));
        if (!held) {
            boolean withdrawn = alone(() -> dao.isCancelRequested(job.getId(), hold.getNode())) != null;
            throw withdrawn ? new JobCancelledException() : new JobLostException();
        }
    }

    private <T> T alone(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private static final class Ending {

        final JobState state;

        final String reason;

        final Map<String, Object> result;

        Ending(JobState state, String reason, Map<String, Object> result) {
            this.state = state;
            this.reason = reason;
            this.result = result;
        }
    }
}
