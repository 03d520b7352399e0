/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import lombok.AccessLevel;
import lombok.RequiredArgsConstructor;
import lombok.Value;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.study.measure.Measure;
import org.openmrs.module.smpr.study.measure.Measures;

/** Whether an analysis as it is run follows the plan in force, and where not, why: it is exploratory then. */
@Value
@RequiredArgsConstructor(access = AccessLevel.PRIVATE)
public class PlanStanding {

    public enum Kind {
        PLANNED,
        EXPLORATORY
    }

    /** Why an analysis is exploratory. */
    public enum Reason {
        NO_PLAN,
        /** The plan in force has no such analysis, or not with all that is asked. */
        NOT_IN_PLAN,
        /** The register's follow-up runs from another day than the plan's. */
        ORIGIN_DIFFERS,
        SOURCES_DIFFER,
        /** An offence is violent by another definition than the plan's. */
        VIOLENCE_DIFFERS,
        LAG_DIFFERS,
        /** The register tells no status at one of the plan's horizons. */
        HORIZONS_DIFFER,
        /** A wave that it rests on is none of the plan's, or is another than when the plan was accepted. */
        WAVES_DIFFER,
        /** An instrument that it rests on is new, or is rated or scored otherwise than when the plan was accepted. */
        INSTRUMENTS_DIFFER,
        /** Two ratings make a pair within another number of days than when the plan was accepted. */
        DOUBLE_RATINGS_DIFFER,
        /** Care counts as broken off by another rule than when the plan was accepted. */
        BREAKS_DIFFER
    }

    /** The plan in force; null for none. */
    FrozenPlan plan;

    /** In the order of their declaration; empty where the analysis is planned. */
    Set<Reason> reasons;

    public boolean isPlanned() {
        return reasons.isEmpty();
    }

    public Kind getKind() {
        return isPlanned() ? Kind.PLANNED : Kind.EXPLORATORY;
    }

    /**
     * @param plan the plan in force; null for none
     * @param now what is in force at the site
     * @param analysis as it is run
     */
    public static PlanStanding of(FrozenPlan plan, Site now, PlannedAnalysis analysis) {
        Set<Reason> reasons = EnumSet.noneOf(Reason.class);
        if (plan == null) {
            reasons.add(Reason.NO_PLAN);
        } else {
            note(!plan.getPlan().plans(analysis), Reason.NOT_IN_PLAN, reasons);
            if (analysis.getCounted() != null) {
                compareRegister(
                        plan.getPlan().getDefinitions(),
                        now.getSettings().getOutcomeRegister(),
                        analysis.getCounted().isViolent(),
                        reasons);
            }
            note(
                    analysis.isOnLongestHorizon()
                            && longest(now.getSettings().getOutcomeRegister().getHorizons())
                                    > longest(plan.getPlan().getDefinitions().getHorizons()),
                    Reason.HORIZONS_DIFFER,
                    reasons);
            Set<String> rated = instruments(plan.getSite(), now, analysis);
            compareWaves(plan, now, analysis.onWaves(), rated, reasons);
            compareInstruments(plan.getSite(), now, rated, analysis.onMeasures(), reasons);
            compareRules(plan.getSite().getSettings(), now.getSettings(), analysis, reasons);
        }
        return new PlanStanding(plan, Collections.unmodifiableSet(reasons));
    }

    private static int longest(Collection<Integer> horizons) {
        return horizons.stream().reduce(0, Math::max);
    }

    private static void compareRegister(
            StudyDefinitions planned, OutcomeRegisterSettings now, boolean violent, Set<Reason> reasons) {
        note(planned.getOrigin() != now.getClock(), Reason.ORIGIN_DIFFERS, reasons);
        note(!planned.getSufficientSources().equals(now.getSufficientSources()), Reason.SOURCES_DIFFER, reasons);
        String definition = now.getViolentDefinition() == null
                ? null
                : now.getViolentDefinition().getName();
        note(violent && !Objects.equals(planned.getViolentDefinition(), definition), Reason.VIOLENCE_DIFFERS, reasons);
        note(
                !Objects.equals(planned.getConvictionLagYears(), now.getConvictionLagYears()),
                Reason.LAG_DIFFERS,
                reasons);
        note(!now.getHorizons().containsAll(planned.getHorizons()), Reason.HORIZONS_DIFFER, reasons);
    }

