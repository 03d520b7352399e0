/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.trajectory.Comparison.Kind.FIRST_IN_CUSTODY;
import static org.openmrs.module.smpr.trajectory.Comparison.Kind.PREVIOUS;
import static org.openmrs.module.smpr.trajectory.Comparison.Kind.RELEASE;
import static org.openmrs.module.smpr.trajectory.Reason.NOT_STATED;
import static org.openmrs.module.smpr.trajectory.Reason.NO_RELIABILITY;
import static org.openmrs.module.smpr.trajectory.Reason.NO_VALUE;
import static org.openmrs.module.smpr.trajectory.Reason.OTHER_CONTEXT;
import static org.openmrs.module.smpr.trajectory.Reason.OTHER_EDITION;
import static org.openmrs.module.smpr.trajectory.Reason.OTHER_RATER_ROLE;
import static org.openmrs.module.smpr.trajectory.Reason.OTHER_SOURCES;
import static org.openmrs.module.smpr.trajectory.Reason.REINFORMED;
import static org.openmrs.module.smpr.trajectory.Reason.SETTING_CHANGED;
import static org.openmrs.module.smpr.trajectory.Reason.SHORT_WINDOW;
import static org.openmrs.module.smpr.trajectory.Reason.STATIC_ITEMS;
import static org.openmrs.module.smpr.trajectory.Reason.TOO_MANY_OMITTED;
import static org.openmrs.module.smpr.trajectory.Verdict.DESCRIPTIVE;
import static org.openmrs.module.smpr.trajectory.Verdict.HIGHER;
import static org.openmrs.module.smpr.trajectory.Verdict.LOWER;
import static org.openmrs.module.smpr.trajectory.Verdict.NOT_TESTABLE;
import static org.openmrs.module.smpr.trajectory.Verdict.NO_DETECTABLE_CHANGE;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.BeforeClass;
import org.junit.Test;
import org.openmrs.module.smpr.assessment.ScaleScore;
import org.openmrs.module.smpr.trajectory.Comparison;
import org.openmrs.module.smpr.trajectory.Expectation;
import org.openmrs.module.smpr.trajectory.InstrumentTrajectory;
import org.openmrs.module.smpr.trajectory.Movement;
import org.openmrs.module.smpr.trajectory.Protector;
import org.openmrs.module.smpr.trajectory.Reason;
import org.openmrs.module.smpr.trajectory.Review;
import org.openmrs.module.smpr.trajectory.ScaleChange;
import org.openmrs.module.smpr.trajectory.Target;
import org.openmrs.module.smpr.trajectory.Trajectory;
import org.openmrs.module.smpr.trajectory.Verdict;

/**
 * What the module says of the invented men whose stories are about that, under the settings of the demonstration: SD 2.89
 * and reliability 0.88 for C, 3.02 and 0.87 for R. A difference of C is beyond the error from 1.96 × √2 × 2.89 × √0.12 = 2.8
 * on, one of R from 1.96 × √2 × 3.02 × √0.13 = 3.02 on. The sums beside the verdicts are those of the men's lines.
 */
public class DemoTrajectoriesTest {

    private static final String HCR = "HCR20V3";

    private static final String SAPROF = "SAPROF";

    private static final String CAPP = "CAPP";

    private static DemoReading reading;

    @BeforeClass
    public static void read() throws IOException {
        reading = new DemoReading(LocalDate.of(2026, 11, 25));
    }

    @Test
    public void shouldFindAChangeBeyondTheErrorWithinCustody() {
        // C 2+1+2+2+2, 1+1+1+2+2, 1+0+1+2+1; R 1+0+1+1+2, 1+0+1+1+2, 0+0+1+1+1.
        Comparison whole = comparison("INV-167", HCR, FIRST_IN_CUSTODY);
        assertChange(whole, "C", 9, 5, LOWER);
        assertChange(whole, "R.IN", 5, 3, NO_DETECTABLE_CHANGE);
        assertEquals(-2.825, scale(whole, "C").getReliableChange().getIndex(), 0.001);
        assertEquals(-1.299, scale(whole, "R.IN").getReliableChange().getIndex(), 0.001);
        assertEquals(Set.of(Expectation.MAY_CONTAIN_INDEX_OFFENCE), scale(whole, "C").getExpected());
        Comparison last = comparison("INV-167", HCR, PREVIOUS);
        assertChange(last, "C", 7, 5, NO_DETECTABLE_CHANGE);
        assertEquals(Set.of(), scale(last, "C").getExpected());
        // C 1+0+0+2+1, 2+1+1+2+2; R 0+0+2+1+1, 0+1+2+1+2.
        Comparison worse = comparison("INV-159", HCR, FIRST_IN_CUSTODY);
        assertChange(worse, "C", 4, 8, HIGHER);
        assertChange(worse, "R.IN", 4, 6, NO_DETECTABLE_CHANGE);
    }

