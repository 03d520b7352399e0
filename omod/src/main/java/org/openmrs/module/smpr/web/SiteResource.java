/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.instrument.SameField;
import org.openmrs.module.smpr.site.CareGap;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteMoment;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.site.StudySettings;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.site.WavePlan;
import org.openmrs.module.webservices.rest.SimpleObject;
import org.openmrs.module.webservices.rest.web.RequestContext;
import org.openmrs.module.webservices.rest.web.RestConstants;
import org.openmrs.module.webservices.rest.web.annotation.Resource;
import org.openmrs.module.webservices.rest.web.resource.api.PageableResult;

/** The settings in force: one object, also before anything was set. */
@Resource(
        name = RestConstants.VERSION_1 + "/smpr/site",
        supportedClass = SettingsInForce.class,
        supportedOpenmrsVersions = {"2.5.* - 2.8.*"})
public class SiteResource extends ViewResource<SettingsInForce> {

    private static final View<SettingsInForce> VIEW = new View<SettingsInForce>(
                    "site",
                    (s, level) ->
                            s.getDocument() == null ? null : s.getDocument().getUuid())
            .ref("display", (s, level) -> Messages.text("smpr.site"))
            .standard(
                    "source",
                    (s, level) ->
                            s.getDocument() == null ? null : s.getDocument().getSource())
            .standard(
                    "dateAccepted",
                    (s, level) -> s.getDocument() == null
                            ? null
                            : Shown.moment(s.getDocument().getDateAccepted()))
            .standard(
                    "acceptedBy",
                    (s, level) -> s.getDocument() == null
                            ? null
                            : SiteValue.by(s.getDocument().getAcceptedBy()))
            .standard("version", (s, level) -> s.getSite().getVersion())
            .standard(
                    "instrumentsInUse",
                    (s, level) -> s.getSite().getInstruments().stream()
                            .filter(Instrument::isInUse)
                            .map(Instrument::getCode)
                            .collect(Collectors.toList()))
            .standard("phasesInUse", (s, level) -> s.getSettings().getPhasesInUse())
            .standard("labels", (s, level) -> labels(s.getSettings().getLabels()))
            .standard(
                    "instruments",
                    (s, level) -> Shown.each(
                            s.getSettings().getInstruments().entrySet(),
                            entry -> instrument(entry.getKey(), entry.getValue())))
            .standard("sameField", (s, level) -> sameField(s.getSettings().getSameField()))
            .standard("waves", (s, level) -> waves(s.getSettings().getWaves()))
            .standard("careGap", (s, level) -> careGap(s.getSettings().getCareGap()))
            .standard(
                    "worklist",
                    (s, level) ->
                            new SimpleObject().add("aheadDays", s.getSettings().getAheadDays()))
            .standard(
                    "readLog",
                    (s, level) ->
                            new SimpleObject().add("keepDays", s.getSettings().getReadLogDays()))
            .standard(
                    "outcomeRegister",
                    (s, level) -> FollowUpView.settings(s.getSettings().getOutcomeRegister()))
            .standard(
                    "doubleRating",
                    (s, level) ->
                            new SimpleObject().add("withinDays", s.getSettings().getDoubleRatingWithinDays()))
            .standard("study", (s, level) -> study(s.getSettings().getStudy()))
            .standard("values", (s, level) -> values(s.getHistory()))
            .full(
                    "text",
                    (s, level) ->
                            s.getDocument() == null ? null : s.getDocument().getDocument())
            .full("documents", (s, level) -> documents(s));

    public SiteResource() {
        super(VIEW);
    }

    @Override
    public SettingsInForce getByUniqueId(String uuid) {
        SettingsInForce inForce = inForce();
        return inForce.getDocument() != null && inForce.getDocument().getUuid().equals(uuid) ? inForce : null;
    }

    @Override
    protected PageableResult doGetAll(RequestContext context) {
        return page(Collections.singletonList(inForce()), context);
    }

    @Override
    protected PageableResult doSearch(RequestContext context) {
        return doGetAll(context);
    }

    private static SettingsInForce inForce() {
        return new SettingsInForce(Context.getService(SiteService.class).getHistory());
    }

