/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.PatientProgram;
import org.openmrs.ProgramWorkflow;
import org.openmrs.api.ProgramWorkflowService;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.assessment.Fault;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.metadata.PathwayProgram;
import org.openmrs.module.smpr.pathway.record.Records;

/** Which day and phase of an episode can follow which, and what the platform's program widgets may leave. */
public class EpisodeServiceTest extends SmprContextTest {

    private EpisodeService service;

    private Patient patient;

    @Before
    public void setUp() {
        service = Context.getService(EpisodeService.class);
        patient = TestPeople.patient();
    }

    // The way through

    @Test
    public void shouldLeadFromCustodyToTheEndOfPostPrisonCare() {
        Episode begun = service.saveEpisode(first("2025-01-10")
                .records(records(Records.ENTRY, "ecrou", "2025-01-02", "legalStatus", "REMAND"))
                .build());
        assertEquals(Optional.of("CUSTODY"), begun.phase());
        assertEquals("REMAND", begun.getEntry().choice("legalStatus").get());

        save(change(begun)
                .phase("PRE-RELEASE")
                .phaseFrom("2025-06-01")
                .records(records(Records.RELEASE, "planned", "2025-08-01")));
        assertEquals(Optional.of(day("2025-08-01")), now(begun).plannedRelease());

        save(change(begun)
                .phase("APC")
                .phaseFrom("2025-08-04")
                .records(records(
                        Records.RELEASE,
                        "leftBuilding",
                        "2025-08-04",
                        "ecrouLifted",
                        "2025-09-30",
                        "manner",
                        "DDSE",
                        "measures",
                        Arrays.asList("CARE-INJUNCTION", "SOCIO-JUDICIAL"))));
        Episode outside = now(begun);
        assertEquals(Optional.of(day("2025-08-04")), outside.released());
        assertEquals(Optional.empty(), outside.plannedRelease());
        assertEquals(Optional.of(day("2026-02-04")), outside.plannedEnd());

        save(change(begun)
                .records(records(Records.EXTENSION, "until", "2026-03-15", "reason", "no room at the CMP yet")));
        assertEquals(Optional.of(day("2026-03-15")), now(begun).plannedEnd());

        save(change(begun).ended("2026-03-10").records(records(Records.END, "reason", "COMPLETED", "relay", "MADE")));
        Context.clearSession();
        Episode ended = now(begun);
        assertEquals(day("2026-03-10"), ended.getEnded());
        assertEquals("COMPLETED", ended.getEndReason());
        assertEquals(
                List.of(
                        "CUSTODY 2025-01-10 2025-06-01",
                        "PRE-RELEASE 2025-06-01 2025-08-04",
                        "APC 2025-08-04 2026-03-11"),
                ended.getPhases().stream()
                        .map(span -> span.getPhase() + " " + span.getFrom() + " " + span.getTo())
                        .collect(Collectors.toList()));
        assertEquals(List.of(), ended.getFaults());
    }

    @Test
    public void shouldLetAReleaseFallThrough() {
        Episode begun = begun("2025-01-10");
        save(change(begun).phase("PRE-RELEASE").phaseFrom("2025-06-01"));
        save(change(begun).phase("CUSTODY").phaseFrom("2025-06-20"));
        assertEquals(Optional.of("CUSTODY"), now(begun).phase());
    }

    @Test
    public void shouldBeginBeforeRelease() {
        Episode begun =
                service.saveEpisode(first("2025-01-10").phase("PRE-RELEASE").build());
        assertEquals(Optional.of("PRE-RELEASE"), begun.phase());
        assertEquals(
                Set.of("phase apcBeforeRelease"),
                faults(first("2025-01-10")
                        .patient(TestPeople.patient().getUuid())
                        .phase("APC")));
    }

    // What cannot follow what

    @Test
    public void shouldRefusePostPrisonCareBeforeTheDayOfLeavingTheBuilding() {
        Episode begun = begun("2025-01-10");
        assertEquals(
                Set.of("phase apcBeforeRelease"),
                faults(change(begun).phase("APC").phaseFrom("2025-08-04")));
        assertEquals(
                "the day before",
                Set.of("phase apcBeforeRelease"),
                faults(change(begun)
                        .phase("APC")
                        .phaseFrom("2025-08-03")
                        .records(records(Records.RELEASE, "leftBuilding", "2025-08-04"))));
        save(change(begun)
                .phase("APC")
                .phaseFrom("2025-08-04")
                .records(records(Records.RELEASE, "leftBuilding", "2025-08-04")));
        assertEquals(
                "nor can the day of leaving be moved behind it",
                Set.of("release.leftBuilding apcBeforeRelease"),
                faults(change(begun).records(records(Records.RELEASE, "leftBuilding", "2025-08-05"))));
    }

