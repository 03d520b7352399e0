/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Collections;
import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.RecordSearch;
import org.openmrs.module.smpr.pathway.record.RecordService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;

/** Records of the pathway of one type, in order of their dates. */
abstract class RecordResource extends ViewResource<PathwayRecord> {

    private final String type;

    /** @param type the code of the records */
    RecordResource(String type, View<PathwayRecord> view) {
        super(view);
        this.type = type;
    }

    @Override
    public boolean isVoidable() {
        return true;
    }

    @Override
    public PathwayRecord getByUniqueId(String uuid) {
        return service().getRecord(uuid).filter(record -> record.is(type)).orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        RecordSearch search = RecordSearch.builder()
                .patient(parameters.patient())
                .types(Collections.singleton(type))
                .from(parameters.from())
                .to(parameters.to())
                .includeVoided(context.getIncludeAll())
                .startIndex(context.getStartIndex())
                .limit(context.getLimit())
                .build();
        parameters.refuseFaults();
        // First what the access log writes down, also where it is refused.
        List<PathwayRecord> page = service().getRecords(search);
        long count = service().countRecords(search);
        return new AlreadyPaged<>(context, page, context.getStartIndex() + page.size() < count, count);
    }

    @Override
    PathwayRecord create(SimpleObject body) {
        return service().saveRecord(new RecordBody(type, body).newRecord());
    }

    @Override
    PathwayRecord update(PathwayRecord record, SimpleObject body) {
        return service().saveRecord(new RecordBody(type, body).changeOf(record.getUuid()));
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(PathwayRecord record, String reason, RequestContext context) {
        service().deleteRecord(record, context.getParameter(Fields.REASON));
    }

    private static RecordService service() {
        return Context.getService(RecordService.class);
    }
}
