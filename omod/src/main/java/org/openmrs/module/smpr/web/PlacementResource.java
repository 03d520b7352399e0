/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.place.Placement;
import org.openmrs.module.smpr.pathway.place.PlacementFields;
import org.openmrs.module.smpr.pathway.place.PlacementSearch;
import org.openmrs.module.smpr.pathway.place.PlacementService;
import org.openmrs.module.smpr.pathway.place.PlacementStatus;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;

/** {@code smpr/placement}: who waits for a place in a unit, is to come, lives there or has; in the order of the waiting list. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/placement",
        supportedClass = Placement.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class PlacementResource extends ViewResource<Placement> {

    public PlacementResource() {
        super(PlacementView.VIEW);
    }

    @Override
    public boolean isVoidable() {
        return true;
    }

    @Override
    public Placement getByUniqueId(String uuid) {
        return service().getPlacement(uuid).orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        PlacementSearch search = PlacementSearch.builder()
                .patient(parameters.patient())
                .unit(parameters.uuid(PlacementFields.UNIT))
                .statuses(parameters.someOf(PlacementFields.STATUS, PlacementStatus.class))
                .includeVoided(context.getIncludeAll())
                .startIndex(context.getStartIndex())
                .limit(context.getLimit())
                .build();
        parameters.refuseFaults();
        // First what the access log writes down, also where it is refused.
        List<Placement> page = service().getPlacements(search);
        long count = service().countPlacements(search);
        return new AlreadyPaged<>(context, page, context.getStartIndex() + page.size() < count, count);
    }

    @Override
    Placement create(SimpleObject body) {
        return service().savePlacement(new PlacementBody(body).newPlacement());
    }

    @Override
    Placement update(Placement placement, SimpleObject body) {
        return service().savePlacement(new PlacementBody(body).stepOf(placement.getUuid()));
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(Placement placement, String reason, RequestContext context) {
        service().deletePlacement(placement, context.getParameter(Fields.REASON));
    }

    private static PlacementService service() {
        return Context.getService(PlacementService.class);
    }
}
