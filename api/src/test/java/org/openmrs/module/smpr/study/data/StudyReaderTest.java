/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.data;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotNull;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.hibernate.stat.Statistics;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.outcome.Counted;
import org.openmrs.module.smpr.outcome.HorizonStatus.Status;
import org.openmrs.module.smpr.outcome.OutcomeService;
import org.openmrs.module.smpr.outcome.RegisterInput;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeInput;
import org.openmrs.module.smpr.pathway.EpisodeService;
import org.openmrs.module.smpr.pathway.place.Unit;
import org.openmrs.module.smpr.pathway.place.UnitInput;
import org.openmrs.module.smpr.pathway.place.UnitService;
import org.openmrs.module.smpr.pathway.record.RecordInput;
import org.openmrs.module.smpr.pathway.record.RecordService;
import org.openmrs.module.smpr.pathway.record.Records;
import org.openmrs.module.smpr.site.SiteService;
import org.openmrs.module.smpr.study.participant.Participant;
import org.openmrs.module.smpr.study.participant.ParticipantInput;
import org.openmrs.module.smpr.study.participant.ParticipantService;
import org.openmrs.module.smpr.study.participant.ParticipantState;
import org.openmrs.module.smpr.study.plan.StudyPlanService;
import org.openmrs.module.smpr.study.plan.TestPlans;

/** A man who entered care on 10 January 2025, left prison on 10 March, and has a place in the flat-share from 1 April. */
public class StudyReaderTest extends SmprContextTest {

    private StudyReader reader;

    private Patient patient;

    private Participant participant;

    @Before
    public void setUp() {
        Context.getService(SiteService.class)
                .acceptSettings(
                        "a test",
                        "{\"format\": 1, \"outcomeRegister\": {\"legalBasis\": {\"text\": \"invented\", \"date\": \"2020-01-01\","
                                + " \"who\": \"nobody\"}, \"indexRelease\": \"FIRST\", \"clock\": \"LEFT_BUILDING\"}}");
        Context.getService(StudyPlanService.class).accept(null, TestPlans.LEAST);
        reader = applicationContext.getBean(StudyReader.class);
        patient = TestPeople.patient();
        participant = included(patient);
    }

    @Test
    public void shouldReadWhoTakesPartUnderHisCodeWithHisDays() {
        Subject subject = only();

        assertEquals(participant.getStudyCode(), subject.getCode());
        assertEquals(day("2025-03-10"), subject.getIndexDay());
        assertEquals((Integer) 45, subject.getAge());
        assertTrue(subject.getMeasurements().isEmpty());
        assertFalse(subject.getWaves().isEmpty());
    }

    @Test
    public void shouldMeasureItsAssessmentsAndKnowTheWave() {
        chart(TestAssessments.hcr20(patient, "2025-01-20"));
        chart(TestAssessments.saprof(patient, "2025-01-21"));

        Subject subject = only();

        assertEquals(2, subject.getMeasurements().size());
        Measurement hcr20 = subject.getMeasurements().get(0);
        assertEquals("HCR20V3", hcr20.getInstrument());
        assertEquals("T0", hcr20.getWave());
        assertEquals("CUSTODY", hcr20.getPhase());
        assertNotNull(hcr20.getLastCharted());
        assertFalse(Double.isNaN(subject.value("T0", TestStudy.measure("HCR20V3.scale.C"), TestStudy.MEASURES)));
    }

    @Test
    public void shouldKnowThePlaceThatHeHas() {
        Unit unit = Context.getService(UnitService.class)
                .saveUnit(UnitInput.builder()
                        .name("Invented flat-share")
                        .location(TestPeople.location().getUuid())
                        .capacity(5)
                        .build());
        // The service itself works in transactions of its own, which would not see this man.
        Context.flushSession();
        applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createNativeQuery(
                        "insert into smpr_placement (uuid, patient_id, unit_id, status, requested_on, priority,"
                                + " stay_from, planned_end, entered_on, left_on, left_because, version, creator, date_created, voided)"
                                + " select 'an invented placement', :patient, u.unit_id, 'LEFT', '2025-03-01', 'NORMAL',"
                                + " '2025-04-01', '2025-09-01', '2025-04-01', '2025-06-01', 'OWN_WISH', 0, 1, '2025-06-01', false"
                                + " from smpr_unit u where u.uuid = :unit")
                .setParameter("patient", patient.getPatientId())
                .setParameter("unit", unit.getUuid())
                .executeUpdate();

        Subject subject = only();

        assertEquals(EnumSet.of(PlaceStep.REQUESTED, PlaceStep.OFFERED, PlaceStep.ENTERED), subject.getPlaceSteps());
        assertEquals(day("2025-04-01"), subject.getStays().get(0).getEnteredOn());
    }