    /** @return codes of those that are rated for it: of its measures, and those that it rests on whole, be they new or as planned */
    private static Set<String> instruments(Site before, Site now, PlannedAnalysis analysis) {
        Set<String> instruments = new TreeSet<>(analysis.onWholeInstruments(before));
        instruments.addAll(analysis.onWholeInstruments(now));
        // A measure's code begins with that of its instrument, which has no dot.
        analysis.onMeasures().forEach(code -> instruments.add(code.split("\\.")[0]));
        return instruments;
    }

    /**
     * What rests on one wave rests on all with its instruments. The mixed model of change is fitted over all of them that the plan has; and an
     * assessment is made for one wave: where another opens earlier, or is new, it can be that one's.
     */
    private static void compareWaves(
            FrozenPlan plan, Site now, Set<String> waves, Set<String> instruments, Set<Reason> reasons) {
        note(
                !plan.getPlan().getDefinitions().getWaves().containsAll(waves)
                        || !waves.isEmpty()
                                && !waves(plan.getSite(), instruments).equals(waves(now, instruments)),
                Reason.WAVES_DIFFER,
                reasons);
    }

    /** @return those with one of the instruments, in order, without their labels, which change nothing */
    private static List<Wave> waves(Site site, Set<String> instruments) {
        return site.getSettings().getWaves().getWaves().stream()
                .filter(wave -> !Collections.disjoint(wave.getInstruments(), instruments))
                .map(wave -> wave.toBuilder().label(null).build())
                .collect(Collectors.toList());
    }

    private static void compareInstruments(
            Site before, Site now, Set<String> rated, Set<String> measures, Set<Reason> reasons) {
        Set<String> instruments = new TreeSet<>(rated);
        Stream.of(before, now).forEach(site -> instruments.addAll(otherInstruments(site, measures)));
        for (String code : instruments) {
            note(
                    !scoring(before, code).equals(scoring(now, code))
                            || !Objects.equals(definition(before, code), definition(now, code)),
                    Reason.INSTRUMENTS_DIFFER,
                    reasons);
        }
    }

    /** @return codes of those that indices among the measures take a sum from */
    private static Set<String> otherInstruments(Site site, Set<String> measures) {
        Measures known = new Measures(site.getInstruments());
        return measures.stream()
                .map(code -> known.find(code).map(Measure::getOfInstrument).orElse(null))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static void compareRules(
            SiteSettings before, SiteSettings now, PlannedAnalysis analysis, Set<Reason> reasons) {
        note(
                analysis.isOnDoubleRatings()
                        && !Objects.equals(before.getDoubleRatingWithinDays(), now.getDoubleRatingWithinDays()),
                Reason.DOUBLE_RATINGS_DIFFER,
                reasons);
        note(
                analysis.isOnBreaksInCare() && !Objects.equals(before.getCareGap(), now.getCareGap()),
                Reason.BREAKS_DIFFER,
                reasons);
    }

    /** What is stated of measurement error is no part of it: a value is the same whatever is known of its error. */
    private static InstrumentSettings scoring(Site site, String instrument) {
        InstrumentSettings set = site.getSettings().forInstrument(instrument);
        return InstrumentSettings.builder()
                .options(set.getOptions())
                .omissionLimits(set.getOmissionLimits())
                .notAskedWhere(set.getNotAskedWhere())
                .indexWithinDays(set.getIndexWithinDays())
                .build();
    }

    private static String definition(Site site, String instrument) {
        Site.Text own = site.getDefinitions().get(instrument);
        return own == null ? null : own.getText();
    }

    private static void note(boolean so, Reason reason, Set<Reason> reasons) {
        if (so) {
            reasons.add(reason);
        }
    }
}
