/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study.job;

/** The job is no longer this node's: another has taken it up, or the module stops. Whoever runs it lets this pass, and touches nothing more. */
public class JobLostException extends RuntimeException {

    private static final long serialVersionUID = 1L;
}
