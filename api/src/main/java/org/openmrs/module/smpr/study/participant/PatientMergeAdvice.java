/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.participant;

import java.lang.reflect.Method;
import org.openmrs.Patient;
import org.openmrs.api.context.Context;
import org.springframework.aop.AfterReturningAdvice;

/** Notices that the platform has merged patients: two participants may turn out to be one, who opposes under one of his codes. */
public class PatientMergeAdvice implements AfterReturningAdvice {

    @Override
    public void afterReturning(Object returned, Method method, Object[] arguments, Object target) {
        if (method.getName().equals("mergePatients")) {
            Context.getRegisteredComponent("smpr.opposedExports", OpposedExports.class)
                    .withdrawOfMerged(((Patient) arguments[0]).getPatientId());
        }
    }
}
