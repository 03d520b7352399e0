/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.User;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.PatientService;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.SmprPrivileges;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeInput;
import org.openmrs.module.smpr.pathway.EpisodeSearch;
import org.openmrs.module.smpr.pathway.EpisodeService;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.study.export.StudyExport;
import org.openmrs.module.smpr.study.job.JobRow;
import org.openmrs.module.smpr.study.participant.Participant.Answer;
import org.openmrs.module.smpr.study.plan.StudyPlanService;
import org.openmrs.module.smpr.study.plan.TestPlans;
import org.springframework.aop.framework.Advised;

/** From being considered to taking part, and out of it again. */
public class ParticipantServiceTest extends SmprContextTest {

    private static final Map<String, String> ELIGIBLE = Map.of("followed", "YES", "leaves-region", "NO");

    private static final long DAY = 86_400_000;

    private ParticipantService service;

    private ParticipantReading reading;

    private Patient patient;

    private Episode episode;

    @Before
    public void setUp() {
        service = Context.getService(ParticipantService.class);
        reading = applicationContext.getBean("smpr.participantReading", ParticipantReading.class);
        Context.getService(StudyPlanService.class).accept(null, TestPlans.WHOLE);
        patient = TestPeople.patient();
        episode = episode(patient);
    }

    // The way in

    @Test
    public void shouldLeadFromBeingConsideredToTakingPart() {
        Participant considered = service.saveParticipant(first().build());
        assertEquals(ParticipantState.CONSIDERED, considered.getState());
        assertTrue(StudyCode.isOne(considered.getStudyCode()));

        assertEquals(
                ParticipantState.CONSIDERED,
                amend(considered, Map.of("followed", "YES", "leaves-region", "NOT_KNOWN"))
                        .getState());
        assertEquals(ParticipantState.ELIGIBLE, amend(considered, ELIGIBLE).getState());
        Participant informed = amend(considered, "dateInformed", "2025-02-01");
        assertEquals(ParticipantState.INFORMED, informed.getState());
        assertEquals("admin", informed.getInformedBy().getName());
        assertEquals(
                ParticipantState.INFORMED,
                amend(considered, "dateNotOpposed", "2025-02-15").getState());
        Participant included = amend(considered, "dateIncluded", "2025-02-15");
        assertEquals(ParticipantState.INCLUDED, included.getState());
        reload();

        Participant read = now(considered);
        assertEquals(included, read);
        assertEquals(LocalDate.parse("2025-02-01"), read.getInformed());
        assertEquals(LocalDate.parse("2025-02-15"), read.getNotOpposed());
        assertEquals("admin", read.getNotOpposedRecordedBy().getName());
        assertEquals(LocalDate.parse("2025-02-15"), read.getIncluded());
        assertEquals(considered.getStudyCode(), read.getStudyCode());
        assertEquals(episode.getUuid(), read.getEpisode().getUuid());
        assertEquals(patient.getUuid(), read.getPatient());
        assertEquals(Answer.YES, read.getEligible());
        assertEquals(List.of(), read.getFaults());
        assertEquals("5", read.getVersion());
        assertTrue(read.isAnalysed());
    }

    @Test
    public void shouldCallNotEligibleWhomACriterionOrABoundOfThePlanSpeaksAgainst() {
        assertEquals(
                ParticipantState.NOT_ELIGIBLE,
                service.saveParticipant(
                                first().criteria(Map.of("followed", "NO")).build())
                        .getState());
        assertEquals(
                ParticipantState.NOT_ELIGIBLE,
                recorded(TestPeople.patient(), Map.of("leaves-region", "YES")).getState());

        Patient early = TestPeople.patient();
        Episode before = released(early, "2023-01-10", "2023-06-01");
        assertEquals(
                ParticipantState.NOT_ELIGIBLE,
                service.saveParticipant(of(early, before).criteria(ELIGIBLE).build())
                        .getState());
        Patient child = TestPeople.patient();
        child.setBirthdate(TestPeople.day(LocalDate.now().minusYears(17).toString()));
        assertEquals(ParticipantState.NOT_ELIGIBLE, recorded(child, ELIGIBLE).getState());
        Patient ageless = TestPeople.patient();
        ageless.setBirthdate(null);
        assertEquals(ParticipantState.CONSIDERED, recorded(ageless, ELIGIBLE).getState());
    }

