/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.study.participant.ParticipantSearch;
import org.openmrs.module.smpr.study.participant.ParticipantService;
import org.openmrs.module.smpr.study.participant.ParticipantState;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;

/** {@code smpr/study/participant}: who is considered for the study, informed, included or opposed, in the order in which they were recorded. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/study/participant",
        supportedClass = Participant.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class ParticipantResource extends ViewResource<Participant> {

    public ParticipantResource() {
        super(ParticipantView.VIEW);
    }

    @Override
    public boolean isVoidable() {
        return true;
    }

    @Override
    public Participant getByUniqueId(String uuid) {
        return service().getParticipant(uuid).orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        String state = parameters.oneOf("state", Shown.names(ParticipantState.values()));
        ParticipantSearch.ParticipantSearchBuilder search = ParticipantSearch.builder()
                .patient(parameters.uuid(Fields.PATIENT))
                .includeVoided(context.getIncludeAll())
                .startIndex(context.getStartIndex())
                .limit(context.getLimit());
        parameters.refuseFaults();
        search.state(state == null ? null : ParticipantState.valueOf(state));
        // First what the access log writes down, also where it is refused.
        List<Participant> page = service().getParticipants(search.build());
        long count = service().countParticipants(search.build());
        return new AlreadyPaged<>(context, page, context.getStartIndex() + page.size() < count, count);
    }

    @Override
    Participant create(SimpleObject body) {
        requireManaging();
        return service().saveParticipant(new ParticipantBody(body).newParticipant());
    }

    @Override
    Participant update(Participant participant, SimpleObject body) {
        requireManaging();
        return service().saveParticipant(new ParticipantBody(body).amendmentOf(participant.getUuid()));
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(Participant participant, String reason, RequestContext context) {
        service().deleteParticipant(participant, context.getParameter(Fields.REASON));
    }

    /** First, so that one who may not do this learns nothing of how it is done. */
    private static void requireManaging() {
        Context.requirePrivilege(SmprPrivileges.GET_STUDY_PARTICIPANTS);
        Context.requirePrivilege(SmprPrivileges.MANAGE_STUDY_PARTICIPANTS);
    }

    private static ParticipantService service() {
        return Context.getService(ParticipantService.class);
    }
}
