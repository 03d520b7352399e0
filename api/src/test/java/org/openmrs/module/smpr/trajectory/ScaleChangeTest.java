/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.openmrs.module.smpr.TestInstruments.CAPP;
import static org.openmrs.module.smpr.TestInstruments.HCR20V3;
import static org.openmrs.module.smpr.TestInstruments.SAPROF;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.Instrument;
import org.openmrs.module.smpr.site.Reliability;
import org.openmrs.module.smpr.trajectory.TestSeries.Charted;

/**
 * What is said of a difference between two sums. The clinical items are given the illustration of a published sample, SD
 * 2.89 and ICC .88: the standard error of measurement is 2.89 · √(1 − .88) = 1.0011, that of a difference √2 · 1.0011 =
 * 1.4158, and what is beyond 1.96 of these, 2.775 points, is beyond measurement error.
 */
public class ScaleChangeTest {

    private final TestSeries man = new TestSeries().reliability(HCR20V3, "C", 2.89, 0.88);

    @Test
    public void shouldNotTestWhereTheFlatShareIsNotExcluded() {
        man.reliability(HCR20V3, "C", 2.89, 0.88);
        man.hcr20("2025-11-01").outside("APC").scale("C", "YYYYY");
        man.hcr20("2026-05-01").outside().scale("C", "NNNNN");
        ScaleChange change = man.comparison(HCR20V3, Comparison.Kind.PREVIOUS).getScales().stream()
                .filter(scale -> scale.getScale().getCode().equals("C"))
                .findFirst()
                .get();
        assertEquals(Verdict.NOT_TESTABLE, change.getVerdict());
        assertEquals(List.of(Reason.NOT_STATED), change.getReasons());
    }

    @Test
    public void shouldFindThreePointsOfClinicalItemsBeyondMeasurementError() {
        man.hcr20("2026-01-10").scale("C", "YYPPP");
        man.hcr20("2026-05-10").scale("C", "PPPPN");
        ScaleChange change = change(HCR20V3, "C");
        // 7, then 4: −3 / 1.4158 = −2.119
        assertEquals(-3, change.getDifference(), 0);
        assertEquals(-2.119, change.getReliableChange().getIndex(), 0.001);
        assertEquals(1.4158, change.getReliableChange().getError().standardErrorOfDifference(), 0.0001);
        assertEquals(Verdict.LOWER, change.getVerdict());
        assertEquals(List.of(), change.getReasons());
        assertEquals(7, change.getFrom().getValue(), 0);
        assertEquals(4, change.getTo().getValue(), 0);
    }

    @Test
    public void shouldSayHigherOfWhatHasRisenBeyondMeasurementError() {
        man.hcr20("2026-01-10").scale("C", "PPPPN");
        man.hcr20("2026-05-10").scale("C", "YYPPP");
        assertEquals(Verdict.HIGHER, change(HCR20V3, "C").getVerdict());
    }

    @Test
    public void shouldDetectNoChangeInTwoPoints() {
        man.hcr20("2026-01-10").scale("C", "YYPPP");
        man.hcr20("2026-05-10").scale("C", "YPPPN");
        ScaleChange change = change(HCR20V3, "C");
        // 7, then 5: −2 / 1.4158 = −1.413
        assertEquals(-1.413, change.getReliableChange().getIndex(), 0.001);
        assertEquals(Verdict.NO_DETECTABLE_CHANGE, change.getVerdict());
    }

    @Test
    public void shouldPrintWithEveryVerdictWhatItRestsOn() {
        man.hcr20("2026-01-10");
        man.hcr20("2026-05-10");
        assertEquals(
                new Reliability(2.89, 0.88, "an illustration"),
                change(HCR20V3, "C").getReliability());
    }

