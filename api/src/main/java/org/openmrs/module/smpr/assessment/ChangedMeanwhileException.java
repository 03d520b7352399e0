/*
 * This Source Code Form is subject to the terms of the Mozilla Public License, v. 2.0.
 * If a copy of the MPL was not distributed with this file, You can obtain one at
 * https://mozilla.org/MPL/2.0/.
 */
package org.openmrs.module.smpr.assessment;

import org.openmrs.api.APIException;

/** The record is no longer the one that an amendment was made from. */
public class ChangedMeanwhileException extends APIException {

    private static final long serialVersionUID = 1L;

    public ChangedMeanwhileException() {
        super("smpr.changedMeanwhile", (Object[]) null);
    }
}