    /** @return each value, with the document since which it is in force without a break */
    private static List<Object> values(List<SiteMoment> history) {
        List<Map<String, SiteValue>> tables =
                history.stream().map(moment -> SiteValues.of(moment.getSite())).collect(Collectors.toList());
        List<SiteValue> values = new ArrayList<>(tables.get(0).values());
        values.add(SiteValues.places());
        values.sort(Comparator.comparing(SiteValue::getSection));
        return Shown.each(values, value -> {
            int since = 0;
            while (since < history.size() - 1
                    && value.isAs(tables.get(since + 1).get(value.getKey()))) {
                since++;
            }
            return value.shown(
                    value.getOrigin() == SiteValue.Origin.RECORD
                            ? null
                            : history.get(since).getDocument());
        });
    }

    private static List<Object> documents(SettingsInForce inForce) {
        Set<String> used = Stream.concat(
                        Stream.of(inForce.getSite().getDocument()),
                        inForce.getSite().getDefinitions().values().stream())
                .filter(Objects::nonNull)
                .map(Site.Text::getUuid)
                .collect(Collectors.toSet());
        return inForce.getHistory().stream()
                .map(SiteMoment::getDocument)
                .filter(Objects::nonNull)
                .map(document -> new SimpleObject()
                        .add("uuid", document.getUuid())
                        .add("kind", document.getKind().name())
                        .add("instrument", document.getInstrument())
                        .add("source", document.getSource())
                        .add("dateAccepted", Shown.moment(document.getDateAccepted()))
                        .add("acceptedBy", SiteValue.by(document.getAcceptedBy()))
                        .add("inForce", used.contains(document.getUuid()))
                        .add("text", document.getDocument()))
                .collect(Collectors.toList());
    }

    private static Map<String, Object> labels(Map<String, Label> labels) {
        Map<String, Object> shown = new LinkedHashMap<>();
        labels.forEach((code, label) -> shown.put(code, label.texts()));
        return shown;
    }

    private static SimpleObject sameField(SameField sameField) {
        return new SimpleObject()
                .add("ofSite", sameField.isOfSite())
                .add("notice", Shown.notice(sameField))
                .add("items", sameField.getItems());
    }

    private static SimpleObject waves(WavePlan plan) {
        return new SimpleObject()
                .add("ofSite", plan.isOfSite())
                .add("notice", Messages.text(plan.messageKey()))
                .add("waves", Shown.each(plan.getWaves(), SiteResource::wave));
    }

    private static SimpleObject wave(Wave wave) {
        return PlanView.wave(wave)
                .add("instruments", wave.getInstruments())
                .add("countedFrom", wave.getCountedFrom().name())
                .add(
                        "offset",
                        new SimpleObject()
                                .add("months", wave.getOffset().getMonths())
                                .add("days", wave.getOffset().getDays()))
                .add(
                        "window",
                        new SimpleObject()
                                .add("daysBefore", wave.getDaysBefore())
                                .add("daysAfter", wave.getDaysAfter()))
                .add("phases", wave.getPhases())
                .add("doubleRatings", wave.getDoubleRatings())
                .add("secondWithinDays", wave.getSecondWithinDays());
    }

    private static SimpleObject study(StudySettings study) {
        return new SimpleObject()
                .add("suppressBelow", study.getSuppressBelow())
                .add("reliabilityMinimumPairs", study.getReliabilityMinimumPairs())
                .add("exportKeptDays", study.getExportKeptDays());
    }

    private static SimpleObject careGap(CareGap gap) {
        return gap == null
                ? null
                : new SimpleObject().add("days", gap.getDays()).add("phases", gap.getPhases());
    }

    private static SimpleObject instrument(String code, InstrumentSettings settings) {
        Map<String, Object> reliability = new LinkedHashMap<>();
        settings.getReliability().forEach((scale, stated) -> reliability.put(scale, Shown.reliability(stated)));
        return new SimpleObject()
                .add("code", code)
                .add("options", settings.getOptions())
                .add("omissionLimits", settings.getOmissionLimits())
                .add("notAskedWhere", settings.getNotAskedWhere())
                .add("indices", withinDays(settings.getIndexWithinDays()))
                .add("reliability", reliability);
    }

    private static SimpleObject withinDays(Map<String, Integer> days) {
        SimpleObject indices = new SimpleObject();
        days.forEach((code, within) -> indices.add(code, new SimpleObject().add("withinDays", within)));
        return indices;
    }
}