    @Test
    public void shouldIncludeNobodyWhomThePlanDoesNotLetTakePart() {
        assertEquals(
                Set.of(
                        "criteria.followed criterionNotAnswered",
                        "criteria.leaves-region criterionNotMet",
                        "dateInformed missing",
                        "dateNotOpposed missing"),
                faults(first().criteria(Map.of("leaves-region", "YES"))
                        .answers(answers("dateIncluded", "2025-02-15"))));
        Patient early = TestPeople.patient();
        early.setBirthdate(TestPeople.day("2006-01-01"));
        assertEquals(
                Set.of("indexEpisode releasedOutsidePlan", "dateIncluded tooYoung"),
                faults(of(early, released(early, "2023-01-10", "2023-06-01"))
                        .criteria(ELIGIBLE)
                        .answers(with(
                                onlyEpisode(early),
                                "dateInformed",
                                "2023-02-01",
                                "dateNotOpposed",
                                "2023-02-01",
                                "dateIncluded",
                                "2023-02-15"))));
    }

    @Test
    public void shouldIncludeNobodyWithoutAPlan() {
        applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery("delete from org.openmrs.module.smpr.study.plan.StudyPlanRow")
                .executeUpdate();
        assertEquals(
                ParticipantState.INFORMED,
                service.saveParticipant(first().answers(answers("dateInformed", "2025-02-01"))
                                .build())
                        .getState());
        Patient other = TestPeople.patient();
        Episode others = episode(other);
        assertEquals(
                Set.of("dateIncluded noPlanOfAnalysis", "criteria.followed unknownCriterion"),
                faults(of(other, others)
                        .criteria(Map.of("followed", "YES"))
                        .answers(with(
                                others,
                                "dateInformed",
                                "2025-02-01",
                                "dateNotOpposed",
                                "2025-02-01",
                                "dateIncluded",
                                "2025-02-01"))));
    }

    @Test
    public void shouldHoldTheOrderOfDays() {
        assertEquals(
                Set.of("dateNotOpposed beforeInformation", "dateIncluded beforeInformation"),
                faults(first().criteria(ELIGIBLE)
                        .answers(answers(
                                "dateInformed",
                                "2025-02-10",
                                "dateNotOpposed",
                                "2025-02-01",
                                "dateIncluded",
                                "2025-02-09"))));
        assertEquals(
                Set.of("dateIncluded beforeNonOpposition"),
                faults(first().criteria(ELIGIBLE)
                        .answers(answers(
                                "dateInformed",
                                "2025-02-01",
                                "dateNotOpposed",
                                "2025-02-10",
                                "dateIncluded",
                                "2025-02-09"))));
        assertEquals(
                Set.of("dateInformed inTheFuture"),
                faults(first().answers(answers(
                        "dateInformed", LocalDate.now().plusDays(1).toString()))));
        assertEquals(
                Set.of("dateInformed beforeBirth", "dateNotOpposed notADate"),
                faults(first().answers(answers("dateInformed", "1979-01-01", "dateNotOpposed", "yesterday"))));
        assertEquals(Set.of("informedBy nobodyInformed"), faults(first().answers(answers("informedBy", "a user"))));
        assertEquals(
                Set.of("informedBy unknownUser"),
                faults(first().answers(answers("dateInformed", "2025-02-01", "informedBy", "a user"))));
    }

    @Test
    public void shouldNameWhoInformedHimWhereThatWasAnother() {
        User colleague = TestPeople.staff("SMPR: Rater");
        Participant informed = service.saveParticipant(
                first().answers(answers("dateInformed", "2025-02-01", "informedBy", colleague.getUuid()))
                        .build());
        assertEquals(colleague.getUsername(), informed.getInformedBy().getName());
        assertEquals("admin", informed.getAudit().getCreator());
        assertNull(amend(informed, "dateInformed", null).getInformedBy());
    }

    @Test
    public void shouldRefuseAnEpisodeThatIsNotHis() {
        Patient other = TestPeople.patient();
        assertEquals(
                Set.of("indexEpisode unknownEpisode"),
                faults(ParticipantInput.builder()
                        .patient(other.getUuid())
                        .answers(Map.of("indexEpisode", episode.getUuid()))));
        assertEquals(
                Set.of("indexEpisode missing"),
                faults(ParticipantInput.builder().patient(other.getUuid())));
        Episode voided = episode(other);
        Context.getService(EpisodeService.class).deleteEpisode(voided, "test");
        assertEquals(Set.of("indexEpisode unknownEpisode"), faults(of(other, voided)));
    }

