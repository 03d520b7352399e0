/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.pathway;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertThrows;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.Assessment;
import org.openmrs.module.smpr.assessment.AssessmentSearch;
import org.openmrs.module.smpr.assessment.AssessmentService;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.assessment.TestAssessments;
import org.openmrs.module.smpr.pathway.place.LeavingReason;
import org.openmrs.module.smpr.pathway.place.Placement;
import org.openmrs.module.smpr.pathway.place.PlacementInput;
import org.openmrs.module.smpr.pathway.place.PlacementService;
import org.openmrs.module.smpr.pathway.place.PlacementStatus;
import org.openmrs.module.smpr.pathway.place.TestPathwayDays;
import org.openmrs.module.smpr.pathway.place.Unit;
import org.openmrs.module.smpr.pathway.place.UnitInput;
import org.openmrs.module.smpr.pathway.place.UnitService;
import org.openmrs.module.smpr.pathway.record.Records;

/** Which phase of care an assessment was made in: as the episode has it on its day, else as the form says. */
public class EpisodePhasesTest extends SmprContextTest {

    private AssessmentService assessments;

    private EpisodeService episodes;

    private Patient patient;

    @Before
    public void setUp() {
        assessments = Context.getService(AssessmentService.class);
        episodes = Context.getService(EpisodeService.class);
        patient = TestPeople.patient();
    }

    @Test
    public void shouldFollowTheEpisodeFromTheDayBeforeEachChangeToTheDayAfter() {
        custodyUntilJuneReleasedInAugustAndEndedInFebruary("COMPLETED");
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("2025-01-09", null);
        expected.put("2025-01-10", "CUSTODY");
        expected.put("2025-05-31", "CUSTODY");
        expected.put("2025-06-01", "PRE-RELEASE");
        expected.put("2025-08-03", "PRE-RELEASE");
        expected.put("2025-08-04", "APC");
        expected.put("2026-02-03", "APC");
        expected.put("2026-02-04", "APC");
        expected.put("2026-02-05", "AFTER-CARE");
        expected.keySet().forEach(this::assess);
        assertEquals(expected, phases());
        for (String phase : new String[] {"CUSTODY", "PRE-RELEASE", "APC", "UCTI", "AFTER-CARE"}) {
            assertEquals(
                    phase,
                    expected.entrySet().stream()
                            .filter(day -> phase.equals(day.getValue()))
                            .map(Map.Entry::getKey)
                            .collect(Collectors.toList()),
                    found(phase));
        }
    }

    @Test
    public void shouldSayNothingOfTheTimeAfterADeath() {
        custodyUntilJuneReleasedInAugustAndEndedInFebruary("DIED");
        assess("2026-02-05");
        assertNull(phases().get("2026-02-05"));
        assertEquals(List.of(), found("AFTER-CARE"));
    }

    @Test
    public void shouldGiveTheDayOfAnEndToTheEpisodeThatBeginsOnIt() {
        custodyUntilJuneReleasedInAugustAndEndedInFebruary("REINCARCERATED");
        episodes.saveEpisode(EpisodeInput.builder()
                .patient(patient.getUuid())
                .begun("2026-02-10")
                .build());
        assess("2026-02-08");
        assess("2026-02-10");
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("2026-02-08", "AFTER-CARE");
        expected.put("2026-02-10", "CUSTODY");
        assertEquals(expected, phases());
        assertEquals(List.of("2026-02-08"), found("AFTER-CARE"));
        assertEquals(List.of("2026-02-10"), found("CUSTODY"));
    }

    @Test
    public void shouldTakeAPlaceInTheFlatShareForAPhaseOfItsOwn() {
        custodyUntilJuneReleasedInAugustAndEndedInFebruary(null);
        TestPathwayDays.in(applicationContext).inApc(patient);
        Unit unit = Context.getService(UnitService.class)
                .saveUnit(UnitInput.builder()
                        .name("Invented flat-share")
                        .location(TestPeople.location().getUuid())
                        .build());
        PlacementService placements = Context.getService(PlacementService.class);
        Placement placement = placements.savePlacement(PlacementInput.builder()
                .patient(patient.getUuid())
                .unit(unit.getUuid())
                .status(PlacementStatus.ENTERED)
                .enteredOn(LocalDate.parse("2025-09-01"))
                .build());
        Episode episode = episodes.getEpisodes(
                        EpisodeSearch.builder().patient(patient.getUuid()).build())
                .get(0);
        assertThrows("he still lives there", FaultsException.class, () -> end(episode, "COMPLETED"));
        placements.savePlacement(PlacementInput.builder()
                .uuid(placement.getUuid())
                .status(PlacementStatus.LEFT)
                .leftOn(LocalDate.parse("2025-12-01"))
                .leftBecause(LeavingReason.OWN_WISH)
                .build());
        end(episode, "COMPLETED");
        Map<String, String> expected = new LinkedHashMap<>();
        expected.put("2025-08-31", "APC");
        expected.put("2025-09-01", "UCTI");
        expected.put("2025-11-30", "UCTI");
        expected.put("2025-12-01", "APC");
        expected.keySet().forEach(this::assess);
        assertEquals(expected, phases());
        assertEquals(List.of("2025-08-31", "2025-12-01"), found("APC"));
        assertEquals(List.of("2025-09-01", "2025-11-30"), found("UCTI"));
    }

