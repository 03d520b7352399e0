/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.standin;

import static java.time.temporal.ChronoUnit.DAYS;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.module.smpr.instrument.CommonQuestions;

/** The invented sample has a man for whatever a reader of trajectories has to cope with, and his numbers fit his story. */
public class DemoCasesTest {

    private static final String HCR = DemoAssessment.HCR;

    private List<DemoPerson> people;

    @Before
    public void setUp() throws IOException {
        people = DemoCohort.read(LocalDate.now()).people();
    }

    @Test
    public void shouldShowOneWhoseOwnProtectionRisesSteadily() {
        shows("INV-101", man -> {
            List<Integer> sums = sums(man, "SAPROF", 1, 12);
            return sums.stream().sorted().collect(Collectors.toList()).equals(sums)
                    && sums.get(sums.size() - 1) > sums.get(0) + 10;
        });
    }

    @Test
    public void shouldShowExternalProtectionThatFallsAtReleaseWhileTheRestHolds() {
        shows("INV-102", releasedWhere((before, after) -> sum(after, 13, 17) <= sum(before, 13, 17) - 3
                && sum(after, 1, 12) >= sum(before, 1, 12) - 1));
    }

    @Test
    public void shouldShowChangesOfSetting() {
        shows("INV-108", man -> String.join(" ", contexts(man)).contains("IN OUT OUT IN"));
    }

    @Test
    public void shouldShowMostWithoutDetectableChangeOfTheClinicalItems() {
        shows("INV-121", man -> Math.abs(change(man)) <= 1 && counted(man, HCR).size() >= 5);
        long steady = people.stream()
                .filter(man -> !counted(man, HCR).isEmpty() && Math.abs(change(man)) <= 2)
                .count();
        assertTrue(steady + " of " + people.size(), steady > people.size() * 2 / 3);
    }

    @Test
    public void shouldShowFewWhoClearlyImproveOrWorsen() {
        shows("INV-123", man -> change(man) <= -5);
        shows("INV-125", man -> change(man) >= 3);
        shows("INV-159", man -> change(man) >= 4);
    }

    @Test
    public void shouldShowAnItemThatDoesNotApply() {
        shows("INV-103", man -> counted(man, "SAPROF").stream()
                .allMatch(assessment -> assessment.words().get("12").equals("NA")));
    }

    @Test
    public void shouldShowIndependentSecondRatingsWithEachInstrument() {
        shows("INV-106", has(is("raterRole", "INDEPENDENT")));
        for (String instrument : DemoAssessment.INSTRUMENTS) {
            assertTrue(instrument, people.stream()
                    .anyMatch(has(with(instrument).and(is("raterRole", "INDEPENDENT")))));
        }
    }

    @Test
    public void shouldShowDraftsLeftAndNothingButDrafts() {
        shows("INV-105", has(is("status", "DRAFT")).and(has(DemoAssessment::isComplete)));
        shows("INV-110", has(DemoAssessment::isComplete).negate());
    }

    @Test
    public void shouldShowWhatIsVoidedOrAmended() {
        shows("INV-112", has(DemoAssessment::isVoided));
        shows("INV-118", has(assessment -> assessment.amendments().size() == 2));
        shows("INV-118", has(assessment -> !assessment.text("firstSitting").isEmpty()));
    }

    @Test
    public void shouldShowTwoAssessmentsOnOneDay() {
        shows("INV-111", man -> counted(man, HCR).stream()
                        .map(DemoAssessment::day)
                        .distinct()
                        .count()
                < counted(man, HCR).size());
    }

    @Test
    public void shouldShowOneWithASingleAssessmentOfAnInstrument() {
        shows("INV-116", man -> counted(man, "SAPROF").size() == 1 && counted(man, HCR).size() > 1);
    }

    @Test
    public void shouldShowRiskManagementRatedForOneSettingForTheOtherAndForBoth() {
        shows("INV-113", has(rated("IN").and(rated("OUT").negate())));
        shows("INV-113", has(rated("IN").and(rated("OUT"))));
        shows("INV-113", has(rated("OUT").and(rated("IN").negate())));
    }

    @Test
    public void shouldShowPairsForAnIndexCloseInTimeAndTooFarApart() {
        shows("INV-114", man -> counted(man, "SAPROF").stream().anyMatch(one -> {
            long days = daysToHcr(man, one);
            return 0 < days && days <= 7;
        }));
        shows("INV-114", man -> counted(man, "SAPROF").stream().anyMatch(one -> daysToHcr(man, one) > 90));
    }

    @Test
    public void shouldShowManyOmissions() {
        shows("INV-115", has(with(HCR)
                .and(assessment -> Collections.frequency(assessment.words().values(), "OMIT") >= 5)));
    }

    @Test
    public void shouldShowWindowsThatAreShort() {
        shows("INV-155", has(with("CAPP").and(is("window", "1"))));
        shows("INV-157", has(with("CAPP").and(is("window", "2"))));
    }

    @Test
    public void shouldShowTheCommunityEditionOfTheCappAndOnceTheWrongOne() {
        Predicate<DemoAssessment> outside = with("CAPP").and(is("context", "OUT"));
        shows("INV-101", has(outside.and(is("edition", "SRS"))));
        shows("INV-120", has(outside.and(is("edition", "IRS"))));
        assertTrue(people.stream()
                        .filter(has(outside.and(is("edition", "SRS").negate())))
                        .count()
                == 1);
    }

    @Test
    public void shouldShowFaultsOfOtherForms() {
        Predicate<DemoAssessment> charted = assessment -> assessment.is("native");
        shows("INV-107", has(charted.and(word("0+1"))));
        shows("INV-119", has(charted.and(word("-"))));
        shows("INV-119", has(charted.and(word("Nl"))));
        shows("INV-119", has(charted.and(with("SAPROF")).and(is("FPJ", ""))));
    }

