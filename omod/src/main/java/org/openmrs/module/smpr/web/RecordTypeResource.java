/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.List;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.RecordType;
import org.openmrs.module.smpr.metadata.DictionaryDao;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;

/** What is charted besides assessments, found by its code or by the uuid of its encounter type. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/recordtype",
        supportedClass = RecordType.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class RecordTypeResource extends ViewResource<RecordType> {

    private static final View<RecordType> VIEW = new View<RecordType>("recordtype", (type, level) -> uuid(type))
            .ref("code", (type, level) -> type.getCode())
            .ref("display", (type, level) -> Shown.text(type.getLabel()))
            .full("labels", (type, level) -> type.getLabel().texts())
            .standard("title", (type, level) -> Shown.text(type.getTitle()))
            .full("titles", (type, level) -> type.getTitle().texts())
            .standard("encounterType", (type, level) -> uuid(type))
            .standard(
                    "questions",
                    (type, level) -> QuestionView.of(
                            type,
                            Context.getRegisteredComponent("smpr.dictionaryDao", DictionaryDao.class)
                                    .getDictionary(),
                            level));

    public RecordTypeResource() {
        super(VIEW);
    }

    @Override
    public RecordType getByUniqueId(String codeOrUuid) {
        return types().stream()
                .filter(type -> type.getCode().equals(codeOrUuid) || uuid(type).equals(codeOrUuid))
                .findFirst()
                .orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return page(types(), context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        return doGetAll(context);
    }

    private static List<RecordType> types() {
        return Context.getService(SiteService.class).getRecordTypes();
    }

    private static String uuid(RecordType type) {
        return StableUuid.ofEncounterType(type.getCode());
    }
}
