/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;

/** The integrative judgement of a SAPROF rests on a complete HCR-20 of the same man, not made after it. */
public class IntegrativeJudgementTest extends SmprContextTest {

    private static final List<Fault> NO_SUCH_ASSESSMENT = List.of(Fault.of("fields.basis", "noSuchAssessment"));

    private AssessmentService service;

    private Patient patient;

    @Before
    public void setUp() {
        service = Context.getService(AssessmentService.class);
        patient = TestPeople.patient();
    }

    @Test
    public void shouldRestOnACompleteHcr20OfThatDay() {
        save(TestAssessments.hcr20(patient, "2026-02-01"));
        assertEquals(List.of(), save(restingOn("2026-02-01")).getFaults());
        assertEquals(NO_SUCH_ASSESSMENT, refused(restingOn("2026-02-02")));
        assertEquals(List.of(Fault.of("fields.basis", "missing")), refused(restingOn(null)));
    }

    @Test
    public void shouldFindTheDayAtAnyHour() {
        save(TestAssessments.hcr20(patient, "2026-02-01").date("2026-02-01T23:30:00" + offset()));
        assertEquals(List.of(), save(restingOn("2026-02-01")).getFaults());
    }

    @Test
    public void shouldNotRestOnADraftOnAnotherInstrumentOrOnWhatCameAfter() {
        save(TestAssessments.hcr20(patient, "2026-02-01").with("status", "DRAFT"));
        assertEquals(NO_SUCH_ASSESSMENT, refused(restingOn("2026-02-01")));
        save(TestAssessments.capp(patient, "2026-02-02"));
        assertEquals(NO_SUCH_ASSESSMENT, refused(restingOn("2026-02-02")));
        save(TestAssessments.hcr20(patient, "2026-03-02"));
        assertEquals(NO_SUCH_ASSESSMENT, refused(restingOn("2026-03-02")));
        save(TestAssessments.hcr20(patient, "2026-03-01"));
        assertEquals(List.of(), save(restingOn("2026-03-01")).getFaults());
    }

    @Test
    public void shouldNotRestOnTheHcr20OfAnotherMan() {
        save(TestAssessments.hcr20(TestPeople.patient(), "2026-02-01"));
        assertEquals(NO_SUCH_ASSESSMENT, refused(restingOn("2026-02-01")));
    }

    @Test
    public void shouldShowThatWhatItRestedOnIsGone() {
        Assessment hcr20 = save(TestAssessments.hcr20(patient, "2026-02-01"));
        Assessment saprof = save(restingOn("2026-02-01"));
        service.deleteAssessment(hcr20, "of another man");
        Context.flushSession();
        Context.clearSession();
        assertEquals(
                NO_SUCH_ASSESSMENT,
                service.getAssessment(saprof.getUuid()).get().getFaults());
        assertEquals(
                NO_SUCH_ASSESSMENT,
                service.getAssessments(AssessmentSearch.builder()
                                .patient(patient.getUuid())
                                .build())
                        .get(0)
                        .getFaults());
    }

    @Test
    public void shouldAskADraftForNothing() {
        Assessment draft = save(restingOn(null).with("status", "DRAFT"));
        assertEquals(List.of(), draft.getFaults());
        assertEquals(
                List.of(Fault.of("fields.basis", "missing")),
                refused(TestAssessments.amendmentOf(draft).with("status", "COMPLETE")));
    }

    private TestAssessments restingOn(String day) {
        return TestAssessments.saprof(patient, "2026-03-01")
                .with("judgements.IFRJ", "HIGH")
                .with("fields.basis", day);
    }

    private static String offset() {
        return java.time.ZoneId.systemDefault()
                .getRules()
                .getOffset(java.time.LocalDateTime.parse("2026-02-01T23:30:00"))
                .getId();
    }

    private Assessment save(TestAssessments assessment) {
        return service.saveAssessment(assessment.input());
    }

    private List<Fault> refused(TestAssessments assessment) {
        return assertThrows(FaultsException.class, () -> save(assessment)).getFaults();
    }
}