    @Test
    public void shouldFindNoDetectableChangeInFourYearsInside() {
        // C 2+0+1+2+2, 1+0+0+2+2; R 1+0+2+1+2, 1+0+1+1+2.
        Comparison whole = comparison("INV-158", HCR, FIRST_IN_CUSTODY);
        assertChange(whole, "C", 7, 5, NO_DETECTABLE_CHANGE);
        assertChange(whole, "R.IN", 6, 5, NO_DETECTABLE_CHANGE);
        assertChange(comparison("INV-158", HCR, PREVIOUS), "C", 6, 5, NO_DETECTABLE_CHANGE);
    }

    @Test
    public void shouldTestNoScaleWithoutReliability_NorWithStaticItems() {
        for (DemoPerson man : reading.people()) {
            trajectory(man.text("identifier")).getInstruments().stream()
                    .flatMap(instrument -> instrument.getComparisons().stream())
                    .flatMap(comparison -> comparison.getScales().stream())
                    .filter(scale -> scale.getReliableChange() != null)
                    .forEach(scale -> assertTrue(
                            man.text("identifier"),
                            Set.of("C", "R").contains(scale.getScale().getCode())
                                    && scale.getScale().getMax() == 10));
        }
        assertChange(comparison("INV-167", HCR, PREVIOUS), "CR.IN", 12, 8, NOT_TESTABLE, NO_RELIABILITY);
        assertChange(comparison("INV-167", HCR, PREVIOUS), "H", 11, 11, NOT_TESTABLE, STATIC_ITEMS);
        assertChange(comparison("INV-167", SAPROF, PREVIOUS), "external", 8, 8, NOT_TESTABLE, NO_RELIABILITY);
        assertChange(comparison("INV-167", SAPROF, PREVIOUS), "internal", 4, 5, NOT_TESTABLE, STATIC_ITEMS);
    }

    @Test
    public void shouldNotCompareTwoEditions() {
        Comparison released = comparison("INV-120", CAPP, FIRST_IN_CUSTODY);
        released.getScales()
                .forEach(scale -> assertEquals(
                        List.of(NO_RELIABILITY, OTHER_EDITION, SETTING_CHANGED), scale.getReasons()));
        // Both outside, the earlier with the edition for institutions.
        Comparison outside = comparison("INV-120", CAPP, PREVIOUS);
        outside.getScales().forEach(scale -> {
            assertEquals(NOT_TESTABLE, scale.getVerdict());
            assertEquals(List.of(NO_RELIABILITY, OTHER_EDITION), scale.getReasons());
            assertNull(scale.getDifference());
        });
        outside.getRatings().forEach(rating -> assertEquals(Movement.NOT_COMPARABLE, rating.getMovement()));
    }

    @Test
    public void shouldNotHoldTheFileAloneAgainstAnInterview() {
        // R at first 1+0+omitted+1+2, prorated 4 / 4 × 5.
        Comparison whole = comparison("INV-104", HCR, FIRST_IN_CUSTODY);
        assertChange(whole, "C", 6, 5, NOT_TESTABLE, OTHER_SOURCES);
        assertChange(whole, "R.IN", 5, 4, NOT_TESTABLE, OTHER_SOURCES);
        assertChange(comparison("INV-104", HCR, PREVIOUS), "C", 5, 5, NO_DETECTABLE_CHANGE);
    }

    @Test
    public void shouldNotHoldOneRaterAgainstAConsensus() {
        // C 2+1+0+2+2, 1+1+0+1+2, 1+0+0+1+1.
        Comparison whole = comparison("INV-161", HCR, FIRST_IN_CUSTODY);
        assertChange(whole, "C", 7, 3, NOT_TESTABLE, OTHER_RATER_ROLE);
        assertChange(whole, "R.IN", 5, 2, NOT_TESTABLE, OTHER_RATER_ROLE);
        assertChange(comparison("INV-161", HCR, PREVIOUS), "C", 5, 3, NO_DETECTABLE_CHANGE);
    }

