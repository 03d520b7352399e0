/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.outcome.OutcomeSearch;
import org.openmrs.module.smpr.outcome.OutcomeService;
import org.openmrs.module.smpr.outcome.RegisterEntry;
import org.openmrs.module.smpr.outcome.RegisterInput;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;

/** Entries of one sort of the outcome register, of one person at a time. */
abstract class RegisterResource<T extends RegisterEntry> extends ViewResource<T> {

    RegisterResource(View<T> view) {
        super(view);
    }

    abstract List<T> find(OutcomeSearch search);

    abstract T save(RegisterInput input);

    @Override
    public boolean isVoidable() {
        return true;
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        OutcomeSearch search = OutcomeSearch.builder()
                .patient(parameters.uuid(Fields.PATIENT))
                .includeVoided(context.getIncludeAll())
                .build();
        parameters.refuseFaults();
        return page(find(search), context);
    }

    @Override
    T create(SimpleObject body) {
        return save(new RegisterBody(body).newEntry());
    }

    @Override
    T update(T entry, SimpleObject body) {
        return save(new RegisterBody(body).amendmentOf(entry.getUuid()));
    }

    static OutcomeService service() {
        return Context.getService(OutcomeService.class);
    }
}
