/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.study.plan.StudyPlanService;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;

/** {@code smpr/study/plan}: every version of the plan of analysis, the newest first. None is ever changed. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/study/plan",
        supportedClass = FrozenPlan.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class StudyPlanResource extends ViewResource<FrozenPlan> {

    public StudyPlanResource() {
        super(StudyPlanView.VIEW);
    }

    @Override
    public FrozenPlan getByUniqueId(String uuid) {
        return plans().stream()
                .filter(plan -> plan.getUuid().equals(uuid))
                .findFirst()
                .orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return page(plans(), context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        return doGetAll(context);
    }

    private static List<FrozenPlan> plans() {
        return Context.getService(StudyPlanService.class).getPlans();
    }
}
