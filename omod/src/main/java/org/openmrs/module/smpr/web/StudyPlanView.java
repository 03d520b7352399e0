/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.web;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.study.measure.Measures;
import org.openmrs.module.smpr.study.plan.Criterion;
import org.openmrs.module.smpr.study.plan.Eligibility;
import org.openmrs.module.smpr.study.plan.FrozenPlan;
import org.openmrs.module.smpr.study.plan.PlannedAddedValue;
import org.openmrs.module.smpr.study.plan.PlannedChange;
import org.openmrs.module.smpr.study.plan.PlannedSurvival;
import org.openmrs.module.smpr.study.plan.PlannedUctiEffect;
import org.openmrs.module.smpr.study.plan.PlannedValidity;
import org.openmrs.module.smpr.study.plan.StudyDefinitions;
import org.openmrs.module.smpr.study.plan.StudyHorizon;
import org.openmrs.module.smpr.study.plan.StudyPlan;
import org.openmrs.module.webservices.rest.SimpleObject;

/** What REST shows of a version of the plan of analysis; of one that this version of the module cannot read, its text. */
final class StudyPlanView {

    static final View<FrozenPlan> VIEW = new View<FrozenPlan>("study/plan", (p, level) -> p.getUuid())
            .ref("display", (p, level) -> Messages.text("smpr.study.plan", String.valueOf(p.getVersion())))
            .ref("version", (p, level) -> p.getVersion())
            .ref("inForce", (p, level) -> p.isInForce())
            .ref("dateAccepted", (p, level) -> Shown.moment(p.getDateAccepted()))
            .ref(
                    "acceptedBy",
                    (p, level) -> Shown.reference(
                            p.getAcceptedBy().getUuid(), p.getAcceptedBy().getName()))
            .ref("sha256", (p, level) -> p.getSha256())
            .standard(
                    "title",
                    (p, level) ->
                            p.getPlan() == null ? null : Shown.text(p.getPlan().getTitle()))
            .standard(
                    "date",
                    (p, level) ->
                            p.getPlan() == null ? null : p.getPlan().getDate().toString())
            .standard(
                    "protocol",
                    (p, level) -> p.getPlan() == null ? null : p.getPlan().getProtocol())
            .standard(
                    "eligibility",
                    (p, level) ->
                            p.getPlan() == null ? null : eligibility(p.getPlan().getEligibility(), level))
            .standard(
                    "definitions",
                    (p, level) ->
                            p.getPlan() == null ? null : definitions(p.getPlan().getDefinitions()))
            .standard("analyses", (p, level) -> p.getPlan() == null ? null : analyses(p.getPlan()))
            .standard("names", (p, level) -> p.getPlan() == null ? null : names(p.getPlan(), p.getSite()))
            .full("text", (p, level) -> p.getDocument());

    private StudyPlanView() {}

    private static SimpleObject eligibility(Eligibility eligibility, Level level) {
        return new SimpleObject()
                .add("releasedFrom", text(eligibility.getReleasedFrom()))
                .add("releasedUntil", text(eligibility.getReleasedUntil()))
                .add("minimumAge", eligibility.getMinimumAge())
                .add("criteria", Shown.each(eligibility.getCriteria(), criterion -> criterion(criterion, level)));
    }

    private static SimpleObject criterion(Criterion criterion, Level level) {
        return Shown.coded(criterion.getCode(), criterion.getLabel(), level)
                .add("kind", criterion.getKind().name());
    }

    private static SimpleObject definitions(StudyDefinitions definitions) {
        return new SimpleObject()
                .add("origin", OutcomeEventView.coded("clock", definitions.getOrigin()))
                .add(
                        "sufficientSources",
                        Shown.each(
                                definitions.getSufficientSources(), source -> OutcomeEventView.coded("source", source)))
                .add("violentDefinition", definitions.getViolentDefinition())
                .add("convictionLagYears", definitions.getConvictionLagYears())
                .add("horizons", definitions.getHorizons())
                .add("waves", definitions.getWaves());
    }

