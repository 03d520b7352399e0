/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.backlog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.instrument.Choice;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Question;
import org.openmrs.module.smpr.site.ReadRoute;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.study.job.JobContext;
import org.openmrs.module.smpr.study.job.JobFailedException;
import org.openmrs.module.smpr.study.job.JobKind;

/**
 * Checks a file whole, and then writes every row of it or none. Rows are written some at a time, each under a uuid that
 * follows from what it is an assessment of: a job that was killed goes on where it was, and the same file writes nothing the
 * second time.
 */
public class BacklogImport implements JobKind {

    static final String CODE = "IMPORT";

    static final String INSTRUMENT = "instrument";

    static final String DRY_RUN = "dryRun";

    static final String LINES = "lines";

    /** Why a job of the kind fails where the file does. */
    static final String FAULTS = "FAULTS";

    private static final String ROUTE = "smpr/study/import";

    private static final String TAKEN_BACK = "SMPR: the import that had charted it was taken back";

    /** Codes of faults whose argument is what was answered. */
    private static final Set<String> REPEATING =
            Collections.unmodifiableSet(new HashSet<>(Arrays.asList("unknownAnswer", "notUsedHere")));

    private static final int CHECKED_AT_ONCE = 50;

    private static final int WRITTEN_AT_ONCE = 20;

    private final AssessmentService assessments;

    private final SiteService siteService;

    private final BacklogDao dao;

    private final Clock clock;

    public BacklogImport(AssessmentService assessments, SiteService siteService, BacklogDao dao, Clock clock) {
        this.assessments = assessments;
        this.siteService = siteService;
        this.dao = dao;
        this.clock = clock;
    }

    @Override
    public String getCode() {
        return CODE;
    }

    @Override
    public String getPrivilege() {
        return SmprPrivileges.IMPORT_ASSESSMENTS;
    }

    @Override
    public boolean isResumable() {
        return true;
    }

    /** Of two that write the same, the second is to find what the first has written. */
    @Override
    public boolean isAlone() {
        return true;
    }

