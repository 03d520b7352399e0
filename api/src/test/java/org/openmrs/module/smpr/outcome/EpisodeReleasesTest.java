/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNull;
import static org.junit.Assert.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.Before;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.PatientProgram;
import org.openmrs.ProgramWorkflow;
import org.openmrs.api.ProgramWorkflowService;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.metadata.PathwayProgram;
import org.openmrs.module.smpr.pathway.EpisodeReading;

/** What the register takes from episodes of care that were entered with the platform's own forms. */
public class EpisodeReleasesTest extends SmprContextTest {

    private Releases releases;

    private Patient patient;

    private PatientProgram enrolment;

    @Before
    public void setUp() {
        releases = new EpisodeReleases(applicationContext.getBean("smpr.episodeReading", EpisodeReading.class));
        patient = TestPeople.patient();
        enrolment = new PatientProgram();
        enrolment.setPatient(patient);
        enrolment.setProgram(Context.getService(ProgramWorkflowService.class).getProgramByUuid(PathwayProgram.UUID));
        enrolment.setDateEnrolled(TestPeople.day("2025-01-10"));
    }

    @Test
    public void shouldNotTakeTheFirstDayOfPostPrisonCareForTheDayOnWhichHeLeft() {
        transition("CUSTODY", "2025-01-10");
        transition("APC", "2025-08-04");
        Release release = read().get(patient.getUuid()).get(0);
        assertEquals(enrolment.getUuid(), release.getEpisode());
        assertNull(release.getLeftBuilding());
    }

    @Test
    public void shouldKnowOfNoReleaseOfOneInCustody() {
        transition("CUSTODY", "2025-01-10");
        assertEquals(Collections.emptyMap(), read());
        assertTrue(releases.getPatients().contains(patient.getUuid()));
    }

    private void transition(String phase, String day) {
        ProgramWorkflow workflow =
                enrolment.getProgram().getAllWorkflows().iterator().next();
        enrolment.transitionToState(
                workflow.getStates().stream()
                        .filter(state -> state.getUuid().equals(PathwayProgram.stateOf(phase)))
                        .findFirst()
                        .get(),
                TestPeople.day(day));
    }

    private Map<String, List<Release>> read() {
        Context.getService(ProgramWorkflowService.class).savePatientProgram(enrolment);
        Context.flushSession();
        Context.clearSession();
        return releases.getReleases(Collections.singleton(patient.getUuid()));
    }
}
