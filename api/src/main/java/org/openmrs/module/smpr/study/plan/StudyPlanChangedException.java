/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.plan;

/** The plan in force is no longer the one that the writer of a new one looked at. */
public class StudyPlanChangedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    StudyPlanChangedException() {
        super("Another plan was accepted meanwhile");
    }
}
