/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.TestInstruments.HCR20V3;
import static org.openmrs.module.smpr.TestInstruments.SAPROF;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.instrument.Instrument;

/** Which two assessments are held side by side. */
public class ComparedPairsTest {

    private final TestSeries man = new TestSeries();

    @Test
    public void shouldNotTakeProtectionRatedForTheCommunityForARelease() {
        man.saprof("2025-06-01").with("phase", "CUSTODY");
        man.saprof("2026-01-01").with("context", "OUT").with("phase", "PRE-RELEASE");
        man.saprof("2026-02-01").with("context", "OUT").with("phase", "PRE-RELEASE");
        assertTrue(man.of(SAPROF).getComparisons().stream()
                .noneMatch(comparison -> comparison.getKinds().contains(Comparison.Kind.RELEASE)));
    }

    @Test
    public void shouldCompareTheLatestWithTheFirstInCustodyTheReleaseAndThePrevious() {
        man.hcr20("2025-01-10");
        man.hcr20("2025-05-10");
        man.hcr20("2025-08-10").outside();
        man.hcr20("2025-11-10").outside();
        man.hcr20("2026-02-10").outside();
        assertEquals(
                List.of(
                        "[FIRST_IN_CUSTODY] 2025-01-10 2026-02-10",
                        "[RELEASE] 2025-08-10 2026-02-10",
                        "[PREVIOUS] 2025-11-10 2026-02-10"),
                pairs(HCR20V3));
    }

    @Test
    public void shouldShowOnePairOnceForAllThatItIs() {
        man.hcr20("2025-01-10");
        man.hcr20("2026-02-10");
        assertEquals(List.of("[FIRST_IN_CUSTODY, PREVIOUS] 2025-01-10 2026-02-10"), pairs(HCR20V3));
        man.hcr20("2026-03-10").outside();
        man.hcr20("2026-04-10").outside();
        assertEquals(
                List.of("[FIRST_IN_CUSTODY] 2025-01-10 2026-04-10", "[RELEASE, PREVIOUS] 2026-03-10 2026-04-10"),
                pairs(HCR20V3));
    }

    @Test
    public void shouldFindNoReleaseWhereTheLatestIsTheFirstInTheCommunity() {
        man.hcr20("2025-01-10");
        man.hcr20("2025-05-10");
        man.hcr20("2026-02-10").outside();
        assertEquals(
                List.of("[FIRST_IN_CUSTODY] 2025-01-10 2026-02-10", "[PREVIOUS] 2025-05-10 2026-02-10"),
                pairs(HCR20V3));
    }

    @Test
    public void shouldTakeTheLastReleaseOfOneWhoReturned() {
        man.hcr20("2025-01-10");
        man.hcr20("2025-03-10").outside();
        man.hcr20("2025-05-10").outside();
        man.hcr20("2025-09-10");
        assertEquals(
                List.of(
                        "[FIRST_IN_CUSTODY] 2025-01-10 2025-09-10",
                        "[RELEASE] 2025-03-10 2025-09-10",
                        "[PREVIOUS] 2025-05-10 2025-09-10"),
                pairs(HCR20V3));
        man.hcr20("2026-01-10").outside();
        man.hcr20("2026-03-10").outside();
        assertEquals("[RELEASE, PREVIOUS] 2026-01-10 2026-03-10", pairs(HCR20V3).get(1));
    }

    @Test
    public void shouldFindTheReleaseAcrossOneThatDoesNotSayWhere() {
        man.hcr20("2025-01-10");
        man.hcr20("2025-03-10").without("context");
        man.hcr20("2025-05-10").outside();
        man.hcr20("2025-09-10").outside();
        man.hcr20("2026-01-10").outside();
        assertEquals("[RELEASE] 2025-05-10 2026-01-10", pairs(HCR20V3).get(1));
    }

    @Test
    public void shouldFindNoneInCustodyWhereNoneIsKnownToBe() {
        man.hcr20("2025-01-10").without("context");
        man.hcr20("2025-03-10").outside();
        assertEquals(List.of("[PREVIOUS] 2025-01-10 2025-03-10"), pairs(HCR20V3));
    }

    @Test
    public void shouldCompareNothingOfOneAssessmentOrNone() {
        assertEquals(List.of(), pairs(HCR20V3));
        man.hcr20("2025-01-10");
        assertEquals(List.of(), pairs(HCR20V3));
    }