    @Test
    public void shouldGiveADayThatAnEndAndABeginningShareToTheLaterInAReadingAndInASearch() {
        custodyUntilJuneReleasedInAugustAndEndedInFebruary("REINCARCERATED");
        episodes.saveEpisode(EpisodeInput.builder()
                .patient(patient.getUuid())
                .begun("2026-02-04")
                .build());
        assess("2026-02-04");
        assertEquals(Collections.singletonMap("2026-02-04", "CUSTODY"), phases());
        assertEquals(List.of("2026-02-04"), found("CUSTODY"));
        assertEquals(List.of(), found("APC"));
    }

    @Test
    public void shouldShowADisagreementAndResolveNone() {
        custodyUntilJuneReleasedInAugustAndEndedInFebruary("COMPLETED");
        Assessment agreed = assessments.saveAssessment(TestAssessments.saprof(patient, "2025-09-01")
                .with("phase", "APC")
                .input());
        Assessment other = assessments.saveAssessment(TestAssessments.saprof(patient, "2025-10-01")
                .with("phase", "CUSTODY")
                .input());
        assertEquals(List.of(), agreed.getWarnings());
        assertEquals("phaseDisagrees", other.getWarnings().get(0).getCode());
        assertEquals(Optional.of("APC"), other.phase());
        assertEquals(List.of("CUSTODY"), other.values("phase"));
        assertEquals(List.of("2025-09-01", "2025-10-01"), found("APC"));
        assertEquals(List.of(), found("CUSTODY"));
    }

    @Test
    public void shouldTakeThePhaseFromTheFormWhereThereIsNoEpisode() {
        Assessment charted = assessments.saveAssessment(TestAssessments.saprof(patient, "2025-09-01")
                .with("phase", "CUSTODY")
                .input());
        assertEquals(Optional.of("CUSTODY"), charted.phase());
        assertNull(charted.getPhaseOfEpisode());
        assertEquals(List.of("2025-09-01"), found("CUSTODY"));
    }

    private void custodyUntilJuneReleasedInAugustAndEndedInFebruary(String reason) {
        Episode episode = episodes.saveEpisode(EpisodeInput.builder()
                .patient(patient.getUuid())
                .begun("2025-01-10")
                .build());
        save(episode, EpisodeInput.builder().phase("PRE-RELEASE").phaseFrom("2025-06-01"));
        save(
                episode,
                EpisodeInput.builder()
                        .phase("APC")
                        .phaseFrom("2025-08-04")
                        .records(Collections.singletonMap(
                                Records.RELEASE, Collections.singletonMap("leftBuilding", "2025-08-04"))));
        if (reason != null) {
            end(episode, reason);
        }
    }

    private void end(Episode episode, String reason) {
        save(
                episode,
                EpisodeInput.builder()
                        .ended("2026-02-04")
                        .records(Collections.singletonMap(Records.END, Collections.singletonMap("reason", reason))));
    }

    private void save(Episode episode, EpisodeInput.EpisodeInputBuilder input) {
        episodes.saveEpisode(input.uuid(episode.getUuid()).build());
    }

    private void assess(String day) {
        assessments.saveAssessment(TestAssessments.saprof(patient, day).input());
    }

    private Map<String, String> phases() {
        Map<String, String> phases = new LinkedHashMap<>();
        assessments
                .getAssessments(
                        AssessmentSearch.builder().patient(patient.getUuid()).build())
                .forEach(a -> phases.put(day(a), a.phase().orElse(null)));
        return phases;
    }

    private List<String> found(String phase) {
        AssessmentSearch search = AssessmentSearch.builder()
                .patient(patient.getUuid())
                .phase(phase)
                .build();
        List<String> found = assessments.getAssessments(search).stream()
                .map(EpisodePhasesTest::day)
                .collect(Collectors.toList());
        assertEquals(found.size(), assessments.countAssessments(search));
        return found;
    }

    private static String day(Assessment assessment) {
        return new java.sql.Date(assessment.getDate().getTime()).toString();
    }
}
