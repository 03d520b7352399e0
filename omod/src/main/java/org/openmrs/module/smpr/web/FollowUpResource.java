/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.outcome.FollowUp;
import org.openmrs.module.smpr.outcome.OutcomeSearch;
import org.openmrs.module.smpr.outcome.OutcomeService;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** What is known of a person since his index release, found by the uuid of the patient; as a list, of those of whom a check is due. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/followup",
        supportedClass = FollowUp.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class FollowUpResource extends ViewResource<FollowUp> {

    public FollowUpResource() {
        super(FollowUpView.VIEW);
    }

    @Override
    public FollowUp getByUniqueId(String patient) {
        return Context.getService(OutcomeService.class)
                .getFollowUp(OutcomeSearch.builder().patient(patient).build())
                .orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        OutcomeService service = Context.getService(OutcomeService.class);
        List<FollowUp> page = service.getFollowUpsDue(context.getStartIndex(), context.getLimit());
        long total = service.countFollowUpsDue();
        return new AlreadyPaged<>(context, page, context.getStartIndex() + page.size() < total, total);
    }

    /** The list takes no restriction, and must not seem empty under one. */
    @Override
    protected PageableResult doSearch(RequestContext context) {
        throw new ResourceDoesNotSupportOperationException();
    }
}
