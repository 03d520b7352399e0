/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Collections;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.place.Span;
import org.openmrs.module.smpr.pathway.place.Unit;
import org.openmrs.module.smpr.pathway.place.UnitService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.response.ObjectNotFoundException;

/** {@code smpr/unit}: units with places (UCTI), and how they are occupied over the days asked for. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/unit",
        supportedClass = Unit.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class UnitResource extends ViewResource<Unit> {

    public UnitResource() {
        super(UnitView.VIEW);
    }

    @Override
    public boolean isRetirable() {
        return true;
    }

    @Override
    public Object retrieve(String uuid, RequestContext context) {
        UnitView.VIEW.refuseUnknown(context.getRepresentation());
        Unit unit = service().getUnit(uuid, span(context)).orElseThrow(ObjectNotFoundException::new);
        return asRepresentation(unit, context.getRepresentation());
    }

    @Override
    public Unit getByUniqueId(String uuid) {
        return service().getUnit(uuid, null).orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        return page(service().getUnits(span(context), context.getIncludeAll()), context);
    }

    private static Span span(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        Span span = parameters.span();
        parameters.refuseFaults();
        return span;
    }

    @Override
    Unit create(SimpleObject body) {
        return service().saveUnit(new UnitBody(body).newUnit());
    }

    /** The REST module itself knows the request to bring back what was retired only where it says "false" as a text. */
    @Override
    Unit update(Unit unit, SimpleObject body) {
        return body.equals(Collections.singletonMap("deleted", false))
                ? undelete(unit, null)
                : service().saveUnit(new UnitBody(body).changeOf(unit.getUuid()));
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(Unit unit, String reason, RequestContext context) {
        service().deleteUnit(unit, context.getParameter(Fields.REASON));
    }

    @Override
    protected Unit undelete(Unit unit, RequestContext context) {
        return service().undeleteUnit(unit);
    }

    private static UnitService service() {
        return Context.getService(UnitService.class);
    }
}
