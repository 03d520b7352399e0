/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.instrument.CommonQuestions;
import org.openmrs.module.smpr.instrument.Definitions;
import org.openmrs.module.smpr.instrument.Instrument;

/** A draft may be as incomplete as it is; what is complete is valid, stays complete, and is amended only with a reason. */
public class AssessmentDraftTest extends SmprContextTest {

    private static final String DAY = "2026-03-01";

    private AssessmentService service;

    private Patient patient;

    @Before
    public void setUp() {
        service = Context.getService(AssessmentService.class);
        patient = TestPeople.patient();
    }

    @Test
    public void shouldSaveWhatSaysNothingButWhoseItIs() {
        for (Instrument instrument : Definitions.shipped()) {
            long before = System.currentTimeMillis() / 1000;
            Assessment draft = save(TestAssessments.draft(instrument, patient));
            assertEquals(Map.of("status", List.of("DRAFT")), draft.getAnswers());
            assertEquals(List.of(), draft.getFaults());
            assertFalse(draft.isComplete());
            long saved = draft.getDate().getTime() / 1000;
            assertTrue(before <= saved && saved <= System.currentTimeMillis() / 1000 + 1);
        }
    }

    @Test
    public void shouldSayThatItIsADraft() {
        assertEquals(
                new TreeMap<>(Map.of("date", "missing", "status", "missing")),
                refused(TestAssessments.draft(Definitions.shipped().get(0), patient)
                        .without("status")));
    }

    @Test
    public void shouldSaveWhatIsStillContradictory() {
        Assessment draft = save(TestAssessments.hcr20(patient, DAY)
                .with("status", "DRAFT")
                .with("ratings.C1.presence", List.of("N", "P"))
                .with("informant", List.of("FILE", "FILE"))
                .with("windowStart", "2026-02-02")
                .with("windowEnd", "2026-02-01"));
        assertEquals(List.of("N", "P"), draft.values("C1.presence"));
        assertEquals(
                new TreeMap<>(Map.of(
                        "ratings.C1.presence",
                        "severalAnswers",
                        "informant",
                        "sameAnswerTwice",
                        "windowEnd",
                        "endBeforeStart")),
                byField(draft.getFaults()));
    }

    @Test
    public void shouldRefuseWhatCannotBeStoredAndLoseNothing() {
        assertEquals(
                new TreeMap<>(Map.of("horizon", "outOfRange", "ratings.C1.presence", "unknownAnswer")),
                refused(TestAssessments.draft(Definitions.shipped().get(0), patient)
                        .with("horizon", 61)
                        .with("ratings.C1.presence", "MAYBE")));
        assertEquals(0, service.countAssessments(ofPatient()));

        Assessment draft = save(TestAssessments.hcr20(patient, DAY).with("status", "DRAFT"));
        assertEquals(
                Map.of("horizon", "outOfRange"),
                refused(TestAssessments.amendmentOf(draft).with("horizon", 0).with("ratings.C1.presence", "Y")));
        assertEquals(
                Map.of("ratings.C1.presence", "unknownAnswer"),
                refused(TestAssessments.amendmentOf(draft)
                        .with("ratings.C2.presence", "Y")
                        .with("ratings.C1.presence", "MAYBE")));
        assertEquals(
                Map.of("fields.formulation", "tooLong"),
                refused(TestAssessments.amendmentOf(draft).with("fields.formulation", "x".repeat(20_001))));
        Context.clearSession();
        assertEquals(draft, service.getAssessment(draft.getUuid()).get());
    }

    @Test
    public void shouldRefuseTextsThatNoDatabaseOrReportCanKeep() {
        Assessment draft = save(TestAssessments.hcr20(patient, DAY).with("status", "DRAFT"));
        for (String text : List.of("a\u0000b", "a\u001Bb", "a\uD83Db", "\uDE00", "a\uFFFE", "\uFFFF", "😀")) {
            assertEquals(
                    Map.of("fields.formulation", "unwritable"),
                    refused(TestAssessments.amendmentOf(draft).with("fields.formulation", text)));
            assertEquals(
                    Map.of("reason", "unwritable"),
                    refused(TestAssessments.amendmentOf(draft).reason("x" + text + "x")));
            FaultsException refusal =
                    assertThrows(FaultsException.class, () -> service.deleteAssessment(draft, "x" + text + "x"));
            assertEquals("unwritable", refusal.getFaults().get(0).getCode());
        }
        String kept = "tab\t, lines\r\n, \u0085, “é” 漢 \uFFFD";
        save(TestAssessments.amendmentOf(draft).with("fields.formulation", kept));
        Context.clearSession();
        assertEquals(List.of(kept), service.getAssessment(draft.getUuid()).get().values("formulation"));
    }

