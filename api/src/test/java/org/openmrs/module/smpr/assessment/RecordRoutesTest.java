/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;
import static org.openmrs.module.smpr.TestInstruments.SAPROF;

import java.util.List;
import java.util.stream.Collectors;
import org.hibernate.SessionFactory;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Encounter;
import org.openmrs.Obs;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.metadata.StableUuid;
import org.openmrs.module.smpr.trajectory.TrajectorySearch;
import org.openmrs.module.smpr.trajectory.TrajectoryService;
import org.springframework.test.context.transaction.TestTransaction;

/** By whatever way the record changes, the person's assessments, his trajectory and the cohort's projection tell the same, right story. */
public class RecordRoutesTest extends SmprContextTest {

    private Patient patient;

    private TestRecord record;

    private Assessment charted;

    @Before
    public void chart() {
        record = new TestRecord(applicationContext.getBean("sessionFactory", SessionFactory.class));
        patient = TestPeople.patient();
        charted = save(TestAssessments.saprof(patient, "2026-03-01"));
        // What follows does not happen in the same breath.
        record.sql(
                "update obs set date_created = ?1 where person_id = ?2",
                TestPeople.day("2026-03-02"),
                patient.getPatientId());
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatIsChartedThroughEncounterService() {
        Encounter encounter = new Encounter();
        encounter.setPatient(patient);
        encounter.setEncounterType(
                Context.getEncounterService().getEncounterTypeByUuid(StableUuid.ofEncounterType("SAPROF")));
        encounter.setEncounterDatetime(TestPeople.day("2026-04-01"));
        encounter.addObs(TestRecord.answer(SAPROF, "05", "2", patient));
        encounter.addObs(TestRecord.answer(SAPROF, "status", "COMPLETE", patient));
        Context.getEncounterService().saveEncounter(encounter);

        assertEquals(List.of("1", "2"), ratings("05"));
        assertTrue(TestRecord.read(patient).get(1).getFaults().contains(Fault.of("ratings.06", "missing")));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatIsEditedThroughEncounterService() {
        Encounter encounter = record.encounter(charted);
        record.obs(charted, "SAPROF.05").setValueCoded(TestRecord.concept("SAPROF.rating.0"));
        Context.getEncounterService().saveEncounter(encounter);

        assertEquals(List.of("0"), ratings("05"));
        assertTrue(TestRecord.read(patient).get(0).isAmended());
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellTheDayThatAnEncounterIsMovedTo() {
        Encounter encounter = record.encounter(charted);
        encounter.setEncounterDatetime(TestPeople.day("2026-02-01"));
        Context.getEncounterService().saveEncounter(encounter);

        assertEquals(TestPeople.day("2026-02-01").getTime(), only().getDate().getTime());
        assertEquals(List.of(), TestRecord.service().getHistory(only()));
        assertFalse(only().isAmended());
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatIsEditedThroughObsService() {
        Obs obs = record.obs(charted, "SAPROF.05");
        obs.setValueCoded(TestRecord.concept("SAPROF.rating.2"));
        Context.getObsService().saveObs(obs, "read again");

        assertEquals(List.of("2"), ratings("05"));
        assertTrue(only().isAmended());
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatIsAddedThroughObsService() {
        Obs obs = TestRecord.answer(SAPROF, "05", "2", patient);
        obs.setEncounter(record.encounter(charted));
        obs.setObsDatetime(TestPeople.day("2026-03-01"));
        Context.getObsService().saveObs(obs, null);

        assertEquals(List.of("1", "2"), only().values("05"));
        assertEquals(List.of(Fault.of("ratings.05", "severalAnswers")), only().getFaults());
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatIsVoidedAndBroughtBackThroughObsService() {
        Obs obs = record.obs(charted, "SAPROF.05");
        Context.getObsService().voidObs(obs, "not his");

        assertEquals(List.of(), only().values("05"));
        TestRecord.agrees(patient);

        Context.getObsService().unvoidObs(Context.getObsService().getObs(obs.getObsId()));

        assertEquals(List.of("1"), only().values("05"));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatIsPurgedThroughObsService() {
        Encounter encounter = record.encounter(charted);
        Obs obs = record.obs(charted, "SAPROF.05");
        encounter.removeObs(obs);
        Context.getObsService().purgeObs(obs);

        assertEquals(List.of(), only().values("05"));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatIsVoidedAndBroughtBackThroughEncounterService() {
        Context.getEncounterService().voidEncounter(record.encounter(charted), "charted twice");

        assertEquals(List.of(), TestRecord.read(patient));
        TestRecord.agrees(patient);

        Context.getEncounterService().unvoidEncounter(record.encounter(charted));

        assertEquals(List.of("1"), ratings("05"));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatIsPurgedThroughEncounterService() {
        Context.getEncounterService().purgeEncounter(record.encounter(charted), true);

        assertEquals(List.of(), TestRecord.read(patient));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatIsAmendedVoidedBroughtBackAndPurgedThroughTheModule() {
        save(TestAssessments.amendmentOf(charted).with("ratings.05", "2").reason("read again"));
        assertEquals(List.of("2"), ratings("05"));
        TestRecord.agrees(patient);

        TestRecord.service().deleteAssessment(only(), "not his");
        assertEquals(List.of(), TestRecord.read(patient));
        TestRecord.agrees(patient);

        TestRecord.service().undeleteAssessment(charted);
        assertEquals(List.of("2"), ratings("05"));
        TestRecord.agrees(patient);

        TestRecord.service().purgeAssessment(only());
        assertEquals(List.of(), TestRecord.read(patient));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldFollowAnEncounterThatIsTransferred() {
        Patient other = TestPeople.patient();
        Context.getEncounterService().transferEncounter(record.encounter(charted), other);

        assertEquals(List.of(), TestRecord.read(patient));
        assertEquals(List.of("1"), TestRecord.read(other).get(0).values("05"));
        assertFalse(TestRecord.read(other).get(0).isAmended());
        TestRecord.agrees(patient, other);
    }

    @Test
    public void shouldFollowPatientsThatAreMerged() throws Exception {
        Patient other = TestPeople.patient();
        Assessment his = save(TestAssessments.saprof(other, "2026-05-01"));
        his = save(TestAssessments.amendmentOf(his).with("ratings.07", "0").reason("read again"));
        TestRecord.settle();
        Context.getPatientService()
                .mergePatients(
                        Context.getPatientService().getPatientByUuid(patient.getUuid()),
                        Context.getPatientService().getPatientByUuid(other.getUuid()));
        TestRecord.settle();

        List<Assessment> merged = TestRecord.read(patient);
        assertEquals(2, merged.size());
        assertEquals(List.of("1", "0"), ratings("07"));
        assertEquals(
                List.of(false, true), merged.stream().map(Assessment::isAmended).collect(Collectors.toList()));
        assertEquals(List.of("read again"), merged.get(1).values("amendment"));
        assertEquals(List.of(), TestRecord.service().getHistory(merged.get(0)));
        assertTrue(TestRecord.service().getHistory(merged.get(1)).size() <= 1);
        assertEquals(List.of(), TestRecord.read(other));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatPlainSqlChangesInARow() {
        Integer two = TestRecord.concept("SAPROF.rating.2").getConceptId();
        Integer obs = record.obs(charted, "SAPROF.05").getObsId();
        assertEquals(1, record.sql("update obs set value_coded = ?1 where obs_id = ?2", two, obs));

        assertEquals(List.of("2"), ratings("05"));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellTwoAnswersThatPlainSqlSwaps() {
        save(TestAssessments.amendmentOf(charted).with("ratings.05", "2").reason("read again"));
        TestRecord.agrees(patient);
        Obs one = record.obs(charted, "SAPROF.05");
        Obs other = record.obs(charted, "SAPROF.06");
        record.sql(
                "update obs set value_coded = ?1 where obs_id = ?2",
                other.getValueCoded().getConceptId(),
                one.getObsId());
        record.sql(
                "update obs set value_coded = ?1 where obs_id = ?2",
                one.getValueCoded().getConceptId(),
                other.getObsId());

        assertEquals(List.of("1"), ratings("05"));
        assertEquals(List.of("2"), ratings("06"));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldTellWhatPlainSqlVoidsMovesAndDeletes() {
        Integer encounter = record.encounter(charted).getEncounterId();
        record.sql(
                "update obs set voided = true where obs_id = ?1",
                record.obs(charted, "SAPROF.05").getObsId());
        assertEquals(List.of(), only().values("05"));
        TestRecord.agrees(patient);

        Patient other = TestPeople.patient();
        record.sql("update encounter set patient_id = ?1 where encounter_id = ?2", other.getPatientId(), encounter);
        assertEquals(List.of(), TestRecord.read(patient));
        assertEquals(1, TestRecord.read(other).size());
        TestRecord.agrees(patient, other);

        record.sql("update encounter set voided = true where encounter_id = ?1", encounter);
        assertEquals(List.of(), TestRecord.read(other));
        TestRecord.agrees(patient, other);
    }

    @Test
    public void shouldTellNothingOfAPatientWhoIsVoidedAlone() {
        record.sql("update patient set voided = true where patient_id = ?1", patient.getPatientId());

        assertEquals(List.of(), TestRecord.read(patient));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldNotCountARecordThatSaysBothThatItIsADraftAndComplete() {
        Encounter encounter = record.encounter(charted);
        encounter.addObs(TestRecord.answer(SAPROF, "status", "DRAFT", patient));
        Context.getEncounterService().saveEncounter(encounter);

        assertFalse(only().isComplete());
        assertTrue(only().getFaults().contains(Fault.of("status", "severalAnswers")));
        assertTrue(Context.getService(TrajectoryService.class)
                .getTrajectory(
                        TrajectorySearch.builder().patient(patient.getUuid()).build())
                .get()
                .getInstruments()
                .stream()
                .allMatch(instrument -> instrument.counted().isEmpty()));
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldForgetAtOnceWhatIsPurgedThroughTheModule() {
        Integer encounter = record.encounter(charted).getEncounterId();
        TestRecord.service().purgeAssessment(charted);

        assertEquals(0, record.sql("delete from smpr_projected_assessment where encounter_id = ?1", encounter));
    }

    @Test
    public void shouldTellThatAnAmendmentLeftNoTraceAfterPlainSqlTookIt() {
        Obs obs = record.obs(charted, "SAPROF.05");
        obs.setValueCoded(TestRecord.concept("SAPROF.rating.2"));
        Context.getObsService().saveObs(obs, "read again");
        TestRecord.agrees(patient);
        assertTrue(only().isAmended());

        record.sql("update obs set previous_version = null where person_id = ?1", patient.getPatientId());
        record.sql("delete from obs where voided = true and person_id = ?1", patient.getPatientId());
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldProjectWhatIsThereAgainAfterTheProjectionIsLost() {
        record.sql("delete from smpr_projected_assessment");
        assertTrue(TestRecord.service().getProjectionState().getStale() > 0);

        TestRecord.agrees(patient);
    }

    @Test
    public void shouldProjectAnewWhatAProjectionHasWrong() {
        record.sql("update smpr_projected_assessment set answers = '{}'");
        assertEquals(
                List.of(),
                TestRecord.service()
                        .getCohortAssessments(AssessmentSearch.builder()
                                .patient(patient.getUuid())
                                .build())
                        .get(0)
                        .values("05"));

        ProjectionState rebuilt = TestRecord.service().rebuildProjection();

        assertEquals(0, rebuilt.getStale());
        assertTrue(rebuilt.getProjected() > 0);
        TestRecord.agrees(patient);
    }

    @Test
    public void shouldProjectInTransactionsOfItsOwnWhereTheCallerHasNone() {
        TestTransaction.end();

        assertEquals(
                List.of(),
                TestRecord.service()
                        .getCohortAssessments(
                                AssessmentSearch.builder().patient("none").build()));
        assertEquals(0, TestRecord.service().getProjectionState().getStale());
        assertEquals(0, TestRecord.service().rebuildProjection().getStale());
    }

    @Test
    public void shouldReadAnewWhatWasReadWithAnotherDictionary() {
        record.sql("update smpr_projected_assessment set answers = '{}', read_with = read_with + 1");

        TestRecord.agrees(patient);
    }

    @Test
    public void shouldShowAFaultyRecordWithItsFaultsAndTheOthersAsTheyAre() {
        Assessment other = save(TestAssessments.saprof(patient, "2026-04-01"));
        Encounter encounter = record.encounter(charted);
        encounter.addObs(TestRecord.answer(SAPROF, "05", "2", patient));
        Obs notOfTheScale = new Obs();
        notOfTheScale.setPerson(patient);
        notOfTheScale.setConcept(TestRecord.concept("SAPROF.06"));
        notOfTheScale.setValueCoded(TestRecord.concept("CAPP.severity.6"));
        Context.getObsService().voidObs(record.obs(charted, "SAPROF.06"), "test");
        encounter.addObs(notOfTheScale);
        Obs unknownItem = new Obs();
        unknownItem.setPerson(patient);
        unknownItem.setConcept(TestRecord.concept("CAPP.A1"));
        unknownItem.setValueCoded(TestRecord.concept("CAPP.severity.6"));
        encounter.addObs(unknownItem);
        Context.getEncounterService().saveEncounter(encounter);

        List<Assessment> read = TestRecord.read(patient);
        assertEquals(
                List.of(
                        Fault.of("CAPP.A1", "unknownQuestion", "CAPP.A1"),
                        Fault.of("ratings.05", "severalAnswers"),
                        Fault.of("ratings.06", "unknownAnswer", "CAPP.severity.6")),
                read.get(0).getFaults().stream()
                        .sorted((a, b) -> a.getField().compareTo(b.getField()))
                        .collect(Collectors.toList()));
        assertEquals(List.of(), read.get(1).getFaults());
        assertEquals(other.getAnswers(), read.get(1).getAnswers());
        TestRecord.agrees(patient);
    }

    private Assessment save(TestAssessments assessment) {
        Assessment saved = TestRecord.service().saveAssessment(assessment.input());
        TestRecord.settle();
        return saved;
    }

    private Assessment only() {
        List<Assessment> read = TestRecord.read(patient);
        assertEquals(1, read.size());
        return read.get(0);
    }

    private List<Object> ratings(String item) {
        return TestRecord.read(patient).stream()
                .flatMap(assessment -> assessment.values(item).stream())
                .collect(Collectors.toList());
    }
}