    @Test
    public void shouldShowStaysInTheFlatShareOfWhichThereAreFivePlaces() {
        shows("INV-139", has(is("place", "UCTI")));
        for (int month = 0; month <= 72; month++) {
            String ago = String.valueOf(month);
            long there = people.stream()
                    .filter(has(is("place", "UCTI").and(is("monthsAgo", ago))))
                    .count();
            assertTrue(there <= 5);
        }
    }

    @Test
    public void shouldShowEveryPhaseOfCare() {
        shows("INV-113", man -> phases(man).equals(List.of("CUSTODY", "PRE-RELEASE", "APC", "AFTER-CARE")));
        shows("INV-146", man -> phases(man).equals(List.of("CUSTODY", "APC", "UCTI")));
        shows("INV-101", man -> phases(man).contains("PRE-RELEASE"));
        shows("INV-102", man -> phases(man).contains("PRE-RELEASE"));
        shows("INV-127", has(is("place", "UHSA")).and(man -> phases(man).equals(List.of("CUSTODY", "APC"))));
        shows("INV-154", man -> phases(man).contains("AFTER-CARE"));
    }

    @Test
    public void shouldShowOneManOfWhomNoPhaseIsKnown() {
        Predicate<DemoPerson> inNone = has(assessment -> true).and(man -> phases(man).isEmpty());
        shows("INV-128", inNone);
        assertEquals(1, people.stream().filter(inNone).count());
    }

    @Test
    public void shouldTellOfThoseWhoWereLost() {
        shows("INV-147", told("Imprisoned again"));
        shows("INV-148", told("Lost").and(man -> !contexts(man).contains("OUT")));
        shows("INV-149", told("Broke off"));
        shows("INV-150", told("Transferred"));
    }

    private void shows(String identifier, Predicate<DemoPerson> something) {
        DemoPerson man = people.stream()
                .filter(person -> person.text("identifier").equals(identifier))
                .findFirst()
                .orElseThrow(AssertionError::new);
        assertTrue(man.text("story"), something.test(man));
    }

    private static Predicate<DemoPerson> has(Predicate<DemoAssessment> something) {
        return man -> man.assessments().stream().anyMatch(something);
    }

    private static Predicate<DemoPerson> told(String words) {
        return man -> man.text("story").startsWith(words);
    }

    private static Predicate<DemoAssessment> with(String instrument) {
        return assessment -> assessment.instrument().equals(instrument);
    }

    private static Predicate<DemoAssessment> is(String name, String value) {
        return assessment -> assessment.text(name).equals(value);
    }

    private static Predicate<DemoAssessment> word(String word) {
        return assessment -> assessment.words().containsValue(word);
    }

    private static Predicate<DemoAssessment> rated(String setting) {
        return with(HCR).and(assessment -> assessment.words().containsKey("R1." + setting));
    }

    private static Predicate<DemoPerson> releasedWhere(BiPredicate<DemoAssessment, DemoAssessment> something) {
        return man -> {
            List<DemoAssessment> series = counted(man, "SAPROF");
            return IntStream.range(1, series.size())
                    .filter(i -> series.get(i).text("context").equals("OUT"))
                    .anyMatch(i -> series.get(i - 1).text("context").equals("IN")
                            && something.test(series.get(i - 1), series.get(i)));
        };
    }

    /** @return what makes a series: complete, and no second rating */
    private static List<DemoAssessment> counted(DemoPerson man, String instrument) {
        return man.assessments().stream()
                .filter(with(instrument))
                .filter(DemoAssessment::isComplete)
                .filter(is("raterRole", "INDEPENDENT").negate())
                .collect(Collectors.toList());
    }

    private static List<String> contexts(DemoPerson man) {
        return counted(man, HCR).stream()
                .map(assessment -> assessment.text("context"))
                .collect(Collectors.toList());
    }

    /** @return each once, in the order in which they came */
    private static List<String> phases(DemoPerson man) {
        return man.assessments().stream()
                .map(assessment -> (String) assessment.answers().get(CommonQuestions.PHASE))
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toList());
    }

    private static List<Integer> sums(DemoPerson man, String instrument, int first, int last) {
        return counted(man, instrument).stream()
                .map(assessment -> sum(assessment, first, last))
                .collect(Collectors.toList());
    }

    /** @return the sum of the items from one number to another; of the SAPROF */
    private static int sum(DemoAssessment assessment, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .map(item ->
                        Integer.parseInt(assessment.words().get(String.format("%02d", item))))
                .sum();
    }

    /** @return by how much the clinical items rose from the first to the last HCR-20; those omitted are left out of both */
    private static int change(DemoPerson man) {
        List<DemoAssessment> series = counted(man, HCR);
        Map<String, String> first = series.get(0).words();
        Map<String, String> last = series.get(series.size() - 1).words();
        return Set.of("C1", "C2", "C3", "C4", "C5").stream()
                .filter(item -> isRated(first.get(item)) && isRated(last.get(item)))
                .mapToInt(item -> presence(last.get(item)) - presence(first.get(item)))
                .sum();
    }

    private static boolean isRated(String word) {
        return !word.equals("-") && !word.equals("OMIT");
    }

    private static int presence(String word) {
        return "NPY".indexOf(word.charAt(0));
    }

    private static long daysToHcr(DemoPerson man, DemoAssessment saprof) {
        return counted(man, HCR).stream()
                .mapToLong(hcr -> Math.abs(DAYS.between(hcr.day(), saprof.day())))
                .min()
                .orElse(Long.MAX_VALUE);
    }
}
