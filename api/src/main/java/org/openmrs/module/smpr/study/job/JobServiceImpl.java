/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.api.impl.BaseOpenmrsService;
import org.openmrs.module.smpr.SmprPrivileges;
import org.springframework.transaction.annotation.Transactional;

/** Shows jobs to those who may see them. */
@Transactional
public class JobServiceImpl extends BaseOpenmrsService implements JobService {

    private final JobDao dao;

    private final Jobs jobs;

    private final JobKinds kinds;

    private final Clock clock;

    public JobServiceImpl(JobDao dao, Jobs jobs, JobKinds kinds, Clock clock) {
        this.dao = dao;
        this.jobs = jobs;
        this.kinds = kinds;
        this.clock = clock;
    }

    @Override
    @Transactional(readOnly = true)
    public List<Job> getJobs(JobSearch search) {
        return jobs.jobs(dao.jobs(search, visible(search), whose())).stream()
                .map(this::asShown)
                .collect(Collectors.toList());
    }

    @Override
    public List<String> getKinds() {
        requireAny();
        return kinds.all().stream().map(JobKind::getCode).sorted().collect(Collectors.toList());
    }

    @Override
    @Transactional(readOnly = true)
    public long countJobs(JobSearch search) {
        return dao.count(search, visible(search), whose());
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Job> getJob(String uuid) {
        return row(uuid).map(this::job);
    }

    @Override
    public Optional<Job> cancelJob(String uuid) {
        Optional<JobRow> row = row(uuid);
        row.ifPresent(found -> dao.cancel(found.getId(), Jobs.now(clock)));
        return row.isPresent() ? getJob(uuid) : Optional.empty();
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<byte[]> getPart(String uuid, int number) {
        JobRow row = row(uuid).orElse(null);
        return row == null || job(row).getFile() == null
                ? Optional.empty()
                : Optional.ofNullable(dao.part(row.getId(), false, number));
    }

    private Optional<JobRow> row(String uuid) {
        requireAny();
        JobRow row = uuid == null ? null : dao.byUuid(uuid);
        boolean seen = row != null
                && (mayManage()
                        || row.getAskedBy()
                                        .equals(Context.getAuthenticatedUser().getUserId())
                                && mayHave(row.getKind(), Collections.emptyMap()));
        return seen ? Optional.of(row) : Optional.empty();
    }

    private Job job(JobRow row) {
        return asShown(jobs.jobs(Collections.singletonList(row)).get(0));
    }

    /** What came of it may tell of the record, which managing jobs does not. */
    private Job asShown(Job job) {
        return mayHave(job.getKind(), job.getParameters())
                ? job
                : job.toBuilder()
                        .parameters(Collections.emptyMap())
                        .result(null)
                        .file(null)
                        .build();
    }

    /** @return codes of the kinds that are asked for and may be seen */
    private Set<String> visible(JobSearch search) {
        requireAny();
        return kinds.all().stream()
                .filter(kind -> mayManage() || Context.hasPrivilege(kind.getPrivilege()))
                .map(JobKind::getCode)
                .filter(code -> search.getKind() == null || search.getKind().equals(code))
                .collect(Collectors.toSet());
    }

    /** Whoever can have asked for no job, and manages none, is told that he lacks a privilege, and not that there are none. */
    private void requireAny() {
        if (!mayManage() && kinds.all().stream().map(JobKind::getPrivilege).noneMatch(Context::hasPrivilege)) {
            throw new APIAuthenticationException("The privilege of a kind of jobs is required");
        }
    }

    /** @return the id of the user whose jobs are seen; null for everybody's */
    private static Integer whose() {
        return mayManage() ? null : Context.getAuthenticatedUser().getUserId();
    }

    private static boolean mayManage() {
        return Context.hasPrivilege(SmprPrivileges.MANAGE_STUDY);
    }

    private boolean mayHave(String kind, Map<String, Object> parameters) {
        return kinds.get(kind)
                .filter(found -> Context.hasPrivilege(found.getPrivilege()))
                .filter(found -> found.getPrivilegesOf(parameters).stream().allMatch(Context::hasPrivilege))
                .isPresent();
    }
}