    @Test
    public void shouldRecordOnePersonOnce() {
        Participant first = service.saveParticipant(first().build());
        assertEquals(Set.of("patient participatesAlready"), faults(first()));
        service.deleteParticipant(first, "recorded by mistake");
        Participant anew = service.saveParticipant(first().build());
        assertNotEquals(first.getStudyCode(), anew.getStudyCode());
        assertEquals(Set.of("uuid unknownParticipant"), faults(change(first)));
        assertTrue(now(first).getAudit().isVoided());
        assertEquals("recorded by mistake", now(first).getAudit().getVoidReason());
        assertFalse(now(first).isStanding());
    }

    @Test
    public void shouldNeverChangeACodeOrAPatient() {
        Participant first = service.saveParticipant(first().build());
        assertEquals(
                Set.of("patient fixed", "studyCode unknownProperty"),
                faults(change(first).patient("another").answers(Map.of("studyCode", "234-5673"))));
    }

    @Test
    public void shouldKeepAnAmendmentFromOverwritingAnother() {
        Participant first = service.saveParticipant(first().build());
        amend(first, ELIGIBLE);
        assertThrows(
                ChangedMeanwhileException.class,
                () -> service.saveParticipant(
                        change(first).version("0").criteria(ELIGIBLE).build()));
        assertEquals("1", amend(first, ELIGIBLE).getVersion());
    }

    // Opposition

    @Test
    public void shouldKeepOneWhoOpposesBeforeHeIsIncludedOutOfTheStudy() {
        Participant participant = service.saveParticipant(first().criteria(ELIGIBLE)
                .answers(answers("dateInformed", "2025-02-01"))
                .build());
        Participant opposed = oppose(participant, "STOP_COLLECTING", "2025-02-03");
        assertEquals(ParticipantState.OPPOSED_BEFORE_INCLUSION, opposed.getState());
        assertFalse(opposed.isAnalysed());
        assertEquals(
                Set.of("dateIncluded opposedBefore"),
                faults(change(participant)
                        .answers(answers("dateNotOpposed", "2025-02-04", "dateIncluded", "2025-02-04"))));
    }

    @Test
    public void shouldStopCollectingAndThenUsingFromTheDaysOnWhichHeOpposed() {
        Participant included = included();
        Participant stopped = oppose(included, "STOP_COLLECTING", "2025-03-01");
        assertEquals(ParticipantState.STOPPED_COLLECTING, stopped.getState());
        assertTrue(stopped.isAnalysed());
        assertEquals(Optional.of(LocalDate.parse("2025-03-01")), stopped.stoppedCollecting());
        assertEquals(Optional.empty(), stopped.stoppedUsing());
        assertEquals(
                Set.of("dateOpposed beforeOtherOpposition"),
                faults(change(included).answers(answers("opposition", "STOP_USING", "dateOpposed", "2025-02-28"))));

        Participant out = oppose(included, "STOP_USING", "2025-04-01");
        assertEquals(ParticipantState.STOPPED_USING, out.getState());
        assertFalse(out.isAnalysed());
        assertEquals(Optional.of(LocalDate.parse("2025-03-01")), out.stoppedCollecting());
        assertEquals(Optional.of(LocalDate.parse("2025-04-01")), out.stoppedUsing());
        reload();
        assertEquals(out, now(included));
        assertEquals("admin", now(included).opposition().get().getRecordedBy());
    }

    @Test
    public void shouldWithdrawTheExportsThatHeCanBeInOnceHeOpposesAnyUse() {
        Participant included = included();
        JobRow earlier = export(-60_000);
        JobRow made = export(60_000);

        oppose(included, "STOP_USING", "2025-04-01");

        assertEquals("CANCELLED PARTICIPANT_STOPPED", state(made));
        assertEquals("DONE", state(earlier));
    }