    @Test
    public void shouldKeepTheLongestTextThatItTakes() {
        String longest = "é".repeat(20_000);
        Assessment draft = save(
                TestAssessments.draft(Definitions.shipped().get(0), patient).with("fields.formulation", longest));
        Context.clearSession();
        assertEquals(
                List.of(longest), service.getAssessment(draft.getUuid()).get().values("formulation"));
    }

    @Test
    public void shouldSaveADraftAgainWithoutAReason() {
        Assessment draft = save(TestAssessments.hcr20(patient, DAY).with("status", "DRAFT"));
        Assessment again = save(TestAssessments.amendmentOf(draft)
                .reason(null)
                .with("ratings.C1.presence", null)
                .with("ratings.C2.presence", "Y"));
        assertEquals(List.of(), again.values("C1.presence"));
        assertEquals(List.of("Y"), again.values("C2.presence"));
        assertFalse(again.isAmended());
    }

    @Test
    public void shouldValidateAllOfItOnceItIsComplete() {
        Assessment draft = save(TestAssessments.capp(patient, DAY)
                .with("status", "DRAFT")
                .without("ratings.S7")
                .without("edition")
                .with("ratings.A1", List.of("1", "2")));
        TestAssessments completed =
                TestAssessments.amendmentOf(draft).reason(null).with("status", "COMPLETE");
        assertEquals(
                new TreeMap<>(Map.of("ratings.S7", "missing", "edition", "missing", "ratings.A1", "severalAnswers")),
                refused(completed));
        assertFalse(service.getAssessment(draft.getUuid()).get().isComplete());
        Assessment complete =
                save(completed.with("ratings.S7", "0").with("edition", "SRS").with("ratings.A1", "2"));
        assertTrue(complete.isComplete());
        assertFalse(complete.isAmended());
        assertEquals(List.of(), complete.getFaults());
    }

    @Test
    public void shouldNotTakeTheReasonOfADraftForAnAmendment() {
        Assessment draft = save(TestAssessments.capp(patient, DAY).with("status", "DRAFT"));
        Assessment complete =
                save(TestAssessments.amendmentOf(draft).with("ratings.A1", "6").with("status", "COMPLETE"));
        assertEquals(List.of(), complete.values(CommonQuestions.AMENDMENT));
        assertFalse(complete.isAmended());
    }

    @Test
    public void shouldNotMakeACompleteAssessmentADraftAgain() {
        Assessment complete = save(TestAssessments.hcr20(patient, DAY));
        assertEquals(
                Map.of("status", "locked"),
                refused(TestAssessments.amendmentOf(complete).with("status", "DRAFT")));
        assertEquals(
                new TreeMap<>(Map.of("status", "locked", "reason", "missing", "ratings.C1.presence", "unknownAnswer")),
                refused(TestAssessments.amendmentOf(complete)
                        .reason(" ")
                        .with("status", "DRAFT")
                        .with("ratings.C1.presence", "MAYBE")));
        assertTrue(refused(TestAssessments.amendmentOf(complete).with("status", null))
                .containsKey("status"));
        assertTrue(service.getAssessment(complete.getUuid()).get().isComplete());
    }

    @Test
    public void shouldNotBeUnlockedByAStatusThatSaysTwoThings() {
        Assessment complete = save(TestAssessments.hcr20(patient, DAY));
        for (List<String> both :
                List.of(List.of("DRAFT", "COMPLETE"), List.of("COMPLETE", "DRAFT"), List.of("COMPLETE", "COMPLETE"))) {
            assertEquals(
                    Map.of("status", "severalAnswers+locked"),
                    refused(TestAssessments.amendmentOf(complete)
                            .with("status", both)
                            .with("ratings.C1.presence", null)));
            assertEquals(
                    Map.of("status", "severalAnswers"),
                    refused(TestAssessments.hcr20(patient, DAY).with("status", both)));
        }
        Context.clearSession();
        assertEquals(complete, service.getAssessment(complete.getUuid()).get());
    }

