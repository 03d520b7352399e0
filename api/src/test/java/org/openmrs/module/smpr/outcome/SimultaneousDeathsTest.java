/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.outcome;

import static org.junit.Assert.assertEquals;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.Test;
import org.openmrs.api.context.Context;
import org.openmrs.module.smpr.Simultaneously;
import org.openmrs.module.smpr.SmprContextTest;
import org.openmrs.module.smpr.assessment.FaultsException;

/** Four people record that the same man has died, at the same moment. */
public class SimultaneousDeathsTest extends SmprContextTest {

    private static final int PEOPLE = 4;

    @Test
    public void shouldRecordOneDeathAndTellTheOthersThatHeIsDead() throws Exception {
        try (CommittedRegister register = new CommittedRegister(applicationContext)) {
            Simultaneously.commit();
            String patient = register.getPatient().getUuid();
            assertEquals(
                    List.of("alreadyDead", "alreadyDead", "alreadyDead", "saved"),
                    Simultaneously.call(Collections.nCopies(PEOPLE, () -> record(patient)), 30_000));
        }
    }

    private static String record(String patient) {
        try {
            Context.getService(OutcomeService.class)
                    .saveEvent(RegisterInput.builder()
                            .patient(patient)
                            .answers(Map.of("kind", "DEATH", "source", "SPIP", "certainty", "ESTABLISHED"))
                            .build());
            return "saved";
        } catch (FaultsException e) {
            return e.getFaults().get(0).getCode();
        }
    }
}
