/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.openmrs.api.context.Context;
import org.springframework.transaction.support.TransactionTemplate;

/** What a job has at hand while it runs. Every method throws {@link JobLostException} where the job is no longer this node's. */
public final class JobContext {

    /** Progress is written no more often than that. */
    private static final long WRITE_EVERY_NANOS = 1_000_000_000L;

    /** Writes a file from its beginning to its end. */
    @FunctionalInterface
    public interface FileContent {

        void writeTo(OutputStream out) throws IOException;
    }

    private final JobRow row;

    private final JobHold hold;

    private final JobDao dao;

    private final TransactionTemplate transaction;

    private final BooleanSupplier stopping;

    private boolean takingBack;

    private String doing;

    private long done;

    private long total;

    /** When progress was last written; null to have it written at the next step. */
    private Long written;

    /** @param stopping whether the module stops, so that the job is to be left to another node */
    JobContext(JobRow row, JobHold hold, JobDao dao, TransactionTemplate transaction, BooleanSupplier stopping) {
        this.row = row;
        this.hold = hold;
        this.dao = dao;
        this.transaction = transaction;
        this.stopping = stopping;
    }

    /** @return the uuid of the job */
    public String getUuid() {
        return row.getUuid();
    }

    /** @return what was asked for; never null */
    public Map<String, Object> getParameters() {
        return JobJson.read(row.getParameters());
    }

    /** @return whether it was begun before, and left or lost by a node */
    public boolean isTakenUpAgain() {
        return row.getAttempts() > 1;
    }

    /**
     * Begins a part of the work.
     *
     * @param code what it does now; its message is {@code smpr.job.doing.<code>}
     * @param outOf how much there is to do, in units of its own; 0 where that is not known
     */
    public void doing(String code, long outOf) {
        doing = code;
        total = outOf;
        written = null;
        step(0);
    }

    /**
     * To be called often, and outside of a transaction.
     *
     * @param done how much of the part is done
     * @throws JobCancelledException where somebody has asked that the job be given up
     */
    public void step(long done) {
        this.done = done;
        if (stopping.getAsBoolean()) {
            throw new JobLostException();
        }
        boolean cancel = alone(() -> {
            Boolean requested = dao.isCancelRequested(row.getId(), hold.getNode());
            if (requested == null) {
                throw new JobLostException();
            }
            long now = System.nanoTime();
            if (written == null || now - written > WRITE_EVERY_NANOS) {
                writeProgress();
                written = now;
            }
            return requested;
        });
        if (cancel && !takingBack) {
            throw new JobCancelledException();
        }
    }

    /** Writes how far it has come in the end, which the last step may have left. */
    void end() {
        alone(() -> {
            writeProgress();
            return null;
        });
    }

    private void writeProgress() {
        hold(dao.progress(row.getId(), hold.getNode(), doing, done, total));
    }

    /**
     * Does something in a transaction of its own, which is rolled back where the job is no longer this node's. What it has
     * read is forgotten afterwards.
     */
    public <T> T inTransaction(Supplier<T> work) {
        try {
            return alone(() -> {
                // The first statement, and its row is held until the end: nobody else can take up the job meanwhile.
                hold(dao.hold(row.getId(), hold.getNode(), hold.until()));
                return work.get();
            });
        } finally {
            Context.clearSession();
        }
    }

    private <T> T alone(Supplier<T> work) {
        return transaction.execute(status -> work.get());
    }

    private static void hold(boolean held) {
        if (!held) {
            throw new JobLostException();
        }
    }

    /** @return what it was given with the request, which is read from the database part by part */
    public InputStream given() {
        return new GivenContent(number -> alone(() -> dao.part(row.getId(), true, number)));
    }

    /**
     * Makes the job's file: on this node's disk first, then in the database. One that it made before is replaced.
     *
     * @param mediaType such as {@code application/zip}
     */
    public JobFile writeFile(String name, String mediaType, FileContent content) throws IOException {
        Path path = Files.createTempFile("smpr-", ".tmp");
        try (FileChannel file = FileChannel.open(
                path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
            DigestOutputStream digested = new DigestOutputStream(Channels.newOutputStream(file), sha256());
            OutputStream out = new BufferedOutputStream(digested, 1 << 16);
            content.writeTo(out);
            out.flush();
            return keep(file, name, mediaType, hex(digested.getMessageDigest().digest()));
        } finally {
            Files.deleteIfExists(path);
        }
    }

    private JobFile keep(FileChannel file, String name, String mediaType, String sha256) throws IOException {
        inTransaction(() -> {
            dao.deleteParts(row.getId(), false);
            return null;
        });
        file.position(0);
        InputStream in = Channels.newInputStream(file);
        byte[] part = new byte[JobFile.PART_BYTES];
        int number = 0;
        for (int read = Jobs.fill(part, in); read > 0; read = Jobs.fill(part, in)) {
            byte[] content = Arrays.copyOf(part, read);
            int next = ++number;
            inTransaction(() -> {
                dao.savePart(row.getId(), false, next, content);
                return null;
            });
        }
        JobFile made = new JobFile(name, mediaType, file.size(), sha256, number);
        hold(alone(() -> dao.hasMade(row.getId(), hold.getNode(), made)));
        return made;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] bytes) {
        StringBuilder hex = new StringBuilder();
        for (byte b : bytes) {
            hex.append(String.format("%02x", b));
        }
        return hex.toString();
    }

    /**
     * Notes, in the transaction that writes it, that the job has written something into the record.
     *
     * @param object its uuid
     */
    public void noteWritten(String object) {
        dao.saveRecord(row.getId(), object);
    }

    /** Notes, in the transaction that takes it back, that it is no longer there. */
    public void noteTakenBack(String object) {
        dao.deleteRecord(row.getId(), object);
    }

    /** @return those of the objects that the job has written, also before it was taken up again */
    public Set<String> writtenAmong(Collection<String> objects) {
        return alone(() -> dao.recordsAmong(row.getId(), objects));
    }

    /** @return uuids of some of what the job has written and not taken back, the newest first */
    public List<String> written(int limit) {
        return alone(() -> dao.records(row.getId(), limit));
    }

    public long countWritten() {
        return alone(() -> dao.countRecords(row.getId()));
    }

    /** From now on nothing is cancelled. */
    void takeBack() {
        takingBack = true;
    }
}
