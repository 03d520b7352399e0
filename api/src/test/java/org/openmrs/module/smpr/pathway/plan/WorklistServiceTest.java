/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway.plan;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.sql.Date;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.PatientProgram;
import org.openmrs.Provider;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeInput;
import org.openmrs.module.smpr.pathway.EpisodeService;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.RecordInput;
import org.openmrs.module.smpr.pathway.record.RecordService;
import org.openmrs.module.smpr.site.SiteService;

/** The worklist of the service: what is due and overdue, whatever way the record has changed since it was last read. */
public class WorklistServiceTest extends SmprContextTest {

    private static final LocalDate TODAY = LocalDate.now();

    private Patient patient;

    @Before
    public void setUp() {
        patient = TestPeople.patient();
        plan("");
    }

    /** An HCR-20 is due 30 days after entry, up to ten days before and after. */
    private static void plan(String more) {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "test",
                        ("{'format': 1" + more + ", 'waves': [{'code': 'A',"
                                        + "'label': {'en': 'first', 'fr': 'premier'}, 'instruments': ['HCR20V3'], 'countedFrom': 'ENTRY',"
                                        + "'offset': {'days': 30}, 'window': {'daysBefore': 10, 'daysAfter': 10}}]}")
                                .replace('\'', '"'));
    }

    @Test
    public void shouldShowWhatIsDueAndOverdueTheLongestOverdueFirst() {
        begin(patient, 30);
        begin(TestPeople.patient(), 60);
        begin(TestPeople.patient(), 25);
        begin(TestPeople.patient(), 100);
        begin(TestPeople.patient(), 19);
        assertEquals(
                List.of(
                        "ASSESSMENT OVERDUE " + TODAY.minusDays(70),
                        "ASSESSMENT OVERDUE " + TODAY.minusDays(30),
                        "ASSESSMENT DUE " + TODAY,
                        "ASSESSMENT DUE " + TODAY.plusDays(5)),
                told(all()));
        WorklistRow first = all().getRows().get(0);
        assertEquals(TODAY.minusDays(59), first.getOverdueSince());
        assertEquals("CUSTODY", first.getPhase());
        assertEquals("A", first.getWave().getCode());
        assertNull(first.getInCharge());
    }

    @Test
    public void shouldFilterPageAndCount() {
        Episode mine = begin(patient, 60);
        begin(TestPeople.patient(), 61);
        begin(TestPeople.patient(), 30);
        Provider clinician = TestPeople.rater();
        save(EpisodeInput.builder()
                .uuid(mine.getUuid())
                .inCharge(clinician.getUuid())
                .phase("PRE-RELEASE")
                .phaseFrom(TODAY.toString()));
        Worklist all = read(WorklistSearch.builder().startIndex(1).limit(1));
        assertEquals(3, all.getTotal());
        assertEquals(List.of("ASSESSMENT OVERDUE " + TODAY.minusDays(30)), told(all));
        assertEquals(Map.of(DueStatus.DUE, 1L, DueStatus.OVERDUE, 2L), all.getByStatus());
        assertEquals(Map.of("CUSTODY", 2L, "PRE-RELEASE", 1L), all.getByPhase());
        assertEquals(Map.of(DueKind.ASSESSMENT, 3L), all.getByKind());
        for (WorklistSearch.WorklistSearchBuilder search : List.of(
                WorklistSearch.builder().inCharge(clinician.getUuid()),
                WorklistSearch.builder().phase("PRE-RELEASE"),
                WorklistSearch.builder()
                        .from(TODAY.minusDays(30))
                        .to(TODAY.minusDays(30))
                        .status(DueStatus.OVERDUE)
                        .kind(DueKind.ASSESSMENT))) {
            Worklist found = read(search);
            assertEquals(1, found.getTotal());
            assertEquals(patient.getUuid(), found.getRows().get(0).getPatient());
            assertEquals("Invented Rater", found.getRows().get(0).getInCharge().getName());
        }
        assertEquals(
                0,
                read(WorklistSearch.builder().status(DueStatus.DUE).to(TODAY.minusDays(1)))
                        .getTotal());
    }

    /** The platform does not end the program of one who is recorded as deceased. */
    @Test
    public void shouldAskNothingOfOneWhoDied_AndSayThatHisEpisodeIsNotEnded() {
        Episode episode = begin(patient, 60);
        assertEquals(1, all().getTotal());
        die(TODAY.minusDays(1));
        assertEquals(0, all().getTotal());
        die(null);
        assertEquals(0, all().getTotal());
        Episode read = Context.getService(EpisodeService.class)
                .getEpisode(episode.getUuid())
                .get();
        assertTrue(read.isOpen());
        assertEquals(
                List.of("end openAfterDeath"),
                read.getFaults().stream()
                        .map(fault -> fault.getField() + " " + fault.getCode())
                        .collect(Collectors.toList()));
        patient.setDead(false);
        Context.getPatientService().savePatient(patient);
        assertEquals("It was a mistake", 1, all().getTotal());
    }

    private void die(LocalDate day) {
        patient.setDead(true);
        patient.setDeathDate(day == null ? null : Date.valueOf(day));
        patient.setCauseOfDeath(
                Context.getConceptService().getConceptByUuid(StableUuid.ofConcept("SAPROF.rating.OMIT")));
        Context.getPatientService().savePatient(patient);
    }

    @Test
    public void shouldNoticeAnAssessmentItsVoidingAndItsPurge() {
        begin(patient, 30);
        assertEquals(1, all().getTotal());
        Assessment made = service()
                .saveAssessment(
                        TestAssessments.hcr20(patient, TODAY.minusDays(2).toString())
                                .input());
        assertEquals(0, all().getTotal());
        service().deleteAssessment(made, "test");
        assertEquals(1, all().getTotal());
    }

    @Test
    public void shouldNotTakeADraftForAnAssessment_AndNoticeThatItWasCompleted() {
        begin(patient, 30);
        Assessment draft = service()
                .saveAssessment(TestAssessments.hcr20(patient, TODAY.toString())
                        .with("status", "DRAFT")
                        .input());
        assertEquals(1, all().getTotal());
        service()
                .saveAssessment(TestAssessments.amendmentOf(draft)
                        .with("status", "COMPLETE")
                        .input());
        assertEquals(0, all().getTotal());
    }

    @Test
    public void shouldNoticeWhatIsEditedInThePlatformsOwnProgramWidgets() {
        Episode begun = begin(patient, 30);
        assertEquals(1, all().getTotal());
        PatientProgram enrolment = Context.getProgramWorkflowService().getPatientProgramByUuid(begun.getUuid());
        enrolment.setDateEnrolled(TestPeople.day(TODAY.minusDays(3).toString()));
        Context.getProgramWorkflowService().savePatientProgram(enrolment);
        assertEquals(0, all().getTotal());
        enrolment.setDateEnrolled(TestPeople.day(TODAY.minusDays(33).toString()));
        Context.getProgramWorkflowService().savePatientProgram(enrolment);
        assertEquals(1, all().getTotal());
        Context.getProgramWorkflowService().voidPatientProgram(enrolment, "test");
        assertEquals(0, all().getTotal());
    }

    @Test
    public void shouldNoticePlainSql() {
        Episode begun = begin(patient, 30);
        assertEquals(1, all().getTotal());
        assertEquals(
                1,
                sql("update patient_program set date_completed = date_enrolled where uuid = '" + begun.getUuid()
                        + "'"));
        assertEquals(0, all().getTotal());
        assertEquals(1, sql("update patient_program set date_completed = null where uuid = '" + begun.getUuid() + "'"));
        assertEquals(1, all().getTotal());
        assertEquals(1, sql("update smpr_due_person set checksum = checksum + 1"));
        assertEquals(1, sql("delete from smpr_due"));
        assertEquals(1, all().getTotal());
    }

    @Test
    public void shouldFollowANewPlan() {
        begin(patient, 60);
        assertEquals(1, all().getTotal());
        Context.getService(SiteService.class).acceptSettings("test", "{\"format\": 1, \"waves\": []}");
        assertEquals(0, all().getTotal());
        plan(", 'careGap': {'days': 21}");
        assertEquals(Map.of(DueKind.ASSESSMENT, 1L, DueKind.CONTACT, 1L), all().getByKind());
    }

    @Test
    public void shouldShowWhoHasNotBeenSeen_UntilAContactIsKept() {
        plan(", 'careGap': {'days': 21}");
        begin(patient, 50);
        assertEquals(Map.of(DueKind.ASSESSMENT, 1L, DueKind.CONTACT, 1L), all().getByKind());
        contact("MISSED", 1);
        assertEquals(Map.of(DueKind.ASSESSMENT, 1L, DueKind.CONTACT, 1L), all().getByKind());
        PathwayRecord kept = contact("KEPT", 1);
        assertEquals(Map.of(DueKind.ASSESSMENT, 1L), all().getByKind());
        Context.getService(RecordService.class)
                .saveRecord(RecordInput.builder()
                        .type("CONTACT")
                        .uuid(kept.getUuid())
                        .answers(Collections.singletonMap("outcome", "MISSED"))
                        .build());
        assertEquals(Map.of(DueKind.ASSESSMENT, 1L, DueKind.CONTACT, 1L), all().getByKind());
    }

    @Test
    public void shouldShowWhoLeavesSoon() {
        Episode begun = begin(patient, 5);
        release(begun, TODAY.plusDays(31));
        assertEquals(0, all().getTotal());
        release(begun, TODAY.plusDays(7));
        assertEquals(List.of("RELEASE DUE " + TODAY.plusDays(7)), told(all()));
    }

    @Test
    public void shouldAnswerOnlyThoseWhoMaySeeIt() {
        TestPeople.signInWith(List.of(), List.of(SmprPrivileges.GET_PATHWAY, SmprPrivileges.GET_ASSESSMENTS));
        assertThrows(APIAuthenticationException.class, this::all);
    }

    @Test
    public void shouldTellWhoMaySeeNothingElse() {
        begin(patient, 60);
        TestPeople.signInWith(List.of("SMPR: Secretary"), List.of());
        assertEquals(1, all().getTotal());
    }

    @Test
    public void shouldTakeAsManyStatementsForManyAsForFew() {
        for (int i = 0; i < 3; i++) {
            begin(TestPeople.patient(), 60);
        }
        long few = statements();
        for (int i = 0; i < 30; i++) {
            begin(TestPeople.patient(), 60);
        }
        assertEquals(few, statements());
        assertTrue(few + " statements", few <= 14);
    }

    private long statements() {
        all();
        Context.flushSession();
        Context.clearSession();
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        read(WorklistSearch.builder().limit(50));
        return statistics.getPrepareStatementCount();
    }

    private Worklist all() {
        return read(WorklistSearch.builder());
    }

    private static Worklist read(WorklistSearch.WorklistSearchBuilder search) {
        Context.flushSession();
        Context.clearSession();
        return Context.getService(WorklistService.class).getWorklist(search.build());
    }

    private static List<String> told(Worklist worklist) {
        return worklist.getRows().stream()
                .map(row -> row.getKind() + " " + row.getStatus() + " " + row.getDue())
                .collect(Collectors.toList());
    }

    private static Episode begin(Patient patient, int daysAgo) {
        return save(EpisodeInput.builder()
                .patient(patient.getUuid())
                .begun(TODAY.minusDays(daysAgo).toString()));
    }

    private static void release(Episode episode, LocalDate planned) {
        save(EpisodeInput.builder()
                .uuid(episode.getUuid())
                .records(Collections.singletonMap("RELEASE", Collections.singletonMap("planned", planned.toString()))));
    }

    private static Episode save(EpisodeInput.EpisodeInputBuilder input) {
        return Context.getService(EpisodeService.class).saveEpisode(input.build());
    }

    private PathwayRecord contact(String outcome, int daysAgo) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("kind", "HOME-VISIT");
        answers.put("outcome", outcome);
        return Context.getService(RecordService.class)
                .saveRecord(RecordInput.builder()
                        .type("CONTACT")
                        .patient(patient.getUuid())
                        .date(TODAY.minusDays(daysAgo).toString())
                        .answers(answers)
                        .build());
    }

    private int sql(String statement) {
        Context.flushSession();
        Context.clearSession();
        return applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createNativeQuery(statement)
                .executeUpdate();
    }

    private static AssessmentService service() {
        return Context.getService(AssessmentService.class);
    }
}
