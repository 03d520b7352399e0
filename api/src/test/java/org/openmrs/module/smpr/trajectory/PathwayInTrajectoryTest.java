/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.trajectory;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeInput;
import org.openmrs.module.smpr.pathway.EpisodeService;
import org.openmrs.module.smpr.pathway.record.PathwayRecord;
import org.openmrs.module.smpr.pathway.record.RecordInput;
import org.openmrs.module.smpr.pathway.record.RecordService;
import org.openmrs.module.smpr.pathway.record.Records;

/** What a trajectory takes from the care pathway: phases, days of changes, the care given, and assessments that the plan wanted. */
public class PathwayInTrajectoryTest extends SmprContextTest {

    private Patient patient;

    private Episode episode;

    @Before
    public void leadOneManOutOfPrison() {
        patient = TestPeople.patient();
        EpisodeService episodes = Context.getService(EpisodeService.class);
        episode = episodes.saveEpisode(EpisodeInput.builder()
                .patient(patient.getUuid())
                .begun("2025-01-10")
                .build());
        episodes.saveEpisode(EpisodeInput.builder()
                .uuid(episode.getUuid())
                .phase("APC")
                .phaseFrom("2025-08-04")
                .records(Collections.singletonMap(
                        Records.RELEASE, Collections.singletonMap("leftBuilding", "2025-08-04")))
                .build());
        chart("2025-02-01", "IN");
        chart("2025-09-15", "OUT");
    }

    @Test
    public void shouldGiveTheDayOnWhichTheSettingChanged() {
        SettingChange change = trajectory().getTimeline().getChanges().get(0);
        assertEquals("CUSTODY", change.getFrom().getPhase());
        assertEquals("APC", change.getTo().getPhase());
        assertEquals(LocalDate.of(2025, 8, 4), change.getDay());
        assertEquals(
                List.of("CUSTODY", "APC"),
                trajectory().getPathway().getPhases().stream()
                        .map(span -> span.getPhase())
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldPutTheCareGivenBesideItsItemTheNewestFirst() {
        act("2025-08-20", "talked about the flat", Arrays.asList("R2"));
        act("2025-09-20", "viewed a flat", Arrays.asList("R2", "R1"));
        Trajectory trajectory = trajectory();
        assertEquals(List.of("viewed a flat", "talked about the flat"), care(trajectory, "R2"));
        assertEquals(List.of("viewed a flat"), care(trajectory, "R1"));
        assertEquals(List.of(), care(trajectory, "C1"));
    }

    @Test
    public void shouldTellWhichAssessmentsThePlanWantedAndHasNot() {
        assertEquals(
                "the suggested plan has a T0 in detention, T1 at release, T2 during and T3 at the end of post-prison care",
                List.of("SAPROF T0 WAVE_MISSED", "SAPROF T1 WAVE_MISSED", "SAPROF T2 WAVE_MISSED"),
                trajectory().getGaps().stream()
                        .filter(gap -> gap.getWave() != null)
                        .filter(gap -> gap.getInstrument().getCode().equals("SAPROF"))
                        .map(gap -> gap.getInstrument().getCode() + " "
                                + gap.getWave().getWave().getCode() + " " + gap.getKind())
                        .limit(3)
                        .collect(Collectors.toList()));
    }

    @Test
    public void shouldShowPhasesAndNoCareToOneWhoMayReadAssessmentsAlone() {
        act("2025-08-20", "talked about the flat", Arrays.asList("R2"));
        TestPeople.signInWith(List.of("SMPR: Researcher"), List.of());
        Trajectory trajectory = trajectory();
        assertEquals(2, trajectory.getPathway().getPhases().size());
        assertNull(trajectory.getPathway().getActions());
        assertNull(trajectory.getPathway().getPlans());
        assertEquals(
                0,
                trajectory.getGaps().stream()
                        .filter(gap -> gap.getWave() != null)
                        .count());
    }

    private Trajectory trajectory() {
        return Context.getService(TrajectoryService.class)
                .getTrajectory(
                        TrajectorySearch.builder().patient(patient.getUuid()).build())
                .get();
    }

    private static List<String> care(Trajectory trajectory, String item) {
        InstrumentTrajectory hcr20 = trajectory.getInstruments().stream()
                .filter(i -> i.getInstrument().getCode().equals("HCR20V3"))
                .findFirst()
                .get();
        List<PathwayRecord> actions = trajectory
                .getPathway()
                .actionsFor(
                        hcr20.getInstrument(), hcr20.getInstrument().item(item).get());
        return actions.stream()
                .map(action -> (String) action.values("what").get(0))
                .collect(Collectors.toList());
    }

    private void act(String day, String what, List<String> risks) {
        Map<String, Object> answers = new HashMap<>();
        answers.put("what", what);
        answers.put("risk", risks);
        answers.put("result", "ONGOING");
        Context.getService(RecordService.class)
                .saveRecord(RecordInput.builder()
                        .type(Records.ACTION)
                        .patient(patient.getUuid())
                        .date(day)
                        .answers(answers)
                        .build());
    }

    private void chart(String day, String context) {
        Context.getService(AssessmentService.class)
                .saveAssessment(TestAssessments.hcr20(patient, day)
                        .with("context", context)
                        .input());
    }
}