    @Test
    public void shouldCompareNoDraftAndNoSecondRating() {
        man.hcr20("2025-01-10");
        man.hcr20("2025-03-10").with("raterRole", "INDEPENDENT");
        man.hcr20("2025-05-10").with("status", "DRAFT");
        assertEquals(List.of(), pairs(HCR20V3));
    }

    @Test
    public void shouldTakeForThePreviousOneThatOfAnEarlierDay() {
        man.hcr20("2025-01-10");
        man.hcr20("2025-05-10").at("2025-05-10T09:00:00+02:00").with("raterRole", "SINGLE");
        man.hcr20("2025-05-10").at("2025-05-10T16:00:00+02:00");
        assertEquals(
                "one rated it in the morning, and in the afternoon there was a consensus",
                List.of("[FIRST_IN_CUSTODY, PREVIOUS] 2025-01-10 2025-05-10T16:00:00+02:00"),
                pairs(HCR20V3));
    }

    @Test
    public void shouldLetTheConsensusStandForADayThatHasASingleRatingToo() {
        man.hcr20("2025-01-10").at("2025-01-10T09:00:00+01:00");
        man.hcr20("2025-01-10").at("2025-01-10T16:00:00+01:00").with("raterRole", "SINGLE");
        man.hcr20("2025-05-10").at("2025-05-10T09:00:00+02:00");
        man.hcr20("2025-05-10").at("2025-05-10T16:00:00+02:00").with("raterRole", "SINGLE");
        assertEquals(
                "whichever was charted first",
                List.of("[FIRST_IN_CUSTODY, PREVIOUS] 2025-01-10T09:00:00+01:00 2025-05-10T09:00:00+02:00"),
                pairs(HCR20V3));
        assertEquals(
                "HCR20V3 2025-05-10T09:00:00+02:00",
                man.of(HCR20V3).latest().get().getUuid());
        assertEquals(
                "the series has them all",
                4,
                man.of(HCR20V3).getJudgements().get(0).getPoints().size());
    }

    @Test
    public void shouldLetTheLatestStandForADayWithoutAConsensus() {
        man.hcr20("2025-01-10").at("2025-01-10T09:00:00+01:00").with("raterRole", "SINGLE");
        man.hcr20("2025-01-10").at("2025-01-10T16:00:00+01:00").with("raterRole", "SINGLE");
        man.hcr20("2025-05-10");
        assertEquals(List.of("[FIRST_IN_CUSTODY, PREVIOUS] 2025-01-10T16:00:00+01:00 2025-05-10"), pairs(HCR20V3));
    }

    @Test
    public void shouldTakeNoRaterRoleThatIsFaultyForAConsensus() {
        man.hcr20("2025-01-10").at("2025-01-10T09:00:00+01:00").fault("raterRole", "unknownAnswer");
        man.hcr20("2025-01-10").at("2025-01-10T16:00:00+01:00").with("raterRole", "SINGLE");
        man.hcr20("2025-05-10");
        assertEquals(List.of("[FIRST_IN_CUSTODY, PREVIOUS] 2025-01-10T16:00:00+01:00 2025-05-10"), pairs(HCR20V3));
    }

    @Test
    public void shouldCompareNothingByItselfWithinOneDay() {
        man.hcr20("2025-01-10").at("2025-01-10T09:00:00+01:00").with("raterRole", "SINGLE");
        man.hcr20("2025-01-10").at("2025-01-10T16:00:00+01:00");
        assertEquals(List.of(), pairs(HCR20V3));
        assertEquals(
                "the reader may",
                List.of("[CHOSEN] 2025-01-10T09:00:00+01:00 2025-01-10T16:00:00+01:00"),
                pairs(HCR20V3, "HCR20V3 2025-01-10T09:00:00+01:00", "HCR20V3 2025-01-10T16:00:00+01:00"));
    }

    @Test
    public void shouldCompareEachInstrumentByItself() {
        man.hcr20("2025-01-10");
        man.saprof("2025-01-10");
        man.saprof("2025-05-10");
        assertEquals(List.of(), pairs(HCR20V3));
        assertEquals(1, pairs(SAPROF).size());
    }

