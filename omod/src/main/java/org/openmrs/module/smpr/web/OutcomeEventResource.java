/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.outcome.OutcomeEvent;
import org.openmrs.module.smpr.outcome.OutcomeSearch;
import org.openmrs.module.smpr.outcome.RegisterInput;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;

/** What happened to a person after release, as the outcome register has it. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/outcomeevent",
        supportedClass = OutcomeEvent.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class OutcomeEventResource extends RegisterResource<OutcomeEvent> {

    public OutcomeEventResource() {
        super(OutcomeEventView.VIEW);
    }

    @Override
    public OutcomeEvent getByUniqueId(String uuid) {
        return service().getEvent(uuid).orElse(null);
    }

    @Override
    List<OutcomeEvent> find(OutcomeSearch search) {
        return service().getEvents(search);
    }

    @Override
    OutcomeEvent save(RegisterInput input) {
        return service().saveEvent(input);
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(OutcomeEvent event, String reason, RequestContext context) {
        service().deleteEvent(event, context.getParameter(Fields.REASON));
    }
}
