/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;
import org.springframework.test.context.transaction.TestTransaction;

/** Four people save what they made of the same version, at the same moment. */
public class SimultaneousAmendmentTest extends SmprContextTest {

    private static final int PEOPLE = 4;

    @Test
    public void shouldTakeOneOfThemAndTellTheOthers() throws Exception {
        AssessmentService service = Context.getService(AssessmentService.class);
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(TestPeople.patient(), "2026-03-01").input());
        commit();
        try {
            List<String> outcomes = Collections.synchronizedList(new ArrayList<>());
            CountDownLatch start = new CountDownLatch(1);
            List<Thread> people = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                AssessmentInput input = TestAssessments.amendmentOf(charted)
                        .version(charted.getVersion())
                        .with("ratings.0" + (i + 1), "2")
                        .input();
                people.add(new Thread(() -> outcomes.add(amend(input, start))));
            }
            people.forEach(Thread::start);
            start.countDown();
            for (Thread person : people) {
                person.join(30_000);
            }
            Collections.sort(outcomes);
            assertEquals(List.of("changed meanwhile", "changed meanwhile", "changed meanwhile", "saved"), outcomes);
            assertEquals(
                    1,
                    service.getAssessment(charted.getUuid()).get().getAnswers().values().stream()
                            .filter(List.of("2")::equals)
                            .count());
        } finally {
            Context.clearSession();
            service.purgeAssessment(charted);
            commit();
        }
    }

    private static String amend(AssessmentInput input, CountDownLatch start) {
        Context.openSession();
        try {
            // One after the other: the platform cannot sign the same user in twice at a time.
            synchronized (SimultaneousAmendmentTest.class) {
                Context.authenticate("admin", "test");
            }
            start.await(10, TimeUnit.SECONDS);
            Context.getService(AssessmentService.class).saveAssessment(input);
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
