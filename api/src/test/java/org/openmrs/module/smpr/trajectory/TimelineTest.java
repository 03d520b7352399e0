/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;

/** Everything in order of time, and what changed around the person. */
public class TimelineTest {

    private final TestSeries man = new TestSeries();

    @Test
    public void shouldPutTheAssessmentsOfAllInstrumentsInOrder() {
        man.saprof("2026-02-10");
        man.hcr20("2026-01-10");
        man.capp("2026-03-10").with("status", "DRAFT");
        man.hcr20("2026-02-20").with("raterRole", "INDEPENDENT");
        assertEquals(
                List.of("HCR20V3 2026-01-10", "SAPROF 2026-02-10", "HCR20V3 2026-02-20", "CAPP 2026-03-10"),
                timeline().getAssessments().stream().map(a -> a.getUuid()).collect(Collectors.toList()));
    }

    @Test
    public void shouldFindReleaseAndReturnBetweenAssessmentsOfWhateverInstrument() {
        man.hcr20("2025-01-10");
        man.capp("2025-03-10").outside();
        man.hcr20("2025-05-10").outside();
        man.capp("2025-09-10");
        assertEquals(
                List.of("HCR20V3 2025-01-10 IN – CAPP 2025-03-10 OUT", "HCR20V3 2025-05-10 OUT – CAPP 2025-09-10 IN"),
                changes());
    }

    @Test
    public void shouldFindThePhasesOfCareAndThePlaceInTheFlatShare() {
        man.hcr20("2025-01-10").with("phase", "CUSTODY");
        man.hcr20("2025-03-10").with("phase", "PRE-RELEASE");
        man.hcr20("2025-05-10").outside("UCTI");
        man.hcr20("2025-07-10").outside("UCTI");
        man.hcr20("2025-09-10").outside("APC");
        man.hcr20("2026-01-10").outside("AFTER-CARE");
        assertEquals(
                List.of(
                        "HCR20V3 2025-01-10 IN CUSTODY – HCR20V3 2025-03-10 IN PRE-RELEASE",
                        "HCR20V3 2025-03-10 IN PRE-RELEASE – HCR20V3 2025-05-10 OUT UCTI",
                        "HCR20V3 2025-07-10 OUT UCTI – HCR20V3 2025-09-10 OUT APC",
                        "HCR20V3 2025-09-10 OUT APC – HCR20V3 2026-01-10 OUT AFTER-CARE"),
                changes());
    }

    @Test
    public void shouldTakeNoneThatDoesNotSayForAChange() {
        man.hcr20("2025-01-10").outside("UCTI");
        man.capp("2025-02-10").outside();
        man.hcr20("2025-03-10").without("context", "phase");
        man.hcr20("2025-05-10").outside("UCTI");
        assertEquals(List.of(), changes());
        man.hcr20("2025-06-10").outside();
        man.hcr20("2025-07-10").outside("APC");
        assertEquals(List.of("HCR20V3 2025-05-10 OUT UCTI – HCR20V3 2025-07-10 OUT APC"), changes());
    }

    @Test
    public void shouldTakeNoFaultyAnswerForOneThatSays() {
        man.hcr20("2025-01-10").with("phase", "CUSTODY");
        man.hcr20("2025-03-10").outside("UCTI").fault("context", "unknownAnswer");
        man.hcr20("2025-05-10").with("phase", "PRE-RELEASE").fault("phase", "unknownAnswer");
        assertEquals(List.of(), changes());
    }

    @Test
    public void shouldFindNoChangeInWhatWasNeverSaidBefore() {
        man.hcr20("2025-01-10").outside();
        man.hcr20("2025-05-10").outside("UCTI");
        assertEquals(List.of(), changes());
    }

    @Test
    public void shouldNotTakeTheContextThatProtectionIsRatedForForWhereHeWas() {
        man.hcr20("2025-01-10");
        man.saprof("2025-01-11").outside();
        man.hcr20("2025-05-10");
        assertEquals(List.of(), changes());
    }

    @Test
    public void shouldLearnNothingFromADraftOrASecondRating() {
        man.hcr20("2025-01-10");
        man.hcr20("2025-03-10").outside().with("status", "DRAFT");
        man.hcr20("2025-04-10").outside().with("raterRole", "INDEPENDENT");
        assertEquals(List.of(), changes());
    }

    private Timeline timeline() {
        return man.trajectory().getTimeline();
    }

    private List<String> changes() {
        return timeline().getChanges().stream()
                .map(change -> change.getLast().getUuid() + " " + setting(change.getFrom()) + " – "
                        + change.getFirst().getUuid() + " " + setting(change.getTo()))
                .collect(Collectors.toList());
    }

    private static String setting(Setting setting) {
        return setting.getContext() + (setting.getPhase() == null ? "" : " " + setting.getPhase());
    }
}