    @Test
    public void shouldTestTheDynamicSumOnceForEachContext() {
        man.reliability(HCR20V3, "CR", 4.5, 0.87);
        man.hcr20("2026-01-10").ratedFor("IN", "OUT").rated("C1", "Y");
        man.hcr20("2026-05-10").ratedFor("IN", "OUT").rated("C1", "N");
        Comparison comparison = comparison(HCR20V3);
        assertEquals(
                List.of("IN -2.0 NO_DETECTABLE_CHANGE", "OUT -2.0 NO_DETECTABLE_CHANGE"),
                comparison.getScales().stream()
                        .filter(scale -> scale.getScale().getCode().equals("CR"))
                        .map(scale -> scale.getContext() + " " + scale.getDifference() + " " + scale.getVerdict())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldNotTestWhatHasStaticItems() {
        for (String scale : List.of("H", "total")) {
            man.reliability(HCR20V3, scale, 3, 0.87);
        }
        man.reliability(SAPROF, "internal", 2, 0.88)
                .reliability(SAPROF, "total", 4.3, 0.88)
                .reliability(SAPROF, "motivational", 2, 0.88)
                .reliability(SAPROF, "external", 2, 0.88);
        man.hcr20("2026-01-10");
        man.hcr20("2026-05-10").rated("C1", "Y");
        man.saprof("2026-01-10");
        man.saprof("2026-05-10").rated("05", "2");
        for (String scale : List.of("H", "total")) {
            assertUntested(HCR20V3, scale, Reason.STATIC_ITEMS);
        }
        for (String scale : List.of("internal", "total")) {
            assertUntested(SAPROF, scale, Reason.STATIC_ITEMS);
        }
        assertEquals(1, change(SAPROF, "total").getDifference(), 0);
        for (String scale : List.of("motivational", "external")) {
            assertEquals(Verdict.NO_DETECTABLE_CHANGE, change(SAPROF, scale).getVerdict());
        }
    }

    @Test
    public void shouldSayWhereAStaticItemWasReinformed() {
        man.hcr20("2026-01-10").rated("H8", "P");
        man.hcr20("2026-05-10").rated("H8", "Y");
        assertUntested(HCR20V3, "H", Reason.STATIC_ITEMS, Reason.REINFORMED);
        assertUntested(HCR20V3, "total", Reason.STATIC_ITEMS, Reason.REINFORMED);
        assertEquals(List.of(), change(HCR20V3, "C").getReasons());
    }

    @Test
    public void shouldNotTestTheIndex() {
        man.indexWithin(30);
        man.hcr20("2026-01-10");
        man.saprof("2026-01-10");
        man.hcr20("2026-05-10");
        man.saprof("2026-05-10").rated("05", "2");
        IndexChange index = comparison(SAPROF).getIndices().get(0);
        // 20 − 17, then 20 − 18
        assertEquals(-1, index.getDifference(), 0);
        assertEquals(List.of(Reason.STATIC_ITEMS), index.getReasons());
        assertEquals(List.of(), comparison(HCR20V3).getIndices());
    }

    @Test
    public void shouldSayOfTheIndexEverythingThatStandsInTheWayOfEitherInstrument() {
        man.indexWithin(30);
        man.hcr20("2026-01-10").with("informant", "FILE").rated("H8", "P");
        man.saprof("2026-01-10");
        man.hcr20("2026-05-10").rated("H8", "Y");
        man.saprof("2026-05-10").with("raterRole", "SINGLE");
        IndexChange index = comparison(SAPROF).getIndices().get(0);
        assertEquals(
                List.of(Reason.STATIC_ITEMS, Reason.REINFORMED, Reason.OTHER_SOURCES, Reason.OTHER_RATER_ROLE),
                index.getReasons());
        // 20 − 17, then 21 − 17
        assertEquals(1, index.getDifference(), 0);
    }

    @Test
    public void shouldSayOfTheIndexWhatOneOfTheInstrumentsDoesNotState() {
        man.indexWithin(30);
        man.hcr20("2026-01-10");
        man.saprof("2026-01-10").with("context", "OUT").with("phase", "PRE-RELEASE");
        man.hcr20("2026-05-10").without("informant").ratedFor("IN", "OUT");
        man.saprof("2026-05-10").with("context", "OUT").rated("02", "2");
        IndexChange index = comparison(SAPROF).getIndices().get(0);
        assertEquals(
                List.of(Reason.STATIC_ITEMS, Reason.REINFORMED, Reason.NOT_STATED, Reason.NO_VALUE),
                index.getReasons());
    }

    @Test
    public void shouldSubtractNoIndexThatMayBeOfAnotherEdition() {
        man.indexWithin(30);
        man.hcr20("2026-01-10");
        man.saprof("2026-01-10").with("edition", "2009");
        man.hcr20("2026-05-10");
        man.saprof("2026-05-10");
        IndexChange index = comparison(SAPROF).getIndices().get(0);
        assertEquals(List.of(Reason.STATIC_ITEMS, Reason.OTHER_EDITION), index.getReasons());
        assertNull(index.getDifference());
    }

    @Test
    public void shouldSayOfTheIndexThatTooMuchIsOmitted() {
        man.indexWithin(30);
        man.hcr20("2026-01-10").rated("C1", "OMIT");
        man.saprof("2026-01-10");
        man.hcr20("2026-05-10");
        man.saprof("2026-05-10");
        assertEquals(
                List.of(Reason.STATIC_ITEMS, Reason.TOO_MANY_OMITTED),
                comparison(SAPROF).getIndices().get(0).getReasons());
    }

    @Test
    public void shouldSubtractNoIndexOfOneContextFromThatOfAnother() {
        man.indexWithin(30);
        man.hcr20("2026-01-10");
        man.saprof("2026-01-10");
        man.hcr20("2026-05-10").outside();
        man.saprof("2026-05-10").outside();
        IndexChange index = comparison(SAPROF).getIndices().get(0);
        assertNull(index.getDifference());
        assertEquals(List.of(Reason.STATIC_ITEMS, Reason.OTHER_CONTEXT, Reason.SETTING_CHANGED), index.getReasons());
    }

    @Test
    public void shouldSubtractNoIndexThatHasNoValue() {
        man.hcr20("2026-01-10");
        man.saprof("2026-01-10");
        man.saprof("2026-05-10");
        IndexChange index = comparison(SAPROF).getIndices().get(0);
        assertNull(index.getDifference());
        assertEquals(List.of(Reason.STATIC_ITEMS, Reason.NO_VALUE), index.getReasons());
    }

    @Test
    public void shouldNotTestWhatNoReliabilityIsKnownOf() {
        man.capp("2026-01-10").rated("2");
        man.capp("2026-05-10").rated("5");
        for (String scale : List.of("A", "B", "C", "D", "E", "S", "total")) {
            assertUntested(CAPP, scale, Reason.NO_RELIABILITY);
        }
        // Four symptoms, each three points more.
        assertEquals(12, change(CAPP, "A").getDifference(), 0);
        assertNull(change(CAPP, "A").getReliability());
    }

    @Test
    public void shouldNotTestRiskManagementForOneContextAgainstTheOther() {
        man.reliability(HCR20V3, "R", 3.02, 0.87);
        man.hcr20("2026-01-10").ratedFor("IN");
        man.hcr20("2026-05-10").ratedFor("OUT");
        assertEquals(
                List.of("IN null [OTHER_CONTEXT]", "OUT null [OTHER_CONTEXT]"),
                comparison(HCR20V3).getScales().stream()
                        .filter(scale -> scale.getScale().getCode().equals("R"))
                        .map(scale -> scale.getContext() + " " + scale.getDifference() + " " + scale.getReasons())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldNotTestOneEditionAgainstTheOther() {
        man.reliability(CAPP, "A", 3, 0.8);
        man.capp("2026-01-10").with("edition", "IRS");
        man.capp("2026-05-10").with("edition", "SRS");
        assertUntested(CAPP, "A", Reason.OTHER_EDITION);
        assertNull("two measures are not subtracted", change(CAPP, "A").getDifference());
    }

    @Test
    public void shouldNotTestTheFileAloneAgainstAnInterview() {
        man.hcr20("2026-01-10").with("informant", "FILE");
        man.hcr20("2026-05-10").with("informant", "FILE", "INTERVIEW");
        assertUntested(HCR20V3, "C", Reason.OTHER_SOURCES);
    }

    @Test
    public void shouldTestOneSetOfSourcesWithAnInterviewAgainstAnother() {
        man.hcr20("2026-01-10").with("informant", "INTERVIEW");
        man.hcr20("2026-05-10").with("informant", "FILE", "INTERVIEW", "INFORMANT");
        assertTested(HCR20V3, "C");
        man.hcr20("2026-05-20").with("informant", "FILE");
        man.hcr20("2026-05-30").with("informant", "FILE");
        assertTested(HCR20V3, "C");
    }

    @Test
    public void shouldNotTestASingleRatingAgainstAConsensus() {
        man.hcr20("2026-01-10").with("raterRole", "SINGLE");
        man.hcr20("2026-05-10").with("raterRole", "CONSENSUS");
        assertUntested(HCR20V3, "C", Reason.OTHER_RATER_ROLE);
    }

    @Test
    public void shouldNotTestWhereAnItemIsOmittedAndTheSiteHasSetNoLimit() {
        man.hcr20("2026-01-10");
        man.hcr20("2026-05-10").rated("C2", "OMIT");
        assertUntested(HCR20V3, "C", Reason.TOO_MANY_OMITTED);
        assertNull(change(HCR20V3, "C").getDifference());
    }

    @Test
    public void shouldNotTestWhereMoreIsOmittedThanTheSiteAllows() {
        man.omissionLimit(HCR20V3, "C", 1);
        man.hcr20("2026-01-10").rated("C2", "OMIT").rated("C3", "OMIT");
        man.hcr20("2026-05-10");
        assertUntested(HCR20V3, "C", Reason.TOO_MANY_OMITTED);
    }

    @Test
    public void shouldTestAProratedSumThatTheSiteLetsStand() {
        man.omissionLimit(HCR20V3, "C", 1);
        man.hcr20("2026-01-10").scale("C", "YYYYP");
        man.hcr20("2026-05-10").scale("C", "YYPPN").rated("C5", "OMIT");
        ScaleChange change = change(HCR20V3, "C");
        // 9, then (2 + 2 + 1 + 1) / 4 × 5 = 7.5: −1.5 / 1.4158 = −1.059
        assertEquals(-1.5, change.getDifference(), 0);
        assertEquals(Verdict.NO_DETECTABLE_CHANGE, change.getVerdict());
        assertEquals(1, change.getTo().getOmitted());
    }

    @Test
    public void shouldNotTestAcrossAWindowThatIsTooShort() {
        man.reliability(CAPP, "A", 3, 0.8);
        man.capp("2026-01-10").shortWindow();
        man.capp("2026-05-10");
        assertUntested(CAPP, "A", Reason.SHORT_WINDOW);
    }

    @Test
    public void shouldNotTestWhereTheWindowDecidesAndIsNotStated() {
        man.reliability(CAPP, "A", 3, 0.8);
        man.capp("2026-01-10").without("windowStart");
        man.capp("2026-05-10");
        man.hcr20("2026-01-10").without("windowStart");
        man.hcr20("2026-05-10");
        assertUntested(CAPP, "A", Reason.NOT_STATED);
        assertTested(HCR20V3, "C");
    }

    @Test
    public void shouldDescribeAndNotTestAcrossRelease() {
        man.hcr20("2026-01-10").scale("C", "YYYYY");
        man.hcr20("2026-05-10").outside().scale("C", "PPPPP");
        ScaleChange change = change(HCR20V3, "C");
        assertEquals(Verdict.DESCRIPTIVE, change.getVerdict());
        assertEquals(List.of(Reason.SETTING_CHANGED), change.getReasons());
        assertEquals(-5, change.getDifference(), 0);
        assertNull(change.getReliableChange());
        assertEquals(List.of(Reason.SETTING_CHANGED), comparison(HCR20V3).getReasons());
    }

    @Test
    public void shouldDescribeRiskManagementForTheCommunityRatedBeforeAndAfterRelease() {
        man.reliability(HCR20V3, "R", 3.02, 0.87);
        man.hcr20("2026-01-10").ratedFor("OUT");
        man.hcr20("2026-05-10").outside();
        assertEquals(Verdict.DESCRIPTIVE, change(HCR20V3, "R").getVerdict());
    }

    @Test
    public void shouldDescribeAcrossReleaseWhereNoReliabilityIsKnownEither() {
        man.capp("2026-01-10").with("edition", "SRS");
        man.capp("2026-05-10").with("edition", "SRS").outside();
        ScaleChange change = change(CAPP, "A");
        assertEquals(Verdict.DESCRIPTIVE, change.getVerdict());
        assertEquals(List.of(Reason.NO_RELIABILITY, Reason.SETTING_CHANGED), change.getReasons());
    }

    @Test
    public void shouldNotOfferAsADescriptionWhatIsNoComparison() {
        man.hcr20("2026-01-10").with("informant", "FILE");
        man.hcr20("2026-05-10").outside().rated("C1", "OMIT");
        assertUntested(HCR20V3, "C", Reason.TOO_MANY_OMITTED, Reason.OTHER_SOURCES, Reason.SETTING_CHANGED);
        assertUntested(HCR20V3, "H", Reason.STATIC_ITEMS, Reason.OTHER_SOURCES, Reason.SETTING_CHANGED);
    }

    @Test
    public void shouldDescribeAndNotTestIntoAndOutOfTheFlatShare() {
        man.hcr20("2026-01-10").outside("APC");
        man.hcr20("2026-02-10").outside("UCTI");
        assertEquals(Verdict.DESCRIPTIVE, change(HCR20V3, "C").getVerdict());
        man.hcr20("2026-03-10").outside("UCTI");
        assertTested(HCR20V3, "C");
        man.hcr20("2026-05-10").outside("AFTER-CARE");
        assertEquals(Verdict.DESCRIPTIVE, change(HCR20V3, "C").getVerdict());
    }

    @Test
    public void shouldTestAcrossPhasesOfOneSetting() {
        man.hcr20("2026-01-10").with("phase", "CUSTODY");
        man.hcr20("2026-05-10").with("phase", "PRE-RELEASE");
        assertTested(HCR20V3, "C");
        man.hcr20("2026-05-11").outside("APC");
        man.hcr20("2026-05-12").outside("AFTER-CARE");
        assertTested(HCR20V3, "C");
    }

    @Test
    public void shouldNotTakeOneThatStatesNoPhaseForOneOutsideTheFlatShare() {
        man.hcr20("2026-01-10").outside();
        man.hcr20("2026-05-10").outside("UCTI");
        assertUntested(HCR20V3, "C", Reason.NOT_STATED);
    }

    @Test
    public void shouldNotTestWhatANativeRecordDoesNotState() {
        for (String question : List.of("edition", "informant", "raterRole", "context")) {
            TestSeries other = new TestSeries().reliability(HCR20V3, "C", 2.89, 0.88);
            other.hcr20("2026-01-10");
            other.hcr20("2026-05-10").without(question).fault(question, "missing");
            ScaleChange change = change(other, HCR20V3, "C");
            assertEquals(question, Verdict.NOT_TESTABLE, change.getVerdict());
            // That it is not stated is all that is known: not that it is another.
            assertEquals(question, List.of(Reason.NOT_STATED), change.getReasons());
        }
    }

    @Test
    public void shouldNotTakeAFaultyAnswerForAStatedOne() {
        man.hcr20("2026-01-10").with("raterRole", "SINGLE", "CONSENSUS").fault("raterRole", "severalAnswers");
        man.hcr20("2026-05-10");
        assertUntested(HCR20V3, "C", Reason.NOT_STATED);
    }

    @Test
    public void shouldNotTakeAFaultySettingForAStatedOne() {
        man.hcr20("2026-01-10").outside("APC");
        man.hcr20("2026-05-10").outside("UCTI").fault("phase", "unknownAnswer");
        assertUntested(HCR20V3, "C", Reason.NOT_STATED);
        man.hcr20("2026-05-20");
        man.hcr20("2026-05-30").outside().fault("context", "unknownAnswer");
        assertUntested(HCR20V3, "C", Reason.NOT_STATED);
    }

    @Test
    public void shouldSayOfOneThatDoesNotStateItsEditionThatTheSettingChangedToo() {
        man.hcr20("2026-01-10").without("edition");
        man.hcr20("2026-05-10").outside();
        assertUntested(HCR20V3, "C", Reason.NOT_STATED, Reason.SETTING_CHANGED);
    }

    @Test
    public void shouldNotSubtractWhatMayBeAnotherEdition() {
        man.capp("2026-01-10");
        man.capp("2026-05-10").without("edition");
        assertNull(change(CAPP, "A").getDifference());
        // There is but one edition of the HCR-20 V3.
        man.hcr20("2026-01-10");
        man.hcr20("2026-05-10").without("edition");
        assertEquals(0, change(HCR20V3, "C").getDifference(), 0);
    }

    @Test
    public void shouldHaveNoMotivationAndNoTotalOfAManWithoutMedicationAndTestTheRest() {
        man.reliability(SAPROF, "external", 2, 0.8).reliability(SAPROF, "motivational", 2, 0.8);
        man.saprof("2026-01-10").scale("external", "11111");
        man.saprof("2026-05-10").scale("external", "22221").rated("12", "NA");
        assertUntested(SAPROF, "motivational", Reason.NO_VALUE);
        assertUntested(SAPROF, "total", Reason.STATIC_ITEMS, Reason.NO_VALUE);
        assertNull(change(SAPROF, "motivational").getDifference());
        ScaleChange external = change(SAPROF, "external");
        // 5, then 9: SEM 2 · √.2 = 0.8944, of a difference 1.2649; 4 / 1.2649 = 3.162
        assertEquals(3.162, external.getReliableChange().getIndex(), 0.001);
        assertEquals(Verdict.HIGHER, external.getVerdict());
    }

    @Test
    public void shouldNotTestASumWithARefinedAMissingOrAFaultyRating() {
        for (String rating : List.of("1-plus", "", "severalAnswers")) {
            TestSeries other = new TestSeries().reliability(SAPROF, "external", 2, 0.8);
            other.saprof("2026-01-10");
            Charted later = other.saprof("2026-05-10");
            switch (rating) {
                case "":
                    later.without("13");
                    break;
                case "severalAnswers":
                    later.with("13", "1", "2").fault("ratings.13", rating);
                    break;
                default:
                    later.rated("13", rating);
            }
            assertEquals(
                    rating,
                    List.of(Reason.NO_VALUE),
                    change(other, SAPROF, "external").getReasons());
        }
    }

    @Test
    public void shouldCompareTwoOfOneDayThatTheReaderHasChosen() {
        String morning = man.hcr20("2026-05-10")
                .at("2026-05-10T09:00:00+02:00")
                .scale("C", "YYPPP")
                .uuid();
        String afternoon = man.hcr20("2026-05-10")
                .at("2026-05-10T16:00:00+02:00")
                .scale("C", "PPPPN")
                .uuid();
        ScaleChange change = man
                .trajectory(
                        TrajectorySearch.builder()
                                .instrument("HCR20V3")
                                .compare(List.of(morning, afternoon))
                                .build(),
                        true)
                .getInstruments()
                .get(0)
                .getComparisons()
                .get(0)
                .getScales()
                .stream()
                .filter(scale -> scale.getScale().getCode().equals("C"))
                .findFirst()
                .get();
        assertEquals(-3, change.getDifference(), 0);
        assertEquals(Verdict.LOWER, change.getVerdict());
    }

    private void assertTested(Instrument instrument, String scale) {
        ScaleChange change = change(instrument, scale);
        assertEquals(List.of(), change.getReasons());
        assertNotNull(change.getReliableChange());
    }

    private void assertUntested(Instrument instrument, String scale, Reason... reasons) {
        ScaleChange change = change(instrument, scale);
        assertEquals(scale, List.of(reasons), change.getReasons());
        assertEquals(scale, Verdict.NOT_TESTABLE, change.getVerdict());
        assertNull(change.getReliableChange());
    }

    private Comparison comparison(Instrument instrument) {
        return man.comparison(instrument, Comparison.Kind.PREVIOUS);
    }

    private ScaleChange change(Instrument instrument, String scale) {
        return change(man, instrument, scale);
    }

    /** Of the last two; where the scale exists for several contexts, for the first of them. */
    private static ScaleChange change(TestSeries man, Instrument instrument, String scale) {
        return man.comparison(instrument, Comparison.Kind.PREVIOUS).getScales().stream()
                .filter(change -> change.getScale().getCode().equals(scale))
                .findFirst()
                .get();
    }
}