    @Test
    public void shouldTestNothingWhereTooMuchIsOmitted() {
        // C at first two omitted, where the site allows one; then one: 0+1+2+1, prorated 4 / 4 × 5.
        Comparison whole = comparison("INV-115", HCR, FIRST_IN_CUSTODY);
        assertChange(whole, "C", null, 5, NOT_TESTABLE, TOO_MANY_OMITTED);
        assertEquals(2, scale(whole, "C").getFrom().getOmitted());
        assertEquals(1, scale(whole, "C").getTo().getOmitted());
        assertEquals(
                ScaleScore.NoValue.BEYOND_LIMIT, scale(whole, "C").getFrom().getNoValue());
        assertChange(whole, "R.IN", null, 5, NOT_TESTABLE, TOO_MANY_OMITTED);
    }

    @Test
    public void shouldNotTakeForAbsentWhatIsNotKnown() {
        Trajectory man = trajectory("INV-168");
        Comparison whole = comparison("INV-168", HCR, FIRST_IN_CUSTODY);
        assertChange(whole, "C", null, null, NOT_TESTABLE, TOO_MANY_OMITTED);
        assertChange(whole, "R.IN", null, null, NOT_TESTABLE, TOO_MANY_OMITTED);
        assertEquals(ScaleScore.NoValue.ALL_OMITTED, scale(whole, "C").getTo().getNoValue());
        assertTrue(man.getTargets().getRisk().isEmpty());
        assertTrue("Nothing is known of any", man.getTargets().getRiskRatedBy().isEmpty());
        assertEquals(
                List.of("HCR20V3 OMITTED", "HCR20V3 NO_REVIEW", "SAPROF OMITTED", "CAPP NEVER_ASSESSED"), gaps(man));
        // All but H1, and all but 16 and 17.
        assertEquals(19, man.getGaps().get(0).getItems().size());
        assertEquals(15, man.getGaps().get(2).getItems().size());
    }

    @Test
    public void shouldSayOfACappThatItLooksBackTooShort() {
        Comparison whole = comparison("INV-157", CAPP, FIRST_IN_CUSTODY);
        whole.getScales().forEach(scale -> {
            assertEquals(NOT_TESTABLE, scale.getVerdict());
            assertEquals(List.of(NO_RELIABILITY, SHORT_WINDOW), scale.getReasons());
        });
        assertFalse("The latest is long enough", gaps(trajectory("INV-157")).contains("CAPP SHORT_WINDOW"));
        assertTrue(gaps(trajectory("INV-155")).contains("CAPP SHORT_WINDOW"));
    }

    @Test
    public void shouldSayOfStaticItemsThatMoreIsKnown() {
        // H 2+1+1+2+2+0+1+0+1+1, 2+2+1+2+2+0+1+2+1+1.
        Comparison hcr = comparison("INV-162", HCR, FIRST_IN_CUSTODY);
        assertEquals(List.of("H2", "H8"), moved(hcr, Movement.REINFORMED));
        assertChange(hcr, "H", 11, 14, NOT_TESTABLE, STATIC_ITEMS, REINFORMED);
        assertChange(hcr, "total.IN", 21, 22, NOT_TESTABLE, STATIC_ITEMS, REINFORMED);
        assertChange(hcr, "C", 5, 4, NO_DETECTABLE_CHANGE);
        Comparison saprof = comparison("INV-162", SAPROF, FIRST_IN_CUSTODY);
        assertEquals(List.of("02"), moved(saprof, Movement.REINFORMED));
        assertChange(saprof, "internal", 3, 3, NOT_TESTABLE, STATIC_ITEMS, REINFORMED);
    }

    @Test
    public void shouldNotHoldTheItemsOfOneContextAgainstThoseOfTheOther() {
        Comparison whole = comparison("INV-163", HCR, FIRST_IN_CUSTODY);
        assertChange(whole, "C", 5, 3, NO_DETECTABLE_CHANGE);
        assertChange(whole, "R.IN", 4, null, NOT_TESTABLE, OTHER_CONTEXT);
        assertChange(whole, "R.OUT", null, 7, NOT_TESTABLE, OTHER_CONTEXT);
        assertEquals(List.of(), trajectory("INV-163").getTimeline().getChanges().stream()
                .filter(change -> !change.getFrom().getContext().equals(change.getTo().getContext()))
                .collect(Collectors.toList()));
    }

