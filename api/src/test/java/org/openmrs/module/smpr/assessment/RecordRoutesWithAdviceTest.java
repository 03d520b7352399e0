/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import org.junit.After;
import org.junit.Before;
import org.openmrs.api.EncounterService;
import org.openmrs.api.context.Context;
import org.springframework.aop.framework.Advised;

/** The same with the module's advice in place, as on a server. */
public class RecordRoutesWithAdviceTest extends RecordRoutesTest {

    private final EncounterByUuidAdvice advice = new EncounterByUuidAdvice();

    @Before
    public void advise() {
        Context.addAdvice(EncounterService.class, advice);
    }

    @After
    public void leave() {
        ((Advised) Context.getEncounterService()).removeAdvice(advice);
    }
}
