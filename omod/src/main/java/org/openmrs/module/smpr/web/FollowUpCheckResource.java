/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.outcome.FollowUpCheck;
import org.openmrs.module.smpr.outcome.OutcomeSearch;
import org.openmrs.module.smpr.outcome.RegisterInput;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;

/** When and where somebody looked for what became of a person. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/followupcheck",
        supportedClass = FollowUpCheck.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class FollowUpCheckResource extends RegisterResource<FollowUpCheck> {

    public FollowUpCheckResource() {
        super(FollowUpCheckView.VIEW);
    }

    @Override
    public FollowUpCheck getByUniqueId(String uuid) {
        return service().getCheck(uuid).orElse(null);
    }

    @Override
    List<FollowUpCheck> find(OutcomeSearch search) {
        return service().getChecks(search);
    }

    @Override
    FollowUpCheck save(RegisterInput input) {
        return service().saveCheck(input);
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(FollowUpCheck check, String reason, RequestContext context) {
        service().deleteCheck(check, context.getParameter(Fields.REASON));
    }
}