    private static SimpleObject analyses(StudyPlan plan) {
        return new SimpleObject()
                .add("survival", Shown.each(plan.getSurvival(), survival -> survival(survival, plan)))
                .add("change", Shown.each(plan.getChange(), StudyPlanView::change))
                .add("validity", Shown.each(plan.getValidity(), StudyPlanView::validity))
                .add("addedValue", Shown.each(plan.getAddedValue(), StudyPlanView::addedValue))
                .add(
                        "reliability",
                        plan.getReliability() == null
                                ? null
                                : new SimpleObject()
                                        .add("measures", plan.getReliability().getMeasures()))
                .add("implementation", plan.getImplementation() != null)
                .add("uctiEffect", plan.getUctiEffect() == null ? null : uctiEffect(plan.getUctiEffect()));
    }

    /** @return what the waves and measures of the plan were called when it was accepted, by their codes */
    private static SimpleObject names(StudyPlan plan, Site site) {
        SimpleObject names = new SimpleObject().add("AGE", Messages.text("smpr.study.variable.age"));
        Set<String> waves = new HashSet<>(plan.getDefinitions().getWaves());
        Set<String> measures = new HashSet<>();
        plan.analyses().forEach(analysis -> {
            waves.addAll(analysis.onWaves());
            measures.addAll(analysis.onMeasures());
        });
        site.getSettings().getWaves().getWaves().stream()
                .filter(wave -> waves.contains(wave.getCode()))
                .forEach(wave -> names.add(wave.getCode(), Shown.text(wave.getLabel())));
        new Measures(site.getInstruments())
                .all().stream()
                        .filter(measure -> measures.contains(measure.getCode()))
                        .forEach(measure -> names.add(measure.getCode(), Shown.text(measure.getLabel())));
        return names;
    }

    private static SimpleObject survival(PlannedSurvival survival, StudyPlan plan) {
        return new SimpleObject()
                .add("counted", counted(survival.getCounted()))
                .add("horizons", horizons(survival.getHorizons()))
                .add("primary", survival.equals(plan.getPrimary()));
    }

    /** @return months as numbers, and the end of care by its code, as in the document */
    private static List<Object> horizons(Collection<StudyHorizon> horizons) {
        return Shown.each(
                horizons, horizon -> horizon.isEndOfCare() ? (Object) horizon.getCode() : horizon.getMonths());
    }

    private static SimpleObject change(PlannedChange change) {
        return new SimpleObject()
                .add("from", change.getFrom())
                .add("to", change.getTo())
                .add("measures", change.getMeasures())
                .add("judgements", change.isJudgements());
    }

    private static SimpleObject validity(PlannedValidity validity) {
        return new SimpleObject()
                .add("measure", validity.getMeasure())
                .add("higher", validity.getHigher().name())
                .add("wave", validity.getWave())
                .add("counted", counted(validity.getCounted()))
                .add("horizons", validity.getHorizons());
    }

    private static SimpleObject addedValue(PlannedAddedValue value) {
        return new SimpleObject()
                .add("base", value.getBase())
                .add("added", value.getAdded())
                .add("wave", value.getWave())
                .add("counted", counted(value.getCounted()))
                .add("horizon", value.getHorizon());
    }

    private static SimpleObject uctiEffect(PlannedUctiEffect effect) {
        return new SimpleObject()
                .add("landmarkDays", effect.getLandmarkDays())
                .add("covariates", effect.getCovariates())
                .add("wave", effect.getWave())
                .add("counted", counted(effect.getCounted()))
                .add("horizon", effect.getHorizon());
    }

    private static SimpleObject counted(Counted counted) {
        return OutcomeEventView.coded("counted", counted);
    }

    private static String text(Object day) {
        return day == null ? null : day.toString();
    }
}
