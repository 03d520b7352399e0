/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.trajectory.FiledSummary;
import org.openmrs.module.smpr.trajectory.filed.FiledSummarySearch;
import org.openmrs.module.smpr.trajectory.filed.FiledSummaryService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;

/** Summaries that clinicians have validated, of one person at a time, the newest first. What is posted is validated in the name of the user. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/summary",
        supportedClass = FiledSummary.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class SummaryResource extends ViewResource<FiledSummary> {

    public SummaryResource() {
        super(SummaryView.VIEW);
    }

    @Override
    public boolean isVoidable() {
        return true;
    }

    @Override
    public FiledSummary getByUniqueId(String uuid) {
        return service().getFiledSummary(uuid).orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        parameters.required(Fields.PATIENT);
        FiledSummarySearch search = FiledSummarySearch.builder()
                .patient(parameters.patient())
                .includeVoided(context.getIncludeAll())
                .build();
        parameters.refuseFaults();
        List<FiledSummary> found = service().getFiledSummaries(search);
        return page(found, context);
    }

    @Override
    FiledSummary create(SimpleObject body) {
        return service().fileSummary(new SummaryBody(body).input());
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(FiledSummary summary, String reason, RequestContext context) {
        service().deleteFiledSummary(summary, context.getParameter(Fields.REASON));
    }

    private static FiledSummaryService service() {
        return Context.getService(FiledSummaryService.class);
    }
}
