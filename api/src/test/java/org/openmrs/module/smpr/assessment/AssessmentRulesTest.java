/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.module.smpr.TestInstruments;
import org.openmrs.module.smpr.instrument.Instrument;

/** What must hold between the answers of an HCR-20 or a CAPP, each rule with what just keeps it and what just breaks it. */
public class AssessmentRulesTest {

    private static final String DAY = "2026-03-01";

    private static final List<String> ITEMS = List.of("H1", "H10", "C3", "C5", "R2.IN", "R4.IN");

    private final Patient patient = new Patient();

    private Instrument instrument = TestInstruments.HCR20V3;

    private Map<String, Set<LocalDate>> completeDays = Map.of();

    @Test
    public void shouldFindNothingWrongWithWhatIsComplete() {
        assertEquals(Map.of(), faults(hcr20()));
        assertEquals(Map.of(), faults(hcr20().ratedFor("OUT")));
        instrument = TestInstruments.CAPP;
        assertEquals(Map.of(), faults(TestAssessments.capp(patient, DAY)));
    }

    @Test
    public void shouldMissThePresenceOfAnyItemAndNoRelevanceBesideIt() {
        for (String item : ITEMS) {
            TestAssessments without = hcr20().without("ratings." + item + ".presence");
            assertEquals(Map.of("ratings." + item + ".presence", "missing"), faults(without));
            without.without("ratings." + item + ".relevance");
            assertEquals(Map.of("ratings." + item + ".presence", "missing"), faults(without));
        }
    }

    @Test
    public void shouldAskForRelevanceWhereAnItemIsPossiblyPresentOrPresent() {
        for (String item : ITEMS) {
            for (String presence : List.of("P", "Y")) {
                TestAssessments rated = hcr20().with("ratings." + item + ".presence", presence);
                assertEquals(Map.of(), faults(rated));
                assertEquals(
                        Map.of("ratings." + item + ".relevance", "missing"),
                        faults(rated.without("ratings." + item + ".relevance")));
            }
        }
    }

    @Test
    public void shouldRefuseRelevanceWhereAnItemIsAbsentOrOmitted() {
        for (String item : ITEMS) {
            for (String presence : List.of("N", "OMIT")) {
                TestAssessments rated = hcr20().with("ratings." + item + ".presence", presence);
                assertEquals(Map.of("ratings." + item + ".relevance", "notAsked"), faults(rated));
                assertEquals(Map.of(), faults(rated.without("ratings." + item + ".relevance")));
            }
        }
    }

    @Test
    public void shouldTakeAnOmittedRelevanceForAnAnswer() {
        assertEquals(Map.of(), faults(hcr20().with("ratings.C2.relevance", "OMIT")));
    }

    @Test
    public void shouldAskForRelevanceWhereTheSiteSaysSoInstead() {
        instrument = usedWith(Set.of(), Map.of("relevance", Map.of("presence", Set.of("OMIT"))));
        TestAssessments absent = hcr20().with("ratings.C2.presence", "N");
        assertEquals(Map.of(), faults(absent));
        assertEquals(Map.of("ratings.C2.relevance", "missing"), faults(absent.without("ratings.C2.relevance")));
        TestAssessments omitted = hcr20().with("ratings.C2.presence", "OMIT");
        assertEquals(Map.of("ratings.C2.relevance", "notAsked"), faults(omitted));
        assertEquals(Map.of(), faults(omitted.without("ratings.C2.relevance")));
    }

    @Test
    public void shouldAlwaysAskForRelevanceWhereTheSiteExceptsNothing() {
        instrument = usedWith(Set.of(), Map.of("relevance", Map.of()));
        for (String presence : List.of("N", "P", "Y", "OMIT")) {
            TestAssessments rated = hcr20().with("ratings.C2.presence", presence);
            assertEquals(Map.of(), faults(rated));
            assertEquals(Map.of("ratings.C2.relevance", "missing"), faults(rated.without("ratings.C2.relevance")));
        }
    }

    @Test
    public void shouldAskForNoSubItem() {
        assertEquals(Map.of(), faults(hcr20().with("ratings.H1.a.presence", "Y")));
        assertEquals(Map.of(), faults(hcr20().with("ratings.R4.b.IN.presence", "OMIT")));
    }

    @Test
    public void shouldTakeRelevanceOnSubItemsOnlyWhereTheSiteUsesIt() {
        TestAssessments rated = hcr20().with("ratings.H1.a.presence", "Y").with("ratings.H1.a.relevance", "HIGH");
        assertEquals(
                List.of(Fault.of("ratings.H1.a.relevance", "notUsedHere", "ratings.H1.a.relevance")), unread(rated));
        instrument = usedWith(Set.of("relevance-on-sub-items"), Map.of());
        assertEquals(List.of(), unread(rated));
        assertEquals(Map.of(), faults(rated));
        assertEquals(Map.of(), faults(rated.without("ratings.H1.a.relevance")));
        assertEquals(
                Map.of("ratings.H1.a.relevance", "notAsked"),
                faults(rated.with("ratings.H1.a.presence", "N").with("ratings.H1.a.relevance", "LOW")));
    }

