/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hibernate.SessionFactory;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.pathway.Episode;
import org.openmrs.module.smpr.pathway.EpisodeInput;
import org.openmrs.module.smpr.pathway.EpisodeService;

/** Four people record the same man for the study, at the same moment. */
public class SimultaneousParticipantsTest extends SmprContextTest {

    @Test
    public void shouldRecordHimOnceAndTellTheOthers() throws Exception {
        Patient patient = TestPeople.patient();
        Episode episode = Context.getService(EpisodeService.class)
                .saveEpisode(EpisodeInput.builder()
                        .patient(patient.getUuid())
                        .begun("2025-01-10")
                        .build());
        Simultaneously.commit();
        try {
            List<Callable<String>> recordings = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                recordings.add(() -> record(patient.getUuid(), episode.getUuid()));
            }
            assertEquals(
                    List.of("participatesAlready", "participatesAlready", "participatesAlready", "recorded"),
                    Simultaneously.call(recordings, 30_000));
            Context.clearSession();
            assertEquals(
                    1,
                    Context.getService(ParticipantService.class)
                            .countParticipants(ParticipantSearch.builder()
                                    .patient(patient.getUuid())
                                    .build()));
        } finally {
            Context.clearSession();
            delete(ParticipantRow.class.getName() + " r where r.patientId = :patient", patient);
            delete(
                    "PatientState s where s.patientProgram in"
                            + " (select p from PatientProgram p where p.patient.personId = :patient)",
                    patient);
            delete("PatientProgram p where p.patient.personId = :patient", patient);
            Context.getPatientService().purgePatient(Context.getPatientService().getPatientByUuid(patient.getUuid()));
            Simultaneously.commit();
        }
    }

    private void delete(String what, Patient whose) {
        applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery("delete from " + what)
                .setParameter("patient", whose.getPatientId())
                .executeUpdate();
    }

    private static String record(String patient, String episode) {
        try {
            Context.getService(ParticipantService.class)
                    .saveParticipant(ParticipantInput.builder()
                            .patient(patient)
                            .answers(Map.of("indexEpisode", episode))
                            .build());
            return "recorded";
        } catch (FaultsException e) {
            return e.getFaults().get(0).getCode();
        }
    }
}