    @Test
    public void shouldWithdrawTheExportsThatHoldWhatWasCollectedBeforeItWasRecordedThatHeOpposesThat() {
        Participant included = included();
        recordedDaysAgo(included, 10);
        JobRow before = export(-3 * DAY);
        JobRow after = export(-1 * DAY);
        LocalDate opposed = LocalDate.now(clock()).minusDays(2);

        oppose(included, "STOP_COLLECTING", opposed.toString());

        assertEquals("DONE", state(before));
        assertEquals("CANCELLED PARTICIPANT_STOPPED", state(after));

        oppose(included, "STOP_USING", opposed.toString());

        assertEquals("CANCELLED PARTICIPANT_STOPPED", state(before));
    }

    @Test
    public void shouldWithdrawTheExportsInWhichHeCanBeUnderACodeThatIsVoided() {
        Participant included = included();
        recordedDaysAgo(included, 10);
        JobRow earlier = export(-11 * DAY);
        JobRow underThatCode = export(-1 * DAY);
        service.deleteParticipant(included, "test");
        Participant anew = service.saveParticipant(
                first().answers(answers("dateInformed", "2025-02-01")).build());

        oppose(anew, "STOP_USING", "2025-04-01");

        assertEquals("CANCELLED PARTICIPANT_STOPPED", state(underThatCode));
        assertEquals("DONE", state(earlier));
    }

    private void recordedDaysAgo(Participant participant, int days) {
        Context.flushSession();
        sessionFactory()
                .getCurrentSession()
                .createQuery("update org.openmrs.module.smpr.study.participant.ParticipantRow r"
                        + " set r.dateCreated = :then where r.uuid = :uuid")
                .setParameter("then", new Date(System.currentTimeMillis() - days * DAY))
                .setParameter("uuid", participant.getUuid())
                .executeUpdate();
        Context.clearSession();
    }

    private Clock clock() {
        return applicationContext.getBean("smpr.clock", Clock.class);
    }

    @Test
    public void shouldLeaveTheExportsWhereOneOpposesWhoWasNeverIncluded() {
        Participant informed = recorded(TestPeople.patient(), ELIGIBLE);
        amend(informed, "dateInformed", "2025-02-01");
        JobRow made = export(60_000);

        oppose(informed, "STOP_USING", "2025-04-01");

        assertEquals("DONE", state(made));
    }

    /** @param millis from now, when it has ended */
    private JobRow export(long millis) {
        JobRow row = new JobRow();
        row.setKind(StudyExport.CODE);
        row.setState("DONE");
        row.setParameters("{}");
        row.setLocale("en");
        row.setAskedBy(Context.getAuthenticatedUser().getUserId());
        row.setDateAsked(new Date());
        row.setDateEnded(new Date(System.currentTimeMillis() + millis));
        row.setExpires(new Date(System.currentTimeMillis() + 600_000));
        sessionFactory().getCurrentSession().persist(row);
        Context.flushSession();
        return row;
    }

    private String state(JobRow row) {
        sessionFactory().getCurrentSession().refresh(row);
        return row.getState() + (row.getReason() == null ? "" : " " + row.getReason());
    }

    private SessionFactory sessionFactory() {
        return applicationContext.getBean("sessionFactory", SessionFactory.class);
    }

    @Test
    public void shouldOverwriteNoOppositionAndLetNothingFollowTheEndOfUse() {
        Participant included = included();
        oppose(included, "STOP_USING", "2025-03-01");
        assertEquals(
                Set.of("opposition oppositionStands"),
                faults(change(included)
                        .answers(answers("opposition", "STOP_COLLECTING", "dateOpposed", "2025-04-01"))));
        assertEquals(
                Set.of("dateOpposed oppositionStands"),
                faults(change(included).answers(answers("dateOpposed", "2025-04-01"))));
        assertEquals("2", oppose(included, "STOP_USING", "2025-03-01").getVersion());
    }

    @Test
    public void shouldRefuseAnOppositionWithoutADayOrBeforeHeWasInformedOrIncluded() {
        Participant included = included();
        assertEquals(
                Set.of("dateOpposed missing"), faults(change(included).answers(answers("opposition", "STOP_USING"))));
        assertEquals(
                Set.of("dateOpposed notOpposed"),
                faults(change(included).answers(answers("dateOpposed", "2025-03-01"))));
        assertEquals(
                Set.of("dateOpposed beforeInformation", "dateIncluded opposedBefore"),
                faults(change(included).answers(answers("opposition", "STOP_USING", "dateOpposed", "2025-01-31"))));
        assertEquals(
                Set.of("dateOpposed inTheFuture"),
                faults(change(included)
                        .answers(answers(
                                "opposition",
                                "STOP_USING",
                                "dateOpposed",
                                LocalDate.now().plusDays(1).toString()))));
        Participant notInformed = recorded(TestPeople.patient(), Map.of());
        assertEquals(
                Set.of("dateInformed missing"),
                faults(change(notInformed).answers(Map.of("opposition", "STOP_USING", "dateOpposed", "2025-03-01"))));
    }