    @Override
    public Map<String, Object> run(JobContext context) {
        return ReadRoute.through(ROUTE, () -> {
            try {
                return new Run(context).run();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /**
     * Nothing is left of what was never to be there: it is purged. What somebody has amended meanwhile is his too, and is
     * voided, which can be undone; what somebody has voided stays so.
     */
    @Override
    public void takeBack(JobContext context) {
        ReadRoute.through(ROUTE, () -> {
            context.doing("TAKING_BACK", context.countWritten());
            long done = 0;
            Context.addProxyPrivilege(SmprPrivileges.PURGE_ASSESSMENTS);
            try {
                List<String> written = context.written(WRITTEN_AT_ONCE);
                while (!written.isEmpty()) {
                    List<String> some = written;
                    context.inTransaction(() -> {
                        some.forEach(uuid -> takeBack(uuid, context));
                        return null;
                    });
                    done += some.size();
                    context.step(done);
                    written = context.written(WRITTEN_AT_ONCE);
                }
            } finally {
                Context.removeProxyPrivilege(SmprPrivileges.PURGE_ASSESSMENTS);
            }
            return null;
        });
    }

    private void takeBack(String uuid, JobContext context) {
        Assessment written = assessments.getAssessment(uuid).orElse(null);
        if (written != null && written.isAmended()) {
            assessments.deleteAssessment(written, TAKEN_BACK);
        } else if (written != null && !written.isVoided()) {
            assessments.purgeAssessment(written);
        }
        context.noteTakenBack(uuid);
        forget();
    }

    /** Whatever the session holds is looked at with each change that it writes: the next row begins with nothing. */
    private static void forget() {
        Context.flushSession();
        Context.clearSession();
    }

    /** One run of a job. */
    private final class Run {

        private final JobContext context;

        private final Instrument instrument;

        private final boolean dryRun;

        private final long lines;

        private final RowFaults faults = new RowFaults();

        private final RowsSeen seen = new RowsSeen();

        private BacklogTable table;

        private BacklogColumns columns;

        private BacklogReader reader;

        private long rows;

        private long left;

        Run(JobContext context) {
            this.context = context;
            this.dryRun = (Boolean) context.getParameters().get(DRY_RUN);
            this.lines = ((Number) context.getParameters().get(LINES)).longValue();
            String code = (String) context.getParameters().get(INSTRUMENT);
            this.instrument = siteService
                    .getInstrument(code)
                    .orElseThrow(() -> new IllegalStateException("There is no more an instrument " + code));
        }

        Map<String, Object> run() throws IOException {
            // Where some is written, the whole was found right.
            if (context.countWritten() == 0) {
                check();
                if (dryRun) {
                    return result("toWrite", faults.getCount() == 0 ? rows - left : 0);
                }
                if (faults.getCount() > 0) {
                    throw new JobFailedException(FAULTS, result("written", 0));
                }
            }
            write();
            return result("written", context.countWritten());
        }

        private Map<String, Object> result(String name, long count) {
            Map<String, Object> result = new LinkedHashMap<>();
            result.put("rows", rows);
            result.put(name, count);
            result.put("left", left);
            result.put("faultCount", faults.getCount());
            result.put("faults", faults.asResult());
            return result;
        }

        private void open(RowFaults into) throws IOException {
            rows = 0;
            left = 0;
            table = BacklogTable.of(context.given());
            columns = new BacklogColumns(instrument, table, into);
            reader = new BacklogReader(instrument, columns, dao, clock.getZone());
        }

        private void check() throws IOException {
            context.doing("CHECKING", lines);
            open(faults);
            if (columns.isReadable()) {
                for (List<Row> some = table.next(CHECKED_AT_ONCE);
                        !some.isEmpty();
                        some = table.next(CHECKED_AT_ONCE)) {
                    List<Row> part = some;
                    context.inTransaction(() -> {
                        check(part);
                        return null;
                    });
                    rows += some.size();
                    context.step(some.get(some.size() - 1).getLine());
                }
            }
            if (table.getUnreadableLine() != null) {
                faults.add(table.getUnreadableLine(), Fault.of(null, "backlogUnreadable"));
            } else if (rows == 0 && faults.getCount() == 0) {
                faults.add(1, Fault.of(null, "backlogEmpty"));
            }
        }

        private void check(List<Row> some) {
            List<BacklogEntry> valid = new ArrayList<>();
            for (BacklogEntry entry : reader.read(some, faults)) {
                List<Fault> found = assessments.checkAssessment(entry.getInput());
                found.forEach(fault -> add(entry, fault));
                boolean twice = false;
                if (entry.isOfSomebody()) {
                    Integer before = seen.before(entry).orElse(null);
                    twice = before != null;
                    if (twice) {
                        add(entry, Fault.of(Fields.DATE, "backlogTwice", String.valueOf(before)));
                    }
                }
                if (found.isEmpty() && !twice) {
                    valid.add(entry);
                }
            }
            BacklogRecord record = record(valid);
            valid.forEach(entry -> compare(entry, record.of(entry)));
        }

        private BacklogRecord record(List<BacklogEntry> entries) {
            return new BacklogRecord(instrument, entries, assessments, dao, clock.getZone());
        }

        /** @return whether it is to be written */
        private boolean compare(BacklogEntry entry, BacklogRecord.Standing standing) {
            switch (standing) {
                case NEW:
                    return true;
                case SAME:
                    left++;
                    return false;
                case CONFLICT:
                    add(entry, Fault.of(Fields.DATE, "backlogConflict"));
                    return false;
                case VOIDED:
                    add(entry, Fault.of(Fields.DATE, "backlogVoided"));
                    return false;
                default:
                    add(entry, Fault.of(Fields.DATE, "backlogUnseen"));
                    return false;
            }
        }

        private void add(BacklogEntry entry, Fault fault) {
            String field = fault.getField();
            faults.add(entry.getLine(), columns.numberOf(field), told(fault).at(columns.nameOf(field)));
        }

        /** Says which answers there are instead of what the cell says, which can be anything. */
        private Fault told(Fault fault) {
            Question question = columns.questions().get(fault.getField());
            return question == null || !REPEATING.contains(fault.getCode())
                    ? fault
                    : Fault.of(
                            fault.getField(),
                            "backlogAnswer",
                            question.getChoices().stream()
                                    .filter(instrument::offers)
                                    .map(Choice::getCode)
                                    .collect(Collectors.joining(", ")));
        }

        private void write() throws IOException {
            context.doing("WRITING", lines);
            open(new RowFaults());
            for (List<Row> some = table.next(WRITTEN_AT_ONCE); !some.isEmpty(); some = table.next(WRITTEN_AT_ONCE)) {
                write(some);
                rows += some.size();
                context.step(some.get(some.size() - 1).getLine());
            }
        }

        private void write(List<Row> some) {
            context.inTransaction(() -> {
                List<BacklogEntry> entries = reader.read(some, faults);
                Set<String> written = context.writtenAmong(
                        entries.stream().map(BacklogEntry::getUuid).collect(Collectors.toList()));
                List<BacklogEntry> missing = entries.stream()
                        .filter(entry -> !written.contains(entry.getUuid()))
                        .collect(Collectors.toList());
                refuseFaults();
                BacklogRecord record = record(missing);
                for (BacklogEntry entry : missing) {
                    if (compare(entry, record.of(entry))) {
                        save(entry);
                    }
                    refuseFaults();
                }
                return null;
            });
        }

        private void save(BacklogEntry entry) {
            try {
                assessments.saveAssessment(entry.getInput());
                context.noteWritten(entry.getUuid());
                forget();
            } catch (FaultsException e) {
                e.getFaults().forEach(fault -> add(entry, fault));
            }
        }

        /** The record has changed since the file was checked. */
        private void refuseFaults() {
            if (faults.getCount() > 0) {
                throw new JobFailedException(FAULTS, result("written", 0));
            }
        }
    }
}
