/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Encounter;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.EncounterService;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.openmrs.module.smpr.trajectory.filed.FiledSummaryInput;
import org.openmrs.module.smpr.trajectory.filed.FiledSummaryService;
import org.springframework.aop.framework.Advised;

/** What the platform's own encounter service gives of what a blind rating hides. */
public class BlindEncounterAdviceTest extends SmprContextTest {

    private final BlindEncounterAdvice advice = new BlindEncounterAdvice();

    private Patient patient;

    private User first;

    private User second;

    private User superUser;

    private String rating;

    private String summary;

    private String draft;

    private Integer ratingId;

    @Before
    public void rate() {
        Context.addAdvice(EncounterService.class, advice);
        patient = TestPeople.patient();
        first = TestPeople.staff("SMPR: Rater");
        second = TestPeople.staff("SMPR: Rater");
        superUser = TestPeople.staff("System Developer");
        TestPeople.signIn(first);
        rating = TestRecord.service()
                .saveAssessment(TestAssessments.saprof(patient, "2026-03-01").input())
                .getUuid();
        Context.flushSession();
        summary = Context.getService(FiledSummaryService.class)
                .fileSummary(FiledSummaryInput.builder()
                        .patient(patient.getUuid())
                        .language("en")
                        .text(List.of("He is calmer."))
                        .version(Context.getService(TrajectoryService.class)
                                .getTrajectory(TrajectorySearch.builder()
                                        .patient(patient.getUuid())
                                        .build())
                                .get()
                                .getBasis()
                                .version())
                        .build())
                .getUuid();
        ratingId = encounters().getEncounterByUuid(rating).getEncounterId();
        TestPeople.signIn(second);
        draft = TestRecord.service()
                .saveAssessment(TestAssessments.saprof(patient, "2026-03-02")
                        .with("raterRole", "INDEPENDENT")
                        .with("status", "DRAFT")
                        .input())
                .getUuid();
        TestPeople.signIn(second);
    }

    @After
    public void leave() {
        ((Advised) Context.getEncounterService()).removeAdvice(advice);
    }

    @Test
    public void shouldGiveNeitherTheHiddenRatingNorASummaryOfItOneByOne() {
        assertNull(encounters().getEncounterByUuid(rating));
        assertNull(encounters().getEncounter(ratingId));
        assertNull(encounters().getEncounterByUuid(summary));
        assertNotNull(encounters().getEncounterByUuid(draft));
    }

    @Test
    public void shouldLeaveThemOutOfLists() {
        assertEquals(Set.of(draft), ofThePatient());
    }

    @Test
    public void shouldHideTheDraftFromTheFirstRater() {
        TestPeople.signIn(first);

        assertNull(encounters().getEncounterByUuid(draft));
        assertEquals(Set.of(rating, summary), ofThePatient());
    }

    @Test
    public void shouldGiveThemOnceBothAreComplete() {
        TestRecord.service()
                .saveAssessment(TestAssessments.amendmentOf(
                                TestRecord.service().getAssessment(draft).get())
                        .with("status", "COMPLETE")
                        .input());
        TestPeople.signIn(second);

        assertEquals(Set.of(rating, summary, draft), ofThePatient());
        assertNotNull(encounters().getEncounter(ratingId));
    }

    @Test
    public void shouldLetAPatientBeVoidedWithAllThatIsHis() {
        TestPeople.signIn(superUser);
        TestRecord.service()
                .saveAssessment(TestAssessments.saprof(patient, "2026-03-03")
                        .with("raterRole", "INDEPENDENT")
                        .with("status", "DRAFT")
                        .input());
        TestPeople.signIn(superUser);
        assertNull(encounters().getEncounterByUuid(rating));
        Context.getPatientService()
                .voidPatient(Context.getPatientService().getPatientByUuid(patient.getUuid()), "invented");
        TestPeople.signIn(first);

        assertEquals(true, encounters().getEncounterByUuid(rating).getVoided());
    }

    private Set<String> ofThePatient() {
        return encounters()
                .getEncountersByPatient(Context.getPatientService().getPatientByUuid(patient.getUuid()))
                .stream()
                .map(Encounter::getUuid)
                .collect(Collectors.toSet());
    }

    private static EncounterService encounters() {
        return Context.getEncounterService();
    }
}
