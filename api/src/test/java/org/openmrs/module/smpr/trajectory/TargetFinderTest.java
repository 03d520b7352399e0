/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.TestInstruments.HCR20V3;
import static org.openmrs.module.smpr.TestInstruments.SAPROF;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.trajectory.TestSeries.Charted;

/** What to work on now, what protects, and what is to be built. */
public class TargetFinderTest {

    private final TestSeries man = new TestSeries();

    @Test
    public void shouldKeepAnItemInSightThatIsOmittedNowAndWasThereWhenLastRated() {
        man.hcr20("2025-09-10").rated("N").rated("C2", "Y");
        man.hcr20("2025-12-10").rated("N").rated("C2", "OMIT");
        man.hcr20("2026-02-10").rated("N").rated("C2", "OMIT");
        Targets targets = man.trajectory().getTargets();
        assertEquals(List.of(), targets.getRisk());
        assertEquals("C2", targets.getNotRatedNow().get(0).getItem().getCode());
        assertEquals(
                "HCR20V3 2025-09-10",
                targets.getNotRatedNow().get(0).getRatedBy().getUuid());
    }

    @Test
    public void shouldNotKeepInSightWhatWasAbsentWhenLastRated() {
        man.hcr20("2025-09-10").rated("C2", "Y");
        man.hcr20("2025-12-10").rated("C2", "N");
        man.hcr20("2026-02-10").rated("C2", "OMIT");
        assertEquals(List.of(), man.trajectory().getTargets().getNotRatedNow());
    }

    @Test
    public void shouldHoldWhatIsToBeWorkedOnBesideAnEarlierDayAndCountEachDayOnce() {
        man.hcr20("2025-09-10").rated("N").rated("C2", "Y");
        man.hcr20("2026-02-10")
                .at("2026-02-10T09:00:00+01:00")
                .with("raterRole", "SINGLE")
                .rated("N")
                .rated("C2", "P");
        man.hcr20("2026-02-10").at("2026-02-10T16:00:00+01:00").rated("N").rated("C2", "P");
        Target target = man.trajectory().getTargets().getRisk().get(0);
        assertEquals(Movement.LESS, target.getSinceLast());
        assertEquals(List.of(), target.getSinceLastReasons());
        assertEquals(2, target.getRatedSo());
    }

    @Test
    public void shouldNotLetAMovementAcrossSettingsChangeTheOrder() {
        man.hcr20("2025-09-10").rated("N").rated("C1", "Y").rated("C4", "P");
        man.hcr20("2026-02-10").outside("APC").rated("N").rated("C1", "Y").rated("C4", "Y");
        List<Target> targets = man.trajectory().getTargets().getRisk();
        assertEquals("C1", targets.get(0).getItem().getCode());
        assertEquals("C4", targets.get(1).getItem().getCode());
        assertEquals(Movement.MORE, targets.get(1).getSinceLast());
        assertEquals(List.of(Reason.SETTING_CHANGED), targets.get(1).getSinceLastReasons());
    }

    @Test
    public void shouldTakeDynamicItemsThatArePresentOrPartlyPresent() {
        man.hcr20("2026-05-10")
                .rated("N")
                .rated("H1", "Y")
                .rated("C2", "P")
                .rated("C4", "Y")
                .rated("C5", "OMIT");
        // H1 is there for life, and nothing to work on.
        assertEquals(List.of("C4.presence", "C2.presence"), codes());
    }

    @Test
    public void shouldOrderByRelevanceThenByDirectionThenByPresence() {
        man.hcr20("2026-01-10").rated("N").scale("C", "PPYPY").scale("R", "YNNNN");
        man.hcr20("2026-05-10")
                .rated("N")
                .scale("C", "YPYPP")
                .scale("R", "YNNNN")
                .relevance("C1", "LOW")
                .relevance("C4", "HIGH")
                .relevance("C5", "HIGH");
        assertEquals(
                List.of(
                        // high: the same before the one that fell, though both are partly present
                        "C4.presence P HIGH SAME",
                        "C5.presence P HIGH LESS",
                        // moderate, and all the same: what is present before what is partly so, then as the form has
                        // them
                        "C3.presence Y MODERATE SAME",
                        "R1.IN.presence Y MODERATE SAME",
                        "C2.presence P MODERATE SAME",
                        // low, though it rose
                        "C1.presence Y LOW MORE"),
                lines());
    }

