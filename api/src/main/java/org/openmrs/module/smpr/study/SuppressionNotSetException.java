/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.study;

/** Thrown where results are to leave the service before the site has set which counts are too small for that. */
public class SuppressionNotSetException extends RuntimeException {

    public SuppressionNotSetException() {
        super("The site has not set below which count a cell is suppressed");
    }
}