    @Test
    public void shouldEndAnEpisodeAndNotMoveItBackAfterRelease() {
        Episode outside = inPostPrisonCare();
        assertEquals(
                Set.of("phase phaseAfterRelease"),
                faults(change(outside).phase("CUSTODY").phaseFrom("2025-09-01")));
        assertEquals(
                Set.of("phase phaseOfPlacement"),
                faults(change(outside).phase("UCTI").phaseFrom("2025-09-01")));
        save(change(outside).ended("2025-09-01").records(records(Records.END, "reason", "REINCARCERATED")));
        assertEquals("REINCARCERATED", now(outside).getEndReason());
        assertEquals(
                Set.of("phase episodeEnded", "phase phaseAfterRelease"),
                faults(change(outside).phase("CUSTODY").phaseFrom("2025-10-01")));
    }

    @Test
    public void shouldRefuseAnEndBeforeItsBeginningInTheFutureOrWithoutAReason() {
        Episode outside = inPostPrisonCare();
        assertEquals(
                Set.of("ended endBeforeStart"),
                faults(change(outside).ended("2025-08-03").records(records(Records.END, "reason", "BROKEN-OFF"))));
        assertEquals(
                Set.of("ended inTheFuture"),
                faults(change(outside).ended("2199-01-01").records(records(Records.END, "reason", "BROKEN-OFF"))));
        assertEquals(
                Set.of("end.reason missing"),
                faults(change(outside).ended("2025-09-01").records(records(Records.END, "relay", "NONE"))));
        assertEquals(Set.of("end missing"), faults(change(outside).ended("2025-09-01")));
        save(change(outside).ended("2025-08-04").records(records(Records.END, "reason", "BROKEN-OFF")));
    }

    @Test
    public void shouldCompleteNothingButPostPrisonCare() {
        Episode begun = begun("2025-01-10");
        assertEquals(
                Set.of("end completedBeforeApc"),
                faults(change(begun).ended("2025-02-01").records(records(Records.END, "reason", "COMPLETED"))));
        for (String reason : new String[] {"BROKEN-OFF", "TRANSFERRED", "DIED", "OTHER", "REINCARCERATED"}) {
            Episode other = service.saveEpisode(
                    first("2025-01-10").patient(TestPeople.patient().getUuid()).build());
            save(change(other).ended("2025-02-01").records(records(Records.END, "reason", reason)));
            assertEquals(reason, now(other).getEndReason());
        }
    }

    @Test
    public void shouldNeverHaveTwoOpenAtOnce() {
        Episode one = begun("2025-01-10");
        assertEquals(Set.of("patient episodeOpen"), faults(first("2025-03-01")));
        save(change(one).ended("2025-05-01").records(records(Records.END, "reason", "TRANSFERRED")));
        assertEquals(Set.of("begun beforeEndOfOther"), faults(first("2025-04-30")));
        Episode two = service.saveEpisode(first("2025-05-01")
                .records(records(Records.ENTRY, "legalStatus", "SENTENCED"))
                .build());
        assertEquals(
                "the day belongs to the later one",
                "SENTENCED",
                now(two).getEntry().choice("legalStatus").get());
        assertNull(now(one).getEntry());
        assertEquals("TRANSFERRED", now(one).getEnd().choice("reason").get());
        assertEquals(
                2,
                service.countEpisodes(
                        EpisodeSearch.builder().patient(patient.getUuid()).build()));
    }

    @Test
    public void shouldNameEveryFaultOfARequestAndWriteNothing() {
        assertEquals(
                Set.of(
                        "begun notADate",
                        "entry.legalStatus unknownAnswer",
                        "release.planned noDayOfRelease",
                        "inCharge unknownRater"),
                faults(first("the tenth")
                        .inCharge("nobody")
                        .records(records(Records.ENTRY, "legalStatus", "FREE", Records.RELEASE))));
        assertEquals(
                List.of(),
                service.getEpisodes(
                        EpisodeSearch.builder().patient(patient.getUuid()).build()));
    }

    // What is charted wrongly and put right

    @Test
    public void shouldTakeAnEndAwayThatWasChartedByMistake() {
        Episode outside = inPostPrisonCare();
        save(change(outside).ended("2025-09-01").records(records(Records.END, "reason", "DIED")));
        save(change(outside).reopened(true));
        Context.clearSession();
        Episode open = now(outside);
        assertTrue(open.isOpen());
        assertNull(open.getEndReason());
        assertNull(open.getEnd());
        assertEquals(Optional.of("APC"), open.phase());
        assertEquals(List.of(), open.getFaults());
        assertEquals(Set.of("end episodeNotEnded"), faults(change(outside).reopened(true)));
    }

