/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.study.job.Job;
import org.openmrs.module.smpr.study.job.JobSearch;
import org.openmrs.module.smpr.study.job.JobService;
import org.openmrs.module.smpr.study.job.JobState;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;

/** {@code smpr/study/job}: work that takes longer than a request, the newest first. What begins one has an address of its own; deleting one cancels it. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/study/job",
        supportedClass = Job.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class JobResource extends ViewResource<Job> {

    public JobResource() {
        super(JobView.VIEW);
    }

    @Override
    public boolean isVoidable() {
        return true;
    }

    @Override
    public Job getByUniqueId(String uuid) {
        return service().getJob(uuid).orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        JobSearch search = JobSearch.builder()
                .kind(parameters.oneOf("kind", service().getKinds().toArray(new String[0])))
                .states(parameters.someOf("state", JobState.class))
                .startIndex(context.getStartIndex())
                .limit(context.getLimit())
                .build();
        parameters.refuseFaults();
        List<Job> page = service().getJobs(search);
        long count = service().countJobs(search);
        return new AlreadyPaged<>(context, page, context.getStartIndex() + page.size() < count, count);
    }

    /** No reason is asked for: nothing is lost that cannot be asked for again. */
    @Override
    protected void delete(Job job, String reason, RequestContext context) {
        service().cancelJob(job.getUuid()).orElseThrow(ObjectNotFoundException::new);
    }

    /** @return whether the user can have jobs, or sees others' */
    static boolean isForUser() {
        return Context.hasPrivilege(SmprPrivileges.MANAGE_STUDY)
                || Context.hasPrivilege(SmprPrivileges.EXPORT_STUDY)
                || Context.hasPrivilege(SmprPrivileges.IMPORT_ASSESSMENTS);
    }

    private static JobService service() {
        return Context.getService(JobService.class);
    }
}