    @Test
    public void shouldTakeAnOppositionBackWithAReasonAndKeepItReadable() {
        Participant included = included();
        oppose(included, "STOP_COLLECTING", "2025-03-01");
        oppose(included, "STOP_USING", "2025-04-01");
        ParticipantInput.ParticipantInputBuilder back = change(included).answers(answers("opposition", null));
        assertEquals(Set.of("reason missing"), faults(back));

        Participant once = service.saveParticipant(back.reason("another man's").build());
        assertEquals(ParticipantState.STOPPED_COLLECTING, once.getState());
        Participant anew = service.saveParticipant(change(included)
                .reason("he changed his mind")
                .answers(answers(
                        "opposition",
                        null,
                        "dateInformed",
                        "2025-05-01",
                        "dateNotOpposed",
                        "2025-05-01",
                        "dateIncluded",
                        "2025-05-02"))
                .build());
        assertEquals(ParticipantState.INCLUDED, anew.getState());
        assertEquals(included.getStudyCode(), anew.getStudyCode());
        reload();

        assertEquals(
                List.of("he changed his mind", "another man's"),
                now(included).getOppositions().stream()
                        .map(Opposition::getVoidReason)
                        .collect(Collectors.toList()));
        assertEquals(
                ParticipantState.STOPPED_USING,
                oppose(included, "STOP_USING", "2025-06-01").getState());
        assertEquals(3, now(included).getOppositions().size());
    }

    @Test
    public void shouldRecordAnOppositionWhateverALaterPlanAsks() {
        Participant included = included();
        Context.getService(StudyPlanService.class)
                .accept(
                        1,
                        TestPlans.with(
                                "eligibility",
                                "{\"minimumAge\": 60, \"criteria\": [{\"code\": \"new\", \"kind\": \"INCLUSION\","
                                        + " \"label\": {\"en\": \"x\", \"fr\": \"x\"}}]}"));
        Participant told = now(included);
        assertEquals(ParticipantState.INCLUDED, told.getState());
        assertEquals(Answer.NO, told.getEligible());
        assertEquals("includedNotEligible", told.getFaults().get(0).getCode());
        assertEquals(
                ParticipantState.STOPPED_USING,
                oppose(included, "STOP_USING", "2025-03-01").getState());
        assertEquals(Answer.YES, now(included).getCriteria().get("followed"));
    }

    // Merged patients

    @Test
    public void shouldTellAParticipantOfThePatientWhoWasKept() throws Exception {
        Participant included = included();
        Patient kept = TestPeople.patient();
        merge(kept, patient);
        Participant told = now(included);
        assertEquals(kept.getUuid(), told.getPatient());
        assertTrue(told.isStanding());
        assertEquals(
                List.of(included.getUuid()),
                uuids(service.getParticipants(
                        ParticipantSearch.builder().patient(kept.getUuid()).build())));
        assertEquals(Set.of("patient participatesAlready"), faults(of(kept, onlyEpisode(kept))));
    }

    @Test
    public void shouldTakeTheEpisodeOfTheOneWhoWasKeptByWhateverUuidThePlatformGivesIt() throws Exception {
        Participant included = included();
        Patient kept = TestPeople.patient();
        merge(kept, patient);
        String now = onlyEpisode(kept).getUuid();
        assertEquals(!now.equals(episode.getUuid()), isEpisodeGone(included));

        Participant corrected = amend(included, "indexEpisode", now);

        assertEquals(now, corrected.getEpisode().getUuid());
        assertFalse(isEpisodeGone(corrected));
    }