    @Test
    public void shouldSayWhatAnotherFormHasLeftOpen() {
        Comparison hcr = comparison("INV-166", HCR, FIRST_IN_CUSTODY);
        assertChange(hcr, "C", 5, 4, NOT_TESTABLE, NOT_STATED);
        assertChange(hcr, "R.IN", 4, 4, NOT_TESTABLE, NOT_STATED);
        assertEquals(List.of("C3"), moved(hcr, Movement.LESS));
        Comparison saprof = comparison("INV-166", SAPROF, FIRST_IN_CUSTODY);
        assertEquals(List.of("05"), moved(saprof, Movement.NOT_COMPARABLE));
        assertChange(saprof, "internal", 5, null, NOT_TESTABLE, STATIC_ITEMS, NO_VALUE);
        assertChange(saprof, "motivational", 7, 9, NOT_TESTABLE, NO_RELIABILITY);
        assertEquals(
                List.of("HCR20V3 TO_CHECK", "HCR20V3 NO_REVIEW", "SAPROF TO_CHECK", "CAPP NEVER_ASSESSED"),
                gaps(trajectory("INV-166")));
    }

    @Test
    public void shouldDescribeAndNotTestAcrossARelease() {
        // C 1+1+0+2+2, 0+1+0+2+2, 0+0+1+2+1; external 0+1+2+2+2, 1+1+0+1+0.
        Comparison whole = comparison("INV-102", HCR, FIRST_IN_CUSTODY);
        assertChange(whole, "C", 6, 4, DESCRIPTIVE, SETTING_CHANGED);
        assertChange(whole, "R.OUT", null, 5, NOT_TESTABLE, OTHER_CONTEXT, SETTING_CHANGED);
        Comparison saprof = comparison("INV-102", SAPROF, FIRST_IN_CUSTODY);
        assertChange(saprof, "external", 7, 3, DESCRIPTIVE, NO_RELIABILITY, SETTING_CHANGED);
        assertEquals(
                Set.of(Expectation.FALLS_WITH_FREEDOM, Expectation.CARRIED_BY_SUPPORT),
                scale(saprof, "external").getExpected());
        assertEquals(List.of("15", "16", "17"), moved(saprof, Movement.MORE));
        Comparison outside = comparison("INV-102", HCR, RELEASE);
        assertEquals(Set.of(RELEASE, PREVIOUS), outside.getKinds());
        assertChange(outside, "C", 5, 4, NO_DETECTABLE_CHANGE);
        assertChange(outside, "R.OUT", 6, 5, NO_DETECTABLE_CHANGE);
    }