    @Test
    public void shouldPutWhatRoseFirstAmongThoseThatMatterAsMuch() {
        man.hcr20("2026-01-10").rated("N").scale("C", "YNYON".replace('O', 'P'));
        man.hcr20("2026-05-10").rated("N").scale("C", "YPPNN");
        assertEquals(
                List.of("C2.presence P MODERATE MORE", "C1.presence Y MODERATE SAME", "C3.presence P MODERATE LESS"),
                lines());
    }

    @Test
    public void shouldPutLastWhatNobodyHasStatedTheRelevanceOf() {
        man.hcr20("2026-05-10")
                .rated("N")
                .scale("C", "YPPNN")
                .relevance("C1", "OMIT")
                .relevance("C2", "LOW")
                .without("C3.relevance");
        assertEquals(List.of("C2.presence P LOW null", "C1.presence Y OMIT null", "C3.presence P null null"), lines());
    }

    @Test
    public void shouldRateEachContextApart() {
        man.hcr20("2026-05-10").rated("N").ratedFor("IN", "OUT").rated("R2", "Y");
        assertEquals(List.of("R2.IN.presence", "R2.OUT.presence"), codes());
    }

    @Test
    public void shouldSayOfAContextRatedForTheFirstTimeThatNothingCanBeCompared() {
        man.hcr20("2026-01-10").rated("N");
        man.hcr20("2026-05-10").rated("N").outside().rated("R2", "Y");
        Target target = onlyTarget();
        assertEquals(Movement.NOT_COMPARABLE, target.getSinceLast());
        assertEquals("HCR20V3 2026-05-10", target.getStandingSince().getUuid());
        assertEquals(1, target.getRatedSo());
        assertEquals(0, target.getNotRated());
    }

    @Test
    public void shouldSaySinceWhenATargetHasStood() {
        insight("2025-01-10", "Y");
        insight("2025-05-10", "N");
        insight("2025-09-10", "P");
        insight("2026-01-10", "Y");
        insight("2026-05-10", "Y");
        Target target = onlyTarget();
        assertEquals("HCR20V3 2025-09-10", target.getStandingSince().getUuid());
        assertEquals("HCR20V3 2026-05-10", target.getRatedBy().getUuid());
        assertEquals(3, target.getRatedSo());
        assertEquals(0, target.getNotRated());
    }

    @Test
    public void shouldNotTakeAnUnratedItemForAnAbsentOne() {
        insight("2025-01-10", "OMIT");
        insight("2025-05-10", "P");
        insight("2025-09-10", "OMIT");
        insight("2026-01-10", "Y").fault("ratings.C1.presence", "severalAnswers");
        insight("2026-05-10", "Y");
        Target target = onlyTarget();
        assertEquals("HCR20V3 2025-05-10", target.getStandingSince().getUuid());
        assertEquals(2, target.getRatedSo());
        // The one before it first stood is not in between.
        assertEquals(2, target.getNotRated());
        assertEquals(Movement.NOT_COMPARABLE, target.getSinceLast());
    }

    @Test
    public void shouldLookAtTheLatestThatCounts() {
        insight("2026-01-10", "Y");
        insight("2026-03-10", "N").with("status", "DRAFT");
        insight("2026-05-10", "N").with("raterRole", "INDEPENDENT");
        assertEquals("HCR20V3 2026-01-10", onlyTarget().getRatedBy().getUuid());
        assertNull(onlyTarget().getSinceLast());
    }

    @Test
    public void shouldHaveNoTargetsWhereNothingWasAssessed() {
        Targets targets = man.trajectory().getTargets();
        assertEquals(List.of(), targets.getRisk());
        assertEquals(List.of(), targets.getKeep());
        assertEquals(List.of(), targets.getBuild());
    }

    @Test
    public void shouldTakeNoSymptomForATarget() {
        man.capp("2026-05-10").rated("6");
        assertEquals(List.of(), codes());
    }

