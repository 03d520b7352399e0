/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeSearch;
import org.openmrs.module.smpr.pathway.EpisodeService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;

/** Episodes of care, in order of their beginning. What is posted is done whole or not at all. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/episode",
        supportedClass = EpisodeOnPage.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class EpisodeResource extends ViewResource<EpisodeOnPage> {

    public EpisodeResource() {
        super(EpisodeView.VIEW);
    }

    @Override
    public boolean isVoidable() {
        return true;
    }

    @Override
    public EpisodeOnPage getByUniqueId(String uuid) {
        return EpisodeOnPage.alone(service().getEpisode(uuid).orElse(null));
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        EpisodeSearch search = EpisodeSearch.builder()
                .patient(parameters.patient())
                .includeVoided(context.getIncludeAll())
                .startIndex(context.getStartIndex())
                .limit(context.getLimit())
                .build();
        parameters.refuseFaults();
        // First what the access log writes down, also where it is refused.
        List<Episode> page = service().getEpisodes(search);
        long count = service().countEpisodes(search);
        return new AlreadyPaged<>(
                context, EpisodeOnPage.all(page), context.getStartIndex() + page.size() < count, count);
    }

    @Override
    EpisodeOnPage create(SimpleObject body) {
        return EpisodeOnPage.alone(service().saveEpisode(new EpisodeBody(body).newEpisode()));
    }

    @Override
    EpisodeOnPage update(EpisodeOnPage episode, SimpleObject body) {
        return EpisodeOnPage.alone(service().saveEpisode(new EpisodeBody(body).changeOf(episode.getUuid())));
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(EpisodeOnPage episode, String reason, RequestContext context) {
        service().deleteEpisode(episode.getEpisode(), context.getParameter(Fields.REASON));
    }

    private static EpisodeService service() {
        return Context.getService(EpisodeService.class);
    }
}
