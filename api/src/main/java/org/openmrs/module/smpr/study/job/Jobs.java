/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;

/** Takes in jobs for the services that offer them, in their transactions. */
public class Jobs {

    private static final String[] NOBODY = {null, null};

    private final JobDao dao;

    private final Clock clock;

    public Jobs(JobDao dao, Clock clock) {
        this.dao = dao;
        this.clock = clock;
    }

    /**
     * Asks for a job in the name of who is signed in. It begins within seconds once the transaction is over, on whatever
     * node is free.
     *
     * @param parameters what is asked for, as its kind has it: texts, numbers, lists, maps, and nothing that identifies a
     *     person
     * @param given what it works on, which is kept until it has ended; null for nothing
     */
    public Job ask(JobKind kind, Map<String, Object> parameters, InputStream given) throws IOException {
        Context.requirePrivilege(kind.getPrivilege());
        JobRow row = new JobRow();
        row.setKind(kind.getCode());
        row.setState(JobState.WAITING.name());
        row.setParameters(JobJson.write(parameters));
        row.setAskedBy(Context.getAuthenticatedUser().getUserId());
        row.setLocale(Context.getLocale().toLanguageTag());
        row.setDateAsked(now(clock));
        dao.save(row);
        if (given != null) {
            byte[] part = new byte[JobFile.PART_BYTES];
            int number = 0;
            for (int read = fill(part, given); read > 0; read = fill(part, given)) {
                dao.savePart(row.getId(), true, ++number, Arrays.copyOf(part, read));
            }
        }
        return jobs(Collections.singletonList(row)).get(0);
    }

    /** @return how many bytes there were to read, until the part is full; 0 at the end */
    static int fill(byte[] part, InputStream from) throws IOException {
        int filled = 0;
        while (filled < part.length) {
            int read = from.read(part, filled, part.length - filled);
            if (read < 0) {
                break;
            }
            filled += read;
        }
        return filled;
    }

    /** @return what the rows say, in their order */
    List<Job> jobs(List<JobRow> rows) {
        Map<Integer, String[]> users =
                dao.users(rows.stream().map(JobRow::getAskedBy).collect(Collectors.toSet()));
        Date now = Date.from(clock.instant());
        return rows.stream()
                .map(row -> job(row, users.getOrDefault(row.getAskedBy(), NOBODY), now))
                .collect(Collectors.toList());
    }

    private static Job job(JobRow row, String[] user, Date now) {
        boolean kept = row.getExpires() == null || !row.getExpires().before(now);
        JobState state = JobState.valueOf(row.getState());
        return Job.builder()
                .uuid(row.getUuid())
                .kind(row.getKind())
                .state(state)
                .reason(state == JobState.FAILED || state == JobState.CANCELLED ? row.getReason() : null)
                .parameters(JobJson.read(row.getParameters()))
                .askedBy(user[0])
                .askedByName(user[1])
                .dateAsked(row.getDateAsked())
                .dateStarted(row.getDateStarted())
                .dateEnded(row.getDateEnded())
                .done(row.getDone())
                .total(row.getTotal())
                .doing(row.getDoing())
                .cancelRequested(row.isCancelRequested())
                .result(kept && state.isEnded() ? JobJson.read(row.getResult()) : null)
                .file(kept && state == JobState.DONE && row.getFileParts() != null ? file(row) : null)
                .expires(row.getExpires())
                .build();
    }

    private static JobFile file(JobRow row) {
        return new JobFile(
                row.getFileName(), row.getFileType(), row.getFileSize(), row.getFileSha256(), row.getFileParts());
    }

    /** @return the moment, to the second, which is what every database keeps of it */
    static Date now(Clock clock) {
        return Date.from(clock.instant().truncatedTo(ChronoUnit.SECONDS));
    }
}