    @Test
    public void shouldDescribeAndNotTestIntoTheFlatShareAndOutOfIt() {
        // From a furnished room into it.
        Comparison into = comparison("INV-146", HCR, RELEASE);
        assertChange(into, "C", 6, 4, DESCRIPTIVE, SETTING_CHANGED);
        assertChange(into, "R.OUT", 7, 4, DESCRIPTIVE, SETTING_CHANGED);
        assertChange(comparison("INV-146", HCR, PREVIOUS), "C", 5, 4, NO_DETECTABLE_CHANGE);
        // External 1+0+2+2+2, 1+0+2+1+0.
        Comparison out = comparison("INV-140", HCR, PREVIOUS);
        assertChange(out, "R.OUT", 4, 5, DESCRIPTIVE, SETTING_CHANGED);
        ScaleChange external = scale(comparison("INV-140", SAPROF, PREVIOUS), "external");
        assertEquals(-3, external.getDifference(), 0);
        assertTrue(external.getExpected().contains(Expectation.FALLS_WITH_FREEDOM));
        assertEquals(
                List.of("CUSTODY → UCTI", "UCTI → APC"),
                trajectory("INV-140").getTimeline().getChanges().stream()
                        .map(change -> change.getFrom().getPhase() + " → "
                                + change.getTo().getPhase())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldComputeNoMotivationalSumWhereMedicationDoesNotApply() {
        InstrumentTrajectory saprof = instrument("INV-103", SAPROF);
        saprof.getScales().forEach(series -> series.getPoints()
                .forEach(point -> assertEquals(
                        series.getScale().getCode(),
                        Set.of("motivational", "total").contains(series.getScale().getCode())
                                ? ScaleScore.NoValue.NOT_APPLICABLE
                                : null,
                        point.getScore().getNoValue())));
        Comparison whole = comparison("INV-103", SAPROF, FIRST_IN_CUSTODY);
        assertChange(whole, "motivational", null, null, NOT_TESTABLE, NO_VALUE, NO_RELIABILITY, SETTING_CHANGED);
        // 2+1+1+0+0, 2+1+1+1+1.
        assertChange(whole, "internal", 4, 6, NOT_TESTABLE, STATIC_ITEMS, SETTING_CHANGED);
        assertEquals(List.of("12"), moved(whole, Movement.NOT_COMPARABLE));
    }

    @Test
    public void shouldKeepSecondRatingsDraftsAndWhatIsVoidedOutOfTheSeries() {
        assertEquals(3, instrument("INV-106", HCR).getAssessments().size());
        assertEquals(2, instrument("INV-106", HCR).counted().size());
        assertChange(comparison("INV-106", HCR, PREVIOUS), "C", 6, 5, NO_DETECTABLE_CHANGE);
        // The voided one would have been the second of four.
        assertEquals(3, instrument("INV-112", HCR).getAssessments().size());
        assertChange(comparison("INV-112", HCR, PREVIOUS), "C", 6, 5, DESCRIPTIVE, SETTING_CHANGED);
        assertEquals(3, instrument("INV-105", SAPROF).getAssessments().size());
        assertEquals(2, instrument("INV-105", SAPROF).counted().size());
        assertTrue(gaps(trajectory("INV-105")).contains("SAPROF DRAFT"));
    }

    @Test
    public void shouldTakeTheLaterOfTwoOnOneDayForThePreviousOne() {
        // One rater's 6 and the consensus's 7 on one day, then one rater's 5.
        assertEquals(4, instrument("INV-111", HCR).counted().size());
        assertChange(comparison("INV-111", HCR, PREVIOUS), "C", 7, 5, NOT_TESTABLE, OTHER_RATER_ROLE);
        assertChange(comparison("INV-111", HCR, FIRST_IN_CUSTODY), "C", 6, 5, NO_DETECTABLE_CHANGE);
    }

    @Test
    public void shouldSayOfOneAssessmentThatThereIsNothingToCompareItWith() {
        Trajectory man = trajectory("INV-165");
        man.getInstruments().forEach(instrument -> assertTrue(instrument.getComparisons().isEmpty()));
        assertEquals(7, man.getTargets().getRisk().size());
        man.getTargets().getRisk().forEach(target -> assertNull(target.getSinceLast()));
        assertEquals(
                List.of("HCR20V3 NOT_LATELY", "HCR20V3 NO_REVIEW", "SAPROF NEVER_ASSESSED", "CAPP NEVER_ASSESSED"),
                gaps(man));
        assertEquals(8, (int) man.getGaps().get(0).getMonths());
    }

    @Test
    public void shouldSayOfNoAssessmentAndOfDraftsAloneThatNothingIsKnown() {
        for (String identifier : new String[] {"INV-164", "INV-110"}) {
            Trajectory man = trajectory(identifier);
            assertTrue(man.getInstruments().stream()
                    .allMatch(instrument -> instrument.counted().isEmpty()
                            && instrument.getComparisons().isEmpty()));
            assertTrue(man.getTargets().getRisk().isEmpty());
            assertTrue(man.getTargets().getRiskRatedBy().isEmpty());
            assertTrue(man.getReviews().isEmpty());
        }
        assertEquals(
                List.of("HCR20V3 NEVER_ASSESSED", "SAPROF NEVER_ASSESSED", "CAPP NEVER_ASSESSED"),
                gaps(trajectory("INV-164")));
        assertEquals(
                List.of(
                        "HCR20V3 NEVER_ASSESSED",
                        "HCR20V3 DRAFT",
                        "SAPROF NEVER_ASSESSED",
                        "SAPROF DRAFT",
                        "CAPP NEVER_ASSESSED",
                        "CAPP DRAFT"),
                gaps(trajectory("INV-110")));
    }

    @Test
    public void shouldOrderTargetsByRelevanceThenByDirection() {
        Trajectory man = trajectory("INV-102");
        assertEquals(
                List.of(
                        "C3 P HIGH MORE",
                        "C4 Y HIGH SAME",
                        "R5.OUT P HIGH SAME",
                        "C5 P HIGH LESS",
                        "R2.OUT P MODERATE LESS",
                        "R1.OUT P LOW SAME",
                        "R3.OUT P LOW SAME",
                        "R4.OUT P LOW SAME"),
                man.getTargets().getRisk().stream().map(DemoTrajectoriesTest::said).collect(Collectors.toList()));
        assertEquals(List.of("04 2", "06 2", "09 2"), protectors(man.getTargets().getKeep()));
        assertEquals(List.of("16 1"), protectors(man.getTargets().getBuild()));
        // C4 was there from the first of four on.
        Target instability = man.getTargets().getRisk().get(1);
        assertEquals(instrument("INV-102", HCR).counted().get(0), instability.getStandingSince());
        assertEquals(4, instability.getRatedSo());
        assertEquals(List.of("04 2", "05 1"), protectors(instability.getProtectors()));
    }

    @Test
    public void shouldSayOnAnyDayWhichReviewsAreSetAndWhichAreOverdue() throws IOException {
        LocalDate first = LocalDate.of(2027, 6, 1);
        for (LocalDate today = first; today.isBefore(first.plusYears(1)); today = today.plusDays(7)) {
            DemoReading then = new DemoReading(today);
            Review ahead = then.trajectory("INV-117", false).getReviews().get(0);
            assertFalse(today.toString(), ahead.isOverdue());
            assertTrue(today.toString(), ahead.getDate().isAfter(today));
            Review overdue = then.trajectory("INV-167", false).getReviews().get(0);
            assertTrue(today.toString(), overdue.isOverdue());
            assertTrue(today.toString(), overdue.getDate().isBefore(today));
            assertNull(then.trajectory("INV-102", false).getReviews().get(0).getDate());
        }
        assertEquals(List.of("CAPP NEVER_ASSESSED"), gaps(trajectory("INV-160")).stream()
                .filter(gap -> gap.startsWith(CAPP))
                .collect(Collectors.toList()));
    }

    private static Trajectory trajectory(String identifier) {
        return reading.trajectory(identifier, true);
    }

    private static InstrumentTrajectory instrument(String identifier, String code) {
        return trajectory(identifier).getInstruments().stream()
                .filter(instrument -> instrument.getInstrument().getCode().equals(code))
                .findFirst()
                .orElseThrow(AssertionError::new);
    }

    private static Comparison comparison(String identifier, String instrument, Comparison.Kind kind) {
        return instrument(identifier, instrument).getComparisons().stream()
                .filter(comparison -> comparison.getKinds().contains(kind))
                .findFirst()
                .orElseThrow(AssertionError::new);
    }

    /** @param code of the scale, and of the context where it is rated for each */
    private static ScaleChange scale(Comparison comparison, String code) {
        String[] parts = code.split("\\.");
        return comparison.getScales().stream()
                .filter(change -> change.getScale().getCode().equals(parts[0]))
                .filter(change -> Objects.equals(change.getContext(), parts.length == 1 ? null : parts[1]))
                .findFirst()
                .orElseThrow(() -> new AssertionError(code));
    }

    /** @param from and to: the sums; null for no value */
    private static void assertChange(
            Comparison comparison,
            String scale,
            Integer from,
            Integer to,
            Verdict verdict,
            Reason... reasons) {
        ScaleChange change = scale(comparison, scale);
        assertValue(scale, from, change.getFrom());
        assertValue(scale, to, change.getTo());
        assertEquals(scale, verdict, change.getVerdict());
        assertEquals(scale, List.of(reasons), change.getReasons());
    }

    private static void assertValue(String scale, Integer expected, ScaleScore score) {
        Double value = score == null ? null : score.getValue();
        assertEquals(scale, expected == null ? null : Double.valueOf(expected), value);
    }

    private static List<String> moved(Comparison comparison, Movement movement) {
        return comparison.getRatings().stream()
                .filter(rating -> rating.getMovement() == movement)
                .map(rating -> rating.getItem().getCode())
                .collect(Collectors.toList());
    }

    private static List<String> gaps(Trajectory man) {
        return man.getGaps().stream()
                .map(gap -> gap.getInstrument().getCode() + " " + gap.getKind())
                .collect(Collectors.toList());
    }

    private static String said(Target target) {
        String context = target.getQuestion().getContext();
        return target.getItem().getCode() + (context == null ? "" : "." + context) + " "
                + target.getRating().getCode() + " " + target.getRelevance().getCode() + " " + target.getSinceLast();
    }

    private static List<String> protectors(List<Protector> protectors) {
        return protectors.stream()
                .map(protector -> protector.getItem().getCode() + " "
                        + protector.getRating().getCode())
                .collect(Collectors.toList());
    }
}
