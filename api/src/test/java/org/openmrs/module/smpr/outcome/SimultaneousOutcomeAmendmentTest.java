/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import static org.junit.Assert.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.assessment.ChangedMeanwhileException;

/** Four people save what they made of the same version of an event, at the same moment. */
public class SimultaneousOutcomeAmendmentTest extends SmprContextTest {

    private static final List<String> SEVERITIES = List.of("CONTRAVENTION", "DELIT", "CRIME", "DELIT");

    @Test
    public void shouldTakeOneOfThemAndTellTheOthers() throws Exception {
        OutcomeService service = Context.getService(OutcomeService.class);
        try (CommittedRegister register = new CommittedRegister(applicationContext)) {
            OutcomeEvent event = service.saveEvent(RegisterInput.builder()
                    .patient(register.getPatient().getUuid())
                    .answers(Map.of("kind", "NEW_OFFENCE", "source", "SPIP", "certainty", "ESTABLISHED"))
                    .build());
            Simultaneously.commit();
            List<Callable<String>> amendments = new ArrayList<>();
            for (String severity : SEVERITIES) {
                RegisterInput input = RegisterInput.builder()
                        .uuid(event.getUuid())
                        .version(event.getVersion())
                        .answers(Map.of("severity", severity))
                        .build();
                amendments.add(() -> amend(input));
            }
            assertEquals(
                    List.of("changed meanwhile", "changed meanwhile", "changed meanwhile", "saved"),
                    Simultaneously.call(amendments, 30_000));
            Context.clearSession();
            assertEquals("1", service.getEvent(event.getUuid()).get().getVersion());
        }
    }

    private static String amend(RegisterInput input) {
        try {
            Context.getService(OutcomeService.class).saveEvent(input);
            return "saved";
        } catch (ChangedMeanwhileException e) {
            return "changed meanwhile";
        }
    }
}
