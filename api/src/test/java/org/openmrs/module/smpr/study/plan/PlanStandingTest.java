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

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Dimension.Direction;
import org.openmrs.module.smpr.instrument.Label;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.site.InstrumentSettings;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.OutcomeSource;
import org.openmrs.module.smpr.site.Reliability;
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

    private final FrozenPlan plan = FrozenPlan.builder()
            .version(1)
            .plan(TestPlans.read(TestPlans.WHOLE))
            .site(TestPlans.site(SiteSettings.NONE))
            .build();

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

    @Test
    public void shouldCompareTheWavesWithThoseOfTheDayOnWhichThePlanWasAccepted() {
        assertEquals(
                Set.of(Reason.WAVES_DIFFER),
                reasons(asPlanned().waves(waves("T3", wave -> wave.daysAfter(300))), CHANGE));
        assertEquals(Set.of(), reasons(asPlanned().waves(waves("T2", wave -> wave.daysAfter(300))), CHANGE));
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

    private Set<Reason> reasons(SiteSettings.SiteSettingsBuilder settings, PlannedAnalysis analysis) {
        return PlanStanding.of(plan, TestPlans.site(settings.build()), analysis).getReasons();
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