    @Test
    public void shouldLetTheFirstOneIncludedStandWhereTwoTurnOutToBeOne() throws Exception {
        Patient kept = TestPeople.patient();
        Participant considered = recorded(kept, ELIGIBLE);
        Participant included = included();
        merge(kept, patient);

        assertTrue(now(included).isStanding());
        assertFalse(now(considered).isStanding());
        assertEquals(
                List.of("anotherParticipant"),
                now(considered).getFaults().stream()
                        .map(fault -> fault.getCode())
                        .filter(code -> code.equals("anotherParticipant"))
                        .collect(Collectors.toList()));
        assertEquals(List.of(included.getUuid()), uuids(reading.all()));
        service.deleteParticipant(considered, "the same man");
        assertEquals(List.of(included.getUuid()), uuids(reading.all()));
    }

    @Test
    public void shouldHoldForTheOneThatStandsWhatHeOpposesUnderAnotherCode() throws Exception {
        Participant included = included();
        Participant other = includedLater();
        oppose(included, "STOP_COLLECTING", "2025-05-01");
        oppose(other, "STOP_COLLECTING", "2025-04-01");
        merge(patient, Context.getPatientService().getPatientByUuid(other.getPatient()));

        Participant told = now(included);
        assertEquals(ParticipantState.STOPPED_COLLECTING, told.getState());
        assertEquals(Optional.of(LocalDate.parse("2025-04-01")), told.stoppedCollecting());
        assertEquals(List.of("opposedElsewhere"), codes(told));
        assertEquals(
                "What is recorded here stays as it was",
                LocalDate.parse("2025-05-01"),
                told.opposition().get().getDay());

        oppose(other, "STOP_USING", "2025-06-01");

        assertEquals(ParticipantState.STOPPED_USING, now(included).getState());
        assertEquals(Optional.of(LocalDate.parse("2025-06-01")), now(included).stoppedUsing());
        assertFalse(reading.all().get(0).isAnalysed());
    }

    @Test
    public void shouldLoseNoOppositionWhereOneOfHisCodesIsVoided() throws Exception {
        Participant included = included();
        Participant other = includedLater();
        oppose(other, "STOP_USING", "2025-04-01");
        merge(patient, Context.getPatientService().getPatientByUuid(other.getPatient()));
        assertTrue(now(included).isStanding());
        assertEquals(List.of("anotherParticipant"), codes(now(other)));

        assertOppositionKept(other);
        oppose(included, "STOP_COLLECTING", "2025-04-01");
        assertOppositionKept(other);
        oppose(included, "STOP_USING", "2025-07-01");
        assertEquals(List.of(), codes(now(included)));
        service.deleteParticipant(other, "the same man");

        assertEquals(ParticipantState.STOPPED_USING, now(included).getState());
        assertFalse(reading.all().get(0).isAnalysed());
    }

    @Test
    public void shouldNotLoseItEitherWhereTheOneThatStandsIsVoided() throws Exception {
        Participant included = included();
        Participant other = includedLater();
        oppose(included, "STOP_USING", "2025-04-01");
        merge(patient, Context.getPatientService().getPatientByUuid(other.getPatient()));

        assertOppositionKept(included);
        service.deleteParticipant(other, "the same man");
        assertRefused(included, "opposition opposesStill");
        service.saveParticipant(change(included)
                .reason("never asked")
                .answers(answers("opposition", null))
                .build());
        service.deleteParticipant(included, "never asked");
        assertEquals(List.of(), reading.all());
    }

    /** Considered anew he would have said nothing. */
    @Test
    public void shouldNotVoidOneWhoOpposes() {
        Participant included = included();
        oppose(included, "STOP_COLLECTING", "2025-04-01");

        assertRefused(included, "opposition opposesStill");
    }

    private void assertOppositionKept(Participant participant) {
        assertRefused(participant, "opposition opposedHereAlone");
    }

    private void assertRefused(Participant participant, String fault) {
        assertEquals(
                List.of(fault),
                assertThrows(FaultsException.class, () -> service.deleteParticipant(participant, "test"))
                        .getFaults()
                        .stream()
                        .map(named -> named.getField() + " " + named.getCode())
                        .collect(Collectors.toList()));
        assertFalse(now(participant).getAudit().isVoided());
    }

