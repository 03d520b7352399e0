/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Collections;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;

/**
 * Assessments. What is posted is read as a whole, and not property by property as the REST module would, so that every
 * fault is named at once.
 */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/assessment",
        supportedClass = Assessment.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class AssessmentResource extends ViewResource<Assessment> {

    public AssessmentResource() {
        super(AssessmentView.VIEW);
    }

    @Override
    public boolean isVoidable() {
        return true;
    }

    @Override
    public Assessment getByUniqueId(String uuid) {
        return service().getAssessment(uuid).orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        AssessmentSearch search = AssessmentSearch.builder()
                .patient(parameters.patient())
                .instrument(parameters.instrument())
                .phase(parameters.phase())
                .from(parameters.from())
                .to(parameters.to())
                .includeVoided(context.getIncludeAll())
                .startIndex(context.getStartIndex())
                .limit(context.getLimit())
                .build();
        parameters.refuseFaults();
        // First what the access log writes down, also where it is refused.
        List<Assessment> page = service().getAssessments(search);
        long count = service().countAssessments(search);
        return new AlreadyPaged<>(context, page, context.getStartIndex() + page.size() < count, count);
    }

    @Override
    Assessment create(SimpleObject body) {
        return service().saveAssessment(new AssessmentBody(body).newAssessment());
    }

    /** The REST module itself knows the request to bring back what was voided only where it says "false" as a text. */
    @Override
    Assessment update(Assessment assessment, SimpleObject body) {
        return body.equals(Collections.singletonMap("deleted", false))
                ? undelete(assessment, null)
                : service().saveAssessment(new AssessmentBody(body).amendmentOf(assessment.getUuid()));
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(Assessment assessment, String reason, RequestContext context) {
        service().deleteAssessment(assessment, context.getParameter(Fields.REASON));
    }

    @Override
    protected Assessment undelete(Assessment assessment, RequestContext context) {
        return service().undeleteAssessment(assessment);
    }

    @Override
    public void purge(Assessment assessment, RequestContext context) {
        service().purgeAssessment(assessment);
    }

    private static AssessmentService service() {
        return Context.getService(AssessmentService.class);
    }
}