    @Test
    public void shouldMoveTheFirstDayOfAPhaseAndOfAnEpisode() {
        Episode begun = service.saveEpisode(first("2025-01-10")
                .records(records(Records.ENTRY, "work", "EMPLOYED"))
                .build());
        save(change(begun).phase("PRE-RELEASE").phaseFrom("2025-06-01"));
        save(change(begun).phase("PRE-RELEASE").phaseFrom("2025-05-20").begun("2025-01-08"));
        Context.clearSession();
        Episode moved = now(begun);
        assertEquals(day("2025-01-08"), moved.getBegun());
        assertEquals("EMPLOYED", moved.getEntry().choice("work").get());
        assertEquals(
                List.of("CUSTODY 2025-01-08 2025-05-20", "PRE-RELEASE 2025-05-20 null"),
                moved.getPhases().stream()
                        .map(span -> span.getPhase() + " " + span.getFrom() + " " + span.getTo())
                        .collect(Collectors.toList()));
        assertEquals(Set.of("begun afterPhase"), faults(change(begun).begun("2025-05-21")));
        assertEquals(List.of(), moved.getFaults());
    }

    @Test
    public void shouldNotChangeWhatSomebodyElseChangedMeanwhile() {
        Episode begun = begun("2025-01-10");
        save(change(begun).phase("PRE-RELEASE").phaseFrom("2025-06-01"));
        assertThrows(
                ChangedMeanwhileException.class,
                () -> service.saveEpisode(change(begun)
                        .version(begun.getVersion())
                        .phase("CUSTODY")
                        .phaseFrom("2025-07-01")
                        .build()));
    }

    @Test
    public void shouldKeepWhatWasChartedOfAnEpisodeWhenItsFirstDayMoves() {
        String clinician = TestPeople.rater().getUuid();
        Episode begun = service.saveEpisode(first("2025-01-10")
                .inCharge(clinician)
                .records(records(Records.ENTRY, "work", "EMPLOYED", Records.RELEASE, "planned", "2025-08-01"))
                .build());
        save(change(begun).phase("CUSTODY").phaseFrom("2025-01-15"));
        Episode moved = now(begun);
        assertEquals(day("2025-01-15"), moved.getBegun());
        assertEquals("EMPLOYED", moved.getEntry().choice("work").get());
        assertEquals(clinician, moved.inCharge().get().getUuid());
        save(change(begun).begun("2025-01-20"));
        assertEquals(clinician, now(begun).inCharge().get().getUuid());
        assertEquals(List.of(), now(begun).getFaults());
    }

    @Test
    public void shouldExtendPostPrisonCareAloneAndToADayAfterItHasBegun() {
        Episode begun = begun("2025-01-10");
        assertEquals(
                Set.of("extension.until notExtended"),
                faults(change(begun).records(records(Records.EXTENSION, "until", "2026-01-01", "reason", "x"))));
        Episode outside = inPostPrisonCare(TestPeople.patient());
        assertEquals(
                Set.of("extension.until notExtended"),
                faults(change(outside).records(records(Records.EXTENSION, "until", "2025-08-04", "reason", "x"))));
        save(change(outside).records(records(Records.EXTENSION, "until", "2025-08-05", "reason", "x")));
        save(change(outside).withdrawn(Set.of(Records.EXTENSION)));
        assertEquals(Optional.of(day("2026-02-04")), now(outside).plannedEnd());
    }

    @Test
    public void shouldTakeAPlannedReleaseAwayThatFellThroughAndNoneThatCareRestsOn() {
        Episode begun = service.saveEpisode(first("2025-01-10")
                .records(records(Records.RELEASE, "planned", "2025-08-01"))
                .build());
        save(change(begun).withdrawn(Set.of(Records.RELEASE)));
        assertEquals(Optional.empty(), now(begun).plannedRelease());
        assertNull(now(begun).getRelease());
        Episode outside = inPostPrisonCare(TestPeople.patient());
        assertEquals(Set.of("withdrawn releaseOfApc"), faults(change(outside).withdrawn(Set.of(Records.RELEASE))));
        assertEquals(Set.of("withdrawn notWithdrawn"), faults(change(outside).withdrawn(Set.of(Records.ENTRY))));
    }

    @Test
    public void shouldNotMoveTheDayOfLeavingBehindPostPrisonCareWhereTheReadingIsSentBack() {
        Episode outside = inPostPrisonCare();
        assertEquals(
                Set.of("release.leftBuilding apcBeforeRelease"),
                faults(change(outside).phase("APC").records(records(Records.RELEASE, "leftBuilding", "2025-09-01"))));
    }