    @Test
    public void shouldHaveAContextRatedWholeOrNotAtAll() {
        Map<String, String> whole = new TreeMap<>();
        for (String item : List.of("R2", "R3", "R4", "R5")) {
            whole.put("ratings." + item + ".OUT.presence", "missing");
        }
        for (String opinion : List.of("CP", "SPH", "IV")) {
            whole.put("judgements." + opinion + ".OUT", "missing");
        }
        Map<String, String> begunWithAnItem = new TreeMap<>(whole);
        begunWithAnItem.put("ratings.R1.OUT.relevance", "missing");
        assertEquals(begunWithAnItem, faults(hcr20().with("ratings.R1.OUT.presence", "Y")));
        Map<String, String> begunWithASubItem = new TreeMap<>(whole);
        begunWithASubItem.put("ratings.R1.OUT.presence", "missing");
        assertEquals(begunWithASubItem, faults(hcr20().with("ratings.R4.a.OUT.presence", "Y")));
        Map<String, String> begunWithAnOpinion = new TreeMap<>(begunWithASubItem);
        begunWithAnOpinion.remove("judgements.IV.OUT");
        assertEquals(begunWithAnOpinion, faults(hcr20().with("judgements.IV.OUT", "LOW")));
    }

    @Test
    public void shouldAcceptTheOtherContextAlone() {
        TestAssessments outside = notRatedFor("IN", hcr20()).ratedFor("OUT");
        assertEquals(Map.of(), faults(outside));
    }

    @Test
    public void shouldAskForTheContextThatHeIsInWhereNoneIsBegun() {
        for (String own : List.of("IN", "OUT")) {
            Map<String, String> expected = new TreeMap<>();
            perContext(own, field -> {
                if (!field.endsWith("relevance")) {
                    expected.put(field, "missing");
                }
            });
            assertEquals(8, expected.size());
            assertEquals(expected, faults(notRatedFor("IN", hcr20()).with("context", own)));
        }
    }

    @Test
    public void shouldAskForTheOpinionsOfEachContextThatIsRated() {
        for (String opinion : List.of("CP", "SPH", "IV")) {
            for (String context : List.of("IN", "OUT")) {
                String field = "judgements." + opinion + "." + context;
                assertEquals(
                        Map.of(field, "missing"), faults(hcr20().ratedFor("OUT").without(field)));
            }
        }
    }

    @Test
    public void shouldMissEveryAnswerThatIsRequiredOfAnAssessment() {
        for (String field :
                List.of("edition", "informant", "context", "windowStart", "windowEnd", "horizon", "raterRole")) {
            assertEquals(Map.of(field, "missing"), faults(hcr20().without(field)));
        }
        instrument = TestInstruments.CAPP;
        for (String field : List.of("edition", "informant", "context", "windowStart", "windowEnd", "raterRole")) {
            assertEquals(
                    Map.of(field, "missing"),
                    faults(TestAssessments.capp(patient, DAY).without(field)));
        }
        assertEquals(
                Map.of("ratings.S7", "missing"),
                faults(TestAssessments.capp(patient, DAY).without("ratings.S7")));
    }

    @Test
    public void shouldNameTheHcr20ThatAnIntegrativeJudgementRestsOn() {
        instrument = TestInstruments.SAPROF;
        completeDays = Map.of("HCR20V3", Set.of(LocalDate.parse("2026-02-01"), LocalDate.parse("2026-03-02")));
        TestAssessments judged = TestAssessments.saprof(patient, DAY).with("judgements.IFRJ", "HIGH");
        assertEquals(Map.of("fields.basis", "missing"), faults(judged));
        assertEquals(Map.of(), faults(judged.with("fields.basis", "2026-02-01")));
        assertEquals(Map.of("fields.basis", "noSuchAssessment"), faults(judged.with("fields.basis", "2026-02-02")));
        // There is one, but the day after.
        assertEquals(Map.of("fields.basis", "noSuchAssessment"), faults(judged.with("fields.basis", "2026-03-02")));
    }

    @Test
    public void shouldAllowTheHcr20OfTheSameDay() {
        instrument = TestInstruments.SAPROF;
        completeDays = Map.of("HCR20V3", Set.of(LocalDate.parse(DAY)));
        assertEquals(
                Map.of(),
                faults(TestAssessments.saprof(patient, DAY)
                        .with("judgements.IFRJ", "HIGH")
                        .with("fields.basis", DAY)));
    }

