/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeInput;
import org.openmrs.module.smpr.pathway.EpisodeService;
import org.openmrs.module.smpr.pathway.record.RecordInput;
import org.openmrs.module.smpr.pathway.record.RecordService;
import org.openmrs.module.smpr.site.SiteService;

/** The plan beside the record as it is charted: which obs tell that something was made, and which days stood when. */
public class PlanServiceTest extends SmprContextTest {

    private static final LocalDate TODAY = LocalDate.now();

    private Patient patient;

    private Episode episode;

    @Before
    public void setUp() {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "test",
                        ("{'format': 1, 'careGap': {'days': 21}, 'waves': ["
                                        + "{'code': 'T1', 'label': {'en': 'T1', 'fr': 'T1'}, 'instruments': ['HCR20V3'],"
                                        + " 'countedFrom': 'RELEASE', 'window': {'daysBefore': 30, 'daysAfter': 14},"
                                        + " 'doubleRatings': ['HCR20V3']}]}")
                                .replace('\'', '"'));
        patient = TestPeople.patient();
        episode = save(EpisodeInput.builder()
                .patient(patient.getUuid())
                .begun(TODAY.minusDays(60).toString()));
    }

    @Test
    public void shouldLeaveDoneWhatWasDoneBeforeTheReleaseWasMoved() {
        assertEquals(List.of("NOT_DATED", "NOT_DATED"), told());
        plan(TODAY.plusDays(10));
        assertEquals(List.of("DUE", "DUE"), told());
        Assessment made = chart(TestAssessments.hcr20(patient, TODAY.toString()));
        assertEquals(List.of("DONE", "DUE"), told());
        plan(TODAY.plusDays(200));
        assertEquals(List.of("DONE", "DUE"), told());
        assertEquals(made.getUuid(), now().getWaves().get(0).getAssessment().getUuid());
        assertTrue(now().getWaves().get(0).isInWindow());
        chart(TestAssessments.hcr20(patient, TODAY.toString()).with("raterRole", "INDEPENDENT"));
        assertEquals(List.of("DONE", "DONE"), told());
    }

    @Test
    public void shouldTakeWhatSeveralHaveAgreedOnBeforeWhatOneHasRatedTheSameDay() {
        plan(TODAY.plusDays(10));
        Assessment agreed =
                chart(TestAssessments.hcr20(patient, TODAY.toString()).with("raterRole", "CONSENSUS"));
        Assessment rated =
                chart(TestAssessments.hcr20(patient, TODAY.toString()).with("raterRole", "SINGLE"));
        assertEquals(agreed.getUuid(), now().getWaves().get(0).getAssessment().getUuid());
        assertEquals(rated.getUuid(), now().getUnscheduled().get(0).getUuid());
    }

    @Test
    public void shouldMoveWhatIsNotDone() {
        plan(TODAY.plusDays(10));
        plan(TODAY.plusDays(200));
        assertEquals(List.of("NOT_YET", "NOT_YET"), told());
        assertEquals(TODAY.plusDays(170), now().getWaves().get(0).getFrom());
    }

    @Test
    public void shouldCountNoDraftAndNothingVoided() {
        plan(TODAY.plusDays(10));
        chart(TestAssessments.hcr20(patient, TODAY.toString()).with("status", "DRAFT"));
        Assessment made = chart(TestAssessments.hcr20(patient, TODAY.toString()));
        Context.getService(AssessmentService.class).deleteAssessment(made, "test");
        assertEquals(List.of("DUE", "DUE"), told());
        assertEquals(List.of(), now().getUnscheduled());
    }

    @Test
    public void shouldCountOnlyContactsThatWereKept() {
        contact("MISSED", 2);
        assertNull(now().getCare().getLastKept());
        assertEquals(Boolean.TRUE, now().getCare().getBroken());
        contact("KEPT", 4);
        assertEquals(TODAY.minusDays(4), now().getCare().getLastKept());
        assertEquals(Boolean.FALSE, now().getCare().getBroken());
        assertEquals(1, now().getCare().getBreaks().size());
    }

    @Test
    public void shouldTellARaterThatTheOtherRatingWasMadeAndWhenAndNotWhichItIs() {
        plan(TODAY.plusDays(10));
        User first = TestPeople.staff("SMPR: Rater");
        User second = TestPeople.staff("SMPR: Rater");
        TestPeople.signIn(first);
        Assessment made = chart(TestAssessments.hcr20(patient, TODAY.toString()));
        chart(TestAssessments.hcr20(patient, TODAY.minusDays(50).toString()));
        TestPeople.signIn(second);
        Assessment draft = chart(TestAssessments.hcr20(patient, TODAY.toString())
                .with("raterRole", "INDEPENDENT")
                .with("status", "DRAFT"));
        assertEquals(List.of("DONE", "DUE"), told());
        assertNull(now().getWaves().get(0).getAssessment().getUuid());
        assertEquals(TODAY, now().getWaves().get(0).getAssessment().getDay());
        assertEquals(1, now().getUnscheduled().size());
        assertNull(now().getUnscheduled().get(0).getUuid());

        TestPeople.signIn(first);
        assertEquals(made.getUuid(), now().getWaves().get(0).getAssessment().getUuid());

        TestPeople.signIn(second);
        chart(TestAssessments.amendmentOf(draft).with("status", "COMPLETE"));
        assertEquals(made.getUuid(), now().getWaves().get(0).getAssessment().getUuid());
    }

    @Test
    public void shouldTellNothingOfAVoidedEpisode() {
        Context.getService(EpisodeService.class).deleteEpisode(episode, "test");
        Context.flushSession();
        Context.clearSession();
        assertEquals(List.of(), Context.getService(PlanService.class).getPlans(List.of(episode)));
    }

    private List<String> told() {
        return now().getWaves().stream().map(due -> due.getStatus().name()).collect(Collectors.toList());
    }

    private EpisodePlan now() {
        Context.flushSession();
        Context.clearSession();
        return Context.getService(PlanService.class).getPlans(List.of(episode)).get(0);
    }

    private void plan(LocalDate release) {
        save(EpisodeInput.builder()
                .uuid(episode.getUuid())
                .records(Collections.singletonMap("RELEASE", Collections.singletonMap("planned", release.toString()))));
    }

    private static Episode save(EpisodeInput.EpisodeInputBuilder input) {
        return Context.getService(EpisodeService.class).saveEpisode(input.build());
    }

    private static Assessment chart(TestAssessments assessment) {
        return Context.getService(AssessmentService.class).saveAssessment(assessment.input());
    }

    private void contact(String outcome, int daysAgo) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("kind", "HOME-VISIT");
        answers.put("outcome", outcome);
        Context.getService(RecordService.class)
                .saveRecord(RecordInput.builder()
                        .type("CONTACT")
                        .patient(patient.getUuid())
                        .date(TODAY.minusDays(daysAgo).toString())
                        .answers(answers)
                        .build());
    }
}
