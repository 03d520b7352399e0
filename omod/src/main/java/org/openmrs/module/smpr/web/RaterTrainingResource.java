/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.Fields;
import org.openmrs.module.smpr.pathway.training.RaterTraining;
import org.openmrs.module.smpr.pathway.training.RaterTrainingInput;
import org.openmrs.module.smpr.pathway.training.RaterTrainingSearch;
import org.openmrs.module.smpr.pathway.training.RaterTrainingService;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;

/** Who of the service was trained in which instrument, the latest first. What was charted wrongly is voided, and charted again. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/ratertraining",
        supportedClass = RaterTraining.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class RaterTrainingResource extends ViewResource<RaterTraining> {

    private static final String PROVIDER = "provider";

    private static final String LEVEL = "level";

    private static final String NOTE = "note";

    private static final View<RaterTraining> VIEW = new View<RaterTraining>("ratertraining", (t, level) -> t.getUuid())
            .ref("display", (t, level) -> display(t))
            .standard(PROVIDER, (t, level) -> AssessmentView.reference(t.getRater()))
            .standard(Fields.INSTRUMENT, (t, level) -> instrument(t.getInstrument()))
            .standard(Fields.DATE, (t, level) -> t.getDay().toString())
            .standard(LEVEL, (t, level) -> Shown.named(t.getTrainingLevel(), "smpr.training." + t.getTrainingLevel()))
            .standard(NOTE, (t, level) -> t.getNote())
            .standard("voided", (t, level) -> t.isVoided())
            .full(
                    "auditInfo",
                    (t, level) -> AssessmentView.auditInfo(
                            name(t.getCreator()),
                            t.getDateCreated(),
                            t.isVoided(),
                            name(t.getVoidedBy()),
                            t.getDateVoided(),
                            t.getVoidReason()));

    public RaterTrainingResource() {
        super(VIEW);
    }

    @Override
    public boolean isVoidable() {
        return true;
    }

    @Override
    public RaterTraining getByUniqueId(String uuid) {
        return service().getTraining(uuid).orElse(null);
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        RaterTrainingSearch search = RaterTrainingSearch.builder()
                .provider(parameters.uuid(PROVIDER))
                .instrument(parameters.instrument())
                .includeVoided(context.getIncludeAll())
                .startIndex(context.getStartIndex())
                .limit(context.getLimit())
                .build();
        parameters.refuseFaults();
        List<RaterTraining> page = service().getTrainings(search);
        long count = service().countTrainings(search);
        return new AlreadyPaged<>(context, page, context.getStartIndex() + page.size() < count, count);
    }

    @Override
    RaterTraining create(SimpleObject body) {
        Map<String, Object> posted = new LinkedHashMap<>(body);
        List<Fault> faults = new ArrayList<>();
        RaterTrainingInput.RaterTrainingInputBuilder input = RaterTrainingInput.builder()
                .provider(PostedText.of(PROVIDER, "uuid", posted.remove(PROVIDER), faults))
                .instrument(PostedText.of(Fields.INSTRUMENT, "code", posted.remove(Fields.INSTRUMENT), faults))
                .date(PostedText.of(Fields.DATE, null, posted.remove(Fields.DATE), faults))
                .level(PostedText.of(LEVEL, "code", posted.remove(LEVEL), faults))
                .note(PostedText.of(NOTE, null, posted.remove(NOTE), faults));
        posted.keySet().forEach(name -> faults.add(Fault.of(name, "unknownProperty", name)));
        return service().saveTraining(input.faults(faults).build());
    }

    /** @param reason as the REST module has it, which makes one up where none is given */
    @Override
    protected void delete(RaterTraining training, String reason, RequestContext context) {
        service().deleteTraining(training, context.getParameter(Fields.REASON));
    }

    private static String display(RaterTraining training) {
        return training.getInstrument() + " " + Messages.text("smpr.training." + training.getTrainingLevel()) + ", "
                + training.getDay();
    }

    private static Object instrument(String code) {
        return Context.getService(SiteService.class)
                .getInstrument(code)
                .map(Shown::instrument)
                .orElseGet(() -> new SimpleObject().add("code", code).add("display", code));
    }

    private static String name(User user) {
        return user == null ? null : user.getUsername() == null ? user.getSystemId() : user.getUsername();
    }

    private static RaterTrainingService service() {
        return Context.getService(RaterTrainingService.class);
    }
}
