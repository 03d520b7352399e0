/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Map;
import java.util.function.Function;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.pathway.plan.DueKind;
import org.openmrs.module.smpr.pathway.plan.DueStatus;
import org.openmrs.module.smpr.pathway.plan.Worklist;
import org.openmrs.module.smpr.pathway.plan.WorklistRow;
import org.openmrs.module.smpr.pathway.plan.WorklistSearch;
import org.openmrs.module.smpr.pathway.plan.WorklistService;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.Converter;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;
import org.openmrs.module.webservices.rest.web.resource.impl.AlreadyPaged;
import org.openmrs.module.webservices.rest.web.response.ResourceDoesNotSupportOperationException;

/** What is due and overdue in the service today, by urgency, with counts; for reading alone. It names patients by their uuids only. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/worklist",
        supportedClass = WorklistRow.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class WorklistResource extends ViewResource<WorklistRow> {

    private static final View<WorklistRow> VIEW = new View<WorklistRow>("worklist", (r, level) -> r.getUuid())
            .ref("display", (r, level) -> display(r))
            .ref("patient", (r, level) -> new SimpleObject().add("uuid", r.getPatient()))
            .ref("episode", (r, level) -> new SimpleObject().add("uuid", r.getEpisode()))
            .ref("kind", (r, level) -> kind(r.getKind()))
            .ref("status", (r, level) -> PlanView.status(r.getStatus()))
            .ref("due", (r, level) -> PlanView.day(r.getDue()))
            .ref("overdueSince", (r, level) -> PlanView.day(r.getOverdueSince()))
            .ref("phase", (r, level) -> EpisodeView.phase(r.getPhase()))
            .ref("inCharge", (r, level) -> AssessmentView.reference(r.getInCharge()))
            .ref("wave", (r, level) -> r.getWave() == null ? null : PlanView.wave(r.getWave()))
            .ref("instrument", (r, level) -> r.getInstrument() == null ? null : Shown.instrument(r.getInstrument()))
            .ref("from", (r, level) -> PlanView.day(r.getFrom()))
            .ref("to", (r, level) -> PlanView.day(r.getTo()));

    public WorklistResource() {
        super(VIEW);
    }

    /** What is due is a moment's view, and nothing to be read one by one. */
    @Override
    public WorklistRow getByUniqueId(String uuid) {
        throw new ResourceDoesNotSupportOperationException();
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return doSearch(context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        Parameters parameters = new Parameters(context::getParameter);
        String kind = parameters.oneOf("kind", Shown.names(DueKind.values()));
        String status = parameters.oneOf("status", DueStatus.DUE.name(), DueStatus.OVERDUE.name());
        WorklistSearch.WorklistSearchBuilder search = WorklistSearch.builder()
                .phase(parameters.oneOf(
                        CommonQuestions.PHASE,
                        CommonQuestions.CUSTODY,
                        CommonQuestions.PRE_RELEASE,
                        CommonQuestions.APC))
                .inCharge(parameters.uuid("inCharge"))
                .from(parameters.day("from"))
                .to(parameters.day("to"))
                .startIndex(context.getStartIndex())
                .limit(context.getLimit());
        parameters.refuseFaults();
        Worklist worklist = Context.getService(WorklistService.class)
                .getWorklist(search.kind(kind == null ? null : DueKind.valueOf(kind))
                        .status(status == null ? null : DueStatus.valueOf(status))
                        .build());
        return new Page(context, worklist);
    }

    private static SimpleObject kind(DueKind kind) {
        return Shown.named(kind, "smpr.dueKind." + kind.name());
    }

    private static String display(WorklistRow row) {
        return row.getInstrument() == null
                ? Messages.text(
                        "smpr.worklist.row",
                        kind(row.getKind()).get("display"),
                        row.getDue().toString())
                : Messages.text(
                        "smpr.worklist.rating",
                        kind(row.getKind()).get("display"),
                        Shown.text(row.getInstrument().getLabel()),
                        Shown.text(row.getWave().getLabel()),
                        row.getDue().toString());
    }

    /** With how much there is altogether beside it. */
    private static final class Page extends AlreadyPaged<WorklistRow> {

        private final Worklist worklist;

        Page(RequestContext context, Worklist worklist) {
            super(
                    context,
                    worklist.getRows(),
                    context.getStartIndex() + worklist.getRows().size() < worklist.getTotal(),
                    worklist.getTotal());
            this.worklist = worklist;
        }

        @Override
        @SuppressWarnings("rawtypes")
        public SimpleObject toSimpleObject(Converter converter) {
            return super.toSimpleObject(converter)
                    .add(
                            "counts",
                            new SimpleObject()
                                    .add("total", worklist.getTotal())
                                    .add("byStatus", counts(worklist.getByStatus(), Enum::name))
                                    .add("byKind", counts(worklist.getByKind(), Enum::name))
                                    .add(
                                            "byPhase",
                                            counts(worklist.getByPhase(), phase -> phase == null ? "" : phase)));
        }

        private static <K> SimpleObject counts(Map<K, Long> counts, Function<K, String> name) {
            SimpleObject shown = new SimpleObject();
            counts.forEach((key, count) -> shown.add(name.apply(key), count));
            return shown;
        }
    }
}
