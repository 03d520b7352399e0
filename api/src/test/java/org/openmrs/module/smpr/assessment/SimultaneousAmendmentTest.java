/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.TestPeople;

/** Four people save what they made of the same version, at the same moment. */
public class SimultaneousAmendmentTest extends SmprContextTest {

    private static final int PEOPLE = 4;

    @Test
    public void shouldTakeOneOfThemAndTellTheOthers() throws Exception {
        AssessmentService service = Context.getService(AssessmentService.class);
        Assessment charted = service.saveAssessment(
                TestAssessments.saprof(TestPeople.patient(), "2026-03-01").input());
        Simultaneously.commit();
        try {
            List<Callable<String>> amendments = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                AssessmentInput input = TestAssessments.amendmentOf(charted)
                        .version(charted.getVersion())
                        .with("ratings.0" + (i + 1), "2")
                        .input();
                amendments.add(() -> amend(input));
            }
            assertEquals(
                    List.of("changed meanwhile", "changed meanwhile", "changed meanwhile", "saved"),
                    Simultaneously.call(amendments, 30_000));
            assertEquals(
                    1,
                    service.getAssessment(charted.getUuid()).get().getAnswers().values().stream()
                            .filter(List.of("2")::equals)
                            .count());
        } finally {
            Context.clearSession();
            service.purgeAssessment(charted);
            Simultaneously.commit();
        }
    }

    private static String amend(AssessmentInput input) {
        try {
            Context.getService(AssessmentService.class).saveAssessment(input);
            return "saved";
        } catch (ChangedMeanwhileException e) {
            return "changed meanwhile";
        }
    }
}
