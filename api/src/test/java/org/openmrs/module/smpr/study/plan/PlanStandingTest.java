/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.Period;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.site.CareGap;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.OutcomeSource;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.site.Site;
import org.openmrs.module.smpr.site.SiteSettings;
import org.openmrs.module.smpr.site.ViolentDefinition;
import org.openmrs.module.smpr.site.Wave;
import org.openmrs.module.smpr.site.WavePlan;
import org.openmrs.module.smpr.study.plan.PlanStanding.Reason;

/** What makes an analysis exploratory: that nobody planned it, or that it is done otherwise than was planned. */
public class PlanStandingTest {

    private static final PlannedSurvival ANY =
            new PlannedSurvival(Counted.ANY_BY_FACTS, Set.of(StudyHorizon.ofMonths(12)));

    private static final PlannedSurvival VIOLENT =
            new PlannedSurvival(Counted.VIOLENT_BY_CONVICTION, Set.of(StudyHorizon.ofMonths(60)));

    private static final PlannedChange CHANGE = new PlannedChange("T0", "T3", Set.of("HCR20V3.scale.C"), false);

    private final FrozenPlan plan = frozen(TestPlans.WHOLE);

    @Test
    public void shouldCallPlannedWhatFollowsThePlan() {
        for (PlannedAnalysis analysis : plan.getPlan().analyses()) {
            PlanStanding standing =
                    PlanStanding.of(plan, TestPlans.site(asPlanned().build()), analysis);
            assertTrue(analysis + ": " + standing.getReasons(), standing.isPlanned());
            assertEquals(1, standing.getPlan().getVersion());
        }
    }

    @Test
    public void shouldCallEverythingExploratoryBeforeAPlanIsAccepted() {
        PlanStanding standing = PlanStanding.of(null, TestPlans.site(asPlanned().build()), ANY);
        assertFalse(standing.isPlanned());
        assertEquals(Set.of(Reason.NO_PLAN), standing.getReasons());
        assertNull(standing.getPlan());
    }

    @Test
    public void shouldSayThatThePlanHasNoSuchAnalysis() {
        assertEquals(
                Set.of(Reason.NOT_IN_PLAN),
                reasons(
                        asPlanned(),
                        new PlannedSurvival(Counted.ANY_BY_CONVICTION, Set.of(StudyHorizon.ofMonths(12)))));
        assertEquals(
                Set.of(Reason.NOT_IN_PLAN, Reason.WAVES_DIFFER),
                reasons(
                        asPlanned(),
                        new PlannedValidity(
                                "HCR20V3.scale.C", Direction.RISK, "T9", Counted.ANY_BY_FACTS, Set.of(12))));
    }

    @Test
    public void shouldCompareTheRegisterForWhatRestsOnIt() {
        OutcomeRegisterSettings.OutcomeRegisterSettingsBuilder other = OutcomeRegisterSettings.builder()
                .clock(ClockStart.ECROU_LIFTED)
                .violentDefinition(new ViolentDefinition("another", Label.inEveryLanguage("x")))
                .sufficientSources(EnumSet.of(OutcomeSource.VISIT))
                .horizons(List.of(12, 60));
        SiteSettings.SiteSettingsBuilder settings = asPlanned().outcomeRegister(other.build());
        assertEquals(
                Set.of(
                        Reason.ORIGIN_DIFFERS,
                        Reason.SOURCES_DIFFER,
                        Reason.VIOLENCE_DIFFERS,
                        Reason.LAG_DIFFERS,
                        Reason.HORIZONS_DIFFER),
                reasons(settings, VIOLENT));
        assertFalse(reasons(settings, ANY).contains(Reason.VIOLENCE_DIFFERS));
        assertEquals(Set.of(), reasons(settings, CHANGE));
        assertEquals(
                Set.of(),
                reasons(
                        asPlanned()
                                .outcomeRegister(register()
                                        .horizons(List.of(6, 12, 24, 36, 48, 60))
                                        .build()),
                        ANY));
    }

    /** Whom a rating can predict of is asked until the longest horizon: with a longer one there are others. */
    @Test
    public void shouldCompareTheLongestHorizonForWhatPredicts() {
        SiteSettings.SiteSettingsBuilder longer = asPlanned()
                .outcomeRegister(
                        register().horizons(List.of(12, 24, 36, 48, 60, 72)).build());

        plan.getPlan().analyses().stream()
                .filter(PlannedAnalysis::isOnLongestHorizon)
                .forEach(analysis -> assertEquals(Set.of(Reason.HORIZONS_DIFFER), reasons(longer, analysis)));
        assertEquals(
                2,
                plan.getPlan().analyses().stream()
                        .filter(PlannedAnalysis::isOnLongestHorizon)
                        .count());
    }

