/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.openmrs.module.smpr.TestInstruments.CAPP;
import static org.openmrs.module.smpr.TestInstruments.HCR20V3;
import static org.openmrs.module.smpr.TestInstruments.SAPROF;
import static org.openmrs.module.smpr.trajectory.Expectation.CARRIED_BY_SUPPORT;
import static org.openmrs.module.smpr.trajectory.Expectation.FALLS_WITH_FREEDOM;
import static org.openmrs.module.smpr.trajectory.Expectation.MAY_CONTAIN_INDEX_OFFENCE;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Instrument;

/** What a difference contains by construction, and is said of it wherever it is shown. */
public class ExpectationTest {

    private final TestSeries man = new TestSeries();

    @Test
    public void shouldExpectExternalProtectionToFallAtRelease() {
        man.saprof("2026-01-10").scale("external", "22222");
        man.saprof("2026-05-10").outside().scale("external", "21100");
        assertEquals(Set.of(FALLS_WITH_FREEDOM, CARRIED_BY_SUPPORT), ofScale(SAPROF, "external"));
        // The others have nothing of what surrounds a person, but the total has.
        assertEquals(Set.of(), ofScale(SAPROF, "internal"));
        assertEquals(Set.of(), ofScale(SAPROF, "motivational"));
        assertEquals(Set.of(CARRIED_BY_SUPPORT), ofScale(SAPROF, "total"));
    }

    @Test
    public void shouldExpectExternalProtectionToFallAtTheEndOfCare() {
        man.saprof("2026-01-10").outside("APC");
        man.saprof("2026-05-10").outside("AFTER-CARE");
        assertEquals(Set.of(FALLS_WITH_FREEDOM, CARRIED_BY_SUPPORT), ofScale(SAPROF, "external"));
    }

    @Test
    public void shouldExpectExternalProtectionToFallWhenThePlaceInTheFlatShareEnds() {
        man.saprof("2026-01-10").outside("UCTI");
        man.saprof("2026-05-10").outside("APC");
        assertEquals(Set.of(FALLS_WITH_FREEDOM, CARRIED_BY_SUPPORT), ofScale(SAPROF, "external"));
    }

    @Test
    public void shouldNotTakeOneThatStatesNoPhaseForTheEndOfThePlace() {
        man.saprof("2026-01-10").outside("UCTI");
        man.saprof("2026-05-10").outside();
        assertEquals(Set.of(CARRIED_BY_SUPPORT), ofScale(SAPROF, "external"));
    }

    @Test
    public void shouldExpectNothingOfExternalProtectionWithinCustody() {
        man.saprof("2026-01-10");
        man.saprof("2026-05-10");
        assertEquals(Set.of(), ofScale(SAPROF, "external"));
    }

    @Test
    public void shouldExpectNothingOfAReturnToCustodyButWhatSupportHasCarried() {
        man.saprof("2026-01-10").outside("APC");
        man.saprof("2026-05-10");
        assertEquals(Set.of(CARRIED_BY_SUPPORT), ofScale(SAPROF, "external"));
    }

    @Test
    public void shouldSayWhichItemsSupportCarries() {
        man.saprof("2026-01-10").outside("APC");
        man.saprof("2026-05-10").outside("APC");
        man.hcr20("2026-01-10").outside("APC");
        man.hcr20("2026-05-10").outside("APC");
        assertEquals(List.of("15", "16", "17"), carried(SAPROF));
        assertEquals(List.of("R1.OUT.presence", "R2.OUT.presence"), carried(HCR20V3));
        assertEquals(Set.of(CARRIED_BY_SUPPORT), ofScale(HCR20V3, "R"));
        assertEquals(Set.of(CARRIED_BY_SUPPORT), ofScale(HCR20V3, "CR"));
        assertEquals(Set.of(), ofScale(HCR20V3, "C"));
    }

    @Test
    public void shouldCarryNothingInCustodyNorWhenCareIsOver() {
        man.saprof("2026-01-10");
        man.saprof("2026-02-10");
        assertEquals(List.of(), carried(SAPROF));
        man.saprof("2026-04-10").outside("AFTER-CARE");
        man.saprof("2026-05-10").outside("AFTER-CARE");
        assertEquals(List.of(), carried(SAPROF));
        assertEquals(Set.of(), ofScale(SAPROF, "external"));
    }

    @Test
    public void shouldSayThatTheFirstClinicalWindowInCustodyMayContainTheIndexOffence() {
        man.hcr20("2026-01-10");
        man.hcr20("2026-05-10");
        assertEquals(Set.of(MAY_CONTAIN_INDEX_OFFENCE), ofScale(HCR20V3, "C"));
        assertEquals(Set.of(MAY_CONTAIN_INDEX_OFFENCE), ofScale(HCR20V3, "CR"));
        // Not of what is lifelong, looks ahead, or is of another instrument.
        assertEquals(Set.of(), ofScale(HCR20V3, "H"));
        assertEquals(Set.of(), ofScale(HCR20V3, "R"));
        man.capp("2026-01-10");
        man.capp("2026-05-10");
        assertEquals(Set.of(), ofScale(CAPP, "total"));
        man.hcr20("2026-05-20");
        assertEquals("a later pair", Set.of(), ofScale(HCR20V3, "C"));
        assertEquals(
                Set.of(MAY_CONTAIN_INDEX_OFFENCE),
                expected(man.comparison(HCR20V3, Comparison.Kind.FIRST_IN_CUSTODY), "C"));
    }

    @Test
    public void shouldSayItOfThePairThatTheReaderHasChosenToo() {
        String first = man.hcr20("2026-01-10").uuid();
        String second = man.hcr20("2026-02-10").uuid();
        man.hcr20("2026-05-10");
        Comparison chosen = man.trajectory(
                        TrajectorySearch.builder()
                                .compare(List.of(second, first))
                                .build(),
                        false)
                .getInstruments()
                .get(0)
                .getComparisons()
                .get(0);
        assertEquals(Set.of(MAY_CONTAIN_INDEX_OFFENCE), expected(chosen, "C"));
    }

    @Test
    public void shouldNotSayItOfOneInTheCommunity() {
        man.hcr20("2026-01-10").outside();
        man.hcr20("2026-05-10").outside();
        assertEquals(Set.of(), ofScale(HCR20V3, "C"));
    }

    private Set<Expectation> ofScale(Instrument instrument, String scale) {
        return expected(man.comparison(instrument, Comparison.Kind.PREVIOUS), scale);
    }

    private static Set<Expectation> expected(Comparison comparison, String scale) {
        return comparison.getScales().stream()
                .filter(change -> change.getScale().getCode().equals(scale))
                .findFirst()
                .get()
                .getExpected();
    }

    private List<String> carried(Instrument instrument) {
        return man.comparison(instrument, Comparison.Kind.PREVIOUS).getRatings().stream()
                .filter(rating -> rating.getExpected().contains(CARRIED_BY_SUPPORT))
                .map(rating -> rating.getQuestion().getCode())
                .collect(Collectors.toList());
    }
}
