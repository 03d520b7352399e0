/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.site.AccessLogEntry;
import org.openmrs.module.smpr.site.AccessLogSearch;
import org.openmrs.module.smpr.site.AccessLogService;
import org.openmrs.module.smpr.site.ReadOfPeople;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;

/** Who read what of whom, the newest first; for reading alone. It names patients by their uuids only, and an entry is so small that every representation has all of it. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/accesslog",
        supportedClass = AccessLogEntry.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class AccessLogResource extends ViewResource<AccessLogEntry> {

    private static final View<AccessLogEntry> VIEW = new View<AccessLogEntry>("accesslog", (e, level) -> e.getUuid())
            .ref("display", (e, level) -> e.getWhat() + " " + e.getOutcome() + " " + Shown.day(e.getDate()))
            .ref("date", (e, level) -> Shown.moment(e.getDate()))
            .ref("user", (e, level) -> e.getUser() == null ? null : Shown.reference(e.getUser(), e.getUserName()))
            .ref("what", (e, level) -> e.getWhat())
            .ref("patient", (e, level) -> reference(e.getPatient()))
            .ref("assessment", (e, level) -> object(e, ReadOfPeople.ASSESSMENT))
            .ref("summary", (e, level) -> object(e, ReadOfPeople.REPORT))
            .ref("ofPathway", (e, level) -> object(e, ReadOfPeople.PATHWAY))
            .ref("placement", (e, level) -> object(e, ReadOfPeople.PLACEMENT))
            .ref("job", (e, level) -> job(e))
            .ref("registerEntry", (e, level) -> object(e, ReadOfPeople.OUTCOME))
            .ref("participant", (e, level) -> object(e, ReadOfPeople.STUDY))
            .ref("route", (e, level) -> e.getRoute())
            .ref("outcome", (e, level) -> e.getOutcome());

    public AccessLogResource() {
        super(VIEW);
    }

    @Override
    public AccessLogEntry getByUniqueId(String uuid) {
        return service().getAccessLogEntry(uuid).orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        AccessLogSearch search = AccessLogSearch.builder()
                .user(parameters.uuid("user"))
                .patient(parameters.uuid("patient"))
                .what(parameters.oneOf(
                        "what",
                        ReadOfPeople.ASSESSMENT,
                        ReadOfPeople.TRAJECTORY,
                        ReadOfPeople.REPORT,
                        ReadOfPeople.PATHWAY,
                        ReadOfPeople.WORKLIST,
                        ReadOfPeople.PLACEMENT,
                        ReadOfPeople.OUTCOME,
                        ReadOfPeople.STUDY,
                        ReadOfPeople.COHORT,
                        ReadOfPeople.EXPORT,
                        ReadOfPeople.IMPORT))
                .outcome(parameters.oneOf("outcome", Shown.names(AccessLogEntry.Outcome.values())))
                .from(parameters.from())
                .to(parameters.to())
                .startIndex(context.getStartIndex())
                .limit(context.getLimit())
                .build();
        parameters.refuseFaults();
        long count = service().countAccessLog(search);
        List<AccessLogEntry> page = service().getAccessLog(search);
        return new AlreadyPaged<>(context, page, context.getStartIndex() + page.size() < count, count);
    }

    /** @return the one thing that was read, if it is of that sort */
    private static SimpleObject object(AccessLogEntry entry, String what) {
        return what.equals(entry.getWhat()) ? reference(entry.getObject()) : null;
    }

    private static SimpleObject job(AccessLogEntry entry) {
        SimpleObject export = object(entry, ReadOfPeople.EXPORT);
        return export == null ? object(entry, ReadOfPeople.IMPORT) : export;
    }

    private static SimpleObject reference(String uuid) {
        return uuid == null ? null : new SimpleObject().add("uuid", uuid);
    }

    private static AccessLogService service() {
        return Context.getService(AccessLogService.class);
    }
}
