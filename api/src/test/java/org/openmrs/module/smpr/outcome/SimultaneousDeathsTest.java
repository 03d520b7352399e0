/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hibernate.SessionFactory;
import org.junit.Test;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.openmrs.module.smpr.assessment.FaultsException;
import org.openmrs.module.smpr.site.SiteService;
import org.springframework.test.context.transaction.TestTransaction;

/** Four people record that the same man has died, at the same moment. */
public class SimultaneousDeathsTest extends SmprContextTest {

    private static final int PEOPLE = 4;

    private static final String SETTINGS = "simultaneous deaths";

    @Test
    public void shouldRecordOneDeathAndTellTheOthersThatHeIsDead() throws Exception {
        Context.getService(SiteService.class)
                .acceptSettings(
                        SETTINGS,
                        "{\"format\": 1, \"outcomeRegister\": {\"legalBasis\":"
                                + " {\"text\": \"invented\", \"date\": \"2020-01-01\", \"who\": \"nobody\"}}}");
        Patient patient = TestPeople.patient();
        commit();
        try {
            List<String> answers = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                people.add(new Thread(() -> answers.add(record(patient.getUuid(), start))));
            }
            people.forEach(Thread::start);
            start.countDown();
            for (Thread person : people) {
                person.join(30_000);
            }
            Collections.sort(answers);
            assertEquals(List.of("alreadyDead", "alreadyDead", "alreadyDead", "saved"), answers);
        } finally {
            Context.clearSession();
            delete(OutcomeEventRow.class.getName(), "patientId", patient.getPatientId());
            delete("org.openmrs.module.smpr.site.AcceptedDocument", "source", SETTINGS);
            Context.getPatientService().purgePatient(Context.getPatientService().getPatientByUuid(patient.getUuid()));
            commit();
        }
    }

    private void delete(String entity, String property, Object value) {
        applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery("delete from " + entity + " where " + property + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }

    private static String record(String patient, CountDownLatch start) {
        Context.openSession();
        try {
            // One after the other: the platform cannot sign the same user in twice at a time.
            synchronized (SimultaneousDeathsTest.class) {
                Context.authenticate("admin", "test");
            }
            start.await(10, TimeUnit.SECONDS);
            Context.getService(OutcomeService.class)
                    .saveEvent(RegisterInput.builder()
                            .patient(patient)
                            .answers(Map.of("kind", "DEATH", "source", "SPIP", "certainty", "ESTABLISHED"))
                            .build());
            return "saved";
        } catch (FaultsException e) {
            return e.getFaults().get(0).getCode();
        } catch (Exception e) {
            return e.toString();
        } finally {
            Context.closeSession();
        }
    }

    private static void commit() {
        TestTransaction.flagForCommit();
        TestTransaction.end();
        TestTransaction.start();
    }
}