    @Test
    public void shouldLeaveNothingOfAVoidedEpisodeToTheNextOverTheSameDays() {
        Episode wrong = service.saveEpisode(first("2025-01-10")
                .records(records(Records.ENTRY, "work", "EMPLOYED"))
                .build());
        service.deleteEpisode(wrong, "the wrong man");
        Episode right = service.saveEpisode(first("2025-01-10").build());
        assertNull(right.getEntry());
    }

    // What the platform's own program widgets leave

    @Test
    public void shouldReadAnEpisodeThatWasChartedInTheProgramWidgetAlone() {
        ProgramWorkflowService programs = Context.getProgramWorkflowService();
        PatientProgram enrolment = new PatientProgram();
        enrolment.setPatient(patient);
        enrolment.setProgram(programs.getProgramByUuid(PathwayProgram.UUID));
        enrolment.setDateEnrolled(TestPeople.day("2025-01-10"));
        ProgramWorkflow workflow =
                enrolment.getProgram().getAllWorkflows().iterator().next();
        enrolment.transitionToState(
                workflow.getStates().stream()
                        .filter(s -> s.getUuid().equals(PathwayProgram.stateOf("CUSTODY")))
                        .findFirst()
                        .get(),
                TestPeople.day("2025-01-10"));
        enrolment.transitionToState(
                workflow.getStates().stream()
                        .filter(s -> s.getUuid().equals(PathwayProgram.stateOf("APC")))
                        .findFirst()
                        .get(),
                TestPeople.day("2025-08-04"));
        programs.savePatientProgram(enrolment);
        Context.flushSession();
        Context.clearSession();

        Episode read = service.getEpisode(enrolment.getUuid()).get();
        assertEquals(Optional.of("APC"), read.phase());
        assertEquals("as far as the states say", Optional.of(day("2025-08-04")), read.released());
        assertEquals(Set.of("phase apcWithoutRelease"), names(read.getFaults()));

        PatientProgram completed = programs.getPatientProgramByUuid(enrolment.getUuid());
        completed.setDateCompleted(TestPeople.day("2026-02-04"));
        programs.savePatientProgram(completed);
        Context.flushSession();
        Context.clearSession();
        Episode ended = service.getEpisode(enrolment.getUuid()).get();
        assertFalse(ended.isOpen());
        assertNull(ended.getEndReason());
        assertEquals(Set.of("phase apcWithoutRelease", "end noEndReason"), names(ended.getFaults()));
    }

    private Episode inPostPrisonCare() {
        return inPostPrisonCare(patient);
    }

    private Episode inPostPrisonCare(Patient man) {
        Episode begun =
                service.saveEpisode(first("2025-01-10").patient(man.getUuid()).build());
        save(change(begun)
                .phase("APC")
                .phaseFrom("2025-08-04")
                .records(records(Records.RELEASE, "leftBuilding", "2025-08-04", "manner", "SENTENCE-END")));
        return now(begun);
    }

    private Episode begun(String day) {
        return service.saveEpisode(first(day).build());
    }

    private EpisodeInput.EpisodeInputBuilder first(String day) {
        return EpisodeInput.builder().patient(patient.getUuid()).begun(day);
    }

    private static EpisodeInput.EpisodeInputBuilder change(Episode episode) {
        return EpisodeInput.builder().uuid(episode.getUuid());
    }

    private void save(EpisodeInput.EpisodeInputBuilder input) {
        service.saveEpisode(input.build());
    }

    private Episode now(Episode episode) {
        return service.getEpisode(episode.getUuid()).get();
    }

    private Set<String> faults(EpisodeInput.EpisodeInputBuilder input) {
        return names(assertThrows(FaultsException.class, () -> service.saveEpisode(input.build()))
                .getFaults());
    }

    private static Set<String> names(List<Fault> faults) {
        return faults.stream()
                .map(fault -> fault.getField() + " " + fault.getCode())
                .collect(Collectors.toSet());
    }

    /** @param codes the code of a record and then its answers, a question and an answer each; a further record begins with its code */
    private static Map<String, Map<String, Object>> records(Object... codes) {
        Map<String, Map<String, Object>> records = new LinkedHashMap<>();
        Map<String, Object> answers = null;
        for (int i = 0; i < codes.length; i++) {
            if (Records.find((String) codes[i]).isPresent()) {
                answers = new HashMap<>();
                records.put((String) codes[i], answers);
            } else {
                answers.put((String) codes[i], codes[++i]);
            }
        }
        return Collections.unmodifiableMap(records);
    }

    private static LocalDate day(String day) {
        return LocalDate.parse(day);
    }
}