    @Test
    public void shouldCompareTheWavesWithThoseOfTheDayOnWhichThePlanWasAccepted() {
        assertEquals(
                Set.of(Reason.WAVES_DIFFER),
                reasons(asPlanned().waves(waves("T3", wave -> wave.daysAfter(300))), CHANGE));
        assertEquals(
                Set.of(),
                reasons(asPlanned().waves(waves("T3", wave -> wave.label(Label.inEveryLanguage("renamed")))), CHANGE));
        assertEquals(
                Set.of(Reason.WAVES_DIFFER),
                reasons(asPlanned().waves(new WavePlan(Collections.emptyList(), true)), CHANGE));
        assertEquals(
                Set.of(Reason.WAVES_DIFFER),
                reasons(
                        asPlanned().waves(waves("T2", wave -> wave.daysAfter(300))),
                        plan.getPlan().getImplementation()));
    }

    /** The mixed model is fitted over all of them. */
    @Test
    public void shouldCompareForAChangeTheWavesBetweenTheTwoToo() {
        assertEquals(
                Set.of(Reason.WAVES_DIFFER),
                reasons(asPlanned().waves(waves("T1", wave -> wave.daysAfter(60))), CHANGE));
        assertEquals(
                Set.of(Reason.WAVES_DIFFER),
                reasons(asPlanned().waves(waves("T2", wave -> wave.offset(Period.ofMonths(4)))), CHANGE));
    }

    /** An assessment is made for one wave: it can be that of another where one opens earlier, or is new. */
    @Test
    public void shouldCompareAllWavesWithAnInstrumentOfWhatRestsOnOne() {
        PlannedValidity atT1 = plan.getPlan().getValidity().get(0);
        SiteSettings.SiteSettingsBuilder opensEarlier = asPlanned().waves(waves("T2", wave -> wave.daysBefore(80)));
        assertEquals(Set.of(Reason.WAVES_DIFFER), reasons(opensEarlier, atT1));
        assertEquals(
                Set.of(Reason.WAVES_DIFFER),
                reasons(opensEarlier, plan.getPlan().getAddedValue().get(0)));
        assertEquals(
                Set.of(Reason.WAVES_DIFFER),
                reasons(opensEarlier, plan.getPlan().getUctiEffect()));
        assertEquals(Set.of(), reasons(opensEarlier, plan.getPlan().getReliability()));
        assertEquals(Set.of(), reasons(opensEarlier, ANY));

        assertEquals(Set.of(Reason.WAVES_DIFFER), reasons(asPlanned().waves(oneMoreWith("HCR20V3")), atT1));
        assertEquals(Set.of(), reasons(asPlanned().waves(oneMoreWith("CAPP")), atT1));
    }

    @Test
    public void shouldCompareHowItsInstrumentsAreRatedAndScored() {
        InstrumentSettings limits =
                InstrumentSettings.builder().omissionLimits(Map.of("C", 1)).build();
        assertEquals(
                Set.of(Reason.INSTRUMENTS_DIFFER), reasons(asPlanned().instruments(Map.of("HCR20V3", limits)), CHANGE));
        assertEquals(Set.of(), reasons(asPlanned().instruments(Map.of("SAPROF", limits)), CHANGE));
        assertEquals(
                Set.of(Reason.INSTRUMENTS_DIFFER),
                reasons(
                        asPlanned().instruments(Map.of("SAPROF", limits)),
                        new PlannedChange("T0", "T3", Set.of("HCR20V3.scale.C"), true)));
        InstrumentSettings error = InstrumentSettings.builder()
                .reliability(Map.of("C", new Reliability(1, 0.8, Label.inEveryLanguage("invented"))))
                .build();
        assertEquals(Set.of(), reasons(asPlanned().instruments(Map.of("HCR20V3", error)), CHANGE));
    }

    @Test
    public void shouldCompareOfAnIndexTheInstrumentThatItTakesItsOtherSumFrom() {
        FrozenPlan ofIndex = frozen(TestPlans.analyses("\"validity\": [{\"measure\": \"SAPROF.index.hcr20-saprof.OUT\","
                + " \"higher\": \"RISK\", \"wave\": \"T1\", \"counted\": \"ANY_BY_FACTS\", \"horizons\": [12]}]"));
        PlannedValidity index = ofIndex.getPlan().getValidity().get(0);
        InstrumentSettings limits =
                InstrumentSettings.builder().omissionLimits(Map.of("total", 2)).build();
        assertEquals(Set.of(), reasons(ofIndex, asPlanned(), index));
        for (String instrument : List.of("SAPROF", "HCR20V3")) {
            assertEquals(
                    instrument,
                    Set.of(Reason.INSTRUMENTS_DIFFER),
                    reasons(ofIndex, asPlanned().instruments(Map.of(instrument, limits)), index));
        }
        assertEquals(Set.of(), reasons(ofIndex, asPlanned().instruments(Map.of("CAPP", limits)), index));
        assertEquals(
                Set.of(Reason.INSTRUMENTS_DIFFER),
                reasons(
                        ofIndex,
                        asPlanned()
                                .instruments(Map.of(
                                        "SAPROF",
                                        InstrumentSettings.builder()
                                                .indexWithinDays(Map.of("hcr20-saprof", 30))
                                                .build())),
                        index));
    }

