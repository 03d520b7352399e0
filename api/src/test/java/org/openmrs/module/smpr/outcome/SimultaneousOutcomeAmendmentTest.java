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
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;
import org.openmrs.module.smpr.site.SiteService;
import org.springframework.test.context.transaction.TestTransaction;

/** Four people save what they made of the same version of an event, at the same moment. */
public class SimultaneousOutcomeAmendmentTest extends SmprContextTest {

    private static final List<String> SEVERITIES = List.of("CONTRAVENTION", "DELIT", "CRIME", "DELIT");

    private static final String SETTINGS = "simultaneous amendments";

    @Test
    public void shouldTakeOneOfThemAndTellTheOthers() throws Exception {
        Context.getService(SiteService.class)
                .acceptSettings(
                        SETTINGS,
                        "{\"format\": 1, \"outcomeRegister\": {\"legalBasis\":"
                                + " {\"text\": \"invented\", \"date\": \"2020-01-01\", \"who\": \"nobody\"}}}");
        OutcomeService service = Context.getService(OutcomeService.class);
        Patient patient = TestPeople.patient();
        OutcomeEvent event = service.saveEvent(RegisterInput.builder()
                .patient(patient.getUuid())
                .answers(Map.of("kind", "NEW_OFFENCE", "source", "SPIP", "certainty", "ESTABLISHED"))
                .build());
        commit();
        try {
            List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> people = new ArrayList<>();
            for (String severity : SEVERITIES) {
                RegisterInput input = RegisterInput.builder()
                        .uuid(event.getUuid())
                        .version(event.getVersion())
                        .answers(Map.of("severity", severity))
                        .build();
                people.add(new Thread(() -> outcomes.add(amend(input, start))));
            }
            people.forEach(Thread::start);
            start.countDown();
            for (Thread person : people) {
                person.join(30_000);
            }
            Collections.sort(outcomes);
            assertEquals(List.of("changed meanwhile", "changed meanwhile", "changed meanwhile", "saved"), outcomes);
            Context.clearSession();
            assertEquals("1", service.getEvent(event.getUuid()).get().getVersion());
        } finally {
            Context.clearSession();
            delete(OutcomeEventRow.class.getName(), "uuid", event.getUuid());
            delete("org.openmrs.module.smpr.site.AcceptedDocument", "source", SETTINGS);
            Context.getPatientService().purgePatient(Context.getPatientService().getPatientByUuid(patient.getUuid()));
            commit();
        }
    }

    private void delete(String entity, String property, String value) {
        applicationContext
                .getBean("sessionFactory", SessionFactory.class)
                .getCurrentSession()
                .createQuery("delete from " + entity + " where " + property + " = :value")
                .setParameter("value", value)
                .executeUpdate();
    }

    private static String amend(RegisterInput input, CountDownLatch start) {
        Context.openSession();
        try {
            // One after the other: the platform cannot sign the same user in twice at a time.
            synchronized (SimultaneousOutcomeAmendmentTest.class) {
                Context.authenticate("admin", "test");
            }
            start.await(10, TimeUnit.SECONDS);
            Context.getService(OutcomeService.class).saveEvent(input);
            return "saved";
        } catch (ChangedMeanwhileException e) {
            return "changed meanwhile";
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
