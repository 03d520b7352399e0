/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.time.Period;
import java.util.Arrays;
import java.util.Collections;
import org.junit.Test;
import org.openmrs.module.smpr.outcome.TestOutcomes;
import org.openmrs.module.smpr.site.CountedFrom;
import org.openmrs.module.smpr.site.OutcomeRegisterSettings.ClockStart;
import org.openmrs.module.smpr.site.Wave;

/** The suggested waves: T0 in custody, T1 on release, T2 three months after it, T3 at the end of care. */
public class WavesBeforeFollowUpTest {

    private final StudyData fromRelease = TestStudy.data();

    private final StudyData fromEndOfCare =
            TestStudy.data(TestOutcomes.settings().clock(ClockStart.END_OF_CARE).build(), Collections.emptyList());

    @Test
    public void shouldContainWavesUntilReleaseWhereFollowUpRunsFromIt() {
        assertTrue(contains(fromRelease, "T0"));
        assertTrue(contains(fromRelease, "T1"));
        assertFalse(contains(fromRelease, "T2"));
        assertFalse(contains(fromRelease, "T3"));
    }

    @Test
    public void shouldContainWavesInCareWhereFollowUpRunsFromItsEnd() {
        assertTrue(contains(fromEndOfCare, "T2"));
        assertTrue(contains(fromEndOfCare, "T3"));
    }

    @Test
    public void shouldNotContainAWaveThatIsMadeAfterReleaseAlone() {
        Wave wave = fromRelease.wave("T1").get();

        assertFalse(WavesBeforeFollowUp.contains(
                fromRelease,
                wave.toBuilder().phases(Collections.singleton("APC")).build()));
        assertTrue(WavesBeforeFollowUp.contains(
                fromRelease, wave.toBuilder().offset(Period.ofMonths(-1)).build()));
        assertFalse(WavesBeforeFollowUp.contains(
                fromRelease,
                wave.toBuilder()
                        .countedFrom(CountedFrom.END_OF_CARE)
                        .offset(Period.ofMonths(-9))
                        .build()));
    }

    @Test
    public void shouldFindTheLastOfThemWithTheInstruments() {
        assertEquals(
                "T1",
                WavesBeforeFollowUp.last(fromRelease, Arrays.asList("HCR20V3", "SAPROF"))
                        .get()
                        .getCode());
        assertFalse(WavesBeforeFollowUp.last(fromRelease, Collections.singleton("OTHER"))
                .isPresent());
    }

    private static boolean contains(StudyData data, String wave) {
        return WavesBeforeFollowUp.contains(data, data.wave(wave).get());
    }
}