    @Test
    public void shouldCompareTheTwoThatTheReaderHasChosenInTheOrderOfTheirDates() {
        String first = man.hcr20("2025-01-10").uuid();
        String second = man.hcr20("2025-05-10").uuid();
        man.hcr20("2025-08-10");
        man.saprof("2025-01-10");
        man.saprof("2025-05-10");
        assertEquals(List.of("[CHOSEN] 2025-01-10 2025-05-10"), pairs(HCR20V3, second, first));
        assertEquals(
                "an instrument of which none is chosen",
                List.of("[FIRST_IN_CUSTODY, PREVIOUS] 2025-01-10 2025-05-10"),
                pairs(SAPROF, second, first));
    }

    @Test
    public void shouldCompareTwoOfEachInstrumentChosen() {
        String hcr1 = man.hcr20("2025-01-10").uuid();
        String hcr2 = man.hcr20("2025-05-10").uuid();
        String saprof1 = man.saprof("2025-02-10").uuid();
        String saprof2 = man.saprof("2025-06-10").uuid();
        man.saprof("2025-07-10");
        assertEquals(List.of("[CHOSEN] 2025-02-10 2025-06-10"), pairs(SAPROF, hcr1, saprof1, hcr2, saprof2));
        assertEquals(List.of("[CHOSEN] 2025-01-10 2025-05-10"), pairs(HCR20V3, hcr1, saprof1, hcr2, saprof2));
    }

    @Test
    public void shouldRefuseWhatIsInNoSeries() {
        String complete = man.hcr20("2025-01-10").uuid();
        String draft = man.hcr20("2025-03-10").with("status", "DRAFT").uuid();
        String second = man.hcr20("2025-05-10").with("raterRole", "INDEPENDENT").uuid();
        for (String other : List.of(draft, second, "another man's")) {
            assertEquals(
                    List.of(Fault.of("compare", "notInSeries"), Fault.of("compare", "notTwo", "HCR20V3")),
                    refused(TrajectorySearch.builder().compare(List.of(complete, other))));
        }
    }

    @Test
    public void shouldRefuseWhatIsNotAskedFor() {
        String hcr1 = man.hcr20("2025-01-10").uuid();
        String hcr2 = man.hcr20("2025-05-10").uuid();
        assertEquals(
                List.of(Fault.of("compare", "notInSeries"), Fault.of("compare", "notInSeries")),
                refused(TrajectorySearch.builder().instrument("SAPROF").compare(List.of(hcr1, hcr2))));
    }

    @Test
    public void shouldRefuseOtherThanTwoOfAnInstrument() {
        String first = man.hcr20("2025-01-10").uuid();
        String second = man.hcr20("2025-05-10").uuid();
        String third = man.hcr20("2025-08-10").uuid();
        String saprof = man.saprof("2025-08-10").uuid();
        List<Fault> notTwo = List.of(Fault.of("compare", "notTwo", "HCR20V3"));
        assertEquals(notTwo, refused(TrajectorySearch.builder().compare(List.of(first))));
        assertEquals(notTwo, refused(TrajectorySearch.builder().compare(List.of(first, first))));
        assertEquals(notTwo, refused(TrajectorySearch.builder().compare(List.of(first, second, third))));
        assertEquals(
                List.of(Fault.of("compare", "notTwo", "SAPROF")),
                refused(TrajectorySearch.builder().compare(List.of(first, saprof, second))));
    }

    private List<Fault> refused(TrajectorySearch.TrajectorySearchBuilder search) {
        return assertThrows(FaultsException.class, () -> man.trajectory(search.build(), true))
                .getFaults();
    }

    private List<String> pairs(Instrument instrument, String... compare) {
        return man
                .trajectory(TrajectorySearch.builder().compare(List.of(compare)).build(), true)
                .getInstruments()
                .stream()
                .filter(trajectory -> trajectory.getInstrument().equals(instrument))
                .flatMap(trajectory -> trajectory.getComparisons().stream())
                .map(comparison ->
                        comparison.getKinds() + " " + day(comparison.getFrom().getUuid()) + " "
                                + day(comparison.getTo().getUuid()))
                .collect(Collectors.toList());
    }

    private static String day(String uuid) {
        return uuid.substring(uuid.indexOf(' ') + 1);
    }
}
