/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import java.lang.reflect.Method;
import org.openmrs.Encounter;
import org.openmrs.Privilege;
import org.openmrs.api.APIAuthenticationException;
import org.openmrs.api.context.Context;
import org.springframework.aop.AfterReturningAdvice;

/**
 * Keeps what the module has charted from one who lacks the view privilege of its type and asks for it by its uuid:
 * the platform's lists, and {@code getEncounter} by id, see to that themselves, {@code getEncounterByUuid} does not.
 * Encounters of other types are left to the platform.
 */
public class EncounterByUuidAdvice implements AfterReturningAdvice {

    @Override
    public void afterReturning(Object returned, Method method, Object[] arguments, Object target) {
        if (returned instanceof Encounter && method.getName().equals("getEncounterByUuid")) {
            Encounter encounter = (Encounter) returned;
            if (Context.getRegisteredComponent("smpr.ownEncounterTypes", OwnEncounterTypes.class)
                    .contains(encounter.getEncounterType().getUuid())) {
                Privilege view = encounter.getEncounterType().getViewPrivilege();
                if (view != null && !Context.hasPrivilege(view.getPrivilege())) {
                    throw new APIAuthenticationException("The privilege to view encounters of this type is required");
                }
            }
        }
    }
}