    @Test
    public void shouldCompareForTheImplementationAnInstrumentOfNoWaveToo() {
        WavePlan withoutCapp = new WavePlan(
                WavePlan.suggested().getWaves().stream()
                        .map(wave -> wave.toBuilder()
                                .instruments(Set.of("HCR20V3", "SAPROF"))
                                .build())
                        .collect(Collectors.toList()),
                true);
        FrozenPlan frozen = frozen(
                TestPlans.WHOLE,
                SiteSettings.NONE.toBuilder().waves(withoutCapp).build());
        InstrumentSettings limits =
                InstrumentSettings.builder().omissionLimits(Map.of("S", 2)).build();
        SiteSettings.SiteSettingsBuilder limited =
                asPlanned().waves(withoutCapp).instruments(Map.of("CAPP", limits));
        assertEquals(
                Set.of(Reason.INSTRUMENTS_DIFFER),
                reasons(frozen, limited, plan.getPlan().getImplementation()));
        assertEquals(
                Set.of(), reasons(frozen, limited, plan.getPlan().getChange().get(0)));
    }

    @Test
    public void shouldCompareForTheImplementationAnInstrumentThatTheSiteHasSinceToo() {
        Site before = plan.getSite();
        List<Instrument> oneMore = new ArrayList<>(before.getInstruments());
        oneMore.add(oneMore.get(0).toBuilder().code("DAILY").build());
        Site now = before.toBuilder()
                .instruments(oneMore)
                .settings(asPlanned().build())
                .definitions(Map.of("DAILY", new Site.Text(null, "a test", "{}")))
                .build();
        assertEquals(
                Set.of(Reason.INSTRUMENTS_DIFFER),
                PlanStanding.of(plan, now, plan.getPlan().getImplementation()).getReasons());
        assertEquals(Set.of(), PlanStanding.of(plan, now, CHANGE).getReasons());
    }

    @Test
    public void shouldCompareWithinHowManyDaysTwoRatingsMakeAPair() {
        SiteSettings.SiteSettingsBuilder closer = asPlanned().doubleRatingWithinDays(7);
        assertEquals(
                Set.of(Reason.DOUBLE_RATINGS_DIFFER),
                reasons(closer, plan.getPlan().getReliability()));
        assertEquals(
                Set.of(Reason.DOUBLE_RATINGS_DIFFER),
                reasons(closer, plan.getPlan().getImplementation()));
        assertEquals(Set.of(), reasons(closer, CHANGE));
    }

    @Test
    public void shouldCompareForTheImplementationWhenCareCountsAsBrokenOff() {
        SiteSettings.SiteSettingsBuilder strict = asPlanned().careGap(new CareGap(21, Set.of()));
        assertEquals(
                Set.of(Reason.BREAKS_DIFFER), reasons(strict, plan.getPlan().getImplementation()));
        assertEquals(Set.of(), reasons(strict, CHANGE));
    }

    private Set<Reason> reasons(SiteSettings.SiteSettingsBuilder settings, PlannedAnalysis analysis) {
        return reasons(plan, settings, analysis);
    }

    private static Set<Reason> reasons(
            FrozenPlan plan, SiteSettings.SiteSettingsBuilder settings, PlannedAnalysis analysis) {
        return PlanStanding.of(plan, TestPlans.site(settings.build()), analysis).getReasons();
    }

    private static FrozenPlan frozen(String document) {
        return frozen(document, SiteSettings.NONE);
    }

    private static FrozenPlan frozen(String document, SiteSettings before) {
        return FrozenPlan.builder()
                .version(1)
                .plan(TestPlans.read(document))
                .site(TestPlans.site(before))
                .build();
    }

    private static SiteSettings.SiteSettingsBuilder asPlanned() {
        return SiteSettings.NONE.toBuilder().outcomeRegister(register().build());
    }

    private static OutcomeRegisterSettings.OutcomeRegisterSettingsBuilder register() {
        return OutcomeRegisterSettings.builder()
                .clock(ClockStart.LEFT_BUILDING)
                .violentDefinition(new ViolentDefinition("ours", Label.inEveryLanguage("x")))
                .convictionLagYears(3);
    }

    /** The waves as planned, and one after them. */
    private static WavePlan oneMoreWith(String instrument) {
        List<Wave> waves = new ArrayList<>(WavePlan.suggested().getWaves());
        waves.add(waves.get(0).toBuilder()
                .code("T4")
                .instruments(Set.of(instrument))
                .build());
        return new WavePlan(waves, true);
    }

    private static WavePlan waves(String changed, UnaryOperator<Wave.WaveBuilder> change) {
        return new WavePlan(
                WavePlan.suggested().getWaves().stream()
                        .map(wave -> wave.getCode().equals(changed)
                                ? change.apply(wave.toBuilder()).build()
                                : wave)
                        .collect(Collectors.toList()),
                true);
    }
}
