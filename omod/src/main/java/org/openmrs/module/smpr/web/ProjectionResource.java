/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Collections;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.ProjectionState;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;

/** How far the projection of assessments is, one object; {@code {"rebuild": true}} makes it anew. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/projection",
        supportedClass = ProjectionState.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class ProjectionResource extends ViewResource<ProjectionState> {

    private static final View<ProjectionState> VIEW = new View<ProjectionState>("projection", (s, level) -> null)
            .ref("display", (s, level) -> Messages.text("smpr.projection"))
            .ref("projected", (s, level) -> s.getProjected())
            .ref("stale", (s, level) -> s.getStale());

    public ProjectionResource() {
        super(VIEW);
    }

    @Override
    public ProjectionState getByUniqueId(String uuid) {
        throw new ObjectNotFoundException();
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return page(Collections.singletonList(service().getProjectionState()), context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        return doGetAll(context);
    }

    @Override
    ProjectionState create(SimpleObject body) {
        if (!body.equals(Collections.singletonMap("rebuild", true))) {
            throw new FaultsException(Collections.singletonList(Fault.of("rebuild", "notTrue")));
        }
        return service().rebuildProjection();
    }

    private static AssessmentService service() {
        return Context.getService(AssessmentService.class);
    }
}
