/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

/** Somebody has asked that the job be given up. Whoever runs it lets this pass. */
public class JobCancelledException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