    @Test
    public void shouldNotAmendWithoutAReasonAndNameEveryOtherFaultToo() {
        Assessment complete = save(TestAssessments.hcr20(patient, DAY));
        assertEquals(
                Map.of("reason", "missing"),
                refused(TestAssessments.amendmentOf(complete).reason(null).with("ratings.C1.presence", "Y")));
        assertEquals(
                new TreeMap<>(Map.of(
                        "reason",
                        "missing",
                        "ratings.C1.relevance",
                        "notAsked",
                        "judgements.IV.IN",
                        "missing",
                        "horizon",
                        "outOfRange")),
                refused(TestAssessments.amendmentOf(complete)
                        .reason("")
                        .with("ratings.C1.presence", "N")
                        .with("judgements.IV.IN", null)
                        .with("horizon", 61)));
        Context.clearSession();
        assertEquals(complete, service.getAssessment(complete.getUuid()).get());
    }

    @Test
    public void shouldAskForAReasonForAnotherDayPlaceOrRater() {
        Assessment complete = save(TestAssessments.hcr20(patient, DAY));
        for (TestAssessments moved : List.of(
                TestAssessments.amendmentOf(complete).date("2026-03-02"),
                TestAssessments.amendmentOf(complete)
                        .location(TestPeople.location().getUuid()),
                TestAssessments.amendmentOf(complete).raters(TestPeople.rater().getUuid()))) {
            assertEquals(Map.of("reason", "missing"), refused(moved.reason(null)));
        }
    }

    @Test
    public void shouldNotAmendForALongerReasonThanThePlatformKeeps() {
        Assessment complete = save(TestAssessments.hcr20(patient, DAY));
        TestAssessments amended = TestAssessments.amendmentOf(complete).with("ratings.C1.presence", "Y");
        assertEquals(Map.of("reason", "tooLong"), refused(amended.reason("é".repeat(231))));
        save(amended.reason("é".repeat(230)));
        Context.clearSession();
        assertEquals(
                List.of("é".repeat(230)),
                service.getAssessment(complete.getUuid()).get().values(CommonQuestions.AMENDMENT));
    }

    @Test
    public void shouldNeedNoReasonWhereNothingChangesAndWriteNothing() {
        Assessment complete = save(TestAssessments.hcr20(patient, DAY));
        for (String reason : new String[] {null, TestAssessments.REASON}) {
            Assessment same = save(TestAssessments.amendmentOf(complete)
                    .reason(reason)
                    .date(DAY)
                    .with("ratings.C1.presence", "P")
                    .with("informant", List.of("INTERVIEW", "FILE")));
            assertEquals(complete, same);
            Context.clearSession();
            assertEquals(complete, service.getAssessment(complete.getUuid()).get());
        }
    }

    @Test
    public void shouldRefuseAnAmendmentAsAnAnswer() {
        assertEquals(
                Map.of("amendment", "unknownQuestion"),
                refused(TestAssessments.hcr20(patient, DAY).with("amendment", "because")));
        Assessment complete = save(TestAssessments.hcr20(patient, DAY));
        assertEquals(
                Map.of("amendment", "unknownQuestion"),
                refused(TestAssessments.amendmentOf(complete).with("amendment", null)));
    }

    @Test
    public void shouldKeepTheReasonOfEachAmendmentEvenWhereTheyAreTheSame() {
        Assessment complete = save(TestAssessments.hcr20(patient, DAY));
        save(TestAssessments.amendmentOf(complete).with("ratings.C1.presence", "Y"));
        Assessment twice = save(TestAssessments.amendmentOf(complete).with("ratings.C1.presence", "P"));
        assertEquals(List.of(TestAssessments.REASON, TestAssessments.REASON), twice.values(CommonQuestions.AMENDMENT));
        assertTrue(twice.isAmended());
        assertEquals(List.of(), twice.getFaults());
        assertEquals(complete.values("C1.presence"), twice.values("C1.presence"));
    }

    private Assessment save(TestAssessments assessment) {
        return service.saveAssessment(assessment.input());
    }

    private AssessmentSearch ofPatient() {
        return AssessmentSearch.builder().patient(patient.getUuid()).build();
    }

    private Map<String, String> refused(TestAssessments assessment) {
        return byField(
                assertThrows(FaultsException.class, () -> save(assessment)).getFaults());
    }

    private static Map<String, String> byField(List<Fault> faults) {
        return faults.stream()
                .collect(Collectors.toMap(Fault::getField, Fault::getCode, (a, b) -> a + "+" + b, TreeMap::new));
    }
}