    @Test
    public void shouldReadTheCareDelivered() {
        contact("2025-04-02");

        List<CareEvent> care = only().getCare();

        assertEquals(1, care.size());
        assertEquals("KEPT", care.get(0).getResult());
        assertEquals("HOME-VISIT", care.get(0).getKind());
        assertEquals("APC", care.get(0).getPhase());
        assertEquals(day("2025-04-02"), only().getCareGiven().getFirstContact());
    }

    @Test
    public void shouldCountNoContactThatWasChartedAfterHeSaidNoToMore() {
        contact("2025-04-02");
        oppose("STOP_COLLECTING", "2025-05-01");

        Subject subject = only();

        assertTrue(subject.getCare().isEmpty());
        assertNull(subject.getCareGiven().getFirstContact());
    }

    @Test
    public void shouldNameOfOneWhoSaidNoToMoreTheAssessmentsOfWhichNothingWasChartedOrAmendedSince() {
        chart(TestAssessments.hcr20(patient, "2025-01-20"));
        chart(TestAssessments.saprof(patient, "2025-01-21"));
        chart(TestAssessments.capp(patient, "2025-01-22"));
        oppose("STOP_COLLECTING", "2025-05-01");
        assertTrue(only().getAssessments().isEmpty());
        charted("date_created", "2025-01-23", "> 0");

        assertEquals(3, only().getAssessments().size());

        charted("date_created", "2025-05-01", lastOf("HCR20V3"));
        charted("date_voided", "2025-05-02", lastOf("SAPROF"));

        assertEquals(
                List.of("CAPP"),
                only().getMeasurements().stream()
                        .map(Measurement::getInstrument)
                        .collect(Collectors.toList()));
        assertEquals(1, only().getAssessments().size());
    }

    private static String lastOf(String instrument) {
        return "= (select max(o.obs_id) from obs o join encounter e on e.encounter_id = o.encounter_id"
                + " join encounter_type t on t.encounter_type_id = e.encounter_type where t.uuid = '"
                + StableUuid.ofEncounterType(instrument) + "')";
    }

    /** Has what was charted been so, or been amended, on another day than today. */
    private void charted(String column, String on, String which) {
        applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createNativeQuery("update obs set " + column + " = '" + on + " 12:00:00' where obs_id " + which)
                .executeUpdate();
    }

    private void contact(String on) {
        Map<String, Object> contact = new LinkedHashMap<>();
        contact.put("kind", "HOME-VISIT");
        contact.put("outcome", "KEPT");
        Context.getService(RecordService.class)
                .saveRecord(RecordInput.builder()
                        .type(Records.CONTACT)
                        .patient(patient.getUuid())
                        .date(on)
                        .providers(List.of(TestPeople.rater().getUuid()))
                        .answers(contact)
                        .build());
    }

    @Test
    public void shouldKnowWhatBecameOfHim() {
        offence("2025-06-18");

        Subject subject = only();

        assertEquals(
                Status.EVENT,
                subject.at(day("2026-03-10"), Counted.ANY_BY_FACTS).get().getStatus());
        assertEquals(100, subject.timeAtRisk(Counted.ANY_BY_FACTS, 12).get().getTime(), 0);
    }

    @Test
    public void shouldUseNothingOfTheTimeAfterHeSaidNoToMore() {
        chart(TestAssessments.hcr20(patient, "2025-01-20"));
        chart(TestAssessments.hcr20(patient, "2025-07-20"));
        offence("2025-06-18");
        oppose("STOP_COLLECTING", "2025-05-01");

        Subject subject = only();

        assertEquals(day("2025-04-30"), subject.getLastDay());
        // Both were charted today, which is later.
        assertTrue(subject.getMeasurements().isEmpty());
        assertTrue(subject.getWaves().stream().noneMatch(WaveState::isDone));
        assertEquals(
                Status.NOT_KNOWN_SINCE,
                subject.at(day("2026-03-10"), Counted.ANY_BY_FACTS).get().getStatus());
    }