    @Test
    public void shouldWithdrawTheExportsOnceTheMergeOfTwoTellsThatHeOpposes() throws Exception {
        PatientMergeAdvice advice = new PatientMergeAdvice();
        Context.addAdvice(PatientService.class, advice);
        try {
            Participant included = included();
            Participant other = includedLater();
            oppose(other, "STOP_USING", "2025-04-01");
            Patient stranger = TestPeople.patient();
            Patient another = TestPeople.patient();
            JobRow made = export(60_000);
            merge(stranger, another);
            assertEquals("DONE", state(made));

            merge(patient, Context.getPatientService().getPatientByUuid(other.getPatient()));

            assertEquals("CANCELLED PARTICIPANT_STOPPED", state(made));
            assertTrue(now(included).isStanding());
        } finally {
            ((Advised) Context.getPatientService()).removeAdvice(advice);
        }
    }

    /** Somebody else, for all that is known. */
    private Participant includedLater() {
        Patient whom = TestPeople.patient();
        Episode his = episode(whom);
        return service.saveParticipant(of(whom, his)
                .criteria(ELIGIBLE)
                .answers(with(
                        his,
                        "dateInformed",
                        "2025-03-01",
                        "dateNotOpposed",
                        "2025-03-01",
                        "dateIncluded",
                        "2025-03-15"))
                .build());
    }

    private boolean isEpisodeGone(Participant participant) {
        return now(participant).getFaults().stream().map(Fault::getCode).anyMatch("indexEpisodeGone"::equals);
    }

    /** Of its faults those that follow from the merge. */
    private static List<String> codes(Participant participant) {
        return participant.getFaults().stream()
                .map(Fault::getCode)
                .filter(code -> code.equals("opposedElsewhere") || code.equals("anotherParticipant"))
                .collect(Collectors.toList());
    }

    // Searching

