/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.hibernate.SessionFactory;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.site.NodeLocks;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * A kind of job that does what a test tells it to, and nodes that run it: each a runner with a thread of its own, with the
 * database alone between them. Jobs are committed, and taken away again when it is closed.
 */
public final class TestJobs implements AutoCloseable {

    static final String KIND = "TEST";

    /** What a job of the kind does. */
    @FunctionalInterface
    public interface Work {

        Map<String, Object> run(JobContext context) throws IOException;
    }

    private final ApplicationContext applicationContext;

    private final String bean = "a kind of job for tests";

    Work work = context -> Collections.emptyMap();

    boolean resumable = true;

    boolean alone;

    boolean ofParticipants;

    private Set<String> privileges = Collections.emptySet();

    /** What was taken back of: a uuid for each time. */
    final List<String> takenBack = Collections.synchronizedList(new ArrayList<>());

    RuntimeException failureToTakeBack;

    public TestJobs(ApplicationContext applicationContext) {
        this.applicationContext = applicationContext;
        beans().registerSingleton(bean, new Kind());
    }

    /** @param more privileges that it takes to have what came of it */
    public void takes(String... more) {
        privileges = new HashSet<>(Arrays.asList(more));
    }

    public void work(Work todo) {
        work = todo;
    }

    public Job ask(String... given) {
        try {
            Job job = applicationContext
                    .getBean(Jobs.class)
                    .ask(
                            new Kind(),
                            Collections.singletonMap("colour", "blue"),
                            given.length == 0 ? null : new ByteArrayInputStream(given[0].getBytes("UTF-8")));
            Simultaneously.commit();
            return job;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    public JobRunner node() {
        return new JobRunner(
                applicationContext.getBean(JobDao.class),
                applicationContext.getBean(JobKinds.class),
                applicationContext.getBean(NodeLocks.class),
                applicationContext.getBean(PlatformTransactionManager.class),
                () -> 7,
                java.time.Clock.systemDefaultZone());
    }

    /** Runs what there is to run on a node of its own, and waits until that has ended. */
    public boolean run() {
        return wait(start(node()));
    }

    /** @return whether there was one, once it has ended */
    public CompletableFuture<Boolean> start(JobRunner node) {
        return start(node, () -> false);
    }

    /** @param stopping asked at each step, whether the node is to leave the job there */
    public CompletableFuture<Boolean> start(JobRunner node, BooleanSupplier stopping) {
        return CompletableFuture.supplyAsync(
                () -> node.runNext(stopping), runnable -> new Thread(runnable, "a node").start());
    }

    public static <T> T wait(CompletableFuture<T> future) {
        try {
            return future.get(300, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    /** As the user who is signed in sees it. */
    public Job read(Job job) {
        Simultaneously.commit();
        return Context.getService(JobService.class).getJob(job.getUuid()).get();
    }

    /** Makes the node that runs the job seem dead for an hour. */
    public void lose(Job job) {
        change(
                "update " + JobRow.class.getName() + " j set j.heldUntil = :value where j.uuid = '" + job.getUuid()
                        + "'",
                new java.util.Date(System.currentTimeMillis() - 3_600_000));
    }

    public void change(String hql, Object value) {
        sessionFactory()
                .getCurrentSession()
                .createQuery(hql)
                .setParameter("value", value)
                .executeUpdate();
        Simultaneously.commit();
    }

    public long count(Class<?> rows) {
        Simultaneously.commit();
        return sessionFactory()
                .getCurrentSession()
                .createQuery("select count(r) from " + rows.getName() + " r", Long.class)
                .uniqueResult();
    }

    /** Signs in as somebody who is there for others too, and commits him. */
    public static User signIn(User user) {
        Simultaneously.commit();
        org.openmrs.module.smpr.TestPeople.signIn(user);
        return user;
    }

    private SessionFactory sessionFactory() {
        return applicationContext.getBean("sessionFactory", SessionFactory.class);
    }

    private DefaultListableBeanFactory beans() {
        return (DefaultListableBeanFactory) ((ConfigurableApplicationContext) applicationContext).getBeanFactory();
    }

    @Override
    public void close() {
        beans().destroySingleton(bean);
        Context.clearSession();
        for (Class<?> rows : List.of(JobPartRow.class, JobRecordRow.class, JobRow.class)) {
            sessionFactory()
                    .getCurrentSession()
                    .createQuery("delete from " + rows.getName())
                    .executeUpdate();
        }
        Simultaneously.commit();
    }

    private final class Kind implements JobKind {

        @Override
        public String getCode() {
            return KIND;
        }

        @Override
        public String getPrivilege() {
            return SmprPrivileges.EXPORT_STUDY;
        }

        @Override
        public Set<String> getPrivilegesOf(Map<String, Object> parameters) {
            return privileges;
        }

        @Override
        public boolean isResumable() {
            return resumable;
        }

        @Override
        public boolean isOfParticipants() {
            return ofParticipants;
        }

        @Override
        public boolean isAlone() {
            return alone;
        }

        @Override
        public Map<String, Object> run(JobContext context) throws IOException {
            return work.run(context);
        }

        @Override
        public void takeBack(JobContext context) {
            takenBack.add(context.getUuid());
            if (failureToTakeBack != null) {
                throw failureToTakeBack;
            }
        }
    }
}