    @Test
    public void shouldRefuseAWindowThatRunsBackwardsOrPastTheAssessment() {
        assertEquals(
                Map.of("windowEnd", "endBeforeStart"),
                faults(hcr20().with("windowStart", "2026-02-02").with("windowEnd", "2026-02-01")));
        assertEquals(Map.of(), faults(hcr20().with("windowStart", "2026-02-01").with("windowEnd", "2026-02-01")));
        assertEquals(Map.of("windowEnd", "afterAssessment"), faults(hcr20().with("windowEnd", "2026-03-02")));
        assertEquals(
                Map.of("windowStart", "afterAssessment", "windowEnd", "afterAssessment"),
                faults(hcr20().with("windowStart", "2026-03-02").with("windowEnd", "2026-03-02")));
    }

    @Test
    public void shouldWarnWhereTheCappLooksBackOverLessThanSixMonthsBothDaysIncluded() {
        assertEquals(List.of(), warnings("2025-09-01", "2026-02-28"));
        assertEquals(List.of(Fault.of("windowStart", "shortWindow", "6")), warnings("2025-09-02", "2026-02-28"));
        assertEquals(List.of(Fault.of("windowStart", "shortWindow", "6")), warnings("2025-09-01", "2026-02-27"));
        assertEquals(List.of(), warnings("2025-03-01", "2026-02-28"));
        // Where the month has no such day, six months end with its last.
        assertEquals(List.of(), warnings("2025-08-31", "2026-02-27"));
        assertEquals(List.of(Fault.of("windowStart", "shortWindow", "6")), warnings("2025-08-31", "2026-02-26"));
    }

    @Test
    public void shouldWarnOfNoOtherInstrumentAndOfNoWindowThatIsNotStated() {
        assertEquals(List.of(), rules(hcr20().with("windowStart", DAY)).warnings());
        instrument = TestInstruments.CAPP;
        for (String open : List.of("windowStart", "windowEnd")) {
            assertEquals(
                    List.of(),
                    rules(TestAssessments.capp(patient, DAY)
                                    .with("windowStart", DAY)
                                    .without(open))
                            .warnings());
        }
    }

    @Test
    public void shouldAskADraftForItsStatusOnly() {
        assertEquals(Map.of(), faults(TestAssessments.draft(instrument, patient)));
        assertEquals(
                Map.of("status", "missing"),
                faults(TestAssessments.draft(instrument, patient).without("status")));
        assertFalse(rules(TestAssessments.draft(instrument, patient)).isComplete());
    }

    @Test
    public void shouldLetADraftContradictItself() {
        assertEquals(
                Map.of(),
                faults(hcr20().with("status", "DRAFT")
                        .with("ratings.C1.presence", "N")
                        .with("ratings.R1.OUT.relevance", "LOW")));
    }

    private TestAssessments hcr20() {
        return TestAssessments.hcr20(patient, DAY);
    }

    private static TestAssessments notRatedFor(String context, TestAssessments rated) {
        perContext(context, rated::without);
        return rated;
    }

    /** The fields of the five R items and the three opinions in that context. */
    private static void perContext(String context, Consumer<String> fields) {
        for (String item : List.of("R1", "R2", "R3", "R4", "R5")) {
            fields.accept("ratings." + item + "." + context + ".presence");
            fields.accept("ratings." + item + "." + context + ".relevance");
        }
        for (String opinion : List.of("CP", "SPH", "IV")) {
            fields.accept("judgements." + opinion + "." + context);
        }
    }

    private static Instrument usedWith(Set<String> options, Map<String, Map<String, Set<String>>> notAskedWhere) {
        return TestInstruments.HCR20V3.asUsedWith(Map.of(), options, notAskedWhere);
    }

    private List<Fault> warnings(String start, String end) {
        instrument = TestInstruments.CAPP;
        return rules(TestAssessments.capp(patient, DAY)
                        .with("windowStart", start)
                        .with("windowEnd", end))
                .warnings();
    }

    /** What is found wrong, by field. */
    private Map<String, String> faults(TestAssessments assessment) {
        return rules(assessment)
                .faults(LocalDate.parse(DAY), other -> completeDays.getOrDefault(other, Set.of()))
                .stream()
                .collect(Collectors.toMap(Fault::getField, Fault::getCode, (a, b) -> a + "+" + b, TreeMap::new));
    }

    private List<Fault> unread(TestAssessments assessment) {
        List<Fault> faults = new ArrayList<>();
        new InputReader(instrument, faults).read(assessment.input().getAnswers());
        return faults;
    }

    private AssessmentRules rules(TestAssessments assessment) {
        List<Fault> unread = new ArrayList<>();
        AssessmentRules rules = new AssessmentRules(
                instrument,
                new InputReader(instrument, unread).read(assessment.input().getAnswers()));
        assertEquals(List.of(), unread);
        return rules;
    }
}