    @Test
    public void shouldKeepKeyItemsAndBuildGoalItems() {
        man.saprof("2026-01-10").rated("05", "0").with("key", "03");
        man.saprof("2026-05-10").with("key", "05", "07").with("goal", "05", "06");
        Targets targets = man.trajectory().getTargets();
        assertEquals(List.of("05 LESS [key, goal]", "07 SAME [key]"), protectors(targets.getKeep()));
        assertEquals(List.of("05 LESS [key, goal]", "06 SAME [goal]"), protectors(targets.getBuild()));
        assertEquals("1", targets.getKeep().get(0).getRating().getCode());
        assertEquals("SAPROF 2026-05-10", targets.getKeep().get(0).getRatedBy().getUuid());
    }

    @Test
    public void shouldPutProtectiveItemsOfTheSameFieldBesideATarget() {
        insight("2026-05-10", "N").rated("C3", "Y");
        man.saprof("2026-05-12").rated("12", "NA").rated("15", "2");
        Target symptoms = onlyTarget();
        assertEquals(List.of("12 null []", "15 null []"), protectors(symptoms.getProtectors()));
        assertEquals("NA", symptoms.getProtectors().get(0).getRating().getCode());
        assertEquals("2", symptoms.getProtectors().get(1).getRating().getCode());
        assertFalse(man.trajectory().getTargets().getSameField().isOfSite());
    }

    @Test
    public void shouldPutThemThereUnratedWhereNothingIsRated() {
        insight("2026-05-10", "Y");
        Protector motivation = onlyTarget().getProtectors().get(0);
        assertEquals("09", motivation.getItem().getCode());
        assertNull(motivation.getRating());
        assertNull(motivation.getRatedBy());
        assertNull(motivation.getSinceLast());
    }

    @Test
    public void shouldUseTheMapOfTheSite() {
        insight("2026-05-10", "N").rated("C3", "Y");
        man.saprof("2026-05-12");
        man.sameField(Map.of("HCR20V3.C3", List.of("SAPROF.06", "CAPP.C1")));
        assertEquals(
                List.of("SAPROF 06", "CAPP C1"),
                onlyTarget().getProtectors().stream()
                        .map(p ->
                                p.getInstrument().getCode() + " " + p.getItem().getCode())
                        .collect(Collectors.toList()));
        assertTrue(man.trajectory().getTargets().getSameField().isOfSite());
        man.sameField(Map.of());
        assertEquals(List.of(), onlyTarget().getProtectors());
    }

    @Test
    public void shouldShowAnItemRatedPerContextAsItWasRated() {
        insight("2026-05-10", "Y").outside();
        man.sameField(Map.of("HCR20V3.C1", List.of("HCR20V3.R3")));
        Protector support = onlyTarget().getProtectors().get(0);
        assertEquals("R3.OUT.presence", support.getQuestion().getCode());
        assertEquals("N", support.getRating().getCode());
    }

    @Test
    public void shouldPutNothingThereOfAnInstrumentThatTheReaderMayNotSee() {
        insight("2026-05-10", "Y");
        man.saprof("2026-05-12");
        man.visible(HCR20V3);
        assertEquals(List.of(), onlyTarget().getProtectors());
        assertEquals(List.of(), man.trajectory().getTargets().getKeep());
        man.visible(SAPROF);
        assertEquals(List.of(), codes());
        assertEquals(2, man.trajectory().getTargets().getKeep().size());
    }

    /** Everything absent but insight, which is rated so. */
    private Charted insight(String day, String rating) {
        return man.hcr20(day).rated("N").rated("C1", rating);
    }

    private List<Target> targets() {
        return man.trajectory().getTargets().getRisk();
    }

    private Target onlyTarget() {
        assertEquals(1, targets().size());
        return targets().get(0);
    }

    private List<String> codes() {
        return targets().stream().map(target -> target.getQuestion().getCode()).collect(Collectors.toList());
    }

    private List<String> lines() {
        return targets().stream()
                .map(target -> target.getQuestion().getCode() + " "
                        + target.getRating().getCode() + " "
                        + (target.getRelevance() == null
                                ? null
                                : target.getRelevance().getCode())
                        + " " + target.getSinceLast())
                .collect(Collectors.toList());
    }

    private static List<String> protectors(List<Protector> protectors) {
        return protectors.stream()
                .map(protector -> protector.getItem().getCode() + " " + protector.getSinceLast() + " "
                        + protector.getMarks().stream()
                                .map(mark -> mark.getCode())
                                .collect(Collectors.toList()))
                .collect(Collectors.toList());
    }
}