    @Test
    public void shouldUseNothingAtAllOfOneWhoSaidNoToThat() {
        oppose("STOP_USING", "2025-05-01");

        StudyData data = reader.read(read -> {});

        assertTrue(data.getSubjects().isEmpty());
        assertEquals(1, data.getPopulation().of(ParticipantState.STOPPED_USING));
    }

    @Test
    public void shouldCountThoseWhoTakeNoPartAndNothingElse() {
        Patient other = TestPeople.patient();
        released(other);

        StudyData data = reader.read(read -> {});

        assertEquals(1, data.getSubjects().size());
        assertEquals(2, data.getPopulation().getPeople());
        assertEquals(1, data.getPopulation().getNotConsidered());
    }

    @Test
    public void shouldTakeAsManyStatementsHoweverManyThereAre() {
        chart(TestAssessments.hcr20(patient, "2025-01-20"));
        only();
        long one = statements();
        for (int i = 0; i < 4; i++) {
            Patient another = TestPeople.patient();
            included(another);
            chart(TestAssessments.hcr20(another, "2025-01-20"));
        }
        reader.read(read -> {});

        assertEquals(one, statements());
    }

    @Test
    public void shouldReadInAsManyPartsHoweverManyThereAre() {
        for (int participants : new int[] {960, 961, 1_000, 1_001, 20_000, 20_001, 1_000_000}) {
            assertEquals(16, parts(participants));
        }
    }

    @Test
    public void shouldReadFewInFewerParts() {
        assertEquals(0, parts(0));
        assertEquals(1, parts(1));
        assertEquals(1, parts(60));
        assertEquals(2, parts(61));
        assertEquals(15, parts(900));
        assertEquals(16, parts(901));
    }

    private static int parts(int participants) {
        int atOnce = StudyReader.atOnce(participants);
        return (participants + atOnce - 1) / atOnce;
    }

    private long statements() {
        Context.flushSession();
        Context.clearSession();
        Statistics statistics = applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getStatistics();
        statistics.setStatisticsEnabled(true);
        statistics.clear();
        reader.read(read -> {});
        return statistics.getPrepareStatementCount();
    }

    private Subject only() {
        Context.flushSession();
        Context.clearSession();
        StudyData data = reader.read(read -> {});
        assertEquals(1, data.getSubjects().size());
        return data.getSubjects().get(0);
    }

    private static void chart(TestAssessments assessment) {
        Context.getService(AssessmentService.class).saveAssessment(assessment.input());
    }

    private void offence(String on) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("kind", "NEW_OFFENCE");
        answers.put("date", on);
        answers.put("conviction", "NOT_YET");
        answers.put("source", "SPIP");
        answers.put("certainty", "ESTABLISHED");
        Context.getService(OutcomeService.class)
                .saveEvent(RegisterInput.builder()
                        .patient(patient.getUuid())
                        .answers(answers)
                        .build());
    }

    private void oppose(String opposition, String on) {
        Context.getService(ParticipantService.class)
                .saveParticipant(ParticipantInput.builder()
                        .uuid(participant.getUuid())
                        .answers(Map.of("opposition", opposition, "dateOpposed", on))
                        .build());
    }

    private static Participant included(Patient whom) {
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("indexEpisode", released(whom).getUuid());
        for (String field : Arrays.asList("dateInformed", "dateNotOpposed", "dateIncluded")) {
            answers.put(field, "2025-01-12");
        }
        return Context.getService(ParticipantService.class)
                .saveParticipant(ParticipantInput.builder()
                        .patient(whom.getUuid())
                        .answers(answers)
                        .build());
    }

    private static Episode released(Patient whom) {
        EpisodeService episodes = Context.getService(EpisodeService.class);
        Episode episode = episodes.saveEpisode(EpisodeInput.builder()
                .patient(whom.getUuid())
                .begun("2025-01-10")
                .build());
        Map<String, Object> answers = new LinkedHashMap<>();
        answers.put("leftBuilding", "2025-03-10");
        answers.put("manner", "SENTENCE-END");
        return episodes.saveEpisode(EpisodeInput.builder()
                .uuid(episode.getUuid())
                .phase("APC")
                .phaseFrom("2025-03-10")
                .records(Map.of(Records.RELEASE, answers))
                .build());
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