    @Test
    public void shouldFindParticipantsByPatientAndStatePageByPage() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            all.add(recorded(TestPeople.patient(), i % 2 == 0 ? ELIGIBLE : Map.of())
                    .getUuid());
        }
        ParticipantSearch.ParticipantSearchBuilder anybody = ParticipantSearch.builder();
        assertEquals(all, uuids(service.getParticipants(anybody.build())));
        assertEquals(
                all.subList(1, 3),
                uuids(service.getParticipants(
                        ParticipantSearch.builder().startIndex(1).limit(2).build())));
        ParticipantSearch eligible = ParticipantSearch.builder()
                .state(ParticipantState.ELIGIBLE)
                .startIndex(1)
                .limit(1)
                .build();
        assertEquals(List.of(all.get(2)), uuids(service.getParticipants(eligible)));
        assertEquals(3, service.countParticipants(eligible));
        assertEquals(5, service.countParticipants(anybody.build()));
        assertEquals(
                List.of(),
                service.getParticipants(
                        ParticipantSearch.builder().patient("nobody").build()));
        service.deleteParticipant(now(all.get(0)), "test");
        assertEquals(4, service.countParticipants(ParticipantSearch.builder().build()));
        assertEquals(
                5,
                service.countParticipants(
                        ParticipantSearch.builder().includeVoided(true).build()));
    }

    @Test
    public void shouldReadEverybodyInANumberOfStatementsThatDoesNotDependOnHowMany() {
        included();
        long few = statements();
        for (int i = 0; i < 6; i++) {
            recorded(TestPeople.patient(), ELIGIBLE);
        }
        assertEquals(few, statements());
        assertEquals(7, reading.all().size());
    }

    // Privileges

    @Test
    public void shouldShowParticipantsToTheCoordinatorAlone() {
        Participant included = included();
        TestPeople.signInWith(List.of("SMPR: Study coordinator"), List.of());
        assertEquals(
                1, service.getParticipants(ParticipantSearch.builder().build()).size());
        oppose(included, "STOP_USING", "2025-03-01");
        for (String role : List.of("SMPR: Study analyst", "SMPR: Rater", "SMPR: Researcher")) {
            authenticate();
            TestPeople.signInWith(List.of(role), List.of());
            assertThrows(APIAuthenticationException.class, () -> service.getParticipant(included.getUuid()));
            assertThrows(
                    APIAuthenticationException.class,
                    () -> service.getParticipants(ParticipantSearch.builder().build()));
            assertThrows(
                    APIAuthenticationException.class,
                    () -> service.countParticipants(ParticipantSearch.builder().build()));
            assertThrows(
                    APIAuthenticationException.class,
                    () -> service.saveParticipant(change(included).build()));
            assertThrows(APIAuthenticationException.class, () -> service.deleteParticipant(included, "test"));
        }
        authenticate();
        TestPeople.signInWith(List.of(), List.of(SmprPrivileges.MANAGE_STUDY_PARTICIPANTS));
        assertThrows(
                APIAuthenticationException.class,
                () -> service.saveParticipant(change(included).build()));
    }

    private Participant included() {
        Participant included = service.saveParticipant(first().criteria(ELIGIBLE)
                .answers(answers(
                        "dateInformed", "2025-02-01", "dateNotOpposed", "2025-02-01", "dateIncluded", "2025-02-15"))
                .build());
        assertNotNull(included.getIncluded());
        return amend(included, "dateNotOpposed", "2025-02-02");
    }

    private Participant recorded(Patient whom, Map<String, String> criteria) {
        return service.saveParticipant(
                of(whom, episode(whom)).criteria(criteria).build());
    }

    private static Episode episode(Patient whom) {
        return Context.getService(EpisodeService.class)
                .saveEpisode(EpisodeInput.builder()
                        .patient(whom.getUuid())
                        .begun("2025-01-10")
                        .build());
    }

    private static Episode released(Patient whom, String begun, String left) {
        EpisodeService episodes = Context.getService(EpisodeService.class);
        Episode episode = episodes.saveEpisode(
                EpisodeInput.builder().patient(whom.getUuid()).begun(begun).build());
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("leftBuilding", left);
        answers.put("manner", "SENTENCE-END");
        episodes.saveEpisode(EpisodeInput.builder()
                .uuid(episode.getUuid())
                .phase("APC")
                .phaseFrom(left)
                .records(Map.of(Records.RELEASE, answers))
                .build());
        return onlyEpisode(whom);
    }

    private static Episode onlyEpisode(Patient whom) {
        List<Episode> episodes = Context.getService(EpisodeService.class)
                .getEpisodes(EpisodeSearch.builder().patient(whom.getUuid()).build());
        assertEquals(1, episodes.size());
        return episodes.get(0);
    }

    private ParticipantInput.ParticipantInputBuilder first() {
        return of(patient, episode);
    }

    private static ParticipantInput.ParticipantInputBuilder of(Patient whom, Episode index) {
        return ParticipantInput.builder().patient(whom.getUuid()).answers(Map.of("indexEpisode", index.getUuid()));
    }

    private Map<String, String> answers(String... fieldsAndAnswers) {
        return with(episode, fieldsAndAnswers);
    }

    private static Map<String, String> with(Episode index, String... fieldsAndAnswers) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("indexEpisode", index.getUuid());
        for (int i = 0; i < fieldsAndAnswers.length; i += 2) {
            answers.put(fieldsAndAnswers[i], fieldsAndAnswers[i + 1]);
        }
        return answers;
    }

    private static ParticipantInput.ParticipantInputBuilder change(Participant participant) {
        return ParticipantInput.builder().uuid(participant.getUuid());
    }

    private Participant amend(Participant participant, String field, String answer) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put(field, answer);
        return service.saveParticipant(change(participant).answers(answers).build());
    }

    private Participant amend(Participant participant, Map<String, String> criteria) {
        return service.saveParticipant(change(participant).criteria(criteria).build());
    }

    private Participant oppose(Participant participant, String opposition, String day) {
        return service.saveParticipant(change(participant)
                .answers(Map.of("opposition", opposition, "dateOpposed", day))
                .build());
    }

    private Participant now(Participant participant) {
        return now(participant.getUuid());
    }

    private Participant now(String uuid) {
        return service.getParticipant(uuid).get();
    }

    private Set<String> faults(ParticipantInput.ParticipantInputBuilder input) {
        return assertThrows(FaultsException.class, () -> service.saveParticipant(input.build())).getFaults().stream()
                .map(named -> named.getField() + " " + named.getCode())
                .collect(Collectors.toSet());
    }

    private static List<String> uuids(List<Participant> participants) {
        return participants.stream().map(Participant::getUuid).collect(Collectors.toList());
    }

    private long statements() {
        reload();
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        reading.all();
        return statistics.getPrepareStatementCount();
    }

    private static void merge(Patient kept, Patient other) throws Exception {
        reload();
        Context.getPatientService()
                .mergePatients(
                        Context.getPatientService().getPatientByUuid(kept.getUuid()),
                        Context.getPatientService().getPatientByUuid(other.getUuid()));
        reload();
    }

    private static void reload() {
        Context.flushSession();
        Context.clearSession();
    }
}
